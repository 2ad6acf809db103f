"""What the rules call by codes, in the language of the window; rule texts are `caseworker.wording`'s."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from caseworker.ui.kit.forms import amount as francs

_AMOUNT_UNIT = "CHF"
_SPEECHES = ("de", "fr", "it", "en")


def speech() -> str:
    """The language of the window: de, fr, it or en."""
    code = QLocale().name()[:2]
    return code if code in _SPEECHES else "en"


def tier(code: str) -> str:
    """A tier by the name of the product."""
    return {"reala": "Mivita Reala", "extensa": "Mivita Extensa"}.get(code, code)


def ward(code: str | None) -> str:
    """A ward of Comforta."""
    names = {
        "semi_private": QCoreApplication.translate("words", "semi-private ward"),
        "private": QCoreApplication.translate("words", "private ward"),
    }
    return names.get(code or "", code or "")


def language_name(code: str) -> str:
    """A language in the language of now."""
    names = {
        "de": QCoreApplication.translate("words", "German"),
        "fr": QCoreApplication.translate("words", "French"),
        "it": QCoreApplication.translate("words", "Italian"),
        "en": QCoreApplication.translate("words", "English"),
    }
    return names.get(code, code)


def years_of(phase_code: str) -> str:
    """The years of age of a life phase: `26-44F` as `26–44`."""
    return phase_code.rstrip("FM").replace("-", "–")


def phase(code: str) -> str:
    """A life phase (art. 3): `26-44F` as `26–44, women`."""
    years = years_of(code)
    if code.endswith("F"):
        return QCoreApplication.translate("words", "{0}, women").format(years)
    if code.endswith("M"):
        return QCoreApplication.translate("words", "{0}, men").format(years)
    return years


def sex(code: str | None) -> str:
    """A sex in one word; empty where it is not recorded."""
    names = {
        "F": QCoreApplication.translate("words", "female"),
        "M": QCoreApplication.translate("words", "male"),
    }
    return names.get(code or "", "")


def relation(code: str) -> str:
    """What someone is to the person."""
    names = {
        "father": QCoreApplication.translate("words", "Father"),
        "mother": QCoreApplication.translate("words", "Mother"),
        "child": QCoreApplication.translate("words", "Child"),
        "household": QCoreApplication.translate("words", "Same household"),
    }
    return names[code]


def article(code: str) -> str:
    """An article of the conditions: `11.1` as `art. 11.1`; the general conditions by their letters."""
    return code if code.isalpha() else QCoreApplication.translate("words", "art. {0}").format(code)


def benefit(code: str) -> str:
    """A benefit by name."""
    from caseworker.wording.texts import benefit_name

    return benefit_name(code, speech())


def limit(code: str) -> str:
    """A limit by name."""
    from caseworker.wording.texts import limit_name

    return limit_name(code, speech())


def quantity(value: int, unit: str) -> str:
    """A number in a limit's unit: CHF from Rappen, hours from hundredths, days and times as they are."""
    if unit == _AMOUNT_UNIT:
        return francs(value)
    if unit == "hours":
        return QCoreApplication.translate("words", "{0} h").format(francs(value))
    if unit == "days":
        if value == 1:
            return QCoreApplication.translate("words", "1 day")
        return QCoreApplication.translate("words", "{0} days").format(value)
    return f"{value} ×"


def period(code: str) -> str:
    """A limit's period: `2026`, `2022/2026`, `event:E1`, `lifetime`."""
    kind, _, name = code.partition(":")
    if kind == "event":
        return QCoreApplication.translate("words", "event {0}").format(name)
    if kind == "episode":
        return QCoreApplication.translate("words", "episode {0}").format(name)
    if kind == "treatment":
        day = ".".join(reversed(name.split("-")))
        return QCoreApplication.translate("words", "treatment from {0}").format(day)
    if kind == "lifetime":
        return QCoreApplication.translate("words", "lifetime")
    return code.replace("/", "–")
