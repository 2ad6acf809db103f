"""What the engines say when something is in the way, told to the person at the desk."""

import sqlite3

from sqlalchemy import exc
from sqlalchemy.orm.exc import StaleDataError

from caseworker.errors import Refusal

LOCKED = Refusal(
    "The store is in use by another program.",
    "Nothing was changed. Try again in a moment; if it stays so, close the other program.",
)
FULL = Refusal(
    "There is no space left where the store lies.", "Nothing was changed. Make room, then try again."
)
UNREADABLE = Refusal(
    "The store cannot be read or written where it lies.",
    "Nothing was changed. Check the disk and the rights of the file, or restore a backup.",
)
DAMAGED = Refusal(
    "The file is not a store of this program, or it is damaged.",
    "Name another file with --store, or restore a backup with `caseworker store restore`.",
)
UNREACHABLE = Refusal(
    "The store's server does not answer or does not let this program in.",
    "Nothing was changed. Check the address and the sign-in, then try again.",
)
AMENDED = Refusal(
    "Someone else has changed this record in the meantime.",
    "Nothing was changed. Open it again and look at what is new before you go on.",
)
TOO_LONG = Refusal("A text is longer than the store takes.", "Nothing was changed. Shorten it.")

_BY_SQLITE_CODE = {
    sqlite3.SQLITE_BUSY: LOCKED,
    sqlite3.SQLITE_LOCKED: LOCKED,
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_IOERR: UNREADABLE,
    sqlite3.SQLITE_CANTOPEN: UNREADABLE,
    sqlite3.SQLITE_READONLY: UNREADABLE,
    sqlite3.SQLITE_PERM: UNREADABLE,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
}
# By SQLSTATE, a longer beginning first: text too long, lock not available, deadlock, no rights,
# too slow, disk full, no connection.
_BY_STATE = {
    "22001": TOO_LONG,
    "55P03": LOCKED,
    "40P01": LOCKED,
    "42501": UNREACHABLE,
    "57014": LOCKED,
    "53100": FULL,
    "53": UNREACHABLE,
    "57P": UNREACHABLE,
    "58": UNREADABLE,
    "08": UNREACHABLE,
    "28": UNREACHABLE,
    "3D": UNREACHABLE,
}


def refusal_for(error: BaseException) -> Refusal | None:
    """What to tell the person about an engine's error; None where it is a bug of ours."""
    if isinstance(error, StaleDataError):
        return _fresh(AMENDED)
    if isinstance(error, exc.TimeoutError):
        return _fresh(LOCKED)
    cause = error.orig if isinstance(error, exc.DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        return _of_sqlite(cause)
    # By its attribute, so that a store in a file need not load the driver of Postgres.
    state = getattr(cause, "sqlstate", "")
    return None if state == "" else _of_postgres(state, isinstance(error, exc.OperationalError))


def _of_sqlite(error: sqlite3.Error) -> Refusal | None:
    code = getattr(error, "sqlite_errorcode", None)
    known = None if code is None else _BY_SQLITE_CODE.get(code & 0xFF)
    return known and _fresh(known)


def _of_postgres(state: str | None, operational: bool) -> Refusal | None:
    if state is None:
        return _fresh(UNREACHABLE) if operational else None
    for beginning, known in _BY_STATE.items():
        if state.startswith(beginning):
            return _fresh(known)
    return None


def _fresh(known: Refusal) -> Refusal:
    """One of its own for each time it is raised: an exception keeps its traceback."""
    return Refusal(*known.templates)
