# SPDX-License-Identifier: MIT
"""Reads many plain dates at once: `1959`, `1959-12` and `1959-12-14`, as arrays of code points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from timeline_app.chrono.historical_date import Precision
from timeline_app.chrono.instant import DAY_S

I64 = npt.NDArray[np.int64]
I8 = npt.NDArray[np.int8]
Mask = npt.NDArray[np.bool_]

_LAST_MONTH: Final = 12
_FEBRUARY: Final = 2
_LENGTHS: Final = (4, 7, 10)
"""Characters of YYYY, YYYY-MM and YYYY-MM-DD."""
_MONTH_LENGTHS: Final = np.array([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31], dtype=np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class PlainDates:
    """Bounds of the plain dates among some texts; rows outside `is_plain` hold zeros."""

    is_plain: Mask
    earliest_s: I64
    latest_s: I64
    precision: I8


def plain_dates(texts: Sequence[str]) -> PlainDates:
    """Read all texts of the forms YYYY, YYYY-MM and YYYY-MM-DD that name a real day, vectorised."""
    codes, length = _codes(texts)
    year = _number(codes, 0, 4)
    month = np.where(length >= _LENGTHS[1], _number(codes, 5, 2), 1)
    day = np.where(length == _LENGTHS[2], _number(codes, 8, 2), 1)
    is_shaped = _is_shaped(codes, length)
    is_month = is_shaped & (month >= 1) & (month <= _LAST_MONTH)
    safe_month = np.where(is_month, month, 1)
    is_plain: Mask = is_month & (day >= 1) & (day <= days_in_month_array(year, safe_month))
    year, month, day = (np.where(is_plain, part, 1) for part in (year, safe_month, day))
    start = days_from_civil_array(year, month, day)
    span_days = np.select(
        [length == _LENGTHS[0], length == _LENGTHS[1]],
        [days_from_civil_array(year + 1, month, day) - start, days_in_month_array(year, month)],
        1,
    )
    precision = np.select(
        [length == _LENGTHS[0], length == _LENGTHS[1]], [Precision.YEAR, Precision.MONTH], Precision.DAY
    )
    return PlainDates(
        is_plain,
        np.where(is_plain, start * DAY_S, 0),
        np.where(is_plain, (start + span_days) * DAY_S, 0),
        np.where(is_plain, precision, 0).astype(np.int8),
    )


def days_in_month_array(year: I64, month: I64) -> I64:
    """Return the lengths of months 1 to 12 in days."""
    is_leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    days: I64 = _MONTH_LENGTHS[month] + (is_leap & (month == _FEBRUARY))
    return days


def days_from_civil_array(year: I64, month: I64, day: I64) -> I64:
    """Return the day numbers of calendar dates: `instant.days_from_civil` for arrays."""
    shifted = np.where(month <= _FEBRUARY, year - 1, year)
    cycle = shifted // 400
    year_of_cycle = shifted - cycle * 400
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    days: I64 = (
        cycle * 146_097
        + year_of_cycle * 365
        + year_of_cycle // 4
        - year_of_cycle // 100
        + day_of_year
        - 719_468
    )
    return days


def _codes(texts: Sequence[str]) -> tuple[I64, I64]:
    """Return the first ten code points of each text as a matrix, and the length of each text."""
    longest = _LENGTHS[2]
    length = np.fromiter((len(text) for text in texts), dtype=np.int64, count=len(texts))
    fixed = np.array([text[:longest] for text in texts], dtype=f"<U{longest}")
    codes = fixed.view(np.uint32).reshape(len(texts), longest).astype(np.int64)
    return codes, length


def _number(codes: I64, start: int, count: int) -> I64:
    number = np.zeros(len(codes), dtype=np.int64)
    for column in range(start, start + count):
        number = number * 10 + (codes[:, column] - ord("0"))
    return number


def _is_shaped(codes: I64, length: I64) -> Mask:
    """Tell which rows have ASCII digits and hyphens in the right places."""
    is_digit = (codes >= ord("0")) & (codes <= ord("9"))
    is_hyphen = codes == ord("-")
    has_year = is_digit[:, 0:4].all(axis=1)
    has_month = is_hyphen[:, 4] & is_digit[:, 5:7].all(axis=1)
    has_day = is_hyphen[:, 7] & is_digit[:, 8:10].all(axis=1)
    shaped: Mask = has_year & (
        (length == _LENGTHS[0])
        | ((length == _LENGTHS[1]) & has_month)
        | ((length == _LENGTHS[2]) & has_month & has_day)
    )
    return shaped
