"""Exact amounts: whole Rappen in, whole Rappen out."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from caseworker.rules.vocabulary import Hundredths, Rappen, TenThousandths

_UNIT = Decimal(1)


def half_up(numerator: int, denominator: int) -> int:
    """`numerator / denominator` rounded half up; both at least zero, the denominator above it."""
    return (2 * numerator + denominator) // (2 * denominator)


def hundredths(text: str) -> Hundredths:
    """`"12.5"` -> 1250. The text holds digits and at most two decimals (the caller has checked)."""
    whole, _, decimals = text.partition(".")
    return int(whole) * 100 + int((decimals + "00")[:2])


def ten_thousandths(text: str) -> TenThousandths:
    """`"0.75"` -> 7500. The text holds digits and at most four decimals (the caller has checked)."""
    whole, _, decimals = text.partition(".")
    return int(whole) * 10_000 + int((decimals + "0000")[:4])


def money_text(amount: Rappen) -> str:
    """12345 -> `"123.45"`, as a case file writes money."""
    sign = "-" if amount < 0 else ""
    return f"{sign}{abs(amount) // 100}.{abs(amount) % 100:02d}"


def rate_text(rate: TenThousandths) -> str:
    """7500 -> `"0.75"`, 10000 -> `"1"`: no trailing zeros."""
    return f"{rate // 10_000}.{rate % 10_000:04d}".rstrip("0").rstrip(".")


def converted(charged: Hundredths, rate: Decimal) -> Rappen:
    """An amount in a foreign currency in Rappen, half up; `rate` is CHF for one unit."""
    return int((charged * rate).quantize(_UNIT, ROUND_HALF_UP))


def in_rappen(charged: Hundredths, rate: Decimal | None) -> Rappen:
    """What a line was charged in Rappen, converted where it was in a foreign currency."""
    return charged if rate is None else converted(charged, rate)
