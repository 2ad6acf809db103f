"""Records as canonical JSON and back, by their annotations: the same record gives the same bytes, always.

Dataclasses and named tuples become objects (None and what is empty is left out), dates ISO texts, exact
numbers texts.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from hashlib import sha256
from operator import attrgetter
from types import MappingProxyType, NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def dumps(value: object) -> str:
    """Canonical JSON: keys sorted, no spaces."""
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    """The sha256 of a text, in hex."""
    return sha256(text.encode()).hexdigest()


def plain(value: Any) -> Any:
    """A value as what JSON knows; TypeError for what has no place in a record."""
    return _PLAINERS[type(value)](value)


Plainer = Callable[[Any], Any]


class _Plainers(dict[Any, Plainer]):
    """How values of a type become plain, worked out once for each type."""

    def __missing__(self, kind: Any) -> Plainer:
        made = self[kind] = _plainer(kind)
        return made


_PLAINERS = _Plainers()
_AS_THEY_ARE = (str, int, bool)
_CONTAINERS = (tuple, dict, MappingProxyType)


def _plainer(kind: Any) -> Plainer:
    if issubclass(kind, StrEnum):
        return attrgetter("_value_")
    if issubclass(kind, str | int | NoneType):
        return _itself
    if issubclass(kind, date):
        isoformat: Plainer = kind.isoformat
        return isoformat
    if issubclass(kind, Decimal):
        return str
    if issubclass(kind, Mapping):
        return _plain_mapping
    names = _names(kind)
    if names is not None:
        return _plain_record(names, _fields(kind, names))
    if issubclass(kind, tuple | list):
        return _plain_list
    raise TypeError(f"{kind.__name__} has no place in a record")


def _itself(value: Any) -> Any:
    return value


def _plain_mapping(value: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(key): _PLAINERS[type(each)](each) for key, each in value.items()}


def _plain_list(value: Iterable[Any]) -> list[Any]:
    return [_PLAINERS[type(each)](each) for each in value]


def _plain_record(names: tuple[str, ...], values: Callable[[Any], Iterable[Any]]) -> Plainer:
    def plainer(value: Any) -> dict[str, Any]:
        found = {}
        for name, each in zip(names, values(value), strict=True):
            kind = type(each)
            if kind in _AS_THEY_ARE:
                found[name] = each
            elif each is not None and (each or kind not in _CONTAINERS):
                found[name] = _PLAINERS[kind](each)
        return found

    return plainer


def _fields(kind: Any, names: tuple[str, ...]) -> Callable[[Any], Iterable[Any]]:
    """What gives a record's values in the order of its fields."""
    if issubclass(kind, tuple):
        return _itself
    return attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)


def read(kind: type[T], data: Any) -> T:
    """A value of `kind` from what `plain` made of it; raises ValueError or KeyError where it does not fit."""
    made: T = _read(kind, data)
    return made


@cache
def _names(kind: Hashable) -> tuple[str, ...] | None:
    """The names of a record's fields; None for what is no record."""
    if dataclasses.is_dataclass(kind):
        return tuple(field.name for field in dataclasses.fields(kind))
    names: tuple[str, ...] | None = getattr(kind, "_fields", None)
    return names


@cache
def _hints(kind: type[Any]) -> dict[str, Any]:
    return get_type_hints(kind)


def _read(kind: Any, data: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        inner = next(choice for choice in get_args(kind) if choice is not NoneType)
        return None if data is None else _read(inner, data)
    if origin is tuple:
        return _tuple(get_args(kind), data or [])
    if origin is not None and issubclass(origin, Mapping):
        return {key: _read(get_args(kind)[1], each) for key, each in (data or {}).items()}
    names = _names(kind)
    if names is not None:
        hints = _hints(kind)
        return kind(**{name: _read(hints[name], data.get(name)) for name in names})
    return _scalar(kind, data)


def _tuple(kinds: tuple[Any, ...], data: list[Any]) -> tuple[Any, ...]:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_read(kinds[0], each) for each in data)
    return tuple(_read(kind, each) for kind, each in zip(kinds, data, strict=True))


def _scalar(kind: Any, data: Any) -> Any:
    if data is None:
        raise ValueError(f"{kind.__name__} is missing")
    if kind in (date, datetime):
        return kind.fromisoformat(data)
    return kind(data)
