"""All tables at once, for the migrations and for whoever needs the whole schema."""

from caseworker.models.claims import decision_tables as decisions
from caseworker.models.claims import tables as claims
from caseworker.models.people import tables as people
from caseworker.models.store.base import Base

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
