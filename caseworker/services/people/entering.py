"""Entering and amending persons, their address, cover and family, and providers."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import and_, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from caseworker.errors import Refusal
from caseworker.models.people.provider_tables import PROVIDER_KINDS, Provider, ProviderMethod
from caseworker.models.people.queries import LOCK_PERSON, find_person
from caseworker.models.people.rows import CoverageRow, PersonRow, ProviderRow
from caseworker.models.people.tables import LANGUAGES, PRODUCTS, WARDS, Address, Coverage, Household, Person
from caseworker.models.store.counters import PERSONS, next_number
from caseworker.models.store.failures import AMENDED
from caseworker.models.store.folding import fold
from caseworker.models.store.prepared import driver_of
from caseworker.rights import Right
from caseworker.rules.vocabulary import Tier
from caseworker.services.audit.events import Chain, record, record_for_store
from caseworker.services.context import Context, needs
from caseworker.services.people.checks import check_person, compact_ahv, compact_iban
from caseworker.services.people.forms import CoverageForm, PersonForm, ProviderForm

FIRST_NUMBER = 10_000_000
_TIERS = {"mivita": tuple(t.value for t in Tier), "comforta": WARDS, "denta": (None,)}


@needs(Right.PEOPLE_ENTER)
def enter_person(session: Session, ctx: Context, form: PersonForm) -> PersonRow:
    """A new person; Refusal if the insured or AHV number is taken or cannot be right."""
    check_person(form)
    number = form.number or str(FIRST_NUMBER + next_number(driver_of(session), PERSONS, 0))
    person = Person(number=number.strip(), entered_by=ctx.by, entered_at=ctx.at)
    _fill(session, person, form)
    session.add(person)
    _flush(session)
    _set_address(session, person, form)
    record(session, ctx, Chain(person.id, person.number), "person entered", number, form)
    return find_person(session, number)


@needs(Right.PEOPLE_AMEND)
def amend_person(session: Session, ctx: Context, number: str, version: int, form: PersonForm) -> PersonRow:
    """A person as the form has them; Refusal if someone else has amended them since `version`."""
    check_person(form)
    person = _locked(session, number)
    if person.version != version:
        raise Refusal(*AMENDED.templates)
    before = find_person(session, number)
    _fill(session, person, form)
    _flush(session)
    _set_address(session, person, form)
    record(
        session,
        ctx,
        Chain(person.id, person.number),
        "person amended",
        number,
        {"before": before, "after": form},
    )
    return find_person(session, number)


@needs(Right.PEOPLE_ENTER)
def enter_household(session: Session, ctx: Context, name: str) -> int:
    """A new household; its key."""
    household = Household(name=name)
    session.add(household)
    session.flush()
    record_for_store(session, ctx, "household entered", str(household.id), {"name": name})
    return household.id


@needs(Right.PEOPLE_ENTER)
def enter_coverage(session: Session, ctx: Context, number: str, form: CoverageForm) -> CoverageRow:
    """A new period of cover; Refusal if it overlaps one of the same product, or comes too late (2a)."""
    person = _locked(session, number)
    _check_coverage(form)
    _check_free(session, person.id, form, None)
    _check_entry_age(session, ctx, person, form)
    cover = Coverage(person_id=person.id, entered_by=ctx.by, entered_at=ctx.at)
    _fill_coverage(cover, form)
    session.add(cover)
    session.flush()
    record(session, ctx, Chain(person.id, person.number), "cover entered", str(cover.id), form)
    return _coverage_row(cover)


@needs(Right.PEOPLE_AMEND)
def amend_coverage(session: Session, ctx: Context, key: int, version: int, form: CoverageForm) -> CoverageRow:
    """A period as the form has it, such as with its last day; Refusal if it was amended since `version`."""
    found = session.execute(
        select(Coverage.person_id, Person.number).join(Person).where(Coverage.id == key)
    ).one_or_none()
    if found is None:
        raise Refusal("There is no such period of cover.", "Open the person again.")
    person = _locked(session, found[1])
    cover = session.get_one(Coverage, key, populate_existing=True)
    if cover.version != version:
        raise Refusal(*AMENDED.templates)
    _check_coverage(form)
    _check_free(session, person.id, form, key)
    before = _coverage_row(cover)
    _fill_coverage(cover, form)
    session.flush()
    record(
        session,
        ctx,
        Chain(person.id, person.number),
        "cover amended",
        str(key),
        {"before": before, "after": form},
    )
    return _coverage_row(cover)


@needs(Right.PROVIDERS_ENTER)
def enter_provider(session: Session, ctx: Context, form: ProviderForm) -> ProviderRow:
    """A new provider with the methods they are recognised for (art. 11.2, 22.2)."""
    if form.kind not in PROVIDER_KINDS:
        raise Refusal(
            "{kind} is no kind of provider.",
            "Choose one of {known}.",
            kind=form.kind,
            known=", ".join(PROVIDER_KINDS),
        )
    if not form.name.strip():
        raise Refusal("A provider needs a name.", "Type the name that stands on the invoice.")
    provider = Provider(
        name=form.name,
        name_key=fold(form.name),
        kind=form.kind,
        town=form.town,
        country=form.country,
        contracted=form.contracted,
    )
    session.add(provider)
    session.flush()
    methods = tuple(sorted(set(form.methods)))
    session.add_all(ProviderMethod(provider_id=provider.id, method=method) for method in methods)
    session.flush()
    record_for_store(session, ctx, "provider entered", str(provider.id), form, "providers")
    return ProviderRow(
        provider.id, form.name, form.kind, form.town, form.country, form.contracted, provider.version, methods
    )


def _locked(session: Session, number: str) -> Person:
    row = find_person(session, number)
    LOCK_PERSON.rows(driver_of(session), {"person": row.id})
    return session.get_one(Person, row.id, populate_existing=True)


def _fill(session: Session, person: Person, form: PersonForm) -> None:
    if form.language not in LANGUAGES:
        raise Refusal(
            "There are no letters in the language {language!r}.",
            "Choose one of {known}.",
            language=form.language,
            known=", ".join(LANGUAGES),
        )
    person.ahv = compact_ahv(form.ahv)
    person.name, person.name_key = form.name, fold(form.name)
    person.given_name, person.given_key = form.given_name, fold(form.given_name)
    person.birth_date, person.death_date = form.birth_date, form.death_date
    person.sex, person.language = form.sex.value, form.language
    person.email, person.phone = form.email, form.phone
    person.iban = compact_iban(form.iban)
    person.household_id = form.household
    person.father_id = None if form.father is None else find_person(session, form.father).id
    person.mother_id = None if form.mother is None else find_person(session, form.mother).id


def _flush(session: Session) -> None:
    try:
        session.flush()
    except IntegrityError as error:
        if "number" in str(error.orig) or "ahv" in str(error.orig):
            raise Refusal(
                "This insured number or AHV number belongs to someone else already.",
                "Find them by that number before you enter anyone new.",
            ) from error
        raise


def _set_address(session: Session, person: Person, form: PersonForm) -> None:
    known = session.get(Address, person.id)
    if form.address is None:
        if known is not None:
            session.delete(known)
    else:
        session.merge(Address(person_id=person.id, **form.address._asdict()))
    session.flush()


def _check_coverage(form: CoverageForm) -> None:
    if form.product not in PRODUCTS or form.tier not in _TIERS[form.product]:
        raise Refusal(
            "There is no {product}.", "Choose another.", product=f"{form.product} {form.tier or ''}".rstrip()
        )
    if form.last is not None and form.last < form.first:
        raise Refusal("The cover ends before it begins.", "Check both days.")
    if form.term_years not in (1, 3):
        raise Refusal("A contract is for one year or three (art. 5a).", "Choose one of the two.")


def _check_free(session: Session, person_id: int, form: CoverageForm, own: int | None) -> None:
    last = form.last or date.max
    clash = session.scalar(
        select(Coverage.id)
        .where(
            Coverage.person_id == person_id,
            Coverage.product == form.product,
            Coverage.id != (own or 0),
            and_(Coverage.first <= last, or_(Coverage.last.is_(None), Coverage.last >= form.first)),
        )
        .limit(1)
    )
    if clash is not None:
        raise Refusal("Another period of this product covers some of these days.", "End that one first.")


def _check_entry_age(session: Session, ctx: Context, person: Person, form: CoverageForm) -> None:
    """Art. 2a: Mivita is taken out up to an age; a change of tier without a gap is no new contract."""
    edition = ctx.conditions.on(form.first)
    if form.product != "mivita" or edition is None or form.first == date.min:
        return
    before = Coverage.last == form.first - timedelta(days=1)
    held = select(Coverage.id).where(Coverage.person_id == person.id, Coverage.product == "mivita", before)
    too_old = form.first.year - person.birth_date.year > edition.terms.highest_entry_age
    if too_old and session.scalar(held.limit(1)) is None:
        raise Refusal(
            "Mivita is taken out up to the year in which {age} is reached (art. {article}).",
            "A period that goes on without a gap may be entered at any age.",
            age=edition.terms.highest_entry_age,
            article=edition.terms.entry_citation.article,
        )


def _fill_coverage(cover: Coverage, form: CoverageForm) -> None:
    cover.product, cover.tier = form.product, form.tier
    cover.first, cover.last = form.first, form.last
    cover.term_years = form.term_years


def _coverage_row(cover: Coverage) -> CoverageRow:
    return CoverageRow(
        cover.id, cover.product, cover.tier, cover.first, cover.last, cover.term_years, cover.version
    )
