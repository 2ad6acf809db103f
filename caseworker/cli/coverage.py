"""`caseworker coverage`: where each paragraph of the conditions lives in the program, as a page."""

from __future__ import annotations

import argparse

from caseworker.cli.casefiles import product_conditions
from caseworker.resources import resource
from caseworker.rules.coverage import read_paragraphs, render


def add(parser: argparse.ArgumentParser, language: str) -> None:
    """The command has no arguments."""


def run(arguments: argparse.Namespace) -> int:
    """Always 0; the page is that of the newest edition."""
    edition = product_conditions().editions[-1]
    paragraphs = read_paragraphs(resource("conditions", edition.terms.product, edition.name))
    print(render(edition, paragraphs), end="")
    return 0
