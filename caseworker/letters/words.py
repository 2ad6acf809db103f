"""What letters of every kind say alike, in the person's language: amounts, days, articles, the salutation."""

import re
from collections.abc import Iterator
from datetime import date

from caseworker.letters.record import Head, Invoice
from caseworker.wording.format import format_chf, format_date, format_long_date, format_rappen
from caseworker.wording.texts import article_text, benefit_name, letter_text

_ADULT = 18

# Spaces at which a line must not end: after "art." and "CHF", around the times sign, before the signs that
# French and German set off.
_HELD_TOGETHER = re.compile(r"(?<=\b[Aa]rt\.) | (?=[:;?!%»×])|(?<=[×«]) |(?<=\bCHF) ")


class HeadWords:
    """The sentences that any letter may need; those of its kind come with the kind."""

    def __init__(self, head: Head) -> None:
        self.head = head
        self.language = head.language

    def say(self, key: str, **values: str) -> str:
        """A text of the letter with its values, which are put in as they are."""
        return self._held(letter_text(key, self.language, **values))

    def chf(self, rappen: int) -> str:
        """An amount with its currency."""
        return format_chf(rappen)

    def amount(self, rappen: int) -> str:
        """An amount for a column whose head names the currency."""
        return format_rappen(rappen)

    def day(self, day: date) -> str:
        """A day in figures."""
        return format_date(day)

    def long_day(self, day: date) -> str:
        """A day with its month in letters."""
        return self._held(format_long_date(day, self.language))

    def days(self, first: date, last: date) -> str:
        """A day, or the first and the last of several."""
        return self.day(first) if first == last else f"{self.day(first)} – {self.day(last)}"

    def benefit(self, code: str) -> str:
        """A benefit's name."""
        return benefit_name(code, self.language)

    def insured_name(self) -> str:
        """Given name and name of the person the letter is about, or the number where neither is recorded."""
        insured = self.head.insured
        return f"{insured.given_name} {insured.name}".strip() or insured.number

    def salutation(self) -> str:
        """By name where the letter goes to the insured person, of age; otherwise to whoever opens it."""
        head, insured = self.head, self.head.insured
        age = head.issued.year - insured.birth_date.year
        if _month_day(head.issued) < _month_day(insured.birth_date):
            age -= 1
        address = " ".join(head.recipient)
        names = (insured.given_name.strip(), insured.name.strip())
        if age >= _ADULT and all(name and name in address for name in names):
            return self.say(f"salutation.{insured.sex}", name=insured.name)
        return self.say("salutation")

    def place_date(self) -> str:
        """Where and when the letter was written."""
        head = self.head
        return self.say("place_date", place=head.insurer.place, date=self.long_day(head.issued))

    def about_insured(self) -> tuple[tuple[str, str], ...]:
        """Whom the letter is about: labels and values."""
        insured = self.head.insured
        return (
            (self.say("reference.insured"), self.insured_name()),
            (self.say("reference.birth_date"), self.day(insured.birth_date)),
            (self.say("reference.insured_number"), insured.number),
        )

    def about_invoice(self, invoice: Invoice) -> Iterator[tuple[str, str]]:
        """Which invoice the letter is about, as far as that is known: labels and values."""
        if invoice.number is not None:
            yield self.say("reference.invoice"), invoice.number
        if invoice.received is not None:
            yield self.say("reference.received"), self.day(invoice.received)

    def contact(self) -> tuple[str, str]:
        """Who answers questions, and under which number: label and value."""
        phone = self.head.insurer.contact_phone
        return self.say("reference.contact"), ", ".join(filter(None, (self.head.contact, phone)))

    def held(self, *sentences: str) -> str:
        """Sentences that the house worded, as one paragraph."""
        return self._held(" ".join(filter(None, sentences)))

    def article(self, article: str) -> str:
        """An article as it is cited."""
        return self._held(article_text(article, self.language))

    @staticmethod
    def _held(text: str) -> str:
        return _HELD_TOGETHER.sub("\u00a0", text)


def cited(text: str, source: str) -> str:
    """A sentence with its source in brackets, before the full stop."""
    return f"{text.removesuffix('.')} ({source})."


def _month_day(day: date) -> tuple[int, int]:
    return day.month, day.day
