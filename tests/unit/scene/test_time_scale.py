# SPDX-License-Identifier: MIT
"""The one place that maps time to x: there and back at every age, in both directions."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import BIG_BANG_S, TODAY_S, instants, views
from timeline_app.scene.time_scale import FAR_PX, TimeScale
from timeline_app.scene.view import View, zoomed_about

PLAIN = TimeScale(View(1_000, 600.0), left_px=100.0, width_px=300.0)
MIRRORED = TimeScale(View(1_000, 600.0), left_px=100.0, width_px=300.0, mirrored=True)

scales = st.builds(
    TimeScale,
    view=views,
    left_px=st.floats(0.0, 500.0),
    width_px=st.floats(300.0, 4_000.0),
    mirrored=st.booleans(),
)


def test_the_zoom_is_counted_in_seconds_per_pixel():
    assert PLAIN.seconds_per_px == 2.0


@pytest.mark.parametrize(
    ("instant_s", "x"), [(1_000, 100.0), (1_600, 400.0), (1_300, 250.0), (1_001, 100.5), (800, 0.0)]
)
def test_an_instant_has_an_x(instant_s, x):
    assert PLAIN.x_of(instant_s) == x
    assert MIRRORED.x_of(instant_s) == 500.0 - x


def test_the_part_of_a_second_before_the_view_counts():
    scale = TimeScale(View(1_000, 600.0, 0.5), 0.0, 600.0)
    assert scale.x_of(1_000) == -0.5
    assert scale.instant_at(-0.5) == 1_000
    assert scale.instant_at(0.25) == 1_000
    assert scale.instant_at(0.5) == 1_001


@pytest.mark.parametrize(
    ("x", "instant_s"), [(100.0, 1_000), (400.0, 1_600), (100.4, 1_000), (100.5, 1_001), (99.9, 999)]
)
def test_an_x_lies_within_a_second(x, instant_s):
    assert PLAIN.instant_at(x) == instant_s


def test_right_to_left_time_runs_the_other_way():
    assert MIRRORED.instant_at(400.0) == 1_000
    assert MIRRORED.instant_at(100.0) == 1_600
    assert MIRRORED.instant_at(399.6) == 1_000
    assert MIRRORED.instant_at(399.4) == 1_001


def test_the_part_of_the_width_follows_the_direction_of_time():
    assert PLAIN.ratio_at(175.0) == 0.25
    assert MIRRORED.ratio_at(175.0) == 0.75
    assert PLAIN.ratio_at(100.0) == MIRRORED.ratio_at(400.0) == 0.0


def test_nothing_is_drawn_farther_away_than_painters_can_count():
    assert PLAIN.x_of(BIG_BANG_S) == 100.0 - FAR_PX
    assert PLAIN.x_of(TODAY_S) == 100.0 + FAR_PX
    assert MIRRORED.x_of(BIG_BANG_S) == 400.0 + FAR_PX
    assert PLAIN.xs_of(np.array([BIG_BANG_S, TODAY_S])).tolist() == [100.0 - FAR_PX, 100.0 + FAR_PX]


@given(scales, st.floats(0.0, 1.0))
def test_from_x_to_time_and_back_returns_within_a_pixel(scale, ratio):
    x = scale.left_px + ratio * scale.width_px
    back = scale.x_of(scale.instant_at(x))
    # A second may be wider than a pixel: the instant is the whole second under the x.
    assert abs(back - x) <= max(1.0 / scale.seconds_per_px, 1e-3) * (1 + 1e-6)


@given(scales, st.floats(0.0, 1.0))
def test_from_time_to_x_and_back_returns_within_a_second_or_a_hundredth_of_a_pixel(scale, ratio):
    instant_s = scale.view.instant_at(ratio)
    back_s = scale.instant_at(scale.x_of(instant_s))
    assert abs(back_s - instant_s) <= max(1.0, scale.seconds_per_px / 100)


@given(instants, st.floats(0.0, 1.0), st.booleans())
def test_at_the_closest_zoom_every_second_is_told_apart_at_any_age(instant_s, ratio, mirrored):
    view = zoomed_about(View(0, 600.0), instant_s, ratio, 600.0)
    scale = TimeScale(view, 0.0, 1_920.0, mirrored)
    step = scale.x_of(instant_s + 1) - scale.x_of(instant_s)
    assert step == pytest.approx(-3.2 if mirrored else 3.2)
    middle = (scale.x_of(instant_s) + scale.x_of(instant_s + 1)) / 2
    assert scale.instant_at(middle) == instant_s


@given(scales, instants, instants)
def test_later_is_never_on_the_wrong_side(scale, one_s, other_s):
    first_s, last_s = sorted((one_s, other_s))
    first, last = scale.x_of(first_s), scale.x_of(last_s)
    assert first >= last if scale.mirrored else first <= last


@given(scales, st.lists(instants, min_size=1, max_size=8))
def test_many_instants_get_the_same_x_as_each_alone(scale, several_s):
    together = scale.xs_of(np.array(several_s, dtype=np.int64))
    assert together.tolist() == pytest.approx([scale.x_of(instant_s) for instant_s in several_s], abs=1e-6)


@given(scales, st.floats(0.0, 1.0))
def test_both_directions_are_mirror_images(scale, ratio):
    other = TimeScale(scale.view, scale.left_px, scale.width_px, not scale.mirrored)
    instant_s = scale.view.instant_at(ratio)
    middle = 2 * scale.left_px + scale.width_px
    assert scale.x_of(instant_s) + other.x_of(instant_s) == pytest.approx(middle, abs=1e-6)
    x = scale.x_of(instant_s)
    assert scale.ratio_at(x) == pytest.approx(other.ratio_at(middle - x), abs=1e-9)


def test_looking_up_many_leaves_the_instants_as_they_are():
    several_s = np.array([1_000, 1_300])
    PLAIN.xs_of(several_s)
    assert several_s.tolist() == [1_000, 1_300]
