"""Providers as the pages show them."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseworker.models.people.provider_tables import Provider, ProviderMethod
from caseworker.models.people.rows import ProviderRow
from caseworker.models.people.search import LAST_LETTER
from caseworker.models.store.folding import fold


def providers(session: Session, text: str, limit: int = 50) -> tuple[ProviderRow, ...]:
    """Providers whose name begins with a text, folded as persons' names are."""
    start = fold(text)
    found = session.scalars(
        select(Provider)
        .where(Provider.name_key >= start, Provider.name_key < start + LAST_LETTER)
        .order_by(Provider.name_key, Provider.id)
        .limit(limit)
    ).all()
    methods: dict[int, list[str]] = {}
    asked = select(ProviderMethod).where(ProviderMethod.provider_id.in_([p.id for p in found]))
    for method in session.scalars(asked.order_by(ProviderMethod.method)):
        methods.setdefault(method.provider_id, []).append(method.method)
    return tuple(
        ProviderRow(
            p.id, p.name, p.kind, p.town, p.country, p.contracted, p.version, tuple(methods.get(p.id, ()))
        )
        for p in found
    )
