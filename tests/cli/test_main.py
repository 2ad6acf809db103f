"""Which command is meant, and how the program ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from caseworker.cli.commands import COMMANDS
from caseworker.cli.main import main
from caseworker.models.store.store import Store


def test_a_store_may_be_named_like_a_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Store.create(f"sqlite:///{tmp_path / 'demo'}").close()
    assert main(["--store", "demo", "find", "nobody", "--json"]) == 0
    assert capsys.readouterr().out == "[]\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_tells_what_it_takes(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert f"caseworker {command}" in capsys.readouterr().out


@pytest.mark.parametrize("limit", ["0", "-1", "99999999999999999999", "many"])
def test_a_limit_is_a_number_that_makes_sense(limit: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["find", "anybody", f"--limit={limit}"])
    assert ended.value.code == 2
    assert "1 to 100000" in capsys.readouterr().err
