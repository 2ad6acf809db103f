"""Which page shows which kind of place. Each is loaded when it is first gone to."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from caseworker.ui.kit.page import Page, Tools
from caseworker.ui.kit.places import Kind


def _find(tools: Tools) -> Page:
    from caseworker.ui.pages.find.page import FindPage

    return FindPage(tools)


def _queue(tools: Tools) -> Page:
    from caseworker.ui.pages.work.page import QueuePage

    return QueuePage(tools)


def _person(tools: Tools) -> Page:
    from caseworker.ui.pages.person.page import PersonPage

    return PersonPage(tools)


def _claim(tools: Tools) -> Page:
    from caseworker.ui.pages.claim.page import ClaimPage

    return ClaimPage(tools)


def _letter(tools: Tools) -> Page:
    from caseworker.ui.pages.letter.page import LetterPage

    return LetterPage(tools)


PageMaker = Callable[[Tools], Page]
PAGES: Mapping[Kind, PageMaker] = MappingProxyType(
    {
        Kind.FIND: _find,
        Kind.QUEUE: _queue,
        Kind.PERSON: _person,
        Kind.CLAIM: _claim,
        Kind.LETTER: _letter,
    }
)


def load_ahead() -> None:
    """Import the pages' modules, on a worker, so that going to one for the first time does not wait."""
    import caseworker.ui.pages.claim.page
    import caseworker.ui.pages.letter.page
    import caseworker.ui.pages.person.page
    import caseworker.ui.pages.work.page  # noqa: F401 - only to have them loaded
