"""The people who come first, the same in every made-up insurer: docs/demo.md tells their stories.

Days are given for the year of `ANCHOR`; with another anchor the years move along.
"""

from __future__ import annotations

from datetime import date, datetime

from caseworker.demo.forms import Member
from caseworker.demo.invented.people import entered_on, person_number
from caseworker.demo.numbers import ahv_number, email_address, iban
from caseworker.demo.staff import ANCHOR
from caseworker.models.people.rows import AddressRow
from caseworker.rules.vocabulary import Sex
from caseworker.services.people.forms import CoverageForm, PersonForm


class Calendar:
    """The days of the told stories, moved with the anchor."""

    def __init__(self, anchor: date) -> None:
        self.anchor, self._years = anchor, anchor.year - ANCHOR.year

    def day(self, text: str) -> date:
        """A day of the stories, given as ISO text."""
        found = date.fromisoformat(text)
        return found.replace(year=found.year + self._years)

    def at(self, text: str) -> datetime:
        """A moment with its offset, given as ISO text."""
        found = datetime.fromisoformat(text)
        return found.replace(year=found.year + self._years)


class Roll:
    """Enters the told people one after the other."""

    def __init__(self, calendar: Calendar) -> None:
        self._calendar, self._count = calendar, 0

    def person(
        self,
        name: str,
        given_name: str,
        sex: Sex,
        birth: str,
        language: str,
        address: AddressRow,
        *covers: str,
        death: str | None = None,
        father: str | None = None,
        mother: str | None = None,
    ) -> Member:
        """The next person; `covers` as `product/tier/first/last/years`, the last two may be left out."""
        self._count += 1
        index, day = self._count, self._calendar.day
        grown = self._calendar.anchor.year - day(birth).year >= 18
        form = PersonForm(
            birth_date=day(birth),
            sex=sex,
            name=name,
            given_name=given_name,
            language=language,
            number=person_number(index),
            ahv=ahv_number(index),
            death_date=None if death is None else day(death),
            email=email_address(given_name, name, index) if grown else None,
            iban=iban(index),
            phone=f"+41 91 010 10 {index:02}" if grown else None,
            address=address,
            father=father,
            mother=mother,
        )
        coverages = tuple(self._cover(text) for text in covers)
        return Member(form, coverages, entered_on(form, coverages))

    def _cover(self, text: str) -> CoverageForm:
        product, tier, first, last, years = (*text.split("/"), "", "")[:5]
        day = self._calendar.day
        return CoverageForm(product, day(first), tier or None, day(last) if last else None, int(years or 1))
