# SPDX-License-Identifier: MIT
"""Keys of the reader's own: what wins, what is named as a conflict, what comes back, and the file that keeps it."""

import json
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stages import ENGLISH
from timeline_app.state.app_state import Mode
from timeline_app.state.command_table import COMMANDS
from timeline_app.state.commands import CommandSpec
from timeline_app.state.key_files import FILE_NAME, KeyFile, load_keys, save_keys
from timeline_app.state.key_map import Conflict, KeyMap, heard_together, refusal
from timeline_app.state.key_names import NAMES, Key

USUAL = KeyMap.usual_of(COMMANDS)
SPECS = USUAL.specs
IDS = sorted(SPECS)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ctrl+o", "Ctrl+O"),
        ("Shift+Ctrl+E", "Ctrl+Shift+E"),
        ("control + alt + delete", "Ctrl+Alt+Del"),
        ("+", "+"),
        ("Ctrl++", "Ctrl++"),
        ("?", "?"),
        ("pageup", "PgUp"),
        ("f5", "F5"),
        ("ㄹ", "ㄹ"),
    ],
)
def test_keys_are_read_however_they_are_written(text, said):
    key = Key.of(text)
    assert key is not None
    assert key.text == said
    assert Key.of(said) == key


@pytest.mark.parametrize(
    "text", ["", "Ctrl", "Ctrl+", "Ctrl+K, Ctrl+C", "Hyper+A", "Left Arrow", "F99", " ", "\n"]
)
def test_what_is_no_key_is_none(text):
    found = Key.of(text)
    assert found is None or found.text == "Ctrl++"


def written_alike(text: str) -> bool:
    key = Key.of(text)
    return key is not None and key.text == text


def test_the_usual_keys_are_all_heard_and_written_as_in_the_table():
    for spec in COMMANDS:
        assert USUAL.keys(spec.id) == tuple(spec.keys.get(Mode.EXPLORE, ()))
        for key in USUAL.keys(spec.id):
            assert refusal(spec, key) is None
            assert written_alike(key)


def test_a_key_is_taken_from_the_one_that_had_it_and_comes_back():
    assert USUAL.conflicts("go.date", ["Ctrl+D"]) == (Conflict("Ctrl+D", "go.mark"),)
    changed = USUAL.with_keys("go.date", ["Ctrl+D"])
    assert changed.keys("go.date") == ("Ctrl+D",)
    assert changed.keys("go.mark") == ()
    assert changed.is_own("go.mark")
    assert changed.conflicts("help.about", ["ctrl+d"]) == (Conflict("Ctrl+D", "go.date"),)
    assert changed.reset("go.date") == USUAL
    # Or the one who lost it asks for it.
    back = changed.reset("go.mark")
    assert back.keys("go.mark") == ("Ctrl+D",)
    assert back.keys("go.date") == ()


def test_one_of_several_keys_is_taken_and_the_others_stay():
    changed = USUAL.with_keys("go.head-above", ["P"]).with_keys("view.quiet-time", ["W"])
    assert changed.keys("view.closer") == ("+", "=")
    assert changed.keys("view.quiet-time") == ("W",)
    # At the names of the lanes the letter means something else, and takes nothing from the events.
    assert changed.keys("lanes.pin") == ()


def test_keys_of_events_and_lane_names_do_not_meet_but_those_of_the_window_meet_all():
    assert USUAL.conflicts("lanes.hide", ["F"]) == ()
    holders = {found.holder for found in USUAL.conflicts("help.about", ["Up"])}
    assert holders == {"select.lane-above", "go.head-above"}


def test_a_command_may_have_no_key_at_all():
    changed = USUAL.with_keys("file.quit", [])
    assert changed.keys("file.quit") == ()
    assert changed.conflicts("help.about", ["Ctrl+Q"]) == ()
    assert changed.reset("file.quit") == USUAL


@pytest.mark.parametrize(
    ("command_id", "key", "words"),
    [
        ("help.about", "Y", "“Y” by itself is needed for writing; hold Ctrl or Alt with it, or take a function key"),
        ("help.about", "Shift+Left", "“Shift+Left” by itself is needed for writing; hold Ctrl or Alt with it, or take a function key"),
        ("help.about", "Ctrl+C", "every text needs Ctrl+C for itself"),
        ("view.quiet-time", "Tab", "Tab leads from part to part of the window"),
        ("view.quiet-time", "Esc", "Escape leads out of whatever is open"),
        ("view.quiet-time", "Space", "this one opens the event, or presses the button, that the keyboard is at"),
        ("view.quiet-time", "Ctrl+Hyper+X", "“Ctrl+Hyper+X” is no key that this program knows"),
    ],
)  # fmt: skip
def test_some_keys_can_never_be_had(command_id, key, words):
    reason = refusal(SPECS[command_id], key)
    assert reason is not None
    assert ENGLISH.text(reason) == words


