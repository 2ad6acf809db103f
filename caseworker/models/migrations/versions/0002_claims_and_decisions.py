"""Claims, decisions, the ledger of the limits, letters"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(postgresql.TIMESTAMP(timezone=True), "postgresql")
APPEND_ONLY = ("decision", "decision_line", "reversal", "entry", "letter", "letter_file", "fact", "consent")
LETTER_OF_DECISION = "fk_decision_letter_year_letter_number"


def _letter_of_decision() -> list[sa.ForeignKeyConstraint]:
    """Decision and letter name each other: SQLite takes that at once, Postgres once both are there."""
    if op.get_bind().dialect.name != "sqlite":
        return []
    return [
        sa.ForeignKeyConstraint(
            ["letter_year", "letter_number"],
            ["letter.year", "letter.number"],
            name=LETTER_OF_DECISION,
            deferrable=True,
            initially="DEFERRED",
        )
    ]


def _claim() -> None:
    op.create_table(
        "claim",
        sa.Column("id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("label", sa.String(), nullable=True),
        sa.Column("received", sa.Date(), nullable=True),
        sa.Column("provider_id", KEY, nullable=True),
        sa.Column("invoice_number", sa.String(100), nullable=True),
        sa.Column("invoice_date", sa.Date(), nullable=True),
        sa.Column("travel_event_id", sa.String(), nullable=True),
        sa.Column("travel_event", sa.String(20), nullable=True),
        sa.Column("travel_trip", sa.String(20), nullable=True),
        sa.Column("travel_country", sa.String(2), nullable=True),
        sa.Column("travel_event_at", sa.String(40), nullable=True),
        sa.Column("travel_notified_at", sa.String(40), nullable=True),
        sa.Column("travel_treatment_start", sa.Date(), nullable=True),
        sa.Column("travel_return_reasonable_from", sa.Date(), nullable=True),
        sa.Column("travel_reduction", sa.Integer(), nullable=True),
        sa.Column("entered_by", sa.String(100), nullable=False),
        sa.Column("entered_at", MOMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_claim"),
        sa.CheckConstraint("travel_reduction BETWEEN 0 AND 10000", name=op.f("ck_claim_travel_reduction")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_claim_person_id"),
        sa.ForeignKeyConstraint(["provider_id"], ["provider.id"], name="fk_claim_provider_id"),
    )
    op.create_index("ix_claim_person_id", "claim", ["person_id"])


def _consent() -> None:
    op.create_table(
        "consent",
        sa.Column("id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("granted", sa.Boolean(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("max_amount", sa.BigInteger(), nullable=True),
        sa.Column("by_whom", sa.String(100), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("source", sa.String(200), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_consent"),
        sa.CheckConstraint("max_amount > 0", name=op.f("ck_consent_max_amount")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_consent_person_id"),
    )
    op.create_index("ix_consent_person_id", "consent", ["person_id"])


def _decision() -> None:
    op.create_table(
        "decision",
        sa.Column("id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("claim_id", KEY, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("by_whom", sa.String(100), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("edition", sa.String(), nullable=False),
        sa.Column("edition_hash", sa.String(), nullable=False),
        sa.Column("program", sa.String(40), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("replaces_id", KEY, nullable=True),
        sa.Column("letter_year", sa.Integer(), nullable=False),
        sa.Column("letter_number", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_decision"),
        sa.UniqueConstraint("letter_year", "letter_number", name="uq_decision_letter_year_letter_number"),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_decision_amount")),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_decision_claim_id"),
        *_letter_of_decision(),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_decision_person_id"),
        sa.ForeignKeyConstraint(["replaces_id"], ["decision.id"], name="fk_decision_replaces_id"),
    )
    op.create_index("ix_decision_claim_id", "decision", ["claim_id"])
    op.create_index("ix_decision_person_id", "decision", ["person_id"])


def _letter() -> None:
    op.create_table(
        "letter",
        sa.Column("year", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("number", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("decision_id", KEY, nullable=False),
        sa.Column("record", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("year", "number", name="pk_letter"),
        sa.UniqueConstraint("decision_id", name="uq_letter_decision_id"),
        sa.CheckConstraint("number > 0", name=op.f("ck_letter_number")),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name="fk_letter_decision_id"),
    )


def _line() -> None:
    op.create_table(
        "line",
        sa.Column("id", KEY, nullable=False),
        sa.Column("claim_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("benefit", sa.String(60), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("charged", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(3), nullable=True),
        sa.Column("rate", sa.String(), nullable=True),
        sa.Column("other_payments", sa.BigInteger(), nullable=False),
        sa.Column("tariff_amount", sa.BigInteger(), nullable=True),
        sa.Column("assessed_amount", sa.BigInteger(), nullable=True),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=True),
        sa.Column("bmi", sa.String(), nullable=True),
        sa.Column("child_birth_date", sa.Date(), nullable=True),
        sa.Column("treatment_start", sa.Date(), nullable=True),
        sa.Column("episode", sa.String(), nullable=True),
        sa.Column("received", sa.Date(), nullable=True),
        sa.Column("invoice_language", sa.String(20), nullable=True),
        sa.Column("return_reasonable_from", sa.Date(), nullable=True),
        sa.Column("consent_id", KEY, nullable=True),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("waits", sa.String(10), nullable=True),
        sa.Column("decision_id", KEY, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_line"),
        sa.UniqueConstraint("claim_id", "label", name="uq_line_claim_id_label"),
        sa.CheckConstraint("charged >= 0", name=op.f("ck_line_charged")),
        sa.CheckConstraint("(state = 'decided') = (decision_id IS NOT NULL)", name=op.f("ck_line_decided")),
        sa.CheckConstraint("last >= first", name=op.f("ck_line_last_after_first")),
        sa.CheckConstraint("(currency IS NULL) = (rate IS NULL)", name=op.f("ck_line_rate")),
        sa.CheckConstraint("state IN ('open', 'decided', 'withdrawn')", name=op.f("ck_line_state")),
        sa.CheckConstraint("waits IN ('facts', 'consent')", name=op.f("ck_line_waits")),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_line_claim_id"),
        sa.ForeignKeyConstraint(["consent_id"], ["consent.id"], name="fk_line_consent_id"),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name="fk_line_decision_id"),
    )
    op.create_index("ix_line_claim_id", "line", ["claim_id"])
    op.create_index("ix_line_decision_id", "line", ["decision_id"])
    op.create_index(
        "ix_line_open",
        "line",
        ["claim_id"],
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )


def _fact() -> None:
    op.create_table(
        "fact",
        sa.Column("id", KEY, nullable=False),
        sa.Column("claim_id", KEY, nullable=False),
        sa.Column("line_id", KEY, nullable=True),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("value", sa.Boolean(), nullable=True),
        sa.Column("by_whom", sa.String(100), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("source", sa.String(200), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_fact"),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_fact_claim_id"),
        sa.ForeignKeyConstraint(["line_id"], ["line.id"], name="fk_fact_line_id"),
    )
    op.create_index("ix_fact_claim_id", "fact", ["claim_id"])


def _decision_line() -> None:
    op.create_table(
        "decision_line",
        sa.Column("decision_id", KEY, nullable=False),
        sa.Column("line_id", KEY, nullable=False),
        sa.Column("outcome", sa.String(10), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("decision_id", "line_id", name="pk_decision_line"),
        sa.CheckConstraint("outcome IN ('pay', 'deny')", name=op.f("ck_decision_line_outcome")),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name="fk_decision_line_decision_id"),
        sa.ForeignKeyConstraint(["line_id"], ["line.id"], name="fk_decision_line_line_id"),
    )
    op.create_index("ix_decision_line_line_id", "decision_line", ["line_id"])


def _reversal() -> None:
    op.create_table(
        "reversal",
        sa.Column("decision_id", KEY, nullable=False, autoincrement=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("by_whom", sa.String(100), nullable=False),
        sa.Column("reason", sa.String(1000), nullable=False),
        sa.PrimaryKeyConstraint("decision_id", name="pk_reversal"),
        sa.CheckConstraint("length(reason) > 0", name=op.f("ck_reversal_reason")),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name="fk_reversal_decision_id"),
    )


def _entry() -> None:
    op.create_table(
        "entry",
        sa.Column("id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("decision_id", KEY, nullable=False),
        sa.Column("line_id", KEY, nullable=False),
        sa.Column("limit_name", sa.String(60), nullable=False),
        sa.Column("period_key", sa.String(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("unit", sa.String(10), nullable=False),
        sa.Column("article", sa.String(60), nullable=False),
        sa.Column("reading", sa.String(), nullable=True),
        sa.Column("cap", sa.BigInteger(), nullable=True),
        sa.Column("counter", sa.Boolean(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_entry"),
        sa.CheckConstraint("amount <> 0", name=op.f("ck_entry_amount")),
        sa.CheckConstraint("(amount < 0) = counter", name=op.f("ck_entry_counter")),
        sa.CheckConstraint("unit IN ('CHF', 'days', 'hours', 'times')", name=op.f("ck_entry_unit")),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name="fk_entry_decision_id"),
        sa.ForeignKeyConstraint(["line_id"], ["line.id"], name="fk_entry_line_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_entry_person_id"),
    )
    op.create_index("ix_entry_decision_id", "entry", ["decision_id"])
    op.create_index("ix_entry_person_id_limit", "entry", ["person_id", "limit_name", "period_key", "amount"])


def _limit_balance() -> None:
    op.create_table(
        "limit_balance",
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("limit_name", sa.String(60), nullable=False),
        sa.Column("period_key", sa.String(), nullable=False),
        sa.Column("used", sa.BigInteger(), nullable=False),
        sa.Column("reserved", sa.BigInteger(), nullable=False),
        sa.Column("cap", sa.BigInteger(), nullable=True),
        sa.Column("unit", sa.String(10), nullable=False),
        sa.Column("article", sa.String(60), nullable=False),
        sa.Column("reading", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("person_id", "limit_name", "period_key", name="pk_limit_balance"),
        sa.CheckConstraint("used >= 0 AND reserved >= 0", name=op.f("ck_limit_balance_not_negative")),
        sa.CheckConstraint("unit IN ('CHF', 'days', 'hours', 'times')", name=op.f("ck_limit_balance_unit")),
        sa.CheckConstraint("cap IS NULL OR used + reserved <= cap", name=op.f("ck_limit_balance_within_cap")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_limit_balance_person_id"),
        sqlite_with_rowid=False,
    )


def _letter_file() -> None:
    op.create_table(
        "letter_file",
        sa.Column("year", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("number", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("by_whom", sa.String(100), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("year", "number", name="pk_letter_file"),
        sa.ForeignKeyConstraint(
            ["year", "number"], ["letter.year", "letter.number"], name="fk_letter_file_year_number"
        ),
    )


def _guard(table: str) -> None:
    """Refuse every change and removal, whoever asks."""
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER tr_{table}_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
        return
    op.execute(
        f"CREATE TRIGGER tr_{table}_change BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )
    op.execute(
        f"CREATE TRIGGER tr_{table}_truncate BEFORE TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )


def upgrade() -> None:
    """Make the tables, and the guards of those that are only added to."""
    _claim()
    _consent()
    _decision()
    _letter()
    _line()
    _fact()
    _decision_line()
    _reversal()
    _entry()
    _limit_balance()
    _letter_file()
    if op.get_bind().dialect.name == "postgresql":
        op.create_foreign_key(
            LETTER_OF_DECISION,
            "decision",
            "letter",
            ["letter_year", "letter_number"],
            ["year", "number"],
            deferrable=True,
            initially="DEFERRED",
        )
    for table in APPEND_ONLY:
        _guard(table)


def downgrade() -> None:
    """Remove the tables, with their guards."""
    if op.get_bind().dialect.name == "postgresql":
        op.drop_constraint(LETTER_OF_DECISION, "decision")
    for table in (
        "letter_file",
        "limit_balance",
        "entry",
        "reversal",
        "decision_line",
        "fact",
        "line",
        "letter",
        "decision",
        "consent",
        "claim",
    ):
        op.drop_table(table)
