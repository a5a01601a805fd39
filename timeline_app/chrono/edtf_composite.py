# SPDX-License-Identifier: MIT
"""Reads EDTF intervals (`1955/1958`) and sets (`[1955,1958]` one of, `{1955,1958}` all of)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from timeline_app.base.errors import DateError
from timeline_app.chrono import date_faults
from timeline_app.chrono.date_settings import DateSettings
from timeline_app.chrono.edtf_atom import read_atom
from timeline_app.chrono.historical_date import (
    OPEN_END,
    UNKNOWN_END,
    DateKind,
    EndState,
    HistoricalDate,
    Precision,
)
from timeline_app.chrono.instant import LIMIT_S

_KINDS: Final = {"[]": DateKind.ONE_OF, "{}": DateKind.ALL_OF}
_RANGE: Final = ".."
_CALENDAR_NAME: Final = r"(?:^|[\[{,/.])([a-z-]+):"
_UNNAMED: Final = r"(^|[\[{,/]|\.\.)(?=-?[0-9])"
"""Compiled at first use: few exhibits have dates that name a calendar."""
_ABSENT_ENDS: Final = {"": UNKNOWN_END, _RANGE: OPEN_END}


@lru_cache(maxsize=16_384)
def read_interval(text: str, settings: DateSettings) -> HistoricalDate:
    """Read `start/end`; an end may be empty (unknown) or `..` (open)."""
    _refuse_mixed_calendars(text)
    start_text, _, end_text = text.partition("/")
    start = _ABSENT_ENDS.get(start_text) or _read_within(text, start_text, 0, settings)
    end = _ABSENT_ENDS.get(end_text) or _read_within(text, end_text, len(start_text) + 1, settings)
    if _ends_before_it_begins(start, end):
        raise date_faults.ends_before_it_begins(text, (f"{end_text}/{start_text}",))
    return _interval(text, start, end)


@lru_cache(maxsize=16_384)
def read_set(text: str, settings: DateSettings) -> HistoricalDate:
    """Read a set of dates, ranges `a..b` and half-open ranges `..b` at its beginning, `a..` at its end."""
    kind = _KINDS.get(text[0] + text[-1])
    if kind is None:
        raise date_faults.unreadable(text)
    _refuse_mixed_calendars(text)
    members = text[1:-1].split(",")
    last = len(members) - 1
    parts: list[HistoricalDate] = []
    offset = 1
    for index, member in enumerate(members):
        if _RANGE in member:
            range_ = _read_range(text, member, offset, settings)
            # Only the first member may reach back, and only the last onward, without end.
            if (range_.earliest_s is None and index > 0) or (range_.latest_s is None and index < last):
                raise date_faults.unreadable(text, offset)
            parts.append(range_)
        else:
            parts.append(_read_within(text, member, offset, settings))
        offset += len(member) + 1
    return _set(text, kind, tuple(parts))


def _refuse_mixed_calendars(text: str) -> None:
    """Raise DateError for `hebrew:5720/5721`: its second year would be a Gregorian one."""
    named = re.search(_CALENDAR_NAME, text) if ":" in text else None
    if named is None:
        return
    with_names = re.sub(_UNNAMED, rf"\1{named[1]}:", text)
    if with_names != text:
        raise date_faults.fault("mixed-calendars", "mixed-calendars", (with_names,), date=text)


def _read_within(text: str, piece: str, offset: int, settings: DateSettings) -> HistoricalDate:
    """Read one date of a longer text; an error tells of the whole text."""
    try:
        return read_atom(piece, settings)
    except DateError as inner:
        fixes = tuple(text[:offset] + fix + text[offset + len(piece) :] for fix in inner.fixes)
        raise DateError(inner.message, hint=inner.hint, fixes=fixes, offset=offset + inner.offset) from None


def _read_range(text: str, member: str, offset: int, settings: DateSettings) -> HistoricalDate:
    """Read a range inside a set as the interval that it covers."""
    start_text, _, end_text = member.partition(_RANGE)
    is_open_start, is_open_end = not start_text, not end_text
    if is_open_start and is_open_end:
        raise date_faults.unreadable(text, offset)
    start = OPEN_END if is_open_start else _read_within(text, start_text, offset, settings)
    end_at = offset + len(start_text) + len(_RANGE)
    end = OPEN_END if is_open_end else _read_within(text, end_text, end_at, settings)
    edtf = f"{start_text or _RANGE}/{end_text or _RANGE}"
    if is_open_start or is_open_end:
        return _interval(edtf, start, end)
    if start.precision is not end.precision:
        raise date_faults.range_of_unlike_dates(member, offset)
    if _ends_before_it_begins(start, end):
        after = offset + len(member)
        raise date_faults.ends_before_it_begins(
            member, (f"{text[:offset]}{end_text}..{start_text}{text[after:]}",)
        )
    return _interval(edtf, start, end)


def _ends_before_it_begins(start: HistoricalDate, end: HistoricalDate) -> bool:
    """Tell whether no choice inside both ends makes a sensible interval."""
    return start.earliest_s is not None and end.latest_s is not None and start.earliest_s >= end.latest_s


def _interval(text: str, start: HistoricalDate, end: HistoricalDate) -> HistoricalDate:
    return HistoricalDate(
        text,
        DateKind.INTERVAL,
        (start, end),
        start.earliest_s,
        end.latest_s,
        start.earliest_state,
        end.latest_state,
        _core(start, end),
        start.fuzz_earliest_s,
        end.fuzz_latest_s,
        _precision_of_ends(start, end),
        start.uncertain | end.uncertain,
        start.approximate | end.approximate,
        _common_calendar(start, end),
    )


def _common_calendar(*parts: HistoricalDate) -> str:
    """Return the calendar in which all parts count, "" if they differ; absent ends count in any."""
    if not any(part.calendar for part in parts):
        return ""
    calendars = {part.calendar for part in parts if part is not OPEN_END and part is not UNKNOWN_END}
    return calendars.pop() if len(calendars) == 1 else ""


def _core(start: HistoricalDate, end: HistoricalDate) -> tuple[int, int] | None:
    """Return what is certainly inside: from the last possible beginning to the first possible end.

    Of an approximate end its margin counts too, as it does in `span_queries`: what is drawn as certain is what
    is answered as certain. `1955~/1985` may have begun as late as 1960.
    """
    from_s = -LIMIT_S if start is OPEN_END else start.fuzz_latest_s
    to_s = LIMIT_S if end is OPEN_END else end.fuzz_earliest_s
    if from_s is None or to_s is None or from_s >= to_s:
        return None
    return from_s, to_s


def _precision_of_ends(start: HistoricalDate, end: HistoricalDate) -> Precision:
    """Return the coarser precision of the ends that are there."""
    if start.earliest_state is not EndState.KNOWN:
        return end.precision
    if end.latest_state is not EndState.KNOWN:
        return start.precision
    return max(start.precision, end.precision)


def _set(text: str, kind: DateKind, parts: tuple[HistoricalDate, ...]) -> HistoricalDate:
    """Return the set of the parts; only its first and last part may be open (`..1984`, `1760..`)."""
    starts = [part.earliest_s for part in parts if part.earliest_s is not None]
    ends = [part.latest_s for part in parts if part.latest_s is not None]
    fuzz_starts = [part.fuzz_earliest_s for part in parts if part.fuzz_earliest_s is not None]
    fuzz_ends = [part.fuzz_latest_s for part in parts if part.fuzz_latest_s is not None]
    is_open_start, is_open_end = len(starts) < len(parts), len(ends) < len(parts)
    uncertain = approximate = 0
    for part in parts:
        uncertain |= part.uncertain
        approximate |= part.approximate
    return HistoricalDate(
        text,
        kind,
        parts,
        None if is_open_start else min(starts),
        None if is_open_end else max(ends),
        EndState.OPEN if is_open_start else EndState.KNOWN,
        EndState.OPEN if is_open_end else EndState.KNOWN,
        None,
        None if is_open_start else min(fuzz_starts),
        None if is_open_end else max(fuzz_ends),
        max(part.precision for part in parts),
        uncertain,
        approximate,
        _common_calendar(*parts),
    )
