"""What the rules call by codes, in the language of the window; rule texts are `caseworker.wording`'s."""

from __future__ import annotations

from caseworker.ui.kit import text
from caseworker.wording.format import format_measure, format_period
from caseworker.wording.texts import benefit_name, limit_name

_WARDS = ("semi_private", "private")
_LANGUAGES = ("de", "fr", "it", "en")


def tier(code: str) -> str:
    """A tier by the name of the product."""
    return {"reala": "Mivita Reala", "extensa": "Mivita Extensa"}.get(code, code)


def ward(code: str | None) -> str:
    """A ward of Comforta."""
    return text.say(f"words.ward.{code}") if code in _WARDS else code or ""


def language_name(code: str) -> str:
    """A language in the language of now."""
    return text.say(f"words.language.{code}") if code in _LANGUAGES else code


def years_of(phase_code: str) -> str:
    """The years of age of a life phase: `26-44F` as `26–44`."""
    return phase_code.rstrip("FM").replace("-", "–")


def phase(code: str) -> str:
    """A life phase (art. 3): `26-44F` as `26–44, women`."""
    years = years_of(code)
    if code.endswith("F"):
        return text.say("words.women", years=years)
    if code.endswith("M"):
        return text.say("words.men", years=years)
    return years


def sex(code: str | None) -> str:
    """A sex in one word; empty where it is not recorded."""
    if code is None:
        return ""
    return text.say("words.female" if code == "F" else "words.male")


def relation(code: str) -> str:
    """What someone is to the person."""
    return text.say(f"words.relation.{code}")


def article(code: str) -> str:
    """An article of the conditions: `11.1` as `art. 11.1`; the general conditions by their letters."""
    return code if code.isalpha() else text.say("words.cite.article", article=code)


def benefit(code: str) -> str:
    """A benefit by name."""
    return benefit_name(code, text.language())


def limit(code: str) -> str:
    """A limit by name."""
    return limit_name(code, text.language())


def quantity(value: int, unit: str) -> str:
    """A number in a limit's unit, short."""
    return format_measure(value, unit, text.language())


def period(code: str) -> str:
    """A limit's period: `2026`, `2022/2026`, `event:E1`, `lifetime`."""
    return format_period(code, text.language())


def letter_kind(kind: str) -> str:
    """What a letter is, in a word."""
    return text.say(f"words.letter_kind.{kind}")


def letter_state(state: str) -> str:
    """Where a letter stands, in a word or two."""
    return text.say(f"words.letter_state.{state}")


def letter_tone(state: str) -> str:
    """The tone of a letter's state: what still has to go out waits."""
    return {"ready": "waiting", "held": "waiting", "sent": "positive"}.get(state, "negative")
