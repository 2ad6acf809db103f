"""`caseworker`: the window. Nothing is imported here that the first picture does not need."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from caseworker.start import start
from caseworker.ui.window.app import run_window

if TYPE_CHECKING:
    from caseworker.models.store.store import Store


def run(arguments: argparse.Namespace) -> int:
    """Open the window and stay until it is closed."""
    chosen = start(arguments.store, os.environ)

    def open_store() -> Store:
        from caseworker.models.store.store import Store

        return Store.open(chosen.store)

    return run_window(chosen, open_store)
