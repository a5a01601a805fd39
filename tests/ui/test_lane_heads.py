# SPDX-License-Identifier: MIT
"""The names of the lanes by mouse and by key, in a whole shell."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.lane_bench import (
    CLERKS,
    CREW,
    LEFT,
    OFFICE,
    SEA,
    TOWN,
    canvas_of,
    choose,
    click,
    control_of,
    drag,
    head,
    icons,
    keys,
    lane_bench,
    lanes,
    low_bench,
    name_of,
    note,
    notes,
    open_menu,
    order,
    point,
    roles,
    scene_of,
)
from tests.ui.shell_bench import ShellBench
from timeline_app.model.lane_state import LaneState
from timeline_app.scene.lane_marks import HIDDEN_LINE, NO_LANE


@pytest.fixture
def bench(qt_app: QApplication, tmp_path: Path) -> Iterator[ShellBench]:
    made = lane_bench(tmp_path)
    yield made
    made.close()


@pytest.fixture
def low(qt_app: QApplication, tmp_path: Path) -> Iterator[ShellBench]:
    made = low_bench(tmp_path)
    yield made
    made.close()


# -- the mouse --------------------------------------------------------------------------------------


def test_the_control_is_shown_under_the_pointer_only(bench: ShellBench) -> None:
    assert icons(bench) == []
    point(bench, name_of(bench, SEA))
    assert icons(bench) == [(SEA, "chevron-down")]
    point(bench, QPoint(600, 300))
    assert icons(bench) == []


def test_a_click_on_the_control_collapses_and_opens(bench: ShellBench) -> None:
    rows = bench.shell.stage.fitted.placement.layout.boxes[TOWN].rows
    click(bench, control_of(bench, OFFICE))
    assert lanes(bench) == LaneState(collapsed=frozenset({"office"}))
    assert order(bench) == (TOWN, OFFICE, SEA)
    layout = bench.shell.stage.fitted.placement.layout
    assert layout.boxes[OFFICE].rows == 0
    assert layout.boxes[TOWN].rows > rows
    point(bench, QPoint(600, 300))
    assert icons(bench) == [(OFFICE, "chevron-right")]
    click(bench, control_of(bench, OFFICE))
    assert lanes(bench).is_usual


def test_all_events_of_what_a_collapsed_lane_holds_stand_in_its_strip(bench: ShellBench) -> None:
    click(bench, control_of(bench, OFFICE))
    showing, index = bench.shell.store.showing, bench.shell.stage.index
    assert showing is not None
    entries = index.lane_slice(OFFICE)
    drawn = {showing.event_id(int(ordinal)).split("-")[0] for ordinal in index.ordinal[entries]}
    assert drawn == {"office", "crew", "clerks"}
    assert entries.stop - entries.start == 36


def test_a_double_click_on_a_name_collapses_too(bench: ShellBench) -> None:
    at = name_of(bench, TOWN)
    QTest.mouseClick(canvas_of(bench), LEFT, pos=at)
    QTest.mouseDClick(canvas_of(bench), LEFT, pos=at)
    bench.settle()
    assert lanes(bench).collapsed == {"town"}


def test_a_click_on_a_name_puts_the_keyboard_there_without_a_ring(bench: ShellBench) -> None:
    click(bench, name_of(bench, SEA))
    assert canvas_of(bench).heads.focused == SEA
    assert "focus-ring" not in roles(bench)
    keys(bench, Qt.Key.Key_Space)
    assert lanes(bench).collapsed == {"sea"}
    assert "focus-ring" in roles(bench)
    click(bench, QPoint(600, 300))
    assert canvas_of(bench).heads.focused == NO_LANE


def test_a_lane_is_dragged_to_another_place(bench: ShellBench) -> None:
    target = head(bench, TOWN).rect
    canvas, start = canvas_of(bench), name_of(bench, SEA)
    QTest.mousePress(canvas, LEFT, pos=start)
    QTest.mouseMove(canvas, start + QPoint(0, -30))
    QTest.mouseMove(canvas, QPoint(start.x(), round(target.y + 4)))
    bench.settle(50)
    line = next(item for item in scene_of(bench).items if item.role == "lane-drop")
    assert line.rect.centre.y == pytest.approx(target.y - 2.0)
    assert "lane-carried" in roles(bench)
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(start.x(), round(target.y + 4)))
    bench.settle()
    assert order(bench) == (SEA, TOWN, OFFICE, CREW, CLERKS)
    assert "lane-drop" not in roles(bench)
    assert "view.set" not in bench.sent


def test_a_lane_within_another_is_dragged_within_it_only(bench: ShellBench) -> None:
    start = name_of(bench, CLERKS)
    top = QPoint(start.x(), round(scene_of(bench).lanes_rect.y) + 4)
    drag(bench, start, start + QPoint(0, -20), top)
    assert order(bench) == (TOWN, OFFICE, CLERKS, CREW, SEA)


def test_escape_puts_a_carried_lane_back(bench: ShellBench) -> None:
    canvas, start = canvas_of(bench), name_of(bench, SEA)
    QTest.mousePress(canvas, LEFT, pos=start)
    QTest.mouseMove(canvas, start - QPoint(0, 40))
    QTest.mouseMove(canvas, QPoint(start.x(), round(head(bench, TOWN).rect.y + 4)))
    bench.settle(50)
    assert "lane-carried" in roles(bench)
    keys(bench, Qt.Key.Key_Escape)
    assert "lane-carried" not in roles(bench)
    QTest.mouseRelease(canvas, LEFT, pos=start - QPoint(0, 80))
    bench.settle()
    assert lanes(bench).is_usual


def test_a_drag_that_leads_nowhere_changes_nothing(bench: ShellBench) -> None:
    start = name_of(bench, TOWN)
    drag(bench, start, start + QPoint(0, 20), start + QPoint(0, 3))
    assert lanes(bench).is_usual
    assert order(bench) == (TOWN, OFFICE, CREW, CLERKS, SEA)


def test_a_right_click_opens_what_can_be_done_with_a_lane(bench: ShellBench) -> None:
    menu = open_menu(bench, name_of(bench, SEA))
    assert menu.accessibleName() == "Lane: The sea"
    texts = {action.objectName(): action.text() for action in menu.actions() if action.text()}
    assert texts == {
        "lanes.toggle": "Collapse",
        "lanes.pin": "Pin to the top",
        "lanes.move-up": "Move up",
        "lanes.move-down": "Move down",
        "lanes.hide": "Hide",
    }
    assert not next(
        action for action in menu.actions() if action.objectName() == "lanes.move-down"
    ).isEnabled()
    choose(menu, "lanes.pin")
    bench.settle()
    assert order(bench) == (SEA, TOWN, OFFICE, CREW, CLERKS)
    menu = open_menu(bench, name_of(bench, SEA))
    assert "Unpin" in [action.text() for action in menu.actions()]
    choose(menu, "lanes.hide")
    bench.settle()
    assert lanes(bench) == LaneState(hidden=frozenset({"sea"}), pinned=("sea",))


def test_hidden_lanes_stay_in_reach(bench: ShellBench) -> None:
    choose(open_menu(bench, name_of(bench, OFFICE)), "lanes.hide")
    bench.settle()
    assert notes(bench) == {"hidden": "3 lanes hidden"}
    centre = note(bench, "hidden").rect.centre
    click(bench, QPoint(round(centre.x), round(centre.y)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    ticked = {action.objectName(): action.isChecked() for action in menu.actions() if action.isCheckable()}
    assert ticked == {
        "lane:town": True, "lane:office": False, "lane:crew": False, "lane:clerks": False, "lane:sea": True
    }  # fmt: skip
    choose(menu, "lane:crew")
    bench.settle()
    assert lanes(bench).is_usual
    assert notes(bench) == {}


def test_elsewhere_a_right_click_has_no_menu_of_lanes(bench: ShellBench) -> None:
    at = QPoint(600, 300)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, canvas_of(bench).mapToGlobal(at))
    QApplication.sendEvent(canvas_of(bench), event)
    assert QApplication.activePopupWidget() is None


# -- keys -------------------------------------------------------------------------------------------


def test_keys_walk_the_names_and_do_what_the_table_says(bench: ShellBench) -> None:
    canvas = canvas_of(bench)
    bench.shell.commands.send("go.lanes")
    bench.settle()
    assert canvas.heads.focused == TOWN
    ring = next(item for item in scene_of(bench).items if item.role == "focus-ring")
    assert ring.target is not None
    assert ring.target.lane == TOWN
    keys(bench, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert canvas.heads.focused == CREW
    keys(bench, Qt.Key.Key_Return)
    assert lanes(bench).collapsed == {"crew"}
    keys(bench, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert lanes(bench).is_usual
    keys(bench, Qt.Key.Key_Down, held=Qt.KeyboardModifier.AltModifier)
    assert order(bench) == (TOWN, OFFICE, CLERKS, CREW, SEA)
    assert canvas.heads.focused == CREW
    keys(bench, Qt.Key.Key_Up, held=Qt.KeyboardModifier.AltModifier)
    assert lanes(bench).is_usual
    keys(bench, Qt.Key.Key_P)
    assert order(bench)[0] == CREW
    keys(bench, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_H)
    assert lanes(bench).hidden == {"clerks"}
    assert canvas.heads.focused == SEA
    assert bench.shell.store.state.selection.ids == ()


def test_from_the_first_name_one_comes_to_the_line_on_hidden_lanes(bench: ShellBench) -> None:
    canvas = canvas_of(bench)
    bench.shell.commands.send("go.lanes")
    keys(bench, Qt.Key.Key_H, Qt.Key.Key_Home)
    assert canvas.heads.focused == HIDDEN_LINE
    assert "focus-ring" in roles(bench)
    keys(bench, Qt.Key.Key_P)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    choose(menu, "lane:town")
    bench.settle()
    assert lanes(bench).is_usual
    assert canvas.heads.focused == TOWN


def test_the_menu_key_opens_the_menu_of_the_lane(bench: ShellBench) -> None:
    bench.shell.commands.send("go.lanes")
    for key, held in (
        (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier),
    ):
        keys(bench, key, held=held)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert menu.accessibleName() == "Lane: The town"
        assert menu.activeAction() is menu.actions()[0]
        menu.close()
        QApplication.processEvents()


def test_letters_at_the_names_mean_nothing_at_the_events(bench: ShellBench) -> None:
    canvas_of(bench).setFocus(Qt.FocusReason.TabFocusReason)
    keys(bench, Qt.Key.Key_H, Qt.Key.Key_P)
    assert lanes(bench).is_usual
    keys(bench, Qt.Key.Key_Tab)
    assert canvas_of(bench).is_at_heads
    keys(bench, Qt.Key.Key_Escape)
    assert canvas_of(bench).hasFocus()
    assert not canvas_of(bench).is_at_heads
    keys(bench, Qt.Key.Key_Down)
    assert bench.shell.store.state.selection.ids != ()


def test_when_all_are_hidden_the_keyboard_is_at_the_line(bench: ShellBench) -> None:
    bench.shell.commands.send("go.lanes")
    keys(bench, Qt.Key.Key_H, Qt.Key.Key_H, Qt.Key.Key_H)
    assert order(bench) == ()
    assert canvas_of(bench).heads.focused == HIDDEN_LINE
    assert notes(bench) == {"hidden": "5 lanes hidden"}
    bench.shell.commands.send("lanes.show-all")
    bench.settle()
    assert lanes(bench).is_usual


def test_a_lane_that_is_moved_by_key_stays_in_sight(low: ShellBench) -> None:
    low.shell.commands.send("go.lanes")
    keys(low, Qt.Key.Key_End)
    for _ in range(3):
        keys(low, Qt.Key.Key_Up, held=Qt.KeyboardModifier.AltModifier)
    assert order(low)[0] == SEA
    assert head(low, SEA).rect.y == scene_of(low).lanes_rect.y


def test_a_name_that_is_out_of_sight_comes_into_sight(low: ShellBench) -> None:
    low.shell.commands.send("go.lanes")
    keys(low, Qt.Key.Key_End)
    area, rect = scene_of(low).lanes_rect, head(low, SEA).rect
    assert rect.bottom <= area.bottom
    assert rect.h > 30.0
    keys(low, Qt.Key.Key_Home)
    assert head(low, TOWN).rect.y == area.y
    assert list(notes(low)) == ["below"]
