"""The languages in which people are written to."""

from enum import StrEnum


class Language(StrEnum):
    """A language of the insured; the values are ISO 639-1 codes."""

    ITALIAN = "it"
    GERMAN = "de"
    FRENCH = "fr"
    ENGLISH = "en"
