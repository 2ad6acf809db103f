"""The people who come first, the same in every made-up insurer: docs/demo.md tells their stories.

Days are given for the year of `ANCHOR`; with another anchor the years move along.
"""

from __future__ import annotations

from datetime import date, datetime

from caseworker.demo.forms import Household, Member
from caseworker.demo.numbers import ahv_number, email_address, iban
from caseworker.demo.people import entered_on, person_number
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


def told_households(anchor: date) -> tuple[Household, ...]:
    """The told people; the insurer's first persons, in this order."""
    roll = Roll(Calendar(anchor))
    return (
        _bernasconi(roll),
        _huerlimann(roll),
        _deleze(roll),
        _regazzoni(roll),
        _zgraggen(roll),
        _kavanagh(roll),
        _crettenand(roll),
        _chatelain(roll),
    )


def _bernasconi(roll: Roll) -> Household:
    home = AddressRow("Via dei Glicini", "12", "6900", "Lugano", "CH")
    woman, man = Sex.FEMALE, Sex.MALE
    lucia = roll.person(
        "Bernasconi", "Lucia", woman, "1985-07-14", "it", home,
        "mivita/extensa/2019-01-01//3", "comforta/semi_private/2021-01-01",
    )  # fmt: skip
    davide = roll.person("Galfetti", "Davide", man, "1983-11-02", "it", home, "mivita/reala/2019-01-01//3")
    family = {"father": davide.form.number, "mother": lucia.form.number}
    home = home._replace(care_of="c/o Lucia Bernasconi")
    mia = roll.person(
        "Galfetti", "Mia", woman, "2017-05-03", "it", home,
        "mivita/extensa/2019-01-01", "denta//2019-01-01", **family,
    )  # fmt: skip
    leo = roll.person(
        "Galfetti", "Leo", man, "2026-02-20", "it", home,
        "mivita/extensa/2026-02-20", "denta//2026-02-20", **family,
    )  # fmt: skip
    return Household("Bernasconi Galfetti, Lugano", (lucia, davide, mia, leo))


def _huerlimann(roll: Roll) -> Household:
    home = AddressRow("Rebhaldenstrasse", "7", "8400", "Winterthur", "CH")
    hansruedi = roll.person(
        "Hürlimann", "Hansruedi", Sex.MALE, "1960-03-22", "de", home, "mivita/extensa/2012-01-01"
    )
    vreni = roll.person(
        "Hürlimann", "Vreni", Sex.FEMALE, "1963-09-05", "de", home,
        "mivita/reala/2012-01-01", "denta//2012-01-01",
    )  # fmt: skip
    return Household("Hürlimann, Winterthur", (hansruedi, vreni))


def _deleze(roll: Roll) -> Household:
    home = AddressRow("Rue des Moulins", "31", "1950", "Sion", "CH")
    aurelie = roll.person(
        "Délèze", "Aurélie", Sex.FEMALE, "1992-08-19", "fr", home, "mivita/extensa/2020-01-01"
    )
    return Household("Délèze, Sion", (aurelie,))


def _regazzoni(roll: Roll) -> Household:
    home = AddressRow("Viale dei Tigli", "3", "6600", "Locarno", "CH", "c/o Carla Regazzoni")
    giovanni = roll.person(
        "Regazzoni", "Giovanni", Sex.MALE, "1941-01-30", "it", home,
        "mivita/extensa/2009-01-01/2026-04-11", death="2026-04-11",
    )  # fmt: skip
    return Household("Regazzoni, Locarno", (giovanni,))


def _zgraggen(roll: Roll) -> Household:
    home = AddressRow("Dorfstrasse", "44", "6460", "Altdorf UR", "CH")
    reto = roll.person(
        "Zgraggen", "Reto", Sex.MALE, "1978-12-11", "de", home, "mivita/reala/2015-01-01/2024-12-31"
    )
    return Household("Zgraggen, Altdorf UR", (reto,))


def _kavanagh(roll: Roll) -> Household:
    home = AddressRow("Rue des Tilleuls", "18", "1201", "Genève", "CH")
    fiona = roll.person(
        "Kavanagh", "Fiona", Sex.FEMALE, "1996-04-27", "en", home,
        "mivita/reala/2022-01-01/2025-12-31", "mivita/extensa/2026-01-01", "denta//2022-01-01",
    )  # fmt: skip
    return Household("Kavanagh, Genève", (fiona,))


def _crettenand(roll: Roll) -> Household:
    home = AddressRow("Chemin des Vignes", "5", "1920", "Martigny", "CH")
    noe = roll.person("Crettenand", "Noé", Sex.MALE, "1999-06-08", "fr", home, "mivita/extensa/2026-01-01")
    return Household("Crettenand, Martigny", (noe,))


def _chatelain(roll: Roll) -> Household:
    home = AddressRow("Rue du Temple", "2", "2000", "Neuchâtel", "CH")
    odile = roll.person("Châtelain", "Odile", Sex.FEMALE, "1958-10-16", "fr", home, "mivita/reala/2014-01-01")
    return Household("Châtelain, Neuchâtel", (odile,))
