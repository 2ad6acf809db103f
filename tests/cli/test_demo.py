"""`caseworker demo`, as a person types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from caseworker.cli.main import main
from caseworker.demo import filling
from caseworker.models.store.store import Store


@pytest.mark.each_engine
def test_a_store_is_made_and_filled(store_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--persons", "20", "--claims", "50", "--seed", "9", "--store", store_url]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("20 people, 50 claims, ")
    assert err == ""  # nobody looks on
    assert main(["find", "Bernasconi", "Lucia", "--json", "--store", store_url]) == 0
    (lucia,) = json.loads(capsys.readouterr().out)
    assert (lucia["number"], lucia["tier"]) == ("10000001", "extensa")
    assert main(["store", "check", "--store", store_url]) == 0


@pytest.mark.each_engine
def test_an_empty_store_is_filled_and_a_filled_one_is_left_alone(
    store_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Store.create(store_url).close()
    assert main(["demo", "--persons", "3", "--store", store_url]) == 0
    capsys.readouterr()
    assert main(["demo", "--persons", "3", "--store", store_url]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "There are people in this store already. Name another place" in err


def test_where_there_is_a_store_it_can_be_left_alone_without_a_word(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "store.sqlite"
    Store.create(str(place)).close()
    before = place.read_bytes()
    assert main(["demo", "--if-none", "--store", str(place)]) == 0
    assert capsys.readouterr().out == ""
    assert place.read_bytes() == before


def test_what_is_stopped_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(_filling: object, _parts: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(filling._Filling, "batch", stopped)
    assert main(["demo", "--persons", "3", "--store", str(tmp_path / "new" / "store.sqlite")]) == 130
    assert "stopped" in capsys.readouterr().err
    assert list((tmp_path / "new").iterdir()) == []


def test_progress_is_one_line_that_goes_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert main(["demo", "--persons", "14", "--claims", "40", "--store", str(tmp_path / "s.sqlite")]) == 0
    err = capsys.readouterr().err
    assert "\r\x1b[K14 of 14 people, " in err
    assert err.endswith("\r\x1b[K")
    assert "\n" not in err


@pytest.mark.parametrize("words", [["--persons", "0"], ["--persons", "many"], ["--claims", "-1"]])
def test_sizes_that_cannot_be_are_refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["demo", *words])
    assert stopped.value.code == 2
    assert "is no number from 1" in capsys.readouterr().err
