# SPDX-License-Identifier: MIT
"""Stretches of time in words, from seconds to the whole axis."""

import pytest
from hypothesis import given

from tests.stages import ENGLISH, known_calendar
from tests.strategies import views
from timeline_app.chrono.calendars import CALENDAR_NAMES
from timeline_app.chrono.instant import LIMIT_S, seconds_from_civil
from timeline_app.scene.range_words import calendar_range_in_words, range_in_words


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ((1955, 1, 1), (1965, 1, 1), "1955 to 1964"),
        ((1959, 2, 10), (1960, 3, 1), "February 1959 to February 1960"),
        ((1959, 8, 3), (1959, 8, 20), "3 to 19 August 1959"),
        ((1959, 8, 3), (1959, 8, 4), "3 August 1959"),
        ((1959, 8, 3, 9), (1959, 8, 3, 17), "3 August 1959, 09:00 to 16:59"),
        ((1959, 8, 3, 9, 30, 5), (1959, 8, 3, 9, 30, 15), "3 August 1959, 09:30:05 to 09:30:14"),
        ((1959, 8, 3, 20), (1959, 8, 4, 8), "3 August 1959, 20:00 to 4 August 1959, 07:59"),
        ((-299, 1, 1), (150, 1, 1), "300 BC to AD 149"),
        ((-50_000, 1, 1), (2_000, 1, 1), "50,001 BC to 1999"),
        ((-13_800_000_000, 1, 1), (2_000, 1, 1), "13.9 billion years ago to now"),
        ((-66_500_000, 1, 1), (-65_500_000, 1, 1), "66,500,001 BC to 65,500,002 BC"),
        ((-90_200_000, 1, 1), (-60_200_000, 1, 1), "90.3 million years ago to 60.3 million years ago"),
        (
            (-13_800_000_000, 3, 1),
            (-13_800_000_000, 3, 5),
            "1 March 13,800,000,001 BC to 4 March 13,800,000,001 BC",
        ),
        ((-20_000, 3, 1), (-20_000, 8, 1), "March 20,001 BC to July 20,001 BC"),
    ],
)
def test_a_range_is_told_as_finely_as_its_length_deserves(first, last, said):
    assert range_in_words(seconds_from_civil(*first), seconds_from_civil(*last), ENGLISH) == said


def test_beyond_the_axis_there_is_nothing_more_to_tell():
    said = range_in_words(-LIMIT_S, LIMIT_S, ENGLISH)
    assert said == "147 billion years ago to 146 billion years from now"
    assert range_in_words(-(2**63), 2**63, ENGLISH) == said


@pytest.mark.parametrize(
    ("name", "first", "last", "said"),
    [
        ("julian", (-43, 3, 13), (-43, 3, 14), "15 March 44 BC"),
        ("julian", (1917, 11, 7), (1917, 11, 9), "25 October 1917 to 26 October 1917"),
        ("hebrew", (1957, 1, 1), (1964, 1, 1), "5717–5724"),
        ("islamic", (1957, 1, 1), (1964, 1, 1), "1376–1383 AH"),
        ("islamic", (600, 1, 1), (610, 1, 1), ""),
        ("islamic", (600, 1, 1), (640, 1, 1), "1–18 AH"),
        ("juche", (1959, 8, 13), (1959, 8, 14), "13 August, Juche 48"),
        ("julian", (-20_000, 1, 1), (2_000, 1, 1), ""),
        ("julian", (2_000, 1, 1), (20_000, 1, 1), ""),
    ],
)
def test_a_range_in_a_further_calendar(name, first, last, said):
    calendar = known_calendar(name)
    ends_s = seconds_from_civil(*first), seconds_from_civil(*last)
    assert calendar_range_in_words(calendar, *ends_s, ENGLISH) == said


@given(views)
def test_any_view_can_be_told(view):
    assert range_in_words(view.start_s, view.end_s, ENGLISH)
    for name in CALENDAR_NAMES:
        said = calendar_range_in_words(known_calendar(name), view.start_s, view.end_s, ENGLISH)
        assert "⟦" not in said
