"""A reversal may have a coded reason: taken back at once, before the letter was sent"""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A column that says so; reversals until now had a reason in a person's own words."""
    check = "CONSTRAINT ck_reversal_code CHECK (code IN ('at_once'))"
    op.execute(f"ALTER TABLE reversal ADD COLUMN code VARCHAR(20) {check}")


def downgrade() -> None:
    """Without it: the reason stays as a text."""
    op.execute("ALTER TABLE reversal DROP COLUMN code")
