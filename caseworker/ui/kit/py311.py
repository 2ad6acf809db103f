"""Keeps Python 3.11 alive under PySide6 6.12, which counts on None and the truth values being immortal.

PySide6 6.12.0 hands out None, True and False without taking a reference. From Python 3.12 on these objects
are immortal and nobody notices; before it each such call takes one reference away, and after some five
thousand of them the interpreter aborts ("deallocating None"). 6.11.3 does not do it. Found by counting.
"""

import sys

_PLENTY = 1 << 40


def keep_singletons() -> None:
    """Give the singletons more references than a day of work can lose; nothing where they are immortal."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    from ctypes import c_ssize_t

    for singleton in (None, True, False, NotImplemented, ...):
        # The count is the first field of every object in CPython 3.11.
        c_ssize_t.from_address(id(singleton)).value += _PLENTY
