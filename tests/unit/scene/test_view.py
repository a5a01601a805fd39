# SPDX-License-Identifier: MIT
"""The view: limits, panning, zooming about an instant, and the way from one view to another."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.strategies import instants, spans, views
from timeline_app.chrono.instant import LIMIT_S
from timeline_app.scene.view import (
    MAX_SPAN_S,
    MIN_SPAN_S,
    View,
    between_views,
    with_air,
    zoomed_about,
)

DAY_S = 86_400
WIDTH_PX = 1_920.0
ratios = st.floats(0.0, 1.0)


def x_of(view, instant_s):
    """Return an instant's x in a window of 1920 pixels."""
    return ((instant_s - view.start_s) - view.start_fraction) / view.span_s * WIDTH_PX


# -- what a view says of itself -------------------------------------------------------------------


def test_a_view_knows_its_end_and_its_middle():
    view = View(1_000, 600.0)
    assert (view.start_s, view.centre_s, view.end_s) == (1_000, 1_300, 1_600)


def test_the_end_is_the_first_whole_second_after_what_is_seen():
    assert View(1_000, 600.0, 0.25).end_s == 1_601
    assert View(1_000, 600.5, 0.5).end_s == 1_601


def test_the_instant_at_a_part_of_the_width_is_the_second_that_is_under_way():
    view = View(1_000, 600.0, 0.5)
    assert view.instant_at(0.0) == 1_000
    assert view.instant_at(0.5) == 1_300
    assert view.instant_at(1.0) == 1_600
    assert view.instant_at(0.501) == 1_301
    assert view.instant_at(-0.5) == 700


def test_a_view_holds_its_first_second_but_not_its_end():
    view = View(1_000, 600.0)
    assert view.contains(1_000)
    assert view.contains(1_599)
    assert not view.contains(1_600)
    assert not view.contains(999)


# -- made from two instants -----------------------------------------------------------------------


def test_a_view_between_two_instants_shows_just_these():
    assert View.between(5 * DAY_S, 9 * DAY_S) == View(5 * DAY_S, 4.0 * DAY_S)


def test_a_margin_is_a_part_of_the_span_on_each_side():
    assert View.between(0, 1_000 * DAY_S, margin=0.1) == View(-100 * DAY_S, 1_200.0 * DAY_S)


@pytest.mark.parametrize(("first_s", "last_s"), [(7_000, 7_000), (7_000, 7_001), (7_000, 3_000)])
def test_instants_that_are_too_near_or_the_wrong_way_round_give_the_narrowest_view(first_s, last_s):
    view = View.between(first_s, last_s)
    assert view.span_s == MIN_SPAN_S == 10.0
    assert view.centre_s == 7_000


# -- limits ---------------------------------------------------------------------------------------


def test_an_allowed_view_is_left_as_it_is():
    view = View(1_000, 600.0, 0.5, 12.0)
    assert view.clamped() is view


def test_a_view_that_is_too_narrow_widens_about_its_middle():
    assert View(1_000, 5.0, 0.25, 9.0).clamped() == View(997, 10.0, 0.75, 9.0)


def test_a_view_that_is_too_wide_narrows_about_its_middle():
    # A double of this size counts in 1,024 seconds: the whole axis lacks half of them at each end.
    assert View(-(2**63), 2.0**64).clamped() == View(-(2**62) + 512, 2.0**63 - 1024)


def test_panning_ends_at_the_ends_of_the_axis():
    assert View(2**62, 86_400.0).clamped().start_s == 2**62 - 1 - 86_400
    assert View(-(2**62) - 5, 86_400.0).clamped().start_s == -(2**62) + 1


@given(st.builds(View, st.integers(-(2**62), 2**62), st.floats(1e-3, 2.0**63), st.floats(0.0, 1.0)))
def test_clamping_always_gives_an_allowed_view_and_is_done_at_once(view):
    clamped = view.clamped()
    assert MIN_SPAN_S <= clamped.span_s <= MAX_SPAN_S
    assert -LIMIT_S <= clamped.start_s <= clamped.start_s + int(clamped.span_s) <= LIMIT_S
    assert clamped.clamped() == clamped


# -- panning and scrolling ------------------------------------------------------------------------


