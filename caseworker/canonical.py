"""Records as canonical JSON and back, by their annotations: the same record gives the same bytes, always.

Dataclasses and named tuples become objects (None and what is empty is left out), dates ISO texts, exact
numbers texts. What is read is held to the annotations: an error says where (JSON pointer) and what is wrong.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import EnumType, StrEnum
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


def loads(kind: type[T], text: str) -> T:
    """A value of `kind` from JSON; ValueError with a JSON pointer where the text does not fit."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error}") from error
    return read(kind, data)


def read(kind: type[T], data: Any) -> T:
    """A value of `kind` from what `plain` made of it; ValueError says where it does not fit."""
    made: T = _read(kind, data, "")
    return made


def texts(value: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a record with its place, such as ("recipient/0", "Lucia Bernasconi")."""
    if isinstance(value, str):
        yield place, value
        return
    kind: Any = type(value)
    names = _names(kind)
    if names is not None:
        for name in names:
            yield from texts(getattr(value, name), f"{place}/{name}" if place else name)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from texts(item, f"{place}/{index}")


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


def _read(kind: Any, data: Any, place: str) -> Any:
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        inner = next(choice for choice in get_args(kind) if choice is not NoneType)
        return None if data is None else _read(inner, data, place)
    if origin is tuple:
        return _tuple(get_args(kind), _fitting(list, [] if data is None else data, place), place)
    if origin is not None and issubclass(origin, Mapping):
        pairs = _fitting(dict, {} if data is None else data, place)
        return {key: _read(get_args(kind)[1], each, f"{place}/{key}") for key, each in pairs.items()}
    names = _names(kind)
    if names is not None:
        return _record(kind, names, _fitting(dict, data, place), place)
    return _scalar(kind, data, place)


def _record(kind: Any, names: tuple[str, ...], data: dict[str, Any], place: str) -> Any:
    for name in sorted(data.keys() - set(names)):
        raise ValueError(f"{place}/{name}: unknown")
    hints = _hints(kind)
    # What was None or empty was left out, so what is not there is that.
    return kind(**{name: _read(hints[name], data.get(name), f"{place}/{name}") for name in names})


def _tuple(kinds: tuple[Any, ...], data: list[Any], place: str) -> tuple[Any, ...]:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple([_read(kinds[0], each, f"{place}/{at}") for at, each in enumerate(data)])
    if len(kinds) != len(data):
        raise ValueError(f"{place}: {len(kinds)} values were expected, not {len(data)}")
    pairs = zip(kinds, data, strict=True)
    return tuple([_read(kind, each, f"{place}/{at}") for at, (kind, each) in enumerate(pairs)])


def _scalar(kind: Any, data: Any, place: str) -> Any:
    if kind in (str, int, bool):
        return _fitting(kind, data, place)
    text = _fitting(str, data, place)
    try:
        if kind in (date, datetime):
            return kind.fromisoformat(text)
        return kind(text) if isinstance(kind, EnumType) else _exact(text)
    except (ValueError, ArithmeticError):
        raise ValueError(f"{place}: {text!r} is no {kind.__name__}") from None


def _exact(text: str) -> Decimal:
    return Decimal(text)


def _fitting(kind: type[T], data: Any, place: str) -> T:
    """The data, where it is of just this kind."""
    if data is None:
        raise ValueError(f"{place}: missing")
    if type(data) is not kind:
        raise ValueError(f"{place}: {kind.__name__} was expected, not {data!r}")
    return data
