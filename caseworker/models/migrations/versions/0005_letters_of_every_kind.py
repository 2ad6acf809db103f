"""Letters belong to a person and are about something; what happens to them is written down"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(postgresql.TIMESTAMP(timezone=True), "postgresql")
RECIPIENTS = "'insured', 'parent', 'representative', 'heirs', 'provider'"
HAPPENINGS = (
    "'ready', 'held', 'freed', 'cancelled', 'printed', 'saved', 'exported', 'batched', 'spoiled', 'posted', "
    "'made_available', 'notified', 'opened', 'returned'"
)
CHECKS = {
    "kind": "(kind = 'decision') = (decision_id IS NOT NULL)",
    "about": "(about_kind IS NULL) = (about_key IS NULL)",
    "corrects": "(corrects_year IS NULL) = (corrects_number IS NULL)",
    "recipient_kind": f"recipient_kind IN ({RECIPIENTS})",
}
# What a letter of 0004 says of itself only through its decision and its record.
FILLED = """
SELECT old.year, old.number, 'decision' AS kind, old.decision_id, decision.person_id,
  'claim' AS about_kind, 'C' || decision.claim_id AS about_key,
  earlier.letter_year AS corrects_year, earlier.letter_number AS corrects_number,
  'insured' AS recipient_kind, {language} AS language, {answer_by} AS answer_by, old.record, old.sha256
