# SPDX-License-Identifier: MIT
"""Reads dates as people write them: "early 1958", "c. 1955-58", "15 March 44 BC", 昭和34年12月14日.

There are three outcomes: the date is read as one EDTF text; its author is asked which of several is meant; or
it is refused, with a reason and a hint. A date is never guessed, and nothing depends on the day, the machine
or its language. Text that is EDTF already is taken as it stands.

Days before the Gregorian calendar are read by the setting `old_style`: converted, or asked for. Months, and
years with BC or AD, are not converted where that setting counts them as Julian: they keep their numbers and
the name of their calendar, as `julian:-0043-03`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from timeline_app.base.errors import DateError
from timeline_app.base.messages import Message
from timeline_app.chrono import date_faults
from timeline_app.chrono.date_settings import DEFAULT_SETTINGS, DateSettings
from timeline_app.chrono.edtf import can_be_read, parse
from timeline_app.chrono.loose_context import Choices, Forced, LooseContext

_SHOWN_LENGTH: Final = 60
_HAS_ERA: Final = re.compile(r"(?<![a-z])(?:bc|ad)(?![a-z])")
_HAS_YEAR: Final = re.compile(r"[0-9]{4}")
_OF_A_DATE: Final = re.compile(
    r"[0-9]|(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)"
)
_STYLE: Final = re.compile(
    r"(?P<rest>.+?),? \(?(?P<style>o\. ?s\.?|os|old style|julian(?: calendar)?|n\. ?s\.?|ns|new style|"
    r"gregorian(?: calendar)?)\)?"
)
_ORDINAL: Final = re.compile(r"([0-9]+)(st|nd|rd|th)(?![a-z])")
_LOOSE_SPACES: Final = re.compile(r" ?([/,\[\]{}.?~%]) ?")


class Outcome(StrEnum):
    """What came of a text."""

    READ = "read"
    ASK = "ask"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class LooseReading:
    """A text, and what it was read as.

    `edtf` is set if it was read, `choices` holds two or more EDTF texts if its author must be asked; `message`
    is why it is asked or refused, or what was assumed in reading it; `hint` is what to write instead.
    `calendar` is how the words were counted, "" for Gregorian; `is_strict` tells that they were EDTF.
    """

    outcome: Outcome
    text: str
    edtf: str = ""
    choices: tuple[str, ...] = ()
    message: Message | None = None
    hint: Message | None = None
    calendar: str = ""
    is_strict: bool = False


def read_loose(text: str, settings: DateSettings = DEFAULT_SETTINGS) -> LooseReading:
    """Read a date as its author wrote it; never raise."""
    stripped = text.strip()
    if not stripped:
        return _refused(text, Message.of("date.problem.empty"), None)
    if " " in stripped or not stripped.isascii() or not can_be_read(stripped):
        return _read_words(text, settings)
    date = parse(stripped, settings)
    return LooseReading(
        Outcome.READ,
        text,
        date.edtf,
        message=_collision(date.edtf),
        calendar=date.calendar,
        is_strict=text == stripped,
    )


_YEARS_OR_GROUP: Final = re.compile(r"(?P<century>[0-9]{2})(?P<short>[0-9]{2})-(?P<end>[2-4][0-9])")


def _collision(edtf: str) -> Message | None:
    """Return a word on 1910-30, which is EDTF for a part of a year and looks like two years."""
    match = _YEARS_OR_GROUP.fullmatch(edtf)
    if match is None or match["end"] <= match["short"]:
        return None
    years = f"{match['century']}{match['short']}/{match['century']}{match['end']}"
    return Message.of("date.loose.read-as-edtf", date=edtf, years=years)


def _refused(text: str, message: Message, hint: Message | None) -> LooseReading:
    return LooseReading(
        Outcome.REFUSE, text, message=message, hint=hint or Message.of("date.loose-hint.forms")
    )


def _read_words(text: str, settings: DateSettings) -> LooseReading:
    # Most exhibits hold EDTF only and never pay for what reads words.
    from timeline_app.chrono.loose_text import plain_text

    plain = plain_text(text)
    if plain is None or not all(
        ending == _ordinal_ending(int(number)) for number, ending in _ORDINAL.findall(plain)
    ):
        # "2st March" may be the 21st as well as the 2nd.
        return _refused(text, _not_understood(text), None)
    try:
        return _by_draft(text, plain) or _attempts(text, plain, settings) or _not_read(text, plain)
    except DateError as refusal:
        return _refused(text, refusal.message, refusal.hint)


def _ordinal_ending(number: int) -> str:
    """Return the letters behind a number that counts places: 1st, 2nd, 3rd, 11th."""
    is_teen = number % 100 // 10 == 1
    return "th" if is_teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _attempts(text: str, plain: str, settings: DateSettings) -> LooseReading | None:
    """Read the words; twice more, if days are in them that may be Julian or Gregorian."""
    told: Forced = ""
    match = None if plain[-1].isdigit() else _STYLE.fullmatch(plain)
    if match is not None:
        plain, told = match["rest"], "julian" if match["style"][0] in "oj" else "gregorian"
    first = LooseContext(settings, told=told)
    reading = _attempt(text, plain, first)
    if not first.is_asked:
        return reading
    found: list[LooseReading] = []
    refusal: DateError | None = None
    styles: tuple[Forced, ...] = ("gregorian", "julian")
    for style in styles:
        try:
            again = _attempt(text, plain, LooseContext(settings, forced=style))
        except DateError as error:
            refusal = error
            continue
        if again is not None:
            found.append(again)
    if not found and refusal is not None:
        raise refusal
    return _either(text, found)


def _attempt(text: str, plain: str, context: LooseContext) -> LooseReading | None:
    """Return what one attempt reads; raise DateError if the words say a date that there is not."""
    from timeline_app.chrono.loose_phrases import read_phrase

    choices = read_phrase(plain, context) if plain.isascii() else _read_foreign(plain, context)
    if choices is None and " " in plain:
        compact = _LOOSE_SPACES.sub(r"\1", plain)
        choices = read_phrase(compact, context) if compact != plain else None
    if choices is None or (context.told == "julian" and context.calendar != "julian"):
        # A season or century of the Julian calendar has no text of its own.
        return None
    readable = tuple(dict.fromkeys(choice for choice in choices if can_be_read(choice)))
    if not readable:
        if context.is_asked and not context.forced:
            return None
        raise _why_no_date(choices[0])
    if len(readable) == 1:
        return LooseReading(
            Outcome.READ,
            text,
            readable[0],
            message=context.note,
            hint=context.hint,
            calendar=context.calendar,
        )
    question = context.question or Message.of("date.loose.ask-which", date=_shown(text))
    return LooseReading(
        Outcome.ASK, text, choices=readable, message=question, hint=Message.of("date.loose-hint.choose")
    )


def _read_foreign(plain: str, context: LooseContext) -> Choices | None:
    from timeline_app.chrono.loose_asian import is_asian, read_asian
    from timeline_app.chrono.loose_phrases import read_phrase

    return read_asian(plain, context) if is_asian(plain) else read_phrase(plain, context)


def _either(text: str, found: list[LooseReading]) -> LooseReading | None:
    """Return the one reading, or the question which calendar counts."""
    choices = tuple(
        dict.fromkeys(choice for reading in found for choice in (reading.choices or (reading.edtf,)))
    )
    if len(choices) < len(("gregorian", "julian")):
        return found[0] if found else None
    return LooseReading(
        Outcome.ASK,
        text,
        choices=choices,
        message=Message.of("date.loose.ask-calendar", date=_shown(text)),
        hint=Message.of("date.loose-hint.old-style"),
    )


def _by_draft(text: str, plain: str) -> LooseReading | None:
    """Read the forms of the draft of 2012, with a hint at today's."""
    from timeline_app.chrono.loose_legacy import edtf_of_draft

    edtf = None if " " in plain else edtf_of_draft(plain)
    if edtf is None or not can_be_read(edtf):
        return None
    hint = Message.of("date.loose-hint.draft", edtf=edtf)
    return LooseReading(Outcome.READ, text, edtf, hint=hint)


