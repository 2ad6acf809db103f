"""The identity banner: fixed above every page about a person."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caseworker.services.people.rows import Identity
from caseworker.ui.kit import text, words
from caseworker.ui.kit.elements import column, label, row, set_tone
from caseworker.ui.kit.tokens import Space
from caseworker.wording.format import format_date


class Banner(QWidget):
    """SURNAME, given name, birth date and age, sex, insured number, tier, language, life phase."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._identity: Identity | None = None
        self._name = label("heading")
        self._name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._state = label("chip", tone="negative")
        self._fields = [_Field() for _ in range(6)]
        fields = row(*self._fields, None, gap=Space.WIDE + Space.SMALL)
        self.setLayout(
            column(
                row(self._name, self._state, None, gap=Space.MEDIUM),
                fields,
                gap=6,
                margins=(Space.PAGE, Space.MEDIUM, Space.PAGE, Space.MEDIUM),
            )
        )
        self.hide()
        text.rerun(self._say)

    def show_identity(self, identity: Identity | None) -> None:
        """Say whom the page is about; None takes the banner away."""
        self._identity = identity
        self.setVisible(identity is not None)
        self._say()

    def _say(self) -> None:
        identity = self._identity
        if identity is None:
            return
        self._name.setText(f"{identity.name.upper()}  {identity.given_name}")
        self.setAccessibleName(text.say("kit.banner.person", name=f"{identity.name} {identity.given_name}"))
        self._show_state(identity)
        for field, (title, value, missing) in zip(self._fields, self._rows(identity), strict=True):
            field.show_value(title, value, missing)

    def _show_state(self, identity: Identity) -> None:
        if identity.death_date is not None:
            self._state.setText(text.say("kit.banner.deceased", day=format_date(identity.death_date)))
        elif identity.tier is None:
            self._state.setText(text.say("kit.banner.no_cover", day=format_date(identity.as_of)))
        self._state.setVisible(identity.death_date is not None or identity.tier is None)
        set_tone(self._name, "negative" if identity.death_date is not None else "")

    def _rows(self, identity: Identity) -> list[tuple[str, str, bool]]:
        born = text.say_count("kit.banner.birth_and_age", identity.age, day=format_date(identity.birth_date))
        sex = words.sex(identity.sex) or None
        language = words.language_name(identity.language) if identity.language else None
        tier = words.tier(identity.tier) if identity.tier else text.say("words.no_cover")
        phase = words.phase(identity.phase) if identity.phase else None
        values: list[tuple[str, str | None]] = [
            (text.say("words.born"), born),
            (text.say("kit.banner.sex"), sex),
            (text.say("kit.banner.insured_number"), identity.number),
            (text.say("words.tier_title"), tier),
            (text.say("kit.banner.language"), language),
            (text.say("kit.banner.life_phase"), phase),
        ]
        return [(title, value or not_recorded(), value is None) for title, value in values]


class _Field(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._title, self._value = label("small"), label()
        self._value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setLayout(column(self._title, self._value, gap=0))

    def show_value(self, title: str, value: str, missing: bool) -> None:
        self._title.setText(title)
        self._value.setText(value)
        set_tone(self._value, "waiting" if missing else "")


def not_recorded() -> str:
    """What stands where nothing is known."""
    return text.say("words.not_recorded")
