"""What is typed and not saved is kept as a draft, and comes back with the claim."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from caseworker.ui.pages.claim.assessment import LiveAssessment
from caseworker.ui.pages.claim.form import ClaimFields, from_payload, to_payload
from caseworker.ui.pages.claim.opened import Opened

if TYPE_CHECKING:
    from caseworker.ui.kit.drafts import Drafts

_VERSION = "version"
Then = Callable[[ClaimFields, bool], None]


class DraftKeeper:
    """Follows the board. A form that says what the store says needs no draft."""

    def __init__(self, drafts: Drafts, live: LiveAssessment) -> None:
        self._drafts, self._live = drafts, live
        self._has_draft = False
        self._paused = False
        live.board.changed.connect(self._keep)

    def load(self, opened: Opened, then: Then) -> None:
        """Hand on the form to show, and whether the claim has changed since its draft was begun.

        What stands on the page is younger than any draft of the same claim.
        """

        def loaded(draft: dict[str, Any] | None) -> None:
            self._has_draft = draft is not None
            before = self._live.opened
            if before is not None and draft_key(before) == draft_key(opened) and self._live.is_dirty:
                then(self._live.board.form, False)
            elif draft is not None:
                then(from_payload(draft), draft.get(_VERSION, opened.version) != opened.version)
            else:
                then(opened.form, False)

        self._drafts.load(draft_key(opened), loaded)

    def show(self, opened: Opened, form: ClaimFields) -> None:
        """Put a claim on the desk; that alone is nothing to keep."""
        self._paused = True
        self._live.open(opened, form)
        self._paused = False

    def drop(self) -> None:
        """Forget the draft: it is in the store now, or was thrown away."""
        if self._live.opened is not None:
            self._drafts.drop(draft_key(self._live.opened))
        self._has_draft = False

    def _keep(self) -> None:
        opened = self._live.opened
        if opened is None or self._paused:
            return
        if self._live.is_dirty:
            payload = {_VERSION: opened.version, **to_payload(self._live.board.form)}
            self._drafts.touch(draft_key(opened), lambda: payload)
            self._has_draft = True
        elif self._has_draft:
            self.drop()


def draft_key(opened: Opened) -> str:
    """Under what a claim's draft is kept; a new claim's by its person."""
    return f"claim:{opened.number}" if opened.number else f"claim:new:{opened.person}"
