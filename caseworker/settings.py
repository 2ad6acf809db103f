"""What a house sets for itself: every setting with its kind and its default, read and checked in one place.

What somebody set stands in the store with the day from which it counts; here stands what counts before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from caseworker.errors import Refusal

T = TypeVar("T")

LANGUAGES = ("it", "de", "fr", "en")
_LINE, _ADDRESS_LINE, _ADDRESS_LINES, _SENTENCES = 60, 40, 4, 1000
_MOST_DAYS, _MOST_WEEKS = 365, 4
_PHONE = re.compile(r"\+?[0-9][0-9 ()/.-]{2,38}[0-9]")
_EMAIL = re.compile(r"[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+")
_WEB = re.compile(r"(?:https?://)?[^\s/@.]+(?:\.[^\s/@.]+)+(?:/\S*)?")


class BadValue(Refusal):
    """A value that a setting cannot have."""


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """What is typed for a setting: `read` makes the value of it, or raises `BadValue`."""

    name: str
    read: Callable[[str], T]
    printed: bool = False
    """Whether it stands on paper as it was typed."""


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One setting. `default` as it would be typed, in each language where it is by language.

    `text` names the text of the catalogue that is the default instead; `optional`: it may be empty.
    """

    name: str
    kind: Kind[T]
    default: str | Mapping[str, str] = ""
    text: str = ""
    optional: bool = False

    @property
    def by_language(self) -> bool:
        """Whether it is a text that each language words for itself."""
        return bool(self.text) or not isinstance(self.default, str)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it is set in; an empty one where it is the same in all."""
        return LANGUAGES if self.by_language else ("",)

    def read(self, typed: str) -> T:
        """The value that was typed; `BadValue` says what is wrong and how to go on."""
        if not typed and not self.optional:
            raise BadValue("A value is needed.", "Type one, or go back to the default.")
        return self.kind.read(typed)


def _line(typed: str) -> str:
    if len(typed) > _LINE:
        raise BadValue("The text is too long.", "Use at most {most} characters.", most=_LINE)
    return typed


def _address(typed: str) -> tuple[str, ...]:
    lines = tuple(" ".join(line.split()) for line in typed.split(";"))
    if len(lines) > _ADDRESS_LINES or any(not 0 < len(line) <= _ADDRESS_LINE for line in lines):
        raise BadValue(
            "This is no address.",
            "Put a semicolon between its lines: at most {lines} lines of {most} characters.",
            lines=_ADDRESS_LINES,
            most=_ADDRESS_LINE,
        )
    return lines


def _sentences(typed: str) -> str:
    if len(typed) > _SENTENCES:
        raise BadValue("The text is too long.", "Use at most {most} characters.", most=_SENTENCES)
    return typed


def _phone(typed: str) -> str:
    if typed and _PHONE.fullmatch(typed) is None:
        raise BadValue("This is no telephone number.", "Write it as it is to be read: 0800 00 00 00.")
    return typed


def _email(typed: str) -> str:
    if typed and (len(typed) > _LINE or _EMAIL.fullmatch(typed) is None):
        raise BadValue("This is no e-mail address.", "Write it such as name@house.ch.")
    return typed


def _web(typed: str) -> str:
    if typed and (len(typed) > _LINE or _WEB.fullmatch(typed) is None):
        raise BadValue("This is no web address.", "Write it such as www.house.ch.")
    return typed


def _zone(typed: str) -> ZoneInfo:
    try:
        return ZoneInfo(typed)
    except (ValueError, OSError, KeyError):  # a path, a folder, or nothing of that name
        raise BadValue(
            "There is no time zone {zone}.", "Give its name, such as Europe/Zurich.", zone=typed
        ) from None


def _whole(typed: str, most: int) -> int:
    if not (typed.isascii() and typed.isdecimal()) or not 1 <= int(typed[:6]) <= most or len(typed) > 6:
        raise BadValue("This is no whole number from 1 to {most}.", "Type the number alone.", most=most)
    return int(typed)


def _day(typed: str) -> date | None:
    if not typed:
        return None
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise BadValue("This is no day.", "Write it such as 2026-11-16.") from None


LINE = Kind("line", _line, printed=True)
ADDRESS = Kind("address", _address, printed=True)
SENTENCES = Kind("sentences", _sentences, printed=True)
PHONE = Kind("phone", _phone, printed=True)
EMAIL = Kind("email", _email, printed=True)
WEB = Kind("web", _web, printed=True)
ZONE = Kind("zone", _zone)
DAY = Kind("day", _day)
DAYS = Kind("days", lambda typed: _whole(typed, _MOST_DAYS))
# Benefits fall due four weeks after the insurer has what it needs (art. 41 VVG), at the latest.
WEEKS = Kind("weeks", lambda typed: _whole(typed, _MOST_WEEKS))

INSURER_NAME = Setting("insurer.name", LINE, "Valperla Versicherungen AG")
INSURER_ADDRESS = Setting("insurer.address", ADDRESS, "Musterstrasse 12; 3000 Bern")
INSURER_PLACE = Setting("insurer.place", LINE, {"it": "Berna", "de": "Bern", "fr": "Berne", "en": "Bern"})
INSURER_PHONE = Setting("insurer.phone", PHONE, "0800 000 000")
INSURER_EMAIL = Setting("insurer.email", EMAIL, optional=True)
INSURER_WEB = Setting("insurer.web", WEB, "www.valperla.example", optional=True)
CONTACT_PHONE = Setting("contact.phone", PHONE, optional=True)
TIME_ZONE = Setting("house.time_zone", ZONE, "Europe/Zurich")
ANSWER_DAYS = Setting("request.answer_days", DAYS, "30")
REMINDER_DAYS = Setting("request.reminder_days", DAYS, "14")
PAYMENT_WEEKS = Setting("payment.weeks", WEEKS, "4")
LEGAL_REVIEW = Setting("legal.review", SENTENCES, text="letters.decision.disagree.review")
LEGAL_LIMITATION = Setting("legal.limitation", SENTENCES, text="letters.decision.disagree.limitation")
LEGAL_NATURE = Setting("legal.nature", SENTENCES, text="letters.decision.disagree.nature")
LEGAL_OMBUDSMAN = Setting(
    "legal.ombudsman", SENTENCES, text="letters.decision.disagree.ombudsman", optional=True
)
LEGAL_COURT = Setting("legal.court", SENTENCES, text="letters.decision.disagree.court")
REQUEST_WARNING = Setting("request.warning", SENTENCES, text="letters.request.warning")
# The day that stands for today among people who are made up; none where they are not.
DEMONSTRATION_DAY = Setting("demonstration.day", DAY, optional=True)

SETTINGS: Mapping[str, Setting[Any]] = MappingProxyType(
    {
        each.name: each
        for each in (
            INSURER_NAME,
            INSURER_ADDRESS,
            INSURER_PLACE,
            INSURER_PHONE,
            INSURER_EMAIL,
            INSURER_WEB,
            CONTACT_PHONE,
            TIME_ZONE,
            ANSWER_DAYS,
            REMINDER_DAYS,
            PAYMENT_WEEKS,
            LEGAL_REVIEW,
            LEGAL_LIMITATION,
            LEGAL_NATURE,
            LEGAL_OMBUDSMAN,
            LEGAL_COURT,
            REQUEST_WARNING,
            DEMONSTRATION_DAY,
        )
    }
)


class Stored(NamedTuple):
    """What was set, in the order in which it was; no value: the default again."""

    name: str
    language: str
    value: str | None
    valid_from: date


Said = Callable[[str, str], str]
"""The text of a key in a language."""


_UNREAD = object()


class InForce:
    """The settings that are in force on a day."""

    def __init__(self, set_values: Mapping[tuple[str, str], str], said: Said) -> None:
        self._set = set_values
        self._said = said
        self._read: dict[tuple[str, str], Any] = {}

    def of(self, setting: Setting[T], language: str = "") -> T:
        """The value; `BadValue` where what stands in the store is none."""
        key = (setting.name, language)
        found = self._read.get(key, _UNREAD)
        if found is _UNREAD:
            found = self._read[key] = self._value(setting, language)
        value: T = found
        return value

    def _value(self, setting: Setting[T], language: str) -> T:
        typed = self.typed(setting, language)
        try:
            return setting.read(typed)
        except BadValue as refused:
            raise BadValue(
                "Setting {name} cannot be used: {value}.",
                "Set it again with `caseworker settings set`.",
                name=setting.name,
                value=typed,
            ) from refused

    def is_set(self, setting: Setting[Any], language: str = "") -> bool:
        """Whether somebody set it, so that the default does not count."""
        return (setting.name, language) in self._set

    def typed(self, setting: Setting[Any], language: str = "") -> str:
        """The value as it would be typed."""
        found = self._set.get((setting.name, language))
        return default_of(setting, language, self._said) if found is None else found

    @property
    def zone(self) -> ZoneInfo:
        """The house's time zone; the default where nonsense stands in the store, so that it can be mended."""
        try:
            return self.of(TIME_ZONE)
        except BadValue:
            return _zone(str(TIME_ZONE.default))


def default_of(setting: Setting[Any], language: str, said: Said) -> str:
    """What counts as long as nothing was set."""
    if setting.text:
        return said(setting.text, language)
    return setting.default if isinstance(setting.default, str) else setting.default[language]


def in_force(stored: Iterable[Stored], day: date, said: Said) -> InForce:
    """Of what was set: what is in force on a day. The latest day counts; on the same day the last word."""
    ordered = sorted((each for each in stored if each.valid_from <= day), key=lambda each: each.valid_from)
    last = {(each.name, each.language): each.value for each in ordered}
    return InForce({key: value for key, value in last.items() if value is not None}, said)
