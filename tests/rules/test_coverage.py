"""Every paragraph of the conditions has its place, and the page that says so is the one the program makes."""

import re
from pathlib import Path

import pytest

from caseworker.resources import resource
from caseworker.rules.conditions import Edition, load_conditions
from caseworker.rules.coverage import Kind, Paragraph, cited_by, read_paragraphs, render
from caseworker.rules.terms import ConditionsError

Cited = dict[str, tuple[str, ...]]
PAGE = Path(__file__).parents[2] / "docs" / "coverage.md"

# The paragraphs as the conditions number them: article, then how many paragraphs or which letters.
NUMBERED = """
1:2 2:2 2a 3:4 3a 4 5 5a 6:4 7:6 8:3 9:3 10:2 11:4 12:5 13:4 14:4 14.1:d 15 16:4 16.1:c 17:3 18 19:4 19.1:c
20:3 20a:3 21:3 22:3 23:2 24:2 25:2 26:3 27.1 27.2:g 28.1 28.2:h 29.1 29.2:d 30.1 30.2:i 31.1 31.2:e
32.1 32.2:d 33.1 33.2:e 34.1 34.2:f 35:3 36 37 38:2 39:4 40:3 41:4 42:2 43 44
"""


def expected() -> set[str]:
    found = {"CGA"}
    for entry in NUMBERED.split():
        article, colon, last = entry.partition(":")
        if not colon:
            found.add(article)
        elif last.isdigit():
            found.update(f"{article}.{n}" for n in range(1, int(last) + 1))
        else:
            found.update(f"{article}.{chr(letter)}" for letter in range(ord("a"), ord(last) + 1))
    return found


@pytest.fixture(scope="module")
def edition() -> Edition:
    return load_conditions(resource("conditions", "mivita")).editions[0]


@pytest.fixture(scope="module")
def cited(edition: Edition) -> Cited:
    return cited_by(edition)


@pytest.fixture(scope="module")
def paragraphs(edition: Edition) -> tuple[Paragraph, ...]:
    return read_paragraphs(resource("conditions", "mivita", edition.name))


def test_every_paragraph_from_1_1_to_44_is_registered(paragraphs: tuple[Paragraph, ...]) -> None:
    assert {paragraph.number for paragraph in paragraphs} == expected()


def test_what_is_cited_is_a_rule(cited: Cited, paragraphs: tuple[Paragraph, ...]) -> None:
    rules = {paragraph.number for paragraph in paragraphs if paragraph.kind is Kind.RULE}
    assert set(cited) <= rules


def test_a_rule_that_nothing_cites_says_why(cited: Cited, paragraphs: tuple[Paragraph, ...]) -> None:
    rules = [p for p in paragraphs if p.kind is Kind.RULE and p.number not in cited]
    assert [p.number for p in rules if not p.why] == []


def test_what_is_not_modelled_says_why(paragraphs: tuple[Paragraph, ...]) -> None:
    left_out = [p for p in paragraphs if p.kind is Kind.NOT_MODELLED]
    assert left_out
    assert all(len(p.why) > 20 for p in left_out)


def test_a_rule_names_files_and_entries_that_exist(
    edition: Edition, paragraphs: tuple[Paragraph, ...]
) -> None:
    data = resource("conditions", "mivita", edition.name)
    code = Path(__file__).parents[2] / "caseworker" / "rules"
    for paragraph in paragraphs:
        for name in re.findall(r"\w+\.json", paragraph.where):
            assert (data / name).is_file(), paragraph
        for name in re.findall(r"\w+\.py", paragraph.where):
            assert (code / name).is_file(), paragraph


def test_limits_and_benefits_are_named_beside_what_they_cite(edition: Edition, cited: Cited) -> None:
    assert "limit `cure_days`" in cited["13.3"]
    assert "medicine" in cited["10.2"]
    assert set(edition.terms.benefits) <= set(cited["7.6"])


def test_the_page_is_the_one_that_the_program_makes(
    edition: Edition, paragraphs: tuple[Paragraph, ...]
) -> None:
    assert PAGE.read_text("utf-8") == render(edition, paragraphs)


@pytest.mark.parametrize(
    "registry",
    ["{", '{"1.1": {"kind": "maybe"}}', '{"1.1": {"kind": "text"}}', '{"1.1": {"kind": "rule", "why": "x"}}'],
)
def test_a_registry_that_says_too_little_is_refused(tmp_path: Path, registry: str) -> None:
    (tmp_path / "paragraphs.json").write_text(registry, "utf-8")
    with pytest.raises(ConditionsError, match=r"paragraphs\.json"):
        read_paragraphs(tmp_path)
