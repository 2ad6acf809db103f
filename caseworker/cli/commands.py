"""Which command there is, in which language it speaks, and what happens when something is wrong.

A command's module is imported when it is asked for.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from io import TextIOWrapper

from caseworker import __version__
from caseworker.cli.language import chosen_language, complain, parsing_in
from caseworker.cli.main import ahead
from caseworker.cli.status import BAD_INPUT, INTERRUPTED
from caseworker.errors import Refusal
from caseworker.wording.catalogue import say
from caseworker.wording.languages import Language

# Each is a module with `add(parser, language)` and `run(arguments) -> int`; its help `console.summary.NAME`.
COMMANDS = (
    "assess",
    "explain",
    "demo",
    "find",
    "person",
    "claims",
    "decide",
    "letter",
    "request",
    "case",
    "store",
    "settings",
    "tour",
    "readings",
    "coverage",
)
_WITH_A_VALUE = ("--store", "--language")

Run = Callable[[argparse.Namespace], int]


def obey(words: Sequence[str]) -> int:
    """Run the command among the words; the result is how it ends."""
    _write_what_can_be_shown()
    at = _command_at(words)
    language = chosen_language(ahead(words[:at])[0].spoken, os.environ)
    try:
        try:
            with parsing_in(language):
                chosen = _parser(words[at : at + 1], language).parse_args(words)
            run: Run = chosen.run
            return run(chosen)
        finally:
            _flush()
    except (Refusal, KeyboardInterrupt) as ended:
        return ended_by(ended, language)
    except BrokenPipeError:
        # Whoever read the output has had enough; nothing more may be written, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def ended_by(cause: Refusal | KeyboardInterrupt, language: str | None = None) -> int:
    """Tell on standard error why a command ended, in a language or that of the environment."""
    spoken = language or chosen_language(None, os.environ)
    if isinstance(cause, Refusal):
        complain(cause, spoken)
        return BAD_INPUT
    print(f"caseworker: {say('console.stopped', spoken)}", file=sys.stderr)
    return INTERRUPTED


def _parser(command: Sequence[str], language: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="caseworker", description=say("console.description", language))
    version = say("console.help.version", language)
    parser.add_argument("--version", action="version", version=f"caseworker {__version__}", help=version)
    parser.add_argument(
        "--store", metavar=say("console.place.store", language), help=say("console.help.window", language)
    )
    parser.add_argument(
        "--language",
        dest="spoken",  # `--language` of a command is that of its texts
        choices=[each.value for each in Language],
        default=language,
        help=say("console.help.language", language),
    )
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(metavar=say("console.place.command", language))
    for name in COMMANDS:
        summary = say(f"console.summary.{name}", language)
        added = commands.add_parser(name, help=summary, description=f"{summary[0].upper()}{summary[1:]}.")
        if name in command:
            module = import_module(f"caseworker.cli.{name}")
            module.add(added, language)
            added.set_defaults(run=module.run)
    return parser


def _command_at(words: Sequence[str]) -> int:
    """Where the command stands; what follows `--store` is a place, also where it is named like one."""
    before = ("", *words)
    found = (at for at, word in enumerate(words) if word in COMMANDS and before[at] not in _WITH_A_VALUE)
    return next(found, len(words))


def _window(arguments: argparse.Namespace) -> int:
    return int(import_module("caseworker.cli.window").run(arguments))


def _write_what_can_be_shown() -> None:
    """A character that the console does not have is written as its code, never refused."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="backslashreplace")


def _flush() -> None:
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.flush()
