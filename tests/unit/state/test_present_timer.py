# SPDX-License-Identifier: MIT
"""The presenter's timer: passed and left, paused and set back, the last minutes, and the pace from stop to stop."""

from dataclasses import replace

import pytest

from timeline_app.base.text_value import ShownText
from timeline_app.model.filters import Filters
from timeline_app.model.tour_views import StopView, TourView
from timeline_app.state.present_timer import (
    Nearness,
    Pace,
    Plan,
    Timer,
    Times,
    clock_words,
    plan_of,
    read_timer,
)

MINUTE_MS = 60_000.0


def stop(number: int, minutes: float | None, *, is_spare: bool = False) -> StopView:
    return StopView(
        number, f"stop-{number}", None, ShownText("Stop", "en"), None, None, (), (), "", Filters(), (), minutes, is_spare, ()
    )  # fmt: skip


def tour(minutes: float | None, *stops: StopView) -> TourView:
    return TourView("tour", ShownText("Tour", "en"), minutes, (), stops)


FIVE_MINUTES = plan_of(tour(5, stop(1, 1), stop(2, 2), stop(3, 9, is_spare=True), stop(4, 2)))


def at(minutes: float, stop_number: int, plan: Plan = FIVE_MINUTES, timer: Timer | None = None) -> Times:
    return read_timer(timer or Timer.begun(0.0), minutes * MINUTE_MS, plan, stop_number)


def test_time_passes_while_the_timer_runs_and_stands_while_it_is_paused() -> None:
    timer = Timer.begun(1_000.0)
    assert timer.elapsed_s(13_000.0) == 12.0
    paused = timer.toggled(13_000.0)
    assert not paused.is_running
    assert paused.elapsed_s(99_000.0) == 12.0
    again = paused.toggled(99_000.0)
    assert again.is_running
    assert again.elapsed_s(100_000.0) == 13.0


def test_set_back_it_runs_on_if_it_ran() -> None:
    assert Timer.begun(0.0).reset(9_000.0).elapsed_s(10_000.0) == 1.0
    assert Timer(counted_ms=9_000.0).reset(9_000.0) == Timer()


def test_a_plan_follows_the_minutes_of_the_stops_and_passes_over_spare_ones() -> None:
    assert Plan(300.0, ((1, 0.0, 60.0), (2, 60.0, 180.0), (4, 180.0, 300.0))) == FIVE_MINUTES
    assert FIVE_MINUTES.at(3) == (60.0, 180.0)


def test_stops_without_minutes_share_what_the_others_leave() -> None:
    plan = plan_of(tour(10, stop(1, None), stop(2, 4), stop(3, None)))
    assert plan.stretches == ((1, 0.0, 180.0), (2, 180.0, 420.0), (3, 420.0, 600.0))
    assert plan_of(tour(None, stop(1, 1), stop(2, 2))).total_s == 180.0


@pytest.mark.parametrize("made", [tour(None, stop(1, None)), tour(5), tour(None)])
def test_what_was_not_planned_has_no_pace(made: TourView) -> None:
    shown = at(3, 1, plan_of(made))
    assert shown == Times(180.0, None, Nearness.UNPLANNED, Pace.UNKNOWN)


@pytest.mark.parametrize(
    ("minutes", "stop_number", "pace", "off_s"),
    [
        (0.5, 1, Pace.ON_TIME, 0.0),
        (1.5, 1, Pace.BEHIND, 30.0),
        (0.5, 2, Pace.AHEAD, 30.0),
        (2.9, 3, Pace.ON_TIME, 0.0),
        (1.0, 4, Pace.AHEAD, 120.0),
        (7.0, 4, Pace.BEHIND, 120.0),
    ],
)
def test_the_pace_is_measured_by_the_present_stop(
    minutes: float, stop_number: int, pace: Pace, off_s: float
) -> None:
    shown = at(minutes, stop_number)
    assert (shown.pace, shown.off_s) == (pace, off_s)


def test_before_the_first_stop_there_is_no_pace() -> None:
    assert at(1, 1, replace(FIVE_MINUTES, stretches=((2, 0.0, 60.0),))).pace is Pace.UNKNOWN


@pytest.mark.parametrize(
    ("minutes", "nearness"),
    [(3.9, Nearness.PLENTY), (4.0, Nearness.LAST), (5.0, Nearness.LAST), (5.1, Nearness.OVER)],
)
def test_the_last_fifth_of_a_short_tour_counts_as_its_last_minutes(
    minutes: float, nearness: Nearness
) -> None:
    assert at(minutes, 1).nearness is nearness


def test_of_a_lesson_the_last_five_minutes_count() -> None:
    lesson = plan_of(tour(45, stop(1, None)))
    assert at(39.9, 1, lesson).nearness is Nearness.PLENTY
    assert at(40.0, 1, lesson).nearness is Nearness.LAST


def test_counting_down_shows_what_is_left_and_then_what_is_over() -> None:
    down = Timer.begun(0.0).turned()
    assert at(2, 1, timer=down).shown_s == 180.0
    assert at(5.5, 1, timer=down).shown_s == -30.0
    assert at(2, 1, timer=down.turned()).shown_s == 120.0


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.0, "00:00"), (252.9, "04:12"), (3_852.0, "1:04:12"), (-30.0, "−00:30"), (-0.4, "00:00")],
)
def test_times_are_written_as_on_a_stopwatch(seconds: float, words: str) -> None:
    assert clock_words(seconds) == words
