"""What is typed and not saved yet: kept in the store within two seconds, there again after a crash."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from caseworker.errors import Refusal
from caseworker.ui.kit.places import Kind, Place

if TYPE_CHECKING:
    from caseworker.ui.kit.desk import Desk
    from caseworker.ui.kit.operations import Operations

# From the first key after the last save; typing on does not put it off. Leaves over a second for the write.
_WAIT_MS = 700

Payload = Mapping[str, Any]


_CLAIM, _NEW = "claim:", "claim:new:"


class Unfinished(NamedTuple):
    """A form that was left before it was entered: where it is, and the person it is for, if one is known."""

    place: Place
    name: str


def draft_key(place: Place) -> str:
    """Under which key a claim's form is kept: `claim:C12`, or `claim:new:` and the insured number."""
    return f"{_CLAIM}{place.key}" if place.key else f"{_NEW}{place.person}"


def place_of(key: str) -> Place | None:
    """The place whose form lies under a key; None where it is none of ours."""
    if key.startswith(_NEW):
        return Place(Kind.CLAIM, person=key.removeprefix(_NEW))
    return Place(Kind.CLAIM, key.removeprefix(_CLAIM)) if key.startswith(_CLAIM) else None


class Drafts(QObject):
    """Keeps each form's payload under a key of its own; `changed` is sent when one was kept or dropped."""

    changed = Signal()

    def __init__(self, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._dirty: dict[str, Callable[[], Payload]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self.flush)

    def touch(self, key: str, payload: Callable[[], Payload]) -> None:
        """The form under `key` was changed; `payload` is asked when it is time to keep it (JSON values)."""
        self._dirty[key] = payload
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Keep now all that is not kept yet: on leaving a page, on closing the window."""
        self._timer.stop()
        dirty, self._dirty = self._dirty, {}
        for key, payload in dirty.items():
            self._save(key, dict(payload()))

    def load(self, key: str, then: Callable[[dict[str, Any] | None], None]) -> None:
        """Hand what was kept under `key` to `then`; None where nothing was."""

        def work(desk: Desk) -> dict[str, Any] | None:
            from caseworker.services.work.drafts import load_draft

            with desk.store.reading() as session:
                return load_draft(session, desk.by, key)

        self._operations.read(work, then, lane=f"draft:{key}")

    def drop(self, key: str) -> None:
        """Forget what was kept: it is in the store now, or was thrown away."""
        self._dirty.pop(key, None)

        def work(desk: Desk) -> None:
            from caseworker.services.work.drafts import drop_draft

            with desk.store.writing() as session:
                drop_draft(session, desk.by, key)

        self._operations.write(work, lambda _: self.changed.emit())

    def _save(self, key: str, payload: dict[str, Any]) -> None:
        def work(desk: Desk) -> None:
            from caseworker.services.work.drafts import save_draft

            with desk.store.writing() as session:
                save_draft(session, desk.context(), key, payload)

        self._operations.write(work, lambda _: self.changed.emit())


def load_unfinished(desk: Desk) -> list[Unfinished]:
    """What was left unfinished at this desk, the latest first."""
    from caseworker.models.claims.queries import claim
    from caseworker.models.people.queries import find_person
    from caseworker.services.work.drafts import drafts_of

    found: list[Unfinished] = []
    with desk.store.reading() as session:
        for place in filter(None, map(place_of, drafts_of(session, desk.by))):
            try:
                number = place.person or claim(session, place.key).person_number
                person = find_person(session, number)
            except Refusal:
                continue  # the person or claim of an old draft may be gone
            found.append(Unfinished(place, f"{person.name} {person.given_name}"))
    return found
