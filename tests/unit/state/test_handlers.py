# SPDX-License-Identifier: MIT
"""What the commands do: moving the view, choosing events, history, pages, settings and notes."""

import pytest

from tests.sample_documents import harbour, small_document
from tests.stages import ENGLISH, HEADS_PX, plain_surface
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.model.lens import Lens
from timeline_app.scene.stage import Stage
from timeline_app.scene.view import View
from timeline_app.state.app_state import AppState, PanelPage, Settings, ThemeChoice
from timeline_app.state.command_table import COMMANDS
from timeline_app.state.commands import Commands
from timeline_app.state.handlers import SelectionHandlers, ViewHandlers, bind_handlers, selected_ordinals
from timeline_app.state.opening import opening_view
from timeline_app.state.store import Store

DAY_S = 86_400
FIRST_S = seconds_from_civil(1900)
LAST_S = seconds_from_civil(1969, 7, 21)
SPAN_S = 100_000_000.0

EVENTS = (
    {"id": "dawn", "date": "1900-01-01", "lane": "north"},
    {"id": "war", "date": "1914-07-28/1918-11-11", "lane": "north"},
    {"id": "peace", "date": "1919-06-28", "lane": "south"},
    {"id": "crash", "date": "1929-10-24", "lane": ["south", "north"]},
    {"id": "moon", "date": "1969-07-20", "lane": "sky"},
    {"id": "saying", "lane": "sky"},
)


def century(**more):
    return small_document(*EVENTS, lanes=("north", "south", "empty", "sky"), **more)


class Desk:
    """A store with an exhibit, its stage and the bound commands."""

    def __init__(self, document, view, surface=None):
        self.store = Store()
        self.store.swap_document(document, (), view)
        self.surface = surface or plain_surface()
        self._stage = Stage(ENGLISH)
        self.commands = Commands(COMMANDS, lambda: self.store.state)
        bind_handlers(self.commands, self.store, self.stage)

    def stage(self):
        showing = self.store.showing
        assert showing is not None
        self._stage.fit(showing, self.surface, HEADS_PX)
        return self._stage

    def send(self, command_id, **arguments):
        return self.commands.send(command_id, **arguments)

    @property
    def view(self):
        return self.store.state.view

    @property
    def ids(self):
        return self.store.state.selection.ids


MIDDLE = View(seconds_from_civil(1920), SPAN_S)


@pytest.fixture
def desk():
    return Desk(century(), MIDDLE)


# -- the view -------------------------------------------------------------------------------------


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


def small_desk():
    """Return a desk whose lanes need more height than there is."""
    return Desk(century(), MIDDLE, plain_surface(height_px=120.0))


def is_in_window(desk, lane):
    """Tell whether a whole lane is in the window."""
    fitted = desk.stage().fitted
    box, top_px = fitted.placement.layout.boxes[lane], desk.view.lane_scroll_px
    return top_px <= box.top_px and box.bottom_px <= top_px + fitted.frame.lanes.h


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


# -- selecting ------------------------------------------------------------------------------------


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


def test_stepping_from_an_event_without_a_place_begins_with_the_first_in_view(desk):
    desk.send("select.event", id="saying")
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


# -- history, pages, settings, notes --------------------------------------------------------------


def test_pages_and_history_by_command(desk):
    desk.send("select.event", id="war", reveal=False)
    desk.send("go.legend")
    assert desk.store.state.page is PanelPage.LEGEND
    desk.send("go.problems")
    assert desk.store.state.page is PanelPage.PROBLEMS
    desk.send("go.back")
    desk.send("go.back")
    assert (desk.ids, desk.store.state.page) == (("war",), PanelPage.EVENT)
    desk.send("go.forward")
    assert desk.store.state.page is PanelPage.LEGEND
    desk.send("go.introduction")
    assert (desk.ids, desk.store.state.page) == ((), PanelPage.INTRODUCTION)


def test_the_introduction_unfolds_the_panel(desk):
    desk.send("panel.toggle")
    assert not desk.store.state.panel_open
    desk.send("go.introduction")
    assert desk.store.state.panel_open


