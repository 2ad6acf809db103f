"""Compiles the texts: `.venv/bin/python scripts/texts.py` after a change in `resources/texts/**/*.po`.

Beside each .po comes the .mo that the program reads. Translators' tools (Poedit and others) write it as well.
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

TEXTS = Path(__file__).resolve().parent.parent / "resources" / "texts"
MAGIC = 0x950412DE
HEAD = 7 * 4


def main() -> int:
    """Compile every area in every language; the result is the exit code."""
    for source in sorted(TEXTS.rglob("*.po")):
        with source.open("rb") as file:
            catalog = read_po(file, locale=source.stem, abort_invalid=True)
        source.with_suffix(".mo").write_bytes(compiled(catalog))
    return 0


def compiled(catalog: Catalog) -> bytes:
    """A .mo of the texts alone: Babel's own carries dates and versions, and would change without them."""
    texts = sorted({"": _header(catalog), **dict(map(_entry, list(catalog)[1:]))}.items())
    keys, values = ([text.encode() for text in column] for column in zip(*texts, strict=True))
    tables = HEAD + 2 * 8 * len(texts)
    key_index, key_bytes = _strings(keys, tables)
    value_index, value_bytes = _strings(values, tables + len(key_bytes))
    head = struct.pack("<7I", MAGIC, 0, len(texts), HEAD, HEAD + 8 * len(texts), 0, 0)
    return head + key_index + value_index + key_bytes + value_bytes


def _header(catalog: Catalog) -> str:
    return (
        f"Language: {catalog.locale_identifier}\n"
        "Content-Type: text/plain; charset=utf-8\n"
        f"Plural-Forms: {catalog.plural_forms}\n"
    )


def _entry(message: object) -> tuple[str, str]:
    key, text = getattr(message, "id"), getattr(message, "string")  # noqa: B009 - Babel ships no types
    return ("\0".join(key), "\0".join(text)) if isinstance(key, tuple) else (key, text)


def _strings(texts: list[bytes], start: int) -> tuple[bytes, bytes]:
    index = b""
    for text in texts:
        index += struct.pack("<2I", len(text), start)
        start += len(text) + 1
    return index, b"".join(text + b"\0" for text in texts)


if __name__ == "__main__":
    sys.exit(main())
