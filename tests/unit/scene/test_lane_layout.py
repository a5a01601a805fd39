# SPDX-License-Identifier: MIT
"""Lanes share the window's height, and scroll where that is too little."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages import plain_surface
from timeline_app.base.text_value import ShownText
from timeline_app.model.heads import LaneView
from timeline_app.model.lane_state import LaneState
from timeline_app.scene.lane_choice import choose
from timeline_app.scene.lane_layout import COLLAPSED_PX, LANE_GAP_PX, lay_out_lanes

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


# -- collapsed, hidden, pinned and moved ------------------------------------------------------------


def laid_out(shares, counts, height_px, state, text_scale=1.0, head_line_px=0.0):
    lanes = lanes_of(*shares)
    surface = plain_surface(text_scale=text_scale)
    return lay_out_lanes(lanes, counts, height_px, surface, head_line_px, (), choose(lanes, state))


def test_what_is_collapsed_gives_its_rows_to_the_others():
    shares, counts = [1.0, 1.0, 1.0], [10, 10, 10]
    layout = laid_out(shares, counts, 600.0, LaneState(collapsed=frozenset({"lane-1"})))
    first, folded, last = layout.boxes
    assert (folded.rows, folded.height_px) == (0, COLLAPSED_PX)
    assert first.rows == last.rows > 5
    assert layout.content_height_px == pytest.approx(600.0)
    # The strip is all that it has; a row across its middle holds a card.
    assert folded.bottom_px - folded.strip_top_px == pytest.approx(22.0)
    middle = layout.row_y(1, -1, 0.0) + layout.row_px / 2
    assert middle == pytest.approx(folded.top_px + COLLAPSED_PX / 2)


def test_a_share_holds_among_those_that_are_open():
    counts = [10, 10, 10]
    layout = laid_out([2.0, 5.0, 1.0], counts, 1_000.0, LaneState(collapsed=frozenset({"lane-1"})))
    doubled, single = layout.boxes[0].rows, layout.boxes[2].rows
    assert doubled - 1 == pytest.approx(2 * (single - 1), abs=1)


def test_what_is_hidden_takes_no_room():
    layout = laid_out([1.0, 1.0], [10, 10], 600.0, LaneState(hidden=frozenset({"lane-0"})))
    assert not layout.boxes[0].is_shown
    assert layout.boxes[1].top_px == 0.0
    assert layout.order == (1,)
    none = laid_out([1.0], [10], 600.0, LaneState(hidden=frozenset({"lane-0"})))
    assert (none.order, none.content_height_px) == ((), 0.0)


def test_with_all_collapsed_there_are_strips_alone():
    layout = laid_out(
        [1.0] * 3, [10] * 3, 600.0, LaneState(collapsed=frozenset({"lane-0", "lane-1", "lane-2"}))
    )
    assert rows_of(layout) == [0, 0, 0]
    assert layout.content_height_px == 3 * (COLLAPSED_PX + LANE_GAP_PX)


def test_collapsed_names_in_the_lanes_have_a_line_above_their_strip():
    state = LaneState(collapsed=frozenset({"lane-0"}))
    (box,) = laid_out([1.0], [10], 600.0, state, text_scale=2.0, head_line_px=42.0).boxes
    assert box.height_px == 42.0 + 2 * 20.0
    assert box.strip_top_px >= box.top_px + 42.0 - 2.0


def test_pinned_lanes_stay_while_the_others_scroll():
    layout = laid_out([1.0] * 6, [3] * 6, 200.0, LaneState(pinned=("lane-4",)))
    assert layout.order == (4, 0, 1, 2, 3, 5)
    assert layout.boxes[4].is_pinned
    assert layout.pinned_px == layout.boxes[4].height_px + LANE_GAP_PX
    assert layout.y_of(4, 30.0) == 0.0
    assert layout.y_of(0, 30.0) == layout.boxes[0].top_px - 30.0


def test_pinned_lanes_that_would_fill_the_window_scroll_too():
    pinned = tuple(f"lane-{number}" for number in range(5))
    layout = laid_out([1.0] * 6, [3] * 6, 200.0, LaneState(pinned=pinned))
    stay = [box.is_pinned for box in layout.boxes]
    assert stay == sorted(stay, reverse=True)
    assert 0 < sum(stay) < 5
    assert layout.pinned_px <= 200.0 * 0.6 + LANE_GAP_PX


names = st.frozensets(st.sampled_from([f"lane-{number}" for number in range(12)]))
states = st.builds(
    LaneState,
    order=st.permutations([f"lane-{number}" for number in range(12)]).map(tuple),
    hidden=names,
    collapsed=names,
    pinned=names.map(sorted).map(tuple),
)


@given(weights, st.floats(20.0, 3_000.0), st.sampled_from([0.0, 24.0]), states)
def test_shown_lanes_stand_below_each_other_and_fill_the_height(weighted, height_px, head_line_px, state):
    shares, counts = zip(*weighted, strict=True)
    layout = laid_out(shares, counts, height_px, state, head_line_px=head_line_px)
    shown = [layout.boxes[lane] for lane in layout.order]
    assert {box.is_shown for box in shown} <= {True}
    assert sum(box.is_shown for box in layout.boxes) == len(shown)
    assert sum(box.height_px + LANE_GAP_PX for box in shown) == pytest.approx(layout.content_height_px)
    for above, below in pairwise(shown):
        assert below.top_px == pytest.approx(above.bottom_px + LANE_GAP_PX)
        assert above.is_pinned >= below.is_pinned
    for lane in layout.order:
        box = layout.boxes[lane]
        assert (box.rows == 0) == (f"lane-{lane}" in state.collapsed)
        assert box.top_px - 2.0 <= box.strip_top_px < box.bottom_px
    if any(box.rows for box in shown):
        assert layout.content_height_px >= height_px - 1e-6
    assert layout.pinned_px <= height_px * 0.6 + LANE_GAP_PX
