# SPDX-License-Identifier: MIT
"""Keys of the reader's own: chosen in the list by keyboard alone, heard and shown everywhere at once, kept in a file."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.stages import ENGLISH
from tests.ui.shell_bench import ShellBench, good_reading
from timeline_app.ui.keys_dialog import KeysDialog
from timeline_app.ui.latin_keys import LatinKeys, chosen_text

pytestmark = pytest.mark.usefixtures("fonts")

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def make(qt_app: QApplication, tmp_path: Path):
    benches = []

    def made():
        bench = ShellBench(tmp_path, good_reading(tmp_path / "harbour.yaml"))
        bench.show()
        bench.shell.window.activateWindow()
        benches.append(bench)
        return bench

    yield made
    for bench in benches:
        bench.close()


def open_keys(bench, words=""):
    bench.shell.commands.send("help.keys")
    (dialog,) = [each for each in bench.shell.window.findChildren(KeysDialog) if each.isVisible()]
    dialog.activateWindow()
    QTest.keyClicks(dialog.field, words)
    return dialog


def kept(bench):
    path = bench.folder / "config" / "keys.json"
    return json.loads(path.read_text(encoding="utf-8"))["keys"]["explore"] if path.exists() else None


def focus_canvas(bench):
    bench.shell.window.activateWindow()
    bench.shell.canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)


def test_a_key_is_changed_by_keyboard_alone_and_heard_and_shown_at_once(make):
    bench = make()
    dialog = open_keys(bench, "mark this")
    assert dialog.current.id == "go.mark"
    assert dialog.editor.said.text() == "Mark this place: Ctrl+D, as usual."
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.editor.field
    QTest.keyClick(dialog.editor.field, Qt.Key.Key_K, CONTROL)
    assert dialog.focusWidget() is dialog.list
    assert dialog.editor.said.text() == "Mark this place: Ctrl+K. Its usual key: Ctrl+D."
    (row,) = [row for row in dialog.model.rows if row.spec is not None]
    assert dialog.model.spoken(row) == "Mark this place, Ctrl+K, your own"
    QTest.keyClick(dialog.list, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    action = bench.menus.actions["go.mark"]
    assert [key.toString() for key in action.shortcuts()] == ["Ctrl+K"]
    assert kept(bench) == {"go.mark": ["Ctrl+K"]}
    focus_canvas(bench)
    bench.sent.clear()
    QTest.keyClick(bench.shell.canvas, Qt.Key.Key_D, CONTROL)
    assert bench.sent == []
    QTest.keyClick(bench.shell.canvas, Qt.Key.Key_K, CONTROL)
    assert bench.sent == ["go.mark"]


def test_the_next_run_has_the_keys_of_the_last(make):
    bench = make()
    bench.shell.commands.send("keys.rebind", id="view.fit-all", keys=("Y", "Alt+Home"))
    bench.shell.commands.send("keys.rebind", id="go.back", keys=("Alt+Y",))
    again = make()
    focus_canvas(again)
    again.sent.clear()
    QTest.keyClick(again.shell.canvas, Qt.Key.Key_Y)
    assert again.sent == ["view.fit-all"]
    assert again.menus.actions["view.fit-all"].text() == "Show everything\tY"
    assert "Alt+Y" in again.shell.header.buttons["back"].toolTip()
    again.shell.commands.send("keys.reset-all")
    assert "Alt+Left" in again.shell.header.buttons["back"].toolTip()
    assert kept(again) is None
    again.shell.commands.send("keys.take-back")
    assert kept(again) == {"view.fit-all": ["Y", "Alt+Home"], "go.back": ["Alt+Y"]}


def test_a_conflict_is_named_before_the_key_is_taken(make):
    bench = make()
    dialog = open_keys(bench, "fit the selected")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    QTest.keyClick(dialog.editor.field, Qt.Key.Key_G, CONTROL)
    assert dialog.editor.said.text() == (
        "Ctrl+G already belongs to “Go to a date…”. Give it to “Fit the selected events” instead?"
    )
    assert kept(bench) is None
    assert dialog.focusWidget() is dialog.editor.give
    dialog.editor.stop.click()
    assert kept(bench) is None
    assert bench.shell.commands.keys_of("go.date") == ("Ctrl+G",)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    QTest.keyClick(dialog.editor.field, Qt.Key.Key_G, CONTROL)
    QTest.keyClick(dialog.editor.give, Qt.Key.Key_Space)
    assert bench.shell.commands.keys_of("view.fit-selection") == ("Ctrl+G",)
    assert bench.shell.commands.keys_of("go.date") == ()
    dialog.editor.usual.click()
    assert kept(bench) is None
    assert bench.shell.commands.keys_of("go.date") == ("Ctrl+G",)
    dialog.accept()


def test_a_key_that_cannot_be_had_is_refused_with_the_reason(make):
    bench = make()
    dialog = open_keys(bench, "go to a date")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    QTest.keyClick(dialog.editor.field, Qt.Key.Key_Y)
    assert dialog.editor.said.text() == (
        "Another key, please: “Y” by itself is needed for writing; hold Ctrl or Alt with it, or take a function key."
    )
    assert dialog.editor.is_recording
    QTest.keyClick(dialog.editor.field, Qt.Key.Key_Control)
    assert dialog.editor.is_recording
    QTest.keyClick(dialog.editor.field, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.editor.is_recording
    assert dialog.focusWidget() is dialog.list
    dialog.accept()


def test_tab_leads_on_from_the_field_that_takes_keys(make):
    bench = make()
    dialog = open_keys(bench, "go to a date")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    QTest.keyClick(dialog.editor.field, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.editor.stop
    dialog.accept()


def test_a_key_is_added_and_all_are_taken_away(make):
    bench = make()
    dialog = open_keys(bench, "show everything")
    dialog.editor.add.click()
    QTest.keyClick(dialog.editor.field, Qt.Key.Key_Y)
    assert bench.shell.commands.keys_of("view.fit-all") == ("0", "Y")
    dialog.editor.none.click()
    assert bench.shell.commands.keys_of("view.fit-all") == ()
    assert dialog.editor.said.text() == "Show everything: no key. Its usual key: 0."
    dialog.back.click()
    assert bench.shell.commands.keys_of("view.fit-all") == ("0", "Y")
    dialog.usual.click()
    assert bench.shell.commands.keys_of("view.fit-all") == ("0",)
    dialog.accept()


def test_keys_at_the_names_of_the_lanes_follow_too(make):
    bench = make()
    bench.shell.commands.send("keys.rebind", id="lanes.hide", keys=("K",))
    bench.shell.commands.send("go.lanes")
    bench.sent.clear()
    QTest.keyClick(bench.shell.canvas, Qt.Key.Key_H)
    QTest.keyClick(bench.shell.canvas, Qt.Key.Key_K)
    assert bench.sent[:1] == ["lanes.hide"]
    assert bench.sent.count("lanes.hide") == 1


def test_the_command_itself_takes_no_key_from_another_unasked(make):
    bench = make()
    bench.shell.commands.send("keys.rebind", id="go.mark", keys=("Ctrl+G",))
    notice = bench.shell.store.state.notice
    assert ENGLISH.text(notice.message) == "Ctrl+G already belongs to “Go to a date…”."
    assert bench.shell.commands.keys_of("go.mark") == ("Ctrl+D",)


def test_a_file_with_faults_is_told_and_the_program_goes_on(qt_app, make, tmp_path):
    folder = tmp_path / "config"
    folder.mkdir()
    (folder / "keys.json").write_text('{"keys": {"explore": {\n "go.mark": ["Ctrl+K"],\n "go.date": 7}}}')
    bench = make()
    notice = bench.shell.store.state.notice
    assert ENGLISH.text(notice.message).startswith(
        "The usual keys are used where your own could not be read. keys.json, line 3: the keys of “Go to a date…”"
    )
    assert notice.action == "help.keys"
    assert bench.shell.commands.keys_of("go.mark") == ("Ctrl+K",)
    assert bench.shell.commands.keys_of("go.date") == ("Ctrl+G",)
    dialog = open_keys(bench)
    (label,) = dialog.faults
    assert label.text().startswith("keys.json, line 3: ")
    dialog.accept()


def test_the_list_is_found_in_by_words_and_by_keys(make):
    bench = make()
    dialog = open_keys(bench, "ctrl+g")
    assert [row.words for row in dialog.model.rows] == ["Anywhere", "Go", "Go to a date…"]
    dialog.field.setText("wheel")
    assert {row.words for row in dialog.model.rows if row.is_heading} == {"Mouse and trackpad"}
    dialog.field.setText("banana")
    assert dialog.model.rows == ()
    assert dialog.editor.said.text() == "Choose a command to change its keys. Enter takes a new key for it."
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert not dialog.editor.is_recording
    dialog.field.setText("")
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    assert dialog.current.id == dialog.model.rows[3].spec.id
    dialog.accept()


def test_the_dialog_is_made_of_real_controls(make):
    dialog = open_keys(make())
    interface = QAccessible.queryAccessibleInterface
    assert dialog.field.accessibleName() == "Find a command or a key"
    assert interface(dialog.list).role() is QAccessible.Role.List
    editor = dialog.editor
    for part in (dialog.field, editor.change, editor.usual, editor.none, dialog.usual, dialog.back):
        assert part.height() >= 24
    editor.record(adds=False)
    assert editor.field.accessibleName().startswith("Press the new key for “Open…”.")
    dialog.accept()


def key_event(key, modifiers=NONE, text="", place=0):
    return QKeyEvent(QKeyEvent.Type.KeyPress, key, modifiers, place, 0, 0, text)


@pytest.mark.parametrize(
    ("event", "text"),
    [
        (key_event(Qt.Key.Key_Question, SHIFT, "?"), "?"),
        (key_event(Qt.Key.Key_Y, SHIFT, "Y"), "Shift+Y"),
        (key_event(Qt.Key.Key_1, CONTROL, "\x01"), "Ctrl+1"),
        (key_event(Qt.Key.Key_Enter), "Return"),
        (key_event(Qt.Key(0x3139), NONE, "ㄹ", 41), "F"),
        (key_event(Qt.Key(0x3139), NONE, "ㅂ", 24), "Q"),
    ],
)
def test_keys_are_taken_as_the_table_writes_them(event, text):
    assert chosen_text(event, "linux") == text


def test_a_letter_of_ones_own_works_under_other_layouts(make):
    bench = make()
    bench.shell.commands.send("keys.rebind", id="view.fit-all", keys=("Y",))
    focus_canvas(bench)
    bench.sent.clear()
    watcher = bench.shell.canvas.findChild(LatinKeys)
    assert watcher.eventFilter(bench.shell.canvas, key_event(Qt.Key(0x3153), NONE, "ㅛ", 29))
    assert bench.sent == ["view.fit-all"]


def test_every_key_of_the_issue_does_what_it_says(make):
    bench = make()
    focus_canvas(bench)
    wanted = {
        Qt.Key.Key_W: "view.closer", Qt.Key.Key_S: "view.wider", Qt.Key.Key_A: "view.earlier",
        Qt.Key.Key_D: "view.later", Qt.Key.Key_F: "view.fit-selection", Qt.Key.Key_Period: "select.next-in-lane",
        Qt.Key.Key_Comma: "select.previous-in-lane", Qt.Key.Key_Left: "select.previous-in-time",
        Qt.Key.Key_Right: "select.next-in-time", Qt.Key.Key_Up: "select.lane-above",
        Qt.Key.Key_Down: "select.lane-below", Qt.Key.Key_Home: "view.to-first", Qt.Key.Key_End: "view.to-last",
        Qt.Key.Key_Question: "help.keys-here",
    }  # fmt: skip
    bench.shell.commands.send("select.event", id=bench.shell.store.state.document.events.ids[0])
    for key, command_id in wanted.items():
        bench.sent.clear()
        QTest.keyClick(bench.shell.canvas, key)
        assert bench.sent[:1] == [command_id], key
        for dialog in bench.shell.window.findChildren(KeysDialog):
            dialog.reject()
        focus_canvas(bench)
