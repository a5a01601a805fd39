# SPDX-License-Identifier: MIT
"""The tray of undated events in the window: by mouse, by touch, by keys, and as screen readers are told of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.sample_documents import small_document
from tests.ui.canvas_bench import touch_screen
from tests.ui.shell_bench import ShellBench
from timeline_app.base.geometry import Rect
from timeline_app.content.reading import Reading
from timeline_app.scene.tray import Tray
from timeline_app.state.app_state import PanelPage
from timeline_app.ui.accessible.canvas_tree import CanvasRoot
from timeline_app.ui.canvas.widget import CanvasWidget

NAME, DETAILS = QAccessible.Text.Name, QAccessible.Text.Description
PRESS, FOCUS = QAccessibleActionInterface.pressAction(), QAccessibleActionInterface.setFocusAction()
LEFT = Qt.MouseButton.LeftButton


def voyage(count: int = 3) -> Reading:
    events = [{"id": "sails", "title": "The ship sails", "date": "1955-03-02"}]
    events += [{"id": f"lost-{number}", "title": f"Lost {number}"} for number in range(count)]
    events.append({"id": "feast", "title": "The feast", "date": "XXXX-12-25"})
    path = Path("voyage.yaml")
    return Reading(small_document(*events, path=path), (), (path,))


@pytest.fixture
def bench(qt_app: QApplication, tmp_path: Path) -> Iterator[ShellBench]:
    was_active = QAccessible.isActive()
    QAccessible.setActive(True)
    made = ShellBench(tmp_path, voyage(), path=Path("voyage.yaml"), size=(1280, 820))
    made.show()
    yield made
    made.close()
    QAccessible.setActive(was_active)


def canvas_of(bench: ShellBench) -> CanvasWidget:
    return bench.shell.canvas


def tray_of(bench: ShellBench) -> Tray:
    tray = bench.shell.stage.fitted.tray
    assert tray is not None
    return tray


def middle(rect: Rect) -> QPoint:
    return QPoint(round(rect.centre.x), round(rect.centre.y))


def ids(bench: ShellBench) -> tuple[str, ...]:
    return bench.shell.store.state.selection.ids


def test_a_click_opens_the_tray_another_on_an_event_its_page_and_a_third_folds_it(bench: ShellBench) -> None:
    canvas = canvas_of(bench)
    QTest.mouseClick(canvas, LEFT, pos=middle(tray_of(bench).handle))
    bench.settle()
    assert tray_of(bench).is_open
    assert ids(bench) == ()
    QTest.mouseClick(canvas, LEFT, pos=middle(tray_of(bench).cells[1].rect))
    bench.settle()
    assert ids(bench) == ("lost-1",)
    assert bench.shell.store.state.page is PanelPage.EVENT
    QTest.mouseClick(canvas, LEFT, pos=middle(tray_of(bench).handle))
    bench.settle()
    assert not tray_of(bench).is_open
    assert ids(bench) == ("lost-1",)


def test_an_undated_event_chosen_elsewhere_is_seen_in_the_tray(bench: ShellBench) -> None:
    assert not tray_of(bench).is_open
    bench.shell.commands.send("select.event", id="lost-2")
    bench.settle()
    assert tray_of(bench).is_open
    shown = [bench.shell.store.showing.event_id(cell.ordinal) for cell in tray_of(bench).cells]  # type: ignore[union-attr]
    assert "lost-2" in shown
    assert canvas_of(bench).focused_id == "lost-2"


def test_a_double_click_in_the_tray_zooms_nothing(bench: ShellBench) -> None:
    canvas = canvas_of(bench)
    view = bench.shell.store.state.view
    QTest.mouseDClick(canvas, LEFT, pos=middle(tray_of(bench).handle))
    bench.settle()
    assert bench.shell.store.state.view == view


def test_the_pointer_shows_what_can_be_pressed_and_the_card_says_all(bench: ShellBench) -> None:
    canvas = canvas_of(bench)
    bench.shell.commands.send("view.undated", select=False)
    bench.settle()
    QTest.mouseMove(canvas, middle(tray_of(bench).handle))
    assert canvas.cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(canvas, middle(tray_of(bench).cells[3].rect))
    bench.settle()
    assert canvas.cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert canvas.hover_card.isVisible()
    assert canvas.hover_card.words == ("The feast", "25 December, year unknown")


def test_a_tap_opens_the_tray(bench: ShellBench) -> None:
    canvas, at = canvas_of(bench), middle(tray_of(bench).handle)
    QTest.touchEvent(canvas, touch_screen(), False).press(0, at, canvas).commit()
    QTest.touchEvent(canvas, touch_screen(), False).release(0, at, canvas).commit()
    bench.settle()
    assert tray_of(bench).is_open


def test_more_than_there_is_room_for_lead_to_the_introduction(qt_app: QApplication, tmp_path: Path) -> None:
    bench = ShellBench(tmp_path, voyage(90), path=Path("voyage.yaml"), size=(1280, 820))
    bench.show()
    bench.shell.commands.send("view.undated")
    bench.settle()
    more = tray_of(bench).more
    assert more is not None
    QTest.mouseClick(canvas_of(bench), LEFT, pos=middle(more))
    bench.settle()
    assert bench.shell.store.state.page is PanelPage.INTRODUCTION
    bench.close()


# -- keys -------------------------------------------------------------------------------------------


def test_tab_comes_to_the_tray_enter_opens_it_and_arrows_walk_it(bench: ShellBench) -> None:
    canvas = canvas_of(bench)
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert not canvas.is_at_tray
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    assert canvas.is_at_heads
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    bench.settle()
    assert canvas.hasFocus()
    assert canvas.is_at_tray
    assert canvas.scene is not None
    assert [item.target.part for item in canvas.scene.items if item.role == "focus-ring" and item.target] == [
        "handle"
    ]
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    bench.settle()
    assert ids(bench) == ("lost-0",)
    assert not canvas.is_at_tray
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    bench.settle()
    assert ids(bench) == ("lost-2",)
    assert tray_of(bench).columns == 2
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    assert ids(bench) == ("lost-0",)
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    bench.settle()
    assert ids(bench) == ("sails",)


def test_tab_leaves_the_canvas_from_the_tray_and_comes_back_to_it(bench: ShellBench) -> None:
    canvas = canvas_of(bench)
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in ("names", "tray", "out"):
        QTest.keyClick(canvas, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused is not canvas
    QTest.keyClick(focused, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.hasFocus()
    assert canvas.is_at_tray
    QTest.keyClick(canvas, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.hasFocus()
    assert not canvas.is_at_tray


def test_without_a_tray_tab_leaves_from_the_names_of_the_lanes(qt_app: QApplication, tmp_path: Path) -> None:
    document = small_document({"id": "moon", "date": "1969"}, path=Path("moon.yaml"))
    bench = ShellBench(tmp_path, Reading(document, (), (Path("moon.yaml"),)), path=Path("moon.yaml"))
    bench.show()
    canvas = canvas_of(bench)
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    assert canvas.is_at_heads
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    assert not canvas.hasFocus()
    bench.close()


def test_the_letter_u_opens_and_folds_it(bench: ShellBench) -> None:
    canvas = canvas_of(bench)
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(canvas, Qt.Key.Key_U)
    bench.settle()
    assert tray_of(bench).is_open
    assert ids(bench) == ("lost-0",)
    QTest.keyClick(canvas, Qt.Key.Key_U)
    bench.settle()
    assert not tray_of(bench).is_open


# -- screen readers ---------------------------------------------------------------------------------


def root_of(bench: ShellBench) -> CanvasRoot:
    found = QAccessible.queryAccessibleInterface(canvas_of(bench))
    assert isinstance(found, CanvasRoot)
    return found


def tray_node(bench: ShellBench) -> QAccessibleInterface:
    root = root_of(bench)
    node = root.child(root.childCount() - 1)
    assert node is not None
    return node


def press(node: QAccessibleInterface, action: str = PRESS) -> None:
    node.actionInterface().doAction(action)


def test_screen_readers_find_the_tray_after_the_lanes(bench: ShellBench) -> None:
    node = tray_node(bench)
    assert (node.role(), node.text(NAME)) == (QAccessible.Role.List, "Undated: 4 events")
    assert node.text(DETAILS) == "Events that have no place in time. Press to show or hide them."
    assert (node.state().collapsed, node.state().expanded, node.childCount()) == (True, False, 0)
    assert root_of(bench).indexOfChild(node) == root_of(bench).childCount() - 1


def test_screen_readers_open_it_and_choose_an_event(bench: ShellBench) -> None:
    press(tray_node(bench))
    bench.settle()
    node = tray_node(bench)
    assert node.state().expanded
    items = [node.child(index) for index in range(node.childCount())]
    assert [item.text(NAME) for item in items] == [
        "Lost 0, undated",
        "Lost 1, undated",
        "Lost 2, undated",
        "The feast, 25 December, year unknown",
    ]
    second = items[1]
    assert second is not None
    corner = canvas_of(bench).mapToGlobal(middle(tray_of(bench).cells[1].rect))
    found = root_of(bench).childAt(corner.x(), corner.y())
    assert found is not None
    assert found.text(NAME) == "Lost 1, undated"
    press(second)
    bench.settle()
    assert ids(bench) == ("lost-1",)
    assert second.state().selected
    above = second.parent()
    assert above is not None
    assert above.text(NAME) == "Undated: 4 events"


def test_screen_readers_put_the_keyboard_there(bench: ShellBench) -> None:
    press(tray_node(bench), FOCUS)
    assert canvas_of(bench).is_at_tray
    assert tray_node(bench).state().focused
    focused = root_of(bench).focusChild()
    assert focused is not None
    assert focused.text(NAME) == "Undated: 4 events"
    bench.shell.commands.send("view.undated", select=False)
    bench.settle()
    item = tray_node(bench).child(2)
    assert item is not None
    press(item, FOCUS)
    assert canvas_of(bench).focused_id == "lost-2"
    assert item.state().focused
    focused = root_of(bench).focusChild()
    assert focused is not None
    assert focused.text(NAME) == "Lost 2, undated"


def test_the_rest_is_told_and_pressed_too(qt_app: QApplication, tmp_path: Path) -> None:
    bench = ShellBench(tmp_path, voyage(90), path=Path("voyage.yaml"), size=(1280, 820))
    bench.show()
    bench.shell.commands.send("view.undated")
    bench.settle()
    node = tray_node(bench)
    last = node.child(node.childCount() - 1)
    assert last is not None
    hidden = 91 - len(tray_of(bench).cells)
    assert last.text(NAME) == f"{hidden} more, in the introduction"
    press(last)
    bench.settle()
    assert bench.shell.store.state.page is PanelPage.INTRODUCTION
    bench.shell.commands.send("view.undated")
    bench.settle()
    assert tray_node(bench).childCount() == 0
    bench.close()


def test_an_exhibit_without_undated_events_has_no_tray_to_tell_of(bench: ShellBench) -> None:
    count = root_of(bench).childCount()
    document = small_document({"id": "moon", "date": "1969"}, path=Path("voyage.yaml"))
    view = bench.shell.store.state.view
    assert view is not None
    bench.shell.store.swap_document(document, (), view)
    bench.settle()
    assert root_of(bench).childCount() == count - 1
