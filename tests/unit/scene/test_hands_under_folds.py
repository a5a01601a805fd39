# SPDX-License-Identifier: MIT
"""Hand, wheel and fingers under a fold: what they hold stays under them, on either side of a break."""

import pytest

from timeline_app.base.geometry import Size
from timeline_app.scene.limits import Limits
from timeline_app.scene.overview import window_rect
from timeline_app.scene.overview_grips import Part, WindowGrip
from timeline_app.scene.pinch import Fingers, Grip, Touch, anchor_at, zoomed_at
from timeline_app.scene.surface import PlainMeasurer, Surface
from timeline_app.scene.time_fold import Quiet, TimeFold
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.view import View, zoomed_about

HOUR_S = 3_600
#: Of 5,000 hours from hour 400 on a hundred are left.
FOLD = TimeFold.of([Quiet(400 * HOUR_S, 100 * HOUR_S, 50)], (0, 6_000 * HOUR_S))
#: A pixel for each hour that is left: the break stands from pixel 400 to 500.
SCALE = TimeScale(View(0, 1_000.0 * HOUR_S), 0.0, 1_000.0, fold=FOLD)
LIMITS = Limits(0, 1_100 * HOUR_S)


def seen(view: View) -> TimeScale:
    return TimeScale(view, 0.0, 1_000.0, fold=FOLD)


@pytest.mark.parametrize(
    ("x_px", "hour"), [(0.0, 0), (399.0, 399), (400.0, 400), (410.0, 900), (500.0, 5_400), (700.0, 5_600)]
)
def test_an_instant_stands_where_the_fold_puts_it(x_px, hour):
    assert SCALE.x_of(hour * HOUR_S) == x_px
    assert SCALE.instant_at(x_px) == hour * HOUR_S
    mirrored = TimeScale(SCALE.view, 0.0, 1_000.0, True, FOLD)
    assert mirrored.x_of(hour * HOUR_S) == 1_000.0 - x_px


@pytest.mark.parametrize("x_px", [100.0, 450.0, 800.0])
def test_the_wheel_keeps_what_is_under_it(x_px):
    instant_s = SCALE.instant_at(x_px)
    view = zoomed_at(SCALE, anchor_at(SCALE, x_px), 200.0 * HOUR_S, LIMITS)
    assert seen(view).x_of(instant_s) == pytest.approx(x_px, abs=0.01)


def test_two_fingers_on_either_side_of_a_break_keep_what_they_hold():
    held = (Touch(1, 300.0, 50.0), Touch(2, 700.0, 50.0))
    instants = [SCALE.instant_at(touch.x) for touch in held]
    view = Grip(SCALE, held).view_for([Touch(1, 100.0, 50.0), Touch(2, 900.0, 50.0)], LIMITS)
    assert [seen(view).x_of(instant_s) for instant_s in instants] == pytest.approx([100.0, 900.0], abs=0.01)


def test_dragging_over_a_break_moves_everything_alike():
    view = Grip(SCALE, (Touch(1, 600.0, 50.0),)).view_for([Touch(1, 350.0, 50.0)], LIMITS)
    for hour in (300, 5_450, 5_900):
        assert seen(view).x_of(hour * HOUR_S) == SCALE.x_of(hour * HOUR_S) - 250.0


def test_fingers_take_hold_anew_when_what_is_folded_changes():
    fingers, touch = Fingers(), Touch(1, 300.0, 50.0)
    plain = TimeScale(View(0, 1_000.0 * HOUR_S), 0.0, 1_000.0)
    assert fingers.move([touch], plain, LIMITS) is None
    assert fingers.move([Touch(1, 310.0, 50.0)], SCALE, LIMITS) is None
    moved = fingers.move([Touch(1, 320.0, 50.0)], SCALE, LIMITS)
    assert moved is not None
    assert seen(moved).x_of(0) == 10.0


def test_the_overview_s_window_is_dragged_along_the_folded_axis():
    surface = Surface(Size(1_000.0, 60.0), PlainMeasurer())
    view = zoomed_about(View(0, 10.0), 600 * HOUR_S, 0.0, 100.0 * HOUR_S)
    window = window_rect(SCALE, view, surface)
    assert (window.x, window.right) == (600.0, 700.0)
    moved = WindowGrip(Part.WINDOW, 650.0, view, SCALE).view_for(350.0, LIMITS.widest_span_s)
    assert window_rect(SCALE, moved, surface).x == pytest.approx(300.0, abs=0.01)
    assert seen(moved).first_s == 300 * HOUR_S
    wider = WindowGrip(Part.START, 600.0, view, SCALE).view_for(300.0, LIMITS.widest_span_s)
    assert (seen(wider).first_s, seen(wider).last_s) == (300 * HOUR_S, 5_600 * HOUR_S)
