"""Case files out: keys in their order, amounts as text, only what is touched; cases with no default told."""

import json
from decimal import Decimal

import pytest

from caseworker.rules.assess import assess_claim
from caseworker.rules.case import Case, Claim, Consent, Line
from caseworker.rules.casefile.reader import CaseReader
from caseworker.rules.casefile.writer import fingerprint, render_case, render_claim, render_line
from caseworker.rules.finding import LineFinding
from caseworker.rules.money import money_text, rate_text
from caseworker.rules.standing import Standing
from tests.rules.assessing import assess_all, assess_one, first_edition
from tests.rules.builders import ADULT, DAY, case_of, cover, day, happy, journey, person

LINE_KEYS = ["id", "outcome", "amount", "consent_required", "missing", "components", "reasons"]


def components(found: LineFinding) -> list[dict[str, object]]:
    shown: list[dict[str, object]] = render_line(found)["components"]
    return shown


def test_a_percentage_is_told_with_its_rate() -> None:
    (told,) = components(assess_one(happy("complementary.treatment", "480.00")))
    assert json.dumps(told) == json.dumps(
        {
            "article": "11.1",
            "from": "2026-03-02",
            "to": "2026-03-02",
            "base": "480.00",
            "rate": "0.75",
            "limits": [{"limit": "complementary", "period": "2026", "consumed": "360.00", "left": "2140.00"}],
            "amount": "360.00",
        }
    )


def test_days_are_told_with_units_and_both_contributions_of_a_cure() -> None:
    line = happy("cure.thermal", "9000.00", "2026-03-02", "2026-03-06")
    first, second = components(assess_one(line, who=person("60+")))
    assert list(first) == ["article", "from", "to", "base", "units", "unit_amount", "limits", "amount"]
    assert (first["units"], first["unit_amount"], first["amount"]) == ("5", "90.00", "450.00")
    assert first["limits"] == [{"limit": "cure_days", "period": "2022/2026", "consumed": "5", "left": "45"}]
    assert (second["article"], second["units"], second["unit_amount"]) == ("34.2.e", "5", "60.00")
    assert second["base"] == "8550.00"


def test_hours_are_told_with_two_decimals() -> None:
    (told,) = components(assess_one(happy("childcare", "900.00", quantity="2.5")))
    assert (told["units"], told["unit_amount"]) == ("2.50", "40.00")
    assert told["limits"] == [
        {"limit": "childcare_hours", "period": "2026", "consumed": "2.50", "left": "27.50"}
    ]


def test_a_lump_sum_is_one_unit_without_a_base() -> None:
    (told,) = components(assess_one(happy("specific.breastfeeding")))
    assert (told["base"], told["units"], told["unit_amount"], told["amount"]) == (
        None,
        "1",
        "200.00",
        "200.00",
    )
    assert told["limits"] == [
        {"limit": "breastfeeding", "period": "episode:one", "consumed": "1", "left": "0"},
        {"limit": "specific", "period": "2026", "consumed": "200.00", "left": "1300.00"},
    ]


def test_a_second_invoice_of_a_cycle_does_not_touch_the_lifetime_again() -> None:
    first, second = (
        components(f)[0]["limits"] for f in assess_all(happy("specific.ivf"), happy("specific.ivf"))
    )
    touched = [[x["limit"] for x in limits] for limits in (first, second) if isinstance(limits, list)]
    assert touched == [["ivf", "specific"], ["specific"]]


@pytest.mark.parametrize(
    ("rate", "text"),
    [(10_000, "1"), (9000, "0.9"), (7500, "0.75"), (3333, "0.3333"), (0, "0"), (1, "0.0001")],
)
def test_a_rate_has_no_trailing_zeros(rate: int, text: str) -> None:
    assert rate_text(rate) == text


@pytest.mark.parametrize(
    ("amount", "text"), [(0, "0.00"), (1, "0.01"), (100, "1.00"), (123456789, "1234567.89"), (-5, "-0.05")]
)
def test_money_has_two_decimals(amount: int, text: str) -> None:
    assert money_text(amount) == text


