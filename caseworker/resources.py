"""Where the conditions, texts, fonts and icons lie that come with the program."""

from functools import cache
from pathlib import Path

from caseworker.errors import Refusal


@cache
def _root() -> Path:
    """The folder inside an installed package, or that of the checkout the program runs from."""
    package = Path(__file__).resolve().parent
    for folder in (package / "_resources", package.parent / "resources"):
        if folder.is_dir():
            return folder
    raise Refusal("The program's own resources are missing.", "Install caseworker again.")


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder, such as `resource("fonts", "SourceSans3-Regular.ttf")`.

    The file need not exist: whoever opens it sees the ordinary error.
    """
    return _root().joinpath(*parts)