@pytest.mark.parametrize(
    ("command_id", "key"),
    [
        ("help.about", "F8"),
        ("help.about", "Alt+J"),
        ("view.quiet-time", "Y"),
        ("lanes.pin", "Space"),
        ("select.clear", "Esc"),
    ],
)
def test_others_can(command_id, key):
    assert refusal(SPECS[command_id], key) is None


# -- while a tour is presented --------------------------------------------------------------------------


def test_each_mode_has_keys_of_its_own():
    changed = USUAL.with_keys("present.black", ["K"], Mode.PRESENT)
    assert changed.keys("present.black", Mode.PRESENT) == ("K",)
    assert changed.keys("present.black") == ()
    assert changed.keys("view.fit-selection") == ("F",)
    assert changed.reset("present.black", Mode.PRESENT) == USUAL


def test_while_presenting_no_key_is_heard_by_two_wherever_they_act():
    taken = USUAL.with_keys("view.fit-selection", ["B"], Mode.PRESENT)
    assert USUAL.conflicts("view.fit-selection", ["B"], Mode.PRESENT) == (Conflict("B", "present.black"),)
    assert taken.keys("present.black", Mode.PRESENT) == (".",)
    assert USUAL.conflicts("view.fit-selection", ["B"]) == ()


@pytest.mark.parametrize("key", ["J", "Shift+J", "Ctrl+C", "Space"])
def test_while_presenting_letters_need_nothing_held(key):
    assert refusal(SPECS["present.black"], key, Mode.PRESENT) is None


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("Esc", "Escape leads out of whatever is open"),
        ("Tab", "Tab leads from part to part of the window"),
        ("7", "digits go to the stop of their number"),
    ],
)
def test_while_presenting_some_keys_can_never_be_had(key, words):
    reason = refusal(SPECS["present.black"], key, Mode.PRESENT)
    assert reason is not None
    assert ENGLISH.text(reason) == words


def test_the_file_keeps_the_keys_of_both_modes(tmp_path):
    changed = USUAL.with_keys("present.black", ["K"], Mode.PRESENT).with_keys("go.date", ["Ctrl+J"])
    assert save_keys(tmp_path, KeyFile(), changed.chosen)
    assert KeyMap(SPECS, load_keys(tmp_path, SPECS).chosen) == changed


# -- what always holds --------------------------------------------------------------------------------

KEYS = st.builds(
    lambda held, name: Key(name, frozenset(held)).text,
    st.sets(st.sampled_from(["Ctrl", "Alt", "Shift"])),
    st.sampled_from(["A", "D", "F", "?", "+", "Up", "Home", "F5", *NAMES[:4]]),
)
CHANGES = st.lists(st.tuples(st.sampled_from(IDS), st.lists(KEYS, max_size=3, unique=True)), max_size=6)


def changed_by(changes):
    keys = USUAL
    for command_id, wanted in changes:
        keys = keys.with_keys(command_id, wanted)
    return keys


@settings(max_examples=30)
@given(CHANGES)
def test_no_key_is_ever_heard_by_two(changes):
    keys = changed_by(changes)
    holders: dict[str, list[CommandSpec]] = {}
    for command_id in IDS:
        for key in keys.keys(command_id):
            holders.setdefault(key, []).append(SPECS[command_id])
    for specs in holders.values():
        assert not any(heard_together(one, other) for one, other in combinations(specs, 2))


@settings(max_examples=30)
@given(CHANGES, st.sampled_from(IDS), st.lists(KEYS, max_size=3, unique=True))
def test_what_is_given_is_had_and_named_as_a_conflict_for_others(changes, command_id, wanted):
    before = changed_by(changes)
    after = before.with_keys(command_id, wanted)
    assert after.keys(command_id) == tuple(wanted)
    lost = {id_ for id_ in IDS if id_ != command_id and set(before.keys(id_)) - set(after.keys(id_))}
    assert lost <= {found.holder for found in before.conflicts(command_id, wanted)}


@settings(max_examples=30)
@given(CHANGES, st.sampled_from(IDS))
def test_reset_restores(changes, command_id):
    keys = changed_by(changes)
    assert keys.reset(command_id).keys(command_id) == USUAL.keys(command_id)
    assert keys.reset_all() == USUAL
    everything = keys
    for id_ in IDS:
        everything = everything.reset(id_)
    assert {id_: everything.keys(id_) for id_ in IDS} == {id_: USUAL.keys(id_) for id_ in IDS}


