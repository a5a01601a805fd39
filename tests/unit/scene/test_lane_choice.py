# SPDX-License-Identifier: MIT
"""From a reader's wishes to the lanes of an exhibit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.base.text_value import ShownText
from timeline_app.model.heads import LaneView
from timeline_app.model.lane_state import USUAL, LaneState
from timeline_app.scene.lane_choice import (
    HIDDEN,
    LaneChoice,
    choose,
    group_of,
    moved_before,
    moved_by,
    opened,
    shown,
)


def lanes_of(*parents):
    """Return lanes named a, b, c …, each with its parent's index."""
    depths: list[int] = []
    for parent in parents:
        depths.append(0 if parent is None else depths[parent] + 1)
    return tuple(
        LaneView(index, chr(97 + index), ShownText("Lane", "en"), "teal", 1.0, depth, parent)
        for index, (parent, depth) in enumerate(zip(parents, depths, strict=True))
    )


# a holds b and c, c holds d; e stands by itself, f holds g.
A, B, C, D, E, F, G = range(7)
LANES = lanes_of(None, 0, 0, 2, None, None, 5)


def state_of(order="", hidden="", collapsed="", pinned=""):
    return LaneState(tuple(order), frozenset(hidden), frozenset(collapsed), tuple(pinned))


def test_untouched_lanes_are_as_in_the_file():
    choice = LaneChoice.usual(LANES)
    assert choice == LaneChoice(tuple(range(7)), tuple(range(7)), depth=(0, 1, 1, 2, 0, 0, 1))
    assert choice.hidden_count == 0
    assert all(choice.is_open(lane) for lane in range(7))


def test_a_collapsed_parent_takes_in_all_that_it_holds():
    choice = choose(LANES, state_of(collapsed="a"))
    assert choice.order == (A, E, F, G)
    assert choice.home == (A, A, A, A, E, F, G)
    assert choice.collapsed == {A}
    assert not choice.is_open(A)
    assert not choice.is_open(D)


def test_a_lane_without_others_in_it_collapses_too():
    choice = choose(LANES, state_of(collapsed="e"))
    assert choice.order == tuple(range(7))
    assert choice.collapsed == {E}


def test_within_a_collapsed_lane_nothing_else_is_collapsed():
    choice = choose(LANES, state_of(collapsed="ac"))
    assert choice.home[D] == A
    assert choice.collapsed == {A}


def test_hiding_a_lane_hides_what_it_holds():
    choice = choose(LANES, state_of(hidden="c"))
    assert choice.order == (A, B, E, F, G)
    assert choice.home == (A, B, HIDDEN, HIDDEN, E, F, G)
    assert choice.hidden_count == 2


def test_what_is_hidden_is_not_in_the_strip_of_a_collapsed_lane_either():
    choice = choose(LANES, state_of(hidden="b", collapsed="a"))
    assert choice.home[:4] == (A, HIDDEN, A, A)


def test_all_can_be_hidden():
    choice = choose(LANES, state_of(hidden="aef"))
    assert choice.order == ()
    assert choice.hidden_count == 7


def test_a_pinned_lane_stands_at_the_top_with_what_it_holds():
    choice = choose(LANES, state_of(pinned="f"))
    assert choice.order == (F, G, A, B, C, D, E)
    assert choice.pinned == {F, G}


def test_a_pinned_lane_leaves_its_parent_and_what_becomes_of_it():
    choice = choose(LANES, state_of(pinned="c", collapsed="a"))
    assert choice.order == (C, D, A, E, F, G)
    assert choice.home == (A, A, C, D, E, F, G)
    assert choice.depth[:4] == (0, 1, 0, 1)
    assert choose(LANES, state_of(pinned="c", hidden="a")).order == (C, D, E, F, G)


def test_pinned_lanes_stand_in_the_order_of_their_pinning():
    assert choose(LANES, state_of(pinned="fb")).order[:3] == (F, G, B)
    assert choose(LANES, state_of(pinned="bf")).order[:3] == (B, F, G)
    assert choose(LANES, state_of(pinned="xbb")).order[:2] == (B, A)


def test_an_order_compares_lanes_of_one_parent_only():
    choice = choose(LANES, state_of(order="fecdba"))
    assert choice.order == (F, G, E, A, C, D, B)


def test_a_lane_that_the_order_does_not_know_follows_its_usual_neighbour():
    assert choose(LANES, state_of(order="fa")).order == (F, G, A, B, C, D, E)
    assert choose(LANES, state_of(order="c")).order == (A, B, C, D, E, F, G)
    assert choose(LANES, state_of(order="xyz")) == LaneChoice.usual(LANES)


def test_a_lane_moves_among_those_of_its_parent():
    state = moved_before(LANES, USUAL, F, A)
    assert choose(LANES, state).order == (F, G, A, B, C, D, E)
    assert choose(LANES, moved_before(LANES, state, F, None)).order == (A, B, C, D, E, F, G)
    assert moved_before(LANES, USUAL, B, E) == USUAL
    assert moved_before(LANES, USUAL, B, B) == USUAL


def test_back_in_its_usual_place_nothing_is_kept_of_the_move():
    state = moved_before(LANES, USUAL, F, A)
    assert not state.is_usual
    assert moved_before(LANES, state, F, None).is_usual


def test_pinned_lanes_move_among_themselves():
    state = state_of(pinned="xebf")
    moved = moved_before(LANES, state, F, E)
    assert moved.pinned == ("f", "e", "b", "x")
    assert choose(LANES, moved).order[:4] == (F, G, E, B)
    assert group_of(LANES, state, B) == (E, B, F)


