"""Drafts: what someone has typed and not yet entered survives whatever happens to the program."""

import json
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from caseworker.errors import Refusal
from caseworker.models.store.failures import AMENDED
from caseworker.models.work.tables import Draft
from caseworker.rights import Right
from caseworker.services.context import Context, needs


@needs(Right.DRAFTS_KEEP)
def save_draft(session: Session, ctx: Context, key: str, payload: Any) -> None:
    """Keep what was typed (anything that JSON knows) under a person's own key, in place of what was there."""
    kind = sqlite.Insert if session.get_bind().dialect.name == "sqlite" else postgresql.Insert
    values = {"payload": json.dumps(payload, ensure_ascii=False), "at": ctx.at}
    statement = kind(Draft).values(by_whom=ctx.by, key=key, **values)
    session.execute(statement.on_conflict_do_update(index_elements=[Draft.by_whom, Draft.key], set_=values))


@needs(Right.DRAFTS_KEEP)
def load_draft(session: Session, ctx: Context, key: str) -> Any | None:
    """What was kept under the key; None if nothing was."""
    payload = session.scalar(select(Draft.payload).where(Draft.by_whom == ctx.by, Draft.key == key))
    return None if payload is None else json.loads(payload)


@needs(Right.DRAFTS_KEEP)
def drafts_of(session: Session, ctx: Context) -> tuple[str, ...]:
    """The keys of all that someone has kept, the latest first."""
    return tuple(
        session.scalars(select(Draft.key).where(Draft.by_whom == ctx.by).order_by(Draft.at.desc(), Draft.key))
    )


@needs(Right.DRAFTS_KEEP)
def drop_draft(session: Session, ctx: Context, key: str) -> None:
    """Forget what was kept: it was entered, or is not wanted any more. Undone, it is kept again."""
    kept = load_draft(session, ctx, key)
    if kept is not None:
        ctx.can_be_undone(restore_draft, key, kept)
    session.execute(delete(Draft).where(Draft.by_whom == ctx.by, Draft.key == key))


@needs(Right.DRAFTS_KEEP)
def restore_draft(session: Session, ctx: Context, key: str, payload: Any) -> None:
    """Keep again what was dropped; whoever shows it loads it again (`draft:` and the key).

    Refusal where something else was typed since.
    """
    if load_draft(session, ctx, key) not in (None, payload):
        raise Refusal(*AMENDED.templates)
    save_draft(session, ctx, key, payload)
    ctx.touch(f"draft:{key}")
    ctx.can_be_undone(drop_draft, key)
