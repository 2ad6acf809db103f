"""What a form is: a tuple of field specs. Each says how its field is called, read and written back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Generic, TypeVar

from caseworker.wording import parse
from caseworker.wording.format import format_rappen
from caseworker.wording.parse import FieldError, Problem

T = TypeVar("T")
Choices = Callable[[], Sequence[tuple[str, str]]]  # codes by their names, in the language of now


@dataclass(frozen=True, slots=True)
class FieldSpec(Generic[T]):
    """One field.

    `text` and `example` are keys of texts; `parse` reads what was typed (FieldError), a day without a year as
    the last one up to the day given; `write` writes a value as it would have been typed. `choices` make it a
    choice of a few codes. `span` counts columns of the form's grid.
    """

    name: str
    text: str
    parse: Callable[[str, date], T]
    write: Callable[[T], str]
    required: bool = False
    example: str = ""
    right: bool = False
    choices: Choices | None = None
    span: int = 1


Specs = Sequence[FieldSpec[Any]]
DAY_EXAMPLE = "kit.example.day"
TIME_EXAMPLE = "kit.example.time"


def text_field(
    name: str, text: str, *, required: bool = False, example: str = "", span: int = 1
) -> FieldSpec[str]:
    """Any text, without the blanks around it."""
    return FieldSpec(name, text, lambda typed, _: typed.strip(), str, required, example, span=span)


def choice_field(name: str, text: str, choices: Choices, *, required: bool = False) -> FieldSpec[str]:
    """One of a few codes."""
    return FieldSpec(name, text, lambda code, _: code.strip(), str, required, choices=choices)


def day_field(name: str, text: str, *, required: bool = False, span: int = 1) -> FieldSpec[date]:
    """A day, as people in Switzerland write it."""
    return FieldSpec(name, text, parse.read_date, parse.write_date, required, DAY_EXAMPLE, span=span)


def time_field(name: str, text: str, *, required: bool = False, span: int = 1) -> FieldSpec[datetime]:
    """A moment, in Swiss time or with its offset."""
    return FieldSpec(name, text, parse.read_time, parse.write_time, required, TIME_EXAMPLE, span=span)


def amount_field(name: str, text: str, *, required: bool = False) -> FieldSpec[int]:
    """An amount, in hundredths of its currency."""
    return _number(name, text, parse.read_amount, format_rappen, required)


def quantity_field(name: str, text: str) -> FieldSpec[int]:
    """Hours or days, in hundredths."""
    return _number(name, text, parse.read_quantity, parse.write_hundredths)


def share_field(name: str, text: str) -> FieldSpec[int]:
    """A share in percent, in ten-thousandths."""
    return _number(name, text, parse.read_share, parse.write_hundredths)


def number_field(name: str, text: str, problem: Problem = Problem.NOT_A_NUMBER) -> FieldSpec[Decimal]:
    """A number above zero; `problem` says what it should have been."""
    return _number(name, text, lambda typed: parse.read_decimal(typed, problem), parse.write_decimal)


def code_field(name: str, text: str, length: int, *, upper: bool, required: bool = False) -> FieldSpec[str]:
    """A code of so many letters: a country, a currency, a language."""

    def read(typed: str, _: date) -> str:
        code = parse.read_code(typed, length)
        return code.upper() if upper else code.lower()

    return FieldSpec(name, text, read, str, required)


def _number(
    name: str, text: str, read: Callable[[str], T], write: Callable[[T], str], required: bool = False
) -> FieldSpec[T]:
    return FieldSpec(name, text, lambda typed, _: read(typed), write, required, right=True)


class FormReader:
    """Reads forms field by field and keeps beside each field what is wrong with it.

    `near` is the day that a date without a year is near to; `problems` stand under the fields' names.
    """

    def __init__(self, near: date) -> None:
        self.near = near
        self.problems: dict[str, Problem] = {}

    def read(self, specs: Specs, form: object, prefix: str = "") -> dict[str, Any]:
        """The values of a form's fields (attributes of `form`); None where one is empty or wrong."""
        return {spec.name: self.field(spec, getattr(form, spec.name), prefix) for spec in specs}

    def field(self, spec: FieldSpec[T], typed: str, prefix: str = "") -> T | None:
        """The value of one field."""
        if not typed.strip():
            if spec.required:
                self.problems[prefix + spec.name] = Problem.REQUIRED
            return None
        try:
            return spec.parse(typed, self.near)
        except FieldError as error:
            self.problems[prefix + spec.name] = error.problem
            return None

    def refuse(self, name: str, problem: Problem) -> None:
        """Something wrong that shows only beside another field; the first problem of a field stays."""
        self.problems.setdefault(name, problem)


def written(specs: Specs, values: object) -> dict[str, str]:
    """The texts of a form, as they would have been typed, from an object with attributes of these names."""
    found: Mapping[str, Any] = {spec.name: getattr(values, spec.name) for spec in specs}
    return {spec.name: "" if found[spec.name] is None else spec.write(found[spec.name]) for spec in specs}
