"""Records as canonical JSON and back, by their annotations: the same record gives the same bytes, always.

Dataclasses and named tuples become objects (None and what is empty is left out), dates ISO texts, exact
numbers texts.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Hashable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from hashlib import sha256
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def dumps(value: object) -> str:
    """Canonical JSON: keys sorted, no spaces."""
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    """The sha256 of a text, in hex."""
    return sha256(text.encode()).hexdigest()


def plain(value: Any) -> Any:
    """A value as what JSON knows."""
    kind: Any = type(value)
    if kind is str or kind is int or kind is bool or value is None:
        return value
    names = _names(kind)
    if names is not None:
        return {name: plain(each) for name in names if not _is_empty(each := getattr(value, name))}
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    raise TypeError(f"{type(value).__name__} has no place in a record")


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


def _is_empty(value: Any) -> bool:
    return value is None or value == () or (isinstance(value, Mapping) and not value)


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
