# SPDX-License-Identifier: MIT
"""Commands that move the view: panning, zooming, fitting, jumping."""

import pytest

from tests.desks import MIDDLE, SPAN_S, Desk, century, is_in_window, small_desk
from tests.stages import ENGLISH
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.scene.stage import Stage
from timeline_app.scene.view import View
from timeline_app.state.command_table import COMMANDS
from timeline_app.state.commands import Commands
from timeline_app.state.handlers import SelectionHandlers, ViewHandlers, bind_handlers
from timeline_app.state.opening import opening_view
from timeline_app.state.store import Store

FIRST_S = seconds_from_civil(1900)
LAST_S = seconds_from_civil(1969, 7, 21)


@pytest.fixture
def desk():
    return Desk(century(), MIDDLE)


@pytest.mark.parametrize(
    ("command_id", "arguments", "moved_s"),
    [
        ("view.pan", {"share": 0.5}, 50_000_000),
        ("view.pan", {"share": -0.25}, -25_000_000),
        ("view.later", {}, 20_000_000),
        ("view.earlier", {}, -20_000_000),
    ],
)
def test_panning_moves_by_a_part_of_the_width(desk, command_id, arguments, moved_s):
    assert desk.send(command_id, **arguments)
    assert desk.view == View(MIDDLE.start_s + moved_s, SPAN_S)


@pytest.mark.parametrize(
    ("command_id", "arguments", "span_s", "at"),
    [
        ("view.zoom", {"factor": 4.0}, 25_000_000.0, 0.5),
        ("view.zoom", {"factor": 0.5, "at": 0.25}, 200_000_000.0, 0.25),
        ("view.zoom", {"factor": 2.0, "at": 1.0}, 50_000_000.0, 1.0),
        ("view.zoom-in", {}, SPAN_S / 1.5, 0.5),
        ("view.closer", {}, SPAN_S / 1.5, 0.5),
        ("view.zoom-out", {}, SPAN_S * 1.5, 0.5),
        ("view.wider", {}, SPAN_S * 1.5, 0.5),
    ],
)
def test_zooming_keeps_the_instant_at_its_part_of_the_width(desk, command_id, arguments, span_s, at):
    anchor_s = MIDDLE.instant_at(at)
    assert desk.send(command_id, **arguments)
    assert desk.view.span_s == pytest.approx(span_s)
    assert desk.view.instant_at(at) == anchor_s


def test_a_zoom_by_nothing_goes_as_wide_as_is_allowed(desk):
    desk.send("view.zoom", factor=0.0)
    assert desk.view.span_s == 1.5 * (LAST_S - FIRST_S)


def test_panning_ends_where_a_tenth_of_the_window_still_shows_the_exhibit(desk):
    desk.send("view.pan", share=1_000.0)
    assert desk.view == View(LAST_S - 10_000_000, SPAN_S)
    desk.send("view.pan", share=-1_000.0)
    assert desk.view == View(FIRST_S - 90_000_000, SPAN_S)


def test_panning_and_zooming_are_not_remembered(desk):
    desk.send("view.pan", share=0.1)
    desk.send("view.zoom", factor=2.0)
    desk.send("view.scroll-lanes", by_px=5.0)
    assert not desk.commands.is_enabled("go.back")


def test_a_stretch_of_time_can_be_shown(desk):
    first_s, last_s = seconds_from_civil(1914), seconds_from_civil(1919)
    desk.send("view.show-range", first_s=first_s, last_s=last_s)
    assert (desk.view.start_s, desk.view.end_s) == (first_s, last_s)


def test_lanes_scroll_within_their_height():
    desk = small_desk()
    most_px = desk.stage().max_lane_scroll_px
    assert most_px > 80.0
    desk.send("view.scroll-lanes", by_px=30.0)
    assert desk.view.lane_scroll_px == 30.0
    desk.send("view.lanes-up")
    assert desk.view.lane_scroll_px == 0.0
    desk.send("view.lanes-down")
    assert desk.view.lane_scroll_px == 80.0
    desk.send("view.scroll-lanes", by_px=1e6)
    assert desk.view.lane_scroll_px == most_px


def test_showing_a_stretch_and_moving_keep_the_lanes_where_they_are():
    desk = small_desk()
    desk.send("view.scroll-lanes", by_px=30.0)
    desk.send("view.show-range", first_s=FIRST_S, last_s=LAST_S)
    desk.send("view.pan", share=0.1)
    desk.send("view.zoom", factor=2.0)
    desk.send("view.to-last")
    assert desk.view.lane_scroll_px == 30.0


