"""Who writes a letter, as the house is set on its day; what is frozen with it does not change any more."""

from __future__ import annotations

from caseworker.letters.record import Insurer
from caseworker.settings import (
    CONTACT_PHONE,
    INSURER_ADDRESS,
    INSURER_EMAIL,
    INSURER_NAME,
    INSURER_PHONE,
    INSURER_PLACE,
    INSURER_WEB,
    InForce,
)
from caseworker.wording.languages import Language


def insurer_of(settings: InForce, language: Language) -> Insurer:
    """The letterhead of a letter in a language."""
    return Insurer(
        name=settings.of(INSURER_NAME),
        address=settings.of(INSURER_ADDRESS),
        place=settings.of(INSURER_PLACE, language),
        phone=settings.of(INSURER_PHONE),
        web=settings.of(INSURER_WEB),
        email=settings.of(INSURER_EMAIL) or None,
        contact_phone=settings.of(CONTACT_PHONE) or None,
    )
