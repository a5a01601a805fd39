# SPDX-License-Identifier: MIT
"""The axis agrees with the calendar, for years of any size."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.chrono.instant import (
    DAY_S,
    LIMIT_S,
    Civil,
    civil_from_days,
    civil_from_seconds,
    clamp_s,
    days_from_civil,
    days_in_month,
    is_leap_year,
    month_start_s,
    seconds_from_civil,
    shift_years,
    year_start_s,
)

EPOCH = datetime.date(1970, 1, 1)


@pytest.mark.parametrize(
    ("moment", "seconds"),
    [
        ((1970,), 0),
        ((1969, 12, 31, 23, 59, 59), -1),
        ((1959,), -347_155_200),
        ((1960,), -315_619_200),
        ((2000, 2, 29), 951_782_400),
        ((0,), -62_167_219_200),
        ((-13_800_000_000,), -435_485_999_767_219_200),
    ],
)
def test_known_moments_have_their_place_on_the_axis(moment: tuple[int, ...], seconds: int) -> None:
    assert seconds_from_civil(*moment) == seconds
    assert civil_from_seconds(seconds) == Civil(
        *(moment + (1, 1)[len(moment) - 1 :] if len(moment) < 3 else moment)
    )


@given(st.dates())
def test_days_are_those_of_the_standard_library(day: datetime.date) -> None:
    number = days_from_civil(day.year, day.month, day.day)
    assert number == (day - EPOCH).days
    assert civil_from_days(number) == (day.year, day.month, day.day)


@given(st.integers(-(6 * 10**12), 6 * 10**12))
def test_day_numbers_come_back(number: int) -> None:
    year, month, day = civil_from_days(number)
    assert 1 <= month <= 12
    assert 1 <= day <= days_in_month(year, month)
    assert days_from_civil(year, month, day) == number


@given(st.integers(-LIMIT_S, LIMIT_S))
def test_seconds_come_back(instant_s: int) -> None:
    assert seconds_from_civil(*civil_from_seconds(instant_s)) == instant_s


@given(st.integers(-(10**11), 10**11))
def test_a_year_begins_where_its_january_does(year: int) -> None:
    assert year_start_s(year) == days_from_civil(year, 1, 1) * DAY_S == month_start_s(year, 1)
    assert year_start_s(year + 1) - year_start_s(year) == (366 if is_leap_year(year) else 365) * DAY_S


@pytest.mark.parametrize(
    ("year", "is_leap"),
    [(1900, False), (2000, True), (2015, False), (2016, True), (0, True), (-1, False), (-4, True)],
)
def test_leap_years(year: int, is_leap: bool) -> None:
    assert is_leap_year(year) is is_leap
    assert days_in_month(year, 2) == (29 if is_leap else 28)


def test_months_run_on_into_the_next_years() -> None:
    assert month_start_s(1958, 13) == seconds_from_civil(1959, 1)
    assert month_start_s(1958, 15) == seconds_from_civil(1959, 3)
    assert month_start_s(1958, 0) == seconds_from_civil(1957, 12)


def test_shifting_years_keeps_day_and_time() -> None:
    assert shift_years(seconds_from_civil(1959, 12, 14, 9, 30), -5) == seconds_from_civil(1954, 12, 14, 9, 30)
    assert shift_years(seconds_from_civil(2000, 2, 29), 1) == seconds_from_civil(2001, 2, 28)


def test_what_lies_beyond_the_axis_is_clamped() -> None:
    assert clamp_s(LIMIT_S + 5) == LIMIT_S
    assert clamp_s(-LIMIT_S - 5) == -LIMIT_S
    assert clamp_s(12) == 12
    assert LIMIT_S - -LIMIT_S < 2**63
