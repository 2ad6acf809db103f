from pytestqt.modeltest import ModelTester

from caseworker.ui.kit.finder.model import FindModel
from caseworker.ui.kit.finder.state import FindState
from tests.ui.find.test_state import ANNA


def test_the_model_keeps_qts_promises(qtmodeltester: ModelTester) -> None:
    model = FindModel()
    model.show_state(FindState("a", "a", [ANNA, ANNA]))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt leaves it without types
