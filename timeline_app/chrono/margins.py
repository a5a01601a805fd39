# SPDX-License-Identifier: MIT
"""How far dates marked as approximate are widened for drawing: one table, for every precision."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from timeline_app.chrono.bounds import Span
from timeline_app.chrono.historical_date import DAY_PART, MONTH_PART, YEAR_PART, Precision
from timeline_app.chrono.instant import DAY_S, HOUR_S, clamp_s, shift_years


class Margin(NamedTuple):
    """How much is added on each side: a number of calendar years, or of seconds."""

    years: int = 0
    seconds: int = 0


_SEASON: Final = Margin(seconds=45 * DAY_S)
MARGINS: Final[Mapping[Precision, Margin]] = MappingProxyType(
    {
        Precision.SECOND: Margin(seconds=HOUR_S),
        Precision.MINUTE: Margin(seconds=HOUR_S),
        Precision.HOUR: Margin(seconds=HOUR_S),
        Precision.DAY: Margin(seconds=3 * DAY_S),
        Precision.MONTH: Margin(seconds=30 * DAY_S),
        Precision.SEASON: _SEASON,
        Precision.QUARTER: _SEASON,
        Precision.THIRD: _SEASON,
        Precision.HALF: _SEASON,
        Precision.YEAR: Margin(years=5),
        Precision.DECADE: Margin(years=5),
        Precision.CENTURY: Margin(years=25),
        Precision.MILLENNIUM: Margin(years=250),
        Precision.SIGNIFICANT: Margin(),
        Precision.MIXED: Margin(years=250),
    }
)
"""The margin of each precision. ("c. 1610" is 1605 to 1615 in museum cataloguing practice.) A year with
significant digits is a block already."""


def widened(span: Span, precision: Precision, year_precision: Precision, approximate: int) -> Span:
    """Return the span of a calendar date with the margin of its approximate components.

    A group (`2004-06~-11`: year and month) is as loose as its finest component; components marked one by
    one (`~2004-06-~11`) as their coarsest. Nothing is tighter than the date's own precision.
    """
    is_group = approximate & (approximate + 1) == 0
    if approximate == DAY_PART or (is_group and approximate & DAY_PART):
        unit = Precision.DAY
    elif approximate & MONTH_PART and (is_group or not approximate & YEAR_PART):
        unit = Precision.MONTH
    else:
        unit = year_precision
    return with_margin(span, max(unit, precision))


def with_margin(span: Span, precision: Precision) -> Span:
    """Return the span with the margin of a precision on each side, as far as the axis reaches."""
    years, seconds = MARGINS[precision]
    if years:
        return clamp_s(shift_years(span[0], -years)), clamp_s(shift_years(span[1], years))
    return clamp_s(span[0] - seconds), clamp_s(span[1] + seconds)
