# SPDX-License-Identifier: MIT
"""The ruler in the window: by key, by mouse, by finger and by two dates; said, copied, and put away by Escape."""

import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.canvas_bench import touch_screen
from tests.ui.shell_bench import ShellBench
from timeline_app.model.filters import UNFILTERED
from timeline_app.scene.items import Kind, TargetKind
from timeline_app.state.ruler import PointKind, RulerPoint
from timeline_app.ui import ruler_desk
from timeline_app.ui.ruler_commands import lay_at_start
from timeline_app.ui.ruler_dialog import RulerDialog

pytestmark = pytest.mark.usefixtures("fonts")

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bench(bench: ShellBench):
    bench.shell.window.activateWindow()
    bench.shell.canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)
    yield bench
    QGuiApplication.clipboard().clear()


def press(bench, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(bench.shell.canvas, key, modifiers)
    bench.settle()


def shown(bench):
    """Return what is drawn of the ruler, by role."""
    return {item.role: item for item in bench.shell.canvas.scene.items if item.role.startswith("ruler")}


def ruler(bench):
    return bench.shell.store.state.ruler


def ground(bench, share):
    """Return a point of the lanes that is far from all marks: in the last pixels above their lower edge."""
    lanes = bench.shell.canvas.scene.lanes_rect
    return QPoint(round(lanes.x + lanes.w * share), round(lanes.bottom - 4))


def drag(bench, start, end):
    canvas = bench.shell.canvas
    QTest.mousePress(canvas, LEFT, pos=start)
    QTest.mouseMove(canvas, (start + end) / 2)
    QTest.mouseMove(canvas, end)
    QTest.mouseRelease(canvas, LEFT, pos=end)
    bench.settle()


def test_by_key_it_is_laid_moved_copied_and_put_away(bench):
    press(bench, Qt.Key.Key_R)
    before = shown(bench)
    assert {"ruler-line", "ruler-card", "ruler-length"} <= set(before)
    assert bench.menus.actions["ruler.toggle"].isChecked()
    selected = bench.shell.store.state.selection
    bench.sent.clear()
    press(bench, Qt.Key.Key_Right)
    press(bench, Qt.Key.Key_Right, SHIFT)
    assert bench.sent == ["ruler.later", "ruler.much-later"]
    assert bench.shell.store.state.selection == selected
    assert shown(bench)["ruler-length"].text != before["ruler-length"].text
    press(bench, Qt.Key.Key_C, CONTROL)
    words = QGuiApplication.clipboard().text()
    assert words.endswith(shown(bench)["ruler-length"].text) or " · " in words
    assert f"{shown(bench)['ruler-flag-held-word'].text}: " in words
    view = bench.shell.store.state.view
    press(bench, Qt.Key.Key_Escape)
    assert shown(bench) == {}
    assert bench.shell.store.state.view == view
    assert not bench.menus.actions["ruler.toggle"].isChecked()
    # And the arrows walk the events again.
    bench.sent.clear()
    press(bench, Qt.Key.Key_Right)
    assert bench.sent[0] == "select.next-in-time"


def test_enter_puts_the_point_at_the_event_to_which_one_has_walked(bench):
    press(bench, Qt.Key.Key_R)
    press(bench, Qt.Key.Key_Period)
    event_id = bench.shell.store.state.selection.primary
    press(bench, Qt.Key.Key_Return)
    assert ruler(bench).last == RulerPoint(PointKind.BEGIN, event_id)
    press(bench, Qt.Key.Key_X)
    assert ruler(bench).is_first_in_hand


def test_a_drag_measures_and_does_not_move_the_view(bench):
    press(bench, Qt.Key.Key_R)
    view = bench.shell.store.state.view
    drag(bench, ground(bench, 0.3), ground(bench, 0.7))
    scale = bench.shell.canvas.hand.scale
    xs = [scale.x_of(point.at_s) for point in (ruler(bench).first, ruler(bench).last)]
    assert xs == pytest.approx([ground(bench, 0.3).x(), ground(bench, 0.7).x()], abs=3.0)
    assert bench.shell.store.state.view == view
    # Taken hold of at a line, that end moves alone; the other one stays.
    first = ruler(bench).first
    drag(bench, ground(bench, 0.7), ground(bench, 0.5))
    assert ruler(bench).first == first
    assert scale.x_of(ruler(bench).last.at_s) == pytest.approx(ground(bench, 0.5).x(), abs=3.0)
    # A click moves the end in hand.
    QTest.mouseClick(bench.shell.canvas, LEFT, pos=ground(bench, 0.8))
    bench.settle()
    assert ruler(bench).first == first
    assert scale.x_of(ruler(bench).last.at_s) == pytest.approx(ground(bench, 0.8).x(), abs=3.0)


def test_near_a_mark_it_snaps_to_the_event(bench):
    press(bench, Qt.Key.Key_R)
    canvas = bench.shell.canvas
    dot = next(
        item
        for item in canvas.scene.items
        if item.kind is Kind.DOT and item.target is not None and item.target.kind is TargetKind.EVENT
    )
    at = QPoint(round(dot.rect.centre.x) + 5, round(dot.rect.centre.y))
    drag(bench, ground(bench, 0.05), at)
    assert ruler(bench).last == RulerPoint(PointKind.BEGIN, canvas.event_id(dot.target.index))


def fingers(bench, state, *points):
    """Put fingers down, move them or take them away."""
    canvas = bench.shell.canvas
    sequence = QTest.touchEvent(canvas, touch_screen(), False)
    for finger, at in enumerate(points):
        doing = ("press" if finger else "move") if state == "second" else state
        getattr(sequence, doing)(finger, at, canvas)
    sequence.commit()


def test_a_finger_measures_and_two_still_zoom(bench):
    press(bench, Qt.Key.Key_R)
    start, end = ground(bench, 0.2), ground(bench, 0.6)
    view = bench.shell.store.state.view
    fingers(bench, "press", start)
    fingers(bench, "move", end)
    fingers(bench, "release", end)
    bench.settle()
    scale = bench.shell.canvas.hand.scale
    xs = [scale.x_of(point.at_s) for point in (ruler(bench).first, ruler(bench).last)]
    assert xs == pytest.approx([start.x(), end.x()], abs=3.0)
    assert bench.shell.store.state.view == view
    laid, left, right, far = ruler(bench), ground(bench, 0.4), ground(bench, 0.5), QPoint(90, 0)
    fingers(bench, "press", left)
    fingers(bench, "second", left, right)
    fingers(bench, "move", left - far, right + far)
    fingers(bench, "release", left - far, right + far)
    bench.settle()
    assert ruler(bench) == laid
    assert bench.shell.store.state.view.span_s < view.span_s


def test_two_dates_are_asked_for_and_understood_while_one_types(bench):
    press(bench, Qt.Key.Key_R, SHIFT)
    (dialog,) = bench.shell.window.findChildren(RulerDialog)
    first, last = dialog.fields
    assert dialog.focusWidget() is first
    assert dialog.height() >= dialog.column.totalHeightForWidth(dialog.width())
    assert dialog.go.height() >= dialog.go.sizeHint().height()
    assert (first.accessibleName(), last.accessibleName()) == ("From", "To")
    QTest.keyClicks(first, "13 august 1959")
    assert dialog.said[0].text() == "Understood as 13 August 1959."
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.focusWidget() is last
    QTest.keyClicks(last, "14 december")
    QTest.keyClick(last, Qt.Key.Key_Return)
    assert dialog.said[1].text().startswith("“14 december” has no year")
    last.setText("14 December 1961")
    QTest.keyClick(last, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    bench.settle()
    assert shown(bench)["ruler-length"].text == "2 years, 4 months, 1 day"


def test_it_is_said_once_the_hand_rests_and_when_it_goes(bench, monkeypatch):
    said = []
    monkeypatch.setattr(ruler_desk, "announce", lambda widget, text: said.append(text))
    bench.shell.commands.send("ruler.set", first="1959-08-13", last="1959-12-14")
    bench.shell.commands.send("ruler.set", first="1959-08-13", last="1961-12-14")
    bench.settle()
    assert said == ["13 August 1959 – 14 December 1961: 2 years, 4 months, 1 day"]
    bench.shell.commands.send("ruler.put-away")
    assert said[1:] == ["The ruler is put away"]


def test_where_an_event_of_it_is_hidden_the_ruler_goes(bench):
    store = bench.shell.store
    bench.shell.commands.send("ruler.lay", first="begin:survey", last="date:1970")
    bench.settle()
    assert shown(bench)
    store.set_lens(replace(store.state.lens, filters=replace(UNFILTERED, lane=frozenset({"no-such-lane"}))))
    bench.settle()
    assert ruler(bench) is None
    assert shown(bench) == {}


def test_it_is_laid_at_the_start_if_that_is_asked_for(bench):
    lay_at_start(bench.shell, ("1959-08-13", "1961-12-14"))
    bench.settle()
    assert shown(bench)["ruler-length"].text == "2 years, 4 months, 1 day"


def test_it_is_laid_once_the_exhibit_has_been_read(qt_app, tmp_path):
    made = ShellBench(tmp_path)
    lay_at_start(made.shell, ("1959-08-13", "1961-12-14"))
    assert ruler(made) is None
    made.shell.desk.opened.emit(made.path)
    assert ruler(made) is None
    made.close()


def test_own_keys_are_heard_on_the_ruler_too(bench):
    bench.shell.commands.send("keys.rebind", id="ruler.later", keys=("Y",))
    press(bench, Qt.Key.Key_R)
    bench.sent.clear()
    press(bench, Qt.Key.Key_Y)
    assert bench.sent == ["ruler.later"]


def test_its_letters_work_under_other_layouts(bench):
    press(bench, Qt.Key.Key_R)
    # The key that says X elsewhere says ㅌ on a Korean keyboard; its place is the same.
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key(0x314C), Qt.KeyboardModifier.NoModifier, 53, 0, 0, "ㅌ")
    QApplication.sendEvent(bench.shell.canvas, event)
    assert ruler(bench).is_first_in_hand is (sys.platform == "linux")
