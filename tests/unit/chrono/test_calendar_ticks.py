# SPDX-License-Identifier: MIT
"""Ticks of further calendars: where their own years, months and days begin, and what stands there."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages import ENGLISH, known_calendar
from timeline_app.chrono.calendar_ticks import (
    LAST_YEAR,
    MONTHS,
    ROW_UNITS,
    YEARS,
    RowUnit,
    Step,
    row_message,
    row_starts,
    widest_messages,
)
from timeline_app.chrono.calendars.hebrew import HEBREW
from timeline_app.chrono.calendars.islamic import ISLAMIC
from timeline_app.chrono.calendars.julian import JULIAN
from timeline_app.chrono.instant import days_from_civil

OWN = [known_calendar(name) for name in ("julian", "hebrew", "islamic")]


def unit_of(step: Step, size: int) -> RowUnit:
    return next(unit for unit in ROW_UNITS if (unit.step, unit.size) == (step, size))


def said(calendar, unit, first, last, *, in_full=True):
    """Return the labels from one Gregorian day to another."""
    starts = row_starts(calendar, unit, days_from_civil(*first), days_from_civil(*last))
    return [ENGLISH.text(row_message(calendar, unit, days, in_full=in_full)) for days in starts]


def test_years_begin_where_the_calendar_has_them():
    starts = row_starts(HEBREW, YEARS, days_from_civil(1959, 1, 1), days_from_civil(1960, 12, 31))
    # 15 September 1958, 3 October 1959 and 22 September 1960 were 1 Tishri.
    assert starts == [
        days_from_civil(1958, 9, 15),
        days_from_civil(1959, 10, 3),
        days_from_civil(1960, 9, 22),
    ]
    assert said(HEBREW, YEARS, (1959, 1, 1), (1960, 12, 31)) == ["5719", "5720", "5721"]
    assert said(ISLAMIC, YEARS, (1959, 1, 1), (1960, 12, 31)) == ["1378 AH", "1379 AH", "1380 AH"]
    assert said(JULIAN, YEARS, (-2, 6, 1), (2, 6, 1)) == ["3 BC", "2 BC", "1 BC", "AD 1", "AD 2"]


def test_the_ides_of_march_stand_two_days_earlier_in_our_reckoning():
    days = unit_of(Step.DAY, 1)
    assert said(JULIAN, days, (-43, 3, 12), (-43, 3, 14)) == ["14", "15", "16"]
    assert said(JULIAN, MONTHS, (-43, 2, 10), (-43, 4, 1)) == ["February 44 BC", "March 44 BC", "April 44 BC"]
    assert said(JULIAN, MONTHS, (-43, 2, 10), (-43, 4, 1), in_full=False) == ["February", "March", "April"]


def test_the_months_of_a_hebrew_leap_year_follow_each_other():
    names = said(HEBREW, MONTHS, (1957, 1, 10), (1957, 5, 10))
    assert names == ["Shevat 5717", "Adar I 5717", "Adar II 5717", "Nisan 5717", "Iyar 5717"]


def test_days_are_thinned_out_as_in_our_months():
    assert said(ISLAMIC, unit_of(Step.DAY, 10), (1959, 7, 7), (1959, 8, 10)) == ["1", "10", "20", "1"]
    assert said(ISLAMIC, unit_of(Step.DAY, 5), (1959, 7, 7), (1959, 7, 30)) == ["1", "5", "10", "15", "20"]


def test_years_are_thinned_out_in_round_steps():
    assert said(HEBREW, unit_of(Step.YEAR, 500), (1, 1, 1), (2000, 1, 1)) == [
        "3500",
        "4000",
        "4500",
        "5000",
        "5500",
    ]
    assert said(JULIAN, unit_of(Step.YEAR, 10), (-15, 6, 1), (25, 1, 1)) == [
        "20 BC",
        "10 BC",
        "AD 1",
        "AD 10",
        "AD 20",
    ]


@pytest.mark.parametrize("unit", ROW_UNITS)
def test_nothing_is_told_before_a_calendar_began_or_in_ages(unit):
    assert row_starts(ISLAMIC, unit, days_from_civil(600, 1, 1), days_from_civil(622, 7, 18)) == []
    assert row_starts(HEBREW, unit, -(10**12), days_from_civil(-3760, 9, 6)) == []
    assert (
        row_starts(
            JULIAN, unit, days_from_civil(-13_800_000_000, 1, 1), days_from_civil(-13_799_999_999, 1, 1)
        )
        == []
    )
    assert row_starts(JULIAN, unit, days_from_civil(10_001, 1, 1), days_from_civil(10_009, 1, 1)) == []
    began = row_starts(ISLAMIC, unit, days_from_civil(600, 1, 1), days_from_civil(622, 7, 19))
    assert began == [days_from_civil(622, 7, 19)]


def test_the_whole_axis_has_few_ticks_and_all_within_four_digits():
    starts = row_starts(JULIAN, unit_of(Step.YEAR, 1_000), -(2**46), 2**46)
    years = [JULIAN.from_days(days).year for days in starts]
    assert years == [*range(-8_999, 0, 1_000), 1, *range(1_000, 10_000, 1_000)]
    assert LAST_YEAR == 9_999


@given(
    st.sampled_from(OWN),
    st.sampled_from(ROW_UNITS),
    st.integers(days_from_civil(-4_000, 1, 1), days_from_civil(4_000, 1, 1)),
    st.floats(0.1, 40.0),
)
def test_beginnings_ascend_and_hold_the_first_day_and_no_later_one_than_asked(
    calendar, unit, first, stretches
):
    last = first + int(stretches * unit.usual_days)
    starts = row_starts(calendar, unit, first, last)
    assert all(unit.least_days <= after - before for before, after in pairwise(starts))
    assert all(start <= last for start in starts)
    if starts and starts[0] > first:
        assert starts[0] == calendar.first_days
    if len(starts) > 1:
        assert starts[1] > first
    assert len(starts) <= 1.3 * stretches + 3


@given(st.sampled_from(OWN), st.sampled_from(ROW_UNITS), st.integers(1, 3_000))
def test_no_label_is_wider_than_those_that_are_measured(calendar, unit, year):
    context = unit.context is None
    widest = max(
        len(ENGLISH.text(message)) for message in widest_messages(calendar, unit, year, in_full=context)
    )
    first = calendar.year_start_days(year)
    for days in row_starts(calendar, unit, first, first + 300)[1:]:
        if calendar.from_days(days).year == year:
            assert len(ENGLISH.text(row_message(calendar, unit, days, in_full=context))) <= widest
