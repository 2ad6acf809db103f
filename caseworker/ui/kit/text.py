"""The window's texts: said in the language of now, and said again whenever it changes.

`text.follow(button.setText, "claim.decide")` sets a text now and at every change;
`text.rerun(self._say)` does the same for what is put together from what is shown. Both hold it weakly.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple
from weakref import WeakKeyDictionary

from shiboken6 import Object, isValid

from caseworker.wording import catalogue


class _Followed(NamedTuple):
    """What is called again: a method of a widget by name, with a text or without."""

    key: str | None
    values: Mapping[str, object]


class _State:
    def __init__(self) -> None:
        self.language = "en"
        self.followed: WeakKeyDictionary[object, dict[str, _Followed]] = WeakKeyDictionary()


# There is one window, and it speaks one language.
_state = _State()


def language() -> str:
    """The language of the window: it, de, fr or en."""
    return _state.language


def say(key: str, **values: object) -> str:
    """A text in the language of now."""
    return catalogue.say(key, _state.language, **values)


def say_count(key: str, count: int, **values: object) -> str:
    """A text in the language of now, in the form that goes with a number."""
    return catalogue.say_count(key, count, _state.language, **values)


def follow(put: Callable[[str], object], key: str, **values: object) -> None:
    """Set a text now and whenever the language changes; `put` is a method of what shows it.

    The same method followed again shows the later text.
    """
    _keep(put, _Followed(key, values))
    put(say(key, **values))


def rerun(show: Callable[[], object]) -> None:
    """Call a method now and whenever the language changes: it says what is shown in the language of now."""
    _keep(show, _Followed(None, {}))
    show()


def use(code: str) -> None:
    """Speak this language from now on, everywhere at once."""
    _state.language = code
    for owner, methods in list(_state.followed.items()):
        if not isValid(owner):
            _state.followed.pop(owner, None)
            continue
        for name, (key, values) in list(methods.items()):
            again = getattr(owner, name)
            again() if key is None else again(say(key, **values))


def _keep(method: Callable[..., object], followed: _Followed) -> None:
    owner, name = getattr(method, "__self__", None), getattr(method, "__name__", "")
    if not isinstance(owner, Object):
        # Of anything else nobody could say when it is gone.
        raise TypeError(f"{method} is no method of a widget or another QObject")
    _state.followed.setdefault(owner, {})[name] = followed
