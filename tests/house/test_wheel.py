"""What is installed elsewhere is whole: the package brings its conditions, texts and fonts with it."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.house.tree import ROOT, files

FINDS_ITS_FONT = """
import sys
sys.path.insert(0, sys.argv[1])
from caseworker.resources import resource
print(resource("fonts", "SourceSans3-Regular.ttf"))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as an installation from its wheel lays it out."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


def test_an_installed_package_finds_its_own_resources(installed: Path) -> None:
    command = [sys.executable, "-P", "-c", FINDS_ITS_FONT, str(installed)]
    found = subprocess.run(command, cwd=installed, check=True, capture_output=True, text=True).stdout.strip()
    assert found == str(installed / "caseworker" / "_resources" / "fonts" / "SourceSans3-Regular.ttf")
    assert Path(found).is_file()


def test_every_resource_of_the_checkout_comes_with_the_package(installed: Path) -> None:
    resources = ROOT / "resources"
    expected = {path.relative_to(resources) for path in files() if path.is_relative_to(resources)}
    shipped = installed / "caseworker" / "_resources"
    assert expected
    assert {path for path in expected if not (shipped / path).is_file()} == set()
