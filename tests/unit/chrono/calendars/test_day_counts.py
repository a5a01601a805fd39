# SPDX-License-Identifier: MIT
"""Every calendar counts days exactly, from the Big Bang to the far end of the axis."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.chrono.calendars import CALENDAR_NAMES, TAGGED_NAMES, Calendar, CalendarDay, calendar_named
from timeline_app.chrono.instant import DAY_S, LIMIT_S, civil_from_days, days_from_civil

FARTHEST_DAY = LIMIT_S // DAY_S
DAYS = st.integers(-FARTHEST_DAY, FARTHEST_DAY) | st.integers(-2_000_000, 2_000_000)
NAMES = st.sampled_from([*CALENDAR_NAMES, "gregorian"])


def named(name: str) -> Calendar:
    calendar = calendar_named(name)
    assert calendar is not None
    return calendar


@given(NAMES, DAYS)
def test_a_day_comes_back(name: str, days: int) -> None:
    calendar = named(name)
    day = calendar.from_days(days)
    assert calendar.days_from(*day) == days
    assert day.month in calendar.months_of(day.year)
    assert 1 <= day.day <= calendar.days_in(day.year, day.month)


@given(NAMES, DAYS)
def test_months_follow_each_other_and_fill_the_year(name: str, days: int) -> None:
    calendar = named(name)
    year = calendar.from_days(days).year
    start = calendar.year_start_days(year)
    for month in calendar.months_of(year):
        assert calendar.month_start_days(year, month) == start
        start += calendar.days_in(year, month)
    assert start == calendar.year_start_days(year + 1)
    assert len(calendar.months_of(year)) == calendar.months_in(year)


@given(NAMES, DAYS)
def test_the_next_day_is_the_next(name: str, days: int) -> None:
    calendar = named(name)
    today, tomorrow = calendar.from_days(days), calendar.from_days(days + 1)
    if tomorrow.day != 1:
        assert tomorrow == today._replace(day=today.day + 1)
    else:
        assert today.day == calendar.days_in(today.year, today.month)


@pytest.mark.parametrize(
    ("name", "day", "gregorian"),
    [
        ("julian", (-43, 3, 15), (-43, 3, 13)),
        ("julian", (-4712, 1, 1), (-4713, 11, 24)),
        ("julian", (200, 3, 1), (200, 3, 1)),
        ("julian", (1066, 10, 14), (1066, 10, 20)),
        ("julian", (1582, 10, 4), (1582, 10, 14)),
        ("julian", (1700, 2, 29), (1700, 3, 11)),
        ("julian", (1752, 9, 2), (1752, 9, 13)),
        ("julian", (1917, 10, 25), (1917, 11, 7)),
        ("hebrew", (1, 7, 1), (-3760, 9, 7)),
        ("hebrew", (5708, 2, 5), (1948, 5, 14)),
        ("hebrew", (5720, 7, 1), (1959, 10, 3)),
        ("hebrew", (5784, 7, 1), (2023, 9, 16)),
        ("hebrew", (5784, 13, 14), (2024, 3, 24)),
        ("islamic", (1, 1, 1), (622, 7, 19)),
        ("islamic", (1379, 1, 1), (1959, 7, 7)),
        ("islamic", (1445, 9, 1), (2024, 3, 11)),
        ("juche", (48, 12, 14), (1959, 12, 14)),
        ("juche", (1, 4, 15), (1912, 4, 15)),
        ("dangun", (4292, 12, 14), (1959, 12, 14)),
        ("dangun", (1, 1, 1), (-2332, 1, 1)),
        ("minguo", (48, 12, 14), (1959, 12, 14)),
        ("buddhist", (2502, 12, 14), (1959, 12, 14)),
        ("japanese-era", (1959, 12, 14), (1959, 12, 14)),
    ],
)
def test_days_from_books(name: str, day: tuple[int, int, int], gregorian: tuple[int, int, int]) -> None:
    days = days_from_civil(*gregorian)
    assert named(name).days_from(*day) == days
    assert named(name).from_days(days) == CalendarDay(*day)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("julian", None),
        ("hebrew", (-3760, 9, 7)),
        ("islamic", (622, 7, 19)),
        ("japanese-era", (1868, 10, 23)),
        ("juche", (1912, 1, 1)),
        ("dangun", (-2332, 1, 1)),
        ("minguo", (1912, 1, 1)),
        ("buddhist", (-542, 1, 1)),
        ("gregorian", None),
    ],
)
def test_the_first_day_with_a_label(name: str, first: tuple[int, int, int] | None) -> None:
    days = named(name).first_days
    assert (None if days is None else civil_from_days(days)) == first


def test_the_calendars_are_known_by_name() -> None:
    assert CALENDAR_NAMES == (
        "julian", "hebrew", "islamic", "japanese-era", "juche", "dangun", "minguo", "buddhist"
    )  # fmt: skip
    assert TAGGED_NAMES == ("julian", "hebrew", "islamic")
    assert [named(name).name for name in CALENDAR_NAMES] == list(CALENDAR_NAMES)
    assert calendar_named("japanese") is calendar_named("japanese-era")
    assert calendar_named("martian") is None


@given(st.integers(-10_000, 10_000))
def test_hebrew_years_have_six_lengths_and_begin_on_four_weekdays(year: int) -> None:
    hebrew = named("hebrew")
    start = hebrew.year_start_days(year)
    assert hebrew.year_start_days(year + 1) - start in {353, 354, 355, 383, 384, 385}
    # 1970-01-01 was a Thursday: 0 is Monday here. Never on Sunday, Wednesday or Friday.
    assert (start + 3) % 7 in {0, 1, 3, 5}


def test_the_hebrew_year_begins_with_its_seventh_month() -> None:
    hebrew = named("hebrew")
    assert hebrew.months_of(5720) == (7, 8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6)
    assert hebrew.months_of(5719) == (7, 8, 9, 10, 11, 12, 13, 1, 2, 3, 4, 5, 6)
    assert hebrew.months_in(5719) == 13
