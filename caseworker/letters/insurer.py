"""Who writes the letters, as shipped with the program."""

from functools import cache

from caseworker import canonical
from caseworker.letters.record import Insurer
from caseworker.resources import resource


@cache
def load_insurer() -> Insurer:
    """The letterhead's data, read once."""
    return canonical.loads(Insurer, resource("letters", "insurer.json").read_text(encoding="utf-8"))
