"""Everything that is entered, in one place: persons, cover, providers, claims, facts, consents."""

from caseworker.services.claims.entering import (
    amend_claim,
    enter_claim,
    establish_event_fact,
    establish_fact,
    note_consent,
)
from caseworker.services.forms import ClaimForm, CoverageForm, PersonForm, ProviderForm
from caseworker.services.people.entering import (
    amend_coverage,
    amend_person,
    enter_coverage,
    enter_household,
    enter_person,
    enter_provider,
)

__all__ = [
    "ClaimForm",
    "CoverageForm",
    "PersonForm",
    "ProviderForm",
    "amend_claim",
    "amend_coverage",
    "amend_person",
    "enter_claim",
    "enter_coverage",
    "enter_household",
    "enter_person",
    "enter_provider",
    "establish_event_fact",
    "establish_fact",
    "note_consent",
]
