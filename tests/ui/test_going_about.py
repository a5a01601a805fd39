# SPDX-License-Identifier: MIT
"""Going about by keyboard: the palette over all commands, a date, marked places, the list of keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton

from tests.ui.shell_bench import ShellBench, good_reading
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.state.app_state import Settings
from timeline_app.state.palette import Reach, entries_of
from timeline_app.ui import palette_dialog
from timeline_app.ui.date_dialog import DateDialog
from timeline_app.ui.keys_dialog import KeysDialog
from timeline_app.ui.palette_dialog import PaletteDialog

pytestmark = pytest.mark.usefixtures("fonts")

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def opened(bench, kind):
    (found,) = [dialog for dialog in bench.shell.window.findChildren(kind) if dialog.isVisible()]
    return found


def open_palette(bench):
    bench.shell.commands.send("palette.open")
    return opened(bench, PaletteDialog)


def write(dialog, text):
    dialog.field.setText("")
    QTest.keyClicks(dialog.field, text)


def titles(dialog):
    return [dialog.model.index(row).data() for row in range(dialog.model.rowCount())]


def notice(bench):
    found = bench.shell.store.state.notice
    return None if found is None else bench.shell.around.translator.text(found.message)


# -- the palette --------------------------------------------------------------------------------------


def test_the_palette_finds_as_one_types_and_enter_carries_out(bench):
    dialog = open_palette(bench)
    assert dialog.focusWidget() is dialog.field
    write(dialog, "event next time")
    assert titles(dialog) == ["Next event in time"]
    assert dialog.said.text() == "One command. Enter carries it out."
    bench.sent.clear()
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert bench.sent == ["select.next-in-time"]
    assert not dialog.isVisible()
    assert bench.shell.store.state.selection.ids


def test_the_list_is_walked_from_the_field(bench):
    dialog = open_palette(bench)
    write(dialog, "zoom")
    first = dialog.current
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    assert dialog.list.currentIndex().row() == 1
    assert dialog.focusWidget() is dialog.field
    QTest.keyClick(dialog.field, Qt.Key.Key_Up)
    assert dialog.current is first
    QTest.keyClick(dialog.field, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.list
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    expected = dialog.current.spec.id
    QTest.keyClick(dialog.list, Qt.Key.Key_Enter)
    assert bench.sent[-1] == expected


def test_escape_leaves_and_the_keyboard_is_where_it_was(bench):
    grip = bench.shell.grip
    bench.shell.window.activateWindow()
    grip.setFocus(Qt.FocusReason.TabFocusReason)
    dialog = open_palette(bench)
    bench.sent.clear()
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert bench.shell.window.focusWidget() is grip
    assert bench.sent == []


def test_what_cannot_be_done_now_stays_open_and_says_why(bench):
    bench.shell.commands.send("select.clear")
    dialog = open_palette(bench)
    write(dialog, "fit the selected")
    bench.sent.clear()
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert bench.sent == []
    assert dialog.isVisible()
    assert dialog.said.text() == (
        "“Fit the selected events” cannot be carried out now: no event is selected."
    )
    assert dialog.model.spoken(dialog.current) == (
        "Fit the selected events, View · not now: no event is selected, F"
    )
    dialog.reject()


def test_words_of_no_command_are_said_to_find_nothing(bench):
    dialog = open_palette(bench)
    write(dialog, "banana")
    assert titles(dialog) == []
    assert dialog.said.text() == "No command has all these words in its name."
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.reject()


def test_a_command_that_needs_a_text_asks_for_it_in_the_same_field(bench):
    dialog = open_palette(bench)
    write(dialog, "go to this date")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.list.isHidden()
    assert dialog.field.accessibleName() == "Go to this date"
    assert dialog.field.text() == ""
    write(dialog, "1959")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert notice(bench) == "This is 1959."


def test_escape_while_a_text_is_asked_for_returns_to_the_list(bench):
    dialog = open_palette(bench)
    write(dialog, "go to this date")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.list.isVisible()
    assert dialog.field.text() == "go to this date"
    assert titles(dialog) == ["Go to this date"]
    assert dialog.field.accessibleName() == "Find a command"
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_press_carries_out_too(bench):
    dialog = open_palette(bench)
    write(dialog, "show everything")
    place = dialog.list.visualRect(dialog.model.index(0)).center()
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert bench.sent[-1] == "view.fit-all"


def test_without_an_exhibit_what_needs_one_is_greyed(qt_app, tmp_path):
    bench = ShellBench(tmp_path)
    bench.show()
    dialog = open_palette(bench)
    write(dialog, "to a date")
    assert dialog.model.spoken(dialog.current) == "Go to a date…, Go · not now: no exhibit is open, Ctrl+G"
    dialog.reject()
    bench.close()


def test_every_command_in_the_list_can_be_carried_out_from_it_or_says_why(bench):
    shell, wished = bench.shell, []
    entries = entries_of(shell.commands, shell.store.state, shell.around.translator)
    # One of our own that nobody listens to: what is sent counts, not what comes of it.
    dialog = PaletteDialog(entries, shell.around.translator, shell.appearance.theme, 1.0, shell.window)
    dialog.chosen.connect(lambda command_id, arguments: wished.append((command_id, arguments)))
    assert {entry.spec.id for entry in entries if entry.reach is not Reach.NOT} == {
        entry.spec.id for entry in dialog.model.entries
    }
    for row, entry in enumerate(dialog.model.entries):
        wished.clear()
        dialog.list.setCurrentIndex(dialog.model.index(row))
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        if entry.why_not is not None:
            assert wished == []
            assert dialog.said.text().startswith(f"“{entry.title}” cannot be carried out now: ")
        elif entry.reach is Reach.ASKS:
            assert wished == []
            dialog.field.setText("words")
            QTest.keyClick(dialog.field, Qt.Key.Key_Return)
            assert wished == [(entry.spec.id, {entry.asks_for: "words"})]
            dialog.reject()
        else:
            assert wished == [(entry.spec.id, {})]
    dialog.deleteLater()


def test_the_palette_is_made_of_real_controls(bench):
    dialog = open_palette(bench)
    interface = QAccessible.queryAccessibleInterface
    assert dialog.windowTitle() == "Commands"
    assert interface(dialog).role() is QAccessible.Role.Dialog
    assert interface(dialog.field).role() is QAccessible.Role.EditableText
    assert dialog.field.accessibleName() == "Find a command"
    rows = interface(dialog.list)
    assert rows.role() is QAccessible.Role.List
    assert dialog.list.accessibleName() == "Commands found"
    first = rows.child(0)
    assert first.text(QAccessible.Text.Name) == "Open…, File, Ctrl+O"
    assert dialog.field.height() >= 24
    assert dialog.list.visualRect(dialog.model.index(0)).height() >= 24
    dialog.reject()


def test_large_text_wraps_and_is_never_wider_than_the_list(qt_app, tmp_path):
    bench = ShellBench(
        tmp_path, good_reading(tmp_path / "harbour.yaml"), settings=Settings(text_size_percent=300)
    )
    bench.show()
    dialog = open_palette(bench)
    write(dialog, "list")
    width_px = dialog.list.viewport().width()
    rows = [dialog.list.visualRect(dialog.model.index(row)) for row in range(dialog.model.rowCount())]
    assert all(row.width() <= width_px for row in rows)
    screen = dialog.screen().availableGeometry().size()
    assert dialog.size().boundedTo(screen) == dialog.size()
    assert screen.width() * 0.9 < palette_dialog.WIDTH_PX * 3
    assert max(row.height() for row in rows) > min(row.height() for row in rows)
    dialog.reject()
    bench.close()


# -- a date -------------------------------------------------------------------------------------------


def open_date(bench):
    bench.shell.commands.send("go.date")
    return opened(bench, DateDialog)


def test_a_date_is_understood_while_one_types_and_enter_goes_there(bench):
    dialog = open_date(bench)
    assert dialog.focusWidget() is dialog.field
    tip = dialog.said.text()
    assert tip.startswith("Such as 1956")
    write(dialog, "aug")
    assert dialog.said.text() == tip
    write(dialog, "august 1959")
    assert dialog.said.text() == "Understood as August 1959."
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert notice(bench) == "This is August 1959."
    assert bench.shell.store.state.view.contains(seconds_from_civil(1959, 8, 15))
    assert bench.shell.store.state.history.behind


def test_a_date_that_is_none_keeps_the_dialog_and_says_what_to_write(bench):
    dialog = open_date(bench)
    write(dialog, "14 december")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.said.text() == (
        "“14 december” has no year: write the year in four digits: 1959, or 0079 for AD 79."
    )
    assert dialog.field.selectedText() == "14 december"
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not bench.shell.store.state.history.behind


def test_a_date_that_may_be_two_offers_both(bench):
    dialog = open_date(bench)
    write(dialog, "7/8/1959")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    offered = {button.text(): button for button in dialog.findChildren(QPushButton)}
    assert {"8 July 1959", "7 August 1959"} <= set(offered)
    offered["7 August 1959"].click()
    assert not dialog.isVisible()
    assert notice(bench) == "This is 7 August 1959."


def test_the_choices_go_with_what_was_written(bench):
    dialog = open_date(bench)
    write(dialog, "7/8/1959")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    write(dialog, "1959")
    bench.settle()
    names = {button.text() for button in dialog.findChildren(QPushButton) if button.isVisible()}
    assert names == {"Go", "Close"}
    dialog.reject()


# -- keys ---------------------------------------------------------------------------------------------


def test_the_keys_open_palette_and_date_from_anywhere_and_the_question_mark_the_keys(bench):
    shell = bench.shell
    shell.window.activateWindow()
    shell.canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)
    QTest.keyClick(shell.canvas, Qt.Key.Key_P, CONTROL | SHIFT)
    palette = opened(bench, PaletteDialog)
    assert palette.focusWidget() is palette.field
    palette.reject()
    QTest.keyClick(shell.canvas, Qt.Key.Key_G, CONTROL)
    date = opened(bench, DateDialog)
    assert date.focusWidget() is date.field
    date.reject()
    # A window system tells that this is Shift and another key, and means the same; the test's own knows no layout.
    QTest.keyClick(shell.canvas, Qt.Key.Key_Question)
    keys = opened(bench, KeysDialog)
    assert keys.model.rowCount() > 30
    keys.accept()
    assert not any(dialog.isVisible() for dialog in shell.window.findChildren(QDialog))


def test_a_place_is_marked_and_returned_to_by_key(bench):
    shell = bench.shell
    shell.window.activateWindow()
    shell.canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)
    marked = shell.store.state.view
    QTest.keyClick(shell.canvas, Qt.Key.Key_D, CONTROL)
    shell.commands.send("go.to-date", date="1959")
    assert shell.store.state.view != marked
    QTest.keyClick(shell.canvas, Qt.Key.Key_D, CONTROL | SHIFT)
    assert shell.store.state.view == marked
    assert notice(bench) == "Back at marked place 1 of 1."


def test_the_list_of_keys_tells_them_by_menu(bench):
    bench.shell.commands.send("help.keys-here")
    dialog = opened(bench, KeysDialog)
    said = [row.words for row in dialog.model.rows]
    anywhere, canvas = said.index("Anywhere"), said.index("While the timeline has the focus")
    assert [row.words for row in dialog.model.rows[anywhere:canvas] if row.level == 2] == [
        "File",
        "View",
        "Lanes",
        "Evidence",
        "Go",
        "Tours",
        "Help",
    ]
    by_words = {row.words: row.keys for row in dialog.model.rows}
    assert by_words["Go to a date…"] == ("Ctrl+G",)
    assert "Mark this place" in said[anywhere:canvas]
    assert by_words["Keys, from the timeline"] == ("?",)
    dialog.accept()
