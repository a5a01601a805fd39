# SPDX-License-Identifier: MIT
"""Dates as they may be told: what had not ended at cursor or curtain was still going on, and some are withheld."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from timeline_app.chrono.date_settings import DateSettings
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import OPEN_END, DateKind, EndState, HistoricalDate
from timeline_app.chrono.instant import DAY_S, LIMIT_S
from timeline_app.chrono.known_by import begun_by
from timeline_app.chrono.span_queries import Answer
from timeline_app.model.document import Document
from timeline_app.model.sieve import Sieve


def date_then(date: HistoricalDate, at_s: int, settings: DateSettings) -> HistoricalDate:
    """Return a date as it could be told at a second.

    The end of an interval that had begun is open until it comes, and of all dates of a set those are told that
    had come. What had not begun was announced: it stays as it is.
    """
    if date.kind is DateKind.INTERVAL:
        return _still_going_on(date, settings) if _ends_after(date, at_s) else date
    if date.kind is DateKind.ALL_OF:
        come = [
            date_then(part, at_s, settings) for part in date.parts if begun_by(part, at_s) is not Answer.NO
        ]
        return date if not come or come == list(date.parts) else _all_of(come, settings)
    return date


def _ends_after(date: HistoricalDate, at_s: int) -> bool:
    """Tell whether an interval had begun at a second, and certainly not ended."""
    start, end = date.parts
    if start.earliest_state is not EndState.KNOWN or end.latest_state is not EndState.KNOWN:
        return False
    return begun_by(start, at_s) is not Answer.NO and begun_by(end, at_s) is Answer.NO


def _still_going_on(date: HistoricalDate, settings: DateSettings) -> HistoricalDate:
    """Return an interval with an open end; its beginning may be known more closely than its text says."""
    start = date.parts[0]
    found = parse(f"{date.edtf.partition('/')[0]}/..", settings)
    core = None if start.fuzz_latest_s is None else (start.fuzz_latest_s, LIMIT_S)
    return found._replace(
        parts=(start, OPEN_END), earliest_s=date.earliest_s, fuzz_earliest_s=date.fuzz_earliest_s, core=core
    )


def _all_of(dates: Sequence[HistoricalDate], settings: DateSettings) -> HistoricalDate:
    """Return the set of some dates; a range is written with two dots in it."""
    if len(dates) == 1:
        return dates[0]
    members = (date.edtf.replace("../", "..").replace("/..", "..").replace("/", "..") for date in dates)
    return parse(f"{{{','.join(members)}}}", settings)


def dates_then(document: Document, sieve: Sieve) -> Mapping[int, HistoricalDate]:
    """Return the dates of the shown events that could not be told at cursor or curtain as they are; else none."""
    until_s = sieve.lens.told_until_s
    if until_s is None:
        return {}
    dates, settings = document.events.dates, document.date_settings
    stretches = dates.stretches
    if not len(stretches):
        return {}
    last_ends_s = np.maximum.reduceat(stretches.ending_s, stretches.starts)
    goes_on = (last_ends_s >= until_s) & sieve.passes[stretches.rows]
    found: dict[int, HistoricalDate] = {}
    for ordinal in stretches.rows[goes_on].tolist():
        date = document.events.date_of(ordinal)
        then = None if date is None else date_then(date, until_s, settings)
        if then is not None and then != date:
            found[ordinal] = then
    return found


def dates_told(document: Document, sieve: Sieve) -> Mapping[int, HistoricalDate | None]:
    """Return the dates that may not be told as they are, and what may be told of them: None where they are withheld.

    What ends with a withheld date is told without its end.
    """
    told: dict[int, HistoricalDate | None] = dict(dates_then(document, sieve))
    if not sieve.lens.withheld:
        return told
    for ordinal in _ending_with(sieve.giveaways.spans_s, document):
        date = told.get(ordinal) or document.events.date_of(ordinal)
        if (
            date is not None
            and date.kind is DateKind.INTERVAL
            and date.parts[1].latest_state is EndState.KNOWN
        ):
            told[ordinal] = _still_going_on(date, document.date_settings)
    told.update(dict.fromkeys(np.flatnonzero(document.events.dates.is_dated & ~sieve.dated).tolist()))
    return told


def _ending_with(spans_s: Sequence[tuple[int, int]], document: Document) -> list[int]:
    """Return the events that last, and end within one of some spans, to a day."""
    dates = document.events.dates
    rows = dates.stretches.rows
    ends, latest_s = np.zeros(len(rows), np.bool_), dates.fuzz_latest_s[rows]
    for first_s, last_s in spans_s:
        ends |= (latest_s > first_s - DAY_S) & (latest_s <= last_s + DAY_S)
    found: list[int] = rows[ends].tolist()
    return found
