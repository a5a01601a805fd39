# SPDX-License-Identifier: MIT
"""Dates in words: "13 August 1959", "about 1955", "11 or 13 August 1958", "from 1955 on"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from timeline_app.base.messages import Message, Translator
from timeline_app.chrono.atom_words import (
    AtomText,
    Style,
    atom_message,
    atom_text,
    between_sharing,
    clock_message,
    day_message,
    part_of_decade,
)
from timeline_app.chrono.doubts import doubt_in_words
from timeline_app.chrono.historical_date import OPEN_END, UNKNOWN_END, DateKind, EndState, HistoricalDate
from timeline_app.chrono.year_words import YEARS_AGO, year_message

__all__ = ["date_in_words", "date_message", "doubt_in_words", "short_date"]

_MOST_LISTED: Final = 6
_FIRST_SHORTENED_YEAR: Final = "1000"


def date_in_words(date: HistoricalDate, translator: Translator) -> str:
    """Return a date as a sentence can hold it."""
    return translator.text(date_message(date))


def short_date(date: HistoricalDate, translator: Translator) -> str:
    """Return a date as a label on the canvas can hold it: 13 Aug 1959, c. 1955, 1959–67."""
    return translator.text(date_message(date, Style.SHORT))


def date_message(date: HistoricalDate, style: Style = Style.FULL) -> Message:
    """Return a date as a message, for texts that hold it."""
    if _is_julian(date):
        # Months and years have the same names there, so the same words serve; who counts so is said once.
        return Message.of("calendar.in.julian", date=date_message(_without_calendar(date), style))
    match date.kind:
        case DateKind.ATOM:
            return atom_message(date, style)
        case DateKind.INTERVAL:
            return _interval(date, style)
        case DateKind.ONE_OF:
            return _one_of(date, style)
        case DateKind.ALL_OF:
            return _all_of(date, style)


def _is_julian(date: HistoricalDate) -> bool:
    """Tell whether a date counts in the Julian calendar, or all of its members do."""
    if date.kind is DateKind.ATOM:
        return date.calendar == "julian"
    known = [part for part in date.parts if part is not OPEN_END and part is not UNKNOWN_END]
    return bool(known) and all(_is_julian(part) for part in known)


def _without_calendar(date: HistoricalDate) -> HistoricalDate:
    """Return a Julian date as if its numbers were Gregorian: for its words only."""
    if date is OPEN_END or date is UNKNOWN_END:
        return date
    parts = tuple(_without_calendar(part) for part in date.parts)
    return date._replace(edtf=date.edtf.replace("julian:", ""), parts=parts, calendar="")


def _interval(date: HistoricalDate, style: Style) -> Message:
    start, end = date.parts
    if OPEN_END in date.parts or UNKNOWN_END in date.parts:
        return _half_interval(start, end, style)
    joined = None if date.is_uncertain or date.is_approximate else _joined(start, end, style)
    if joined is not None:
        return joined
    are_years = (start.edtf + end.edtf).isdigit()
    shape = "to" if are_years else "to-wide"
    return style.message(shape, start=date_message(start, style), end=date_message(end, style))


def _half_interval(start: HistoricalDate, end: HistoricalDate, style: Style) -> Message:
    """Return an interval that lacks one end, or both."""
    starts_known = start.earliest_state is EndState.KNOWN
    if not starts_known and end.latest_state is not EndState.KNOWN:
        return style.message("no-ends")
    if starts_known:
        words = date_message(start, style)
        return style.message("from-on" if end is OPEN_END else "to-unknown", start=words)
    words = date_message(end, style)
    return style.message("until" if start is OPEN_END else "from-unknown", end=words)


def _joined(start: HistoricalDate, end: HistoricalDate, style: Style) -> Message | None:
    """Return two ends that share a month, a year, a day or a century without saying that twice."""
    first, last = atom_text(start), atom_text(end)
    if first is None or last is None:
        return _years_ago(date_message(start), date_message(end), "range", style)
    if first.year == last.year and first.is_whole_day and last.is_whole_day:
        return _days_of_year(first, last, style)
    if first.year == last.year and first.is_whole_month and last.is_whole_month:
        names = style.message("to", start=style.month(int(first.month)), end=style.month(int(last.month)))
        return Message.of("date.with-year", part=names, year=year_message(int(first.year)))
    if first.clock and last.clock and start.edtf.partition("T")[0] == end.edtf.partition("T")[0]:
        clocks = style.message("to", start=clock_message(first.clock), end=clock_message(last.clock))
        day = Message.of(
            "date.with-year",
            part=day_message(first.day, first.month, style),
            year=year_message(int(first.year)),
        )
        return Message.of("date.with-clock", date=day, clock=clocks)
    years = {start.edtf, end.edtf} == {first.year, last.year} and (first.year + last.year).isdigit()
    if (
        style is Style.SHORT
        and years
        and first.year[:2] == last.year[:2]
        and first.year >= _FIRST_SHORTENED_YEAR
    ):
        return style.message("years", start=first.year, end=last.year[2:])
    return None


def _years_ago(first: Message, last: Message, form: str, style: Style) -> Message | None:
    """Return two ends of deep time with their unit said once: 541 to 252 million years ago."""
    if first.key != last.key or first.key not in YEARS_AGO:
        return None
    shape = f"{first.key.removeprefix('date.year.')}-{form}"
    return style.message(shape, start=dict(first.params)["amount"], end=dict(last.params)["amount"])


def _days_of_year(first: AtomText, last: AtomText, style: Style) -> Message:
    year = year_message(int(first.year))
    if first.month == last.month:
        start, end = (Message.of("date.day", day=int(text.day)) for text in (first, last))
        days = style.message("to", start=start, end=end)
        part = Message.of("date.day-of-month", day=days, month=style.month(int(first.month)))
    else:
        start, end = (day_message(text.day, text.month, style) for text in (first, last))
        part = style.message("to-wide", start=start, end=end)
    return Message.of("date.with-year", part=part, year=year)


def _one_of(date: HistoricalDate, style: Style) -> Message:
    decade_part = part_of_decade(date)
    if decade_part:
        return style.message(decade_part, year=int(f"{date.edtf[1:4]}0"))
    if len(date.parts) == 1:
        return _choice(date.parts[0], style)
    if len(date.parts) > _MOST_LISTED:
        first, last = date_message(date.parts[0], style), date_message(date.parts[-1], style)
        return style.message("one-of-many", count=len(date.parts), first=first, last=last)
    shared = _sharing_month_or_year(date.parts, style, "date.or")
    return shared or _listed([_choice(part, style) for part in date.parts], "date.or")


def _all_of(date: HistoricalDate, style: Style) -> Message:
    if len(date.parts) == 1:
        part = date.parts[0]
        words = date_message(part, style)
        is_range = (
            part.earliest_state is EndState.KNOWN is part.latest_state and part.kind is DateKind.INTERVAL
        )
        return style.message("all-in", dates=words) if is_range else words
    if len(date.parts) > _MOST_LISTED:
        first, last = date_message(date.parts[0], style), date_message(date.parts[-1], style)
        return style.message("all-of-many", count=len(date.parts), first=first, last=last)
    shared = _sharing_month_or_year(date.parts, style, "date.and")
    return shared or _listed([date_message(part, style) for part in date.parts], "date.and")


def _choice(part: HistoricalDate, style: Style) -> Message:
    """Return a member of a one-of set: a range means some time within it, not that it lasted."""
    if part.kind is not DateKind.INTERVAL:
        return date_message(part, style)
    start, end = part.parts
    if end is OPEN_END:
        return style.message("or-later", start=date_message(start, style))
    if start is OPEN_END:
        return style.message("or-earlier", end=date_message(end, style))
    texts = [text for end in part.parts if (text := atom_text(end)) is not None]
    is_plain = len(texts) == len(part.parts) and not (part.is_approximate or part.is_uncertain)
    shared = between_sharing(texts[0], texts[1], style) if is_plain else None
    if shared is not None:
        return shared
    first, last = date_message(start, style), date_message(end, style)
    return _years_ago(first, last, "between", style) or style.message("between", first=first, last=last)


def _sharing_month_or_year(parts: Sequence[HistoricalDate], style: Style, conjunction: str) -> Message | None:
    """Return days of one month, or days or months of one year, with month and year said once."""
    texts = [atom_text(part) for part in parts if part.kind is DateKind.ATOM and not part.is_approximate]
    plain = [text for text in texts if text is not None]
    if len(plain) < len(parts) or any(part.is_uncertain for part in parts):
        return None
    if len({text.year for text in plain}) > 1:
        return None
    if all(text.is_whole_day for text in plain):
        if len({text.month for text in plain}) == 1:
            days = _listed([Message.of("date.day", day=int(text.day)) for text in plain], conjunction)
            part = Message.of("date.day-of-month", day=days, month=style.month(int(plain[0].month)))
        else:
            part = _listed([day_message(text.day, text.month, style) for text in plain], conjunction)
    elif all(text.is_whole_month for text in plain):
        part = _listed([style.month(int(text.month)) for text in plain], conjunction)
    else:
        return None
    return Message.of("date.with-year", part=part, year=year_message(int(plain[0].year)))


def _listed(items: Sequence[Message], conjunction: str) -> Message:
    *before, last = items
    words = before[0]
    for item in before[1:]:
        words = Message.of("date.comma", first=words, next=item)
    return Message.of(conjunction, first=words, last=last)
