"""The identity banner: fixed above every page about a person."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget

from caseworker.ui.kit import words
from caseworker.ui.kit.elements import column, label, named, row, set_tone
from caseworker.ui.kit.forms import day
from caseworker.ui.kit.identity import Identity
from caseworker.ui.kit.tokens import Space


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

    def show_identity(self, identity: Identity | None) -> None:
        """Say whom the page is about; None takes the banner away."""
        self._identity = identity
        self.setVisible(identity is not None)
        if identity is None:
            return
        self._name.setText(f"{identity.name.upper()}  {identity.given_name}")
        named(self, self.tr("Insured person: {0}").format(f"{identity.name} {identity.given_name}"))
        self._show_state(identity)
        for field, (title, value, missing) in zip(self._fields, self._rows(identity), strict=True):
            field.show_value(title, value, missing)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.show_identity(self._identity)
        super().changeEvent(event)

    def _show_state(self, identity: Identity) -> None:
        if identity.death_date is not None:
            self._state.setText(self.tr("Deceased on {0}").format(day(identity.death_date)))
        elif identity.tier is None:
            self._state.setText(self.tr("No cover on {0}").format(day(identity.as_of)))
        self._state.setVisible(identity.death_date is not None or identity.tier is None)
        set_tone(self._name, "negative" if identity.death_date is not None else "")

    def _rows(self, identity: Identity) -> list[tuple[str, str, bool]]:
        born = self.tr("{0}  ·  {1} years").format(day(identity.birth_date), identity.age)
        sex = {"F": self.tr("female"), "M": self.tr("male")}.get(identity.sex or "")
        language = words.language_name(identity.language) if identity.language else None
        tier = words.tier(identity.tier) if identity.tier else self.tr("no cover")
        phase = words.phase(identity.phase) if identity.phase else None
        values: list[tuple[str, str | None]] = [
            (self.tr("Born"), born),
            (self.tr("Sex"), sex),
            (self.tr("Insured number"), identity.number),
            (self.tr("Tier"), tier),
            (self.tr("Language"), language),
            (self.tr("Life phase"), phase),
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
    return QCoreApplication.translate("Banner", "not recorded")
