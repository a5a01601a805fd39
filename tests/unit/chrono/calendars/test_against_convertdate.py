# SPDX-License-Identifier: MIT
"""Our calendars give the days of an independent library: each on more than 50,000 days, in both directions."""

from collections.abc import Callable
from types import ModuleType
from typing import NamedTuple

import pytest
from convertdate import gregorian, hebrew, islamic, julian

from timeline_app.chrono.calendars.gregorian_years import GREGORIAN
from timeline_app.chrono.calendars.hebrew import HEBREW
from timeline_app.chrono.calendars.islamic import ISLAMIC
from timeline_app.chrono.calendars.julian import JULIAN
from timeline_app.chrono.instant import civil_from_days, days_from_civil

JULIAN_DAY_OF_1970 = 2_440_587.5
FIRST_DAY = days_from_civil(-4699, 1, 1)
"""The library is valid from the first day of the Julian day count, 24 November 4714 BC, on."""
LAST_DAY = days_from_civil(6970, 1, 1)
FEWEST_DAYS = 50_000


class Pair(NamedTuple):
    """One of our calendars, what the library calls it, and where the library counts it right."""

    days_from: Callable[[int, int, int], int]
    from_days: Callable[[int], tuple[int, int, int]]
    oracle: ModuleType
    first_days: int
    stride: int = 37
    """Prime to weeks, months and years: it meets every kind of day."""


PAIRS = {
    "gregorian": Pair(days_from_civil, civil_from_days, gregorian, FIRST_DAY),
    "gregorian calendar": Pair(GREGORIAN.days_from, GREGORIAN.from_days, gregorian, FIRST_DAY),
    "julian": Pair(JULIAN.days_from, JULIAN.from_days, julian, FIRST_DAY),
    "hebrew": Pair(HEBREW.days_from, HEBREW.from_days, hebrew, HEBREW.first_days or 0, 73),
    "islamic": Pair(ISLAMIC.days_from, ISLAMIC.from_days, islamic, ISLAMIC.first_days or 0),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", PAIRS)
def test_the_same_day_in_both_directions(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # The library calls an older name of its own function, which does nothing but warn, a million times.
    monkeypatch.setattr(hebrew, "month_days", hebrew.month_length)
    pair = PAIRS[name]
    days = range(pair.first_days, LAST_DAY, pair.stride)
    assert len(days) >= FEWEST_DAYS
    wrong = []
    for day in days:
        ours = tuple(pair.from_days(day))
        theirs = tuple(int(part) for part in pair.oracle.from_jd(JULIAN_DAY_OF_1970 + day))
        back = round(pair.oracle.to_jd(*ours) - JULIAN_DAY_OF_1970)
        if ours != theirs or back != day or pair.days_from(*ours) != day:
            wrong.append((day, ours, theirs, back))
    assert wrong == []


def test_the_gregorian_day_of_the_big_bang() -> None:
    day = days_from_civil(-13_800_000_000, 1, 1)
    assert round(gregorian.to_jd(-13_800_000_000, 1, 1) - JULIAN_DAY_OF_1970) == day


@pytest.mark.parametrize("year", [1, 2, 5, 29, 30, 1379, 1380, 5718, 5719, 5720, 5784, 9998])
def test_lengths_of_months(year: int) -> None:
    for month in HEBREW.months_of(year):
        assert HEBREW.days_in(year, month) == hebrew.month_length(year, month)
    for month in range(1, 13):
        assert ISLAMIC.days_in(year, month) == islamic.month_length(year, month)
        assert JULIAN.days_in(year, month) == julian.month_length(year, month)
