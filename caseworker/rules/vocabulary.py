"""The fixed words of the rules: what a tier, an outcome, a reason may be."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

# Money is counted in whole Rappen (1 CHF = 100), hours in hundredths, shares in ten-thousandths:
# every amount is an exact integer.
Rappen = int
Hundredths = int
TenThousandths = int

WHOLE: TenThousandths = 10_000
HOME = "CH"
GENERAL_CONDITIONS = "CGA"

# What a travel case tells by itself: the conditions deny under these names, but nobody is asked.
TRIP = "trip"
RETURN_REASONABLE = "return_reasonable"


class Tier(StrEnum):
    """Insurance level (art. 2.1)."""

    REALA = "reala"
    EXTENSA = "extensa"


class Sex(StrEnum):
    """Sex as the conditions know it (art. 3.1)."""

    FEMALE = "F"
    MALE = "M"


class Outcome(StrEnum):
    """What becomes of a line."""

    PAY = "pay"
    DENY = "deny"
    PENDING = "pending"
    CONSENT = "consent"


class Unit(StrEnum):
    """What a limit counts."""

    CHF = "CHF"
    DAYS = "days"
    HOURS = "hours"
    TIMES = "times"


class Code(StrEnum):
    """Why a line is not paid, or not paid in full."""

    NOT_INSURED = "not_insured"
    NOT_IN_PHASE = "not_in_phase"
    NOT_IN_TIER = "not_in_tier"
    WRONG_SEX = "wrong_sex"
    ABROAD_NOT_COVERED = "abroad_not_covered"
    NOT_ABROAD = "not_abroad"
    REQUIREMENT_NOT_MET = "requirement_not_met"
    EXCLUDED = "excluded"
    NO_COST = "no_cost"
    AGE_LIMIT = "age_limit"
    WAITING_PERIOD = "waiting_period"
    FREQUENCY = "frequency"
    BMI_OVER_LIMIT = "bmi_over_limit"
    LATE_DOCUMENTS = "late_documents"
    CONSENT_REFUSED = "consent_refused"
    GROSS_NEGLIGENCE = "gross_negligence"
    TARIFF = "tariff"
    ASSESSED = "assessed"
    CONSENT_LIMIT = "consent_limit"
    LIMIT_REACHED = "limit_reached"
    LIMIT_EXHAUSTED = "limit_exhausted"


class Operator(StrEnum):
    """What a step of the trace does to the amount."""

    CONVERSION = "conversion"
    TARIFF = "tariff"
    OTHER_PAYMENTS = "other_payments"
    ASSESSED = "assessed"
    SHARE = "share"
    CONSENT_LIMIT = "consent_limit"
    DAYS_LEFT = "days_left"
    RATE = "rate"
    DAILY = "daily"
    HOURLY = "hourly"
    LUMP_SUM = "lump_sum"
    NO_GAIN = "no_gain"
    LIMIT = "limit"
    SUPPLEMENT = "supplement"
    REDUCTION = "reduction"
    DENIED = "denied"


class Status(StrEnum):
    """How a check came out, or whether a step changed anything."""

    MET = "met"
    FAILED = "failed"
    UNKNOWN = "unknown"
    NOT_APPLIED = "not_applied"
    BINDING = "binding"
    NOT_BINDING = "not_binding"


class Citation(NamedTuple):
    """Where a finding stands in the conditions, and the reading it rests on, if one was taken."""

    article: str
    reading: str | None = None
