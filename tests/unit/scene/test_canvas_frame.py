# SPDX-License-Identifier: MIT
"""How the canvas is divided."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages import plain_surface
from timeline_app.base.geometry import Rect
from timeline_app.scene.canvas_frame import frame_canvas


def test_axis_and_eras_stand_above_the_lanes_and_the_names_beside_them():
    frame = frame_canvas(plain_surface(1_000.0, 400.0), 150.0, has_eras=True)
    assert frame.axis == Rect(150.0, 0.0, 850.0, 47.0)
    assert frame.eras == Rect(150.0, 47.0, 850.0, 30.0)
    assert frame.lanes == Rect(150.0, 77.0, 850.0, 323.0)
    assert frame.heads == Rect(0.0, 77.0, 150.0, 323.0)
    assert frame.has_minor_row
    assert frame.head_line_px == 0.0


def test_without_eras_the_lanes_begin_below_the_axis():
    frame = frame_canvas(plain_surface(1_000.0, 400.0), 150.0, has_eras=False)
    assert frame.eras.h == 0.0
    assert frame.lanes.y == frame.axis.bottom == 47.0


def test_right_to_left_the_names_stand_at_the_right():
    frame = frame_canvas(plain_surface(1_000.0, 400.0, mirrored=True), 150.0, has_eras=True)
    assert frame.lanes == Rect(0.0, 77.0, 850.0, 323.0)
    assert frame.axis.x == frame.eras.x == 0.0
    assert frame.heads == Rect(850.0, 77.0, 150.0, 323.0)


def test_without_a_column_the_names_get_a_line_in_each_lane():
    frame = frame_canvas(plain_surface(1_000.0, 400.0), 0.0, has_eras=False)
    assert frame.heads.w == 0.0
    assert frame.lanes.w == 1_000.0
    assert frame.head_line_px == 24.0


@pytest.mark.parametrize(
    ("height_px", "eras_px", "has_minor_row", "axis_px"),
    [
        (257.0, 30.0, True, 47.0),
        (256.0, 0.0, True, 47.0),
        (157.0, 0.0, True, 47.0),
        (156.0, 0.0, False, 29.0),
    ],
)
def test_where_room_is_short_the_eras_go_first_then_the_names_of_the_finer_ticks(
    height_px, eras_px, has_minor_row, axis_px
):
    frame = frame_canvas(plain_surface(1_000.0, height_px), 150.0, has_eras=True)
    assert frame.eras.h == eras_px
    assert frame.has_minor_row is has_minor_row
    assert frame.axis.h == axis_px


def test_the_text_scale_counts():
    frame = frame_canvas(plain_surface(1_000.0, 1_000.0, text_scale=3.0), 0.0, has_eras=True)
    assert frame.axis.h == 119.0
    assert frame.eras.h == 66.0
    assert frame.head_line_px == 60.0


@given(
    width_px=st.floats(10.0, 4_000.0),
    height_px=st.floats(40.0, 2_200.0),
    text_scale=st.floats(1.0, 3.0),
    heads_share=st.floats(0.0, 0.2),
    mirrored=st.booleans(),
    has_eras=st.booleans(),
)
def test_the_parts_never_overlap_and_keep_to_the_canvas(
    width_px, height_px, text_scale, heads_share, mirrored, has_eras
):
    surface = plain_surface(width_px, height_px, text_scale, mirrored=mirrored)
    frame = frame_canvas(surface, heads_share * width_px, has_eras=has_eras)
    assert frame.axis.bottom == frame.eras.y
    assert frame.eras.bottom == frame.lanes.y == frame.heads.y
    assert frame.lanes.w + frame.heads.w == pytest.approx(width_px)
    assert frame.lanes.w > 0.0
    assert frame.lanes.h > 0.0
    if frame.lanes.h > 1.0:
        assert frame.lanes.bottom == pytest.approx(height_px)
    assert not frame.lanes.grown(-1e-6).intersects(frame.heads.grown(-1e-6))


def test_a_canvas_without_height_or_width_still_has_lanes():
    frame = frame_canvas(plain_surface(100.0, 10.0), 200.0, has_eras=True)
    assert (frame.lanes.w, frame.lanes.h) == (1.0, 1.0)
