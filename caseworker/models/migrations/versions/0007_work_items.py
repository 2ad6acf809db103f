"""What there is to do: an item of work for each claim, filled from the claims that are there"""

from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(postgresql.TIMESTAMP(timezone=True), "postgresql")
OPEN = "state IN ('ready', 'held')"
# Four weeks after complete papers (VVG 41.1); before, after the claim came in.
DAYS = 28
INDEXES = {
    "ix_work_next": ["due_on", "id"],
    "ix_work_count": ["held_until", "lines_facts", "lines_consent", "kind", "state"],
}
DAY_OF_ENTRY = {
    "sqlite": "substr(c.entered_at, 1, 10)",
    "postgresql": "CAST(c.entered_at AT TIME ZONE 'UTC' AS date)",
}
DUE = {"sqlite": f"date(r.received, '+{DAYS} days')", "postgresql": f"r.received + {DAYS}"}

_FILL = """
INSERT INTO work (kind, subject_key, person_id, title_key, state, waits, received_on, complete_on, due_on,
  stopped_days, amount_rp, lines_open, lines_facts, lines_consent, opened_at, closed_at, closed_by, version)
SELECT 'claim', 'C' || r.id, r.person_id,
  coalesce(
    (SELECT benefit FROM line WHERE claim_id = r.id AND state = 'open' ORDER BY position LIMIT 1),
    (SELECT benefit FROM line WHERE claim_id = r.id AND state <> 'withdrawn' ORDER BY position LIMIT 1), ''),
  CASE WHEN l.lines > 0 THEN 'ready' WHEN d.id IS NULL THEN 'cancelled' ELSE 'done' END,
  CASE WHEN l.consent > 0 THEN 'consent' WHEN l.facts > 0 THEN 'facts' END,
  r.received, CASE WHEN l.facts > 0 THEN NULL ELSE r.received END, {due},
  0, coalesce(l.charged, 0), coalesce(l.lines, 0), coalesce(l.facts, 0), coalesce(l.consent, 0),
  r.entered_at,
  CASE WHEN l.lines > 0 THEN NULL ELSE coalesce(d.at, r.entered_at) END,
  CASE WHEN l.lines > 0 THEN NULL ELSE coalesce(d.by_whom, r.entered_by) END, 1
FROM (SELECT c.id, c.person_id, c.entered_at, c.entered_by, coalesce(c.received, {day}) AS received
      FROM claim AS c) AS r
LEFT JOIN (
  SELECT claim_id, count(*) AS lines, sum(CASE WHEN currency IS NULL THEN charged ELSE 0 END) AS charged,
    sum(CASE WHEN waits = 'facts' THEN 1 ELSE 0 END) AS facts,
    sum(CASE WHEN waits = 'consent' THEN 1 ELSE 0 END) AS consent
  FROM line WHERE state = 'open' GROUP BY claim_id) AS l ON l.claim_id = r.id
LEFT JOIN (SELECT claim_id, max(id) AS id FROM decision GROUP BY claim_id) AS last ON last.claim_id = r.id
LEFT JOIN decision AS d ON d.id = last.id
ORDER BY r.id
"""


def upgrade() -> None:
    """Make the table, and enter what the claims of an existing store have open or had."""
    op.create_table(
        "work",
        sa.Column("id", KEY, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("subject_key", sa.String(60), nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("title_key", sa.String(60), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("waits", sa.String(10), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("complete_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("held_until", sa.Date(), nullable=True),
        sa.Column("held_why", sa.String(200), nullable=True),
        sa.Column("stopped_since", sa.Date(), nullable=True),
        sa.Column("stopped_days", sa.Integer(), nullable=False),
        sa.Column("amount_rp", sa.BigInteger(), nullable=False),
        sa.Column("lines_open", sa.Integer(), nullable=False),
        sa.Column("lines_facts", sa.Integer(), nullable=False),
        sa.Column("lines_consent", sa.Integer(), nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.Column("closed_by", sa.String(100), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_work"),
        sa.UniqueConstraint("subject_key", "kind", name="uq_work_subject_key_kind"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_work_person_id"),
        *_checks(),
    )
    for name, columns in INDEXES.items():
        op.create_index(name, "work", columns, sqlite_where=sa.text(OPEN), postgresql_where=sa.text(OPEN))
    _fill()


def downgrade() -> None:
    """Remove the table: what it says of claims stands in the claims; what was put off is not any more."""
    op.drop_table("work")


def _checks() -> list[sa.CheckConstraint]:
    checks = {
        "state": "state IN ('ready', 'held', 'done', 'cancelled')",
        "waits": "waits IN ('facts', 'papers', 'consent', 'approval', 'payee', 'date', 'other')",
        "closed": f"(closed_at IS NULL) = ({OPEN})",
        "closed_by": "(closed_at IS NULL) = (closed_by IS NULL)",
        "ready": ("state <> 'ready' OR (held_until IS NULL AND held_why IS NULL AND stopped_since IS NULL)"),
        "held": (
            "state <> 'held' OR (held_until IS NOT NULL AND held_why IS NOT NULL AND waits IS NOT NULL)"
        ),
        "stopped_days": "stopped_days >= 0",
        "amount": "amount_rp >= 0",
        "lines": "lines_facts >= 0 AND lines_consent >= 0 AND lines_facts + lines_consent <= lines_open",
    }
    return [sa.CheckConstraint(check, name=op.f(f"ck_work_{name}")) for name, check in checks.items()]


def _fill() -> None:
    connection = op.get_bind()
    engine = connection.dialect.name
    connection.execute(sa.text(_FILL.format(due=DUE[engine], day=DAY_OF_ENTRY[engine])))
    foreign = connection.execute(
        sa.text("SELECT claim_id, charged, rate FROM line WHERE state = 'open' AND currency IS NOT NULL")
    )
    amounts: defaultdict[int, int] = defaultdict(int)
    for claim, charged, rate in foreign:
        amounts[claim] += int((charged * Decimal(rate)).quantize(Decimal(1), ROUND_HALF_UP))
    for claim, amount in amounts.items():
        connection.execute(
            sa.text(
                "UPDATE work SET amount_rp = amount_rp + :amount WHERE kind = 'claim' AND subject_key = :key"
            ),
            {"amount": amount, "key": f"C{claim}"},
        )
