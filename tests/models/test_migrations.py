"""The steps of the tables: one line, up and down with data, and what they make is what the models say."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, select, text
from sqlalchemy.exc import DBAPIError

from caseworker.models.schema import METADATA
from caseworker.models.store import store as store_module
from caseworker.models.store.store import HEAD, VERSION_TABLE, Session, Store, migrate
from caseworker.models.work.queries import COLUMNS
from caseworker.models.work.rows import WorkRow
from caseworker.rules.case import Line
from caseworker.services.claims.deciding import decide_as_assessed
from caseworker.services.claims.entering import enter_claim
from caseworker.services.claims.forms import ClaimForm
from caseworker.services.claims.requesting import request_missing
from caseworker.services.claims.reversing import reverse
from caseworker.services.letters.issuing import issue_letter
from caseworker.services.letters.sending import export_letter
from caseworker.services.store.checking import check
from tests.support.stores import NOW, claim, conditions, context, insure, treatment

pytestmark = pytest.mark.each_engine


def steps() -> ScriptDirectory:
    config = Config()
    folder = store_module.__file__.replace("store/store.py", "migrations")
    config.set_main_option("script_location", folder)
    config.set_main_option("path_separator", "os")
    return ScriptDirectory.from_config(config)


def tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names()) - {VERSION_TABLE}


def test_there_is_one_head_and_the_program_knows_it() -> None:
    assert steps().get_heads() == [HEAD]


def test_the_steps_make_what_the_models_say(store: Store) -> None:
    options = {"compare_type": True, "version_table": VERSION_TABLE}
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, METADATA) == []


def test_the_steps_make_every_check_and_reference_that_the_models_name(store: Store) -> None:
    for table in METADATA.sorted_tables:
        found = inspect(store.engine)
        checks = {check["name"] for check in found.get_check_constraints(table.name)}
        references = {key["name"] for key in found.get_foreign_keys(table.name)}
        named = {str(c.name) for c in table.constraints if type(c).__name__ == "CheckConstraint"}
        prefix = f"ck_{table.name}_"
        assert checks == {name if name.startswith(prefix) else prefix + name for name in named}
        assert len(references) == len(table.foreign_key_constraints)
        assert None not in references


def test_each_step_goes_down_and_up_again_with_data(store: Store) -> None:
    person = insure(store)
    number = claim(store, person)
    with store.writing() as session:
        made = decide_as_assessed(session, context(), number)
        reverse(session, context(), made.number, "wrong invoice")
    versions = [step.revision for step in steps().walk_revisions()]
    before: dict[str, set[str]] = {}
    for version in [*versions[1:], "base"]:
        with store.writing() as session:
            before[version] = tables(session.connection())
            migrate(session.connection(), version)
    with store.reading() as session:
        assert tables(session.connection()) == set()
    for version in reversed(versions):
        with store.writing() as session:
            migrate(session.connection(), version)
    with store.reading() as session:
        assert tables(session.connection()) == set(METADATA.tables)
    insure(store, person)


def test_what_stays_keeps_its_rows_when_a_step_is_taken_back(store: Store) -> None:
    person = insure(store)
    claim(store, person)
    with store.writing() as session:
        migrate(session.connection(), "0001")
        migrate(session.connection(), HEAD)
    with store.reading() as session:
        assert session.scalar(text("SELECT number FROM person")) == person
        assert session.scalar(text("SELECT count(*) FROM claim")) == 0


def work(store: Store) -> list[WorkRow]:
    with store.reading() as session:
        found = session.execute(select(*COLUMNS).order_by(COLUMNS[0])).all()
    return [WorkRow(*row)._replace(id=0, version=1) for row in found]


def test_the_work_on_the_claims_of_an_older_store_is_what_their_services_keep(store: Store) -> None:
    person = insure(store)
    foreign = replace(treatment("2"), charged=10_001, currency="EUR", rate=Decimal("0.94355"), country="IT")
    consent = Line("2", "aids.other", NOW.date(), NOW.date(), 40_000, facts={"prescribed": True})
    numbers = [
        claim(store, person, treatment(), foreign),
        claim(store, person, treatment("1"), treatment("2", facts={})),
        claim(store, person, treatment("1", facts={}), consent),
        claim(store, person),
    ]
    with store.writing() as session:
        decide_as_assessed(session, context(), numbers[1])
        decide_as_assessed(session, context(by="A. Frei"), numbers[3])
        taken_back = decide_as_assessed(session, context(), one_more(session, person)).number
        reverse(session, context(), taken_back, "wrong invoice")
    kept = work(store)
    # A reversal is the day from which a claim counts again: from the store alone it is not told apart.
    kept[4] = kept[4]._replace(complete_on=kept[4].received_on, due_on=kept[0].due_on, opened_at=NOW)
    assert [item.state for item in kept] == ["ready", "ready", "ready", "done", "ready"]
    with store.writing() as session:
        migrate(session.connection(), "0004")
        migrate(session.connection(), HEAD)
    assert work(store) == kept
    assert kept[0].amount_rp == 48_000 + 9_436
    assert check(store, conditions()).problems == ()


def one_more(session: Session, person: str) -> str:
    return enter_claim(
        session, context(), ClaimForm(person, (treatment(),), received=date(2026, 3, 20))
    ).number


def test_a_step_that_fails_leaves_the_store_as_it_was(store: Store) -> None:
    insure(store)
    try:
        with store.writing() as session:
            migrate(session.connection(), "base")
            _ = 1 / 0
    except ZeroDivisionError:
        pass
    with store.reading() as session:
        assert tables(session.connection()) == set(METADATA.tables)
        assert session.scalar(text("SELECT count(*) FROM person")) == 1


def test_a_decisions_letter_of_before_kinds_is_filled_from_its_decision_and_its_record(store: Store) -> None:
    person = insure(store)
    decided, waiting = claim(store, person), claim(store, person, treatment(facts={}))
    with store.writing() as session:
        first = decide_as_assessed(session, context(), decided)
        export_letter(session, context(), first.number)
        reverse(session, context(), first.number, "wrong invoice")
        decide_as_assessed(session, context("M. Frei"), decided)
        issue_letter(session, context(), request_missing(session, context(), waiting).number)
    asked = "SELECT * FROM letter WHERE kind = 'decision' ORDER BY number"
    happened = (
        "SELECT number, kind, at, by_whom, cause FROM letter_event WHERE number < 3 ORDER BY number, id"
    )
    with store.reading() as session:
        before = [session.execute(text(each)).all() for each in (asked, happened)]
    with store.writing() as session:
        migrate(session.connection(), "0004")
        assert session.scalar(text("SELECT count(*) FROM letter")) == 2
        assert session.scalar(text("SELECT count(*) FROM letter_file")) == 1
        migrate(session.connection(), HEAD)
    with store.reading() as session:
        assert [session.execute(text(each)).all() for each in (asked, happened)] == before
    with pytest.raises(DBAPIError, match="letter is append-only"), store.writing() as session:
        session.execute(text("UPDATE letter SET number = number"))
    with pytest.raises(DBAPIError, match="letter_file is append-only"), store.writing() as session:
        session.execute(text("DELETE FROM letter_file"))