def test_a_line_that_is_not_paid_has_no_components_and_amount_nought() -> None:
    for line in (
        happy("medicine", no=["prescribed"]),
        happy("medicine", unknown=["prescribed"]),
        happy("aids.other", consent=None),
    ):
        told = render_line(assess_one(line))
        assert list(told) == LINE_KEYS
        assert (told["amount"], told["components"]) == ("0.00", [])


def test_a_reason_names_its_fact_or_its_limit_and_nothing_that_it_has_not() -> None:
    reasons = [
        render_line(f)["reasons"]
        for f in assess_all(
            happy("complementary.treatment", "9000.00"),
            happy("complementary.treatment", no=["provider_recognised"]),
            happy("medicine", "0.00"),
        )
    ]
    assert json.dumps(reasons) == json.dumps(
        [
            [{"code": "limit_reached", "article": "11.1", "limit": "complementary"}],
            [{"code": "requirement_not_met", "article": "11.2", "fact": "provider_recognised"}],
            [{"code": "no_cost", "article": "CGA"}],
        ]
    )


def test_a_claim_is_the_sum_of_its_lines() -> None:
    lines = (happy("medicine"), happy("vaccination", "10.00"))
    found = assess_claim(Claim("C1", lines), ADULT, (cover(),), Standing(), first_edition())
    told = render_claim(found)
    assert (list(told), told["amount"]) == (["id", "amount", "lines"], "99.00")


def test_what_was_shown_is_told_apart_to_the_last_step_of_the_trace() -> None:
    def shown(line: Line) -> str:
        return fingerprint(assess_claim(Claim("C1", (line,)), ADULT, (cover(),), Standing(), first_edition()))

    usual = happy("medicine")
    assert shown(usual) == shown(happy("medicine"))
    others = (
        happy("medicine", "100.01"),
        happy("medicine", no=["experimental"]),
        happy("medicine", first="2026-03-03"),
        happy("medicine", other_payments="0.01"),
        happy("vaccination"),
    )
    assert len({shown(usual), *(shown(x) for x in others)}) == 6
    assert len(shown(usual)) == 64


FULL = Line(
    id="1",
    benefit="abroad.inpatient",
    first=DAY,
    last=day("2026-03-20"),
    charged=123456,
    currency="THB",
    rate=Decimal("0.02530000"),
    other_payments=100,
    tariff_amount=200,
    assessed_amount=300,
    country="TH",
    quantity=250,
    facts={"emergency": True, "chronic": False},
    bmi=Decimal("24.5"),
    child_birth_date=day("2020-02-29"),
    treatment_start=day("2026-03-01"),
    episode="one",
    received=day("2026-04-01"),
    invoice_language="th",
    consent=Consent(True, "K1", day("2026-01-01"), day("2026-12-31"), 5000),
    return_reasonable_from=day("2026-03-10"),
)


def test_a_case_with_everything_in_it_is_written_and_read_again() -> None:
    travel = journey(
        event_at=None,
        treatment_start="2026-03-01",
        return_reasonable_from="2026-03-15",
        reduction=3333,
        facts={"serious_event": False},
    )
    case = Case(day("2026-12-31"), ADULT, (cover(last="2027-12-31"),), (Claim("C1", (FULL,), DAY, travel),))
    again = CaseReader(first_edition()).read(json.loads(json.dumps(render_case(case)), parse_float=Decimal))
    assert again == case


def test_what_is_at_its_default_is_left_out() -> None:
    told = render_case(case_of(Line("1", "vaccination", DAY, DAY, 100)))
    assert json.dumps(told["claims"]) == json.dumps(
        [
            {
                "id": "C1",
                "lines": [
                    {
                        "id": "1",
                        "benefit": "vaccination",
                        "from": "2026-03-02",
                        "to": "2026-03-02",
                        "charged": "1.00",
                    }
                ],
            }
        ]
    )
    assert told["coverages"] == [{"tier": "extensa", "from": "2010-01-01", "to": None}]
