"""The set-up on machines of every kind, played through with stand-ins for Python, apt-get and sudo."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.tree import ROOT

TOOLS = ["cat", "cksum", "cp", "dirname", "env", "rm", "tail"]
PYTHON = """#!/bin/sh
echo "python $*" >>"$LOG"
case "$*" in
  *"-m venv"*) mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
  *requirements.lock*) [ ! -e offline ] || { echo "no route to host"; exit 1; } ;;
  *--version*) echo "Python 3.11.2" ;;
esac
"""
DPKG = """#!/bin/sh
case " $INSTALLED " in *" $3 "*) printf installed ;; *) exit 1 ;; esac
"""
NOTES_ITSELF = """#!/bin/sh
echo "{name} $*" >>"$LOG"
"""


class Machine:
    """A checkout on a machine that has nothing but what is put on it."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "a checkout"
        self.bin = folder / "bin"
        self.log = folder / "log"
        self.installed = ""
        (self.checkout / "scripts").mkdir(parents=True)
        self.bin.mkdir()
        for name in ("requirements.lock", "pyproject.toml", "scripts/setup.sh"):
            shutil.copy(ROOT / name, self.checkout / name)
        for name in [*TOOLS, "mkdir"]:
            found = shutil.which(name)
            assert found is not None
            (self.bin / name).symlink_to(found)
        self.put("id", "#!/bin/sh\necho 0\n")

    def put(self, name: str, script: str) -> None:
        (self.bin / name).write_text(script)
        (self.bin / name).chmod(0o755)

    def be_debian(self) -> None:
        self.put("dpkg-query", DPKG)
        self.put("apt-get", NOTES_ITSELF.format(name="apt-get"))

    def set_up(self) -> subprocess.CompletedProcess[str]:
        """Run the set-up; what it said is in `stderr`."""
        self.log.write_text("")
        environment = {"PATH": str(self.bin), "LOG": str(self.log), "INSTALLED": self.installed}
        shell = shutil.which("sh")
        assert shell is not None
        return subprocess.run(
            [shell, "scripts/setup.sh"], cwd=self.checkout, env=environment, capture_output=True, text=True
        )

    def calls(self, start: str) -> list[str]:
        """What the stand-ins were asked to do, of the calls that begin with `start`."""
        return [line for line in self.log.read_text().splitlines() if line.startswith(start)]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_a_bare_debian_gets_python_and_the_libraries(machine: Machine) -> None:
    machine.be_debian()
    first = machine.set_up()
    assert "installing with apt-get: python3 python3-venv ca-certificates" in first.stderr
    install = machine.calls("apt-get install")
    assert len(install) == 1
    assert "--no-install-recommends python3 python3-venv ca-certificates" in install[0]
    assert " libegl1 " in install[0]


def test_only_what_is_missing_is_installed_under_either_name(machine: Machine) -> None:
    machine.be_debian()
    machine.put("python3", PYTHON)
    machine.installed = "ca-certificates libegl1 libglib2.0-0t64"
    assert machine.set_up().returncode == 0
    (install,) = machine.calls("apt-get install")
    assert not {"python3", "ca-certificates", "libegl1", "libglib2.0-0"} & set(install.split())
    assert {"libgl1", "libcups2"} <= set(install.split())


def test_sudo_is_used_where_one_is_not_root(machine: Machine) -> None:
    machine.be_debian()
    machine.put("python3", PYTHON)
    machine.put("id", "#!/bin/sh\necho 1000\n")
    machine.put("sudo", NOTES_ITSELF.format(name="sudo"))
    assert machine.set_up().returncode == 0
    assert any("apt-get install" in call for call in machine.calls("sudo"))
    assert machine.calls("apt-get") == []


def test_without_root_and_sudo_the_packages_are_named_and_the_rest_goes_on(machine: Machine) -> None:
    machine.be_debian()
    machine.put("python3", PYTHON)
    machine.put("id", "#!/bin/sh\necho 1000\n")
    done = machine.set_up()
    assert done.returncode == 0
    assert "please have these installed: ca-certificates" in done.stderr
    assert (machine.checkout / ".venv" / "stamp").exists()


def test_another_system_is_told_the_packages_and_goes_on(machine: Machine) -> None:
    machine.put("python3", PYTHON)
    done = machine.set_up()
    assert done.returncode == 0
    assert "neither Debian nor Ubuntu" in done.stderr
    assert "libegl1" in done.stderr
    assert any("--require-hashes" in call for call in machine.calls("python"))


def test_a_machine_without_python_is_told_so(machine: Machine) -> None:
    done = machine.set_up()
    assert done.returncode == 1
    assert "no Python of at least 3.11" in done.stderr


def test_a_second_run_does_nothing_and_says_nothing(machine: Machine) -> None:
    machine.put("python3", PYTHON)
    machine.set_up()
    second = machine.set_up()
    assert (second.returncode, second.stderr) == (0, "")
    assert [call for call in machine.calls("python") if call != "python -c "] == []


def test_a_failure_is_named_and_the_next_run_begins_again(machine: Machine) -> None:
    machine.put("python3", PYTHON)
    (machine.checkout / "offline").touch()
    failed = machine.set_up()
    assert failed.returncode != 0
    assert "failed: pip install of requirements.lock" in failed.stderr
    assert "no route to host" in failed.stderr
    (machine.checkout / "offline").unlink()
    assert machine.set_up().returncode == 0
    assert any("--require-hashes" in call for call in machine.calls("python"))


def test_a_changed_project_file_keeps_the_packages(machine: Machine) -> None:
    machine.put("python3", PYTHON)
    machine.set_up()
    with (machine.checkout / "pyproject.toml").open("a") as project:
        project.write("# changed\n")
    assert machine.set_up().returncode == 0
    assert [call for call in machine.calls("python") if "--require-hashes" in call] == []
    assert any("--editable" in call for call in machine.calls("python"))


@pytest.mark.parametrize("change", ["lock", "place"])
def test_a_changed_lock_or_place_makes_the_environment_anew(machine: Machine, change: str) -> None:
    machine.put("python3", PYTHON)
    machine.set_up()
    if change == "lock":
        with (machine.checkout / "requirements.lock").open("a") as lock:
            lock.write("# changed\n")
    else:
        machine.checkout = machine.checkout.rename(machine.checkout.with_name("elsewhere"))
    assert machine.set_up().returncode == 0
    assert any("-m venv --clear" in call for call in machine.calls("python"))
    assert any("--require-hashes" in call for call in machine.calls("python"))
