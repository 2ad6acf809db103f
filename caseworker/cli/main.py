"""The command line: which command there is, and what happens when something is wrong.

A command's module is imported when it is asked for, so that the window paints before anything else is loaded.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from caseworker import __version__
from caseworker.cli.status import BAD_INPUT, INTERRUPTED
from caseworker.errors import Refusal

# command -> module with `add(parser)` and `run(arguments) -> int`, help
COMMANDS: dict[str, tuple[str, str]] = {
    "assess": ("assess", "assess a case file"),
    "explain": ("explain", "tell a case file's results in words"),
    "demo": ("demo", "make a made-up insurer"),
    "find": ("find", "find people"),
    "person": ("person", "tell a person's cover, limits and claims"),
    "claims": ("claims", "tell the queue"),
    "decide": ("decide", "decide the lines of a claim that can be decided"),
    "letter": ("letter", "write a letter to a file"),
    "request": ("request", "ask for what a claim still needs: the letter as a file"),
    "case": ("case", "enter a case file, or tell a person's story as one"),
    "store": ("store", "make, upgrade, check, back up or restore a store"),
    "settings": ("settings", "tell or set what the house set for itself"),
    "tour": ("tour", "drive the window through the main job, with pictures"),
    "readings": ("readings", "list the readings that were taken of the conditions"),
    "coverage": ("coverage", "tell where each paragraph of the conditions lives"),
}

Run = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, or open the window; 0 done, 2 bad input or a refusal, 3 nothing could be done."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    chosen = _parser(words).parse_args(words)
    run: Run = chosen.run
    try:
        return run(chosen)
    except Refusal as refusal:
        print(f"caseworker: {refusal}", file=sys.stderr)
        return BAD_INPUT
    except KeyboardInterrupt:
        print("caseworker: stopped.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has had enough; nothing more may be written, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="caseworker", description="Decide what Mivita pays. Without a command: open the window."
    )
    parser.add_argument("--version", action="version", version=f"caseworker {__version__}")
    parser.add_argument("--store", metavar="PATH|URL", help="the store for the window")
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(metavar="COMMAND")
    wanted = _command(words)
    for name, (module, summary) in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
        if name == wanted:
            loaded = import_module(f"caseworker.cli.{module}")
            loaded.add(command)
            command.set_defaults(run=loaded.run)
    return parser


def _command(words: Sequence[str]) -> str | None:
    """The command among the words; what follows `--store` is a place, also where it is named like one."""
    named = (word for word, before in zip(words, ("", *words), strict=False) if before != "--store")
    return next((word for word in named if word in COMMANDS), None)


def _window(arguments: argparse.Namespace) -> int:
    return int(import_module("caseworker.cli.window").run(arguments))
