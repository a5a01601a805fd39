# SPDX-License-Identifier: MIT
"""Commands that choose events, by pointing and by walking."""

from pathlib import Path

import pytest

from tests.desks import MIDDLE, SPAN_S, Desk, century, is_in_window, small_desk
from tests.sample_documents import small_document
from tests.stages import ENGLISH, plain_surface
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.scene.stage import Stage
from timeline_app.scene.view import View
from timeline_app.state.app_state import PanelPage
from timeline_app.state.command_table import COMMANDS
from timeline_app.state.commands import Commands
from timeline_app.state.handlers import bind_handlers, selected_ordinals
from timeline_app.state.kept_place import KeptPlace
from timeline_app.state.store import Store


@pytest.fixture
def desk():
    return Desk(century(), MIDDLE)


def test_an_event_in_view_is_selected_where_it_stands(desk):
    desk.send("select.event", id="crash", reveal=False)
    desk.send("view.show-range", first_s=seconds_from_civil(1929), last_s=seconds_from_civil(1931))
    before = desk.view
    desk.send("select.event", id="crash")
    assert desk.ids == ("crash",)
    assert desk.store.state.page is PanelPage.EVENT
    assert desk.view == before


def test_an_event_out_of_view_comes_to_the_middle_at_the_present_zoom(desk):
    desk.send("select.event", id="moon")
    assert desk.view.span_s == SPAN_S
    assert desk.view.centre_s == seconds_from_civil(1969, 7, 20, 12)


def test_an_event_that_is_wider_than_the_window_is_shown_whole():
    desk = Desk(century(), View(seconds_from_civil(1950), 1_000_000.0))
    desk.send("select.event", id="war")
    assert (desk.view.start_s, desk.view.end_s) == (
        seconds_from_civil(1914, 7, 28),
        seconds_from_civil(1918, 11, 12),
    )


def test_a_window_within_a_long_event_stays_where_it_is():
    desk = Desk(century(), View(seconds_from_civil(1916), 1_000_000.0))
    desk.send("select.event", id="war")
    assert desk.view == View(seconds_from_civil(1916), 1_000_000.0)


def test_an_event_can_be_selected_without_moving(desk):
    desk.send("select.event", id="moon", reveal=False)
    assert desk.ids == ("moon",)
    assert desk.view == MIDDLE


def test_an_event_without_a_place_in_time_is_selected_where_the_reader_is(desk):
    desk.send("select.event", id="saying")
    assert desk.ids == ("saying",)
    assert desk.view == MIDDLE


def test_an_event_in_a_lane_out_of_the_window_brings_the_lane_in():
    desk = small_desk()
    desk.send("select.event", id="moon")
    assert is_in_window(desk, 3)
    desk.send("select.event", id="dawn")
    assert desk.view.lane_scroll_px == 0.0


def test_before_the_first_picture_an_event_is_selected_without_moving():
    store = Store()
    store.swap_document(century(), (), MIDDLE)
    commands = Commands(COMMANDS, lambda: store.state)
    bind_handlers(commands, store, lambda: Stage(ENGLISH))
    commands.send("select.event", id="moon")
    assert store.state.selection.ids == ("moon",)
    assert store.state.view == MIDDLE


@pytest.mark.parametrize("command_id", ["select.event", "select.toggle", "select.range"])
def test_an_unknown_event_changes_nothing(desk, command_id):
    desk.send("select.event", id="war", reveal=False)
    before = desk.store.state
    desk.send(command_id, id="no-such-event")
    assert desk.store.state == before


def test_toggling_adds_and_takes_out(desk):
    desk.send("select.toggle", id="war")
    desk.send("select.toggle", id="moon")
    assert desk.ids == ("war", "moon")
    desk.send("select.toggle", id="war")
    assert desk.ids == ("moon",)
    desk.send("select.toggle", id="moon")
    assert desk.ids == ()
    assert desk.store.state.page is PanelPage.INTRODUCTION


def test_a_range_takes_all_in_the_lane_that_both_share(desk):
    desk.send("select.event", id="dawn", reveal=False)
    desk.send("select.range", id="crash")
    assert desk.ids == ("dawn", "war", "crash")


def test_a_range_over_lanes_takes_all_in_time_and_ends_in_hand(desk):
    desk.send("select.event", id="moon", reveal=False)
    desk.send("select.range", id="peace")
    assert desk.ids == ("crash", "moon", "peace")


def test_a_range_without_an_event_in_hand_selects_the_one(desk):
    desk.send("select.range", id="peace")
    assert desk.ids == ("peace",)
    assert desk.view == MIDDLE


def test_many_are_selected_in_the_order_given_and_the_unknown_left_out(desk):
    desk.send("select.many", ids=("moon", "no-such-event", "dawn"))
    assert desk.ids == ("moon", "dawn")


def test_clearing_brings_back_the_introduction(desk):
    desk.send("select.many", ids=("moon", "dawn"))
    desk.send("select.clear")
    assert desk.ids == ()
    assert desk.store.state.page is PanelPage.INTRODUCTION


def test_stepping_begins_with_the_first_event_in_view(desk):
    desk.send("select.next-in-time")
    assert desk.ids == ("crash",)


def test_stepping_from_a_folded_tray_begins_with_the_first_in_view(desk):
    desk.send("select.event", id="saying")
    assert desk.store.state.is_tray_open
    desk.send("view.undated")
    desk.send("select.previous-in-lane")
    assert desk.ids == ("crash",)


