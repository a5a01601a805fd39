# SPDX-License-Identifier: MIT
"""Lanes share the window's height, and scroll where that is too little."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages import plain_surface
from timeline_app.base.text_value import ShownText
from timeline_app.model.heads import LaneView
from timeline_app.scene.lane_layout import LANE_GAP_PX, lay_out_lanes

AROUND_PX = 16.0
"""What a lane needs beside its rows: padding and strip."""


def lanes_of(*shares):
    return [
        LaneView(index, f"lane-{index}", ShownText("Lane", "en"), "teal", share, 0)
        for index, share in enumerate(shares)
    ]


def layout_of(shares, counts, height_px, text_scale=1.0, head_line_px=0.0):
    surface = plain_surface(text_scale=text_scale)
    return lay_out_lanes(lanes_of(*shares), counts, height_px, surface, head_line_px)


def rows_of(layout):
    return [box.rows for box in layout.boxes]


def test_lanes_of_equal_weight_get_equal_height():
    layout = layout_of([1.0, 1.0, 1.0], [10, 10, 10], 600.0)
    assert rows_of(layout) == [5, 5, 5]
    assert {round(box.height_px, 6) for box in layout.boxes} == {196.0}
    assert [box.top_px for box in layout.boxes] == pytest.approx([0.0, 200.0, 400.0])
    assert layout.content_height_px == pytest.approx(600.0)


def test_lanes_with_more_to_tell_get_more_rows_but_not_all():
    layout = layout_of([1.0, 1.0], [100, 1], 600.0)
    many, few = rows_of(layout)
    assert many > few >= 1
    assert many + few == int((600.0 - 2 * (AROUND_PX + LANE_GAP_PX)) / layout.row_px)


def test_a_share_weighs_as_the_file_says():
    doubled, single = rows_of(layout_of([2.0, 1.0], [10, 10], 1_000.0))
    assert doubled - 1 == pytest.approx(2 * (single - 1), abs=1)
    assert doubled > single


def test_rows_stand_below_each_other_within_their_lane():
    layout = layout_of([1.0, 1.0], [5, 5], 500.0)
    box = layout.boxes[1]
    assert layout.row_top_px(1, 0) == box.rows_top_px
    assert layout.row_top_px(1, 2) == box.rows_top_px + 2 * layout.row_px
    assert box.top_px < box.rows_top_px
    assert layout.row_top_px(1, box.rows) <= box.strip_top_px
    assert box.strip_top_px + 8.0 < box.bottom_px
    assert box.bottom_px == box.top_px + box.height_px


@pytest.mark.parametrize(("height_px", "row_px"), [(60.0, 27.0), (2_000.0, 35.0)])
def test_rows_close_up_where_there_is_little_room_and_are_airy_where_there_is_much(height_px, row_px):
    assert layout_of([1.0, 1.0], [5, 5], height_px).row_px == row_px


def test_rows_grow_with_the_text():
    assert layout_of([1.0], [5], 4_000.0, text_scale=3.0).row_px == 3 * (18.0 + 17.0)


def test_names_in_the_lanes_take_a_line_above_the_rows():
    layout = layout_of([1.0], [5], 400.0, head_line_px=24.0)
    assert layout.boxes[0].rows_top_px >= 24.0
    assert layout.content_height_px == pytest.approx(400.0)


def test_a_lane_is_as_high_as_the_name_beside_it():
    shares, counts = [1.0, 1.0, 1.0], [5, 5, 5]
    surface = plain_surface()
    layout = lay_out_lanes(lanes_of(*shares), counts, 300.0, surface, 0.0, [30.0, 120.0, 30.0])
    assert layout.boxes[1].height_px >= 120.0
    assert layout.content_height_px == pytest.approx(300.0)
    low = lay_out_lanes(lanes_of(*shares), counts, 100.0, surface, 0.0, [30.0, 120.0, 30.0])
    assert [box.height_px for box in low.boxes] == [AROUND_PX + 27.0, 120.0, AROUND_PX + 27.0]


def test_what_does_not_fit_goes_on_below():
    layout = layout_of([1.0] * 5, [3] * 5, 100.0)
    assert rows_of(layout) == [1] * 5
    assert layout.content_height_px == 5 * (AROUND_PX + 27.0 + LANE_GAP_PX)
    assert layout.content_height_px > 100.0


def test_an_exhibit_without_lanes_has_no_boxes():
    layout = layout_of([], [], 500.0)
    assert layout.boxes == ()
    assert layout.content_height_px == 0.0
    assert layout.row_px == 35.0


weights = st.lists(st.tuples(st.floats(0.05, 10.0), st.integers(0, 5_000)), min_size=1, max_size=12)


@given(weights, st.floats(20.0, 3_000.0), st.floats(1.0, 3.0), st.sampled_from([0.0, 24.0]))
def test_lanes_always_fill_the_height_and_never_overlap(weighted, height_px, text_scale, head_line_px):
    shares, counts = zip(*weighted, strict=True)
    layout = layout_of(shares, counts, height_px, text_scale, head_line_px)
    assert layout.boxes[0].top_px == 0.0
    for above, below in pairwise(layout.boxes):
        assert below.top_px == pytest.approx(above.bottom_px + LANE_GAP_PX)
    for lane, box in enumerate(layout.boxes):
        assert box.rows >= 1
        assert box.rows_top_px >= box.top_px + head_line_px
        assert layout.row_top_px(lane, box.rows) <= box.strip_top_px + 1e-6
        assert box.strip_top_px < box.bottom_px
    assert layout.content_height_px == pytest.approx(layout.boxes[-1].bottom_px + LANE_GAP_PX)
    assert layout.content_height_px >= height_px - 1e-6
    if any(box.rows > 1 for box in layout.boxes):
        assert layout.content_height_px == pytest.approx(height_px)


@given(weights, st.floats(200.0, 3_000.0))
def test_more_height_never_means_fewer_rows_in_all(weighted, height_px):
    shares, counts = zip(*weighted, strict=True)
    smaller, larger = layout_of(shares, counts, height_px), layout_of(shares, counts, height_px * 2.5)
    assert sum(rows_of(larger)) >= sum(rows_of(smaller))
