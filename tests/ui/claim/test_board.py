"""Lines are added, changed, copied and deleted, and every step can be undone."""

from caseworker.ui.pages.claim.editor import ClaimEditor
from caseworker.ui.pages.claim.form import ClaimFields, ConsentForm, LineForm


def board(*lines: LineForm) -> ClaimEditor:
    return ClaimEditor(ClaimFields(lines=lines or (LineForm("1", "medicine", charged="80"),)))


def test_typing_on_in_one_field_is_one_step() -> None:
    claim = board(LineForm("1"))
    for text in ("1", "12", "120"):
        claim.edit_line("1", "charged", text)
    claim.edit_line("1", "first", "2.3.2026")
    assert claim.steps.count() == 2
    claim.steps.undo()
    claim.steps.undo()
    assert claim.form.lines == (LineForm("1"),)
    claim.steps.redo()
    assert claim.form.lines[0].charged == "120"


def test_a_deleted_line_comes_back_in_its_place() -> None:
    claim = board(LineForm("1", "medicine"), LineForm("2", "vaccination"), LineForm("3", "home_help"))
    before = claim.form
    claim.select("2")
    claim.delete_line("2")
    assert (claim.selected, [line.id for line in claim.form.lines]) == ("3", ["1", "3"])
    claim.steps.undo()
    assert (claim.selected, claim.form) == ("2", before)


def test_deleting_the_only_line_leaves_an_empty_one() -> None:
    claim = board()
    claim.delete_line("1")
    assert len(claim.form.lines) == 1
    assert claim.form.lines[0].is_blank
    assert claim.selected == claim.form.lines[0].id


def test_a_copied_line_stands_below_with_its_facts_but_not_with_a_consent_of_the_other() -> None:
    own = LineForm("1", "aids.other", facts={"prescribed": True}, consent=ConsentForm("granted"))
    claim = board(own, LineForm("2", "medicine"))
    assert claim.duplicate_line("1") == "3"
    assert [line.id for line in claim.form.lines] == ["1", "3", "2"]
    assert claim.line == LineForm("3", "aids.other", facts={"prescribed": True})


def test_a_new_line_does_not_take_the_name_of_a_decided_one() -> None:
    claim = ClaimEditor(ClaimFields(lines=(LineForm("2"),)), taken=frozenset({"1", "3"}))
    assert claim.add_line() == "4"
    assert claim.selected == "4"


def test_a_fact_is_so_is_not_so_or_is_not_known() -> None:
    claim = board()
    for value in (True, False, None):
        claim.set_fact("1", "prescribed", value)
        assert claim.form.lines[0].facts.get("prescribed") is value
    assert claim.steps.count() == 3
    claim.set_fact("1", "prescribed", None)
    assert claim.steps.count() == 3


def test_a_fact_of_the_journey_holds_for_every_line() -> None:
    claim = board()
    claim.set_event_fact("emergency", True)
    assert claim.form.travel.facts == {"emergency": True}
    claim.steps.undo()
    assert claim.form.travel.facts == {}


def test_another_claim_on_the_desk_has_its_own_way_back() -> None:
    claim = board()
    claim.edit_line("1", "charged", "90")
    claim.replace_form(ClaimFields(lines=(LineForm("7"),)))
    assert not claim.steps.canUndo()
    assert claim.selected == "7"
