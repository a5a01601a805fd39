# SPDX-License-Identifier: MIT
"""The commands on lanes, and what becomes of an event whose lane is collapsed or hidden."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desks import MIDDLE, Desk, century
from tests.sample_documents import harbour, small_document
from timeline_app.base.messages import Message
from timeline_app.model.lane_state import LaneState
from timeline_app.state.command_table import LANE_IN_HAND
from timeline_app.state.kept_place import KeptPlace

# Of the century: north, south, empty and sky; crash stands in south and north, saying has no date.
NORTH, SOUTH, EMPTY, SKY = "north", "south", "empty", "sky"


@pytest.fixture
def desk():
    return Desk(century(), MIDDLE)


def shown(desk):
    """Return the lanes on the screen, from the top."""
    fitted = desk.stage().fitted
    return [fitted.lanes[lane].id for lane in fitted.choice.order]


def test_a_lane_collapses_and_opens(desk):
    assert desk.send("lanes.toggle", lane=NORTH)
    assert desk.store.state.lanes == LaneState(collapsed=frozenset({NORTH}))
    assert desk.stage().fitted.placement.layout.boxes[0].rows == 0
    assert desk.send("lanes.toggle", lane=NORTH)
    assert desk.store.state.lanes.is_usual


def test_a_hidden_lane_comes_back_by_itself_or_with_all_others(desk):
    desk.send("lanes.hide", lane=NORTH)
    desk.send("lanes.hide", lane=SKY)
    assert shown(desk) == [SOUTH, EMPTY]
    desk.send("lanes.show", lane=SKY)
    assert shown(desk) == [SOUTH, EMPTY, SKY]
    desk.send("lanes.hide", lane=SKY)
    assert desk.send("lanes.show-all")
    assert desk.store.state.lanes.is_usual
    assert not desk.send("lanes.show-all")


def test_a_lane_is_pinned_and_let_go(desk):
    desk.send("lanes.pin", lane=SKY)
    assert shown(desk) == [SKY, NORTH, SOUTH, EMPTY]
    desk.send("lanes.pin", lane=EMPTY)
    assert shown(desk) == [SKY, EMPTY, NORTH, SOUTH]
    desk.send("lanes.pin", lane=SKY)
    assert shown(desk) == [EMPTY, NORTH, SOUTH, SKY]


def test_lanes_move_by_steps_and_to_a_place(desk):
    desk.send("lanes.move-down", lane=NORTH)
    assert shown(desk) == [SOUTH, NORTH, EMPTY, SKY]
    desk.send("lanes.move", lane=SKY, before=SOUTH)
    assert shown(desk) == [SKY, SOUTH, NORTH, EMPTY]
    desk.send("lanes.move", lane=SKY)
    assert shown(desk) == [SOUTH, NORTH, EMPTY, SKY]
    desk.send("lanes.move-up", lane=NORTH)
    assert desk.store.state.lanes.is_usual


def test_the_usual_order_lets_the_pinned_go_too(desk):
    desk.send("lanes.pin", lane=SKY)
    desk.send("lanes.move-down", lane=NORTH)
    desk.send("lanes.toggle", lane=SOUTH)
    assert desk.send("lanes.usual-order")
    assert desk.store.state.lanes == LaneState(collapsed=frozenset({SOUTH}))


def test_all_collapse_and_all_open(desk):
    assert desk.send("lanes.collapse-all")
    assert desk.stage().fitted.choice.collapsed == {0, 1, 2, 3}
    assert desk.send("lanes.expand-all")
    assert desk.store.state.lanes.is_usual


@pytest.mark.parametrize("lane", [LANE_IN_HAND, "nowhere"])
@pytest.mark.parametrize(
    "command_id",
    ["lanes.toggle", "lanes.pin", "lanes.hide", "lanes.move-up", "lanes.move-down", "lanes.show"],
)
def test_a_lane_that_there_is_not_changes_nothing(desk, command_id, lane):
    desk.send(command_id, lane=lane)
    desk.send("lanes.move", lane=NORTH, before="nowhere")
    assert desk.store.state.lanes.is_usual


steps = st.lists(
    st.tuples(
        st.sampled_from(["lanes.toggle", "lanes.pin", "lanes.hide", "lanes.move-up", "lanes.move-down"]),
        st.sampled_from([NORTH, SOUTH, EMPTY, SKY]),
    ),
    max_size=12,
)


@given(steps)
def test_from_anything_that_was_done_there_is_a_way_back(done):
    desk = Desk(century(), MIDDLE)
    for command_id, lane in done:
        desk.send(command_id, lane=lane)
    for command_id in ("lanes.show-all", "lanes.expand-all", "lanes.usual-order"):
        desk.send(command_id)
    assert desk.store.state.lanes.is_usual


def test_an_event_that_somebody_is_led_to_opens_its_lane(desk):
    desk.send("lanes.collapse-all")
    desk.send("select.event", id="war")
    assert desk.store.state.lanes.collapsed == {SOUTH, EMPTY, SKY}
    assert desk.store.state.notice is None


def test_an_event_that_is_pointed_at_leaves_its_lane_collapsed(desk):
    desk.send("lanes.collapse-all")
    desk.send("select.event", id="war", unfold=False)
    desk.send("select.next-in-time")
    assert desk.ids == ("peace",)
    assert desk.store.state.lanes.collapsed == {NORTH, SOUTH, EMPTY, SKY}


def test_an_event_that_can_be_seen_in_one_of_its_lanes_opens_no_other(desk):
    desk.send("lanes.toggle", lane=SOUTH)
    desk.send("select.event", id="crash")
    assert desk.store.state.lanes.collapsed == {SOUTH}
    desk.send("lanes.hide", lane=NORTH)
    desk.send("select.clear")
    desk.send("select.event", id="crash")
    assert desk.store.state.lanes == LaneState(hidden=frozenset({NORTH}))


def test_a_lane_that_was_hidden_stays_hidden_and_that_is_told(desk):
    desk.send("lanes.hide", lane=SKY)
    desk.send("select.event", id="moon")
    assert desk.ids == ("moon",)
    assert desk.store.state.lanes.hidden == {SKY}
    notice = desk.store.state.notice
    assert notice is not None
    assert notice.message == Message.of("notice.lane-hidden", lane="Sky")
    assert notice.action == "lanes.show-selected"
    assert desk.send(notice.action)
    assert desk.store.state.lanes.is_usual


def test_the_lane_of_the_selected_event_is_opened_by_command(desk):
    assert not desk.send("lanes.show-selected")
    desk.send("select.event", id="crash")
    desk.send("lanes.collapse-all")
    assert desk.send("lanes.show-selected")
    assert desk.store.state.lanes.collapsed == {NORTH, EMPTY, SKY}
    desk.send("lanes.hide", lane=SOUTH)
    assert desk.send("lanes.show-selected")
    assert desk.store.state.lanes == LaneState(hidden=frozenset({SOUTH}), collapsed=frozenset({EMPTY, SKY}))


def test_back_opens_the_lane_of_the_event_that_was_left(desk):
    desk.send("select.event", id="war")
    desk.send("select.event", id="moon")
    desk.send("lanes.collapse-all")
    desk.send("go.back")
    assert desk.ids == ("war",)
    assert desk.store.state.lanes.collapsed == {SOUTH, EMPTY, SKY}
    desk.send("lanes.hide", lane=SKY)
    desk.send("go.forward")
    assert desk.ids == ("moon",)
    assert desk.store.state.notice is not None


def test_an_event_without_a_place_in_time_asks_for_no_lane(desk):
    desk.send("lanes.hide", lane=SKY)
    desk.send("select.event", id="saying")
    assert desk.store.state.notice is None


def test_the_opening_opens_the_lane_of_its_event():
    desk = Desk(century({"view": "1914/1918", "event": "war"}), MIDDLE)
    desk.send("lanes.collapse-all")
    desk.send("view.opening")
    assert desk.store.state.lanes.collapsed == {SOUTH, EMPTY, SKY}


def test_the_keys_walk_from_lane_to_lane_as_they_stand():
    desk = Desk(century(), MIDDLE)
    desk.send("lanes.pin", lane=SKY)
    desk.send("lanes.move-down", lane=NORTH)
    desk.send("select.event", id="moon")
    desk.send("select.lane-below")
    assert desk.ids == ("crash",)
    desk.send("lanes.hide", lane=SOUTH)
    desk.send("select.event", id="dawn")
    desk.send("select.lane-above")
    assert desk.ids == ("moon",)


def test_a_reload_keeps_what_was_done_and_another_exhibit_begins_with_its_own():
    desk = Desk(harbour(), MIDDLE)
    desk.send("lanes.hide", lane="crew")
    desk.store.swap_document(harbour(), (), MIDDLE)
    assert desk.store.state.lanes == LaneState(hidden=frozenset({"crew"}))
    pinned = LaneState(pinned=("town",))
    desk.store.swap_document(small_document({"id": "a", "date": "1920"}), (), MIDDLE, KeptPlace(lanes=pinned))
    assert desk.store.state.lanes == pinned
