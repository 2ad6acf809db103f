"""What a start of the program is told: frozen, read once, handed down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from getpass import getuser
from pathlib import Path

STORE_VARIABLE = "CASEWORKER_STORE"
USER_VARIABLE = "CASEWORKER_USER"


@dataclass(frozen=True, slots=True)
class Start:
    """`store`: the URL of the store; `by`: who works at this desk."""

    store: str
    by: str


def start(store: str | None, environment: Mapping[str, str]) -> Start:
    """What this start was told; a store is named by option, else by variable, else the user's own file."""
    named = store or environment.get(STORE_VARIABLE) or str(default_store())
    return Start(store_url(named), environment.get(USER_VARIABLE) or _user())


def default_store() -> Path:
    """The user's own store."""
    # Not needed where the store is named, so not before the window's first picture.
    from platformdirs import user_data_path

    return user_data_path("caseworker", appauthor=False) / "store.sqlite"


def store_url(named: str) -> str:
    """A URL as it is; a path as the URL of its file."""
    return named if "://" in named else f"sqlite:///{Path(named).expanduser().absolute()}"


def _user() -> str:
    try:
        return getuser()
    except (KeyError, OSError):
        return "examiner"
