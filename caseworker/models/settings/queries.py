"""What was set, in the order in which it was."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseworker.models.settings.rows import SettingRow
from caseworker.models.settings.tables import Setting

_ALL = select(
    Setting.id,
    Setting.name,
    Setting.language,
    Setting.value,
    Setting.valid_from,
    Setting.by_whom,
    Setting.at,
    Setting.why,
).order_by(Setting.id)


def all_set(session: Session) -> tuple[SettingRow, ...]:
    """All that was ever set."""
    return tuple(SettingRow(*row) for row in session.execute(_ALL))


def set_under(session: Session, name: str) -> tuple[SettingRow, ...]:
    """All that was ever set under a name."""
    return tuple(SettingRow(*row) for row in session.execute(_ALL.where(Setting.name == name)))
