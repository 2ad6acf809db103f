"""The sentences of a letter."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from caseworker.letters.kinds.decision.record import LetterComponent, Payee
from caseworker.letters.kinds.decision.words import Words
from caseworker.letters.record import Insured, Invoice
from caseworker.rules.vocabulary import Sex, Unit
from tests.letters.samples import CAPPED, CURE, DAY, DENIED, PAID, PENDING, WAITING, letter

LUCIA = Insured("Bernasconi", "Lucia", Sex.FEMALE, date(1985, 7, 14), "8")


def _plain(text: str | None) -> str:
    assert text is not None
    return text.replace("\u00a0", " ")


def _why(line: Any, language: str = "de") -> list[str]:
    return [_plain(text) for text in Words(letter(language)).why(line)]


@pytest.mark.parametrize(
    ("language", "sex", "expected"),
    [
        ("it", Sex.FEMALE, "Gentile signora Bernasconi,"),
        ("it", Sex.MALE, "Gentile signor Bernasconi,"),
        ("de", Sex.FEMALE, "Sehr geehrte Frau Bernasconi"),
        ("de", Sex.MALE, "Sehr geehrter Herr Bernasconi"),
        ("fr", Sex.FEMALE, "Madame,"),
        ("fr", Sex.MALE, "Monsieur,"),
        ("en", Sex.MALE, "Dear Mr Bernasconi,"),
    ],
)
def test_the_insured_is_greeted_by_name(language: str, sex: Sex, expected: str) -> None:
    assert Words(letter(language, insured=replace(LUCIA, sex=sex))).salutation() == expected


@pytest.mark.parametrize(
    ("birth", "expected"),
    [(date(2008, 3, 20), "Sehr geehrte Frau Bernasconi"), (date(2008, 3, 21), "Guten Tag")],
)
def test_a_child_is_not_greeted_by_name_until_eighteen(birth: date, expected: str) -> None:
    assert Words(letter(insured=replace(LUCIA, birth_date=birth))).salutation() == expected


def test_someone_else_at_the_address_is_greeted_without_a_name() -> None:
    assert Words(letter(recipient=("Aldo Bernasconi", "6600 Locarno"))).salutation() == "Guten Tag"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((PAID,), "An diese Rechnung zahlen wir CHF 360.00. Die Tabelle"),
        ((PAID, PENDING), "An diese Rechnung zahlen wir CHF 360.00. Ein Teil ist noch offen."),
        ((DENIED,), "An diese Rechnung können wir nichts zahlen. Die Tabelle"),
        ((DENIED, WAITING), "Über diese Rechnung können wir noch nicht vollständig entscheiden."),
    ],
)
def test_the_result_comes_first(lines: tuple[Any, ...], expected: str) -> None:
    record = letter(lines=lines, total=sum(line.paid for line in lines))
    assert _plain(Words(record).opening()).startswith(expected)


def test_a_percentage_is_told_with_its_article() -> None:
    assert _why(PAID) == ["75 % von CHF 480.00 (Art. 11.1)."]
    assert _why(PAID, "it") == ["75% di CHF 480.00 (art. 11.1)."]


def test_a_limit_is_told_after_the_percentage() -> None:
    first, second = _why(CAPPED)
    assert first == "50 % von CHF 1’120.00 (Art. 16.1.a)."
    assert "Brille und Kontaktlinsen" in second
    assert second.endswith("(Art. 16.1.a).")


def test_parts_of_a_stay_are_told_with_days_and_what_each_pays() -> None:
    first, second, third, other = _why(CURE)
    assert first == "30.12.2025 – 31.12.2025: 2 Tage zu CHF 90.00, bezahlt CHF 180.00 (Art. 12.1)."
    assert second.startswith("01.01.2026 – 02.01.2026: 2 Tage")
    assert third.endswith("höchstens die Kosten von CHF 13.50, bezahlt CHF 13.50 (Art. 34.2.e).")
    assert other.startswith("CHF 50.00 zahlen andere")


def test_hours_and_lump_sums_are_told() -> None:
    hours = LetterComponent("20a.2", DAY, DAY, 10000, 20000, None, Unit.HOURS, 250, 4000)
    lump = LetterComponent("30.2.i", DAY, DAY, 20000, None, None, Unit.TIMES, 1, 20000)
    assert _why(replace(PAID, paid=10000, components=(hours,))) == ["2.5 Stunden zu CHF 40.00 (Art. 20a.2)."]
    assert _why(replace(PAID, paid=20000, components=(lump,))) == ["Pauschale von CHF 200.00 (Art. 30.2.i)."]


def test_what_is_missing_is_asked_once_for_all_its_positions() -> None:
    lines = (PENDING, replace(PENDING, position="9", missing=PENDING.missing[:1]))
    first, second = (_plain(text) for text in Words(letter(lines=lines, total=0)).asked())
    assert first.endswith("(Art. 26.2; Position 4, 9).")
    assert second.endswith("(Art. 30.2.b; Position 4).")


def test_consent_and_payment_are_told_only_where_there_are_any() -> None:
    words = Words(letter(lines=(DENIED,), total=0))
    assert words.consent() is None
    assert words.payment() is None
    assert "Position 5" in _plain(Words(letter(lines=(WAITING,), total=0)).consent())


def test_an_iban_is_told_in_fours_on_one_line() -> None:
    payment = Words(letter(payee=Payee("Rossi", "CH93 0076 2011 6238 5295 7"))).payment()
    assert payment is not None
    assert "CH93\u00a00076\u00a02011\u00a06238\u00a05295\u00a07" in payment


def test_signs_that_french_sets_off_never_begin_a_line() -> None:
    words = Words(letter("fr"))
    assert " :" not in words.missing_opening()
    assert "\u00a0:" in words.missing_opening()


@pytest.mark.parametrize(
    ("invoice", "expected"),
    [
        (Invoice("Spital Nord", DAY), "Leistungen Mivita: Ihre Rechnung von Spital Nord, 02.03.2026"),
        (Invoice("Spital Nord"), "Leistungen Mivita: Ihre Rechnung von Spital Nord"),
        (Invoice("", DAY), "Leistungen Mivita: Ihre Rechnung vom 02.03.2026"),
        (Invoice(" "), "Leistungen Mivita: Ihre Rechnung"),
    ],
)
def test_the_subject_names_what_is_known_of_the_invoice(invoice: Invoice, expected: str) -> None:
    assert Words(letter(invoice=invoice)).subject() == expected


def test_a_person_without_recorded_names_is_told_by_number() -> None:
    words = Words(letter(insured=replace(LUCIA, name="", given_name=""), recipient=("8",)))
    assert words.insured_name() == "8"
    assert words.salutation() == "Guten Tag"


def test_no_edition_is_named_where_none_was_looked_at() -> None:
    assert "Ausgabe" not in Words(letter(edition="")).opening()
    assert Words(letter(edition="2026")).opening().endswith("Ausgabe 2026.")
