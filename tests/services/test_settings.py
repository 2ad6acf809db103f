"""What a house sets for itself: what is in force on a day, what is refused, what stays on record."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import text

from caseworker.errors import Refusal
from caseworker.models.store.store import Store
from caseworker.rights import Actor, Right, Role
from caseworker.services.access import Access
from caseworker.services.context import Context, NotAllowed, anybody
from caseworker.services.settings.reading import history_of, settings_on
from caseworker.services.settings.setting import check_value, set_value
from caseworker.services.store.checking import check
from caseworker.settings import (
    ANSWER_DAYS,
    INSURER_NAME,
    INSURER_PLACE,
    LANGUAGES,
    LEGAL_COURT,
    SETTINGS,
    BadValue,
)
from caseworker.wording.catalogue import say
from tests.support.stores import NOW, conditions, context

TODAY = NOW.date()
TOMORROW = TODAY + timedelta(days=1)
YESTERDAY = TODAY - timedelta(days=1)


def access_to(store: Store, at: datetime = NOW, by: str = "L. Casutt") -> Access:
    return Access(store, conditions(), anybody(by), lambda: at)


def value_on(store: Store, name: str, day: date, language: str = "") -> str:
    found = access_to(store).read(settings_on, day)
    return next(each.typed for each in found if (each.name, each.language) == (name, language))


def test_what_nobody_set_has_its_default(store: Store) -> None:
    found = access_to(store).read(settings_on)
    assert {each.name for each in found} == set(SETTINGS)
    assert all(each.last is None for each in found)
    assert value_on(store, "request.answer_days", TODAY) == "30"
    assert [value_on(store, "insurer.place", TODAY, each) for each in LANGUAGES] == [
        "Berna",
        "Bern",
        "Berne",
        "Bern",
    ]


def test_every_default_is_a_value_and_has_a_title_in_every_language(store: Store) -> None:
    for each in access_to(store).read(settings_on):
        check_value(each.name, each.typed, each.language)
        assert [say(f"settings.name.{each.name}", language) for language in LANGUAGES].count("") == 0


def test_a_value_counts_from_its_day_on(store: Store) -> None:
    access = access_to(store)
    access.write(set_value, "insurer.name", "Valperla Leben AG", why="renamed", valid_from=TOMORROW)
    assert value_on(store, "insurer.name", TODAY) == "Valperla Versicherungen AG"
    assert value_on(store, "insurer.name", TOMORROW) == "Valperla Leben AG"
    assert access.settings.of(INSURER_NAME) == "Valperla Versicherungen AG"
    assert access_to(store, NOW + timedelta(days=1)).settings.of(INSURER_NAME) == "Valperla Leben AG"


@pytest.mark.each_engine
def test_on_the_same_day_the_last_word_counts_and_a_later_day_stays(store: Store) -> None:
    access = access_to(store)
    access.write(set_value, "payment.weeks", "1", why="promised", valid_from=TOMORROW)
    access.write(set_value, "payment.weeks", "3", why="slower")
    access.write(set_value, "payment.weeks", "2", why="not that slow")
    assert value_on(store, "payment.weeks", TODAY) == "2"
    assert value_on(store, "payment.weeks", TOMORROW) == "1"


def test_a_text_is_set_for_one_language_only(store: Store) -> None:
    access_to(store).write(set_value, "insurer.place", "Bienne", why="moved", language="fr")
    assert value_on(store, "insurer.place", TODAY, "fr") == "Bienne"
    assert value_on(store, "insurer.place", TODAY, "de") == "Bern"


@pytest.mark.each_engine
def test_who_why_and_when_stay_on_record_in_the_chain_of_the_store(store: Store) -> None:
    access_to(store).write(set_value, "request.answer_days", " 20 ", why="as  the office does")
    (row,) = access_to(store).read(history_of, "request.answer_days")
    assert (row.value, row.by, row.why, row.valid_from) == ("20", "L. Casutt", "as the office does", TODAY)
    with store.reading() as session:
        told = session.execute(text("SELECT chain, by_whom, kind, subject FROM event")).all()
    assert told == [(0, "L. Casutt", "set", "request.answer_days")]
    assert check(store, conditions()).problems == ()


@pytest.mark.each_engine
def test_setting_back_is_added_and_the_default_counts_again(store: Store) -> None:
    access = access_to(store)
    written = access.write(set_value, "insurer.email", "post@valperla.example", why="new")
    assert written.undo is not None
    assert written.touched == {"settings"}
    access.write(written.undo.verb, *written.undo.arguments)
    assert value_on(store, "insurer.email", TODAY) == ""
    assert [row.value for row in access.read(history_of, "insurer.email")] == [None, "post@valperla.example"]


def test_setting_back_gives_what_was_set_before(store: Store) -> None:
    access = access_to(store)
    access.write(set_value, "insurer.phone", "031 300 00 00", why="first")
    written = access.write(set_value, "insurer.phone", "031 300 00 01", why="second")
    assert written.undo is not None
    access.write(written.undo.verb, *written.undo.arguments)
    assert value_on(store, "insurer.phone", TODAY) == "031 300 00 00"


def test_what_somebody_else_has_set_since_stays(store: Store) -> None:
    written = access_to(store).write(set_value, "legal.court", "Das Gericht.", why="one", language="de")
    other = access_to(store, by="B. Anders")
    other.write(set_value, "legal.court", "Le tribunal.", why="two", language="fr")
    other.write(set_value, "legal.court", "Das zuständige Gericht.", why="two", language="de")
    assert written.undo is not None
    with pytest.raises(Refusal, match="changed"):
        access_to(store).write(written.undo.verb, *written.undo.arguments)
    assert value_on(store, "legal.court", TODAY, "de") == "Das zuständige Gericht."


def test_the_default_can_be_set_again(store: Store) -> None:
    access = access_to(store)
    access.write(set_value, "legal.court", "Entscheidet das Gericht.", why="shorter", language="de")
    access.write(set_value, "legal.court", None, why="the usual words", language="de", valid_from=TOMORROW)
    assert value_on(store, "legal.court", TODAY, "de") == "Entscheidet das Gericht."
    assert value_on(store, "legal.court", TOMORROW, "de").startswith("Finden wir keine Einigung")


@pytest.mark.parametrize(
    ("name", "value", "language"),
    [
        ("insurer.name", "", ""),
        ("insurer.name", "x" * 61, ""),
        ("insurer.name", "Valperla \u4fdd\u967a", ""),
        ("insurer.address", "Musterstrasse 12;; 3000 Bern", ""),
        ("insurer.address", "a; b; c; d; e", ""),
        ("insurer.phone", "call us", ""),
        ("insurer.email", "post at valperla", ""),
        ("insurer.web", "valperla", ""),
        ("house.time_zone", "Europe/Zuerich", ""),
        ("house.time_zone", "../zone", ""),
        ("request.answer_days", "0", ""),
        ("request.answer_days", "a month", ""),
        ("request.answer_days", "\u0663", ""),
        ("payment.weeks", "5", ""),
        ("demonstration.day", "16.11.2026", ""),
        ("legal.court", "x" * 1001, "it"),
        ("legal.court", "Decide il tribunale.", ""),
        ("legal.court", "Decida la dretgira.", "rm"),
        ("insurer.name", "Valperla", "it"),
        ("no.such", "1", ""),
    ],
)
def test_a_bad_value_is_refused_with_how_to_go_on_and_nothing_is_kept(
    store: Store, name: str, value: str, language: str
) -> None:
    with pytest.raises(BadValue) as refused:
        access_to(store).write(set_value, name, value, why="a try", language=language)
    assert refused.value.advice
    assert access_to(store).read(history_of, name, language) == ()


@pytest.mark.parametrize(("why", "day"), [("  ", TODAY), ("a" * 1001, TODAY), ("earlier", YESTERDAY)])
def test_without_a_reason_or_from_a_day_that_lies_behind_nothing_is_set(
    store: Store, why: str, day: date
) -> None:
    with pytest.raises(Refusal):
        access_to(store).write(set_value, "payment.weeks", "2", why=why, valid_from=day)
    assert access_to(store).read(history_of, "payment.weeks") == ()


def test_who_has_not_the_right_sets_nothing(store: Store) -> None:
    examiner = Actor("gk", "G. Keller", frozenset({Role.EXAMINER}))
    access = Access(store, conditions(), examiner, lambda: NOW)
    assert not access.may(Right.SETTINGS_SET)
    with pytest.raises(NotAllowed):
        access.write(set_value, "payment.weeks", "2", why="a try")
    assert access.read(history_of, "payment.weeks") == ()


def test_they_are_read_once_for_an_access_and_again_once_they_were_set(store: Store) -> None:
    access = access_to(store)
    assert access.settings.of(ANSWER_DAYS) == 30
    access_to(store).write(set_value, "request.answer_days", "20", why="elsewhere")
    assert access.settings.of(ANSWER_DAYS) == 30
    access.write(set_value, "payment.weeks", "3", why="here")
    assert access.settings.of(ANSWER_DAYS) == 20


def test_what_others_set_is_seen_on_the_next_day(store: Store) -> None:
    moment = [NOW]
    access = Access(store, conditions(), anybody("G. Keller"), lambda: moment[0])
    assert access.settings.of(ANSWER_DAYS) == 30
    access_to(store).write(set_value, "request.answer_days", "20", why="elsewhere")
    moment[0] = NOW + timedelta(days=1)
    assert access.settings.of(ANSWER_DAYS) == 20


def test_the_day_is_that_of_the_house(store: Store) -> None:
    new_year = datetime(2026, 12, 31, 23, 20, tzinfo=UTC)
    access = access_to(store, new_year)
    assert access.today() == date(2027, 1, 1)
    access.write(set_value, "house.time_zone", "Atlantic/Azores", why="moved")
    assert access.today() == date(2026, 12, 31)


def test_a_moment_is_taken_into_the_house_whatever_its_zone() -> None:
    at = Context(anybody("G. Keller"), datetime(2026, 12, 31, 23, 20, tzinfo=UTC), conditions()).at
    assert (at.date(), at.hour, at.minute) == (date(2027, 1, 1), 0, 20)


@pytest.mark.each_engine
def test_nonsense_in_the_store_is_named_by_the_check_and_can_be_mended(store: Store) -> None:
    add = (
        "INSERT INTO setting (name, language, value, valid_from, by_whom, at, why)"
        " VALUES (:name, '', :value, '2026-01-01', 'hand', '2026-01-01T00:00:00.000000+00:00', 'by hand')"
    )
    with store.writing() as session:
        session.execute(text(add), {"name": "house.time_zone", "value": "Moon/Luna"})
        session.execute(text(add), {"name": "insurer.moon", "value": "x"})
    told = [p.message for p in check(store, conditions()).problems if p.check == "settings"]
    assert any("Moon/Luna" in each for each in told)
    assert any("insurer.moon" in each for each in told)
    access = access_to(store)
    assert access.today() == TODAY
    access.write(set_value, "house.time_zone", "Europe/Zurich", why="nonsense stood there")
    assert access.settings.zone.key == "Europe/Zurich"


@pytest.mark.each_engine
def test_a_row_that_no_event_tells_of_is_named_by_the_check(store: Store) -> None:
    access_to(store).write(set_value, "payment.weeks", "3", why="slower")
    assert check(store, conditions()).problems == ()
    off = "DROP TRIGGER tr_setting_update" if store.is_file else "DROP TRIGGER tr_setting_change ON setting"
    with store.writing() as session:
        session.execute(text(off))
        session.execute(text("UPDATE setting SET value = '1'"))
    told = [p.message for p in check(store, conditions()).problems if p.check == "settings"]
    assert told == ["setting payment.weeks is not what the record of what was done says"]


def test_typed_access_gives_the_value_itself() -> None:
    ctx = context()
    assert ctx.settings.of(ANSWER_DAYS) == 30
    assert ctx.settings.of(INSURER_PLACE, "it") == "Berna"
    assert ctx.settings.of(LEGAL_COURT, "fr").endswith("(art. 114 CPC).")