def test_lanes_that_fit_do_not_scroll(desk):
    desk.send("view.lanes-down")
    assert desk.view.lane_scroll_px == pytest.approx(0.0)


def test_a_hand_sets_exactly_the_view_that_it_shows(desk):
    arguments = {"start_s": 5, "span_s": 1_000.0, "start_fraction": 0.5, "lane_scroll_px": 7.0}
    desk.send("view.set", **arguments)
    assert desk.view == View(5, 1_000.0, 0.5, 7.0)
    assert not desk.commands.is_enabled("go.back")


def test_back_returns_to_where_a_gesture_began(desk):
    desk.send("view.set", start_s=5, span_s=1_000.0, remember=True)
    desk.send("view.set", start_s=9, span_s=1_000.0)
    desk.send("go.back")
    assert desk.view == MIDDLE


def test_the_whole_exhibit_fits_with_a_small_margin_and_room_for_its_last_words(desk):
    desk.send("view.fit-all")
    span_s = LAST_S - FIRST_S
    assert desk.view.start_s == pytest.approx(FIRST_S - 0.03 * span_s, abs=2)
    assert LAST_S + 0.03 * span_s <= desk.view.end_s < LAST_S + 0.36 * span_s


def test_the_selected_events_fit_with_air_around_them(desk):
    desk.send("select.many", ids=("war", "peace"))
    desk.send("view.fit-selection")
    first_s, last_s = seconds_from_civil(1914, 7, 28), seconds_from_civil(1919, 6, 29)
    margin_s = 0.35 * (last_s - first_s)
    assert desk.view.start_s == pytest.approx(first_s - margin_s, abs=2)
    assert desk.view.end_s == pytest.approx(last_s + margin_s, abs=2)


def test_an_event_without_a_place_in_time_cannot_be_fitted(desk):
    desk.send("select.event", id="saying")
    desk.send("view.fit-selection")
    assert desk.view == MIDDLE


def test_fitting_the_selection_scrolls_to_the_lane_of_the_event_in_hand():
    desk = small_desk()
    desk.send("select.many", ids=("dawn", "moon"))
    assert not is_in_window(desk, 3)
    desk.send("view.fit-selection")
    assert is_in_window(desk, 3)


def test_home_and_end_go_to_first_and_last_at_the_present_zoom(desk):
    desk.send("view.to-first")
    assert desk.view == View(FIRST_S - 5_000_000, SPAN_S)
    desk.send("view.to-last")
    assert desk.view == View(LAST_S - 95_000_000, SPAN_S)


@pytest.mark.parametrize("command_id", ["view.fit-all", "view.to-first", "view.to-last", "view.opening"])
def test_jumps_are_remembered_as_one_step(desk, command_id):
    desk.send(command_id)
    assert desk.view != MIDDLE
    desk.send("go.back")
    assert desk.view == MIDDLE
    assert not desk.commands.is_enabled("go.back")
    desk.send("go.forward")
    assert desk.view != MIDDLE


def test_the_opening_is_the_view_and_the_event_that_the_exhibit_names():
    document = century(opening={"view": "1914/1918", "event": "war"})
    desk = Desk(document, MIDDLE)
    desk.send("select.event", id="moon", reveal=False)
    desk.send("view.opening")
    assert desk.view == View(seconds_from_civil(1914), seconds_from_civil(1919) - seconds_from_civil(1914))
    assert desk.ids == ("war",)
    desk.send("go.back")
    assert (desk.view, desk.ids) == (MIDDLE, ("moon",))


def test_an_exhibit_without_an_opening_opens_whole_and_keeps_the_selection(desk):
    desk.send("select.event", id="war", reveal=False)
    desk.send("view.opening")
    assert desk.view == opening_view(century())
    assert desk.ids == ("war",)


def test_without_a_document_no_view_command_does_anything():
    store = Store()
    commands = Commands(COMMANDS, lambda: store.state)
    bind_handlers(commands, store, lambda: Stage(ENGLISH))
    for command_id in ("view.opening", "view.fit-all", "select.next-in-time"):
        assert commands.send(command_id) is False


def test_a_handler_that_is_called_without_a_document_changes_nothing():
    store = Store()
    before = store.state
    ViewHandlers(store, lambda: Stage(ENGLISH)).opening()
    SelectionHandlers(store, lambda: Stage(ENGLISH)).step("next-in-time")
    assert store.state == before
