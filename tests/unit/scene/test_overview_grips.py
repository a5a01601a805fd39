# SPDX-License-Identifier: MIT
"""Where the overview's window can be taken hold of, and what dragging it there does."""

import pytest

from timeline_app.base.geometry import Rect
from timeline_app.scene.overview_grips import Part, WindowGrip, centred_at, part_at
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.view import MIN_SPAN_S, View

HOUR_S = 3_600
VIEW = View(200 * HOUR_S, 100.0 * HOUR_S, 0.0, 30.0)
# The overview shows a thousand hours on five hundred pixels: two hours a pixel.
SCALE = TimeScale(View(0, 1_000.0 * HOUR_S), 0.0, 500.0)
MIRRORED = TimeScale(View(0, 1_000.0 * HOUR_S), 0.0, 500.0, mirrored=True)
WIDEST_S = 1_500.0 * HOUR_S
WINDOW = Rect(100.0, 0.0, 50.0, 60.0)
SLIVER = Rect(100.0, 0.0, 8.0, 60.0)


@pytest.mark.parametrize(
    ("x_px", "part"),
    [
        (92.0, Part.GROUND),
        (93.0, Part.START),
        (107.0, Part.START),
        (108.0, Part.WINDOW),
        (142.0, Part.WINDOW),
        (143.0, Part.END),
        (157.0, Part.END),
        (158.0, Part.GROUND),
    ],
)
def test_edges_can_be_taken_hold_of_seven_pixels_to_both_sides(x_px, part):
    assert part_at(WINDOW, x_px) is part


@pytest.mark.parametrize(
    ("x_px", "part"), [(95.0, Part.START), (102.0, Part.START), (104.0, Part.WINDOW), (106.0, Part.END)]
)
def test_a_sliver_of_a_window_can_be_moved_and_stretched_all_the_same(x_px, part):
    assert part_at(SLIVER, x_px) is part


def test_where_both_edges_are_near_the_nearer_one_counts():
    hair = Rect(100.0, 0.0, 0.0, 60.0)
    assert part_at(hair, 100.0) is Part.START
    assert part_at(Rect(100.0, 0.0, 0.2, 60.0), 100.2) is Part.END


def test_from_right_to_left_the_right_edge_is_the_start():
    assert part_at(WINDOW, 150.0, mirrored=True) is Part.START
    assert part_at(WINDOW, 100.0, mirrored=True) is Part.END


def test_dragging_the_window_moves_the_view_by_the_overview_s_own_measure():
    grip = WindowGrip(Part.WINDOW, 120.0, VIEW, SCALE)
    assert grip.view_for(130.0, WIDEST_S) == View(220 * HOUR_S, 100.0 * HOUR_S, 0.0, 30.0)
    mirrored = WindowGrip(Part.WINDOW, 120.0, VIEW, MIRRORED)
    assert mirrored.view_for(130.0, WIDEST_S).start_s == 180 * HOUR_S


def test_dragging_an_edge_leaves_the_other_one_where_it_is():
    earlier = WindowGrip(Part.START, 100.0, VIEW, SCALE).view_for(80.0, WIDEST_S)
    assert (earlier.start_s, earlier.end_s) == (160 * HOUR_S, 300 * HOUR_S)
    later = WindowGrip(Part.END, 150.0, VIEW, SCALE).view_for(160.0, WIDEST_S)
    assert (later.start_s, later.end_s) == (200 * HOUR_S, 320 * HOUR_S)


def test_an_edge_dragged_past_the_other_stops_at_the_closest_zoom():
    closest = WindowGrip(Part.START, 100.0, VIEW, SCALE).view_for(400.0, WIDEST_S)
    assert (closest.span_s, closest.end_s) == (MIN_SPAN_S, 300 * HOUR_S)


def test_an_edge_stretches_no_farther_than_the_widest_view():
    widest = WindowGrip(Part.END, 150.0, VIEW, SCALE).view_for(9_000.0, WIDEST_S)
    assert (widest.start_s, widest.span_s) == (200 * HOUR_S, WIDEST_S)


def test_centring_keeps_the_zoom_and_the_lanes():
    assert centred_at(VIEW, 500 * HOUR_S) == View(450 * HOUR_S, 100.0 * HOUR_S, 0.0, 30.0)
