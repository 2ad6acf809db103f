"""What the house set for itself"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(postgresql.TIMESTAMP(timezone=True), "postgresql")
# A number that SQLite is yet to give is NULL or -1 at an insert.
TAKEN = "EXISTS (SELECT 1 FROM setting WHERE rowid = NEW.rowid)"


def upgrade() -> None:
    """The table, with the guards of one that is only added to."""
    op.create_table(
        "setting",
        sa.Column("id", KEY, nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("value", sa.String(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("by_whom", sa.String(100), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("why", sa.String(1000), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_setting"),
        sa.CheckConstraint("length(why) > 0", name=op.f("ck_setting_why")),
    )
    if op.get_bind().dialect.name == "sqlite":
        for event in (
            "update BEFORE UPDATE ON setting",
            "delete BEFORE DELETE ON setting",
            f"insert BEFORE INSERT ON setting WHEN NEW.rowid > 0 AND {TAKEN}",
        ):
            op.execute(
                f"CREATE TRIGGER tr_setting_{event} BEGIN SELECT RAISE(ABORT, 'setting is append-only'); END"
            )
        return
    op.execute(
        "CREATE TRIGGER tr_setting_change BEFORE UPDATE OR DELETE ON setting "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )
    op.execute(
        "CREATE TRIGGER tr_setting_truncate BEFORE TRUNCATE ON setting "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )


def downgrade() -> None:
    """Without it."""
    op.drop_table("setting")