def test_panning_carries_whole_seconds_and_keeps_the_rest():
    assert View(1_000, 600.0, 0.75).shifted(0.5) == View(1_001, 600.0, 0.25)
    assert View(1_000, 600.0, 0.25).shifted(-0.5) == View(999, 600.0, 0.75)
    assert View(1_000, 600.0).shifted(86_400.0) == View(87_400, 600.0)


def test_panning_in_small_steps_adds_up():
    view = View(1_000, 600.0)
    for _ in range(1_000):
        view = view.shifted(0.125)
    assert view == View(1_125, 600.0)


@given(views, st.floats(-1e6, 1e6))
def test_panning_there_and_back_returns_within_a_thousandth_of_a_pixel(view, delta_s):
    back = view.shifted(delta_s).shifted(-delta_s)
    assert back.span_s == view.span_s
    assert x_of(back, view.start_s) == pytest.approx(x_of(view, view.start_s), abs=1e-3)


def test_lanes_scroll_down_from_the_top_only():
    view = View(1_000, 600.0)
    assert view.scrolled_to(40.0) == View(1_000, 600.0, 0.0, 40.0)
    assert view.scrolled_to(-1.0).lane_scroll_px == 0.0


def test_panning_keeps_the_lanes_where_they_are():
    assert View(1_000, 600.0, 0.0, 40.0).shifted(10.0).lane_scroll_px == 40.0


# -- zooming --------------------------------------------------------------------------------------


def test_zooming_puts_an_instant_at_a_part_of_the_width():
    view = View(0, 10_000.0, 0.0, 30.0)
    assert zoomed_about(view, 5_000, 0.5, 1_000.0) == View(4_500, 1_000.0, 0.0, 30.0)
    assert zoomed_about(view, 5_000, 0.0, 1_000.0).start_s == 5_000
    assert zoomed_about(view, 5_000, 1.0, 1_000.0).start_s == 4_000
    quarter = zoomed_about(view, 5_000, 0.25, 1_001.0)
    assert (quarter.start_s, quarter.start_fraction) == (4_749, 0.75)


def test_zooming_keeps_to_the_narrowest_and_the_widest_view():
    view = View(0, 10_000.0)
    assert zoomed_about(view, 0, 0.5, 1.0).span_s == MIN_SPAN_S
    assert zoomed_about(view, 0, 0.5, 1e30).span_s == MAX_SPAN_S


@given(views, ratios, spans)
def test_zooming_keeps_the_instant_under_the_cursor(view, ratio, span_s):
    anchor_s = view.instant_at(ratio)
    zoomed = zoomed_about(view, anchor_s, ratio, span_s)
    assert zoomed.span_s == span_s
    assert x_of(zoomed, anchor_s) == pytest.approx(ratio * WIDTH_PX, abs=0.01)


@given(views, ratios, st.lists(spans, min_size=1, max_size=6))
def test_zooming_out_and_back_returns_within_a_pixel(view, ratio, ways):
    anchor_s = view.instant_at(ratio)
    moved = view
    for span_s in ways:
        moved = zoomed_about(moved, anchor_s, ratio, span_s)
    back = zoomed_about(moved, anchor_s, ratio, view.span_s)
    assert back.span_s == view.span_s
    one_px = view.span_s / WIDTH_PX
    moved_s = (back.start_s - view.start_s) + (back.start_fraction - view.start_fraction)
    # The cursor's instant is a whole second, so at the closest zoom it may be a second off, not more.
    assert abs(moved_s) <= max(one_px, 1.0)


@given(views, ratios, st.lists(spans, min_size=1, max_size=6))
def test_a_gesture_that_keeps_its_anchor_returns_exactly(view, ratio, ways):
    anchor_s = view.instant_at(ratio)
    start = zoomed_about(view, anchor_s, ratio, view.span_s)
    moved = start
    for span_s in (*ways, view.span_s):
        moved = zoomed_about(moved, anchor_s, ratio, span_s)
    assert moved == start


# -- on the way -----------------------------------------------------------------------------------

FIRST = View(0, 1_000.0, 0.0, 10.0)
LAST = View(30_000, 16_000.0, 0.0, 50.0)
shares = st.floats(0.0, 1.0)


