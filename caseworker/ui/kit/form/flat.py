"""A form of one data class, whole: shown, read at every key, undone, kept at its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from caseworker.ui.kit.form.draft import DraftKeeper, Stored, known
from caseworker.ui.kit.form.history import DataForm, FormHistory
from caseworker.ui.kit.form.spec import FormReader
from caseworker.ui.kit.form.view import FormView

if TYPE_CHECKING:
    from caseworker.ui.kit.drafts import Drafts

F = TypeVar("F", bound=DataForm)


class FlatForm(QObject, Generic[F]):
    """Joins a view with the form that stands in it; the form's attributes are the fields' names.

    `values` is what could be read (None: empty or wrong), `changed` is sent when it was read again. `near`
    gives the day that a date without a year is near to.
    """

    changed = Signal()

    def __init__(self, view: FormView, empty: F, drafts: Drafts, near: Callable[[], date]) -> None:
        super().__init__(view)
        self._view, self._near = view, near
        self.values: Mapping[str, Any] = {}
        self.history: FormHistory[F] = FormHistory(empty, parent=self)
        self.keeper: DraftKeeper[F] = DraftKeeper(drafts, self.history, asdict, partial(known, type(empty)))
        view.edited.connect(self.history.edit)
        self.history.changed.connect(self._read)
        self._read()

    def open(self, stored: Stored[F], then: Callable[[bool], object] | None = None) -> None:
        """Show what the store has, or what was typed of it; `then` is told whether that draft is older."""

        def loaded(form: F, older: bool) -> None:
            self.keeper.show(stored, form)
            if then is not None:
                then(older)

        self.keeper.load(stored, loaded)

    def is_whole(self) -> bool:
        """Whether everything can be read; if not, says where, and goes to the first of it."""
        wrong = self._view.insist()
        if wrong is not None:
            wrong.take_focus()
        return wrong is None

    def _read(self) -> None:
        reader = FormReader(self._near())
        self.values = reader.read(self._view.specs, self.history.form)
        self._view.show_form(self.history.form, reader.problems)
        self.changed.emit()
