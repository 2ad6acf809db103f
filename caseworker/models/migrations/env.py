"""What Alembic runs: the steps of `versions` on the connection that it was handed."""

from alembic import context
from sqlalchemy import Connection

from caseworker.models.schema import METADATA

VERSION_TABLE = "store_version"


def run(connection: Connection) -> None:
    """Run the steps asked for in the transaction of whoever called."""
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        version_table=VERSION_TABLE,
        transactional_ddl=True,
        render_as_batch=connection.dialect.name == "sqlite",
    )
    with context.begin_transaction():
        context.run_migrations()


run(context.config.attributes["connection"])
