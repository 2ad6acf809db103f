import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where there is no screen, Qt says of every window with a least size that it cannot pass it on."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))
