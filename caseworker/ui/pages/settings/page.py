"""The settings of the house: what is in force, what was set for one of them, and setting it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from caseworker.errors import Refusal
from caseworker.rights import Right
from caseworker.services.context import SETTINGS_TOUCHED, Context, Session
from caseworker.services.settings.reading import Valued, history_of, settings_on
from caseworker.services.settings.setting import BadReason, BadStart, set_value
from caseworker.settings import BadValue
from caseworker.ui.kit import text
from caseworker.ui.kit.elements import box, column, hairline, label, put, row
from caseworker.ui.kit.page import Page, Tools
from caseworker.ui.kit.places import Place
from caseworker.ui.kit.table import RowsModel, Table
from caseworker.ui.kit.tokens import Space
from caseworker.ui.pages.settings.columns import history_columns, settings_columns, title_of
from caseworker.ui.pages.settings.form import SettingForm, Typed
from caseworker.wording.refusals import refusal_texts

if TYPE_CHECKING:
    from caseworker.models.settings.rows import SettingRow


class SettingsView(NamedTuple):
    """All settings as they are in force today, and whether one may set them."""

    today: date
    values: tuple[Valued, ...]
    may_set: bool


def load_settings(session: Session, ctx: Context) -> SettingsView:
    """What the page shows."""
    return SettingsView(ctx.today, settings_on(session, ctx), Right.SETTINGS_SET in ctx.actor.rights)


class SettingsPage(Page):
    """Enter on a setting goes into its value; Ctrl+Enter sets what was typed."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.view: SettingsView | None = None
        self.model: RowsModel[Valued] = RowsModel(settings_columns())
        self.table = Table(self.model, tools.theme, "settings.heading", "settings.empty")
        self.past: RowsModel[SettingRow] = RowsModel(history_columns())
        self.history = Table(self.past, tools.theme, "settings.history", "settings.never_set")
        self.form = SettingForm(lambda: self.view.today if self.view is not None else date.min)
        self._shown: tuple[str, str] | None = None
        self._unsaved: dict[tuple[str, str], Typed] = {}
        self._heading = label("title", say="settings.heading")
        self._name, self._hint = label("heading", wrap=True), label("muted")
        self._past_title = label("heading", say="settings.history")
        self.set_action = self.command(self.set_typed, "Ctrl+Return", "settings.set")
        self.default_action = self.command(self.set_default, say="settings.default")
        self.list_action = self.command(self.table.setFocus, "Esc", "settings.to_list")
        self.table.opened.connect(lambda _: self.form.begin())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_one())
        self.form.wanted.connect(self.set_typed)
        self.form.default_wanted.connect(self.set_default)
        tools.theme.changed.connect(self.form.measure)
        self._lay_out()
        text.follow(self.show_title, "settings.title")
        text.rerun(self._show_words)

    def open(self, place: Place) -> None:
        """Load the settings; the one that was looked at stays in sight."""
        super().open(place)
        self._load()

    def refresh(self, changes: frozenset[str]) -> None:
        """Something was set."""
        if SETTINGS_TOUCHED in changes:
            self._load()

    @property
    def one(self) -> Valued | None:
        """The setting that is marked."""
        at = self.table.currentIndex().row()
        return self.model.rows[at] if 0 <= at < len(self.model.rows) else None

    def set_typed(self) -> None:
        """Set what was typed, from the day and for the reason given."""
        self._set(self.form.typed)

    def set_default(self) -> None:
        """Let the default count again, from the day and for the reason given."""
        self._set(None)

    def focus_first(self) -> None:
        """The settings."""
        self.table.setFocus()

    def _load(self) -> None:
        self.tools.operations.read(load_settings, then=self._show, lane="settings")

    def _show(self, view: SettingsView) -> None:
        self._keep_typed()
        marked = (self.one.name, self.one.language) if self.one is not None else None
        self.view = view
        self.form.allow(view.may_set)
        self.set_action.setEnabled(view.may_set)
        self.default_action.setEnabled(view.may_set)
        self._shown = None
        self.model.show_rows(view.values)
        names = [(each.name, each.language) for each in view.values]
        if marked in names:
            self.table.setCurrentIndex(self.model.index(names.index(marked), 0))
        self._show_one()

    def _show_one(self) -> None:
        one = self.one
        if one is None or (one.name, one.language) == self._shown:
            return
        self._keep_typed()
        self._shown = (one.name, one.language)
        self.form.show_value(one.typed, self._unsaved.get(self._shown))
        self.past.show_rows(())
        self._show_words()
        self.tools.operations.read(
            history_of, one.name, one.language, then=self.past.show_rows, lane="setting"
        )

    def _keep_typed(self) -> None:
        """What was typed for a setting is there again when one comes back to it."""
        if self._shown is not None:
            typed = self.form.unsaved
            if typed is None:
                self._unsaved.pop(self._shown, None)
            else:
                self._unsaved[self._shown] = typed

    def _show_words(self) -> None:
        one, may_set = self.one, self.view is None or self.view.may_set
        put(self._name, title_of(one.name, one.language) if one is not None else "")
        put(self._hint, "" if may_set else text.say("settings.look_only"))
        self._hint.setVisible(not may_set)

    def _set(self, value: str | None) -> None:
        one, first = self.one, self.form.read_first()
        if one is None or first is None:
            return
        self.tools.operations.write(
            set_value,
            one.name,
            value,
            self.form.reason,
            one.language,
            first,
            then=self._done,
            told=lambda row: text.say("settings.was_set", name=title_of(row.name, row.language)),
            failed=self._refused,
        )

    def _done(self, row: SettingRow) -> None:
        self._unsaved.pop((row.name, row.language), None)
        if self._shown == (row.name, row.language):
            self._shown = None  # what stands in the form is set now
        self.table.setFocus()

    def _refused(self, error: Exception) -> None:
        """Say what is wrong beside the field it is about; all else where such things are said."""
        if not isinstance(error, BadValue):
            if isinstance(error, Refusal):
                self.tools.messages.refuse(error)
            else:
                self.tools.messages.fault(error)
            return
        form = self.form
        line = {BadReason: form.why, BadStart: form.first}.get(type(error), form.value)
        line.show_problem(" ".join(refusal_texts(error, text.language())).strip())
        line.editor.setFocus()

    def _lay_out(self) -> None:
        self.table.setMinimumHeight(180)
        self.history.setMinimumHeight(110)
        left = column(self._name, self._hint, self.form, None, gap=Space.SMALL)
        right = column(self._past_title, hairline(), self.history, gap=Space.SMALL)
        right.setStretch(2, 1)
        below = row(left, right, gap=Space.PAGE)
        below.setStretch(0, 1)
        below.setStretch(1, 1)
        layout = column(
            row(self._heading, None),
            column(hairline(), self.table, gap=0),
            box(below),
            gap=Space.LARGE,
            margins=(Space.PAGE, Space.WIDE, Space.PAGE, Space.LARGE),
        )
        layout.setStretch(1, 1)
        self.setLayout(layout)
