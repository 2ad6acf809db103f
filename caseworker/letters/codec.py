"""Frozen dataclasses as canonical JSON and back, by their annotations; dates as ISO texts."""

import dataclasses
import json
from collections.abc import Iterator
from datetime import date
from enum import EnumType
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def dumps(value: object) -> str:
    """Canonical JSON of a dataclass: keys sorted, no spaces, no escapes beyond JSON's own."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def loads(kind: type[T], text: str) -> T:
    """An instance of `kind` from JSON; `ValueError` with a JSON pointer where the text does not fit."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error}") from error
    made = _read(kind, data, "")
    assert isinstance(made, kind)
    return made


def texts(value: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a dataclass with its place, such as ("recipient/0", "Lucia Bernasconi")."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from texts(item, f"{place}/{index}")
    elif dataclasses.is_dataclass(value):
        kind: Any = type(value)
        for name in _hints(kind):
            yield from texts(getattr(value, name), f"{place}/{name}" if place else name)


@cache
def _hints(kind: Any) -> dict[str, Any]:
    """The fields of a dataclass with their types."""
    return get_type_hints(kind)


def _plain(value: object) -> object:
    kind: Any = type(value)
    if value is None or kind is str or kind is int:  # most of what there is
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if dataclasses.is_dataclass(value):
        return {name: _plain(getattr(value, name)) for name in _hints(kind)}
    return value


def _read(kind: Any, data: object, place: str) -> object:
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _optional(kind, data, place)
    if origin is tuple:
        return _tuple(get_args(kind)[0], data, place)
    if isinstance(kind, EnumType):
        return _one_of(kind, data, place)
    if kind is date:
        return _date(data, place)
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind, data, place)
    return _scalar(kind, data, place)


def _one_of(kind: Any, data: object, place: str) -> object:
    try:
        return kind(data)
    except ValueError as error:
        raise ValueError(f"{place}: {error}") from error


def _optional(kind: Any, data: object, place: str) -> object:
    (inner,) = (choice for choice in get_args(kind) if choice is not NoneType)
    return None if data is None else _read(inner, data, place)


def _tuple(kind: Any, data: object, place: str) -> tuple[object, ...]:
    if not isinstance(data, list):
        raise ValueError(f"{place}: a list was expected")
    return tuple(_read(kind, item, f"{place}/{index}") for index, item in enumerate(data))


def _date(data: object, place: str) -> date:
    try:
        return date.fromisoformat(str(data))
    except ValueError as error:
        raise ValueError(f"{place}: {data!r} is no date") from error


def _dataclass(kind: Any, data: object, place: str) -> object:
    if not isinstance(data, dict):
        raise ValueError(f"{place}: an object was expected")
    hints = _hints(kind)
    for name in sorted(data.keys() ^ hints.keys()):
        raise ValueError(f"{place}/{name}: {'unknown' if name in data else 'missing'}")
    return kind(**{name: _read(hint, data[name], f"{place}/{name}") for name, hint in hints.items()})


def _scalar(kind: type[object], data: object, place: str) -> object:
    if type(data) is not kind:
        raise ValueError(f"{place}: {kind.__name__} was expected, not {data!r}")
    return data
