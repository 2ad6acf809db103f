"""Reading case files from disk for a command, with the error line that the format asks for."""

from __future__ import annotations

import sys
from pathlib import Path

from caseworker.resources import resource
from caseworker.rules.case import Case
from caseworker.rules.casefile.fields import CaseFileError
from caseworker.rules.casefile.reader import CaseReader, parse_json
from caseworker.rules.conditions import Conditions, load_conditions


def product_conditions() -> Conditions:
    """The editions of Mivita that come with the program."""
    return load_conditions(resource("conditions", "mivita"))


def read_file(path: Path, reader: CaseReader) -> Case:
    """The case in a file; raises CaseFileError."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise CaseFileError("", error.strerror or str(error)) from None
    except UnicodeDecodeError as error:
        raise CaseFileError("", f"not UTF-8 (byte {error.start})") from None
    return reader.read(parse_json(text))


def complain(path: Path, error: CaseFileError) -> None:
    """One line on standard error: the file, the pointer, what is wrong."""
    line = f"{path}: {error.pointer}: {error.message}" if error.pointer else f"{path}: {error.message}"
    print(" ".join(line.splitlines()), file=sys.stderr)
