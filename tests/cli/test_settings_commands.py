"""What the house sets, as a person types it; the day on paper and in every command is the house’s."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from caseworker.cli import stores
from caseworker.cli.main import main
from caseworker.models.store.store import Store
from caseworker.wording.format import format_long_date
from tests.support.stores import claim, insure

NEW_YEAR = datetime(2026, 12, 31, 23, 20, tzinfo=UTC)  # 00:20 on 1.1.2027 in Zurich


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An empty store, named by the environment."""
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    Store.create(url).close()
    monkeypatch.setenv("CASEWORKER_STORE", url)
    return url


@pytest.fixture
def at_new_year(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty past midnight in Zurich, when it is still the year before in the world's time."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Clock:
            return cls.fromtimestamp(NEW_YEAR.timestamp(), tz)

    monkeypatch.setattr(stores, "datetime", Clock)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    """Run a command; what it says, and what it complains about."""

    def run(*words: str, code: int = 0) -> tuple[str, str]:
        capsys.readouterr()
        assert main(words) == code
        said = capsys.readouterr()
        return said.out, said.err

    return run


def test_a_value_that_was_set_is_listed_with_who_why_and_from_when(run: Any) -> None:
    run("settings", "set", "request.answer_days", "20", "--why", "as agreed", "--from", "2999-01-01")
    listed = json.loads(run("settings", "list", "--json", "--as-of", "2999-01-01")[0])
    found = next(each for each in listed if each["name"] == "request.answer_days")
    assert found["value"] == "20"
    assert (found["set"]["from"], found["set"]["why"]) == ("2999-01-01", "as agreed")
    assert found["set"]["by"]
    today = json.loads(run("settings", "list", "--json")[0])
    assert next(each["value"] for each in today if each["name"] == "request.answer_days") == "30"


def test_the_list_is_told_in_columns(run: Any) -> None:
    run("settings", "set", "insurer.place", "Bienne", "--language", "fr", "--why", "moved")
    told, _ = run("settings", "list")
    line = next(line for line in told.splitlines() if line.startswith("insurer.place") and " fr " in line)
    assert line.split()[:3] == ["insurer.place", "fr", "Bienne"]
    assert line.endswith("moved")


def test_the_default_can_be_set_again(run: Any) -> None:
    run("settings", "set", "payment.weeks", "2", "--why", "promised")
    told, _ = run("settings", "set", "payment.weeks", "--default", "--why", "too much")
    assert told.startswith("payment.weeks: the default again, from ")


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (
            ("payment.weeks", "9"),
            "payment.weeks: This is no whole number from 1 to 4. Type",
        ),
        (("payment.week", "2"), "There is no setting payment.week."),
        (("payment.weeks",), "Give either a value or --default."),
        (("legal.court", "Il tribunale."), "Say in which one: it, de, fr or en."),
    ],
)
def test_what_cannot_be_set_is_told_with_where_and_how_to_go_on(
    run: Any, words: tuple[str, ...], complaint: str
) -> None:
    told, complained = run("settings", "set", *words, "--why", "a try", code=2)
    assert told == ""
    assert complaint in complained


@pytest.mark.usefixtures("at_new_year")
def test_after_midnight_in_zurich_a_letter_is_of_the_new_year(run: Any, store: str, tmp_path: Path) -> None:
    number, decided = decide(run, store)
    assert decided["letter"] == "2027-000001"
    run("letter", decided["decision"], "--out", str(tmp_path / "letter.pdf"))
    assert format_long_date(date(2027, 1, 1), "it") in text_of(tmp_path / "letter.pdf")
    assert json.loads(run("case", "export", number)[0])["as_of"] == "2027-01-01"
    assert json.loads(run("person", number, "--json")[0])["profile"]["year"] == 2027


@pytest.mark.usefixtures("at_new_year")
def test_in_a_house_further_west_it_is_still_the_old_year(run: Any, store: str) -> None:
    run("settings", "set", "house.time_zone", "Europe/London", "--why", "moved")
    number, decided = decide(run, store)
    assert decided["letter"] == "2026-000001"
    assert json.loads(run("case", "export", number)[0])["as_of"] == "2026-12-31"
    assert json.loads(run("person", number, "--json")[0])["profile"]["year"] == 2026


def decide(run: Any, store: str) -> tuple[str, Any]:
    """A person's number, and what `decide` tells of a claim of theirs."""
    opened = Store.open(store)
    number = insure(opened)
    made = claim(opened, number)
    opened.close()
    return number, json.loads(run("decide", made, "--json")[0])


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
