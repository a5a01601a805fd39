# SPDX-License-Identifier: MIT
"""Presents a tour on two offscreen screens, key by key: a process of its own, for the screens are given at its start.

Writes what the class sees at each step as a picture into a folder, and what was where as one line of JSON each. The
screens are the platform's own; which of them are plugged in is the script's to say.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.stages import ENGLISH
from tests.tour_exhibit import toured
from tests.ui.fake_screens import FakeScreens
from tests.ui.shell_bench import ShellBench
from timeline_app.base.clock import FakeClock
from timeline_app.content.reader import Reading
from timeline_app.ui.application import make_application
from timeline_app.ui.present.desk import PresentDesk
from timeline_app.ui.present.presentation import Presentation
from timeline_app.ui.present.screens import QtScreens

KEPT: Final = (960, 540)
"""Pictures are kept in this size: what the last row sees is seen in it."""
STOPS: Final = (
    {"event": "pier", "view": "1945/1955", "notes": "Begin here."},
    {"event": "deal", "view": "1953/1957", "show": ["order", "who"], "steps": ["order", "who"]},
    {"event": "ferry", "view": "1955/1965", "show": ["ferry", "figure"]},
    {"event": "ferry", "show": ["chain"], "notes": "Ask: who wants the *ferry*, and who pays for it?"},
    {"event": "pier", "show": ["pier", "map"]},
    {"event": "song", "view": "1940/1980"},
    {"event": "deal", "view": "1950/1960", "as_known_at": "1970"},
    {"event": "ferry", "filters": {"lane": ["town"]}},
    {"event": "pier", "show": ["daily"], "view": "1940/1980"},
    {"event": "ferry", "view": "1940/1980"},
)
PAGE_DOWN, SHIFT = Qt.Key.Key_PageDown, Qt.KeyboardModifier.ShiftModifier


class Walk:
    """A program that presents; notes each step."""

    def __init__(self, folder: Path) -> None:
        make_application(ENGLISH)
        path = folder / "tours.yaml"
        reading = Reading(toured(*STOPS), (), (path,))
        self.folder = folder
        self.known = {screen.name: screen for screen in QtScreens(FakeClock()).screens}
        self.screens = FakeScreens(*self.known.values())
        self.bench = ShellBench(folder, reading, path=path, size=(1280, 760), screens=self.screens)
        self.bench.shell.appearance.dress(_application())
        self.bench.show()

    @property
    def presentation(self) -> Presentation | None:
        desk = self.bench.shell.findChild(PresentDesk)
        return desk.presentation if isinstance(desk, PresentDesk) else None

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys in the window that has the keyboard."""
        for key in keys:
            window = _application().activeWindow()
            assert window is not None
            QTest.keyClick(window, key, held)
            self.bench.settle()

    def point(self, x_share: float, y_share: float) -> None:
        """Move the presenter's mouse to a place of the mirror."""
        presentation = self.presentation
        assert presentation is not None
        mirror = presentation.presenter.mirror
        place = mirror.picture_rect
        at = QPoint(round(place.x() + x_share * place.width()), round(place.y() + y_share * place.height()))
        QTest.mouseMove(mirror, at)
        self.bench.settle()

    def plug(self, *names: str) -> None:
        """Let these screens be there."""
        self.screens.plug(*(self.known[name] for name in names))
        self.bench.settle()

    def note(self, step: str) -> None:
        """Keep what the class sees, and say what is where."""
        self.bench.settle()
        presentation, state = self.presentation, self.bench.shell.store.state
        if presentation is not None:
            self._keep(presentation.audience.grab().toImage(), step)
        shown = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
        active = _application().activeWindow()
        told = {
            "step": step,
            "windows": {window.objectName(): window.screen().name() for window in shown},
            "sizes": {window.objectName(): [window.width(), window.height()] for window in shown},
            "keyboard": active.objectName() if active is not None else "",
            "stop": state.tour.stop if state.tour is not None else 0,
            "shown": state.tour.step if state.tour is not None else 0,
            "is_away": state.tour is not None and state.tour.is_away,
        }
        sys.stdout.write(json.dumps(told) + "\n")

    def _keep(self, picture: QImage, step: str) -> None:
        smaller = picture.scaled(
            *KEPT, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        smaller.save(str(self.folder / f"{step}.png"))


def _application() -> QApplication:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found


def main() -> None:
    """Start, ten stops, all that can be done to the picture, one screen, two again, swapped, and the end."""
    walk = Walk(Path(sys.argv[1]))
    walk.bench.shell.commands.send("present.start", tour="long")
    walk.note("01-start")
    for number in range(2, 11):
        walk.press(PAGE_DOWN)
        walk.note(f"{number:02}-stop")
        while walk.bench.shell.store.state.tour.step < _steps(number):  # type: ignore[union-attr]
            walk.press(PAGE_DOWN)
            walk.note(f"{number:02}-step-{walk.bench.shell.store.state.tour.step}")  # type: ignore[union-attr]
    walk.press(Qt.Key.Key_3, Qt.Key.Key_Return)
    walk.note("11-typed")
    walk.press(Qt.Key.Key_B)
    walk.note("12-black")
    walk.press(PAGE_DOWN)
    walk.press(Qt.Key.Key_L)
    walk.point(0.25, 0.4)
    walk.note("13-spotlight")
    walk.press(Qt.Key.Key_L, Qt.Key.Key_F, PAGE_DOWN)
    walk.note("14-frozen")
    walk.press(Qt.Key.Key_F, Qt.Key.Key_E)
    walk.bench.shell.commands.send("select.event", id="ferry")
    walk.note("15-exploring")
    walk.press(Qt.Key.Key_E)
    walk.note("16-returned")
    walk.plug("desk")
    walk.note("17-unplugged")
    walk.press(Qt.Key.Key_N, held=SHIFT)
    walk.note("18-notes")
    walk.press(Qt.Key.Key_N, held=SHIFT)
    walk.plug("desk", "wall")
    walk.note("19-replugged")
    walk.press(Qt.Key.Key_S)
    walk.note("20-swapped")
    walk.press(Qt.Key.Key_Escape)
    walk.note("21-end")
    walk.bench.close()


def _steps(number: int) -> int:
    return len(STOPS[number - 1].get("steps", ()))


if __name__ == "__main__":
    main()
