"""The commands on a store, as a person types them: case, find, person, claims, decide, letter."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from caseworker.cli.main import main
from caseworker.errors import Refusal
from caseworker.models.store.failures import FULL, LOCKED
from caseworker.models.store.store import Store
from caseworker.services.access import Access
from caseworker.services.context import NotAllowed
from caseworker.services.letters.issuing import issue_letter
from caseworker.services.letters.sending import cancel_letter
from tests.support.case_files import case_file, claim, treatment
from tests.support.stores import context

CASE = case_file(
    claim(
        treatment(facts={"provider_recognised": True}),
        {"id": "2", "benefit": "vaccination", "from": "2026-03-04", "charged": "80.00"},
    ),
    claim(
        {"id": "1", "benefit": "medicine", "from": "2026-04-02", "charged": "50.00"},
        number="C2",
        received="2026-04-20",
    ),
)
Say = Any


@pytest.fixture
def store(store_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """An empty store, named by the environment."""
    Store.create(store_url).close()
    monkeypatch.setenv("CASEWORKER_STORE", store_url)
    return store_url


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Say:
    """Run a command and read the JSON that it tells."""

    def run(*words: str, code: int = 0) -> Any:
        capsys.readouterr()
        assert main(words) == code
        out = capsys.readouterr().out
        return json.loads(out) if out else None

    return run


@pytest.fixture
def number(store: str, told: Say, tmp_path: Path) -> str:
    """The insured number of the case's person, imported."""
    file = tmp_path / "case.json"
    file.write_text(json.dumps(CASE), encoding="utf-8")
    found: str = told("case", "import", str(file))["number"]
    return found


def assessed(told: Say, case: dict[str, Any], tmp_path: Path) -> Any:
    """What `assess` tells of a case."""
    file = tmp_path / "assessed.json"
    file.write_text(json.dumps(case), encoding="utf-8")
    return told("assess", str(file))


@pytest.mark.each_engine
def test_an_imported_case_stands_in_the_store_as_it_was_assessed(
    number: str, told: Say, tmp_path: Path
) -> None:
    result = assessed(told, CASE, tmp_path)
    person = told("person", number, "--as-of", "2026-11-30", "--json")
    assert list(person) == ["person", "coverages", "profile", "limits", "claims"]
    assert person["profile"] == result["profile"]
    assert person["limits"] == result["limits"]
    assert [claim["amount"] for claim in person["claims"]] == ["432.00", "0.00"]


def test_an_exported_case_assesses_to_what_the_store_holds(number: str, told: Say, tmp_path: Path) -> None:
    exported = told("case", "export", number, "--as-of", "2026-11-30")
    assert assessed(told, exported, tmp_path) == assessed(told, CASE, tmp_path)


@pytest.mark.each_engine
def test_the_queue_holds_what_pends(number: str, told: Say) -> None:
    (claim,) = told("claims", "--open", "--json")
    assert claim["person"] == number
    assert (claim["open_lines"], claim["waiting_facts"]) == (1, 1)
    assert len(told("claims", "--json")) == 2


