# SPDX-License-Identifier: MIT
"""How far a hand may move the view."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.scene.limits import EDGE_SHARE, GIVE_SHARE, Limits
from timeline_app.scene.view import View

DAY_S = 86_400
LIMITS = Limits(first_s=0, last_s=1_000 * DAY_S, max_lane_scroll_px=200.0)

views = st.builds(
    View,
    start_s=st.integers(-(10**10), 10**10),
    span_s=st.floats(600.0, 10.0**9),
    start_fraction=st.floats(0.0, 0.999),
    lane_scroll_px=st.floats(-50.0, 500.0),
)


def test_a_view_within_the_limits_is_left_exactly_as_it_is():
    view = View(100 * DAY_S, 50.0 * DAY_S, 0.25, 120.0)
    assert LIMITS.kept(view) is view
    assert LIMITS.softened(view) is view


def test_a_view_past_the_last_event_comes_back_until_a_tenth_of_the_window_shows_the_exhibit():
    kept = LIMITS.kept(View(5_000 * DAY_S, 100.0 * DAY_S))
    assert kept == View(990 * DAY_S, 100.0 * DAY_S)


def test_a_view_before_the_first_event_comes_back_until_a_tenth_of_the_window_shows_the_exhibit():
    kept = LIMITS.kept(View(-5_000 * DAY_S, 100.0 * DAY_S))
    assert kept == View(-90 * DAY_S, 100.0 * DAY_S)


def test_a_view_may_be_one_and_a_half_times_as_wide_as_the_exhibit():
    assert LIMITS.widest_span_s == 1_500.0 * DAY_S
    wide = View(-500 * DAY_S, 4_000.0 * DAY_S)
    kept = LIMITS.kept(wide)
    assert kept.span_s == 1_500.0 * DAY_S
    assert kept.centre_s == wide.centre_s == 1_500 * DAY_S


@pytest.mark.parametrize(
    ("wanted", "present", "allowed"),
    [
        (1_600.0, 100.0, 1_500.0),
        (1_600.0, 1_700.0, 1_600.0),
        (2_000.0, 1_700.0, 1_700.0),
        (50.0, 100.0, 50.0),
    ],
)
def test_zooming_stops_at_the_widest_span_but_a_wider_view_may_come_closer(wanted, present, allowed):
    assert LIMITS.span_within(wanted * DAY_S, present * DAY_S) == allowed * DAY_S


@pytest.mark.parametrize(("asked", "given_px"), [(-10.0, 0.0), (0.0, 0.0), (80.0, 80.0), (900.0, 200.0)])
def test_lanes_scroll_between_nothing_and_their_last_pixel(asked, given_px):
    view = View(0, 100.0 * DAY_S, 0.0, asked)
    assert LIMITS.kept(view).lane_scroll_px == given_px
    assert LIMITS.softened(view).lane_scroll_px == given_px


def test_beyond_the_limits_a_held_view_follows_by_half_at_the_stretch_of_the_band():
    # A quarter of the window too far: the band gives x·g/(x+g) with x = g = 0.25, that is an eighth.
    held = LIMITS.softened(View(990 * DAY_S + 25 * DAY_S, 100.0 * DAY_S))
    assert held.start_s == 990 * DAY_S + int(12.5 * DAY_S)


@given(views)
def test_kept_views_are_within_the_limits_and_stay_put(view):
    kept = LIMITS.kept(view)
    inset_s = kept.span_s * EDGE_SHARE
    assert kept.start_s <= LIMITS.last_s - inset_s + 1
    assert kept.start_s + kept.start_fraction + kept.span_s >= LIMITS.first_s + inset_s - 1
    again = LIMITS.kept(kept)
    assert abs(again.start_s - kept.start_s) <= 1
    assert again.span_s == kept.span_s


@given(views)
def test_a_held_view_never_leaves_the_limits_by_more_than_the_band_gives(view):
    held = LIMITS.softened(view)
    assert held.span_s == view.span_s
    most_s = held.span_s * (GIVE_SHARE - EDGE_SHARE)
    assert held.start_s <= LIMITS.last_s + most_s + 1
    assert held.start_s + held.span_s >= LIMITS.first_s - most_s - 1