@settings(max_examples=30)
@given(CHANGES)
def test_the_file_gives_back_what_was_written(tmp_path_factory, changes):
    folder = tmp_path_factory.mktemp("keys")
    wanted = [
        (command_id, [key for key in keys if refusal(SPECS[command_id], key) is None])
        for command_id, keys in changes
    ]
    keys = changed_by(wanted)
    assert save_keys(folder, KeyFile(), keys.chosen)
    found = load_keys(folder, SPECS)
    assert found.faults == ()
    assert KeyMap(SPECS, found.chosen) == keys


# -- the file -----------------------------------------------------------------------------------------


def written(folder: Path, text: str) -> list[str]:
    (folder / FILE_NAME).write_text(text, encoding="utf-8")
    return [ENGLISH.text(fault.message(FILE_NAME)) for fault in load_keys(folder, SPECS).faults]


def test_without_a_file_all_is_as_usual(tmp_path):
    assert load_keys(tmp_path, SPECS) == KeyFile()


def test_a_file_that_is_no_json_is_told_with_its_line(tmp_path):
    faults = written(
        tmp_path, '{"keys": {\n "explore": {\n  "go.date": ["Ctrl+J"]\n  "go.mark": []\n }\n}}\n'
    )
    assert faults == [
        (
            "keys.json, line 4: a comma is missing before this. The usual keys are used. Correct the file, or choose "
            "keys in the list; the old file is then put beside as keys.before.json"
        )
    ]
    assert load_keys(tmp_path, SPECS).chosen == {}


def test_what_makes_no_sense_is_told_and_the_rest_is_taken(tmp_path):
    faults = written(
        tmp_path,
        '{"keys": {"explore": {\n'
        ' "go.date": ["Ctrl+J"],\n'
        ' "go.mark": ["Ctrl+J"],\n'
        ' "file.quit": ["Wheel"],\n'
        ' "file.open": "Ctrl+L",\n'
        ' "help.keys": []\n'
        "}}}",
    )
    assert [fault.partition(". ")[0] for fault in faults] == [
        "keys.json, line 3: Ctrl+J already belongs to “Go to a date…”",
        "keys.json, line 4: “Wheel” is no key that this program knows",
        "keys.json, line 5: the keys of “Open…” are not a list of keys",
    ]
    found = KeyMap(SPECS, load_keys(tmp_path, SPECS).chosen)
    assert found.keys("go.date") == ("Ctrl+J",)
    assert found.keys("go.mark") == USUAL.keys("go.mark")
    assert found.keys("file.open") == USUAL.keys("file.open")
    assert found.keys("help.keys") == ()


@pytest.mark.parametrize("text", ["[]", '"keys"', '{"keys": []}', "{}"])
def test_a_foreign_file_is_told(tmp_path, text):
    (fault,) = written(tmp_path, text)
    assert fault.startswith("keys.json, line 1: this is not what a file of keys looks like. ")


def test_bytes_that_are_no_text_and_a_huge_file_are_told(tmp_path):
    (tmp_path / FILE_NAME).write_bytes(b"\xff\xfe\x00")
    (fault,) = load_keys(tmp_path, SPECS).faults
    assert ENGLISH.text(fault.message(FILE_NAME)).startswith("keys.json: the file cannot be read. ")
    (tmp_path / FILE_NAME).write_bytes(b" " * 300_000)
    (fault,) = load_keys(tmp_path, SPECS).faults
    assert ENGLISH.text(fault.message(FILE_NAME)).startswith("keys.json: the file is larger than ")


def test_nothing_that_the_file_held_is_lost(tmp_path):
    text = '{"keys": {"explore": {"go.teleport": ["Ctrl+9"], "go.mark": 3}, "present": {"next": ["Right"]}}}'
    written(tmp_path, text)
    found = load_keys(tmp_path, SPECS)
    assert save_keys(tmp_path, found, {Mode.EXPLORE: {"go.date": ("Ctrl+J",)}})
    assert (tmp_path / "keys.before.json").read_text(encoding="utf-8") == text
    assert json.loads((tmp_path / FILE_NAME).read_text(encoding="utf-8")) == {
        "keys": {
            "explore": {"go.teleport": ["Ctrl+9"], "go.date": ["Ctrl+J"]},
            "present": {"next": ["Right"]},
        }
    }
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".new")] == []


def test_where_all_is_usual_again_there_is_no_file(tmp_path):
    assert save_keys(tmp_path, KeyFile(), {Mode.EXPLORE: {"go.date": ("Ctrl+J",)}})
    assert save_keys(tmp_path, KeyFile(), {})
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    assert not save_keys(tmp_path / "file", KeyFile(), {Mode.EXPLORE: {"go.date": ("Ctrl+J",)}})
