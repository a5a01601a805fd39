# SPDX-License-Identifier: MIT
"""Plain geometry: hand-made rectangles, and what must hold for all of them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.base.geometry import Point, Rect, Size

BOX = Rect(10.0, 20.0, 30.0, 40.0)

# Halves and quarters add up without rounding, so that edges can be compared to the letter.
coordinates = st.integers(-4_000, 4_000).map(lambda number: number / 4)
lengths = st.integers(1, 4_000).map(lambda number: number / 4)
rects = st.builds(Rect, coordinates, coordinates, lengths, lengths)


def test_a_rectangle_knows_its_far_edges_and_its_middle():
    assert BOX.right == 40.0
    assert BOX.bottom == 60.0
    assert BOX.centre == Point(25.0, 40.0)


def test_a_size_is_a_width_and_a_height():
    assert Size(3.0, 4.0) == (3.0, 4.0)
    assert Size(3.0, 4.0).h == 4.0


@pytest.mark.parametrize(
    ("x", "y", "is_inside"),
    [
        (10.0, 20.0, True),
        (39.9, 59.9, True),
        (40.0, 30.0, False),
        (20.0, 60.0, False),
        (9.9, 30.0, False),
        (20.0, 19.9, False),
    ],
)
def test_a_rectangle_holds_its_near_edges_but_not_its_far_ones(x, y, is_inside):
    assert BOX.contains(x, y) is is_inside


@pytest.mark.parametrize(
    ("other", "do_meet"),
    [
        (Rect(35.0, 55.0, 10.0, 10.0), True),
        (Rect(0.0, 0.0, 100.0, 100.0), True),
        (Rect(20.0, 30.0, 1.0, 1.0), True),
        (Rect(40.0, 30.0, 5.0, 5.0), False),
        (Rect(5.0, 30.0, 5.0, 5.0), False),
        (Rect(20.0, 60.0, 5.0, 5.0), False),
        (Rect(20.0, 15.0, 5.0, 5.0), False),
    ],
)
def test_rectangles_meet_where_they_share_an_area_and_not_where_they_only_touch(other, do_meet):
    assert BOX.intersects(other) is do_meet


@given(rects, rects)
def test_meeting_is_mutual(one, other):
    assert one.intersects(other) == other.intersects(one)


def test_moving_keeps_the_size():
    assert BOX.moved(5.0, -7.0) == Rect(15.0, 13.0, 30.0, 40.0)


@given(rects, coordinates, coordinates)
def test_moving_there_and_back_changes_nothing(rect, dx, dy):
    assert rect.moved(dx, dy).moved(-dx, -dy) == rect


def test_growing_adds_the_margin_on_all_four_sides():
    assert BOX.grown(2.0) == Rect(8.0, 18.0, 34.0, 44.0)


@given(rects, st.integers(0, 100))
def test_growing_keeps_the_middle(rect, margin):
    assert rect.grown(margin).centre == rect.centre


@pytest.mark.parametrize(
    ("x", "y", "distance_px"),
    [
        (25.0, 40.0, 0.0),
        (10.0, 60.0, 0.0),
        (7.0, 30.0, 3.0),
        (44.0, 30.0, 4.0),
        (25.0, 15.0, 5.0),
        (25.0, 66.0, 6.0),
        (7.0, 16.0, 5.0),
        (43.0, 64.0, 5.0),
    ],
)
def test_the_distance_to_a_point_is_that_to_the_nearest_edge(x, y, distance_px):
    assert BOX.distance_to(x, y) == distance_px


@given(rects, coordinates, coordinates)
def test_only_points_inside_or_on_the_edge_are_at_no_distance(rect, x, y):
    is_near = rect.x <= x <= rect.right and rect.y <= y <= rect.bottom
    assert (rect.distance_to(x, y) == 0.0) == is_near
    assert rect.distance_to(x, y) <= math.hypot(x - rect.x, y - rect.y)
