# SPDX-License-Identifier: MIT
"""Dates as numpy columns.

Of this package only `columns`, `plain_dates` and `span_queries` import numpy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from timeline_app.base.errors import DateError
from timeline_app.chrono.date_settings import DEFAULT_SETTINGS, DateSettings
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import DateKind, EndState, HistoricalDate, Precision
from timeline_app.chrono.plain_dates import PlainDates, plain_dates
from timeline_app.chrono.stretches import Stretch, stretches_of

I64 = npt.NDArray[np.int64]
I8 = npt.NDArray[np.int8]
Mask = npt.NDArray[np.bool_]

UNCERTAIN: Final = 1
APPROXIMATE: Final = 2
YEAR_UNKNOWN: Final = 4
UNDATED: Final = 8
"""Bits of `DateColumns.flags`. UNDATED: there is no date, or none that has a place on the axis
(`XXXX-12-25`, `../..`)."""

_NO_CORE: Final = (1, 0)


@dataclass(frozen=True, slots=True, eq=False)
class Stretches:
    """What intervals and sets leave possible: the fields of `stretches.Stretch`, one row for each stretch.

    `rows` are the dates' rows, in ascending order, and `starts` says where the stretches of each begin.
    A date that is neither has none here: it is an instant within its fuzz bounds.
    """

    rows: I64
    starts: I64
    begins_s: I64
    begun_s: I64
    ending_s: I64
    ends_s: I64

    def __len__(self) -> int:
        return len(self.begins_s)


@dataclass(frozen=True, slots=True, eq=False)
class DateColumns:
    """One row for each date, in the order given; the fields are those of `HistoricalDate`.

    Ends that are open or unknown repeat the known bound nearest to them, so that minimum and maximum of a
    column stay on known ground: the states tell how to draw them. Without a core `core_start_s` is
    greater than `core_end_s`; an open end's core reaches ±`instant.LIMIT_S`. Undated rows hold zeros.
    """

    earliest_s: I64
    latest_s: I64
    fuzz_earliest_s: I64
    fuzz_latest_s: I64
    core_start_s: I64
    core_end_s: I64
    earliest_state: I8
    latest_state: I8
    precision: I8
    kind: I8
    flags: I8
    stretches: Stretches

    def __len__(self) -> int:
        return len(self.earliest_s)

    @property
    def is_dated(self) -> Mask:
        """Which rows have a place on the axis."""
        mask: Mask = (self.flags & UNDATED) == 0
        return mask


def columns_of(dates: Sequence[HistoricalDate | None]) -> DateColumns:
    """Build the columns of dates; None is undated."""
    rows = [_UNDATED_ROW if date is None else _row(date) for date in dates]
    return _columns(rows, _stretches(dates))


def columns_of_texts(
    texts: Sequence[str | None], settings: DateSettings = DEFAULT_SETTINGS
) -> tuple[DateColumns, Mapping[int, DateError]]:
    """Read many texts at once; return their columns, and the error of each row that cannot be read.

    Rows without a text and rows that cannot be read are undated.
    """
    plain = plain_dates([text or "" for text in texts])
    errors: dict[int, DateError] = {}
    dates: list[HistoricalDate] = []
    others: list[int] = []
    left = np.flatnonzero(~plain.is_plain)
    lasting, intervals = _plain_intervals([texts[index] or "" for index in left.tolist()])
    for index in left[~lasting].tolist():
        text = texts[index]
        if text is None:
            continue
        try:
            dates.append(parse(text, settings))
        except DateError as error:
            errors[index] = error
        else:
            others.append(index)
    found = _merged(plain, others, columns_of(dates))
    return (with_columns(found, left[lasting], intervals) if len(intervals) else found), errors


def _plain_intervals(texts: Sequence[str]) -> tuple[Mask, DateColumns]:
    """Tell which texts are intervals between two plain dates, which most intervals are, and return their columns."""
    halves = [text.partition("/") if text.count("/") == 1 else ("", "", "") for text in texts]
    start, end = plain_dates([half[0] for half in halves]), plain_dates([half[2] for half in halves])
    lasting: Mask = start.is_plain & end.is_plain & (start.earliest_s < end.latest_s)
    rows = np.flatnonzero(lasting)
    begins_s, begun_s = start.earliest_s[rows], start.latest_s[rows]
    ending_s, ends_s = end.earliest_s[rows], end.latest_s[rows]
    has_core = begun_s < ending_s
    none = np.zeros(len(rows), np.int8)
    stretches = Stretches(
        np.arange(len(rows)),
        np.arange(len(rows)),
        begins_s,
        np.maximum(np.minimum(begun_s, ends_s), begins_s + 1),
        np.minimum(np.maximum(ending_s, begins_s), ends_s - 1),
        ends_s,
    )
    return lasting, DateColumns(
        begins_s,
        ends_s,
        begins_s,
        ends_s,
        np.where(has_core, begun_s, _NO_CORE[0]),
        np.where(has_core, ending_s, _NO_CORE[1]),
        none + np.int8(EndState.KNOWN),
        none + np.int8(EndState.KNOWN),
        np.maximum(start.precision[rows], end.precision[rows]),
        none + np.int8(DateKind.INTERVAL),
        none,
        stretches,
    )


def joined_columns(parts: Sequence[DateColumns]) -> DateColumns:
    """Return the columns of several parts, one behind the other."""
    if not parts:
        return columns_of([])
    firsts = np.cumsum([0, *map(len, parts)]).tolist()
    stretches = [part.stretches for part in parts]
    first_stretches = np.cumsum([0, *map(len, stretches)]).tolist()
    return DateColumns(
        **{name: np.concatenate([getattr(part, name) for part in parts]) for name in _BY_ROW},
        stretches=Stretches(
            np.concatenate([each.rows + first for each, first in zip(stretches, firsts, strict=False)]),
            np.concatenate(
                [each.starts + first for each, first in zip(stretches, first_stretches, strict=False)]
            ),
            *(np.concatenate([getattr(each, name) for each in stretches]) for name in _BY_STRETCH),
        ),
    )


def with_rows(columns: DateColumns, rows: Mapping[int, HistoricalDate | None]) -> DateColumns:
    """Return the columns with other dates in some rows, None for none; the columns themselves stay."""
    return with_columns(columns, np.array(list(rows), dtype=np.int64), columns_of(list(rows.values())))


def with_columns(columns: DateColumns, places: I64, news: DateColumns) -> DateColumns:
    """Return the columns with those of other dates in some rows; the columns themselves stay."""
    changed = {name: getattr(columns, name).copy() for name in _BY_ROW}
    for name, column in changed.items():
        column[places] = getattr(news, name)
    return DateColumns(**changed, stretches=_stretches_with(columns.stretches, news.stretches, places))


def _stretches_with(old: Stretches, news: Stretches, places: I64) -> Stretches:
    """Return the stretches of all rows but some, whose new ones come from columns of their own."""
    old_rows, new_rows = _row_of_each(old), places[_row_of_each(news)]
    stay = ~np.isin(old_rows, places)
    rows = np.concatenate([old_rows[stay], new_rows])
    order = np.argsort(rows, kind="stable")
    distinct, starts = np.unique(rows[order], return_index=True)
    joined = {
        name: np.concatenate([getattr(old, name)[stay], getattr(news, name)])[order] for name in _BY_STRETCH
    }
    return Stretches(rows=distinct, starts=starts.astype(np.int64), **joined)


def _row_of_each(stretches: Stretches) -> I64:
    """Return the row of each stretch."""
    counts = np.diff(np.append(stretches.starts, len(stretches)))
    rows: I64 = np.repeat(stretches.rows, counts)
    return rows


_Row = tuple[int, int, int, int, int, int, int, int, int, int, int]
_UNDATED_ROW: Final[_Row] = (
    0, 0, 0, 0, *_NO_CORE, EndState.UNKNOWN, EndState.UNKNOWN, Precision.MIXED, DateKind.ATOM, UNDATED,
)  # fmt: skip


def _row(date: HistoricalDate) -> _Row:
    start_s, end_s = _known_bounds(date, lambda part: (part.earliest_s, part.latest_s))
    fuzz_start_s, fuzz_end_s = _known_bounds(date, lambda part: (part.fuzz_earliest_s, part.fuzz_latest_s))
    has_no_place = start_s is None or end_s is None or date.is_year_unknown
    core_start_s, core_end_s = date.core or _NO_CORE
    flags = (
        (UNCERTAIN if date.uncertain else 0)
        | (APPROXIMATE if date.approximate else 0)
        | (YEAR_UNKNOWN if date.is_year_unknown else 0)
        | (UNDATED if has_no_place else 0)
    )
    if has_no_place:
        bounds = 0, 0, 0, 0, *_NO_CORE
    else:
        bounds = start_s or 0, end_s or 0, fuzz_start_s or 0, fuzz_end_s or 0, core_start_s, core_end_s
    return (*bounds, date.earliest_state, date.latest_state, date.precision, date.kind, flags)


def _known_bounds(
    date: HistoricalDate, bounds_of: Callable[[HistoricalDate], tuple[int | None, int | None]]
) -> tuple[int | None, int | None]:
    """Return the bounds of a date; in the place of a missing one the extreme of what is known."""
    start_s, end_s = bounds_of(date)
    if start_s is not None and end_s is not None:
        return start_s, end_s
    known = [bound for bound in _bounds_below(date, bounds_of) if bound is not None]
    if not known:
        return None, None
    return (min(known) if start_s is None else start_s), (max(known) if end_s is None else end_s)


def _bounds_below(
    date: HistoricalDate, bounds_of: Callable[[HistoricalDate], tuple[int | None, int | None]]
) -> Iterable[int | None]:
    yield from bounds_of(date)
    for part in date.parts:
        yield from _bounds_below(part, bounds_of)


def _stretches(dates: Sequence[HistoricalDate | None]) -> Stretches:
    rows: list[int] = []
    starts: list[int] = []
    found: list[Stretch] = []
    for row, date in enumerate(dates):
        if date is not None and date.kind is not DateKind.ATOM and (stretches := stretches_of(date)):
            rows.append(row)
            starts.append(len(found))
            found.extend(stretches)
    table = np.array(found, dtype=np.int64).reshape(len(found), len(Stretch._fields))
    columns = np.ascontiguousarray(table.T)
    places = np.array(rows, dtype=np.int64), np.array(starts, dtype=np.int64)
    return Stretches(*places, columns[0], columns[1], columns[2], columns[3])


def _columns(rows: Sequence[_Row], stretches: Stretches) -> DateColumns:
    table = np.array(rows, dtype=np.int64).reshape(len(rows), len(_UNDATED_ROW))
    wide = np.ascontiguousarray(table.T[:6])
    narrow = table.T[6:].astype(np.int8)
    return DateColumns(
        wide[0],
        wide[1],
        wide[2],
        wide[3],
        wide[4],
        wide[5],
        narrow[0],
        narrow[1],
        narrow[2],
        narrow[3],
        narrow[4],
        stretches,
    )


_BY_STRETCH: Final = ("begins_s", "begun_s", "ending_s", "ends_s")
_BY_ROW: Final = tuple(field.name for field in fields(DateColumns) if field.name != "stretches")


def _merged(plain: PlainDates, others: Sequence[int], rest: DateColumns) -> DateColumns:
    """Return the columns of all rows: plain ones, the others at their places, and undated ones."""
    count = len(plain.is_plain)
    places = np.array(others, dtype=np.int64)
    moved = replace(rest.stretches, rows=places[rest.stretches.rows])
    merged = _columns([_UNDATED_ROW] * count, moved)
    known = {
        "earliest_s": plain.earliest_s,
        "latest_s": plain.latest_s,
        "fuzz_earliest_s": plain.earliest_s,
        "fuzz_latest_s": plain.latest_s,
        "earliest_state": EndState.KNOWN,
        "latest_state": EndState.KNOWN,
        "precision": plain.precision,
        "flags": 0,
    }
    for name in _BY_ROW:
        column = getattr(merged, name)
        if name in known:
            value = known[name]
            column[plain.is_plain] = value[plain.is_plain] if isinstance(value, np.ndarray) else value
        column[others] = getattr(rest, name)
    return merged
