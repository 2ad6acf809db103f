"""Made-up editions: copies of the first with other dates and other values, in a folder of the test's."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from caseworker.resources import resource
from caseworker.rules.conditions import Conditions, load_conditions
from caseworker.rules.edition_files import ASKING, FILES

Tables = dict[str, dict[str, Any]]
Change = Callable[[Tables], object]
FIRST = resource("conditions", "mivita") / "1"


def first_tables() -> Tables:
    """The files of the first edition, by name."""
    return {name: json.loads((FIRST / name).read_bytes()) for name in (*FILES, ASKING)}


def unchanged(_: Tables) -> None:
    """No other value than the first edition's."""


def write_edition(
    folder: Path, name: str, first: str | None, last: str | None, change: Change = unchanged
) -> Path:
    """A copy of the first edition under another name, from `first` to `last`."""
    tables = first_tables()
    tables["edition.json"] |= {"name": name, "from": first, "to": last}
    change(tables)
    target = folder / name
    target.mkdir()
    for file, table in tables.items():
        (target / file).write_text(json.dumps(table), encoding="utf-8")
    return target


def two_editions(
    folder: Path, change: Change, day: str = "2026-07-01", until: str = "2026-06-30"
) -> Conditions:
    """The first edition until the last of June 2026 and a changed one from July on."""
    write_edition(folder, "first", None, until)
    write_edition(folder, "second", day, None, change)
    return load_conditions(folder)
