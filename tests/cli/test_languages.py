"""The commands speak the language that was asked for, in whatever encoding, to whoever still listens."""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from caseworker.cli.commands import COMMANDS
from caseworker.cli.language import PARSING, chosen_language, parsing_in, parsing_text
from caseworker.cli.main import main
from caseworker.cli.stores import tell_table
from caseworker.models.store.store import Store
from caseworker.wording import Language, say
from tests.support.case_files import case_file, claim, treatment

CASE = case_file(claim(treatment("4800.00", facts={"provider_recognised": True})))


@pytest.fixture
def number(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A person with a claim in the store that the environment names."""
    monkeypatch.setenv("CASEWORKER_STORE", store.url.render_as_string(hide_password=False))
    file = tmp_path / "case.json"
    file.write_text(json.dumps(CASE), encoding="utf-8")
    assert main(["case", "import", str(file)]) == 0
    return "10000001"


def test_what_was_asked_for_comes_before_the_variable_and_that_before_the_system() -> None:
    system = {"LANG": "fr_CH.UTF-8"}
    assert chosen_language("it", {"CASEWORKER_LANGUAGE": "de", **system}) == "it"
    assert chosen_language(None, {"CASEWORKER_LANGUAGE": "de", **system}) == "de"
    assert chosen_language(None, {"CASEWORKER_LANGUAGE": "rm", **system}) == "fr"
    assert chosen_language(None, {"CASEWORKER_LANGUAGE": "", **system}) == "fr"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LC_ALL": "it_CH.UTF-8", "LC_MESSAGES": "de_CH", "LANG": "fr_CH"}, "it"),
        ({"LC_ALL": "", "LC_MESSAGES": "de_CH", "LANG": "fr_CH"}, "de"),
        ({"LANG": "de_CH@euro"}, "de"),
        ({"LC_ALL": "C", "LANG": "de_CH.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "rm_CH.UTF-8"}, "en"),
        ({"LANG": "debian"}, "en"),
        ({}, "en"),
    ],
)
def test_the_systems_language_is_the_first_that_is_set(environment: dict[str, str], language: str) -> None:
    assert chosen_language(None, environment) == language


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_in_one_language(language: str, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--language", language, command, "--help"])
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert told.startswith(say("console.parsing.usage", language))
    assert " ".join(say("console.parsing.help", language).split(" ")) in re.sub(r"[ \n]+", " ", told)
    if language != "en":
        assert "usage:" not in told
        assert "show this help" not in told


def test_a_mistake_is_told_in_the_language(capsys: pytest.CaptureFixture[str]) -> None:
    for words, told in (
        (["--language=de", "find"], "caseworker find: Fehler: die folgenden Argumente fehlen: TEXT\n"),
        (["--language", "it", "find", "a", "--limit", "0"], "'0' non è un numero da 1 a 100000\n"),
        (["--lang", "fr", "claims", "--waits", "x"], "choix non valable\u00a0: 'x' (possibles\u00a0: "),
        (["--language", "rm", "claims"], "error: argument --language: invalid choice: 'rm'"),
    ):
        with pytest.raises(SystemExit) as ended:
            main(words)
        assert ended.value.code == 2
        assert told in capsys.readouterr().err


def test_in_english_argparse_says_its_own_words() -> None:
    assert {template: parsing_text("en", template) for template in PARSING} == {
        each: each for each in PARSING
    }


@pytest.mark.parametrize("language", Language)
def test_argparse_keeps_its_places_and_gets_its_words_back(language: str) -> None:
    own = vars(argparse)["_"]
    for template in PARSING:
        with parsing_in(language):
            told = vars(argparse)["_"](template)
        assert sorted(re.findall(r"%(?:\(\w+\))?[sr]", told)) == sorted(
            re.findall(r"%(?:\(\w+\))?[sr]", template)
        )
    assert parsing_text(language, "never heard of") == "never heard of"
    assert vars(argparse)["_"] is own


@pytest.mark.parametrize("language", Language)
def test_a_refusal_is_told_in_the_language(
    number: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--language", language, "decide", "C99"]) == 2
    told = {
        "it": "Non esiste nessun caso C99.",
        "de": "Es gibt keinen Fall C99.",
        "fr": "Il n’existe aucun dossier C99.",
        "en": "There is no claim C99.",
    }
    assert capsys.readouterr().err.startswith(f"caseworker: {told[language]}")


def test_the_language_of_an_explanation_is_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "case.json"
    file.write_text(json.dumps(CASE), encoding="utf-8")
    assert main(["--language", "de", "explain", str(file), "--language", "fr"]) == 0
    assert "Nous payons" in capsys.readouterr().out
    assert main(["--language", "de", "explain", str(file)]) == 0
    assert "We pay" in capsys.readouterr().out


def test_amounts_dates_and_codes_are_told_as_people_write_them(
    number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["--language", "de", "person", number, "--as-of", "2026-11-30"]) == 0
    told = capsys.readouterr().out
    assert "geboren am 14.07.1985, weiblich" in told
    assert "2026: Alter 41, Frauen 26–44 Jahre, Extensa" in told
    assert "CHF\u00a02’500.00" in told
    assert re.search(r"C1 .*02\.03\.2026 +4’800\.00 +entschieden +2’500\.00", told)
    assert "complementary" not in told


@pytest.mark.parametrize("language", Language)
def test_json_is_the_same_in_every_language(
    number: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (["person", number], ["claims"], ["find", number]):
        capsys.readouterr()
        assert main([*words, "--json"]) == 0
        told = capsys.readouterr().out
        assert main(["--language", language, *words, "--json"]) == 0
        assert capsys.readouterr().out == told


def test_columns_are_as_wide_as_what_stands_in_them(capsys: pytest.CaptureFixture[str]) -> None:
    tell_table([("Höchstbetrag", "übrig"), ("Kur", "CHF\u00a01’500.00")])
    assert capsys.readouterr().out == "Höchstbetrag  übrig\nKur           CHF\u00a01’500.00\n"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_what_the_console_cannot_show_is_written_as_its_code(encoding: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "CASEWORKER_LANGUAGE": "fr"}
    command = [sys.executable, "-m", "caseworker", "readings", "--language", "it"]
    done = subprocess.run(command, capture_output=True, env=environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (b"\\u2192" in done.stdout) is (encoding != "utf-8")


@pytest.mark.parametrize("words", [["readings"], ["--help"], ["coverage"]])
def test_who_stops_reading_early_gets_no_traceback(words: list[str]) -> None:
    command = [sys.executable, "-m", "caseworker", *words]
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        done = subprocess.run(command, stdout=closed, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (0, b"")


def test_settings_refuse_in_the_language(number: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["settings", "set", "time_zone", "--why", "x"]
    assert main(["--language", "it", *words]) == 2
    told = "caseworker: Indichi un valore oppure --default. Un valore vuoto si scrive con due virgolette"
    assert capsys.readouterr().err.startswith(told)
