"""The rules are pure: no clock, no chance, no store, no window; and what they work on is never changed."""

import ast
from pathlib import Path

import pytest

import caseworker.rules
from caseworker.rules.assess import assess_line
from caseworker.rules.case import Claim
from caseworker.rules.standing import Standing, entries_of
from tests.rules.assessing import first_edition
from tests.rules.builders import ADULT, cover, happy, journey
from tests.rules.expected import TABLE

FOLDER = Path(caseworker.rules.__file__).parent
MODULES = sorted(FOLDER.rglob("*.py"))
FORBIDDEN = {
    "PySide6",
    "alembic",
    "asyncio",
    "os",
    "pikepdf",
    "psycopg",
    "random",
    "reportlab",
    "secrets",
    "socket",
    "sqlalchemy",
    "sqlite3",
    "subprocess",
    "sys",
    "time",
    "uuid",
}
CLOCKS = {"now", "today", "utcnow"}
FILES = {"conditions.py", "edition_files.py", "coverage.py"}  # they read the conditions and their paragraphs
READING = {"open", "read_bytes", "read_text", "iterdir", "glob", "write_text", "write_bytes"}


def imported(tree: ast.AST) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return names


def called(tree: ast.AST) -> set[str]:
    """The last name of everything that is called: `date.today()` -> `today`."""
    functions = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {f.attr if isinstance(f, ast.Attribute) else getattr(f, "id", "") for f in functions}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(FOLDER)))
def test_a_module_of_the_rules_asks_no_clock_no_chance_no_store_and_no_window(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = imported(tree)
    assert not {name.split(".")[0] for name in names} & FORBIDDEN
    assert not called(tree) & CLOCKS
    assert all(not name.startswith("caseworker.") or name.startswith("caseworker.rules") for name in names)
    if path.name not in FILES:
        assert not called(tree) & READING


def test_floating_point_is_nowhere_but_where_a_bmi_is_written() -> None:
    users = {path.name for path in MODULES if "float" in called(ast.parse(path.read_text(encoding="utf-8")))}
    assert users <= {"writer.py"}


def test_to_look_at_a_line_books_nothing_and_changes_nothing() -> None:
    book = Standing()
    first = happy("complementary.treatment")
    claim = Claim("C1", (first,), travel=journey())
    conditions = first_edition()
    book.book(entries_of(assess_line(first, claim, ADULT, (cover(),), book, conditions)))
    before = book.copy()
    for code in TABLE:
        line = happy(code, first="2026-12-20", last="2027-01-10")
        once = assess_line(line, claim, ADULT, (cover(),), book, conditions)
        assert assess_line(line, claim, ADULT, (cover(),), book, conditions) == once
    assert (book.used, book.terms) == (before.used, before.terms)


def test_a_copy_of_what_was_used_goes_its_own_way() -> None:
    book = Standing()
    copy = book.copy()
    line = happy("complementary.treatment")
    found = assess_line(line, Claim("C1", (line,)), ADULT, (cover(),), book, first_edition())
    copy.book(entries_of(found))
    assert (book.used, copy.of("complementary", "2026")) == ({}, 7500)


def test_a_counter_entry_gives_back_what_was_used() -> None:
    book = Standing()
    line = happy("complementary.treatment")
    entries = entries_of(assess_line(line, Claim("C1", (line,)), ADULT, (cover(),), book, first_edition()))
    book.book(entries)
    book.book(entry._replace(amount=-entry.amount) for entry in entries)
    assert book.of("complementary", "2026") == 0


def test_30_2_f_a_reversed_invoice_of_a_cycle_leaves_the_others_standing() -> None:
    book = Standing()
    line = happy("specific.ivf")
    claim = Claim("C1", (line,))
    booked = []
    for _ in range(2):
        booked.append(entries_of(assess_line(line, claim, ADULT, (cover(),), book, first_edition())))
        book.book(booked[-1])
    for entries, left in zip(booked, (1, 0), strict=True):
        book.book(entry._replace(amount=-entry.amount) for entry in entries)
        assert book.of("ivf", "episode:one") == left
    other = happy("specific.ivf", episode="two")
    assert assess_line(other, claim, ADULT, (cover(),), book, first_edition()).amount == 6000
