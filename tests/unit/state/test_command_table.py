# SPDX-License-Identifier: MIT
"""The table of commands: ids, keys, titles, menus and conditions."""

from collections import defaultdict
from itertools import combinations

import pytest

from tests.sample_documents import harbour
from tests.stages import ENGLISH
from timeline_app.model.lane_state import LaneState
from timeline_app.scene.view import View
from timeline_app.state.app_state import AppState, History, Mode, PanelPage, Place, Selection
from timeline_app.state.command_table import COMMANDS
from timeline_app.state.key_map import heard_together

SPECS = {spec.id: spec for spec in COMMANDS}
MENUS = {"file", "examples", "view", "lanes", "evidence", "go", "help", "tours", "making", "asking"}
HERE = Place(View(0, 86_400.0), Selection(), PanelPage.INTRODUCTION)


def test_every_id_stands_for_one_command():
    assert len(SPECS) == len(COMMANDS)


@pytest.mark.parametrize("spec", COMMANDS, ids=lambda spec: spec.id)
def test_every_command_has_a_title_in_words(spec):
    assert ENGLISH.has(spec.title.key)
    title = ENGLISH.text(spec.title)
    assert title == title.strip()
    assert title[0].isupper()
    assert "!" not in title


def test_no_two_titles_are_the_same():
    titles = [ENGLISH.text(spec.title) for spec in COMMANDS]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("mode", Mode)
def test_no_key_stands_for_two_commands_of_a_mode(mode):
    # What acts at the lanes' names, at the events or at the ruler may share keys: the keyboard is at one of them.
    # While a tour is presented no two may.
    holders = defaultdict(list)
    for spec in COMMANDS:
        for key in spec.keys.get(mode, ()):
            holders[key].append(spec)
    doubles = {
        (key, one.id, other.id)
        for key, specs in holders.items()
        for one, other in combinations(specs, 2)
        if heard_together(one, other, mode)
    }
    assert doubles == set()


def test_each_command_acts_at_one_place():
    assert [
        spec.id for spec in COMMANDS if spec.on_canvas + spec.on_heads + spec.on_ruler + spec.on_guess > 1
    ] == []


def parted(key):
    """Return the keys that are held, and the one that is pressed; + itself may be either."""
    before, _, last = key[:-1].rpartition("+")
    return {part for part in before.split("+") if part}, last + key[-1]


def test_keys_are_written_as_the_toolkit_names_them():
    named = {"Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown", "Esc"}
    named |= {"Return", "Space", "Menu", "Backspace", *(f"F{number}" for number in range(1, 13))}
    for spec in COMMANDS:
        for key in (key for keys in spec.keys.values() for key in keys):
            held, last = parted(key)
            assert held <= {"Ctrl", "Alt", "Shift"}, key
            assert last in named or len(last) == 1, key


def test_letters_and_arrows_by_themselves_act_on_the_canvas_only():
    for spec in COMMANDS:
        for key in spec.keys.get(Mode.EXPLORE, ()):
            held, last = parted(key)
            is_function_key = last[0] == "F" and last[1:].isdigit()
            is_of_a_place = spec.on_canvas or spec.on_heads or spec.on_ruler or spec.on_guess
            assert is_of_a_place or is_function_key or held & {"Ctrl", "Alt"}, f"{spec.id}: {key}"


def test_menus_exist_and_are_named():
    assert {spec.menu for spec in COMMANDS} == MENUS | {""}
    for menu in MENUS:
        assert ENGLISH.has(f"menu.{menu}")


def test_what_a_menu_offers_needs_no_arguments():
    for spec in COMMANDS:
        needed = [param.name for param in spec.params if param.default is None]
        if spec.menu or spec.keys:
            assert needed == [], spec.id


def test_defaults_are_of_the_type_of_their_argument():
    for spec in COMMANDS:
        for param in spec.params:
            assert param.type in {str, int, float, bool, tuple}
            assert param.default is None or type(param.default) is param.type, f"{spec.id}: {param.name}"
        # An argument that must be given cannot follow one that need not.
        given = [param.default is None for param in spec.params]
        assert given == sorted(given, reverse=True), spec.id


def enabled_ids(state):
    return {spec.id for spec in COMMANDS if spec.enabled(state)}


def test_without_an_exhibit_one_can_open_one_and_change_settings():
    assert enabled_ids(AppState()) == {
        "file.open",
        "file.open-path",
        "file.open-built-in",
        "file.open-big-bang",
        "file.open-caesar",
        "file.quit",
        "go.problems",
        "settings.theme",
        "settings.text-size",
        "settings.larger-text",
        "settings.smaller-text",
        "settings.reduced-motion",
        "settings.toggle-theme",
        "settings.open",
        "panel.width",
        "sources.style",
        "help.about",
        "help.keys",
        "help.keys-here",
        "keys.rebind",
        "keys.reset",
        "palette.open",
        "view.open-link",
    } | ({"go.menu"} & set(SPECS))


def test_some_commands_need_a_selection():
    state = AppState(document=harbour())
    chosen = AppState(document=harbour(), selection=Selection(("survey",)))
    assert enabled_ids(chosen) - enabled_ids(state) == {
        "view.fit-selection",
        "chain.follow",
        "select.clear",
        "select.keep-in-sight",
        "sources.export-event",
        "panel.why-date",
        "lanes.show-selected",
        "withhold.title",
        "withhold.date",
        "withhold.outcome",
    }
    assert not SPECS["select.clear"].enabled(AppState(selection=Selection(("survey",))))


def test_back_and_forward_need_somewhere_to_go():
    assert not SPECS["go.back"].enabled(AppState())
    assert not SPECS["go.forward"].enabled(AppState())
    been = AppState(history=History(behind=(HERE,)))
    assert SPECS["go.back"].enabled(been)
    assert not SPECS["go.forward"].enabled(been)
    returned = AppState(history=History(ahead=(HERE,)))
    assert SPECS["go.forward"].enabled(returned)
    assert not SPECS["go.back"].enabled(returned)


@pytest.mark.parametrize(
    ("lanes", "enabled"),
    [
        (LaneState(), set()),
        (LaneState(hidden=frozenset({"crew"})), {"lanes.show-all"}),
        (LaneState(collapsed=frozenset({"crew"})), {"lanes.expand-all"}),
        (LaneState(order=("office", "town")), {"lanes.usual-order"}),
        (LaneState(pinned=("town",)), {"lanes.usual-order"}),
        (LaneState(hidden=frozenset({"of-another-exhibit"})), set()),
    ],
)
def test_what_was_done_to_lanes_can_be_taken_back(lanes, enabled):
    ids = {"lanes.show-all", "lanes.expand-all", "lanes.usual-order"}
    assert enabled_ids(AppState(document=harbour(), lanes=lanes)) & ids == enabled
    assert "lanes.collapse-all" in enabled_ids(AppState(document=harbour(), lanes=lanes))
    assert not enabled_ids(AppState(lanes=lanes)) & ids


@pytest.mark.parametrize(
    ("command_id", "keys"),
    [
        ("view.fit-selection", ("F",)),
        ("view.fit-all", ("0",)),
        ("view.to-first", ("Home",)),
        ("view.to-last", ("End",)),
        ("view.closer", ("W", "+", "=")),
        ("view.wider", ("S", "-")),
        ("select.next-in-time", ("Right",)),
        ("go.back", ("Alt+Left",)),
        ("file.open", ("Ctrl+O",)),
        ("help.keys", ("F1",)),
    ],
)
def test_the_keys_of_the_design_are_as_drawn(command_id, keys):
    assert SPECS[command_id].keys[Mode.EXPLORE] == keys
