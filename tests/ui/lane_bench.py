# SPDX-License-Identifier: MIT
"""A shell with an exhibit of nested lanes, and what tests of the lanes' names do with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.sample_documents import document_of
from tests.ui.shell_bench import ShellBench
from timeline_app.content.reading import Reading
from timeline_app.model.lane_state import LaneState
from timeline_app.scene.items import LaneHead, LaneNote, Scene
from timeline_app.state.app_state import Settings
from timeline_app.ui.canvas.widget import CanvasWidget

# Town; office, which holds crew and clerks; sea; and the lane of events that name none.
TOWN, OFFICE, CREW, CLERKS, SEA = range(5)
NAMES = ("town", "office", "crew", "clerks", "sea")
LEFT = Qt.MouseButton.LeftButton


def exhibit() -> Reading:
    """Return an exhibit with sixty events, one a year in each lane."""
    lanes = {name: {"title": f"The {name}", "colour": "teal"} for name in NAMES}
    lanes["crew"]["parent"] = lanes["clerks"]["parent"] = "office"
    events = [
        {"id": f"{name}-{year}", "date": f"{year}-07-01", "title": f"{name} in {year}", "lane": name}
        for year in range(1950, 1962)
        for name in NAMES
    ]
    return Reading(
        document_of({"title": "Port", "lanes": lanes, "events": events}, Path("port.yaml")), (), ()
    )


def lane_bench(folder: Path) -> ShellBench:
    """Return a window in which all lanes fit."""
    made = ShellBench(folder, exhibit(), path=Path("port.yaml"), size=(1_100, 760))
    made.show()
    return made


def low_bench(folder: Path) -> ShellBench:
    """Return a window in which the lanes do not fit."""
    large = Settings(text_size_percent=150)
    made = ShellBench(folder, exhibit(), path=Path("port.yaml"), settings=large, size=(1_500, 400))
    made.show()
    return made


def canvas_of(bench: ShellBench) -> CanvasWidget:
    """Return the canvas."""
    return bench.shell.canvas


def scene_of(bench: ShellBench) -> Scene:
    """Return what the canvas shows."""
    scene = canvas_of(bench).scene
    assert scene is not None
    return scene


def lanes(bench: ShellBench) -> LaneState:
    """Return what has been made of the lanes."""
    return bench.shell.store.state.lanes


def order(bench: ShellBench) -> tuple[int, ...]:
    """Return the shown lanes from the top."""
    return bench.shell.stage.fitted.choice.order


def head(bench: ShellBench, lane: int) -> LaneHead:
    """Return a lane's name."""
    return next(head for head in scene_of(bench).lane_heads if head.lane == lane)


def note(bench: ShellBench, part: str) -> LaneNote:
    """Return a note on lanes out of sight."""
    return next(note for note in scene_of(bench).lane_notes if note.part == part)


def notes(bench: ShellBench) -> dict[str, str]:
    """Return all notes, by part."""
    return {note.part: note.text for note in scene_of(bench).lane_notes}


def name_of(bench: ShellBench, lane: int) -> QPoint:
    """Return a point of a lane's name beside its control."""
    rect = head(bench, lane).rect
    return QPoint(round(rect.right - 20), round(rect.centre.y))


def control_of(bench: ShellBench, lane: int) -> QPoint:
    """Return the middle of a lane's control."""
    centre = head(bench, lane).control.centre
    return QPoint(round(centre.x), round(centre.y))


def point(bench: ShellBench, at: QPoint) -> None:
    """Point at something."""
    QTest.mouseMove(canvas_of(bench), at)
    bench.settle(50)


def click(bench: ShellBench, at: QPoint) -> None:
    """Click on something, and let everything come to rest."""
    point(bench, at)
    QTest.mouseClick(canvas_of(bench), LEFT, pos=at)
    bench.settle()


def drag(bench: ShellBench, start: QPoint, *way: QPoint) -> None:
    """Press, move and release."""
    canvas = canvas_of(bench)
    QTest.mousePress(canvas, LEFT, pos=start)
    for at in way:
        QTest.mouseMove(canvas, at)
        QApplication.processEvents()
    QTest.mouseRelease(canvas, LEFT, pos=way[-1])
    bench.settle()


def keys(
    bench: ShellBench, *pressed: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press keys one after the other."""
    for key in pressed:
        QTest.keyClick(canvas_of(bench), key, held)
        bench.settle()


def roles(bench: ShellBench) -> list[str]:
    """Return the roles of all that is drawn."""
    return [item.role for item in scene_of(bench).items]


def icons(bench: ShellBench) -> list[tuple[int, str]]:
    """Return the signs at names, each with its lane."""
    return [
        (item.target.lane, item.text)
        for item in scene_of(bench).items
        if item.role == "lane-sign" and item.target is not None
    ]


def open_menu(bench: ShellBench, at: QPoint) -> QMenu:
    """Open the menu at a point by a right click."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, canvas_of(bench).mapToGlobal(at))
    QApplication.sendEvent(canvas_of(bench), event)
    bench.settle(50)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, command_id: str) -> None:
    """Choose a command of a menu."""
    action = next(action for action in menu.actions() if action.objectName() == command_id)
    assert action.isEnabled()
    action.trigger()
    menu.close()
    QApplication.processEvents()
