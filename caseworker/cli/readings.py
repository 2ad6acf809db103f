"""`caseworker readings`: how open questions of the conditions are read, and why."""

from __future__ import annotations

import argparse

from caseworker.cli.stores import add_json, tell
from caseworker.wording.languages import Language
from caseworker.wording.texts import ReadingText, article_text, readings


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    add_language(parser)
    add_json(parser)


def add_language(parser: argparse.ArgumentParser) -> None:
    """`--language`."""
    parser.add_argument(
        "--language",
        choices=[language.value for language in Language],
        default="en",
        help="of the texts (en)",
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
