"""What is typed at a place and not saved is kept as a draft, and comes back with the place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from caseworker.ui.kit.drafts import Payload, draft_key
from caseworker.ui.kit.form.history import DataForm, FormHistory
from caseworker.ui.kit.places import Place

if TYPE_CHECKING:
    from caseworker.ui.kit.drafts import Drafts

_VERSION = "version"
F = TypeVar("F", bound=DataForm)


class Stored(NamedTuple, Generic[F]):
    """A form as the store has it, at a place; `version` changes with every change of the store's."""

    place: Place
    form: F
    version: int = 0


def known(kind: type[F], payload: Payload) -> F:
    """A draft as a form of this kind again; what this version does not know is left out."""
    names = {field.name for field in fields(kind)}
    return kind(**{name: value for name, value in payload.items() if name in names})


class DraftKeeper(Generic[F]):
    """Follows a form. One that says what the store says needs no draft.

    `to_payload` and `from_payload` turn a form into JSON values and back; `is_dirty` says whether the page
    says something that the store does not, where comparing the two forms is not enough.
    """

    def __init__(
        self,
        drafts: Drafts,
        history: FormHistory[F],
        to_payload: Callable[[F], Payload],
        from_payload: Callable[[Payload], F],
        is_dirty: Callable[[], bool] | None = None,
    ) -> None:
        self._drafts, self._history = drafts, history
        self._to_payload, self._from_payload = to_payload, from_payload
        self._is_dirty = is_dirty or self._differs
        self._shown: Stored[F] | None = None
        self._has_draft = False
        self._paused = False
        history.changed.connect(self._keep)

    def load(self, stored: Stored[F], then: Callable[[F, bool], None]) -> None:
        """Hand on the form to show, and whether the store's has changed since its draft was begun.

        What stands on the page is younger than any draft of the same place.
        """

        def loaded(draft: dict[str, Any] | None) -> None:
            self._has_draft = draft is not None
            here = self._shown
            if here is not None and here.place == stored.place and self._is_dirty():
                then(self._history.form, False)
            elif draft is not None:
                then(self._from_payload(draft), draft.get(_VERSION, stored.version) != stored.version)
            else:
                then(stored.form, False)

        self._drafts.load(draft_key(stored.place), loaded)

    def show(self, stored: Stored[F], form: F, put: Callable[[F], object] | None = None) -> None:
        """Show a form at its place, by `put` where the page does more; that alone is nothing to keep."""
        self._shown = stored
        self._paused = True
        (put or self._history.begin)(form)
        self._paused = False

    def leave(self) -> None:
        """No place is shown until the next one is."""
        self._shown = None

    def drop(self) -> None:
        """Forget the draft: it is in the store now."""
        if self._shown is not None:
            self._drafts.drop(draft_key(self._shown.place))
        self._has_draft = False

    def discard(self, said: str) -> None:
        """Throw away what was typed, and say so; the last action brings it back."""
        if self._shown is not None:
            self._drafts.discard(draft_key(self._shown.place), said)
        self._has_draft = False

    def _differs(self) -> bool:
        return self._shown is not None and self._history.form != self._shown.form

    def _keep(self) -> None:
        shown = self._shown
        if shown is None or self._paused:
            return
        if self._is_dirty():
            payload = {_VERSION: shown.version, **self._to_payload(self._history.form)}
            self._drafts.touch(draft_key(shown.place), lambda: payload)
            self._has_draft = True
        elif self._has_draft:
            self.drop()