FROM {table} AS old JOIN decision ON decision.id = old.decision_id
LEFT JOIN decision AS earlier ON earlier.id = decision.replaces_id
"""
COLUMNS = (
    "year, number, kind, decision_id, person_id, about_kind, about_key, corrects_year, corrects_number, "
    "recipient_kind, language, answer_by, record, sha256"
)


def _is_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"


def _new_columns() -> list[sa.Column[object]]:
    return [
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("about_kind", sa.String(20), nullable=True),
        sa.Column("about_key", sa.String(40), nullable=True),
        sa.Column("corrects_year", sa.Integer(), nullable=True),
        sa.Column("corrects_number", sa.BigInteger(), nullable=True),
        sa.Column("recipient_kind", sa.String(20), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=True),
    ]


def _create_letter(after: bool) -> None:
    """The table as it is after this step, or before it."""
    more: list[sa.schema.SchemaItem] = []
    if after:
        more = [
            *_new_columns(),
            *(sa.CheckConstraint(text, name=op.f(f"ck_letter_{name}")) for name, text in CHECKS.items()),
            sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_letter_person_id"),
            sa.ForeignKeyConstraint(
                ["corrects_year", "corrects_number"],
                ["letter.year", "letter.number"],
                name="fk_letter_corrects_year_corrects_number",
            ),
        ]
    op.create_table(
        "letter",
        sa.Column("year", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("number", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("decision_id", KEY, nullable=after),
        sa.Column("record", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        *more,
        sa.PrimaryKeyConstraint("year", "number", name="pk_letter"),
        sa.UniqueConstraint("decision_id", name="uq_letter_decision_id"),
        sa.CheckConstraint("number > 0", name=op.f("ck_letter_number")),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name="fk_letter_decision_id"),
    )


def _make_anew(after: bool, columns: str, rows: str) -> None:
    """On SQLite a column cannot be loosened: the rows are put aside and into a table made anew."""
    op.execute("PRAGMA defer_foreign_keys = ON")
    op.execute("CREATE TABLE letter_aside AS SELECT * FROM letter")
    op.execute("DROP TABLE letter")
    _create_letter(after)
    if after:
        _index_corrections()
    op.execute(f"INSERT INTO letter ({columns}) {rows}")
    op.execute("DROP TABLE letter_aside")


def _index_corrections() -> None:
    """There before the rows: each that comes in or goes is looked for among those that correct it."""
    op.create_index("ix_letter_corrects", "letter", ["corrects_year", "corrects_number"])


def _widen() -> None:
    """On Postgres the columns are added, filled, and only then asked for."""
    for column in _new_columns():
        op.add_column("letter", sa.Column(column.name, column.type, nullable=True))
    op.alter_column("letter", "decision_id", nullable=True)
    op.execute("ALTER TABLE letter DISABLE TRIGGER tr_letter_change")
    rows = FILLED.format(
        table="letter",
        language="(old.record::json)->>'language'",
        answer_by="((old.record::json)->>'answer_by')::date",
    )
    names = [column.name for column in _new_columns()]
    sets = ", ".join(f"{name} = filled.{name}" for name in names)
    op.execute(
        f"UPDATE letter SET {sets} FROM ({rows}) AS filled"
        " WHERE letter.year = filled.year AND letter.number = filled.number"
    )
    op.execute("SET CONSTRAINTS ALL IMMEDIATE")
    op.execute("ALTER TABLE letter ENABLE TRIGGER tr_letter_change")
    op.execute("SET CONSTRAINTS ALL DEFERRED")  # as it was: more may follow in this transaction
    for column in _new_columns():
        if not column.nullable:
            op.alter_column("letter", column.name, nullable=False)
    for name, text in CHECKS.items():
        op.create_check_constraint(op.f(f"ck_letter_{name}"), "letter", text)
    op.create_foreign_key("fk_letter_person_id", "letter", "person", ["person_id"], ["id"])
    op.create_foreign_key(
        "fk_letter_corrects_year_corrects_number",
        "letter",
        "letter",
        ["corrects_year", "corrects_number"],
        ["year", "number"],
    )


def _create_event() -> None:
    op.create_table(
        "letter_event",
        sa.Column("id", KEY, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("by_whom", sa.String(100), nullable=False),
        sa.Column("cause", sa.String(200), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_letter_event"),
        sa.CheckConstraint(f"kind IN ({HAPPENINGS})", name=op.f("ck_letter_event_kind")),
        sa.ForeignKeyConstraint(
            ["year", "number"], ["letter.year", "letter.number"], name="fk_letter_event_year_number"
        ),
    )
    op.create_index("ix_letter_event_year_number", "letter_event", ["year", "number"])
    op.execute(
        "INSERT INTO letter_event (year, number, kind, at, by_whom) "
        "SELECT letter.year, letter.number, 'ready', decision.at, decision.by_whom "
        "FROM letter JOIN decision ON decision.id = letter.decision_id ORDER BY decision.id"
    )
    # Whether a letter went out was not written down until now: one that was drawn may be with somebody.
    op.execute(
        "INSERT INTO letter_event (year, number, kind, at, by_whom) "
        "SELECT year, number, 'exported', at, by_whom FROM letter_file ORDER BY year, number"
    )


def _guard(table: str, taken: str) -> None:
    """Refuse every change and removal, and on SQLite a row that would take another's place."""
    if not _is_sqlite():
        op.execute(
            f"CREATE TRIGGER tr_{table}_change BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
        op.execute(
            f"CREATE TRIGGER tr_{table}_truncate BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
        return
    refused = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    for verb in ("UPDATE", "DELETE"):
        op.execute(f"CREATE TRIGGER tr_{table}_{verb.lower()} BEFORE {verb} ON {table} {refused}")
    op.execute(f"CREATE TRIGGER tr_{table}_insert BEFORE INSERT ON {table} WHEN {taken} {refused}")


def _guard_letter() -> None:
    _guard(
        "letter",
        "(NEW.rowid > 0 AND EXISTS (SELECT 1 FROM letter WHERE rowid = NEW.rowid)) "
        "OR EXISTS (SELECT 1 FROM letter WHERE year = NEW.year AND number = NEW.number) "
        "OR EXISTS (SELECT 1 FROM letter WHERE decision_id = NEW.decision_id)",
    )


def upgrade() -> None:
    """A letter has a kind, a person and what it is about; its events begin with when it was ready."""
    if _is_sqlite():
        rows = FILLED.format(
            table="letter_aside",
            language="json_extract(old.record, '$.language')",
            answer_by="json_extract(old.record, '$.answer_by')",
        )
        _make_anew(True, COLUMNS, f"{rows} ORDER BY old.year, old.number")
        _guard_letter()
    else:
        _widen()
        _index_corrections()
    op.create_index("ix_letter_person_id", "letter", ["person_id"])
    op.create_index("ix_letter_about", "letter", ["about_key", "kind"])
    _create_event()
    _guard(
        "letter_event",
        "(NEW.rowid > 0 AND EXISTS (SELECT 1 FROM letter_event WHERE rowid = NEW.rowid))",
    )


def downgrade() -> None:
    """Decisions' letters alone, as they were; letters of other kinds have no place there and are lost."""
    op.drop_table("letter_event")
    others = "(SELECT year, number FROM letter WHERE decision_id IS NULL)"
    if _is_sqlite():
        op.execute("DROP TRIGGER tr_letter_file_delete")
        op.execute(f"DELETE FROM letter_file WHERE (year, number) IN {others}")
        op.execute(
            "CREATE TRIGGER tr_letter_file_delete BEFORE DELETE ON letter_file "
            "BEGIN SELECT RAISE(ABORT, 'letter_file is append-only'); END"
        )
        old = "year, number, decision_id, record, sha256"
        _make_anew(False, old, f"SELECT {old} FROM letter_aside WHERE decision_id IS NOT NULL")
        _guard_letter()
        return
    for table, gone in (("letter_file", f"(year, number) IN {others}"), ("letter", "decision_id IS NULL")):
        op.execute(f"ALTER TABLE {table} DISABLE TRIGGER tr_{table}_change")
        op.execute(f"DELETE FROM {table} WHERE {gone}")
        op.execute("SET CONSTRAINTS ALL IMMEDIATE")
        op.execute(f"ALTER TABLE {table} ENABLE TRIGGER tr_{table}_change")
        op.execute("SET CONSTRAINTS ALL DEFERRED")
    op.drop_index("ix_letter_corrects", "letter")
    op.drop_index("ix_letter_about", "letter")
    op.drop_index("ix_letter_person_id", "letter")
    op.alter_column("letter", "decision_id", nullable=False)
    for column in _new_columns():
        op.drop_column("letter", column.name)
