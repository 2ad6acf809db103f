"""On SQLite no row of a table that is only added to is replaced, whatever the connection is set to"""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# What tells rows apart, besides the number that SQLite gives every row.
KEYS: dict[str, tuple[tuple[str, ...], ...]] = {
    "decision": (("letter_year", "letter_number"),),
    "decision_line": (("decision_id", "line_id"),),
    "reversal": (),
    "entry": (),
    "letter": (("year", "number"), ("decision_id",)),
    "letter_file": (("year", "number"),),
    "fact": (),
    "consent": (),
    "event": (("chain", "sequence"),),
}


def _taken(table: str, key: tuple[str, ...]) -> str:
    same = " AND ".join(f"{column} = NEW.{column}" for column in key)
    return f"EXISTS (SELECT 1 FROM {table} WHERE {same})"


def upgrade() -> None:
    """Refuse a row whose place is taken: REPLACE would remove the one there without asking its guard."""
    if op.get_bind().dialect.name != "sqlite":
        return
    for table, keys in KEYS.items():
        # A number that SQLite is yet to give is NULL or -1 here.
        taken = [f"(NEW.rowid > 0 AND {_taken(table, ('rowid',))})", *(_taken(table, key) for key in keys)]
        op.execute(
            f"CREATE TRIGGER tr_{table}_insert BEFORE INSERT ON {table} WHEN {' OR '.join(taken)} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def downgrade() -> None:
    """Without it."""
    if op.get_bind().dialect.name != "sqlite":
        return
    for table in KEYS:
        op.execute(f"DROP TRIGGER tr_{table}_insert")
