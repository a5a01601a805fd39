# SPDX-License-Identifier: MIT
"""Showing a tour to others: where it begins, what is done to the class's picture, and what keys mean meanwhile."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.desks import EVENTS, MIDDLE, Desk
from tests.sample_documents import small_document
from timeline_app.base.geometry import Point, Rect
from timeline_app.state.app_state import Mode
from timeline_app.state.key_map import KeyMap
from timeline_app.state.present_handlers import PresentHandlers
from timeline_app.state.present_keys import PresentKeys
from timeline_app.state.present_screens import Sides, sides_of
from timeline_app.state.present_table import PRESENT_COMMANDS
from timeline_app.state.session_files import LastTour, Session
from timeline_app.state.tour_handlers import TourHandlers
from timeline_app.state.tour_state import Cover, PresentState, Tool

TOURS = {
    "short": {"title": "Short", "minutes": 2, "stops": [{"event": "dawn"}, {"event": "peace"}, {"event": "moon"}]},
    "other": {"title": "Other", "stops": [{"event": "war"}, {"event": "crash"}]},
}  # fmt: skip


class PresentDesk(Desk):
    """A desk with tours, at which one is presented; `now_ms` is what the clock says."""

    def __init__(self):
        tours = small_document(*EVENTS, lanes=("north", "south", "empty", "sky"), tours=TOURS)
        super().__init__(tours, MIDDLE)
        self.stage()
        self.now_ms = 1_000.0
        walking = TourHandlers(self.store, self.stage)
        for name in ("open", "next", "previous", "first", "last", "go", "back", "explore", "leave"):
            self.commands.bind(f"tour.{name}", getattr(walking, name))
        self.session = Session()
        handlers = PresentHandlers(self.store, self.commands.send, lambda: self.now_ms, lambda: self.session)
        for spec in PRESENT_COMMANDS:
            name = spec.id.partition(".")[2].replace("-", "_")
            name = {"timer_pause": "pause_timer", "timer_reset": "reset_timer"}.get(name, name)
            if name not in {"swap", "screen"}:
                self.commands.bind(spec.id, getattr(handlers, name))
        self.keys = PresentKeys(self.store, self.commands)

    @property
    def present(self) -> PresentState:
        """What is done to the class's picture."""
        assert self.store.state.present is not None
        return self.store.state.present

    @property
    def at(self) -> tuple[str, int]:
        """The tour that is walked, and the number of the stop."""
        assert self.store.state.tour is not None
        return self.store.state.tour.tour_id, self.store.state.tour.stop


@pytest.fixture
def desk():
    return PresentDesk()


@pytest.fixture
def presented():
    found = PresentDesk()
    found.send("present.start")
    return found


# -- beginning and ending -----------------------------------------------------------------------------


def test_without_a_tour_in_hand_the_first_one_is_shown_from_its_first_stop(desk):
    assert desk.send("present.start")
    assert desk.at == ("short", 1)
    assert desk.store.state.mode is Mode.PRESENT
    assert desk.present.timer.elapsed_s(4_000.0) == 3.0


def test_the_tour_that_was_walked_last_is_the_one_that_is_meant(desk):
    path = str(desk.store.state.document.path)
    desk.session = Session(notes_pt=40, last_tour=LastTour(path, "other"))
    assert desk.send("present.start")
    assert desk.at == ("other", 1)
    assert desk.present.notes_pt == 40
    desk.send("tour.leave")
    desk.session = Session(last_tour=LastTour("/elsewhere.yaml", "other", 2))
    desk.send("present.start-here")
    assert desk.at == ("short", 1)


def test_a_tour_that_was_not_left_when_the_program_ended_goes_on_at_its_stop(desk):
    path = str(desk.store.state.document.path)
    desk.session = Session(last_tour=LastTour(path, "other", 2))
    desk.send("present.start-here")
    assert desk.at == ("other", 2)
    desk.send("tour.leave")
    # The stop may be gone meanwhile.
    desk.session = Session(last_tour=LastTour(path, "other", 9))
    desk.send("present.start-here")
    assert desk.at == ("other", 1)


@pytest.mark.parametrize(("percent", "points"), [(100, 20), (125, 24), (200, 28)])
def test_who_reads_large_text_has_large_notes(desk, percent, points):
    desk.store.set_settings(replace(desk.store.state.settings, text_size_percent=percent))
    desk.send("present.start")
    assert desk.present.notes_pt == points