def test_both_ends_of_the_way_are_exact():
    assert between_views(FIRST, LAST, 0.0) is FIRST
    assert between_views(FIRST, LAST, 1.0) is LAST
    assert between_views(FIRST, LAST, -0.5) is FIRST
    assert between_views(FIRST, LAST, 1.5) is LAST


def test_half_way_the_span_is_the_geometric_mean():
    half = between_views(FIRST, LAST, 0.5)
    assert half.span_s == pytest.approx(4_000.0)
    # A fifth of the way from 1,000 to 16,000 seconds: the fixed point of the zoom stays put.
    assert half.start_s + half.start_fraction == pytest.approx(6_000.0)
    assert half.lane_scroll_px == pytest.approx(30.0)


def test_with_equal_spans_the_way_is_a_plain_shift():
    there = View(4_000, 1_000.0, 0.5)
    quarter = between_views(View(0, 1_000.0), there, 0.25)
    assert quarter.span_s == 1_000.0
    assert quarter.start_s + quarter.start_fraction == pytest.approx(1_000.125)


@given(views, views, shares)
def test_the_way_to_where_one_is_leads_nowhere(view, other, share):
    assert between_views(view, view, share) == pytest.approx(view)
    assert between_views(view, other, 0.0) is view


@pytest.mark.parametrize("rest", [2.0**-40, 3.0 * 2.0**-45, 2.0**-52])
def test_a_long_shift_arrives_without_trembling_too(rest):
    first, last = View(-13, 600.0), View(10**17 + 1, 600.0, 0.5)
    almost = between_views(first, last, 1.0 - rest)
    left_s = (last.start_s - almost.start_s) + (last.start_fraction - almost.start_fraction)
    assert left_s == pytest.approx((10**17 + 14.5) * rest, rel=1e-9)


def edges(view, origin_s):
    """Return both edges in seconds from an origin."""
    start_s = (view.start_s - origin_s) + view.start_fraction
    return start_s, start_s + view.span_s


@given(views, views, st.lists(shares, min_size=2, max_size=8).map(sorted))
def test_span_and_edges_go_one_way_only(first, last, steps):
    path = [between_views(first, last, share) for share in steps]
    spans_s = [view.span_s for view in path]
    rising = first.span_s <= last.span_s
    air = 1e-9 * max(first.span_s, last.span_s)
    for before, after in pairwise(spans_s):
        assert (after - before if rising else before - after) >= -air
    for side in (0, 1):
        whole = edges(last, first.start_s)[side] - edges(first, first.start_s)[side]
        at = [edges(view, first.start_s)[side] for view in path]
        air_s = 1e-9 * max(abs(whole), first.span_s, last.span_s)
        for before, after in pairwise(at):
            assert (after - before) * (1 if whole >= 0 else -1) >= -air_s


@given(views, spans, ratios, shares)
def test_while_zooming_the_fixed_point_stays_put_to_a_tenth_of_a_pixel(view, span_s, ratio, share):
    anchor_s = view.instant_at(ratio)
    first = zoomed_about(view, anchor_s, ratio, view.span_s)
    last = zoomed_about(view, anchor_s, ratio, span_s)
    # No view is sent beyond the ends of the axis.
    assume(last == last.clamped())
    between = between_views(first, last, share)
    assert x_of(between, anchor_s) == pytest.approx(ratio * WIDTH_PX, abs=0.1)


@given(instants, st.floats(9.0, 15.0).map(lambda power: 10.0**-power))
def test_nothing_trembles_on_arrival_from_far_away(instant_s, rest):
    far = View.between(-(2**58), 2**58)
    near = zoomed_about(far, instant_s, 0.5, 600.0)
    almost = between_views(far, near, 1.0 - rest)
    assert x_of(almost, near.start_s) == pytest.approx(0.0, abs=0.01)
    assert x_of(almost, near.end_s) == pytest.approx(WIDTH_PX, abs=0.01)


def test_a_stretch_that_its_shortest_event_would_fill_gets_air_on_both_sides():
    assert with_air(0, 86_400, 86_400) == (-4 * 86_400, 5 * 86_400)


def test_a_stretch_of_many_times_its_shortest_event_stays_as_it_is():
    assert with_air(0, 9 * 86_400, 86_400) == (0, 9 * 86_400)
