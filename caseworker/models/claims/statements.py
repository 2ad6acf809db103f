"""The statements that enter claims and decisions, compiled once: thousands fit in one transaction."""

from __future__ import annotations

from sqlalchemy import bindparam, update

from caseworker.models.claims.decision_tables import Decision, DecisionLine, Reversal
from caseworker.models.claims.tables import Claim, Consent, Fact, Line
from caseworker.models.store.prepared import Prepared
from caseworker.models.store.statements import insert_of, plain_insert

INSERT_CLAIM = insert_of(Claim, returning=True)
INSERT_CONSENT = insert_of(Consent, returning=True)
INSERT_LINE = insert_of(Line, returning=True)
INSERT_FACT = insert_of(Fact)
INSERT_DECISION = insert_of(Decision, returning=True)
INSERT_REVERSAL = insert_of(Reversal)

UPDATE_LINE_STATE = Prepared(
    update(Line)
    .where(Line.id == bindparam("line"))
    .values(state=bindparam("state"), waits=bindparam("waits"), decision_id=bindparam("decision_id"))
)


INSERT_DECISION_LINES = plain_insert(DecisionLine)
