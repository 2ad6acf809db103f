"""The account of a person, into which benefits are paid"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A person may have an IBAN."""
    op.add_column("person", sa.Column("iban", sa.String(34), nullable=True))


def downgrade() -> None:
    """Without it."""
    op.drop_column("person", "iban")