def _not_read(text: str, plain: str) -> LooseReading:
    """Return the refusal that helps most."""
    found = _why_not(text.strip())
    if found.message.key not in {"date.problem.unreadable", "date.problem.no-year"}:
        return _refused(text, found.message, found.hint)
    if "^" in plain:
        return _refused(text, _not_understood(text), Message.of("date.loose-hint.draft-calendar"))
    if (
        _HAS_YEAR.search(plain) is None
        and _HAS_ERA.search(plain) is None
        and _OF_A_DATE.search(plain) is not None
    ):
        message = Message.of("date.problem.no-year", date=_shown(text))
        return _refused(text, message, Message.of("date.loose-hint.year"))
    return _refused(text, _not_understood(text), None)


def _why_no_date(edtf: str) -> DateError:
    """Return why what the words say is no date."""
    found = _why_not(edtf)
    if found.message.key in {"date.problem.unreadable", "date.problem.no-year"}:
        return DateError(
            Message.of("date.loose.not-one-date"), hint=Message.of("date.loose-hint.write-years")
        )
    return DateError(found.message, hint=found.hint or Message.of("date.loose-hint.real-date"))


def _why_not(text: str) -> DateError:
    try:
        parse(text)
    except DateError as found:
        return found
    return date_faults.unreadable(text)


def _not_understood(text: str) -> Message:
    return Message.of("date.loose.not-understood", date=_shown(text))


def _shown(text: str) -> str:
    """Keep a runaway text from filling the list of problems."""
    return text if len(text) <= _SHOWN_LENGTH else text[: _SHOWN_LENGTH - 1] + "…"
