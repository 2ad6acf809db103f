"""All tables at once, for the migrations and for whoever needs the whole schema."""

from caseworker.models.audit import tables as audit
from caseworker.models.claims import decision_tables as decisions
from caseworker.models.claims import tables as claims
from caseworker.models.ledger import tables as ledger
from caseworker.models.letters import tables as letters
from caseworker.models.people import provider_tables as providers
from caseworker.models.people import tables as people
from caseworker.models.settings import tables as settings
from caseworker.models.store import counters
from caseworker.models.store.base import Base
from caseworker.models.work import tables as work

APPEND_ONLY = (
    "decision",
    "decision_line",
    "reversal",
    "entry",
    "letter",
    "letter_event",
    "letter_file",
    "fact",
    "consent",
    "event",
    "setting",
)
METADATA = Base.metadata

__all__ = [
    "APPEND_ONLY",
    "METADATA",
    "audit",
    "claims",
    "counters",
    "decisions",
    "ledger",
    "letters",
    "people",
    "providers",
    "settings",
    "work",
]
