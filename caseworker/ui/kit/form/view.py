"""A form on a page: a control for each field spec, in a grid, with Enter leading from one to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caseworker.ui.kit import text
from caseworker.ui.kit.elements import column
from caseworker.ui.kit.form.field import Choice, Control, Field
from caseworker.ui.kit.form.grid import FieldGrid
from caseworker.ui.kit.form.spec import FieldSpec, Specs
from caseworker.wording.parse import Problem

_NONE: Mapping[str, Control] = MappingProxyType({})


class FormView(QWidget):
    """`edited` carries a field's name and what was entered; `finished` says that Enter left the last field.

    `own` are controls that the page made and fills by itself; the others are made here.
    """

    edited = Signal(str, str)
    finished = Signal()

    def __init__(self, specs: Specs, *, columns: int = 4, own: Mapping[str, Control] = _NONE) -> None:
        super().__init__()
        self.specs = tuple(specs)
        self.controls: dict[str, Control] = {}
        self.fields: dict[str, Field] = {}
        self.choices: dict[str, Choice] = {}
        self.order: tuple[str, ...] = ()
        self._own = frozenset(own)
        for spec in self.specs:
            self._add(spec, own.get(spec.name))
        self._grid = FieldGrid(
            list(self.controls.values()), most=columns, spans=[spec.span for spec in self.specs]
        )
        self.setLayout(column(self._grid))
        self.arrange([spec.name for spec in self.specs])
        text.rerun(self._say_choices)

    def arrange(self, names: Sequence[str]) -> None:
        """The fields in sight, in their order; the others are hidden."""
        if tuple(names) == self.order:
            return
        self.order = tuple(names)
        self._grid.show_fields([self.controls[name] for name in names])

    def show_form(self, form: object, problems: Mapping[str, Problem], prefix: str = "") -> None:
        """Show what was entered (attributes of `form`) and what is wrong with it."""
        for name in self.order:
            control = self.controls[name]
            if name not in self._own:
                control.show_text(getattr(form, name))
            control.show_problem(problems.get(prefix + name))

    def insist(self) -> Control | None:
        """Say at every field what is wrong or missing; the first where something is."""
        wrong = [self.controls[name] for name in self.order if self.controls[name].insist()]
        return wrong[0] if wrong else None

    def begin(self) -> None:
        """Go to the first field."""
        self.controls[self.order[0]].take_focus()

    def _add(self, spec: FieldSpec[Any], own: Control | None) -> None:
        control = own or (Choice() if spec.choices is not None else Field(right=spec.right))
        self.controls[spec.name] = control
        if isinstance(control, Field):
            self.fields[spec.name] = control
        elif isinstance(control, Choice):
            self.choices[spec.name] = control
        text.follow(control.show_title, spec.text)
        if spec.example:
            text.follow(control.show_example, spec.example)
        if own is None:
            control.edited.connect(partial(self.edited.emit, spec.name))
        control.entered.connect(partial(self._advance, spec.name))

    def _advance(self, name: str) -> None:
        at = self.order.index(name) + 1
        if at < len(self.order):
            self.controls[self.order[at]].take_focus()
        else:
            self.finished.emit()

    def _say_choices(self) -> None:
        for spec in self.specs:
            if spec.choices is not None:
                self.choices[spec.name].show_choices([("", ""), *spec.choices()])
