"""Claims of made-up people: when, for what, from whom, and how far they have come."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import NamedTuple

from caseworker.demo.chance import Chance
from caseworker.demo.events import Event
from caseworker.demo.forms import Member, Told, last_day
from caseworker.demo.invented.case import Case, Kind
from caseworker.demo.invented.course import course_of, latest_receipt
from caseworker.demo.invented.invoicing import BODY_TRANSPORT, HABITS, INFANT
from caseworker.demo.invented.lines import lines_of
from caseworker.demo.invented.people import anchor_age
from caseworker.demo.invented.travel import travel_of
from caseworker.demo.setting import Crowd, World
from caseworker.rules.calendar import add_years
from caseworker.rules.case import Person, Travel
from caseworker.rules.cover import cover_on
from caseworker.rules.offer import offer_on
from caseworker.rules.profile import phase_name
from caseworker.rules.terms import BenefitTerm
from caseworker.rules.vocabulary import Sex, Tier
from caseworker.services.claims.forms import ClaimForm

YEARS = 4
_OPEN = (Kind.READY, Kind.FACTS, Kind.CONSENT, Kind.ABROAD, Kind.LATE)
_OPEN_SUMS = tuple(accumulate((38, 32, 16, 10, 4)))
_SHARE_WITH_FAVOURITE = 0.2
_SHARE_OPEN = 0.055
_SHARE_SELDOM = 0.3
_SHARE_NOT_OFFERED = 0.015
_PAPERS_LATE_DAYS = 215
# What people use again and again.
FAVOURITES = (
    "complementary.treatment", "medicine", "specific.psychotherapy", "cure.thermal",
    "health_promotion.fitness", "aids.insoles", "home_help", "specific.home_assistance",
    "transport.emergency", "aids.hearing_aid",
    "specific.contraception", "childcare", "prevention.checkup", "aids.vision",
)  # fmt: skip


def invent_claims(crowd: Crowd) -> Iterator[Told]:
    """The claims of a crowd: as many as it has, more of them of those who send invoices often."""
    chance, members = crowd.chance("claims"), crowd.members
    teller = Teller(crowd.world, chance, crowd.part)
    weights = [_weight(chance, member, crowd.world.anchor) for member in members]
    sums = tuple(accumulate(weights))
    favourites = [chance.one(FAVOURITES) if chance.happens(_SHARE_WITH_FAVOURITE) else None for _ in members]
    for _ in range(crowd.claims):
        place = min(bisect(sums, chance.whole(0, 10**9) / 10**9 * sums[-1]), len(members) - 1)
        yield Told(place, teller.story(members[place], favourites[place]))


def _weight(chance: Chance, member: Member, anchor: date) -> float:
    """How often a person sends invoices: the old more than the young, some much more than others."""
    age = anchor_age(member.form.birth_date, anchor)
    often = chance.whole(1, 10) ** 3 / 100
    earliest = add_years(anchor, -YEARS)
    insured = any(cover.last is None or cover.last > earliest for cover in member.mivita)
    return often * (0.6 + age / 40) if insured else 0.1


class _Menu(NamedTuple):
    """The benefits that a phase, tier and sex are offered, and the others; with sums of their weights."""

    offered: tuple[str, ...]
    sums: tuple[float, ...]
    others: tuple[str, ...]


class Teller:
    """Tells claims of one part of the people; what was seldom told comes up more often."""

    def __init__(self, world: World, chance: Chance, part: int) -> None:
        self._world, self._chance, self._part = world, chance, part
        self._told: Counter[str] = Counter()
        self._menus: dict[tuple[str, Tier, Sex], _Menu] = {}
        self._invoices = 0

    def story(self, member: Member, favourite: str | None) -> tuple[Event, ...]:
        """One claim of a member; `favourite` is a benefit that they use again and again."""
        kind = self._kind()
        day = self._day(member, kind, favourite)
        cover = cover_on(member.mivita, day)
        if cover is None:
            kind = Kind.DECIDED
        tier = cover.tier if cover is not None else Tier.REALA
        phase = self._phase(member, day)
        term = self._term(day, self._choice(member, day, (phase, tier, member.form.sex), kind, favourite))
        self._told[term.code] += 1
        if term.code == BODY_TRANSPORT:
            day = member.form.death_date or day
        return self._tell(Case(self._world, self._chance, member, phase, term, day, kind))

    def _kind(self) -> Kind:
        if not self._chance.happens(_SHARE_OPEN):
            return Kind.DECIDED
        return self._chance.weighed(_OPEN, _OPEN_SUMS)

    def _day(self, member: Member, kind: Kind, favourite: str | None) -> date:
        """When it happened: mostly while insured; an open claim not long ago; long treatments this year."""
        chance, anchor = self._chance, self._world.anchor
        latest = last_day(member, anchor)
        born = member.form.birth_date
        if kind is Kind.LATE:
            return max(min(anchor - timedelta(days=_PAPERS_LATE_DAYS + chance.whole(10, 90)), latest), born)
        if kind is not Kind.DECIDED:
            return max(min(anchor - timedelta(days=chance.whole(7, 70)), latest), born)
        first = max(add_years(anchor, -YEARS), born)
        periods = [cover for cover in member.mivita if cover.last is None or cover.last > first]
        last = min(latest, anchor - timedelta(days=40))
        if periods and not chance.happens(0.006):
            period = chance.one(periods)
            first = max(first, period.first)
            last = min(last, period.last or last)
        if chance.happens(0.3 if favourite is None else 0.7):
            first = max(first, date(last.year, 1, 1))
        return max(chance.day(min(first, last), last), born)

    def _phase(self, member: Member, day: date) -> str:
        edition = self._world.conditions.on(day)
        assert edition is not None
        return phase_name(edition, day.year - member.form.birth_date.year, member.form.sex)

    def _term(self, day: date, code: str) -> BenefitTerm:
        edition = self._world.conditions.on(day)
        assert edition is not None
        return edition.terms.benefits[code]

    def _choice(
        self, member: Member, day: date, place: tuple[str, Tier, Sex], kind: Kind, favourite: str | None
    ) -> str:
        chance, menu = self._chance, self._menu(member, day, place)
        fits = [code for code in menu.offered if self._fits(member, day, code, kind)]
        if kind is Kind.DECIDED:
            if chance.happens(_SHARE_NOT_OFFERED) and menu.others:
                return chance.one(menu.others)
            if favourite in menu.offered and chance.happens(0.65):
                return favourite
            if not chance.happens(_SHARE_SELDOM):
                return self._common(menu, fits)
        return min(fits, key=lambda code: (self._told[code], code))

    def _common(self, menu: _Menu, fits: Sequence[str]) -> str:
        code = self._chance.weighed(menu.offered, menu.sums)
        return code if code in fits else self._chance.one(fits)

    def _fits(self, member: Member, day: date, code: str, kind: Kind) -> bool:
        """Whether a benefit goes with the person's age and with the kind of story."""
        term = self._term(day, code)
        if code in INFANT and day >= add_years(member.form.birth_date, 2):
            return False
        if code == BODY_TRANSPORT and member.form.death_date is None:
            return False
        if kind in (Kind.ABROAD, Kind.LATE):
            return term.travel
        if kind is Kind.CONSENT:
            return term.consent
        return kind is not Kind.FACTS or bool(term.requires)

    def _menu(self, member: Member, day: date, place: tuple[str, Tier, Sex]) -> _Menu:
        menu = self._menus.get(place)
        if menu is None:
            person = Person(member.form.birth_date, member.form.sex)
            offers = offer_on(person, member.mivita, day, self._world.conditions)
            offered = tuple(o.benefit for o in offers if o.offered)
            if not offered:  # not insured on the day: whatever people bill
                offered = tuple(HABITS)
            sums = tuple(accumulate(HABITS[code].weight for code in offered))
            menu = _Menu(offered, sums, tuple(code for code in HABITS if code not in offered))
            if cover_on(member.mivita, day) is not None:
                self._menus[place] = menu
        return menu

    def _tell(self, matter: Case) -> tuple[Event, ...]:
        chance, anchor, day = matter.chance, matter.world.anchor, matter.day
        self._invoices += 1
        invoice = self._part * 1_000_000 + self._invoices
        travel = travel_of(matter, f"E{invoice}") if matter.term.travel else None
        key = self._provider(matter, travel)
        provider = matter.world.directory.form(key)
        latest = latest_receipt(anchor)
        last = max(min(latest - timedelta(days=1), matter.member.form.death_date or latest), day)
        drafted = lines_of(matter, provider, travel, last, invoice)
        billed = max(each.line.last for each in drafted)
        late = matter.kind is Kind.LATE or (travel is not None and chance.happens(0.04))
        wait = _PAPERS_LATE_DAYS if late else chance.whole(2, 38)
        received = max(min(billed + timedelta(days=wait), latest), billed)
        invoiced = billed + timedelta(days=chance.whole(0, (received - billed).days))
        form = ClaimForm(
            person=matter.member.form.number or "",
            lines=tuple(each.line for each in drafted),
            received=received,
            travel=travel,
            provider_id=key,
            invoice_number=f"{chance.one(('R', 'RE', 'F', ''))}{chance.whole(1000, 99999)}",
            invoice_date=invoiced,
            source="invoice and enclosures",
        )
        return course_of(matter, form, drafted)

    def _provider(self, matter: Case, travel: Travel | None) -> int:
        trade, chance = matter.habit.trade, matter.chance
        of = matter.world.directory.of
        if trade == "centre":
            return of("centre", "CH")[0]
        if travel is not None:
            return chance.one(of("abroad", travel.country))
        if trade == "spa abroad":
            return chance.one(of(trade, chance.one(("IT", "DE", "AT"))))
        return chance.one(of(trade, matter.region))
