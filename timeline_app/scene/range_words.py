# SPDX-License-Identifier: MIT
"""A stretch of time in words, as finely as its length deserves: for those who hear the timeline."""

from __future__ import annotations

from typing import Final

from timeline_app.base.messages import Translator
from timeline_app.chrono.calendar_ticks import LAST_YEAR
from timeline_app.chrono.calendars.calendar import Calendar
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.instant import DAY_S, HOUR_S, MEAN_YEAR_S, Civil, civil_from_seconds, clamp_s
from timeline_app.chrono.phrases import date_in_words
from timeline_app.chrono.ticks import DAY, MINUTE, MONTH, SECOND, UNITS, YEAR, Family, TickUnit, tick_message

YEARS_FROM_S: Final = 6 * MEAN_YEAR_S
MONTHS_FROM_S: Final = 90 * DAY_S
LAST_SHORT_YEAR: Final = 9_999
FIRST_AGE: Final = 100_000
AGES: Final = tuple(
    unit
    for unit in reversed(UNITS)
    if unit.family is Family.YEAR and unit.names_context and unit.step >= FIRST_AGE
)
"""Units in which deep time is told, the coarsest first."""
PARTS: Final = 50
"""A stretch of deep time is told to the fiftieth of its length."""


def range_in_words(first_s: int, last_s: int, translator: Translator) -> str:
    """Return a stretch of time in words: years, months, days, or times of a day; rounded in deep time."""
    first_s, last_s = clamp_s(first_s), clamp_s(last_s)
    span_s = last_s - first_s
    last_s = max(last_s - 1, first_s)
    first, last = civil_from_seconds(first_s), civil_from_seconds(last_s)
    if span_s < DAY_S:
        return _times(first_s, last_s, MINUTE if span_s >= HOUR_S else SECOND, translator)
    if max(abs(first.year), abs(last.year)) > LAST_SHORT_YEAR:
        unit = _deep_unit(span_s)
        ends = [
            translator.text(tick_message(unit, unit.floor(at_s), in_full=True)) for at_s in (first_s, last_s)
        ]
        return _joined(ends, translator)
    ends = [_edtf(first, span_s), _edtf(last, span_s)]
    return date_in_words(parse("/".join(dict.fromkeys(ends))), translator)


def calendar_range_in_words(calendar: Calendar, first_s: int, last_s: int, translator: Translator) -> str:
    """Return the same stretch as a further calendar tells it, in years or days; "" where it does not reach."""
    first, last = first_s // DAY_S, max(last_s - 1, first_s) // DAY_S
    if calendar.first_days is not None:
        first = max(first, calendar.first_days)
    if last < first or not _counts(calendar, first) or not _counts(calendar, last):
        return ""
    if last_s - first_s >= YEARS_FROM_S:
        return translator.text(calendar.years_message(*calendar.year_span(first, last)))
    ends = [translator.text(calendar.day_message(days)) for days in (first, last)]
    return _joined(ends, translator)


def _counts(calendar: Calendar, days: int) -> bool:
    return calendar.year_start_days(1 - LAST_YEAR) <= days < calendar.year_start_days(LAST_YEAR + 1)


def _times(first_s: int, last_s: int, unit: TickUnit, translator: Translator) -> str:
    start = translator.text(tick_message(unit, unit.floor(first_s), in_full=True))
    is_one_day = first_s // DAY_S == last_s // DAY_S
    end = translator.text(tick_message(unit, unit.floor(last_s), in_full=not is_one_day))
    return translator.say("date.full.to", start=start, end=end)


def _deep_unit(span_s: int) -> TickUnit:
    if span_s < YEARS_FROM_S:
        return MONTH if span_s >= MONTHS_FROM_S else DAY
    return next((unit for unit in AGES if unit.span_s * PARTS <= span_s), YEAR)


def _joined(ends: list[str], translator: Translator) -> str:
    return ends[0] if ends[0] == ends[1] else translator.say("date.full.to", start=ends[0], end=ends[1])


def _edtf(at: Civil, span_s: int) -> str:
    """Write a day as a year, a month or a day, in the notation that dates are read from."""
    year = f"-{-at.year:04d}" if at.year < 0 else f"{at.year:04d}"
    if span_s >= YEARS_FROM_S:
        return year
    return f"{year}-{at.month:02d}" if span_s >= MONTHS_FROM_S else f"{year}-{at.month:02d}-{at.day:02d}"
