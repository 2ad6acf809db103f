"""`caseworker readings`: how open questions of the conditions are read, and why."""

from __future__ import annotations

import argparse

from caseworker.cli.stores import add_json, tell
from caseworker.wording.catalogue import say
from caseworker.wording.languages import Language
from caseworker.wording.texts import ReadingText, article_text, readings


def add(parser: argparse.ArgumentParser, language: str) -> None:
    """The command's arguments."""
    add_language(parser, language)
    add_json(parser, language)


def add_language(parser: argparse.ArgumentParser, language: str) -> None:
    """`--language` of the texts; what is said about it is in the language of the console."""
    parser.add_argument(
        "--language",
        choices=[each.value for each in Language],
        default="en",
        help=say("console.help.texts_language", language),
    )


def run(arguments: argparse.Namespace) -> int:
    """Always 0."""
    found = list(readings(arguments.language))
    if arguments.json:
        tell([{**reading._asdict(), "articles": list(reading.articles)} for reading in found])
        return 0
    for reading in found:
        print(f"{_articles(reading, arguments.language)}  [{reading.id}]")
        print(f"    {reading.text}")
        print(f"    → {reading.reason}\n")
    return 0


def _articles(reading: ReadingText, language: str) -> str:
    return ", ".join(article_text(article, language) for article in reading.articles) or "–"
