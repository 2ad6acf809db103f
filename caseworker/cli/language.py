"""In which language the commands speak, and argparse's own words in it."""

from __future__ import annotations

import argparse
import re
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial

from caseworker.errors import Refusal
from caseworker.wording.catalogue import say
from caseworker.wording.languages import Language
from caseworker.wording.refusals import refusal_texts

LANGUAGE_VARIABLE = "CASEWORKER_LANGUAGE"
LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")

# What argparse says, by its own templates; what it says besides is about a parser that was made wrongly.
PARSING: Mapping[str, str] = {
    "usage: ": "console.parsing.usage",
    "%(prog)s: error: %(message)s\n": "console.parsing.error",
    "argument %(argument_name)s: %(message)s": "console.parsing.argument",
    "positional arguments": "console.parsing.positionals",
    "options": "console.parsing.options",
    "show this help message and exit": "console.parsing.help",
    "unrecognized arguments: %s": "console.parsing.unrecognized",
    "not allowed with argument %s": "console.parsing.not_with",
    "ignored explicit argument %r": "console.parsing.ignored",
    "the following arguments are required: %s": "console.parsing.required",
    "one of the arguments %s is required": "console.parsing.one_of",
    "expected one argument": "console.parsing.expected_one",
    "expected at least one argument": "console.parsing.expected_some",
    "ambiguous option: %(option)s could match %(matches)s": "console.parsing.ambiguous",
    "invalid %(type)s value: %(value)r": "console.parsing.invalid",
    "invalid choice: %(value)r (choose from %(choices)s)": "console.parsing.choice",
}
_PLACE = re.compile(r"%(?:\((?P<name>\w+)\))?[sr]")


def chosen_language(named: str | None, environment: Mapping[str, str]) -> str:
    """The language that was named, else the variable's, else the system's, else English.

    Of the system's variables the first that is set counts, as everywhere.
    """
    system = next(filter(None, map(environment.get, LOCALE_VARIABLES)), "")
    for each in (named, environment.get(LANGUAGE_VARIABLE), system):
        code = re.split(r"[_.@-]", each or "")[0].lower()
        if code in list(Language):
            return code
    return Language.ENGLISH.value


def spoken(arguments: Namespace) -> str:
    """The language that a command speaks."""
    language: str = arguments.spoken
    return language


def complain(refusal: Refusal, language: str, about: str = "") -> None:
    """One line on standard error: what will not be done and how to go on; first what it is `about`."""
    named = f"{about}: " if about else ""
    print(f"caseworker: {named}{' '.join(refusal_texts(refusal, language)).rstrip()}", file=sys.stderr)


@contextmanager
def parsing_in(language: str) -> Iterator[None]:
    """Let argparse speak a language: it looks its words up by its own `_`, of which this takes the place."""
    names = vars(argparse)
    own = names["_"]
    names["_"] = partial(parsing_text, language)
    try:
        yield
    finally:
        names["_"] = own


def parsing_text(language: str, template: str) -> str:
    """A template of argparse in a language, with argparse's places in it; as it is where it is not known."""
    key = PARSING.get(template)
    if key is None:
        return template
    places = {place["name"] or "value": place[0] for place in _PLACE.finditer(template)}
    return say(key, language, **places) + template[len(template.rstrip()) :]
