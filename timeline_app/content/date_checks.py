# SPDX-License-Identifier: MIT
"""Reads every date of a draft: EDTF at once, a loose one by what its author meant, with three outcomes only.

A loose date that can be read is replaced by its EDTF, and a hint shows words and reading side by side.
One that can be read in several ways is asked about, one that cannot be read is refused: either is left
out, so that an event goes to the undated ones. An event keeps its author's words in every case.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from timeline_app.base.errors import DateError
from timeline_app.base.messages import Message
from timeline_app.chrono.date_settings import DateSettings
from timeline_app.chrono.edtf import can_be_read, parse
from timeline_app.chrono.historical_date import HistoricalDate, Precision
from timeline_app.chrono.instant import civil_from_seconds
from timeline_app.chrono.plain_dates import plain_dates
from timeline_app.content.clean import DROPPED
from timeline_app.content.draft import Draft, Entry
from timeline_app.content.node_tree import TreePath
from timeline_app.content.report import LooseDate

if TYPE_CHECKING:
    from timeline_app.chrono.loose import LooseReading  # And with it all phrases, which EDTF does without.

WORDS_LIMIT: Final = 200
"""Characters beyond which a text is no date in anybody's words."""

_PARTS_OF_A_YEAR: Final = frozenset({Precision.SEASON, Precision.QUARTER, Precision.THIRD, Precision.HALF})
_LAST_PLAIN_YEAR: Final = 9999
_EVENT_DATE: Final[TreePath] = ("date",)


@lru_cache(maxsize=4_096)
def read_loosely(text: str, settings: DateSettings) -> LooseReading:
    """Return what a loose date says; its reader is loaded when the first such date is met."""
    from timeline_app.chrono.loose import read_loose

    return read_loose(text, settings)


def plain_texts(texts: Iterable[str | None]) -> Collection[str]:
    """Return those of many texts that are plain dates, which are most: they need no second look."""
    distinct = list({text for text in texts if text})
    is_plain = plain_dates(distinct).is_plain.tolist() if distinct else []
    return {text for text, is_so in zip(distinct, is_plain, strict=True) if is_so}


def settings_of(draft: Draft, entry: Entry) -> DateSettings:
    """Return the settings under which an entry's dates are read: an event may have a style of its own."""
    settings = draft.date_settings
    own_style = getattr(entry.record, "old_style", None) if entry.section == "events" else None
    return settings._replace(old_style=own_style) if own_style else settings


def check_date(draft: Draft, entry: Entry, path: TreePath, text: str) -> None:
    """Read a date; put its EDTF in its place, or leave it out with a word on why."""
    if not can_be_read(text, draft.date_settings) and not take_loose(draft, entry, path, text):
        refuse(draft, entry, path, text)


def take_loose(draft: Draft, entry: Entry, path: TreePath, text: str) -> bool:
    """Take a date that is no EDTF if its words can be read or asked about; tell whether they can."""
    reading = _reading(text, settings_of(draft, entry))
    if reading is None or reading.outcome == "refuse":
        return False
    if reading.outcome == "ask":
        _ask(draft, entry, path, reading)
        return True
    date = date_of(reading, draft.date_settings)
    if date is None:
        return False
    _take(draft, entry, path, reading, date)
    return True


def _take(draft: Draft, entry: Entry, path: TreePath, reading: LooseReading, date: HistoricalDate) -> None:
    """Put the EDTF in a date's place, and show the author's words and what they are taken for, side by side."""
    words = as_one_line(reading.text)
    draft.add(
        entry,
        path,
        "loose-date",
        excerpt=words,
        hint=assumed(reading) or Message.of("problem.hint.loose-date"),
        fixes=(reading.edtf,),
        text=words,
        edtf=reading.edtf,
        words=in_words(date),
    )
    fields, are_words_kept = _kept_in_event(entry, path, words, reading)
    entry.edits[path] = reading.edtf
    entry.additions.update(fields)
    draft.report.loose_dates.append(
        LooseDate(
            entry.sheet,
            entry.mark_of(path),
            words,
            reading.edtf,
            fields,
            is_comment_needed=not are_words_kept,
        )
    )


def in_words(date: HistoricalDate) -> Message:
    """Return a date in words; a part of a year also by its months, as the words may be the author's again."""
    # Words are needed only for what is not EDTF.
    from timeline_app.chrono.phrases import date_message

    told = date_message(date)
    if date.earliest_s is None or date.latest_s is None or date.precision not in _PARTS_OF_A_YEAR:
        return told
    first, last = civil_from_seconds(date.earliest_s), civil_from_seconds(date.latest_s - 1)
    if first.year < 0 or last.year > _LAST_PLAIN_YEAR:
        return told
    months = parse(f"{first.year:04d}-{first.month:02d}/{last.year:04d}-{last.month:02d}")
    key = "problem.loose-date.about-months" if date.is_approximate else "problem.loose-date.months"
    return Message.of(key, words=told, months=date_message(months))