def test_a_pinned_lane_keeps_its_usual_place_while_others_move():
    state = moved_before(LANES, state_of(pinned="e"), F, A)
    assert choose(LANES, state).order == (E, F, G, A, B, C, D)
    assert choose(LANES, state.with_pinned("e", on=False)).order == (F, G, E, A, B, C, D)


@pytest.mark.parametrize(
    ("lane", "step", "order"),
    [
        (A, 1, (E, A, B, C, D, F, G)),
        (A, 2, (E, F, G, A, B, C, D)),
        (A, 9, (E, F, G, A, B, C, D)),
        (F, -1, (A, B, C, D, F, G, E)),
        (C, -1, (A, C, D, B, E, F, G)),
        (A, -1, (A, B, C, D, E, F, G)),
        (G, 1, (A, B, C, D, E, F, G)),
    ],
)
def test_a_lane_moves_by_steps(lane, step, order):
    assert choose(LANES, moved_by(LANES, USUAL, lane, step)).order == order


def test_a_step_passes_over_what_is_hidden():
    state = state_of(hidden="e")
    assert choose(LANES, moved_by(LANES, state, A, 1)).order == (F, G, A, B, C, D)
    assert choose(LANES, moved_by(LANES, state, F, -1)).order == (F, G, A, B, C, D)


def test_an_event_is_shown_by_opening_the_first_of_its_lanes_that_can_be():
    state = state_of(collapsed="acf", hidden="e")
    assert opened(LANES, state, (D, F)).collapsed == {"f"}
    assert opened(LANES, state, (E, G)).collapsed == {"a", "c"}
    assert opened(LANES, state, (E,)) == state
    assert opened(LANES, state_of(collapsed="a"), (B, E)) == state_of(collapsed="a")


def test_a_hidden_lane_comes_back_with_those_that_hold_it():
    state = state_of(hidden="acde", collapsed="ad")
    assert shown(LANES, state, D) == state_of(hidden="e")
    assert shown(LANES, state_of(hidden="ac", pinned="c"), C) == state_of(hidden="a", pinned="c")


@st.composite
def exhibits(draw):
    """Return lanes in any nesting, and a state that also names lanes which do not exist."""
    parents: list[int | None] = []
    for index in range(draw(st.integers(1, 9))):
        # In display order a lane's parent is the lane before it, or one that holds that.
        way = []
        here = index - 1 if index else None
        while here is not None:
            way.append(here)
            here = parents[here]
        parents.append(draw(st.sampled_from([None, *way])))
    ids = "abcdefghixy"
    some = st.frozensets(st.sampled_from(ids))
    state = LaneState(
        tuple(draw(st.lists(st.sampled_from(ids), unique=True))),
        draw(some),
        draw(some),
        tuple(draw(st.lists(st.sampled_from(ids), unique=True, max_size=4))),
    )
    return lanes_of(*parents), state


@given(exhibits())
def test_shown_lanes_are_listed_once_and_every_home_is_shown_or_hidden(exhibit):
    lanes, state = exhibit
    choice = choose(lanes, state)
    assert len(set(choice.order)) == len(choice.order)
    assert set(choice.order) == {lane for lane, home in enumerate(choice.home) if home == lane}
    for lane, home in enumerate(choice.home):
        assert home == HIDDEN or home in choice.order
        assert home in (lane, HIDDEN) or home in choice.collapsed
        assert (home == HIDDEN) >= (lanes[lane].id in state.hidden)
    assert choice.collapsed <= set(choice.order)
    places = [lane in choice.pinned for lane in choice.order]
    assert places == sorted(places, reverse=True)


@given(exhibits())
def test_with_nothing_hidden_or_collapsed_the_order_is_a_permutation(exhibit):
    lanes, state = exhibit
    choice = choose(lanes, LaneState(state.order, pinned=state.pinned))
    assert sorted(choice.order) == list(range(len(lanes)))
    assert choice.home == tuple(range(len(lanes)))


@given(exhibits())
def test_what_a_lane_holds_follows_it(exhibit):
    lanes, state = exhibit
    choice = choose(lanes, state)
    for place, lane in enumerate(choice.order):
        if choice.depth[lane] == 0:
            continue
        above = [one for one in choice.order[:place] if choice.depth[one] == choice.depth[lane] - 1]
        assert above[-1] == lanes[lane].parent


@given(exhibits(), st.data())
def test_a_move_changes_nothing_but_the_order(exhibit, data):
    lanes, state = exhibit
    lane = data.draw(st.integers(0, len(lanes) - 1))
    moved = moved_by(lanes, state, lane, data.draw(st.integers(-3, 3)))
    before, after = choose(lanes, state), choose(lanes, moved)
    assert sorted(before.order) == sorted(after.order)
    assert (before.home, before.collapsed, before.pinned) == (after.home, after.collapsed, after.pinned)


@given(exhibits(), st.data())
def test_a_lane_stands_right_before_the_one_it_was_moved_to(exhibit, data):
    lanes, state = exhibit
    lane = data.draw(st.integers(0, len(lanes) - 1))
    target = data.draw(st.sampled_from([*group_of(lanes, state, lane), None]))
    moved = group_of(lanes, moved_before(lanes, state, lane, target), lane)
    assert sorted(moved) == sorted(group_of(lanes, state, lane))
    if target is None:
        assert moved[-1] == lane
    elif target != lane:
        assert moved[moved.index(lane) + 1] == target


@given(exhibits(), st.data())
def test_what_is_shown_again_is_shown(exhibit, data):
    lanes, state = exhibit
    lane = data.draw(st.integers(0, len(lanes) - 1))
    assert choose(lanes, shown(lanes, state, lane)).is_open(lane)
    found = choose(lanes, opened(lanes, state, (lane,)))
    assert found.is_open(lane) or found.home[lane] == HIDDEN
