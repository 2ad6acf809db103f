"""What may be entered: a claim is held to the same rules as a case file, a person to a few of their own."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

from stdnum import iban
from stdnum.ch import ssn
from stdnum.exceptions import ValidationError

from caseworker.errors import Refusal
from caseworker.services.people.forms import PersonForm


def check_person(form: PersonForm) -> None:
    """Refusal if a person's dates, AHV number or language cannot be right."""
    if form.death_date is not None and form.death_date < form.birth_date:
        raise Refusal("The day of death lies before the birth.", "Check both days.")
    if form.language not in ("it", "de", "fr", "en"):
        raise Refusal(
            "There are no letters in the language {language!r}.",
            "Choose one of {known}.",
            language=form.language,
            known="it, de, fr, en",
        )
    if form.number is not None and not form.number.strip():
        raise Refusal("The insured number is empty.", "Leave it out to have one given.")
    check_text(form)


def compact_ahv(number: str | None) -> str | None:
    """An AHV number as 13 digits; Refusal if its check digit is wrong."""
    wrong = Refusal("This is no valid AHV number.", "It looks like 756.9217.0769.85.")
    return _compact(number, ssn.validate, wrong)


def compact_iban(number: str | None) -> str | None:
    """An IBAN without spaces; Refusal if its check digits are wrong."""
    wrong = Refusal("This is no valid IBAN.", "It looks like CH93 0076 2011 6238 5295 7.")
    return _compact(number, iban.validate, wrong)


def check_text(value: Any) -> None:
    """No text of a form holds a zero byte, which Postgres does not take."""
    if isinstance(value, str):
        if "\0" in value:
            raise Refusal("A text holds a character that cannot be stored.", "Type the text again.")
    elif isinstance(value, tuple):
        for each in value:
            check_text(each)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            check_text(getattr(value, field.name))


def _compact(number: str | None, validate: Callable[[str], str], wrong: Refusal) -> str | None:
    if number is None or not number.strip():
        return None
    try:
        return validate(number)
    except ValidationError as error:
        raise wrong from error
