# SPDX-License-Identifier: MIT
"""What is said of lanes and of what becomes of them."""

import pytest

from tests.stages import ENGLISH
from timeline_app.base.messages import Message
from timeline_app.base.text_value import ShownText
from timeline_app.model.heads import LaneView
from timeline_app.model.lane_state import USUAL, LaneState
from timeline_app.scene.lane_choice import choose
from timeline_app.scene.lane_words import (
    as_shown,
    change_in_words,
    hidden_in_words,
    lane_in_words,
    lane_title,
)

LANES = tuple(
    LaneView(index, name, ShownText(name.capitalize(), "en"), "teal", 1.0, depth, parent)
    for index, (name, depth, parent) in enumerate(
        [("town", 0, None), ("office", 0, None), ("crew", 1, 1), ("", 0, None)]
    )
)


def state_of(order=(), hidden=(), collapsed=(), pinned=()):
    return LaneState(tuple(order), frozenset(hidden), frozenset(collapsed), tuple(pinned))


def test_the_lane_of_events_that_name_none_has_a_name_of_ours():
    assert lane_title(LANES[0]) == "Town"
    assert lane_title(LANES[3]) == Message.of("lane.events")
    shown = as_shown(LANES, choose(LANES, state_of(pinned=["crew"])), ENGLISH)
    assert [lane.title.text for lane in shown] == ["Town", "Office", "Crew", "Events"]
    assert [lane.depth for lane in shown] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (USUAL, ("Office, 1 event", "Lane 2 of 4")),
        (state_of(collapsed=["office"]), ("Office, 1 event", "Collapsed. Lane 2 of 3")),
        (
            state_of(collapsed=["office"], pinned=["office"]),
            ("Office, 1 event", "Collapsed. Pinned to the top. Lane 1 of 3"),
        ),
    ],
)
def test_a_name_says_state_events_and_place(state, words):
    assert lane_in_words(LANES[1], choose(LANES, state), 1, ENGLISH) == words


def test_hidden_lanes_are_counted():
    assert hidden_in_words(choose(LANES, USUAL), ENGLISH) == ""
    assert hidden_in_words(choose(LANES, state_of(hidden=["town"])), ENGLISH) == "1 lane hidden"
    assert hidden_in_words(choose(LANES, state_of(hidden=["office"])), ENGLISH) == "2 lanes hidden"


@pytest.mark.parametrize(
    ("before", "after", "in_hand", "words"),
    [
        (USUAL, USUAL, None, ""),
        (USUAL, state_of(collapsed=["town"]), None, "Town is collapsed"),
        (state_of(collapsed=["town"]), USUAL, None, "Town is open"),
        (USUAL, state_of(collapsed=["town", "crew"]), None, "2 lanes are collapsed"),
        (state_of(collapsed=["town", "crew"]), USUAL, None, "2 lanes are open again"),
        (USUAL, state_of(hidden=[""]), None, "Events is hidden"),
        (state_of(hidden=["town", "crew"]), USUAL, None, "2 lanes are shown again"),
        (state_of(hidden=["town"]), USUAL, None, "Town is shown again"),
        (USUAL, state_of(pinned=["crew"]), 2, "Crew is pinned to the top"),
        (state_of(pinned=["crew"]), USUAL, 2, "Crew is no longer pinned"),
        (USUAL, state_of(order=["office", "town", ""]), 0, "Town is lane 3 of 4 now"),
        (USUAL, state_of(order=["office", "town", ""]), 1, "Office is lane 1 of 4 now"),
        (USUAL, state_of(order=["office", "town", ""]), 3, "The lanes stand in another order"),
        (USUAL, state_of(order=["office", "town", ""]), None, "The lanes stand in another order"),
        (USUAL, state_of(order=["town", "office"]), None, ""),
        (
            state_of(hidden=["town"]),
            state_of(collapsed=["office"]),
            None,
            "Office is collapsed. Town is shown again",
        ),
    ],
)
def test_each_change_is_told(before, after, in_hand, words):
    assert change_in_words(LANES, before, after, ENGLISH, in_hand) == words
