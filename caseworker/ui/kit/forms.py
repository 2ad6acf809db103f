"""Amounts and days in their Swiss forms, the same in every language: CHF 1’234.50, 05.03.2026."""

from datetime import date

NOT_RECORDED = "–"


def amount(rappen: int) -> str:
    """Rappen as `1’234.50`."""
    sign = "-" if rappen < 0 else ""
    francs, rest = divmod(abs(rappen), 100)
    return f"{sign}{francs:,}".replace(",", "’") + f".{rest:02d}"


def day(value: date) -> str:
    """A day as `05.03.2026`."""
    return value.strftime("%d.%m.%Y")


def span(first: date, last: date | None) -> str:
    """A period: one day, from day to day, or from a day on."""
    if last is None:
        return f"{day(first)} –"
    return day(first) if first == last else f"{day(first)} – {day(last)}"
