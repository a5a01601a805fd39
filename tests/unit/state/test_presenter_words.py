# SPDX-License-Identifier: MIT
"""What a presenter is told: what comes next, what a stop holds, and how one is for time."""

from dataclasses import replace

import pytest

from tests.stages import ENGLISH
from tests.tour_exhibit import toured
from timeline_app.model.showing import Showing
from timeline_app.model.tour_views import StopView, TourView
from timeline_app.state.present_timer import Nearness, Pace, Times
from timeline_app.state.presenter_words import (
    next_words,
    pace_line,
    place_words,
    stop_facts,
    stop_line,
    timer_line,
)
from timeline_app.state.tour_state import TourState


@pytest.fixture(scope="module")
def tour() -> TourView:
    found = Showing(toured()).tour("long")
    assert found is not None
    return found


def stop(tour: TourView, number: int) -> StopView:
    found = tour.stop(number)
    assert found is not None
    return found


def said(tour: TourView, number: int, *, step: int = 0, is_away: bool = False) -> tuple[str, str, str]:
    walked = TourState("long", number, step, is_away)
    told = next_words(tour, stop(tour, number), walked, ENGLISH)
    return told.heading, told.title, told.line


def test_the_next_stop_is_told_with_its_date_its_view_and_what_it_opens(tour: TourView) -> None:
    assert said(tour, 1) == (
        "Next · 2 of 4",
        "deal",
        "1 March 1955 · zooms to January 1953 to December 1957 · an excerpt · differing accounts · a source · in 2 steps",
    )


def test_while_a_stop_has_more_to_reveal_that_comes_next(tour: TourView) -> None:
    assert said(tour, 2)[0] == "Next · step 1 of 2 of this stop"
    assert said(tour, 2, step=1)[:2] == ("Next · step 2 of 2 of this stop", "Who gave the order · A study")


def test_spare_stops_are_passed_over_and_counted_at_none(tour: TourView) -> None:
    assert said(tour, 2, step=2)[:2] == ("Next · 3 of 4", "ferry")
    assert said(tour, 3)[:2] == ("Next · 3 of 4", "ferry")
    assert place_words(tour, stop(tour, 3), ENGLISH) == "Spare stop 3: song"
    assert place_words(tour, stop(tour, 4), ENGLISH) == "Stop 3 of 4: ferry"


def test_the_end_and_exploring_are_told(tour: TourView) -> None:
    assert said(tour, 5) == ("Next", "This is the last stop", "")
    assert said(tour, 1, is_away=True) == ("Exploring freely", "pier", "The tour waits at this stop.")


def test_a_cursor_is_told_unless_it_is_no_date(tour: TourView) -> None:
    ferry = stop(tour, 4)
    assert "as known at 1970" in stop_line(ferry, ENGLISH)
    assert "as known" not in stop_line(replace(ferry, as_known_at="one day"), ENGLISH)


def test_an_overview_tells_dates_minutes_and_spare_stops(tour: TourView) -> None:
    assert stop_facts(stop(tour, 1), ENGLISH) == "1950 · 2 minutes"
    assert stop_facts(stop(tour, 3), ENGLISH) == "spare"
    assert stop_facts(replace(stop(tour, 1), minutes=1.5), ENGLISH) == "1950 · 1.5 minutes"


def times(nearness: Nearness, pace: Pace, off_s: float = 0.0, planned_s: float | None = 300.0) -> Times:
    return Times(60.0, planned_s, nearness, pace, off_s)


def test_the_timer_tells_what_it_counts() -> None:
    plain = times(Nearness.PLENTY, Pace.ON_TIME)
    assert timer_line(plain, False, ENGLISH) == "elapsed · 05:00 planned"
    assert timer_line(plain, True, ENGLISH) == "left · 05:00 planned"
    assert timer_line(times(Nearness.UNPLANNED, Pace.UNKNOWN, planned_s=None), True, ENGLISH) == "elapsed"


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (times(Nearness.PLENTY, Pace.UNKNOWN), ""),
        (times(Nearness.PLENTY, Pace.ON_TIME), "On time"),
        (times(Nearness.PLENTY, Pace.BEHIND, 59.0), "On time"),
        (times(Nearness.LAST, Pace.BEHIND, 60.0), "▼ A minute behind the plan"),
        (times(Nearness.PLENTY, Pace.AHEAD, 150.0), "▲ 2 minutes ahead of the plan"),
        (times(Nearness.OVER, Pace.BEHIND, 150.0), "The planned time is over"),
    ],
)
def test_the_pace_is_told_in_whole_minutes(shown: Times, words: str) -> None:
    assert pace_line(shown, ENGLISH) == words


def test_further_sheets_of_a_stop_come_before_its_steps(tour: TourView) -> None:
    here = tour.stop(2)
    assert here is not None
    told = next_words(tour, here, TourState("long", 2, sheet=1), ENGLISH, 3)
    assert (told.heading, told.title) == ("Next · sheet 3 of 3", here.title.text)
    assert "step" in next_words(tour, here, TourState("long", 2, sheet=2), ENGLISH, 3).heading
