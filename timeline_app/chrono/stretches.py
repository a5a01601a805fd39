# SPDX-License-Identifier: MIT
"""What a date leaves possible: stretches of time, each with a first and a last choice for begin and end."""

from __future__ import annotations

from typing import Final, NamedTuple

from timeline_app.chrono.historical_date import (
    OPEN_END,
    UNKNOWN_END,
    DateKind,
    EndState,
    HistoricalDate,
)
from timeline_app.chrono.instant import LIMIT_S


class Stretch(NamedTuple):
    """Something that begins in [`begins_s`, `begun_s`) and whose last second lies in [`ending_s`, `ends_s`).

    The last second is never before the first. An instant somewhere in [lo, hi) is (lo, hi, lo, hi): for
    all that can be asked of bounds alone, it answers as a thing would that lasts within them.
    """

    begins_s: int
    begun_s: int
    ending_s: int
    ends_s: int


_OPEN_START: Final = (-LIMIT_S, -LIMIT_S + 1)
_OPEN_END: Final = (LIMIT_S - 1, LIMIT_S)
_ANY_TIME: Final = (-LIMIT_S, LIMIT_S)


def stretches_of(date: HistoricalDate) -> tuple[Stretch, ...]:
    """Return what a date leaves possible; nothing where it has no place on the axis.

    One stretch for a date or an interval, one for each member of a set. Approximate dates count with
    their margin, and so do bounds that relations with other events have drawn closer. Digits that are not
    known (`156X-12-25`) count as the whole stretch from the first day that fits to the last.
    """
    if not has_place(date):
        return ()
    match date.kind:
        case DateKind.ATOM:
            return (_instant(date),)
        case DateKind.INTERVAL:
            return (_lasting(date),)
        case DateKind.ONE_OF:
            return _choices(date)
        case DateKind.ALL_OF:
            return tuple(
                _lasting(part) if part.kind is DateKind.INTERVAL else _instant(part) for part in date.parts
            )


def has_place(date: HistoricalDate) -> bool:
    """Tell whether a date can be put on the axis: a year or an end is known."""
    if date.is_year_unknown:
        return False
    return any(part not in (OPEN_END, UNKNOWN_END) for part in date.parts or (date,))


def _instant(date: HistoricalDate) -> Stretch:
    first_s = -LIMIT_S if date.fuzz_earliest_s is None else date.fuzz_earliest_s
    last_s = LIMIT_S if date.fuzz_latest_s is None else date.fuzz_latest_s
    return Stretch(first_s, last_s, first_s, last_s)


def _lasting(date: HistoricalDate) -> Stretch:
    """Return an interval: it begins within its first part and ends within its last.

    The whole may have closer bounds than its parts, and no end lies before the beginning.
    """
    start, end = date.parts
    begins_s, begun_s = _choice_of_end(start, _OPEN_START)
    ending_s, ends_s = _choice_of_end(end, _OPEN_END)
    if date.fuzz_earliest_s is not None:
        begins_s = max(begins_s, date.fuzz_earliest_s)
    if date.fuzz_latest_s is not None:
        ends_s = min(ends_s, date.fuzz_latest_s)
    begun_s, ending_s = min(begun_s, ends_s), max(ending_s, begins_s)
    return Stretch(begins_s, max(begun_s, begins_s + 1), min(ending_s, ends_s - 1), ends_s)


def _choice_of_end(end: HistoricalDate, if_open: tuple[int, int]) -> tuple[int, int]:
    """Return between which seconds an end lies: an open one at the axis' own end, an unknown one anywhere."""
    if end.earliest_state is EndState.OPEN:
        return if_open
    if end.fuzz_earliest_s is None or end.fuzz_latest_s is None:
        return _ANY_TIME
    return end.fuzz_earliest_s, end.fuzz_latest_s


def _choices(date: HistoricalDate) -> tuple[Stretch, ...]:
    """Return the members of a one-of set, as far as they lie within the bounds of the whole."""
    whole = _instant(date)
    found = []
    for part in map(_instant, date.parts):
        first_s, last_s = max(part.begins_s, whole.begins_s), min(part.ends_s, whole.ends_s)
        if first_s < last_s:
            found.append(Stretch(first_s, last_s, first_s, last_s))
    return tuple(found) or (whole,)
