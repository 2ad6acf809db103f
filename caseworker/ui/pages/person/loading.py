"""Loads a person's page on a worker: in a few statements, into one frozen view."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from caseworker.models.claims.decision_queries import decisions_of
from caseworker.models.claims.entries import entries
from caseworker.models.claims.queries import claims_of, lines_of_person
from caseworker.models.ledger.queries import balances
from caseworker.models.people.queries import Dossier, dossier, family
from caseworker.rules.limits import limits_on
from caseworker.rules.profile import profile_on
from caseworker.ui.kit.identity import Identity
from caseworker.ui.pages.person.dossier import (
    ClaimLine,
    CoverLine,
    LetterLine,
    LimitLine,
    PersonView,
    RelativeLine,
    UseLine,
)
from caseworker.ui.pages.person.phases import Phase

if TYPE_CHECKING:
    from caseworker.models.claims.rows import ClaimRow, DecisionRow, LineRow
    from caseworker.models.ledger.rows import BalanceRow
    from caseworker.rules.conditions import Conditions
    from caseworker.rules.finding import LimitStanding, Profile
    from caseworker.ui.kit.desk import Desk

_OPEN = "open"


def load_identity(desk: Desk, number: str) -> Identity:
    """Whom a page is about, as of today; Refusal where there is no such person."""
    with desk.store.reading() as session:
        found = dossier(session, number)
    today = desk.today()
    return identity_of(found, profile_on(found.insured, found.mivita, today, desk.conditions), today)


def load_person(desk: Desk, number: str, as_of: date | None) -> PersonView:
    """All that the page shows, for a day (None: today); Refusal where there is no such person."""
    today = desk.today()
    day = as_of or today
    with desk.store.reading() as session:
        found = dossier(session, number)
        key = found.person.id
        held = balances(session, key)
        relatives = family(session, found.person, day)
        claims = claims_of(session, key)
        lines = lines_of_person(session, key)
        decisions = decisions_of(session, key)
    profile = profile_on(found.insured, found.mivita, day, desk.conditions)
    limits = limits_on(found.insured, found.mivita, day, found.standing, desk.conditions)
    return PersonView(
        identity=identity_of(found, profile, day),
        as_of=day,
        today=today,
        premium_band=profile.premium_band,
        next_band=profile.next_premium_band,
        denta=profile.denta,
        phases=phases_of(found, day, desk.conditions),
        covers=tuple(CoverLine(c.product, c.tier, c.first, c.last, c.term_years) for c in found.coverages),
        limits=tuple(_limit(limit, held) for limit in limits),
        claims=tuple(_claim_lines(claims, lines)),
        letters=tuple(_letter(d) for d in reversed(decisions)),
        relatives=tuple(
            RelativeLine(r.relation, r.number, r.name, r.given_name, r.birth_date, r.tier) for r in relatives
        ),
    )


def load_uses(desk: Desk, number: str, line: LimitLine) -> tuple[UseLine, ...]:
    """What was taken from a limit in its period, in the order in which it was booked."""
    with desk.store.reading() as session:
        found = dossier(session, number)
        booked = entries(session, found.person.id, line.limit, keys_of(line.period))
    return tuple(
        UseLine(
            e.claim_number, e.benefit, e.first, e.last, e.amount, e.unit, e.decision_number, e.at, e.counter
        )
        for e in booked
    )


def keys_of(period: str) -> tuple[str, ...]:
    """The ledger's own periods in one that people read: `2022/2026` is five years."""
    first, _, last = period.partition("/")
    if not (first.isdecimal() and last.isdecimal()):
        return (period,)
    return tuple(str(year) for year in range(int(first), int(last) + 1))


def identity_of(found: Dossier, profile: Profile, day: date) -> Identity:
    """The banner's facts from a dossier and its profile."""
    person = found.person
    return Identity(
        number=person.number,
        name=person.name,
        given_name=person.given_name,
        birth_date=person.birth_date,
        sex=person.sex,
        language=person.language,
        tier=profile.tier,
        phase=profile.phase,
        as_of=day,
        death_date=person.death_date,
    )


def phases_of(found: Dossier, day: date, conditions: Conditions) -> tuple[Phase, ...]:
    """All phases of this person's life, each with the year in which it begins (art. 3)."""
    edition = conditions.on(day) or conditions.editions[-1]
    born, age = found.insured.birth_date.year, max(0, day.year - found.insured.birth_date.year)
    own = sorted((p for p in edition.terms.phases if found.insured.sex in p.sexes), key=lambda p: p.from_age)
    now = max((p.from_age for p in own if p.from_age <= age), default=0)
    return tuple(Phase(p.name, born + p.from_age, p.from_age == now) for p in own)


def _limit(limit: LimitStanding, held: Iterable[BalanceRow]) -> LimitLine:
    keys = keys_of(limit.period)
    reserved = sum(b.reserved for b in held if b.limit == limit.limit and b.key in keys)
    return LimitLine(
        limit=limit.limit,
        article=limit.citation.article,
        period=limit.period,
        unit=limit.unit.value,
        cap=limit.cap,
        used=max(0, limit.used - reserved),
        reserved=reserved,
        left=limit.left,
    )


def _claim_lines(claims: Iterable[ClaimRow], lines: Iterable[LineRow]) -> list[ClaimLine]:
    of_claim: dict[str, list[LineRow]] = {}
    for line in lines:
        of_claim.setdefault(line.claim_number, []).append(line)
    found = [_claim(claim, of_claim.get(claim.number, [])) for claim in claims]
    return sorted(found, key=lambda c: (c.first or date.min, c.number), reverse=True)


def _claim(claim: ClaimRow, lines: list[LineRow]) -> ClaimLine:
    decided = [line.amount for line in lines if line.amount is not None]
    return ClaimLine(
        number=claim.number,
        received=claim.received,
        first=min((line.line.first for line in lines), default=None),
        provider=claim.provider,
        charged=sum(line.line.charged for line in lines),
        open_lines=sum(line.state == _OPEN for line in lines),
        amount=sum(decided) if decided else None,
    )


def _letter(decision: DecisionRow) -> LetterLine:
    return LetterLine(
        number=decision.letter_number,
        decision_number=decision.number,
        claim_number=decision.claim_number,
        at=decision.at,
        amount=decision.amount,
        in_force=decision.in_force,
    )
