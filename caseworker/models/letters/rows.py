"""What the store gives of letters: frozen rows, never live objects."""

from typing import NamedTuple


class LetterRow(NamedTuple):
    """A letter entry: its frozen record with its hash; the bytes with theirs, None until it is drawn."""

    number: str
    decision_number: str
    record: str
    record_sha256: str
    sha256: str | None
    content: bytes | None
