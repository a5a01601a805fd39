# SPDX-License-Identifier: MIT
"""Easing, travel from view to view, the speed of a hand and what friction leaves of it."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.base.geometry import Point
from timeline_app.scene.motion import (
    FASTEST_PX_S,
    FRICTION_MS,
    LONGEST_MS,
    SHORTEST_MS,
    Glide,
    Speedometer,
    Travel,
    ease_out,
    travel_ms,
)
from timeline_app.scene.view import View

YEAR_S = 31_556_952


def test_easing_out_starts_fast_and_ends_softly():
    assert ease_out(0.0) == 0.0
    assert ease_out(0.5) == 0.875
    assert ease_out(1.0) == 1.0
    assert ease_out(-1.0) == 0.0
    assert ease_out(7.0) == 1.0


@pytest.mark.parametrize(
    ("first", "last", "ms"),
    [
        (View(0, 100.0), View(0, 100.0), 200.0),
        (View(0, 100.0), View(100, 100.0), 275.0),
        (View(0, 100.0), View(900, 100.0), 350.0),
        (View(0, 160.0), View(40, 80.0), 237.5),
        (View(0, 10_000.0), View(0, 10.0), 350.0),
    ],
)
def test_farther_takes_longer_within_narrow_bounds(first, last, ms):
    assert travel_ms(first, last) == pytest.approx(ms)
    assert SHORTEST_MS <= travel_ms(last, first) <= LONGEST_MS


def test_a_travel_begins_and_ends_exactly():
    travel = Travel(View(0, 100.0, 0.5), View(1_000, 400.0, 0.25, 30.0), 250.0)
    assert travel.at(0.0) == travel.first
    assert travel.at(250.0) is travel.last
    assert travel.at(9_999.0) is travel.last
    assert travel.first.start_s < travel.at(60.0).start_s < travel.last.start_s


def test_a_travel_about_an_anchor_keeps_the_anchor_where_it_is():
    # Both views show the year's end at a quarter of the width.
    travel = Travel(View(YEAR_S - 1_000, 4_000.0), View(YEAR_S - 10, 40.0), 300.0)
    for elapsed_ms in range(0, 301, 20):
        view = travel.at(float(elapsed_ms))
        ratio = (YEAR_S - view.start_s - view.start_fraction) / view.span_s
        assert ratio == pytest.approx(0.25, abs=1e-9)


def test_the_speed_of_a_hand_is_that_of_its_last_moments():
    meter = Speedometer()
    meter.note(0.0, 0.0, 0.0)
    meter.note(500.0, 1_000.0, 0.0)
    meter.note(540.0, 1_020.0, -8.0)
    meter.note(580.0, 1_040.0, -16.0)
    assert meter.speed(580.0) == Point(500.0, -200.0)


def test_a_hand_that_has_come_to_rest_has_no_speed():
    meter = Speedometer()
    assert meter.speed(0.0) == Point(0.0, 0.0)
    meter.note(0.0, 0.0, 0.0)
    meter.note(20.0, 100.0, 0.0)
    assert meter.speed(300.0) == Point(0.0, 0.0)


def test_moves_that_arrive_in_one_bunch_count_as_a_frame_s():
    meter = Speedometer()
    meter.note(5.0, 0.0, 0.0)
    meter.note(5.0, 4.0, 0.0)
    assert meter.speed(5.0) == Point(250.0, 0.0)


def test_a_slow_hand_meant_to_stop():
    assert Glide.of(Point(40.0, 40.0)) is None
    assert Glide.of(Point(0.0, 0.0)) is None


def test_friction_ends_a_glide_and_says_where():
    glide = Glide.of(Point(-1_200.0, 0.0))
    assert glide is not None
    assert glide.duration_ms == pytest.approx(FRICTION_MS * math.log(100.0))
    # Speed times friction, less what is left when nothing is seen to move any more.
    assert glide.far_px.x == pytest.approx(-1_200.0 * 0.325 * 0.99)
    assert glide.far_px.y == 0.0


def test_the_wildest_flick_is_tamed():
    wild, fast = Glide.of(Point(1.0e9, 0.0)), Glide.of(Point(FASTEST_PX_S, 0.0))
    assert wild is not None
    assert fast is not None
    assert wild.far_px.x == pytest.approx(fast.far_px.x)
    assert wild.duration_ms == fast.duration_ms < 3_000.0


@given(st.floats(-20_000, 20_000), st.floats(-20_000, 20_000))
def test_every_glide_slows_down_until_it_rests(x, y):
    glide = Glide.of(Point(x, y))
    if glide is None:
        return
    steps = [glide.easing(part / 20) for part in range(21)]
    assert steps[0] == 0.0
    assert steps[-1] == pytest.approx(1.0)
    moved = [after - before for before, after in itertools.pairwise(steps)]
    assert all(later < earlier for earlier, later in itertools.pairwise(moved))
    assert glide.easing(2.0) == pytest.approx(1.0)


def test_a_glide_starts_with_the_speed_of_the_hand():
    glide = Glide.of(Point(900.0, 0.0))
    assert glide is not None
    moved_px = glide.far_px.x * glide.easing(10.0 / glide.duration_ms)
    assert moved_px == pytest.approx(900.0 * 0.010, rel=0.03)
