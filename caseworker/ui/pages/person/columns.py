"""The columns of the person page's tables."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from caseworker.ui.kit import forms, words
from caseworker.ui.kit.table import Cell, Column
from caseworker.ui.pages.person.dossier import ClaimLine, LetterLine, RelativeLine, UseLine


def claim_state(line: ClaimLine) -> Cell:
    """Where a claim stands, in one word."""
    if line.open_lines:
        return Cell(QCoreApplication.translate("columns", "open"), "waiting", chip=True)
    if line.amount:
        return Cell(QCoreApplication.translate("columns", "paid"), "positive", chip=True)
    return Cell(QCoreApplication.translate("columns", "refused"), "negative", chip=True)


def claim_columns() -> list[Column[ClaimLine]]:
    """Claims, the latest first."""
    return [
        Column(lambda: QCoreApplication.translate("columns", "Claim"), lambda c: Cell(c.number), 7),
        Column(
            lambda: QCoreApplication.translate("columns", "Treated"),
            lambda c: Cell(forms.day(c.first) if c.first else forms.NOT_RECORDED, "muted"),
            10,
        ),
        Column(
            lambda: QCoreApplication.translate("columns", "Provider"),
            lambda c: Cell(c.provider or forms.NOT_RECORDED, "" if c.provider else "muted"),
        ),
        Column(
            lambda: QCoreApplication.translate("columns", "Charged"),
            lambda c: Cell(forms.amount(c.charged), "muted"),
            9,
            right=True,
        ),
        Column(
            lambda: QCoreApplication.translate("columns", "Paid out"),
            lambda c: Cell(forms.NOT_RECORDED if c.amount is None else forms.amount(c.amount), strong=True),
            9,
            right=True,
        ),
        Column(lambda: "", claim_state, 11),
    ]


def letter_columns() -> list[Column[LetterLine]]:
    """Letters, the latest first."""
    return [
        Column(lambda: QCoreApplication.translate("columns", "Letter"), lambda x: Cell(x.number), 13),
        Column(
            lambda: QCoreApplication.translate("columns", "Date"),
            lambda x: Cell(forms.day(x.at.astimezone().date()), "muted"),
            10,
        ),
        Column(lambda: QCoreApplication.translate("columns", "Claim"), lambda x: Cell(x.claim_number)),
        Column(
            lambda: QCoreApplication.translate("columns", "Paid out"),
            lambda x: Cell(forms.amount(x.amount), strong=True),
            10,
            right=True,
        ),
        Column(
            lambda: "",
            lambda x: (
                Cell("")
                if x.in_force
                else Cell(QCoreApplication.translate("columns", "reversed"), "negative", chip=True)
            ),
            10,
        ),
    ]


def relative_columns() -> list[Column[RelativeLine]]:
    """The family and the household."""
    return [
        Column(lambda: "", lambda r: Cell(words.relation(r.relation), "muted"), 16),
        Column(
            lambda: QCoreApplication.translate("columns", "Name"),
            lambda r: Cell(f"{r.name} {r.given_name}", strong=True),
        ),
        Column(
            lambda: QCoreApplication.translate("columns", "Born"), lambda r: Cell(forms.day(r.birth_date)), 10
        ),
        Column(
            lambda: QCoreApplication.translate("columns", "Tier"),
            lambda r: (
                Cell(words.tier(r.tier))
                if r.tier
                else Cell(QCoreApplication.translate("columns", "no cover"), "negative")
            ),
            14,
        ),
    ]


def use_columns() -> list[Column[UseLine]]:
    """What was taken from a limit, in the order in which it was booked."""
    return [
        Column(lambda: QCoreApplication.translate("columns", "Claim"), lambda u: Cell(u.claim_number), 7),
        Column(
            lambda: QCoreApplication.translate("columns", "Treated"),
            lambda u: Cell(forms.span(u.first, u.last), "muted"),
            19,
        ),
        Column(
            lambda: QCoreApplication.translate("columns", "Benefit"), lambda u: Cell(words.benefit(u.benefit))
        ),
        Column(
            lambda: QCoreApplication.translate("columns", "Decided"),
            lambda u: Cell(f"{u.decision_number}, {forms.day(u.at.astimezone().date())}", "muted"),
            17,
        ),
        Column(
            lambda: QCoreApplication.translate("columns", "Taken"),
            lambda u: Cell(words.quantity(u.amount, u.unit), "negative" if u.counter else "", strong=True),
            10,
            right=True,
        ),
    ]
