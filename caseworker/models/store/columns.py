"""Columns cut out of a row by name, so that a column more moves no other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Label

from caseworker.models.store.prepared import Row

Columns = tuple[Label[Any], ...]


def labelled(prefix: str, **columns: Any) -> Columns:
    """Columns under names of their own, `prefix_name`, that no other table's are taken for."""
    return tuple(column.label(f"{prefix}_{name}") for name, column in columns.items())


def cut(columns: Columns, prefix: str, names: Sequence[str]) -> Callable[[Row], Row]:
    """What takes `prefix_name` of each name, in this order, out of a row that begins with `columns`.

    KeyError where a column is not there.
    """
    places = {column.name: place for place, column in enumerate(columns)}
    wanted = [places[f"{prefix}_{name}"] for name in names]
    if len(wanted) == 1:
        (only,) = wanted
        return lambda row: (row[only],)
    return itemgetter(*wanted)
