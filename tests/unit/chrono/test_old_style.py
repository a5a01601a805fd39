# SPDX-License-Identifier: MIT
"""Old and new style change on the days on which countries changed, and no day is made up."""

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.base.errors import DateError
from timeline_app.chrono.calendars.julian import JULIAN
from timeline_app.chrono.date_settings import OldStyle
from timeline_app.chrono.instant import civil_from_days
from timeline_app.chrono.old_style import gregorian_edtf, reckoning


@pytest.mark.parametrize(
    ("day", "old_style", "expected"),
    [
        ((1582, 10, 4), "ask", "ask"),
        ((1582, 10, 14), "ask", "ask"),
        ((1582, 10, 15), "ask", "gregorian"),
        ((-43, 3, 15), "ask", "ask"),
        ((1582, 10, 4), "julian", "julian"),
        ((1582, 10, 15), "julian", "gregorian"),
        ((-43, 3, 15), "gregorian", "gregorian"),
        ((1752, 9, 2), "britain", "julian"),
        ((1752, 9, 14), "britain", "gregorian"),
        ((1066, 10, 14), "britain", "julian"),
        ((1917, 11, 7), "britain", "gregorian"),
        ((1917, 10, 25), "russia", "julian"),
        ((1918, 1, 31), "russia", "julian"),
        ((1918, 2, 14), "russia", "gregorian"),
    ],
)
def test_how_a_day_counts(day: tuple[int, int, int], old_style: OldStyle, expected: str) -> None:
    assert reckoning(*day, old_style) == expected


@pytest.mark.parametrize(
    ("old_style", "days", "julian_of_first"),
    [
        ("britain", [(1752, 9, day) for day in range(3, 14)], "1752-09-14"),
        ("russia", [(1918, 2, day) for day in range(1, 14)], "1918-02-14"),
    ],
)
def test_days_that_never_were(
    old_style: OldStyle, days: list[tuple[int, int, int]], julian_of_first: str
) -> None:
    fixes = []
    for day in days:
        with pytest.raises(DateError) as caught:
            reckoning(*day, old_style)
        assert caught.value.message.key == f"date.problem.left-out-{old_style}"
        assert caught.value.hint is not None
        fixes.append(caught.value.fixes)
    year, month, first = days[0]
    assert fixes[0] == (f"{year}-{month:02d}-{first:02d}", julian_of_first)


@pytest.mark.parametrize(
    ("day", "counted", "edtf"),
    [
        ((-43, 3, 15), "julian", "-0043-03-13"),
        ((-43, 3, 15), "gregorian", "-0043-03-15"),
        ((1, 1, 1), "julian", "0000-12-30"),
        ((1700, 2, 29), "julian", "1700-03-11"),
        ((1917, 10, 25), "julian", "1917-11-07"),
        ((1732, 2, 11), "julian", "1732-02-22"),
    ],
)
def test_the_day_in_edtf(
    day: tuple[int, int, int], counted: Literal["julian", "gregorian"], edtf: str
) -> None:
    assert gregorian_edtf(*day, counted) == edtf


@pytest.mark.parametrize(
    ("day", "counted", "code", "fixes"),
    [
        ((1700, 2, 29), "gregorian", "no-such-day", ("1700-02-28",)),
        ((1700, 2, 30), "julian", "no-such-day", ("1700-03-11",)),
        ((1700, 2, 0), "julian", "no-such-day", ()),
        ((1700, 13, 1), "julian", "no-such-month", ()),
        ((1700, 0, 1), "gregorian", "no-such-month", ()),
    ],
)
def test_days_that_no_calendar_has(
    day: tuple[int, int, int], counted: Literal["julian", "gregorian"], code: str, fixes: tuple[str, ...]
) -> None:
    with pytest.raises(DateError) as caught:
        gregorian_edtf(*day, counted)
    assert caught.value.message.key == f"date.problem.{code}"
    assert caught.value.fixes == fixes


@given(st.integers(-2_000_000, 600_000))
def test_a_julian_day_is_the_same_day(days: int) -> None:
    year, month, day = civil_from_days(days)
    head = f"-{-year:04d}" if year < 0 else f"{year:04d}"
    assert gregorian_edtf(*JULIAN.from_days(days), "julian") == f"{head}-{month:02d}-{day:02d}"
