"""What is done is on record, by whom and in order."""

import pytest
from sqlalchemy import text

from caseworker.models.claims.queries import claim as claim_row
from caseworker.models.claims.queries import lines_of
from caseworker.models.store.store import Store
from caseworker.rules.case import Consent
from caseworker.services.claims.entering import (
    amend_claim,
    establish_fact,
    note_consent,
)
from caseworker.services.claims.forms import ClaimForm
from caseworker.services.store.checking import check
from tests.support.stores import claim, conditions, context, insure, treatment


@pytest.mark.each_engine
def test_everything_that_is_done_is_on_record(store: Store) -> None:
    person = insure(store)
    number = claim(store, person, treatment(facts={}))
    with store.writing() as session:
        (line,) = lines_of(session, number)
        establish_fact(session, context("Anna"), line.id, "provider_recognised", True)
        note_consent(session, context(), line.id, Consent(granted=True))
        version = claim_row(session, number).version
        amend_claim(session, context(), number, version, ClaimForm(person, (treatment(),)))
        kinds = session.execute(text("SELECT kind, by_whom FROM event ORDER BY id")).all()
    assert [kind for kind, _ in kinds] == [
        "person entered",
        "cover entered",
        "claim entered",
        "fact established",
        "consent noted",
        "claim amended",
    ]
    assert kinds[3][1] == "Anna"
    assert check(store, conditions()).problems == ()