def test_what_pends_cannot_be_decided_and_the_reason_names_the_facts(
    number: str, told: Say, capsys: pytest.CaptureFixture[str]
) -> None:
    (claim,) = told("claims", "--open", "--json")
    capsys.readouterr()
    assert main(["decide", claim["number"]]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert "Authorised by Swissmedic" in err
    assert "Prescribed by a physician" in err


@pytest.mark.each_engine
def test_find_tells_number_tier_and_phase(number: str, told: Say) -> None:
    (found,) = told("find", number, "--json")
    assert list(found) == ["number", "name", "given_name", "birth_date", "sex", "tier", "phase"]
    assert (found["number"], found["tier"], found["phase"]) == (number, "extensa", "26-44F")
    assert told("find", "14.07.1985", "--json") == [found]
    assert told("find", "nobody", "--json") == []


@pytest.mark.each_engine
def test_a_letter_is_the_same_file_each_time(number: str, told: Say, tmp_path: Path) -> None:
    person = told("person", number, "--json")
    decision = person["claims"][0]["lines"][0]["decision"]
    first, again = tmp_path / "first.pdf", tmp_path / "again.pdf"
    letter = told("letter", decision, "--out", str(first), "--json")
    assert told("letter", decision, "--out", str(again), "--json") == letter
    assert first.read_bytes() == again.read_bytes()
    # The reader program has no types of its own.
    page = import_module("pypdfium2").PdfDocument(first)[0].get_textpage().get_text_bounded()
    assert letter["letter"] in page
    assert "432.00" in page


def test_a_letter_that_cannot_be_written_is_kept(number: str, told: Say, tmp_path: Path) -> None:
    decision = told("person", number, "--json")["claims"][0]["lines"][0]["decision"]
    assert main(["letter", decision, "--out", str(tmp_path / "no" / "such.pdf")]) == 2


@pytest.mark.parametrize("words", [("person", "X-1"), ("decide", "X-1"), ("case", "export", "X-1")])
def test_what_is_not_there_is_refused(
    store: str, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "X-1" in err


def test_a_bad_case_file_leaves_the_store_as_it_was(
    store: str, told: Say, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bad.json"
    bad = json.loads(json.dumps(CASE))
    bad["claims"][1]["lines"][0]["benefit"] = "medicin"
    file.write_text(json.dumps(bad), encoding="utf-8")
    assert main(["case", "import", str(file)]) == 2
    assert "/claims/1/lines/0/benefit" in capsys.readouterr().err
    assert told("claims", "--json") == []


def test_without_a_store_the_way_to_one_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CASEWORKER_STORE", str(tmp_path / "none.sqlite"))
    assert main(["claims"]) == 2
    assert "caseworker demo" in capsys.readouterr().err


def test_a_letter_answers_to_its_own_number_too(number: str, told: Say, tmp_path: Path) -> None:
    decision = told("person", number, "--json")["claims"][0]["lines"][0]["decision"]
    out = str(tmp_path / "letter.pdf")
    by_decision = told("letter", decision, "--out", out, "--json")
    assert told("letter", by_decision["letter"], "--out", out, "--json") == by_decision
    assert (by_decision["kind"], by_decision["decision"]) == ("decision", decision)


@pytest.mark.parametrize("refusal", [LOCKED, FULL, NotAllowed("G. Keller may not do this.")])
def test_a_letter_that_was_kept_is_not_handed_out_unrecorded(
    number: str, told: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusal: Refusal
) -> None:
    decision = told("person", number, "--json")["claims"][0]["lines"][0]["decision"]
    told("letter", decision, "--out", str(tmp_path / "first.pdf"), "--json")

    def refuse(*_: object) -> None:
        raise refusal

    monkeypatch.setattr(Access, "write", refuse)
    assert main(["letter", decision, "--out", str(tmp_path / "second.pdf")]) == 2
    assert not (tmp_path / "second.pdf").exists()


def test_a_letter_that_was_called_off_is_handed_out_by_no_store(
    number: str, store: str, told: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decision = told("person", number, "--json")["claims"][0]["lines"][0]["decision"]
    opened = Store.open(store)
    with opened.writing() as session:
        issue_letter(session, context(), decision)
        cancel_letter(session, context(), decision, "a mistake")
    opened.close()

    def refuse(*_: object) -> None:
        raise Refusal("The store is open for reading only.")

    monkeypatch.setattr(Access, "write", refuse)
    assert main(["letter", decision, "--out", str(tmp_path / "letter.pdf")]) == 2
    assert not (tmp_path / "letter.pdf").exists()


@pytest.mark.each_engine
def test_what_is_missing_is_asked_for_once(
    number: str, told: Say, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (claim,) = told("claims", "--open", "--json")
    out = tmp_path / "request.pdf"
    asked = told("request", claim["number"], "--out", str(out), "--json")
    assert (asked["claim"], asked["reminds"]) == (claim["number"], None)
    kept = told("letter", asked["letter"], "--out", str(tmp_path / "again.pdf"), "--json")
    assert (kept["kind"], kept["decision"], kept["sha256"]) == ("request", None, asked["sha256"])
    assert out.read_bytes() == (tmp_path / "again.pdf").read_bytes()
    assert main(["request", claim["number"], "--out", str(tmp_path / "second.pdf")]) == 3
    assert asked["letter"] in capsys.readouterr().err
    assert not (tmp_path / "second.pdf").exists()


def test_nothing_is_asked_where_the_letter_could_not_be_written(
    number: str, told: Say, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (claim,) = told("claims", "--open", "--json")
    assert main(["request", claim["number"], "--out", str(tmp_path / "gone" / "request.pdf")]) == 2
    assert "cannot be written" in capsys.readouterr().err
    assert told("claims", "--open", "--json") == [claim]
    asked = told("request", claim["number"], "--out", str(tmp_path / "request.pdf"), "--json")
    assert asked["reminds"] is None


def test_nothing_is_asked_where_nothing_is_missing(number: str, told: Say, tmp_path: Path) -> None:
    decided = told("person", number, "--json")["claims"][0]["number"]
    assert main(["request", decided, "--out", str(tmp_path / "request.pdf")]) == 3