def refuse(draft: Draft, entry: Entry, path: TreePath, text: str) -> None:
    """Leave out a date that cannot be read, and say why and what could stand there; an event's words are kept.

    What is nearly EDTF was probably meant to be; of anything else the reader of loose dates knows more.
    """
    error = fault_of(text, draft.date_settings)
    reason, hint, fixes = error.message, error.hint, error.fixes
    reading = None if fixes else _reading(text, settings_of(draft, entry))
    if reading is not None and reading.message is not None:
        reason, hint, fixes = reading.message, reading.hint, reading.choices
    shown = Message.of("problem.hint.date", hint=hint) if hint else None
    if fixes:
        shown = Message.of("problem.hint.did-you-mean", word=" · ".join(fixes))
    draft.add(entry, path, "bad-date", excerpt=text, hint=shown, fixes=fixes, reason=reason)
    entry.edits[path] = DROPPED
    _keep_words(entry, path, as_one_line(text))


def take_loose_view(draft: Draft, entry: Entry, path: TreePath, text: str) -> bool:
    """Take a stretch of time that is told loosely, if both its ends are known; tell whether it was one."""
    reading = _reading(text, settings_of(draft, entry))
    date = None if reading is None or reading.outcome != "read" else date_of(reading, draft.date_settings)
    if reading is None or date is None or date.earliest_s is None or date.latest_s is None:
        return False
    _take(draft, entry, path, reading, date)
    return True


def fault_of(text: str, settings: DateSettings) -> DateError:
    """Return what is wrong with a text as EDTF."""
    try:
        parse(text, settings)
    except DateError as error:
        return error
    raise ValueError(text)


def as_one_line(text: str) -> str:
    """Return an author's words without line breaks and without blanks around them."""
    return " ".join(text.split())


def date_of(reading: LooseReading, settings: DateSettings) -> HistoricalDate | None:
    """Return the date that a reading gives; it must be EDTF, whoever made it."""
    try:
        return parse(reading.edtf, settings)
    except DateError:
        return None


def assumed(reading: LooseReading) -> Message | None:
    """Return what the reader took for granted, or what it advises, as a sentence."""
    note = reading.message or reading.hint
    return Message.of("problem.hint.loose-note", note=note) if note else None


def _reading(text: str, settings: DateSettings) -> LooseReading | None:
    return read_loosely(text, settings) if len(text) <= WORDS_LIMIT else None


def _ask(draft: Draft, entry: Entry, path: TreePath, reading: LooseReading) -> None:
    words = as_one_line(reading.text)
    choices = " · ".join(reading.choices)
    draft.add(
        entry,
        path,
        "ask-date",
        excerpt=words,
        hint=Message.of("problem.hint.ask-date", choices=choices, hint=reading.hint or ""),
        fixes=reading.choices,
        question=reading.message or "",
    )
    entry.edits[path] = DROPPED
    _keep_words(entry, path, words)


def _kept_in_event(
    entry: Entry, path: TreePath, words: str, reading: LooseReading
) -> tuple[tuple[tuple[str, str], ...], bool]:
    """Return the fields in which an event is to keep its date's words and calendar, and whether the words are kept."""
    are_words_kept = words == reading.edtf
    if path != _EVENT_DATE or entry.section != "events":
        return (), are_words_kept
    fields: list[tuple[str, str]] = []
    if not are_words_kept and not _is_told(entry, "date_as_written"):
        fields.append(("date_as_written", words))
        are_words_kept = True
    if reading.calendar and not _is_told(entry, "calendar"):
        fields.append(("calendar", reading.calendar))
    return tuple(fields), are_words_kept or entry.raw.get("date_as_written") == words


def _keep_words(entry: Entry, path: TreePath, words: str) -> None:
    """Have an event keep the words of a date that is left out."""
    if path == _EVENT_DATE and entry.section == "events" and words and not _is_told(entry, "date_as_written"):
        entry.additions["date_as_written"] = words


def _is_told(entry: Entry, name: str) -> bool:
    """Tell whether the file has a field, be it that it is empty or was left out for a fault."""
    return any(
        name in fields
        for fields in (entry.raw, getattr(entry.raw, "gaps", ()), getattr(entry.raw, "blanks", ()))
    )
