# SPDX-License-Identifier: MIT
"""Commands for history, pages, settings and content notes."""

import pytest

from tests.desks import MIDDLE, Desk, century
from tests.sample_documents import harbour
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.model.lens import Lens
from timeline_app.scene.view import View
from timeline_app.state.app_state import AppState, PanelPage, Settings, ThemeChoice
from timeline_app.state.command_table import COMMANDS
from timeline_app.state.commands import Commands


@pytest.fixture
def desk():
    return Desk(century(), MIDDLE)


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


def test_why_this_date_opens_on_the_page_of_the_event_and_closes_there(desk):
    assert not desk.send("panel.why-date")
    desk.send("select.event", id="war", reveal=False)
    desk.send("go.legend")
    desk.send("panel.toggle")
    desk.send("panel.why-date")
    state = desk.store.state
    assert (state.is_date_explained, state.page, state.panel_open) == (True, PanelPage.EVENT, True)
    desk.send("select.clear")
    assert desk.store.state.is_date_explained
    desk.send("select.event", id="war", reveal=False)
    desk.send("panel.why-date")
    assert not desk.store.state.is_date_explained


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
    focus = {
        "folded.here",
        "known.open",
        "questions.open",
        "sources.open",
        "go.canvas",
        "go.lanes",
        "go.panel",
        "go.menu",
        "people.open",
        "places.open",
        "map.open",
    }
    files = {"sources.copy-citation", "sources.export", "sources.export-event"}
    heads = {"go.head-above", "go.head-below", "go.first-head", "go.last-head", "lanes.menu", "lanes.choose"}
    # What is found or listed is known to the window alone: it keeps index and rows.
    searching = {name for name in unbound if name.startswith(("search.", "list."))}
    # What is followed or measured is found by what the canvas draws; keys are kept in the user's folder.
    drawn = {name for name in unbound if name.startswith(("chain.", "ruler.", "keys."))}
    late = {
        name
        for name in unbound
        if name.startswith(("curtain.", "withhold.", "predict.", "tour.", "present.", "making.", "handout."))
    }
    filters = {"filters.open", "filters.save", "filters.use", "filters.forget"}
    asking = {"palette.open", "go.date", "settings.open", "view.copy-link", "view.open-link"}
    assert unbound <= {*focus, *files, *heads, *searching, *drawn, *late, *filters, *asking}


def test_commands_are_enabled_by_state(desk):
    assert not desk.commands.is_enabled("select.clear")
    desk.send("select.event", id="war")
    assert desk.commands.is_enabled("select.clear")
    assert not Commands(COMMANDS, AppState).is_enabled("select.clear")
