# SPDX-License-Identifier: MIT
"""Presenting on two screens: from F5 to the class's first frame, and from a key to the first frame of the next stop.

Every tour of the built-in exhibit is walked stop by stop and step by step, with the class's screen in full definition and
in four times as many pixels. Aims, on an idle machine: a second from F5, and 100 ms to the next stop. Beside them stand two
bare windows that fill the same screens with a picture that is there already: what Qt needs to show anything at all.
`computed` counts what this thread computed; on a machine that is shared the times on the clock are longer.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Final, NamedTuple

from benchmarks.two_screens import ALL_SCREENS, PLATFORM

os.environ["QT_QPA_PLATFORM"] = PLATFORM

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.measure import report, spread
from timeline_app.base.languages import translator_for
from timeline_app.base.places import built_in_exhibit
from timeline_app.content.reader import read_exhibit
from timeline_app.state.app_state import Settings
from timeline_app.state.session_files import Session
from timeline_app.ui.application import make_application
from timeline_app.ui.present.desk import PresentDesk
from timeline_app.ui.present.presentation import Presentation
from timeline_app.ui.shell import Shell
from timeline_app.ui.start import Request, make_shell, show_window

START_LIMIT_MS: Final = 1_000.0
NEXT_LIMIT_MS: Final = 100.0
PATIENCE_S: Final = 20.0
STARTS: Final = 6
REST_S: Final = 0.35
SIZE: Final = (1280, 760)


class Taken(NamedTuple):
    """How long something took."""

    clock_ms: float
    computed_ms: float


NOTHING_YET: Final = Taken(0.0, 0.0)


class Moment:
    """When something began."""

    def __init__(self) -> None:
        self._clock_s, self._computed_s = time.perf_counter(), time.thread_time()

    @property
    def taken(self) -> Taken:
        """How long it has taken until now."""
        return Taken(
            (time.perf_counter() - self._clock_s) * 1000, (time.thread_time() - self._computed_s) * 1000
        )


class PaintWatch(QObject):
    """Notes when a window has been painted, once a part of it has painted something else."""

    def __init__(self, window: QWidget, *parts: QWidget) -> None:
        super().__init__()
        self._moment = Moment()
        self._is_painted = False
        self.taken = NOTHING_YET
        for widget in (window, *parts):
            widget.installEventFilter(self)

    def begin(self) -> None:
        """Count from now."""
        self._moment, self._is_painted, self.taken = Moment(), False, NOTHING_YET

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 — Qt's own name
        """Qt's: note a paint, and let it pass; the window paints all of itself at once when asked to."""
        if event.type() == QEvent.Type.UpdateRequest:
            watched.event(event)
            if self._is_painted and self.taken is NOTHING_YET:
                self.taken = self._moment.taken
            return True
        self._is_painted = self._is_painted or event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


class BareWindow(QWidget):
    """Fills a screen with a picture."""

    def __init__(self, picture: QPixmap) -> None:
        super().__init__()
        self._picture = picture
        self.is_painted = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 — Qt's own name
        """Qt's: paint the picture."""
        del event
        QPainter(self).drawPixmap(0, 0, self._picture)
        self.is_painted = True


def main() -> None:
    """Measure starts and stops on both screens, and print one line for each."""
    translator = translator_for("en")
    application = make_application(translator)
    path = built_in_exhibit()
    request = Request(path, read_exhibit(path), Settings(), Session(), size_px=SIZE)
    shell = make_shell(translator, request)
    show_window(shell, request)
    shell.rest_wanted.emit()
    _rest(application)
    for screen in ("wall", "large"):
        _measure(application, shell, screen)
    shell.window.close()


