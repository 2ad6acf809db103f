"""The command line: the window, or a command.

Nothing is imported here that the window's first picture does not need.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from caseworker.errors import Refusal


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, or open the window; 0 done, 2 bad input or a refusal, 3 nothing could be done."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    given, more = ahead(words)
    if more or given.spoken is not None:
        return int(import_module("caseworker.cli.commands").obey(words))
    try:
        return int(import_module("caseworker.cli.window").run(given))
    except (Refusal, KeyboardInterrupt) as ended:
        return int(import_module("caseworker.cli.commands").ended_by(ended))


def ahead(words: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    """`store` and `spoken`, the language, as far as they can be read without a word of help; what is left."""
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    parser.add_argument("--store")
    parser.add_argument("--language", dest="spoken")
    try:
        return parser.parse_known_args(words)
    except argparse.ArgumentError:
        return argparse.Namespace(store=None, spoken=None), list(words)
