"""What `./run` asks of the program, with and without a display, played through with a stand-in."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.tree import ROOT

STAND_IN = """#!/bin/sh
echo "$PWD: $*" >>"$LOG"
case "$1" in
  broken) exit 3 ;;
esac
"""


class Checkout:
    def __init__(self, folder: Path) -> None:
        self.folder = folder / "a checkout"
        self.elsewhere = folder / "elsewhere"
        self.log = folder / "log"
        for made in (self.folder / "scripts", self.folder / ".venv" / "bin", self.elsewhere):
            made.mkdir(parents=True)
        shutil.copy(ROOT / "run", self.folder / "run")
        (self.folder / "scripts" / "setup.sh").write_text("echo set up >>$LOG\n")
        program = self.folder / ".venv" / "bin" / "caseworker"
        program.write_text(STAND_IN)
        program.chmod(0o755)

    def run(self, *words: str, display: str = "") -> subprocess.CompletedProcess[str]:
        """Call the command from another folder."""
        return subprocess.run(
            [self.folder / "run", *words],
            cwd=self.elsewhere,
            env={"PATH": "/usr/bin:/bin", "LOG": str(self.log), "DISPLAY": display},
            capture_output=True,
            text=True,
        )

    def asked(self) -> list[str]:
        return self.log.read_text().splitlines()


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_with_a_display_the_window_opens_on_the_store(checkout: Checkout) -> None:
    assert checkout.run(display=":0").returncode == 0
    here = checkout.elsewhere
    assert checkout.asked() == ["set up", f"{here}: demo --if-none", f"{here}: "]


def test_without_a_display_the_tour_says_where_its_pictures_lie(checkout: Checkout) -> None:
    done = checkout.run()
    out = checkout.folder / "out"
    here = checkout.elsewhere
    assert checkout.asked() == ["set up", f"{here}: demo --if-none", f"{here}: tour --out {out}"]
    assert f"lie in {out}" in done.stderr


def test_a_command_runs_where_it_was_called_and_gives_its_exit_code(checkout: Checkout) -> None:
    assert checkout.run("broken", "a case.json").returncode == 3
    assert checkout.asked() == ["set up", f"{checkout.elsewhere}: broken a case.json"]
