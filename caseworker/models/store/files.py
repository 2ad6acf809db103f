"""Files that hold what is known of people's health: for their owner alone, and removed with all of them."""

import os
from pathlib import Path

# What SQLite keeps beside a file while it works on it.
_BESIDE = ("", "-journal", "-wal", "-shm")


def make_file(path: Path) -> None:
    """A new, empty file that its owner alone may read and write; OSError where it cannot be made.

    FileExistsError where something lies there already: it is another's then, and not to be removed.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def remove_file(path: Path) -> None:
    """Remove a file of one's own, with what SQLite kept beside it; nothing where there is none."""
    for ending in _BESIDE:
        path.with_name(path.name + ending).unlink(missing_ok=True)
