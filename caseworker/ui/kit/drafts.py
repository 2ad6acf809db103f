"""What is typed and not saved yet: kept in the store within two seconds, there again after a crash."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from caseworker.errors import Refusal
from caseworker.ui.kit.places import Kind, Place

if TYPE_CHECKING:
    from caseworker.services.context import Context, Session
    from caseworker.ui.kit.operations import Operations

# From the first key after the last save; typing on does not put it off. Leaves over a second for the write.
_WAIT_MS = 700

Payload = Mapping[str, Any]


_NEW = "new:"


class Unfinished(NamedTuple):
    """A form that was left before it was entered: where it is, and whom (else what) it is about."""

    place: Place
    name: str


def draft_key(place: Place) -> str:
    """Under which key the form at a place is kept: `claim:C12`, or `claim:new:` and the insured number."""
    return f"{place.kind}:{place.key}" if place.key else f"{place.kind}:{_NEW}{place.person}"


def place_of(key: str) -> Place | None:
    """The place whose form lies under a key; None where the key is no place's."""
    kind, _, rest = key.partition(":")
    if not kind or not rest:
        return None
    return Place(kind, person=rest.removeprefix(_NEW)) if rest.startswith(_NEW) else Place(kind, rest)


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

        self._operations.read(_load, key, then=then, lane=f"draft:{key}")

    def drop(self, key: str) -> None:
        """Forget what was kept: it is in the store now."""
        self._dirty.pop(key, None)
        self._operations.write(_drop, key, then=lambda _: self.changed.emit())

    def discard(self, key: str, said: str) -> None:
        """Throw away what was typed, all of it kept first; `said` of it, it can be taken back."""
        self.flush()
        self._operations.write(_drop, key, then=lambda _: self.changed.emit(), told=lambda _: said)

    def _save(self, key: str, payload: dict[str, Any]) -> None:
        self._operations.write(_save, key, payload, then=lambda _: self.changed.emit())


# Verbs that load the services when they run, on a worker: the first paint needs none of them.


def _load(session: Session, ctx: Context, key: str) -> dict[str, Any] | None:
    from caseworker.services.work.drafts import load_draft

    return load_draft(session, ctx, key)


def _save(session: Session, ctx: Context, key: str, payload: dict[str, Any]) -> None:
    from caseworker.services.work.drafts import save_draft

    save_draft(session, ctx, key, payload)


def _drop(session: Session, ctx: Context, key: str) -> None:
    from caseworker.services.work.drafts import drop_draft

    drop_draft(session, ctx, key)


def load_unfinished(session: Session, ctx: Context, kinds: Collection[str]) -> list[Unfinished]:
    """What was left unfinished by who asks at places of these kinds, the latest first."""
    from caseworker.services.work.drafts import drafts_of

    found: list[Unfinished] = []
    for place in map(place_of, drafts_of(session, ctx)):
        if place is None or place.kind not in kinds:
            continue
        try:
            found.append(Unfinished(place, _name_at(session, ctx, place)))
        except Refusal:
            continue  # the person or claim of an old draft may be gone
    return found


def _name_at(session: Session, ctx: Context, place: Place) -> str:
    """Whom a place is about, else what it shows. Refusal where that is gone."""
    from caseworker.services.claims.reading import claim
    from caseworker.services.people.identity import identity

    number = place.person or place.whom
    if place.kind == Kind.CLAIM and not number:
        number = claim(session, ctx, place.key).person_number
    if not number:
        return place.key
    person = identity(session, ctx, number)
    return f"{person.name} {person.given_name}"
