"""All tables at once, for the migrations and for whoever needs the whole schema."""

from caseworker.models import claims, decisions, people
from caseworker.models.base import Base

APPEND_ONLY = (
    "decision",
    "decision_line",
    "reversal",
    "entry",
    "letter",
    "letter_file",
    "fact",
    "consent",
    "event",
)
METADATA = Base.metadata

__all__ = ["APPEND_ONLY", "METADATA", "claims", "decisions", "people"]
