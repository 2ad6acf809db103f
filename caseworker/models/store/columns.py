"""Columns cut out of a row by name, so that a column more moves no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Label

from caseworker.models.store.prepared import Row

Columns = tuple[Label[Any], ...]


def labelled(prefix: str, **columns: Any) -> Columns:
    """Columns under names of their own, `prefix_name`, that no other table's are taken for."""
    return tuple(column.label(f"{prefix}_{name}") for name, column in columns.items())


def own(model: Any, names: Iterable[str], prefix: str = "") -> dict[str, Any]:
    """A table's columns by their names, which may begin with a prefix there."""
    return {name: getattr(model, prefix + name) for name in names}


def cut(columns: Columns, prefix: str, names: Sequence[str]) -> Callable[[Row], Row]:
    """What takes `prefix_name` of each name, in this order, out of a row that begins with `columns`.

    KeyError where a column is not there.
    """
    places = {column.name: place for place, column in enumerate(columns)}
    wanted = [places[f"{prefix}_{name}"] for name in names]
    first = wanted[0]
    if wanted == list(range(first, first + len(wanted))):
        return itemgetter(slice(first, first + len(wanted)))  # a slice costs less than picking
    return itemgetter(*wanted)