def _measure(application: QApplication, shell: Shell, screen: str) -> None:
    """Walk all tours on one of the class's screens."""
    shell.commands.send("present.screen", name=screen)
    starts: list[Taken] = []
    stops: list[Taken] = []
    showing = shell.store.showing
    for head in showing.tours if showing is not None else ():
        starts.append(_start(application, shell, head.id))
        stops += _walk(application, shell)
        shell.commands.send("present.leave")
        _rest(application)
    bare_start, bare_next = _bare(application, screen)
    computed = [taken.computed_ms for taken in stops]
    report(
        "present",
        screen_px=ALL_SCREENS[screen][2:],
        limits={"start_ms": START_LIMIT_MS, "next_ms": NEXT_LIMIT_MS},
        first_start_ms=round(starts[0].clock_ms, 1),
        start=spread([taken.clock_ms for taken in starts[1:]]),
        start_computed=spread([taken.computed_ms for taken in starts[1:]]),
        start_bare=spread(bare_start),
        stops=len(stops),
        next_stop=spread([taken.clock_ms for taken in stops]),
        next_computed=spread(computed),
        next_longest_ms=round(max(computed), 1),
        next_bare=spread(bare_next),
        is_met=max(taken.computed_ms for taken in starts) <= START_LIMIT_MS
        and max(computed) <= NEXT_LIMIT_MS,
    )


def _presentation(shell: Shell) -> Presentation:
    desk = shell.findChild(PresentDesk)
    if not isinstance(desk, PresentDesk) or desk.presentation is None:
        raise SystemExit("Nothing is presented")
    return desk.presentation


def _start(application: QApplication, shell: Shell, tour: str) -> Taken:
    began = Moment()
    shell.commands.send("present.start", tour=tour)
    canvas = _presentation(shell).hall.canvas
    _wait(application, lambda: canvas.paint_count > 0)
    return began.taken


def _walk(application: QApplication, shell: Shell) -> list[Taken]:
    """Return how long each press of Page down took until the class saw something else."""
    presentation = _presentation(shell)
    found: list[Taken] = []
    hall = presentation.hall
    watch = PaintWatch(presentation.audience, hall.canvas, hall.board)
    while True:
        _rest(application, lambda: hall.canvas.is_settled and not hall.placing.is_busy)
        before = shell.store.state.tour
        watch.begin()
        QTest.keyClick(presentation.presenter, Qt.Key.Key_PageDown)
        if shell.store.state.tour == before:
            return found
        _wait(application, lambda: watch.taken is not NOTHING_YET)
        found.append(watch.taken)


def _bare(application: QApplication, screen: str) -> tuple[list[float], list[float]]:
    """Return how long two bare windows take to be there, and one of them to be painted again."""
    starts, again = [], []
    screens = {screen.name(): screen for screen in application.screens()}
    pictures = {name: QPixmap(*ALL_SCREENS[name][2:]) for name in ("desk", screen)}
    for _ in range(STARTS):
        began = time.perf_counter()
        windows = []
        for name, picture in pictures.items():
            picture.fill(Qt.GlobalColor.white)
            window = BareWindow(picture)
            window.setScreen(screens[name])
            window.setGeometry(screens[name].geometry())
            window.setWindowState(Qt.WindowState.WindowFullScreen)
            window.show()
            windows.append(window)
        _wait(application, lambda: all(window.is_painted for window in windows))  # noqa: B023 — called at once
        starts.append((time.perf_counter() - began) * 1000)
        began, windows[-1].is_painted = time.perf_counter(), False
        windows[-1].update()
        _wait(application, lambda: windows[-1].is_painted)  # noqa: B023 — called at once
        again.append((time.perf_counter() - began) * 1000)
        for window in windows:
            window.deleteLater()
        _rest(application)
    return starts, again


def _rest(application: QApplication, holds: Callable[[], bool] = lambda: True) -> None:
    """Let movements and threads come to their end, and the presenter's window follow."""
    began = time.perf_counter()
    while time.perf_counter() - began < REST_S or not holds():
        application.processEvents()
        time.sleep(0.002)


def _wait(application: QApplication, holds: Callable[[], bool]) -> None:
    until = time.perf_counter() + PATIENCE_S
    while not holds():
        application.processEvents()
        if time.perf_counter() > until:
            raise SystemExit("Waited in vain")


if __name__ == "__main__":
    main()
