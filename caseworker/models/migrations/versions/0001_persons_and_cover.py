"""Persons, their cover, providers; who did what"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
FOLDED = sa.String(200).with_variant(sa.String(200, collation="C"), "postgresql")
MOMENT = sa.String(32).with_variant(postgresql.TIMESTAMP(timezone=True), "postgresql")
APPEND_ONLY = ("event",)


def _household() -> None:
    op.create_table(
        "household",
        sa.Column("id", KEY, nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_household"),
    )


def _person() -> None:
    op.create_table(
        "person",
        sa.Column("id", KEY, nullable=False),
        sa.Column("number", FOLDED, nullable=False),
        sa.Column("ahv", FOLDED, nullable=True),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("given_name", sa.String(200), nullable=False),
        sa.Column("name_key", FOLDED, nullable=False),
        sa.Column("given_key", FOLDED, nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=False),
        sa.Column("death_date", sa.Date(), nullable=True),
        sa.Column("sex", sa.String(1), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("email", sa.String(200), nullable=True),
        sa.Column("phone", sa.String(40), nullable=True),
        sa.Column("household_id", KEY, nullable=True),
        sa.Column("father_id", KEY, nullable=True),
        sa.Column("mother_id", KEY, nullable=True),
        sa.Column("entered_by", sa.String(100), nullable=False),
        sa.Column("entered_at", MOMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("ahv", name="uq_person_ahv"),
        sa.UniqueConstraint("number", name="uq_person_number"),
        sa.CheckConstraint(
            "death_date IS NULL OR death_date >= birth_date", name=op.f("ck_person_death_after_birth")
        ),
        sa.CheckConstraint("language IN ('it', 'de', 'fr', 'en')", name=op.f("ck_person_language")),
        sa.CheckConstraint("father_id <> id AND mother_id <> id", name=op.f("ck_person_own_parent")),
        sa.CheckConstraint("sex IN ('F', 'M')", name=op.f("ck_person_sex")),
        sa.ForeignKeyConstraint(["father_id"], ["person.id"], name="fk_person_father_id"),
        sa.ForeignKeyConstraint(["household_id"], ["household.id"], name="fk_person_household_id"),
        sa.ForeignKeyConstraint(["mother_id"], ["person.id"], name="fk_person_mother_id"),
    )
    op.create_index("ix_person_birth_date", "person", ["birth_date"])
    op.create_index("ix_person_father_id", "person", ["father_id"])
    op.create_index("ix_person_given_name_birth", "person", ["given_key", "name_key", "birth_date"])
    op.create_index("ix_person_household_id", "person", ["household_id"])
    op.create_index("ix_person_mother_id", "person", ["mother_id"])
    op.create_index("ix_person_name_given_birth", "person", ["name_key", "given_key", "birth_date"])


def _address() -> None:
    op.create_table(
        "address",
        sa.Column("person_id", KEY, nullable=False, autoincrement=False),
        sa.Column("care_of", sa.String(200), nullable=True),
        sa.Column("street", sa.String(200), nullable=False),
        sa.Column("house_number", sa.String(20), nullable=False),
        sa.Column("postcode", sa.String(20), nullable=False),
        sa.Column("town", sa.String(200), nullable=False),
        sa.Column("country", sa.String(2), nullable=False),
        sa.PrimaryKeyConstraint("person_id", name="pk_address"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_address_person_id"),
    )


def _coverage() -> None:
    op.create_table(
        "coverage",
        sa.Column("id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("product", sa.String(10), nullable=False),
        sa.Column("tier", sa.String(12), nullable=True),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=True),
        sa.Column("term_years", sa.Integer(), nullable=False),
        sa.Column("entered_by", sa.String(100), nullable=False),
        sa.Column("entered_at", MOMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_coverage"),
        sa.CheckConstraint("last IS NULL OR last >= first", name=op.f("ck_coverage_last_after_first")),
        sa.CheckConstraint("product IN ('mivita', 'comforta', 'denta')", name=op.f("ck_coverage_product")),
        sa.CheckConstraint("term_years IN (1, 3)", name=op.f("ck_coverage_term_years")),
        sa.CheckConstraint(
            "(product = 'mivita' AND tier IN ('reala', 'extensa')) OR (product = 'comforta' AND "
            "tier IN ('semi_private', 'private')) OR (product = 'denta' AND tier IS NULL)",
            name=op.f("ck_coverage_tier"),
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_coverage_person_id"),
    )
    op.create_index("ix_coverage_person_id", "coverage", ["person_id"])


def _provider() -> None:
    op.create_table(
        "provider",
        sa.Column("id", KEY, nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("name_key", FOLDED, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("town", sa.String(200), nullable=False),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("contracted", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_provider"),
        sa.CheckConstraint(
            "kind IN ('physician', 'therapist', 'hospital', 'pharmacy', 'spa', 'transport', "
            "'home_care', 'other')",
            name=op.f("ck_provider_kind"),
        ),
    )
    op.create_index("ix_provider_name_key", "provider", ["name_key"])


def _provider_method() -> None:
    op.create_table(
        "provider_method",
        sa.Column("provider_id", KEY, nullable=False, autoincrement=False),
        sa.Column("method", sa.String(100), nullable=False),
        sa.PrimaryKeyConstraint("provider_id", "method", name="pk_provider_method"),
        sa.ForeignKeyConstraint(["provider_id"], ["provider.id"], name="fk_provider_method_provider_id"),
    )


def _counter() -> None:
    op.create_table(
        "counter",
        sa.Column("name", sa.String(20), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", "year", name="pk_counter"),
    )


def _draft() -> None:
    op.create_table(
        "draft",
        sa.Column("by_whom", sa.String(100), nullable=False),
        sa.Column("key", sa.String(100), nullable=False),
        sa.Column("payload", sa.String(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("by_whom", "key", name="pk_draft"),
    )


def _event() -> None:
    op.create_table(
        "event",
        sa.Column("id", KEY, nullable=False),
        sa.Column("chain", sa.BigInteger(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("by_whom", sa.String(100), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("subject", sa.String(60), nullable=False),
        sa.Column("data", sa.String(), nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
        sa.UniqueConstraint("chain", "sequence", name="uq_event_chain_sequence"),
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


def _refusal() -> None:
    """The function behind the triggers of Postgres."""
    op.execute(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ "
        "BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$"
    )


def upgrade() -> None:
    """Make the tables, and the guards of those that are only added to."""
    _household()
    _person()
    _address()
    _coverage()
    _provider()
    _provider_method()
    _counter()
    _draft()
    _event()
    if op.get_bind().dialect.name == "postgresql":
        _refusal()
    for table in APPEND_ONLY:
        _guard(table)


def downgrade() -> None:
    """Remove the tables, with their guards."""
    for table in (
        "event",
        "draft",
        "counter",
        "provider_method",
        "provider",
        "coverage",
        "address",
        "person",
        "household",
    ):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_change()")
