# SPDX-License-Identifier: MIT
"""The palette over the command table: what it offers, what it greys, and what is found by which words."""

import pytest

from tests.sample_documents import harbour
from tests.stages import ENGLISH
from timeline_app.base.messages import Message
from timeline_app.model.lens import Lens
from timeline_app.scene.view import View
from timeline_app.state.app_state import AppState, History, PanelPage, Place, Selection
from timeline_app.state.command_table import COMMANDS
from timeline_app.state.commands import Commands, CommandSpec, Param, with_document
from timeline_app.state.palette import (
    BY_ITSELF,
    CHOSEN_BY_NAME,
    NEEDS,
    WRITTEN,
    Entry,
    Reach,
    entries_of,
    found,
    group_of,
    needed,
    reach_of,
    why_not,
)

SPECS = {spec.id: spec for spec in COMMANDS}
EMPTY = AppState()
OPEN = AppState(document=harbour())


def entries(state=OPEN):
    return entries_of(Commands(COMMANDS, lambda: state), state, ENGLISH)


def ids(listed):
    return [entry.spec.id for entry in listed]


def reason(command_id, state):
    message = why_not(SPECS[command_id], state)
    return None if message is None else ENGLISH.text(message)


@pytest.mark.parametrize("spec", COMMANDS, ids=lambda spec: spec.id)
@pytest.mark.parametrize("state", [EMPTY, OPEN], ids=["no-exhibit", "exhibit"])
def test_every_command_is_reached_by_the_palette_or_says_why_not(spec, state):
    listed = [entry for entry in entries(state) if entry.spec is spec]
    assert len(listed) == 1
    (entry,) = listed
    if entry.why_not is not None:
        words = ENGLISH.text(entry.why_not)
        assert "⟦" not in words
        assert words == words.strip()
        assert words[-1] != "."
    else:
        # What is offered can be sent with what the palette asks for.
        assert spec.enabled(state)
        assert [param.name for param in needed(spec)] == ([entry.asks_for] if entry.asks_for else [])
    assert entry.group in {"File", "View", "Lanes", "Evidence", "Go", "Tours", "Help"}


@pytest.mark.parametrize("spec", COMMANDS, ids=lambda spec: spec.id)
def test_what_needs_no_argument_is_in_the_list_and_what_needs_one_text_asks(spec):
    params = needed(spec)
    if spec.id in BY_ITSELF:
        expected = Reach.NOT
    elif not params:
        expected = Reach.RUNS
    elif len(params) == 1 and params[0].name in WRITTEN and spec.id not in CHOSEN_BY_NAME:
        expected = Reach.ASKS
        assert ENGLISH.has(f"palette.asks.{params[0].name}")
    else:
        expected = Reach.NOT
    assert reach_of(spec) is expected
    assert (spec.id in ids(found(entries(), ""))) == (expected is not Reach.NOT)


def test_every_reason_belongs_to_a_condition_of_the_table():
    assert set(NEEDS) <= {spec.enabled.__name__ for spec in COMMANDS}
    for name in NEEDS.values():
        assert ENGLISH.has(f"palette.why.{name}")
    assert {"view.refold", "select.keep-in-sight"} == BY_ITSELF
    assert set(SPECS) >= BY_ITSELF


@pytest.mark.parametrize(
    ("command_id", "words"),
    [
        ("view.fit-selection", "no event is selected"),
        ("go.back", "there is no view to go back to"),
        ("go.return", "no place has been marked"),
        ("lanes.show-all", "no lane is hidden"),
        ("file.cancel-reading", "no file is being read"),
        ("view.refold", "the timeline does this by itself"),
        ("settings.text-size", "it is chosen from a menu or a list"),
        ("view.calendar", "it is chosen from a menu or a list"),
        ("select.event", "it needs something that you point at"),
        ("go.date", None),
        ("palette.open", None),
    ],
)
def test_what_cannot_be_done_now_says_why(command_id, words):
    assert reason(command_id, OPEN) == words


def test_without_an_exhibit_that_is_the_reason():
    assert reason("go.date", EMPTY) == "no exhibit is open"
    assert reason("view.fit-selection", EMPTY) == "no exhibit is open"
    assert reason("file.open", EMPTY) is None


def test_a_condition_without_words_of_its_own_still_says_something():
    def is_full_moon(state):
        return state is None

    assert why_not(CommandSpec("go.moon", enabled=is_full_moon), OPEN) == Message.of("palette.why.not-now")


def test_what_can_be_done_comes_first_and_each_part_keeps_the_order_of_the_table():
    listed = found(entries(), "")
    greyed = [entry.why_not is not None for entry in listed]
    assert greyed == sorted(greyed)
    order = list(SPECS)
    sent = [order.index(entry.spec.id) for entry in listed if entry.why_not is None]
    assert sent == sorted(sent)


def test_what_has_become_possible_is_no_longer_greyed():
    here = Place(View(0, 86_400.0), Selection(), PanelPage.INTRODUCTION)
    been = AppState(
        document=harbour(), history=History(behind=(here,)), lens=Lens(sources_off=frozenset({"a"}))
    )
    assert reason("go.back", been) is None
    assert reason("sources.restore", been) is None


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("fit", "view.fit-selection"),
        ("SELECTED fit", "view.fit-selection"),
        ("ｚｏｏｍ out", "view.zoom-out"),
        ("quiet fold", "view.quiet-time"),
        ("ctrl+g", "go.date"),
        ("date to", "go.date"),
        ("back", "go.back"),
        ("introdu", "go.introduction"),
        ("file print", "file.print"),
    ],
)
def test_words_find_in_any_order_without_case_and_width(text, first):
    here = Place(View(0, 86_400.0), Selection(), PanelPage.INTRODUCTION)
    state = AppState(document=harbour(), selection=Selection(("launch",)), history=History(behind=(here,)))
    assert ids(found(entries(state), text))[0] == first


def test_what_cannot_be_sent_from_the_palette_is_found_last():
    listed = found(entries(), "select event")
    assert "select.event" in ids(listed)
    reaches = [entry.reach is Reach.NOT for entry in listed]
    assert reaches == sorted(reaches)


def test_words_that_no_command_has_find_nothing():
    assert found(entries(), "fit banana") == ()


def test_a_title_that_begins_so_comes_before_one_that_only_holds_the_word():
    def entry(command_id, title):
        return Entry(CommandSpec(command_id), Reach.RUNS, title, "Go", (), None)

    listed = found((entry("a", "Unlock"), entry("b", "Open the lock"), entry("c", "Lock")), "lock")
    assert ids(listed) == ["c", "b", "a"]


def test_groups_are_the_menus():
    assert group_of(SPECS["file.open-caesar"]) == "file"
    assert group_of(SPECS["select.next-in-time"]) == "go"
    assert group_of(SPECS["settings.theme"]) == "view"
    assert group_of(CommandSpec("moon.rise")) == "go"


def test_an_entry_that_runs_asks_for_nothing():
    asks = CommandSpec("file.open-path", params=(Param("path", str),), enabled=with_document)
    assert Entry(asks, Reach.ASKS, "Open", "File", (), None).asks_for == "path"
    assert Entry(asks, Reach.NOT, "Open", "File", (), None).asks_for == ""
