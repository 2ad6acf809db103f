from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from caseworker.services.people.rows import Overview
from caseworker.ui.kit.banner import Banner
from caseworker.ui.kit.places import Kind, Place
from caseworker.ui.pages.person.page import PersonPage
from caseworker.ui.pages.person.records import Part
from caseworker.ui.window.shell import Shell
from tests.ui.world import ADA, GIULIA, JOERG, MARCO, ZOE, World


def open_person(shell: Shell, world: World, who: int) -> PersonPage:
    shell.go(Place(Kind.PERSON, world.people[who]))
    shell.operations.wait()
    assert isinstance(shell.page, PersonPage)
    return shell.page


def view_of(page: PersonPage) -> Overview:
    assert page.view is not None
    return page.view


def banner_texts(shell: Shell) -> list[str]:
    assert isinstance(shell.banner, Banner)
    return [label.text() for label in shell.banner.findChildren(QLabel) if not label.isHidden()]


def left_of(page: PersonPage, limit: str) -> tuple[int, int]:
    [line] = [line for line in page.model.lines if line.limit == limit]
    return line.used, line.left


def test_the_banner_says_who_it_is(shell: Shell, world: World) -> None:
    open_person(shell, world, GIULIA)
    said = banner_texts(shell)
    assert said[0] == "BERNASCONI  Giulia"
    for text in ("14.07.1985  ·  41 years", "female", "Mivita Extensa", "Italian", "26–44, women"):
        assert text in said
    assert world.people[GIULIA] in said


def test_who_died_is_unmistakable(shell: Shell, world: World) -> None:
    open_person(shell, world, MARCO)
    assert "Deceased on 01.03.2025" in banner_texts(shell)
    assert "09.01.1948  ·  77 years" in banner_texts(shell)


def test_no_cover_is_unmistakable(shell: Shell, world: World) -> None:
    page = open_person(shell, world, ZOE)
    assert "No cover on 20.11.2026" in banner_texts(shell)
    assert page.model.lines == []
    assert page.limits.empty == "No cover on 20.11.2026, so there are no limits."


def test_what_is_not_recorded_is_said_so(shell: Shell, world: World) -> None:
    page = open_person(shell, world, GIULIA)
    page.show_identity(view_of(page).identity._replace(sex=None, language=None))
    assert banner_texts(shell).count("not recorded") == 2


def test_the_phases_are_told_with_the_years_in_which_they_change(shell: Shell, world: World) -> None:
    page = open_person(shell, world, GIULIA)
    told = [(phase.name, phase.from_year, phase.is_now) for phase in view_of(page).phases]
    assert told == [
        ("0-12", 1985, False),
        ("13-25F", 1998, False),
        ("26-44F", 2011, True),
        ("45-59F", 2030, False),
        ("60+", 2045, False),
    ]


def test_premium_band_denta_and_other_products_are_told(shell: Shell, world: World) -> None:
    view = view_of(open_person(shell, world, JOERG))
    assert (view.premium_band, view.next_band) == ("65-69", ("70+", date(2031, 1, 1)))
    assert (view.denta, [c.tier for c in view.covers if c.product == "comforta"]) == ("optional", ["private"])


def test_limits_tell_what_is_used_and_left(shell: Shell, world: World) -> None:
    page = open_person(shell, world, GIULIA)
    assert left_of(page, "complementary") == (36_000, 214_000)
    assert left_of(page, "health_promotion.fitness") == (30_000, 0)
    assert left_of(page, "aids.vision") == (0, 40_000)


def test_one_date_sets_cover_phase_and_limits(shell: Shell, world: World) -> None:
    page = open_person(shell, world, GIULIA)
    page.day.setDate(QDate(2022, 6, 1))
    shell.operations.wait()
    assert "Mivita Reala" in banner_texts(shell)
    assert left_of(page, "complementary") == (0, 150_000)
    page.day.setDate(QDate(2010, 6, 1))
    shell.operations.wait()
    assert "13–25, women" in banner_texts(shell)
    assert "No cover on 01.06.2010" in banner_texts(shell)
    page.look_at(None)
    shell.operations.wait()
    assert "Mivita Extensa" in banner_texts(shell)


def test_a_limit_opens_the_lines_that_used_it(shell: Shell, world: World) -> None:
    page = open_person(shell, world, GIULIA)
    number = next(n for n, line in enumerate(page.model.lines) if line.limit == "complementary")
    page.limits.setCurrentIndex(page.model.index(number, 0))
    QTest.keyClick(page.limits, Qt.Key.Key_Return)
    shell.operations.wait()
    table = page.records.tables[Part.USES]
    assert table.isVisible()
    assert page.records._about.text() == "2026   360.00 of 2’500.00 used, 2’140.00 left"
    assert page.records._about.isVisible()
    [use] = page.records.uses.rows
    assert (use.claim_number, use.first, use.amount, use.decision_number) == (
        world.claims[0],
        date(2026, 3, 2),
        36_000,
        world.decisions[0],
    )


def test_claims_and_letters_are_listed_the_latest_first(shell: Shell, world: World) -> None:
    page = open_person(shell, world, GIULIA)
    claims, letters = page.records.claims.rows, page.records.letters.rows
    assert [claim.number for claim in claims] == [world.claims[n] for n in (3, 0, 2, 1)]
    assert [letter.decision_number for letter in letters] == world.decisions[::-1]
    assert [claim.amount for claim in claims] == [None, 36_000, 30_000, 52_000]


def test_enter_opens_what_a_row_is_about(shell: Shell, world: World) -> None:
    page = open_person(shell, world, GIULIA)
    page.records.choose(Part.FAMILY)
    table = page.records.tables[Part.FAMILY]
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert shell.history.here == Place(Kind.PERSON, world.people[ADA])


def test_family_is_told_by_what_they_are(shell: Shell, world: World) -> None:
    page = open_person(shell, world, ADA)
    assert [r.relation for r in page.records.relatives.rows] == ["mother"]


def test_another_person_never_stands_under_someone_elses_banner(shell: Shell, world: World) -> None:
    page = open_person(shell, world, GIULIA)
    shell.go(Place(Kind.PERSON, "99999999"))
    assert not page.limits.isVisible()
    shell.operations.wait()
    assert not page.limits.isVisible()
    assert shell.banner is not None
    assert not shell.banner.isVisible()
    assert shell.notice.isVisible()


def test_the_same_person_again_stays_as_it_was_left(shell: Shell, world: World) -> None:
    page = open_person(shell, world, GIULIA)
    page.look_at(date(2022, 6, 1))
    shell.operations.wait()
    shell.go(Place(Kind.QUEUE))
    shell.back()
    shell.operations.wait()
    assert view_of(page).as_of == date(2022, 6, 1)


@pytest.mark.parametrize("who", [GIULIA, JOERG, ZOE, ADA, MARCO])
def test_everyone_can_be_opened(shell: Shell, world: World, who: int) -> None:
    assert view_of(open_person(shell, world, who)).identity.number == world.people[who]
