"""The examiner enters an invoice, sees the result move, decides, and the letter is there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt

from caseworker.models.claims.queries import lines_of
from caseworker.services.claims.deciding import decide_as_assessed
from caseworker.services.claims.entering import enter_claim
from caseworker.services.claims.forms import ClaimForm
from caseworker.ui.kit.form.field_words import problem_text
from caseworker.ui.kit.messages import Answer, Notice, Question
from caseworker.ui.kit.places import Kind, Place
from caseworker.ui.window.shell import Shell
from caseworker.wording.parse import Problem
from tests.ui.claim.clerk import CTRL, SHIFT, Clerk, Key
from tests.ui.world import GIULIA, World, a_line

FREE = "CHF\u00a0"


@pytest.fixture
def clerk(own_shell: Shell) -> Clerk:
    return Clerk(own_shell)


@pytest.fixture
def reader(shell: Shell) -> Iterator[Clerk]:
    """For what writes nothing; what was typed is thrown away at the end."""
    clerk = Clerk(shell)
    yield clerk
    clerk.page.discard()
    clerk.wait()


def test_an_invoice_is_entered_decided_and_answered_without_a_mouse(clerk: Clerk, own_world: World) -> None:
    clerk.new_claim(own_world.people[GIULIA])
    clerk.enter("Studio Lav", "R-17", "4.11.2026", "", "Komplementärmedizin, Beh", "2.11.", "", "1'200.-")
    assert clerk.outcome == "Facts missing"
    clerk.press(Key.Key_J)
    assert (clerk.outcome, clerk.amount) == ("To pay", f"{FREE}900.00")
    clerk.press(Key.Key_N)
    assert clerk.focus is clerk.page.entry.add
    clerk.press(Key.Key_Return, CTRL)
    assert clerk.shell.history.here is not None
    assert clerk.shell.history.here.kind is Kind.LETTER
    assert clerk.shell.page.shown.content.startswith(b"%PDF")  # type: ignore[attr-defined]
    clerk.shell.back()
    clerk.wait()
    assert clerk.rows == [("Complementary medicine, treatment", "Paid · D4", "900.00")]
    assert clerk.page.live.opened is not None
    assert clerk.page.live.opened.form.invoice.provider_name == "Studio Lavizzari"
    assert clerk.page.live.opened.form.invoice.invoice_date == "04.11.2026"


def test_the_result_follows_each_fact_and_each_amount(reader: Clerk, world: World) -> None:
    reader.new_claim(world.people[GIULIA])
    reader.line("psychotherapy", "2.4.2026", "100")
    assert (reader.outcome, reader.amount) == ("Facts missing", "–")
    reader.say("prescribed", Key.Key_Y)
    assert reader.outcome == "Facts missing"
    reader.say("provider_recognised", Key.Key_J)
    assert (reader.outcome, reader.amount) == ("To pay", f"{FREE}60.00")
    charged = reader.page.entry.editor.fields["charged"].entry
    charged.setFocus()
    reader.type("0")
    assert reader.amount == f"{FREE}600.00"
    assert "900.00 left" in reader.result_text
    reader.say("cga_excluded", Key.Key_J)
    assert (reader.outcome, reader.amount) == ("Not paid", f"{FREE}0.00")
    reader.say("cga_excluded", Key.Key_Question)
    assert reader.outcome == "To pay"


def test_space_goes_round_the_three_answers_and_the_arrows_from_fact_to_fact(
    reader: Clerk, world: World
) -> None:
    reader.new_claim(world.people[GIULIA])
    reader.line("psychotherapy", "2.4.2026", "100")
    prescribed = reader.answer("prescribed")
    assert reader.focus is prescribed
    seen = []
    for _ in range(3):
        reader.press(Key.Key_Space)
        seen.append(prescribed.value)
    assert seen == [True, False, None]
    assert prescribed.accessibleName().endswith("not known")
    reader.press(Key.Key_Down)
    assert reader.focus is reader.answer("provider_recognised")
    reader.press(Key.Key_Up)
    assert reader.focus is prescribed


def test_a_benefit_that_is_not_offered_is_greyed_with_the_reason_and_its_article(
    reader: Clerk, world: World
) -> None:
    reader.new_claim(world.people[GIULIA])
    reader.page.entry.editor.focus_benefit()
    reader.type("night watch")
    found = reader.page.entry.editor.benefit.list
    assert found is not None
    item = found.model.items[0]
    assert (item.is_offered, item.detail) == (False, "art. 8.3")
    assert "life phase" in item.reason
    assert found.model.flags(found.model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert reader.page.live.board.form.lines[0].benefit == ""
    reader.press(Key.Key_Escape)
    assert not reader.page.entry.editor.benefit.is_open


def test_what_is_offered_depends_on_the_day(reader: Clerk, world: World) -> None:
    reader.new_claim(world.people[GIULIA])
    reader.page.live.board.edit_line("1", "first", "1.6.2015")
    reader.page.entry.editor.focus_benefit()
    reader.type("vaccination")
    found = reader.page.entry.editor.benefit.list
    assert found is not None
    assert [item.reason for item in found.model.items[:1]] == ["not insured on this day"]
    reader.press(Key.Key_Escape)


def test_what_is_not_insured_can_be_entered_to_be_denied(clerk: Clerk, own_world: World) -> None:
    clerk.new_claim(own_world.people[GIULIA])
    clerk.page.entry.editor.focus_benefit()
    clerk.type("night watch")
    clerk.press(Key.Key_Return)  # the last row: all the same
    clerk.press(Key.Key_Return)
    assert clerk.page.live.board.form.lines[0].benefit == "specific.night_watch"
    clerk.enter("2.4.2026", "", "300")
    assert clerk.outcome == "Not paid"
    assert "life phase" in clerk.result_text
    clerk.press(Key.Key_Return, CTRL)
    clerk.open_claim("C5")
    assert [row[1] for row in clerk.rows] == ["Not paid · D4"]


def test_a_decision_needs_a_line_that_does_not_wait(reader: Clerk, world: World) -> None:
    told: list[Notice] = []
    reader.shell.messages.notice.connect(lambda notice: told.append(notice) if notice else None)
    reader.new_claim(world.people[GIULIA])
    reader.line("psychotherapy", "2.4.2026", "100")
    reader.press(Key.Key_Return, CTRL)
    assert told[-1].message == "No line can be decided yet."
    assert reader.rows == [("Non-medical psychotherapy", "Facts missing", "")]


def test_a_wrong_amount_says_so_and_keeps_what_was_typed(reader: Clerk, world: World) -> None:
    reader.new_claim(world.people[GIULIA])
    reader.line("psychotherapy", "2.4.2026", "1'23x")
    field = reader.page.entry.editor.fields["charged"]
    assert field.is_wrong
    assert field.note == problem_text(Problem.NOT_AN_AMOUNT)
    assert field.entry.text() == "1'23x"
    assert reader.rows == [("Non-medical psychotherapy", "Not complete", "")]
    assert not reader.page.result.decide.isEnabled()
    reader.press(Key.Key_Return, CTRL)
    assert field.entry.text() == "1'23x"
    field.entry.setText("")
    field.entry.setFocus()
    reader.type("1'230")
    assert (field.note, field.entry.text()) == ("", "1'230")


def test_a_claim_that_is_not_complete_leads_to_the_first_thing_that_is_missing(
    reader: Clerk, world: World
) -> None:
    reader.new_claim(world.people[GIULIA])
    reader.line("psychotherapy", "2.4.2026", "")
    reader.press(Key.Key_S, CTRL)
    assert reader.focus is reader.page.entry.editor.fields["charged"].entry
    reader.page.live.board.choose_benefit("1", "abroad.inpatient")
    reader.press(Key.Key_Return, CTRL)
    travel = reader.page.entry.travel
    assert travel.choices["event"].combo.hasFocus()
    assert travel.choices["event"].note == problem_text(Problem.REQUIRED)
    assert not travel.fields["treatment_start"].is_wrong


def test_which_fact_would_change_the_result_is_said_and_costs_nothing(reader: Clerk, world: World) -> None:
    reader.new_claim(world.people[GIULIA])
    reader.line("psychotherapy", "2.4.2026", "100")
    reader.think()
    assert "All 2 unknown facts confirmed" in reader.result_text
    assert f"{FREE}60.00" in reader.result_text
    reader.say("provider_recognised", Key.Key_J)
    reader.think()
    assert "Prescribed by a physician: yes" in reader.result_text
    opened = reader.page.live.opened
    assert opened is not None
    assert "specific" not in opened.background.standing.used


def test_an_article_opens_a_card_and_escape_goes_back_to_the_link(reader: Clerk, world: World) -> None:
    reader.new_claim(world.people[GIULIA])
    reader.line("psychotherapy", "2.4.2026", "100")
    link = next(link for link in reader.article_links() if link.text() == "art. 30.1")
    link.setFocus()
    reader.press(Key.Key_Space)
    card = reader.page.cards.card
    assert card is not None
    assert card.isVisible()
    assert card.content is not None
    assert (card.content.article, card.content.figures[0].extensa) == ("30.1", f"{FREE}1’500.00")
    reader.press(Key.Key_Escape)
    assert not card.isVisible()
    assert reader.focus is link


def test_lines_are_added_copied_deleted_and_brought_back_by_keys(reader: Clerk, world: World) -> None:
    reader.new_claim(world.people[GIULIA])
    reader.line("psychotherapy", "2.4.2026", "100")
    reader.press(Key.Key_D, CTRL)
    reader.press(Key.Key_Insert)
    reader.enter("vaccination")
    assert [row[0] for row in reader.rows] == ["Non-medical psychotherapy"] * 2 + ["Vaccination"]
    reader.press(Key.Key_PageUp, CTRL)
    assert reader.page.live.board.selected == "2"
    reader.press(Key.Key_Delete, CTRL | SHIFT)
    assert [row[0] for row in reader.rows] == ["Non-medical psychotherapy", "Vaccination"]
    reader.page.entry.lines.setFocus()
    reader.press(Key.Key_Z, CTRL)
    assert [line.id for line in reader.page.live.board.form.lines] == ["1", "2", "3"]


def test_tab_goes_through_the_page_in_reading_order(reader: Clerk, world: World) -> None:
    reader.new_claim(world.people[GIULIA])
    reader.line("scar", "2.4.2026", "500")
    reader.page.entry.invoice.provider.entry.setFocus()
    names = []
    for _ in range(23):
        names.append(reader.focus.accessibleName() or reader.focus.property("text"))
        reader.press(Key.Key_Tab)
    assert all(names)
    order = [
        "Provider",
        "Received",
        "Add line",
        "Lines of the claim",
        "Benefit",
        "From",
        "Charged",
        "More fields",
    ]
    assert [name for name in names if name in order] == order
    facts = [name for name in names if "not known" in name or "Article" in name]
    assert facts[0].startswith("Prescribed by a physician")
    assert facts[1] == "Article 26.2: what it says"
    assert names.index("More fields") < names.index(facts[0])


def test_saving_keeps_what_waits_open_and_says_who_established_what(clerk: Clerk, own_world: World) -> None:
    clerk.new_claim(own_world.people[GIULIA])
    clerk.line("psychotherapy", "2.4.2026", "100")
    clerk.say("prescribed", Key.Key_J)
    clerk.press(Key.Key_S, CTRL)
    opened = clerk.page.live.opened
    assert opened is not None
    assert opened.number == "C5"
    assert clerk.shell.history.here == Place(Kind.CLAIM, "C5")
    with own_world.store.reading() as session:
        (line,) = lines_of(session, "C5")
    assert dict(line.line.facts) == {"prescribed": True}
    assert (opened.facts["1", "prescribed"].by, line.state) == ("G. Keller", "open")
    clerk.say("provider_recognised", Key.Key_J)
    clerk.press(Key.Key_Return, CTRL)
    clerk.open_claim("C5")
    assert clerk.rows == [("Non-medical psychotherapy", "Paid · D4", "60.00")]


def test_a_decision_takes_what_can_be_decided_and_leaves_the_rest_open(
    clerk: Clerk, own_world: World
) -> None:
    clerk.new_claim(own_world.people[GIULIA])
    clerk.line("vaccination", "2.4.2026", "100")
    clerk.press(Key.Key_Insert)
    clerk.line("psychotherapy", "3.4.2026", "100")
    clerk.press(Key.Key_Return, CTRL)
    clerk.open_claim("C5")
    assert [row[1] for row in clerk.rows] == ["Paid · D4", "Facts missing"]


def test_a_refused_decision_loses_nothing_and_shows_what_holds_now(clerk: Clerk, own_world: World) -> None:
    told: list[Notice] = []
    clerk.shell.messages.notice.connect(lambda notice: told.append(notice) if notice else None)
    clerk.new_claim(own_world.people[GIULIA])
    clerk.line("complementary", "2.4.2026", "3'000")
    clerk.say("provider_recognised", Key.Key_J)
    assert clerk.amount == f"{FREE}2’140.00"
    between(own_world)
    clerk.press(Key.Key_Return, CTRL)
    assert "changed since it was shown" in told[-1].message
    assert clerk.shell.page is clerk.page
    assert clerk.page.live.board.form.lines[0].charged == "3'000"
    assert clerk.amount == f"{FREE}1’390.00"
    clerk.press(Key.Key_Return, CTRL)
    assert clerk.shell.history.here is not None
    assert clerk.shell.history.here.kind is Kind.LETTER


def between(world: World) -> None:
    """Someone else decides a claim of the same person meanwhile."""
    line = a_line(
        "1", "complementary.treatment", date(2026, 5, 5), 100_000, facts={"provider_recognised": True}
    )
    with world.store.writing() as session:
        claim = enter_claim(session, world.ctx, ClaimForm(world.people[GIULIA], (line,)))
        decide_as_assessed(session, world.ctx, claim.number)


def test_a_reversal_asks_for_its_reason_and_names_the_later_decisions(clerk: Clerk, own_world: World) -> None:
    asked: list[Question] = []

    def asker(question: Question) -> Answer:
        asked.append(question)
        return Answer("billed twice")

    clerk.shell.messages.asker = asker
    clerk.open_claim("C1")
    assert clerk.rows == [("Complementary medicine, treatment", "Paid · D1", "360.00")]
    assert "480.00" in clerk.result_text
    clerk.page.entry.frozen.take_back.click()
    clerk.wait()
    assert asked[0].wants_reason
    assert "D1" in asked[0].title
    assert clerk.rows == [("Complementary medicine, treatment", "To pay", "360.00")]
    assert clerk.page.result.decide.isEnabled()


def test_what_was_typed_is_there_again_in_another_window(clerk: Clerk, own_world: World) -> None:
    clerk.new_claim(own_world.people[GIULIA])
    clerk.line("psychotherapy", "2.4.2026", "12x")
    clerk.shell.drafts.flush()
    clerk.wait()
    again = Clerk(clerk.shell)
    again.go(Place(Kind.FIND))
    again.page.live.opened = None  # as a new window knows nothing
    again.new_claim(own_world.people[GIULIA])
    assert again.page.entry.editor.fields["charged"].entry.text() == "12x"
    assert again.rows == [("Non-medical psychotherapy", "Not complete", "")]
    again.page.discard()
    again.wait()
    assert again.page.live.board.form.lines[0].is_blank


def test_a_journey_tells_the_hours_until_the_centre_knew(reader: Clerk, world: World) -> None:
    reader.new_claim(world.people[GIULIA])
    reader.page.live.board.choose_benefit("1", "abroad.inpatient")
    travel = reader.page.entry.travel
    assert travel.isVisible()
    for name, text in (
        ("country", "TH"),
        ("event_at", "10.2.2026 22:40 +7"),
        ("notified_at", "11.2.2026 6:10 +7"),
    ):
        travel.fields[name].entry.setFocus()
        reader.type(text)
    for name, code in (("event", "accident"), ("trip", "holiday")):
        combo = travel.choices[name].combo
        combo.setCurrentIndex(combo.findData(code))
        combo.activated.emit(combo.currentIndex())
    assert travel.fields["notified_at"].note == "Told after 7 h 30 min"
    reader.page.entry.editor.fields["first"].entry.setFocus()
    reader.enter("10.2.2026", "12.2.2026", "1000", "THB", "0.0261")
    assert reader.outcome == "Not paid"  # the papers came after more than six months
    for fact in ("emergency", "notified_in_time", "late_accepted", "licensed_provider"):
        reader.say(fact, Key.Key_J)
    assert (reader.outcome, reader.amount) == ("To pay", f"{FREE}26.10")
    assert reader.page.live.board.form.travel.facts["emergency"] is True
    assert "licensed_provider" in reader.page.live.board.form.lines[0].facts


def test_a_consent_is_entered_as_it_was_received(reader: Clerk, world: World) -> None:
    reader.new_claim(world.people[GIULIA])
    reader.line("scar", "2.4.2026", "500")
    for fact in ("prescribed", "covered_area"):
        reader.say(fact, Key.Key_J)
    assert reader.outcome == "Needs consent"
    consent = reader.page.entry.consent
    assert consent.isVisible()
    consent.choices["granted"].click()
    consent.fields["max_amount"].entry.setFocus()
    reader.type("300")
    assert (reader.outcome, reader.amount) == ("To pay", f"{FREE}180.00")
    consent.choices["refused"].click()
    assert reader.outcome == "Not paid"
