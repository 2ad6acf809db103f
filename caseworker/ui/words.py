"""The window's own words for what the rules call by codes: tiers, phases, outcomes, states."""

from PySide6.QtCore import QCoreApplication


def tier(code: str) -> str:
    """A tier by the name of the product."""
    return {"reala": "Mivita Reala", "extensa": "Mivita Extensa"}.get(code, code)


def language_name(code: str) -> str:
    """A language in the language of now."""
    names = {
        "de": QCoreApplication.translate("words", "German"),
        "fr": QCoreApplication.translate("words", "French"),
        "it": QCoreApplication.translate("words", "Italian"),
        "en": QCoreApplication.translate("words", "English"),
    }
    return names.get(code, code)


def phase(code: str) -> str:
    """A life phase (art. 3): `26-44F` as `26–44, women`."""
    years = code.rstrip("FM").replace("-", "–")
    if code.endswith("F"):
        return QCoreApplication.translate("words", "{0}, women").format(years)
    if code.endswith("M"):
        return QCoreApplication.translate("words", "{0}, men").format(years)
    return years


def sex(code: str | None) -> str:
    """A sex in one word; empty where it is not recorded."""
    if code == "F":
        return QCoreApplication.translate("words", "female")
    if code == "M":
        return QCoreApplication.translate("words", "male")
    return ""
