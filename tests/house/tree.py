"""The files of the project, found without git: a machine that runs the tests need not have it."""

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def _ignored_folders() -> set[str]:
    """The folders that .gitignore names, and git's own."""
    lines = (ROOT / ".gitignore").read_text().splitlines()
    return {".git"} | {line.rstrip("/") for line in lines if line.endswith("/")}


def _walk() -> Iterator[Path]:
    ignored = _ignored_folders()
    for folder, folders, names in os.walk(ROOT):
        folders[:] = sorted(name for name in folders if name not in ignored)
        # In a second checkout of a repository, .git is a file.
        yield from (Path(folder, name) for name in sorted(names) if name not in ignored)


@cache
def files() -> tuple[Path, ...]:
    """Every file of the project that is no product of a run."""
    return tuple(_walk())


def python_files() -> list[Path]:
    """Every Python module of the project."""
    return [path for path in files() if path.suffix == ".py"]


@cache
def texts() -> dict[str, str]:
    """Every text file of the project, by its path below the root."""
    found = {}
    for path in files():
        data = path.read_bytes()
        if b"\0" not in data:
            found[str(path.relative_to(ROOT))] = data.decode()
    return found
