"""Numbers of the made-up people: formally valid, each given out once, and nobody's."""

from __future__ import annotations

from caseworker.demo.chance import Chance

MOST_PEOPLE = 10**8
_NINE_DIGITS = 10**9
# Without a factor in common with ten: no two people get the same number.
_STRIDE = 618_033_989
_START = 271_828_182


def ahv_number(index: int) -> str:
    """The AHV number of the index-th person: 13 digits, 756 first, the EAN-13 check digit last."""
    digits = f"756{(_START + index * _STRIDE) % _NINE_DIGITS:09}"
    weighed = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return f"{digits}{-weighed % 10}"


def iban(index: int) -> str:
    """The account of the index-th person: a Swiss IBAN at a bank that there is none of."""
    account = f"99999{(_START + index * _STRIDE) % 10**12:012}"
    check = 98 - int(f"{account}121700") % 97  # C and H count as 12 and 17
    return f"CH{check:02}{account}"


def phone_number(chance: Chance) -> str:
    """A Swiss number as people write it; numbers of subscribers never begin with 0, so it rings nowhere."""
    prefix = chance.one(("76", "77", "78", "79", "79", "91", "44", "21", "22", "31"))
    return f"+41 {prefix} 0{chance.whole(10, 99)} {chance.whole(10, 99)} {chance.whole(10, 99)}"


def email_address(given_name: str, name: str, index: int) -> str:
    """An address under a domain that is kept free for examples."""
    return f"{_plain(given_name)}.{_plain(name)}{index % 1000}@example.org"


_PLAIN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "é": "e", "è": "e", "ê": "e", "ë": "e", "à": "a", "â": "a", "ô": "o"}
    | {"ò": "o", "ù": "u", "ì": "i", "î": "i", "ï": "i", "ç": "c", "’": "", "'": "", " ": "-"}
)


def _plain(text: str) -> str:
    return text.lower().translate(_PLAIN)