def test_the_panel_folds_opens_and_takes_a_width(desk):
    desk.send("panel.toggle")
    desk.send("panel.toggle")
    assert desk.store.state.panel_open
    desk.send("panel.width", width_px=500)
    assert desk.store.state.panel_px == 500.0


def test_a_theme_is_chosen_by_name_and_unknown_names_change_nothing(desk):
    desk.send("settings.theme", theme="dark")
    assert desk.store.state.settings.theme is ThemeChoice.DARK
    desk.send("settings.theme", theme="pink")
    assert desk.store.state.settings.theme is ThemeChoice.DARK


def test_toggling_the_theme_goes_round(desk):
    seen = []
    for _ in range(4):
        desk.send("settings.toggle-theme")
        seen.append(desk.store.state.settings.theme)
    assert seen == [ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST, ThemeChoice.LIGHT, ThemeChoice.DARK]


@pytest.mark.parametrize(("percent", "kept"), [(100, 100), (180, 180), (300, 300), (50, 100), (999, 300)])
def test_the_text_size_keeps_to_its_bounds(desk, percent, kept):
    desk.send("settings.text-size", percent=percent)
    assert desk.store.state.settings.text_size_percent == kept


def test_text_grows_and_shrinks_by_steps(desk):
    sizes = []
    for _ in range(7):
        desk.send("settings.larger-text")
        sizes.append(desk.store.state.settings.text_size_percent)
    assert sizes == [125, 150, 175, 200, 250, 300, 300]
    sizes = []
    for _ in range(7):
        desk.send("settings.smaller-text")
        sizes.append(desk.store.state.settings.text_size_percent)
    assert sizes == [250, 200, 175, 150, 125, 100, 100]


def test_a_size_between_two_steps_goes_to_the_nearest_one_that_way(desk):
    desk.send("settings.text-size", percent=180)
    desk.send("settings.larger-text")
    assert desk.store.state.settings.text_size_percent == 200
    desk.send("settings.text-size", percent=180)
    desk.send("settings.smaller-text")
    assert desk.store.state.settings.text_size_percent == 175


def test_motion_can_be_reduced_and_the_other_settings_stay(desk):
    desk.send("settings.theme", theme="dark")
    desk.send("settings.text-size", percent=150)
    desk.send("settings.reduced-motion", on=True)
    assert desk.store.state.settings == Settings(ThemeChoice.DARK, 150, reduced_motion=True)
    desk.send("settings.reduced-motion", on=False)
    assert not desk.store.state.settings.reduced_motion


@pytest.fixture
def harbour_desk():
    return Desk(harbour(), View.between(seconds_from_civil(1958), seconds_from_civil(1961)))


def test_opening_a_note_acknowledges_it_in_the_lens(harbour_desk):
    harbour_desk.send("note.open", id="storm")
    harbour_desk.send("note.open", id="remark")
    assert harbour_desk.store.state.lens == Lens(frozenset({"storm", "remark"}))


def test_skipping_a_note_goes_where_the_exhibit_says(harbour_desk):
    harbour_desk.send("select.event", id="storm", reveal=False)
    harbour_desk.send("note.skip", id="storm")
    assert harbour_desk.ids == ("survey",)


@pytest.mark.parametrize("event_id", ["agreement", "no-such-event"])
def test_skipping_without_a_place_to_go_brings_back_the_introduction(harbour_desk, event_id):
    harbour_desk.send("select.event", id="storm", reveal=False)
    harbour_desk.send("note.skip", id=event_id)
    assert harbour_desk.ids == ()
    assert harbour_desk.store.state.page is PanelPage.INTRODUCTION


def test_all_that_needs_no_toolkit_is_bound(desk):
    toolkit = {"file", "help"}
    unbound = {
        command_id for command_id in desk.commands.unbound() if command_id.split(".")[0] not in toolkit
    }
    assert unbound <= {"go.canvas", "go.panel", "go.menu", "settings.open"}


def test_commands_are_enabled_by_state(desk):
    assert not desk.commands.is_enabled("select.clear")
    desk.send("select.event", id="war")
    assert desk.commands.is_enabled("select.clear")
    assert not Commands(COMMANDS, AppState).is_enabled("select.clear")
