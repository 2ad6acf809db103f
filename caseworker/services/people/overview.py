"""All about a person on one day, in a few statements and one frozen view."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from caseworker.models.claims.decision_queries import decisions_of
from caseworker.models.claims.entries import entries
from caseworker.models.claims.queries import claims_of, lines_of_person
from caseworker.models.claims.rows import ClaimRow, DecisionRow, EntryRow, LineRow
from caseworker.models.claims.tables import OPEN
from caseworker.models.ledger.queries import balances
from caseworker.models.ledger.rows import BalanceRow
from caseworker.models.letters.queries import letters_of
from caseworker.models.letters.rows import LetterListRow
from caseworker.models.people.queries import dossier, family, find_person
from caseworker.models.people.rows import Dossier
from caseworker.rights import Right
from caseworker.rules.conditions import Conditions
from caseworker.rules.finding import LimitStanding
from caseworker.rules.limits import limits_on
from caseworker.rules.money import in_rappen
from caseworker.rules.profile import profile_on
from caseworker.services.context import Context, Session, needs
from caseworker.services.people.identity import identity_of
from caseworker.services.people.rows import ClaimSummary, LetterSummary, LimitLine, Overview, Phase


@needs(Right.PEOPLE_READ, Right.CLAIMS_READ)
def overview(session: Session, ctx: Context, number: str, as_of: date | None) -> Overview:
    """Cover, phase, limits, claims, letters and family for a day (None: today); Refusal where nobody is."""
    day = as_of or ctx.today
    found = dossier(session, number)
    key = found.person.id
    held = balances(session, key)
    profile = profile_on(found.insured, found.mivita, day, ctx.conditions)
    limits = limits_on(found.insured, found.mivita, day, found.standing, ctx.conditions)
    return Overview(
        identity=identity_of(found, profile, day),
        as_of=day,
        today=ctx.today,
        premium_band=profile.premium_band,
        next_band=profile.next_premium_band,
        denta=profile.denta,
        phases=phases_of(found, day, ctx.conditions),
        covers=found.coverages,
        limits=tuple(_limit(limit, held) for limit in limits),
        claims=tuple(_claim_lines(claims_of(session, key), lines_of_person(session, key))),
        letters=_letters(letters_of(session, key), decisions_of(session, key)),
        relatives=family(session, found.person, day),
    )


@needs(Right.CLAIMS_READ)
def uses(session: Session, ctx: Context, number: str, limit: str, period: str) -> tuple[EntryRow, ...]:
    """What was taken from a limit in a period that people read, in the order in which it was booked."""
    return entries(session, find_person(session, number).id, limit, keys_of(period))


def keys_of(period: str) -> tuple[str, ...]:
    """The ledger's own periods in one that people read: `2022/2026` is five years."""
    first, _, last = period.partition("/")
    if not (first.isdecimal() and last.isdecimal()):
        return (period,)
    return tuple(str(year) for year in range(int(first), int(last) + 1))


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


def _claim_lines(claims: Iterable[ClaimRow], lines: Iterable[LineRow]) -> list[ClaimSummary]:
    of_claim: dict[str, list[LineRow]] = {}
    for line in lines:
        of_claim.setdefault(line.claim_number, []).append(line)
    found = [_claim(claim, of_claim.get(claim.number, [])) for claim in claims]
    return sorted(found, key=lambda c: (c.first or date.min, c.number), reverse=True)


def _claim(claim: ClaimRow, lines: list[LineRow]) -> ClaimSummary:
    decided = [line.amount for line in lines if line.amount is not None]
    return ClaimSummary(
        number=claim.number,
        received=claim.received,
        first=min((line.line.first for line in lines), default=None),
        provider=claim.provider,
        charged=sum(in_rappen(line.line.charged, line.line.rate) for line in lines),
        open_lines=sum(line.state == OPEN for line in lines),
        amount=sum(decided) if decided else None,
    )


def _letters(letters: Iterable[LetterListRow], decisions: Iterable[DecisionRow]) -> tuple[LetterSummary, ...]:
    """Letters of every kind, the latest first, with what their decisions gave."""
    told = {decision.number: decision for decision in decisions}
    found = [_letter(letter, told.get(letter.decision_number or "")) for letter in letters]
    return tuple(reversed(found))


def _letter(letter: LetterListRow, decision: DecisionRow | None) -> LetterSummary:
    return LetterSummary(
        number=letter.number,
        kind=letter.kind,
        decision_number=letter.decision_number,
        claim_number=letter.about_key or "",
        at=letter.at,
        state=letter.state,
        amount=None if decision is None else decision.amount,
        in_force=decision is None or decision.in_force,
    )
