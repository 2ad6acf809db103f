"""The models of the page without a window: rows, lists, limits, and what would change a result."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from caseworker.rules.asking import Asked, Side
from caseworker.rules.background import Background
from caseworker.rules.case import Coverage, Person
from caseworker.rules.offer import offer_on
from caseworker.rules.standing import Entry, Standing
from caseworker.rules.vocabulary import Citation, Sex, Tier, Unit
from caseworker.rules.what_if import WhatIf
from caseworker.ui.kit.form.pick_list import PickItem, PickModel
from caseworker.ui.pages.claim.benefit_search import BenefitIndex, Named
from caseworker.ui.pages.claim.form import ClaimFields, LineForm, TravelForm
from caseworker.ui.pages.claim.judge import Judged, asked_of, decisive_day, judge
from caseworker.ui.pages.claim.line_fields import shown_fields
from caseworker.ui.pages.claim.lines_model import TONE, Column, LinesModel, LineSummary
from caseworker.ui.pages.claim.presenter import Presenter
from caseworker.ui.pages.claim.trace import PartHead, StepRow, Total, trace
from tests.ui.world import conditions

CONDITIONS = conditions()
GIULIA = Person(date(1985, 7, 14), Sex.FEMALE)
USED = Standing([Entry("complementary", "2026", 200_000, Unit.CHF, Citation("11.1"), 250_000)])
COURSE = LineForm(
    "1", "complementary.treatment", "2.3.2026", charged="1'000", facts={"provider_recognised": True}
)


def background(standing: Standing | None = None, *covers: Coverage) -> Background:
    cover = covers or (Coverage(Tier.EXTENSA, date(2019, 1, 1)),)
    return Background(GIULIA, cover, standing or Standing(), CONDITIONS, date(2026, 4, 1))


def look(line: LineForm, against: Background, *others: LineForm) -> tuple[Judged, tuple[Asked, ...]]:
    judged = judge(ClaimFields(lines=(line, *others)), "C1", against)
    day = decisive_day(line, judged.reading, against)
    return judged, asked_of(line, against.plan(line.benefit, day), judged)


def test_judging_leaves_what_is_used_as_it_is() -> None:
    against = background(USED.copy())
    judged, _ = look(COURSE, against)
    assert judged.lines["1"].amount == 50_000
    assert against.standing.used == USED.used


def test_a_foreign_invoice_abroad_asks_for_its_translation() -> None:
    line = LineForm("1", "abroad.outpatient", "2.3.2026", charged="100", invoice_language="th")
    journey = TravelForm("E1", "illness", "holiday", "TH")
    judged = judge(ClaimFields(travel=journey, lines=(line,)), "C1", background())
    asked = asked_of(line, background().plan(line.benefit, date(2026, 3, 2)), judged)
    assert ("translation", Side.REQUIREMENT) in [(a.fact, a.side) for a in asked]


def test_nothing_is_asked_of_a_benefit_that_is_not_offered() -> None:
    _, asked = look(LineForm("1", "specific.night_watch", "2.3.2026", charged="100"), background())
    assert asked == ()


@pytest.mark.parametrize(
    ("benefit", "fields"),
    [
        ("medicine", ("other_payments",)),
        ("childcare", ("quantity", "child_birth_date")),
        ("aids.insoles", ("currency", "rate", "other_payments", "country")),
        ("aids.laser_eye", ("other_payments", "treatment_start")),
        ("hospital.acute", ("other_payments", "tariff_amount")),
        ("specific.breast_reduction", ("bmi",)),
        ("specific.birth_house", ("episode",)),
        ("home_help", ("quantity",)),
        ("vaccination", ("other_payments",)),
        ("complementary.treatment", ()),
    ],
)
def test_only_the_fields_that_a_benefit_needs_are_shown(benefit: str, fields: tuple[str, ...]) -> None:
    edition = CONDITIONS.on(date(2026, 3, 2))
    assert edition is not None
    shown = shown_fields(edition.terms, LineForm(benefit=benefit), more=False)
    assert shown == ("first", "last", "charged", *fields)


def test_a_field_that_was_filled_in_stays_in_sight() -> None:
    assert "bmi" in shown_fields(None, LineForm(bmi="29"), more=False)
    assert len(shown_fields(None, LineForm(), more=True)) == 17


def test_a_stay_over_new_year_is_told_part_by_part() -> None:
    facts = dict.fromkeys(("acute_need", "hospital_recognised"), True)
    line = LineForm("1", "hospital.acute", "30.12.2025", "2.1.2026", "400", facts=facts)
    judged, _ = look(line, background())
    rows = trace(judged.lines["1"])
    assert [type(row) for row in rows if not isinstance(row, StepRow)] == [
        PartHead,
        Total,
        PartHead,
        Total,
        Total,
    ]
    last = rows[-1]
    assert isinstance(last, Total)
    assert (last.whole, last.amount) == (True, 40_000)


def test_every_step_of_the_trace_goes_on_where_the_one_before_ended() -> None:
    judged, _ = look(COURSE, background(USED))
    steps = [row.step for row in trace(judged.lines["1"]) if isinstance(row, StepRow)]
    assert [s.before for s in steps] == [100_000, 75_000]
    assert [s.after for s in steps] == [75_000, 50_000]


def test_many_exclusions_are_told_as_one_change() -> None:
    facts = {"emergency": True, "licensed_provider": True}
    line = LineForm("1", "abroad.outpatient", "2.3.2026", charged="100", facts=facts)
    journey = TravelForm("E1", "illness", "holiday", "TH")
    judged = judge(ClaimFields(travel=journey, lines=(line,)), "C1", background())
    asked = asked_of(line, background().plan(line.benefit, date(2026, 3, 2)), judged)
    changes = Presenter("en").changes(
        WhatIf("1", judged.reading.claim, judged.finding, background()).changes(asked), None
    )
    assert [c.text for c in changes][-1].startswith("Any of 1")
    assert len(changes) < 6


def test_the_table_of_lines_is_a_sound_model() -> None:
    model = LinesModel()
    row = LineSummary("1", "Medicines", "02.03.2026", "80.00", "Paid", "positive", "72.00")
    model.show_lines([row, row._replace(id="2")])
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    changed: list[int] = []
    model.dataChanged.connect(lambda first, last: changed.append(first.row()))
    model.show_lines([row, row._replace(id="2", result="Not paid", tone="negative", paid="")])
    assert changed == [1]
    result = model.index(1, Column.RESULT)
    assert (result.data(), result.data(TONE)) == ("Not paid", "negative")
    assert model.row_of("2") == 1
    assert model.row_of("9") == -1


def test_the_list_of_benefits_is_a_sound_model_and_what_is_greyed_cannot_be_chosen() -> None:
    model = PickModel()
    model.show_items(
        [PickItem("a", "Alpha", "art. 1"), PickItem("b", "Beta", "art. 2", "Not in this phase.")]
    )
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.flags(model.index(0)) & Qt.ItemFlag.ItemIsEnabled
    assert model.flags(model.index(1)) == Qt.ItemFlag.NoItemFlags
    assert "Not in this phase." in model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)


NAMES = BenefitIndex(
    [
        Named("hospital", ("Spital, allgemeine Abteilung", "Ospedale", "hôpital")),
        Named("cure", ("Thermalkur", "Cura termale", "Bäderkur")),
        Named("massage", ("Säuglingsmassage", "massage pour bébés")),
        Named("complementary", ("Komplementärmedizin", "Massage")),
    ]
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("kur", ["cure"]),
        ("BADERKUR", ["cure"]),
        ("baederkur", ["cure"]),
        ("bader", ["cure"]),
        ("hopital", ["hospital"]),
        ("osped", ["hospital"]),
        ("abteilung spital", ["hospital"]),
        ("massage", ["complementary", "massage"]),
        ("saugling", ["massage"]),
        ("nothing like it", []),
    ],
)
def test_a_benefit_is_found_by_any_of_its_names_with_and_without_accents(
    typed: str, found: list[str]
) -> None:
    assert [hit.benefit for hit in NAMES.find(typed)] == found


def test_every_benefit_that_is_offered_has_a_name_to_be_found_by() -> None:
    offered = offer_on(GIULIA, background().coverages, date(2026, 3, 2), CONDITIONS)
    for language in ("it", "de", "fr", "en"):
        presenter = Presenter(language)
        assert all(presenter.benefit(offer.benefit) != offer.benefit for offer in offered)
