# SPDX-License-Identifier: MIT
"""The map from instants to a folded axis: monotone, exact there and back, and nothing lost at any age."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import BIG_BANG_S, instants, views
from timeline_app.chrono.instant import LIMIT_S
from timeline_app.scene.time_fold import (
    Gap,
    Quiet,
    TimeFold,
    axis_of,
    instant_of,
    ranged,
    refolded,
)
from timeline_app.scene.view import View, zoomed_about


def folded(quiet: list[Quiet], span_s: tuple[int, int]) -> TimeFold:
    """Return the fold of at least one stretch."""
    fold = TimeFold.of(quiet, span_s)
    assert fold is not None
    return fold


#: Two gaps: 1,000 seconds become 100, then 50 become 10.
FOLD = folded([Quiet(1_000, 100, 10), Quiet(3_000, 10, 5, is_crossed=True)], (0, 4_000))


@st.composite
def folds(draw):
    """Draw up to five gaps anywhere on the axis, far apart or next to each other."""
    at_s = draw(instants)
    quiet = []
    for _ in range(draw(st.integers(1, 5))):
        at_s += draw(st.one_of(st.integers(1, 100), st.integers(1, 10**15)))
        axis_s = draw(st.one_of(st.integers(1, 50), st.integers(1, 10**13)))
        factor = draw(st.integers(2, 1_000))
        quiet.append(Quiet(at_s, axis_s, factor))
        at_s += axis_s * factor
    return folded(quiet, (quiet[0].first_s - 5, at_s + 5))


@st.composite
def places(draw):
    """Draw a fold and instants about its gaps: within, beside, on their edges, and anywhere."""
    fold = draw(folds())
    edges = [edge for gap in fold.gaps for edge in (gap.first_s, gap.last_s)]
    near = st.builds(lambda edge, by: edge + by, st.sampled_from(edges), st.integers(-60, 60))
    within = st.sampled_from(fold.gaps).flatmap(lambda gap: st.integers(gap.first_s, gap.last_s - 1))
    return fold, draw(st.lists(st.one_of(near, within, instants), min_size=1, max_size=20))


# -- examples -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("instant_s", "axis_s"),
    [(-7, -7), (999, 999), (1_000, 1_000), (1_009, 1_000), (1_010, 1_001), (1_999, 1_099), (2_000, 1_100),
     (2_999, 2_099), (3_000, 2_100), (3_049, 2_109), (3_050, 2_110), (4_000, 3_060)],
)  # fmt: skip
def test_an_instant_has_its_place_on_the_folded_axis(instant_s, axis_s):
    assert FOLD.axis_of(instant_s) == axis_of(FOLD, instant_s) == axis_s


@pytest.mark.parametrize(
    ("axis_s", "instant_s"),
    [
        (-7, -7),
        (1_000, 1_000),
        (1_001, 1_010),
        (1_099, 1_990),
        (1_100, 2_000),
        (2_100, 3_000),
        (2_110, 3_050),
    ],
)
def test_an_axis_second_leads_back_to_the_first_instant_that_it_stands_for(axis_s, instant_s):
    assert FOLD.instant_of(axis_s) == instant_of(FOLD, axis_s) == instant_s


def test_gaps_know_where_they_stand_and_what_they_leave_out():
    assert FOLD.gaps == (Gap(1_000, 2_000, 1_000, 1_100), Gap(3_000, 3_050, 2_100, 2_110, True))
    assert [(gap.factor, gap.removed_s, gap.is_crossed) for gap in FOLD.gaps] == [
        (10, 900, False),
        (5, 40, True),
    ]


def test_without_stretches_there_is_no_fold_and_everything_stays():
    assert TimeFold.of([], (0, 10)) is None
    assert axis_of(None, BIG_BANG_S) == instant_of(None, BIG_BANG_S) == BIG_BANG_S
    view = View(5, 100.0)
    assert refolded(view, None, None) is view
    assert ranged(view, None, None) is view


def test_folds_are_equal_by_their_gaps_whatever_has_been_asked_of_them():
    again = TimeFold.of([Quiet(1_000, 100, 10), Quiet(3_000, 10, 5, is_crossed=True)], (0, 4_000))
    FOLD.axes_of(np.array([5], np.int64))
    assert again == FOLD
    assert hash(again) == hash(FOLD)
    assert again != FOLD.without([3_010])


@pytest.mark.parametrize(("axis_s", "gap"), [(-1_000, 0), (1_050, 0), (1_500, 0), (1_700, 1), (9_999, 1)])
def test_the_gap_that_is_nearest(axis_s, gap):
    assert FOLD.nearest(axis_s) == gap


def test_a_gap_is_opened_by_any_instant_in_it_and_the_others_stay():
    opened = FOLD.without([1_999, 77])
    assert opened is not None
    assert opened.gaps == (Gap(3_000, 3_050, 3_000, 3_010, True),)
    assert FOLD.without([2_000, 999]) == FOLD
    assert FOLD.without([1_000, 3_049]) is None


def test_thirteen_thousand_million_years_come_back_to_the_second():
    first_s, last_s = BIG_BANG_S + 1, -(10**15)
    axis_s = 7_654_321
    factor = (last_s - first_s) // axis_s
    fold = folded([Quiet(first_s, axis_s, factor)], (BIG_BANG_S, 0))
    seconds = [BIG_BANG_S - 1, BIG_BANG_S, fold.gaps[0].last_s, fold.gaps[0].last_s + 1, -1, 0, 123_456_789]
    assert [fold.instant_of(fold.axis_of(second)) for second in seconds] == seconds
    array = np.array(seconds, np.int64)
    assert [fold.instant_of(axis_s) for axis_s in fold.axes_of(array).tolist()] == seconds


def test_the_ends_of_the_axis_stay_within_64_bits():
    fold = folded([Quiet(-LIMIT_S // 2, 10, LIMIT_S // 10)], (-LIMIT_S, LIMIT_S))
    ends = np.array([-LIMIT_S, LIMIT_S], np.int64)
    assert [fold.instant_of(axis_s) for axis_s in fold.axes_of(ends).tolist()] == [-LIMIT_S, LIMIT_S]


# -- laws -----------------------------------------------------------------------------------------


@given(places())
def test_later_is_never_earlier_and_outside_gaps_always_later(place):
    fold, found = place
    for first_s, last_s in pairwise(sorted(set(found))):
        first, last = fold.axis_of(first_s), fold.axis_of(last_s)
        assert first <= last
        within_one = any(gap.first_s <= first_s and last_s < gap.last_s for gap in fold.gaps)
        assert first < last or within_one
        # Nothing is ever farther apart than it was.
        assert last - first <= last_s - first_s


@given(places())
def test_there_and_back_is_exact_outside_gaps_and_within_one_step_in_them(place):
    fold, found = place
    for instant_s in found:
        back_s = fold.instant_of(fold.axis_of(instant_s))
        steps = [gap.factor for gap in fold.gaps if gap.first_s <= instant_s < gap.last_s]
        assert 0 <= instant_s - back_s < (steps[0] if steps else 1)


@given(places())
def test_back_and_there_is_exact_everywhere(place):
    fold, found = place
    for axis_s in (fold.axis_of(instant_s) for instant_s in found):
        assert fold.axis_of(fold.instant_of(axis_s)) == axis_s


@given(places())
def test_many_instants_are_mapped_as_each_alone(place):
    fold, found = place
    array = np.array(found, np.int64)
    assert fold.axes_of(array).tolist() == [fold.axis_of(instant_s) for instant_s in found]


@given(folds())
def test_gaps_follow_each_other_on_both_axes(fold):
    for gap, after in pairwise(fold.gaps):
        assert gap.last_s < after.first_s
        assert after.axis_first_s - gap.axis_last_s == after.first_s - gap.last_s
    assert all(gap.removed_s > 0 for gap in fold.gaps)


def _holds_all(view: View, first_s: int, last_s: int) -> bool:
    """Tell whether a view reaches from one axis second to another."""
    before_s = (first_s - view.start_s) - view.start_fraction
    return before_s >= 0.0 and last_s - first_s <= view.span_s - before_s


@given(folds(), views)
def test_what_stands_in_the_middle_stays_there_and_returns(fold, view):
    now = refolded(view, None, fold)
    first_s, last_s = fold.span_s
    if _holds_all(view, first_s, last_s):
        assert now.start_s <= fold.axis_of(first_s)
        assert now.end_s >= fold.axis_of(last_s)
        return
    assert now.span_s == view.span_s
    middle_s = fold.instant_of(now.centre_s)
    steps = [gap.factor for gap in fold.gaps if gap.first_s <= view.centre_s < gap.last_s]
    assert 0 <= view.centre_s - middle_s < (steps[0] if steps else 1)
    if not steps and not _holds_all(now, fold.axis_of(first_s), fold.axis_of(last_s)):
        assert refolded(now, fold, None) == view


@given(folds(), st.floats(0.0, 3.0), st.floats(0.0, 3.0))
def test_a_view_of_all_stays_one_with_the_same_air(fold, before, after):
    first_s, last_s = fold.span_s
    span_s = last_s - first_s
    view = View(first_s - int(before * span_s), span_s * (1.0 + before + after) + 2.0)
    now = refolded(view, None, fold)
    ends_s = fold.axis_of(first_s), fold.axis_of(last_s)
    if ends_s[1] - ends_s[0] < 1_000:
        return  # as close as views come
    for at_s, end_s in zip((first_s, last_s), ends_s, strict=True):
        then = view.anchor_of(at_s).ratio
        assert now.anchor_of(end_s).ratio == pytest.approx(then, abs=0.01)


def test_a_range_that_was_asked_for_keeps_both_ends():
    view = View.between(500, 2_500)
    assert ranged(view, None, FOLD) == View.between(500, 1_600)
    assert ranged(View.between(500, 1_600), FOLD, None) == view
    assert ranged(view.scrolled_to(30.0), None, FOLD).lane_scroll_px == 30.0


def test_at_the_same_zoom_events_about_the_middle_do_not_move():
    view = zoomed_about(View(0, 10.0), 2_500, 0.5, 600.0)
    now = refolded(view, None, FOLD)
    for instant_s in (2_300, 2_500, 2_799):
        assert now.anchor_of(FOLD.axis_of(instant_s)).ratio == view.anchor_of(instant_s).ratio