def test_the_tour_that_is_walked_is_shown_from_its_first_stop(desk):
    desk.send("tour.open", id="other")
    desk.send("tour.next")
    desk.send("present.start")
    assert desk.at == ("other", 1)


def test_another_tour_may_be_named(desk):
    desk.send("present.start", tour="other")
    assert desk.at == ("other", 1)


def test_a_tour_that_does_not_exist_is_not_shown(desk):
    desk.send("present.start", tour="none")
    assert desk.store.state.present is None


def test_one_may_begin_at_the_stop_at_which_one_is(desk):
    desk.send("tour.open", id="other")
    desk.send("tour.next")
    desk.send("present.start-here")
    assert desk.at == ("other", 2)


def test_else_at_the_stop_of_the_event_in_hand(desk):
    desk.store.select(("moon",))
    desk.send("present.start-here")
    assert desk.at == ("short", 3)


def test_or_at_the_first_stop_where_no_stop_is_about_it(desk):
    desk.store.select(("war",))
    desk.send("present.start-here")
    assert desk.at == ("short", 1)


def test_leaving_keeps_the_stop_and_going_on_keeps_the_time(presented):
    presented.send("tour.next")
    presented.send("present.leave")
    assert presented.store.state.present is None
    assert presented.store.state.mode is Mode.EXPLORE
    assert presented.at == ("short", 2)
    presented.now_ms = 61_000.0
    presented.send("present.start-here")
    assert presented.at == ("short", 2)
    assert presented.present.timer.elapsed_s(61_000.0) == 60.0
    presented.send("present.leave")
    presented.send("present.start")
    assert presented.at == ("short", 1)
    assert presented.present.timer.elapsed_s(61_000.0) == 0.0


def test_without_tours_nothing_can_be_presented():
    bare = Desk(small_document(*EVENTS, lanes=("north", "south", "empty", "sky")), MIDDLE)
    assert not bare.commands.specs["present.start"].enabled(bare.store.state)
    assert not bare.commands.specs["present.black"].enabled(bare.store.state)


# -- the class's picture ------------------------------------------------------------------------------


def test_a_cover_comes_and_goes_and_the_other_one_takes_its_place(presented):
    presented.send("present.black")
    assert presented.present.cover is Cover.BLACK
    presented.send("present.white")
    assert presented.present.cover is Cover.WHITE
    presented.send("present.white")
    assert presented.present.cover is Cover.NONE


def test_going_on_ends_a_cover(presented):
    presented.send("present.black")
    presented.send("tour.next")
    assert presented.present.cover is Cover.NONE


def test_a_picture_is_frozen_and_let_go(presented):
    presented.send("present.freeze")
    assert presented.present.is_frozen
    presented.send("present.freeze")
    assert not presented.present.is_frozen


@pytest.mark.parametrize(
    ("command_id", "tool"),
    [("present.ring", Tool.RING), ("present.spotlight", Tool.SPOTLIGHT), ("present.magnifier", Tool.MAGNIFIER)],
)  # fmt: skip
def test_a_tool_is_taken_and_put_away(presented, command_id, tool):
    presented.send(command_id)
    assert presented.present.tool is tool
    presented.send(command_id)
    assert presented.present.tool is Tool.NONE


def test_a_tool_points_within_the_picture(presented):
    presented.send("present.point", x=0.25, y=0.75)
    assert presented.present.at == Point(0.25, 0.75)
    presented.send("present.point", x=-3.0, y=1.5)
    assert presented.present.at == Point(0.0, 1.0)


def test_a_tool_grows_and_shrinks_within_bounds(presented):
    presented.send("present.bigger")
    assert presented.present.tool_size == pytest.approx(0.15)
    for _ in range(20):
        presented.send("present.bigger")
    assert presented.present.tool_size == pytest.approx(0.45)
    for _ in range(20):
        presented.send("present.smaller")
    assert presented.present.tool_size == pytest.approx(0.04)


def test_the_picture_comes_closer_about_where_one_points_and_stays_within_itself(presented):
    presented.send("present.zoom")
    assert presented.present.zoomed == Rect(0.25, 0.25, 0.5, 0.5)
    presented.send("present.zoom")
    assert presented.present.zoomed is None
    presented.send("present.point", x=0.9, y=0.05)
    presented.send("present.zoom")
    assert presented.present.zoomed == Rect(0.5, 0.0, 0.5, 0.5)


