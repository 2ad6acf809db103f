"""How names are folded for the search: Müller, Mueller and Muller are one, also half typed."""

import re
import unicodedata

_OWN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "a", "œ": "o", "\u0131": "i", "ð": "d", "þ": "th"})
_SEPARATORS = re.compile(r"[\s\-'’`\u00b4.,;/]+")
_DIGRAPHS = re.compile(r"(?<=[aou])e")


def fold(text: str) -> str:
    """Lower case without accents, ae/oe/ue as a/o/u, words parted by single spaces; all else as it is."""
    if not text.isascii():
        parted = unicodedata.normalize("NFKD", text.casefold().translate(_OWN))
        text = "".join(letter for letter in parted if not unicodedata.combining(letter))
    return _DIGRAPHS.sub("", _SEPARATORS.sub(" ", text.casefold()).strip())