@pytest.mark.parametrize(
    ("start", "command_id", "end"),
    [
        ("war", "select.next-in-time", "peace"),
        ("war", "select.previous-in-time", "dawn"),
        ("war", "select.next-in-lane", "crash"),
        ("war", "select.previous-in-lane", "dawn"),
        ("war", "select.lane-below", "peace"),
        ("peace", "select.lane-above", "war"),
        ("peace", "select.lane-below", "moon"),
        ("moon", "select.lane-above", "crash"),
        ("dawn", "select.previous-in-time", "dawn"),
        ("moon", "select.next-in-time", "moon"),
        ("dawn", "select.lane-above", "dawn"),
        ("moon", "select.lane-below", "moon"),
        ("moon", "select.next-in-lane", "moon"),
    ],
)
def test_stepping_goes_to_the_neighbour_and_stops_at_the_edge(desk, start, command_id, end):
    desk.send("select.event", id=start, reveal=False)
    desk.send(command_id)
    assert desk.ids == (end,)


def test_stepping_brings_the_neighbour_into_view(desk):
    desk.send("select.event", id="crash", reveal=False)
    desk.send("select.next-in-time")
    assert desk.ids == ("moon",)
    assert desk.view.contains(seconds_from_civil(1969, 7, 20))


def test_stepping_through_nothing_does_nothing():
    desk = Desk(small_document({"id": "saying"}), MIDDLE)
    desk.send("select.next-in-time")
    assert desk.ids == ()


def test_the_ordinals_of_the_selected_events_leave_out_what_has_gone(desk):
    assert selected_ordinals(Store()) == ()
    desk.store.select(("moon", "no-such-event", "dawn"))
    assert selected_ordinals(desk.store) == (4, 0)


def test_the_event_in_hand_stays_in_the_window_when_the_lanes_are_laid_out_anew(desk):
    desk.send("select.event", id="moon")
    before = desk.store.state.history
    assert is_in_window(desk, 3)
    desk.surface = plain_surface(height_px=120.0)
    assert not is_in_window(desk, 3)
    desk.send("select.keep-in-sight")
    assert is_in_window(desk, 3)
    assert desk.store.state.history == before


def test_without_an_event_that_exists_nothing_is_kept_in_sight(desk):
    desk.store.select(("no-such-event",))
    before = desk.view
    desk.send("select.keep-in-sight")
    assert desk.view == before


def test_the_tray_opens_at_its_first_event_by_key_and_folds_again(desk):
    desk.send("view.undated")
    assert desk.store.state.is_tray_open
    assert (desk.ids, desk.store.state.page) == (("saying",), PanelPage.EVENT)
    desk.send("view.undated")
    assert not desk.store.state.is_tray_open
    assert desk.ids == ("saying",)


def test_the_tray_opened_by_hand_selects_nothing(desk):
    desk.send("view.undated", select=False)
    assert (desk.store.state.is_tray_open, desk.ids) == (True, ())


def test_choosing_an_event_without_a_place_opens_the_tray_and_no_other_does(desk):
    desk.send("select.event", id="moon")
    assert not desk.store.state.is_tray_open
    desk.send("select.event", id="saying")
    assert desk.store.state.is_tray_open
    desk.send("select.event", id="moon")
    assert desk.store.state.is_tray_open


def test_only_the_event_in_hand_opens_the_tray(desk):
    desk.send("select.many", ids=("saying", "moon"))
    assert not desk.store.state.is_tray_open
    desk.send("select.many", ids=("moon", "saying"))
    assert desk.store.state.is_tray_open


def test_choosing_the_same_event_again_opens_the_folded_tray_again(desk):
    desk.send("select.event", id="saying")
    desk.send("view.undated")
    assert not desk.store.state.is_tray_open
    history = desk.store.state.history
    desk.send("select.event", id="saying")
    assert desk.store.state.is_tray_open
    assert desk.store.state.history == history


def test_back_and_forward_open_the_tray_at_an_event_without_a_place(desk):
    desk.send("select.event", id="saying")
    desk.send("select.event", id="moon")
    desk.send("view.undated", select=False)
    assert desk.store.go_back()
    assert (desk.ids, desk.store.state.is_tray_open) == (("saying",), True)


def test_an_exhibit_that_opens_at_an_event_without_a_place_opens_its_tray(desk):
    other = small_document({"id": "saying"}, path=Path("other.yaml"))
    desk.store.swap_document(other, (), MIDDLE, KeptPlace(selected=("saying",)))
    assert (desk.ids, desk.store.state.is_tray_open) == (("saying",), True)


def test_one_walks_down_from_the_lanes_into_the_open_tray_and_up_again():
    events = [{"id": "moon", "date": "1969-07-20"}, {"id": "saying"}, {"id": "song"}]
    desk = Desk(small_document(*events), MIDDLE)
    desk.send("select.event", id="moon")
    desk.send("select.lane-below")
    assert desk.ids == ("moon",)
    desk.send("view.undated", select=False)
    desk.send("select.lane-below")
    assert desk.ids == ("saying",)
    desk.send("select.next-in-time")
    assert desk.ids == ("song",)
    desk.send("select.next-in-time")
    assert desk.ids == ("song",)
    desk.send("select.previous-in-lane")
    assert desk.ids == ("saying",)
    desk.send("select.lane-above")
    assert desk.ids == ("moon",)


def test_without_undated_events_there_is_no_tray_to_open():
    desk = Desk(small_document({"id": "moon", "date": "1969-07-20"}), MIDDLE)
    assert not desk.send("view.undated")
    assert not desk.store.state.is_tray_open


def test_another_exhibit_begins_with_a_folded_tray(desk):
    desk.send("view.undated")
    desk.store.swap_document(small_document({"id": "saying"}), (), MIDDLE)
    assert desk.store.state.is_tray_open
    desk.store.swap_document(small_document({"id": "saying"}, path=Path("other.yaml")), (), MIDDLE)
    assert not desk.store.state.is_tray_open
