"""What the first edition must say, typed by hand from the rules: the tests' own copy of every figure.

One line a benefit: code | article, phases | pays | limits | requirements | exclusions | marks. A fact is
`name article`; `*` is the benefit's article of the phase; `a+b` is denied under both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from caseworker.rules.vocabulary import Tier

PHASES = ("0-12", "13-25F", "13-25M", "26-44F", "26-44M", "45-59F", "45-59M", "60+")
AGES = {"0-12": (0, 12), "13-25": (13, 25), "26-44": (26, 44), "45-59": (45, 59), "60+": (60, None)}
OFFERED = {"all": PHASES, "13+": PHASES[1:], "26+": PHASES[3:]}
PREMIUM_AGES = (13, 19, 26, 30, 35, 40, 45, 50, 55, 60, 65, 70)

# name | unit, period | article | Reala | Extensa
LIMITS = """
complementary               | CHF year        | 11.1   | 1500.00  | 2500.00
cure_days                   | days five_years | 12.5   | 50       | 50
transport                   | CHF year        | 14.1   | 20000.00 | 30000.00
aids.vision                 | CHF year        | 16.1.a | 300.00   | 400.00
aids.laser_eye              | CHF treatment   | 16.1.b |          | 1000.00
aids.medical                | CHF year        | 16.1.c | 750.00   | 1000.00
prevention.gynaecological   | CHF year        | 17.1   | 200.00   | 300.00
prevention.checkup          | CHF year        | 17.2   | 200.00   | 300.00
health_promotion.back_school| CHF year        | 19.1   | 200.00   | 300.00
health_promotion.fitness    | CHF year        | 19.1   | 200.00   | 300.00
health_promotion.course     | CHF year        | 19.1   | 200.00   | 300.00
health_promotion            | CHF year        | 19.3   | 500.00   | 1000.00
home_help_days              | days year       | 20.1   | 30       | 30
childcare_hours             | hours year      | 20a.2  |          | 30.00
psychiatric_days            | days year       | 24.2   | 90       | 90
specific@0-12               | CHF year        | 27.1   | 750.00   | 1000.00
specific@13-25F             | CHF year        | 28.1   | 1000.00  | 1500.00
specific@13-25M             | CHF year        | 29.1   | 1000.00  | 1500.00
specific@26-44F             | CHF year        | 30.1   | 1000.00  | 1500.00
specific@26-44M             | CHF year        | 31.1   | 1000.00  | 1500.00
specific@45-59F             | CHF year        | 32.1   | 1000.00  | 1500.00
specific@45-59M             | CHF year        | 33.1   | 1000.00  | 1500.00
specific@60+                | CHF year        | 34.1   | 1000.00  | 1500.00
birth_house_days@13-25F     | days episode    | 28.2.f | 5        | 5
birth_house_days@26-44F     | days episode    | 30.2.g | 5        | 5
breastfeeding@13-25F        | times episode   | 28.2.h | 1        | 1
breastfeeding@26-44F        | times episode   | 30.2.i | 1        | 1
ivf                         | times lifetime  | 30.2.f | 1        | 1
abroad.search_body          | CHF event       | 41.3   | 50000.00 | 50000.00
abroad.assistance           | CHF event       | 41.4   | 5000.00  | 5000.00
"""

_AID = "16.1.c all | R50% E50% | aids.medical | prescribed 16.1 unless repair_or_replacement"
_SPECIFIC = "R60% E60% | specific"
_CURE = "cure_indicated 12.3, entry_examination 12.3, treatment_plan 12.3, prior_request 12.4"
_CURE_MARKS = "stay outside=8.1 supplement"
_WARD = (
    "private_ward 25.1, outpatient 7.1, chronic 7.2, personal_expenses 7.3, dental_purpose 7.5"
    " | stay tariff=23.2"
)
_HOSPITAL = f"acute_need 22.1, hospital_recognised 7.4+22.2 | {_WARD}"
_RIDE = "all | R100% E100% | transport"
_NO_CURE = "cure_related 14.3 | place=14.4"
_JOURNEY = (
    "third_country 6.2+43, chronic 42.1 unless acute_deterioration_certified, organised_tour_missed 42.1,"
    " vehicle_cost 42.1, early_return_without_incapacity 42.1, unrelated_to_event 42.1, unused_services 42.2,"
    " foreign_military_service 43, motor_race 43,"
    " travelled_for_treatment 43 unless premature_birth unless pregnancy_checkup"
)
_TRAVEL = "abroad place=35.3 travel"
_SERIOUS = "emergency 6.2, serious_event 41.3 if death, organised_by_centre 41.3"
_OBESE = "0-12:27.2.f 13-25F:28.2.c 13-25M:29.2.b 26-44F:30.2.c 26-44M:31.2.c 45-59F:32.2.b 45-59M:33.2.c"
_EARS = "13-25F:28.2.e 13-25M:29.2.d 26-44F:30.2.d 26-44M:31.2.d"
_MATERNITY = "13-25F:28.2.f 26-44F:30.2.g"
_ADVICE = "prescribed 26.2, provider_recognised * | other_insurer_liable * in 0-12 | consent"
_THERAPY = "13-25F:28.2.b 13-25M:29.2.a 26-44F:30.2.b 26-44M:31.2.a 45-59F:32.2.a 45-59M:33.2.a 60+:34.2.a"
_HOURS = "child_ill 20a.1, parents_employed 20a.1, working_hours 20a.3, organised_by_centre 20a.3"

BENEFITS = f"""
medicine | 10.1 all | R90% E90% | | prescribed 10.1, authorised 10.1 | kvg_mandatory 10.1, excluded_list 10.2, experimental 10.2, named_in_specific 8.3 |
complementary.treatment | 11.1 all | R50% E75% | complementary | provider_recognised 11.2 | |
complementary.preparation | 11.4 all | R50% E75% | complementary | prescribed 11.4, product_recognised 11.4 | excluded_list 10.2, experimental 10.2 |
cure.thermal | 12.1 26+ | R60.00 E90.00 a_day | cure_days | prescribed 12.1, inpatient 12.1, provider_recognised 12.1, {_CURE} | | {_CURE_MARKS}
cure.thermal_europe | 12.2 26+ | E90.00 a_day | cure_days | prescribed 12.1, inpatient 12.1, provider_recognised 12.2, {_CURE} | | {_CURE_MARKS} abroad place=12.2
cure.convalescence | 13.1 26+ | R60.00 E90.00 a_day | cure_days/13.3 | prescribed 13.1, medically_necessary 13.1, after_serious_illness 13.1, provider_recognised 13.1, prior_request 13.2 | | {_CURE_MARKS} place=13.4
transport.emergency | 14.1.a {_RIDE} | emergency 14.1.a, nearest_provider 14.1.a | {_NO_CURE}
transport.transfer | 14.1.b {_RIDE} | medically_necessary 14.1.b, nearest_provider 14.1.b | {_NO_CURE}
transport.home | 14.1.c {_RIDE} | home_transfer_justified 14.1.c | {_NO_CURE}
transport.search_rescue | 14.1.d {_RIDE} | | {_NO_CURE}
transport.outpatient | 14.2 all | R50% E50% | | only_at_distant_centre 14.2 | {_NO_CURE} tariff=14.2
equipment_rental | 15 all | R90% E90% | | severe_handicap 15, prescribed 15, product_recognised 15 | |
aids.vision | 16.1.a all | R50% E50% | aids.vision | prescribed 16.1 unless repair_or_replacement | kvg_mandatory 16.1 | anywhere
aids.laser_eye | 16.1.b all | E50% | aids.laser_eye | medically_indicated 16.1.b, provider_recognised 16.1.b | kvg_mandatory 16.1 | waiting=12 every=5 decisive=treatment_start
aids.compression_stockings | {_AID} | kvg_mandatory 16.1 | anywhere
aids.orthopaedic_shoes | {_AID} | kvg_mandatory 16.1 | anywhere
aids.insoles | {_AID} | kvg_mandatory 16.1 | anywhere
aids.artificial_eye | {_AID} | kvg_mandatory 16.1 | anywhere
aids.inhaler | {_AID} | kvg_mandatory 16.1 | anywhere
aids.artificial_limb | {_AID} | kvg_mandatory 16.1 | anywhere
aids.blood_pressure_monitor | {_AID}, hypertension 16.1.c | kvg_mandatory 16.1 | anywhere
aids.glucose_meter | {_AID}, diabetes 16.1.c | kvg_mandatory 16.1 | anywhere
aids.hearing_aid | {_AID} | kvg_mandatory 16.1, maintenance_or_batteries 16.1.c | anywhere
aids.contact_lenses_medical | {_AID} | kvg_mandatory 16.1 | anywhere consent
aids.other | {_AID} | kvg_mandatory 16.1 | anywhere consent
prevention.gynaecological | 17.1 13+ | R100% E100% | prevention.gynaecological | | kvg_mandatory 17.1, third_party_request 17.3 | outside=8.1 sex=F
prevention.checkup | 17.2 13+ | R90% E90% | prevention.checkup | performed_by_physician 17.2 | kvg_mandatory 17.2, third_party_request 17.3 | outside=8.1
vaccination | 18 all | R90% E90% | | | kvg_mandatory 18 |
health_promotion.back_school | 19.1.a 13+ | R50% E50% | health_promotion.back_school, health_promotion | provider_recognised 19.4 | | outside=8.1
health_promotion.fitness | 19.1.b 13+ | R50% E50% | health_promotion.fitness, health_promotion | provider_recognised 19.4, subscription_eligible 19.1.b | | outside=8.1
health_promotion.course | 19.1.c 13+ | R50% E50% | health_promotion.course, health_promotion | provider_recognised 19.4 | | outside=8.1
home_help | 20.1 26+ | R40.00 E60.00 a_day | home_help_days | prescribed 20.1, professional_helper 20.2 | institutional_stay 20.3 | stay outside=8.1 quantity=days
childcare | 20a.2 13+ | E40.00 an_hour | childcare_hours | {_HOURS} | chargeable_to_father 20a.2 | quantity=hours age=child<12/20a.1
hospital.acute | 23.1 all | R100% E100% | | {_HOSPITAL}
hospital.psychiatric | 24.2 all | R100% E100% | psychiatric_days | {_HOSPITAL}
hospital.newborn | 25.2 all | R100% E100% | | healthy_newborn 25.2, out_of_canton_by_choice 25.2 | private_ward 25.1 | sex=F tariff=23.2
specific.infant_swimming | 0-12:27.2.a | {_SPECIFIC} | | | age=person<2
specific.infant_massage | 0-12:27.2.b | {_SPECIFIC} | provider_recognised * | | age=person<2
specific.rooming_in | 0-12:27.2.c | {_SPECIFIC} | prescribed 26.2, child_hospitalised * | |
specific.milk_intolerance | 0-12:27.2.d | {_SPECIFIC} | prescribed 26.2, product_recognised * | |
specific.ear_correction | 0-12:27.2.e {_EARS} | {_SPECIFIC} | prescribed 26.2 | |
specific.obesity_nutrition | {_OBESE} 60+:34.2.b | {_SPECIFIC} | {_ADVICE}
specific.obesity_programme | 0-12:27.2.f 13-25F:28.2.c 13-25M:29.2.b | {_SPECIFIC} | {_ADVICE}
specific.obesity_inpatient | {_OBESE} | {_SPECIFIC} | {_ADVICE}
specific.obesity_medicine | {_OBESE.removeprefix("0-12:27.2.f ")} 60+:34.2.b | {_SPECIFIC} | prescribed 26.2, authorised * | | consent
specific.developmental_deficit | 0-12:27.2.g | {_SPECIFIC} | prescribed 26.2 | other_insurer_liable * | consent
specific.contraception | 13-25F:28.2.a 26-44F:30.2.a | {_SPECIFIC} | prescribed 26.2, listed_method * | |
specific.psychotherapy | {_THERAPY} | {_SPECIFIC} | prescribed 26.2, provider_recognised * | |
specific.acne_treatment | 13-25F:28.2.d 13-25M:29.2.c | {_SPECIFIC} | prescribed 26.2 | |
specific.acne_medicine | 13-25F:28.2.d 13-25M:29.2.c | {_SPECIFIC} | prescribed 26.2, authorised * | |
specific.breast_reduction | 13-25F:28.2.e 26-44F:30.2.d | {_SPECIFIC} | prescribed 26.2 | | bmi=30
specific.scar_correction | {_EARS} | {_SPECIFIC} | prescribed 26.2, covered_area * | | consent
specific.hair_removal | 13-25F:28.2.e 26-44F:30.2.d | {_SPECIFIC} | prescribed 26.2, covered_area *, medical_direction * | |
specific.fat_apron | 26-44F:30.2.d 26-44M:31.2.d 45-59F:32.2.c 45-59M:33.2.d | {_SPECIFIC} | prescribed 26.2 | | consent
specific.hair_loss_preparation | 26-44F:30.2.d 26-44M:31.2.d | {_SPECIFIC} | prescribed 26.2, authorised * | |
specific.sterilisation | 26-44F:30.2.e 26-44M:31.2.e 45-59F:32.2.d 45-59M:33.2.e | {_SPECIFIC} | prescribed 26.2 | |
specific.ivf | 26-44F:30.2.f | R60% E60% | ivf, specific | prescribed 26.2 | | episode=same
specific.birth_preparation | {_MATERNITY} | {_SPECIFIC} | provider_recognised * | |
specific.maternity_extra_bed | {_MATERNITY} | {_SPECIFIC} | child_in_first_year *, mother_hospitalised * | |
specific.breast_pump | {_MATERNITY} | {_SPECIFIC} | electric_pump_purchased * | |
specific.home_birth_midwife | {_MATERNITY} | {_SPECIFIC} | | kvg_mandatory * |
specific.birth_house | {_MATERNITY} | R150.00 E250.00 a_day | birth_house_days, specific | | | stay episode=any
specific.genetic_test | 13-25F:28.2.g 26-44F:30.2.h | {_SPECIFIC} | prescribed 26.2 | kvg_mandatory * |
specific.breastfeeding | 13-25F:28.2.h 26-44F:30.2.i | R200.00 E200.00 lump_sum | breastfeeding, specific | breastfed_ten_weeks *, confirmation * | | episode=new
specific.erectile_dysfunction | 26-44M:31.2.b 45-59M:33.2.b | {_SPECIFIC} | prescribed 26.2, authorised * | | consent
specific.night_watch | 60+:34.2.c | {_SPECIFIC} | prescribed 26.2, qualified_nurse * | |
specific.day_hotel | 60+:34.2.c | {_SPECIFIC} | prescribed 26.2, provider_recognised *, relieves_spouse * | |
specific.holiday_patient | 60+:34.2.c | {_SPECIFIC} | prescribed 26.2, provider_recognised *, relieves_spouse * | |
specific.age_prevention | 60+:34.2.d | {_SPECIFIC} | prescribed 26.2, product_recognised * | |
specific.home_assistance | 60+:34.2.f | R40.00 E60.00 a_day | specific | prescribed 26.2 | qualified_carer *, relative_or_household * unless gave_up_work | stay quantity=days
abroad.outpatient | 41.1 all | R100% E100% | | emergency 6.2, licensed_provider 41.2 | {_JOURNEY} | {_TRAVEL} tariff=41.1 return=41.2
abroad.inpatient | 41.1 all | R100% E100% | | emergency 6.2, licensed_provider 41.2, notified_in_time 38.1 | {_JOURNEY}, personal_expenses 7.3, dental_purpose 7.5 | {_TRAVEL} tariff=41.1 return=41.2 stay
abroad.rescue_transport | 41.3 all | R100% E100% | | {_SERIOUS}, nearest_provider 41.3, notified_in_time 38.1 | {_JOURNEY} | {_TRAVEL}
abroad.repatriation | 41.3 all | R100% E100% | | {_SERIOUS}, medically_necessary 41.3, notified_in_time 38.1 | {_JOURNEY} | {_TRAVEL}
abroad.search_recovery | 41.3 all | R100% E100% | abroad.search_body | {_SERIOUS}, notified_in_time 38.1 | {_JOURNEY} | {_TRAVEL}
abroad.body_transport | 41.3 all | R100% E100% | abroad.search_body | {_SERIOUS}, notified_in_time 38.1 | {_JOURNEY} | {_TRAVEL}
abroad.accommodation | 41.4 all | R100% E100% | abroad.assistance | emergency 6.2, notified_in_time 38.1, return_impossible 41.4, eligible_person 41.4 | {_JOURNEY} | {_TRAVEL}
abroad.rebooking | 41.4 all | R100% E100% | abroad.assistance | emergency 6.2, notified_in_time 38.1, return_impossible 41.4 | {_JOURNEY} | {_TRAVEL}
"""  # noqa: E501 - one benefit a line, as in the rules' own tables


@dataclass(frozen=True)
class Fact:
    """A requirement or exclusion; `articles` as they are cited (`*`: the benefit's own)."""

    name: str
    articles: tuple[str, ...]
    unless: tuple[str, ...] = ()
    phases: tuple[str, ...] | None = None
    event: str | None = None


@dataclass(frozen=True)
class Benefit:
    """A line of the table. `pays` in Rappen or ten-thousandths by tier."""

    code: str
    articles: Mapping[str, str]
    kind: str
    pays: Mapping[Tier, int]
    limits: tuple[tuple[str, str | None], ...]
    requires: tuple[Fact, ...]
    excludes: tuple[Fact, ...]
    marks: frozenset[str]

    def mark(self, name: str) -> str | None:
        """The value of a mark `name=value`."""
        return next((m.partition("=")[2] for m in self.marks if m.partition("=")[0] == name), None)

    def offered(self, phase: str) -> bool:
        """Whether a person of this phase may have it (and is of its sex, where the phase says so)."""
        return phase in self.articles

    def required_in(self, phase: str) -> tuple[Fact, ...]:
        """What must be true in a phase."""
        return tuple(f for f in self.requires if f.phases is None or phase in f.phases)

    def excluded_in(self, phase: str) -> tuple[Fact, ...]:
        """What may not be true in a phase."""
        return tuple(f for f in self.excludes if f.phases is None or phase in f.phases)


@dataclass(frozen=True)
class Limit:
    """A line of the limits; caps as text, by tier."""

    unit: str
    period: str
    article: str
    caps: Mapping[Tier, str]


def _cells(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


def _list(cell: str) -> list[str]:
    return [item.strip() for item in cell.split(",") if item.strip()]


def _fact(text: str) -> Fact:
    name, article, *rest = text.split()
    said = list(zip(rest[::2], rest[1::2], strict=True))
    phases = tuple(word for key, word in said if key == "in")
    return Fact(
        name,
        tuple(article.split("+")),
        tuple(word for key, word in said if key == "unless"),
        phases or None,
        next((word for key, word in said if key == "if"), None),
    )


def _articles(cell: str) -> dict[str, str]:
    if ":" in cell:
        return dict(pair.split(":") for pair in cell.split())
    article, phases = cell.split()
    return dict.fromkeys(OFFERED[phases], article)


def _pays(cell: str) -> tuple[str, dict[Tier, int]]:
    words, kind, by_tier = cell.split(), "percent", {}
    if not words[-1].endswith("%"):
        kind = words.pop()
    for word in words:
        tier = Tier.REALA if word[0] == "R" else Tier.EXTENSA
        percent = kind == "percent"
        by_tier[tier] = int(word[1:-1]) * 100 if percent else int(word[1:].replace(".", ""))
    return kind, by_tier


def _benefit(cells: list[str]) -> Benefit:
    code, articles, pays, limits, requires, excludes, marks = cells
    kind, by_tier = _pays(pays)
    return Benefit(
        code,
        _articles(articles),
        kind,
        by_tier,
        tuple((name, article or None) for name, _, article in (x.partition("/") for x in _list(limits))),
        tuple(_fact(f) for f in _list(requires)),
        tuple(_fact(f) for f in _list(excludes)),
        frozenset(marks.split()),
    )


def _limit(cells: list[str]) -> tuple[str, Limit]:
    name, kind, article, reala, extensa = cells
    unit, period = kind.split()
    caps = {tier: cap for tier, cap in ((Tier.REALA, reala), (Tier.EXTENSA, extensa)) if cap}
    return name, Limit(unit, period, article, caps)


TABLE: Mapping[str, Benefit] = {b.code: b for b in (_benefit(cells) for cells in _cells(BENEFITS))}
CAPS: Mapping[str, Limit] = dict(_limit(cells) for cells in _cells(LIMITS))
# The daily contribution on top of a cure (34.2.e), within the specific benefits' limit.
SUPPLEMENT = {Tier.REALA: 4000, Tier.EXTENSA: 6000}


def limit_of(name: str, phase: str) -> Limit:
    """A limit as it stands in a phase."""
    return CAPS.get(f"{name}@{phase}") or CAPS[name]


def cap_of(name: str, phase: str, tier: Tier) -> int:
    """A cap in Rappen, days, hundredths of an hour or times."""
    limit = limit_of(name, phase)
    return int(limit.caps[tier].replace(".", ""))