def test_a_part_fills_the_screen_unless_it_is_a_slip(presented):
    presented.send("present.zoom-to", x=0.5, y=0.5, w=0.75, h=0.25)
    assert presented.present.zoomed == Rect(0.5, 0.5, 0.5, 0.25)
    presented.send("present.zoom-to", x=0.5, y=0.5, w=0.01, h=0.2)
    assert presented.present.zoomed == Rect(0.5, 0.5, 0.5, 0.25)


def test_the_timer_is_paused_and_set_back(presented):
    presented.now_ms = 11_000.0
    presented.send("present.timer-pause")
    assert presented.present.timer.elapsed_s(99_000.0) == 10.0
    presented.send("present.timer-reset")
    assert presented.present.timer.elapsed_s(99_000.0) == 0.0


def test_notes_and_overview_are_shown_and_hidden(presented):
    presented.send("present.notes")
    presented.send("present.overview")
    assert (presented.present.are_notes_shown, presented.present.is_overview_shown) == (True, True)
    presented.send("present.leave")
    assert not presented.present.is_overview_shown
    presented.send("present.notes")
    assert not presented.present.are_notes_shown


# -- keys ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["PgDown", "Right", "Space", "Down", "Return", "N"])
def test_every_key_of_a_clicker_goes_on(presented, key):
    assert presented.keys.press(key)
    assert presented.at == ("short", 2)


@pytest.mark.parametrize("key", ["PgUp", "Left", "Backspace", "Up", "P"])
def test_and_back(presented, key):
    presented.send("tour.last")
    assert presented.keys.press(key)
    assert presented.at == ("short", 2)


def test_the_ends_are_one_key_away(presented):
    presented.keys.press("End")
    assert presented.at == ("short", 3)
    presented.keys.press("Home")
    assert presented.at == ("short", 1)


def test_digits_and_return_go_to_a_stop(presented):
    for key in ("0", "0", "3", "1"):
        assert presented.keys.press(key)
    assert presented.present.typed == "003"
    presented.keys.press("Return")
    assert presented.at == ("short", 3)
    assert presented.present.typed == ""


def test_another_key_forgets_the_digits_and_escape_only_them(presented):
    presented.keys.press("3")
    presented.keys.press("B")
    assert (presented.present.typed, presented.present.cover) == ("", Cover.BLACK)
    presented.keys.press("2")
    presented.keys.press("Esc")
    assert presented.present.typed == ""
    presented.keys.press("Esc")
    assert presented.store.state.present is None


def test_keys_held_down_count_once_but_sizes_go_on(presented):
    presented.keys.press("Right", is_repeat=True)
    presented.keys.press("2", is_repeat=True)
    assert presented.at == ("short", 1)
    assert presented.present.typed == ""
    presented.keys.press("+", is_repeat=True)
    assert presented.present.tool_size == pytest.approx(0.15)


@pytest.mark.parametrize("key", ["X", "Ctrl+B", "Wheel", "Shift+Backspace"])
def test_what_means_nothing_here_is_left_to_others(presented, key):
    assert not presented.keys.press(key)


def test_without_a_presentation_no_key_means_anything(desk):
    assert not desk.keys.press("B")


def test_keys_of_ones_own_are_heard(presented):
    specs = presented.commands.specs
    own = KeyMap.usual_of(specs.values()).with_keys("present.black", ["K"], Mode.PRESENT)
    presented.store.set_keys(own)
    assert not presented.keys.press("B")
    presented.keys.press("K")
    assert presented.present.cover is Cover.BLACK


# -- screens ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "here", "wanted", "sides"),
    [
        ((), "", "", Sides("")),
        (("desk",), "desk", "wall", Sides("desk")),
        (("desk", "wall"), "desk", "", Sides("wall", "desk")),
        (("desk", "wall"), "wall", "", Sides("desk", "wall")),
        (("desk", "wall"), "desk", "desk", Sides("desk", "wall")),
        (("desk", "wall", "side"), "desk", "side", Sides("side", "desk")),
        (("desk", "wall", "side"), "desk", "gone", Sides("wall", "desk")),
        (("desk", "wall", "side"), "gone", "wall", Sides("wall", "desk")),
    ],
)
def test_the_class_sees_the_screen_wanted_else_one_on_which_the_program_is_not(names, here, wanted, sides):
    assert sides_of(names, here, wanted) == sides


def test_sides_are_swapped_where_there_are_two():
    assert Sides("wall", "desk").swapped == Sides("desk", "wall")
    assert Sides("desk").swapped == Sides("desk")
