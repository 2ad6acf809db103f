"""Folders for what need not outlive the run: in memory where there is room."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEMORY = Path("/dev/shm")
ROOM = 2 * 2**30
LOCK = "in-use"


@contextmanager
def passing_folder(prefix: str) -> Iterator[Path]:
    """A folder of this process's own, removed afterwards; what a killed process left is removed before."""
    place = passing_place()
    for left in place.glob(f"{prefix}*"):
        _remove_abandoned(left)
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=place))
    with (folder / f"{LOCK}-soon").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        Path(lock.name).rename(folder / LOCK)  # seen by others only once it is held
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def passing_place() -> Path:
    """Where such folders lie."""
    there = MEMORY.is_dir() and os.access(MEMORY, os.W_OK)
    return MEMORY if there and shutil.disk_usage(MEMORY).free > ROOM else Path(tempfile.gettempdir())


def _remove_abandoned(folder: Path) -> None:
    """Remove a folder that nobody holds; one without a lock is only just being made."""
    try:
        with (folder / LOCK).open() as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder, ignore_errors=True)
    except OSError:
        return
