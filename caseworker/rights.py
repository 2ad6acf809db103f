"""Who may do what: roles, rights, which role has which. One table for window, commands and grants."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Role(StrEnum):
    """What somebody works as."""

    EXAMINER = "examiner"
    ADVISER = "adviser"
    EMERGENCY = "emergency"
    BACK_OFFICE = "back_office"
    SERVICE = "service"
    LEAD = "lead"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


class Right(StrEnum):
    """One thing that can be done: subject and verb."""

    PEOPLE_FIND = "people.find"
    PEOPLE_READ = "people.read"
    PEOPLE_ENTER = "people.enter"
    PEOPLE_AMEND = "people.amend"
    PROVIDERS_FIND = "providers.find"
    PROVIDERS_ENTER = "providers.enter"
    CLAIMS_READ = "claims.read"
    CLAIMS_ENTER = "claims.enter"
    CLAIMS_DECIDE = "claims.decide"
    CLAIMS_REVERSE = "claims.reverse"
    CONSENTS_NOTE = "consents.note"
    LETTERS_READ = "letters.read"
    LETTERS_ISSUE = "letters.issue"
    LETTERS_REQUEST = "letters.request"
    WORK_READ = "work.read"
    WORK_KEEP = "work.keep"
    DRAFTS_KEEP = "drafts.keep"
    SETTINGS_READ = "settings.read"
    SETTINGS_SET = "settings.set"
    STORE_FILL = "store.fill"
    STORE_KEEP = "store.keep"


_EVERYBODY = frozenset({Right.DRAFTS_KEEP, Right.SETTINGS_READ, Right.WORK_READ})
_LOOK = _EVERYBODY | {
    Right.PEOPLE_FIND,
    Right.PEOPLE_READ,
    Right.PROVIDERS_FIND,
    Right.CLAIMS_READ,
    Right.LETTERS_READ,
}
_EXAMINE = _LOOK | {
    Right.PROVIDERS_ENTER,
    Right.CLAIMS_ENTER,
    Right.CLAIMS_DECIDE,
    Right.CLAIMS_REVERSE,
    Right.CONSENTS_NOTE,
    Right.LETTERS_ISSUE,
    Right.LETTERS_REQUEST,
    Right.WORK_KEEP,
}

GRANTED: Mapping[Role, frozenset[Right]] = MappingProxyType(
    {
        Role.EXAMINER: _EXAMINE,
        Role.ADVISER: _LOOK | {Right.CONSENTS_NOTE, Right.WORK_KEEP},
        Role.EMERGENCY: _LOOK | {Right.PROVIDERS_ENTER, Right.CLAIMS_ENTER, Right.WORK_KEEP},
        Role.BACK_OFFICE: _LOOK | {Right.LETTERS_ISSUE},
        Role.SERVICE: _LOOK
        | {Right.PEOPLE_ENTER, Right.PEOPLE_AMEND, Right.PROVIDERS_ENTER, Right.WORK_KEEP},
        Role.LEAD: _EXAMINE | {Right.SETTINGS_SET},
        Role.AUDITOR: _EVERYBODY,
        Role.ADMINISTRATOR: _EVERYBODY | {Right.SETTINGS_SET, Right.STORE_FILL, Right.STORE_KEEP},
    }
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts. `authority` in Rappen, None without bound; `seat`: machine and process; `own`: the insured
    numbers of the actor and their household."""

    login: str
    name: str
    roles: frozenset[Role]
    authority: int | None = None
    seat: str = ""
    own: frozenset[str] = frozenset()
    rights: frozenset[Right] = field(init=False)
    """All that the roles give."""

    def __post_init__(self) -> None:
        given: frozenset[Right] = frozenset().union(*(GRANTED[role] for role in self.roles))
        object.__setattr__(self, "rights", given)


EVERY_ROLE = frozenset(Role)
