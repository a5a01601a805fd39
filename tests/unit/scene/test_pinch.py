# SPDX-License-Identifier: MIT
"""Grips: one finger or the mouse pans, two fingers zoom, from raw points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.scene.limits import Limits
from timeline_app.scene.pinch import Fingers, Grip, Touch, anchor_at, zoomed_at
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.view import View

HOUR_S = 3_600
# A thousand pixels show a thousand hours, from pixel 100 on.
VIEW = View(5_000 * HOUR_S, 1_000.0 * HOUR_S, 0.0, 50.0)
SCALE = TimeScale(VIEW, 100.0, 1_000.0)
MIRRORED = TimeScale(VIEW, 100.0, 1_000.0, mirrored=True)
LIMITS = Limits(0, 20_000 * HOUR_S, 500.0)


def scaled(view: View) -> TimeScale:
    return TimeScale(view, SCALE.left_px, SCALE.width_px)


def test_one_finger_moves_the_picture_by_exactly_its_pixels():
    grip = Grip(SCALE, (Touch(1, 400.0, 300.0),))
    view = grip.view_for([Touch(1, 430.0, 280.0)], LIMITS)
    assert view.start_s == 4_970 * HOUR_S
    assert view.span_s == VIEW.span_s
    assert view.lane_scroll_px == 70.0


def test_from_right_to_left_the_picture_follows_the_finger_too():
    grip = Grip(MIRRORED, (Touch(1, 400.0, 300.0),))
    assert grip.view_for([Touch(1, 430.0, 300.0)], LIMITS).start_s == 5_030 * HOUR_S


def test_two_fingers_twice_as_far_apart_show_half_the_time_about_their_middle():
    grip = Grip(SCALE, (Touch(1, 500.0, 300.0), Touch(2, 700.0, 300.0)))
    view = grip.view_for([Touch(1, 400.0, 300.0), Touch(2, 800.0, 300.0)], LIMITS)
    assert view.span_s == 500.0 * HOUR_S
    assert scaled(view).x_of(5_500 * HOUR_S) == pytest.approx(600.0, abs=0.01)


def test_two_fingers_that_move_together_pan_both_ways():
    grip = Grip(SCALE, (Touch(1, 500.0, 300.0), Touch(2, 700.0, 300.0)))
    view = grip.view_for([Touch(1, 520.0, 310.0), Touch(2, 720.0, 310.0)], LIMITS)
    assert view.span_s == VIEW.span_s
    assert view.start_s == 4_980 * HOUR_S
    assert view.lane_scroll_px == 40.0


def test_fingers_all_but_together_do_not_zoom_a_thousandfold():
    grip = Grip(SCALE, (Touch(1, 500.0, 300.0), Touch(2, 501.0, 300.0)))
    view = grip.view_for([Touch(1, 476.0, 300.0), Touch(2, 524.0, 300.0)], LIMITS)
    assert view.span_s == VIEW.span_s / 2


def test_pinching_out_stops_at_the_widest_view():
    grip = Grip(SCALE, (Touch(1, 100.0, 300.0), Touch(2, 1_060.0, 300.0)))
    view = grip.view_for([Touch(1, 580.0, 300.0), Touch(2, 590.0, 300.0)], LIMITS)
    assert view.span_s == 30_000.0 * HOUR_S


@given(st.floats(100, 1_099), st.floats(1e-3, 1e3))
def test_zooming_keeps_the_anchor_within_a_hundredth_of_a_pixel(x_px, factor):
    anchor = anchor_at(SCALE, x_px)
    view = zoomed_at(SCALE, anchor, VIEW.span_s * factor, LIMITS)
    assert scaled(view).x_of(anchor.axis_s) == pytest.approx(SCALE.x_of(anchor.axis_s), abs=0.01)


def test_at_the_closest_zoom_nothing_jumps_although_a_second_is_several_pixels_wide():
    close = TimeScale(View(0, 600.0, 0.3), 0.0, 1_500.0)
    view = zoomed_at(close, anchor_at(close, 701.0), 600.0, LIMITS)
    assert (view.start_s, view.start_fraction) == (0, pytest.approx(0.3))


def test_the_first_finger_takes_hold_and_moves_nothing():
    fingers = Fingers()
    assert fingers.move([Touch(1, 400.0, 300.0)], SCALE, LIMITS) is None
    assert fingers.count == 1
    view = fingers.move([Touch(1, 410.0, 300.0)], SCALE, LIMITS)
    assert view is not None
    assert view.start_s == 4_990 * HOUR_S


def test_a_second_finger_takes_hold_afresh_from_the_displayed_view():
    fingers = Fingers()
    fingers.move([Touch(1, 400.0, 300.0)], SCALE, LIMITS)
    displayed = fingers.move([Touch(1, 410.0, 300.0)], SCALE, LIMITS)
    assert displayed is not None
    both = [Touch(1, 410.0, 300.0), Touch(2, 610.0, 300.0)]
    assert fingers.move(both, scaled(displayed), LIMITS) is None
    assert fingers.count == 2
    unmoved = fingers.move(both, scaled(displayed), LIMITS)
    assert unmoved is not None
    assert unmoved.start_s == displayed.start_s
    wider = fingers.move([Touch(1, 310.0, 300.0), Touch(2, 710.0, 300.0)], scaled(displayed), LIMITS)
    assert wider is not None
    assert wider.span_s == VIEW.span_s / 2


def test_a_finger_that_goes_leaves_the_other_panning_without_a_jump():
    fingers = Fingers()
    both = [Touch(1, 400.0, 300.0), Touch(2, 600.0, 300.0)]
    fingers.move(both, SCALE, LIMITS)
    assert fingers.move([Touch(2, 600.0, 300.0)], SCALE, LIMITS) is None
    view = fingers.move([Touch(2, 610.0, 300.0)], SCALE, LIMITS)
    assert view is not None
    assert view.start_s == 4_990 * HOUR_S


def test_a_third_finger_does_not_disturb_the_two_that_hold_on():
    fingers = Fingers()
    fingers.move([Touch(2, 500.0, 300.0), Touch(3, 700.0, 300.0)], SCALE, LIMITS)
    three = [Touch(1, 0.0, 0.0), Touch(2, 400.0, 300.0), Touch(3, 800.0, 300.0)]
    view = fingers.move(three, SCALE, LIMITS)
    assert view is not None
    assert view.span_s == VIEW.span_s / 2


def test_a_palm_lets_go_until_every_finger_is_up():
    fingers = Fingers()
    fingers.move([Touch(1, 400.0, 300.0)], SCALE, LIMITS)
    palm = [Touch(number, 400.0 + number, 300.0) for number in range(5)]
    assert fingers.move(palm, SCALE, LIMITS) is None
    assert fingers.is_palm
    assert fingers.move([Touch(1, 450.0, 300.0)], SCALE, LIMITS) is None
    assert fingers.count == 0
    assert fingers.move([], SCALE, LIMITS) is None
    assert not fingers.is_palm
    fingers.move([Touch(7, 400.0, 300.0)], SCALE, LIMITS)
    assert fingers.move([Touch(7, 401.0, 300.0)], SCALE, LIMITS) is not None
