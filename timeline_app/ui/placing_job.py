# SPDX-License-Identifier: MIT
"""Places the labels of large exhibits in a thread, while the canvas shows those that have their places."""

from __future__ import annotations

import logging
import threading
from typing import Final

import shiboken6
from PySide6.QtCore import QObject, Signal

from timeline_app.base import collector
from timeline_app.base.clock import Clock
from timeline_app.scene.placement_work import PlacementWork
from timeline_app.ui.canvas.widget import CanvasWidget

START_MS: Final = 30.0
"""The first picture goes first; and while a window is being resized, nothing is begun in vain."""
LOOK_MS: Final = 120.0
HOLD_MS: Final = 30.0
"""So long nothing more is placed while new names are drawn for the first time: two who compute take turns, and the
picture would take twice as long."""
LONGEST_HOLD_S: Final = 0.15
LONGEST_LOOK_MS: Final = 960.0
"""What comes late is little and unimportant: there is no hurry to look for it."""


class PlacingJobs(QObject):
    """Does what the canvas's stage has left to place; a stage that is fitted anew makes it pointless.

    The thread knows nothing of Qt: the clock looks from the interface's own thread at how far it has come.
    """

    finished = Signal()
    """All labels have their places and are shown: what is left without a name stays so."""

    def __init__(self, canvas: CanvasWidget, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._clock = clock
        self._work: PlacementWork | None = None
        self._is_looking = False
        self._look_ms = LOOK_MS
        self._may_go = threading.Event()
        self._may_go.set()
        canvas.relaid.connect(self.take_up)
        canvas.drawing.connect(self._wait_for_picture)

    @property
    def is_busy(self) -> bool:
        """Whether labels are still to come."""
        return self._work is not None

    @property
    def may_place(self) -> bool:
        """Whether the work goes on now; it is held while a picture is made."""
        return self._may_go.is_set()

    def take_up(self) -> None:
        """Take up what the stage has left to place, and leave what it had before."""
        pending = self._canvas.stage.pending
        if pending is self._work:
            return
        self._work = pending
        if pending is not None:
            self._clock.after(START_MS, lambda: self._start(pending))

    def _start(self, work: PlacementWork) -> None:
        if work is not self._work or self._is_gone():
            return
        self._let_picture_go_first()
        # A daemon: closing the window must not wait for a large exhibit.
        threading.Thread(target=self._run, args=(work,), name="placing", daemon=True).start()
        self._look_ms = LOOK_MS
        if not self._is_looking:
            self._is_looking = True
            self._clock.after(self._look_ms, self._look)

    def _run(self, work: PlacementWork) -> None:
        # What the collector takes apart in here may hold Qt's objects.
        collector.pause()
        try:
            work.run(lambda: self._is_called_off(work))
        except Exception:
            # A thread's exception would be lost; what has its place keeps it.
            logging.getLogger(__name__).exception("placing labels came to an end")
            self._work = None if self._work is work else self._work
        finally:
            collector.resume()

    def _wait_for_picture(self) -> None:
        if self._is_looking:
            self._let_picture_go_first()

    def _let_picture_go_first(self) -> None:
        """Hold the work; the clock rings again when the picture is there, for painting keeps it waiting too."""
        self._may_go.clear()
        self._clock.after(HOLD_MS, self._may_go.set)

    def _is_called_off(self, work: PlacementWork) -> bool:
        """Let a picture go first, if one is due, and tell whether anything else is to be placed now, or nothing."""
        if not self._may_go.wait(LONGEST_HOLD_S):
            self._may_go.set()
        return work is not self._work

    def _is_gone(self) -> bool:
        """Tell whether the canvas has gone meanwhile, with its window: then nothing more is to be placed."""
        if shiboken6.isValid(self):
            return False
        self._work = None
        return True

    def _look(self) -> None:
        """Let what has been placed come into sight; look again, less and less often, while more is to come."""
        if self._is_gone():
            return
        is_there = self._canvas.show_arrivals()
        if is_there or self._work is None:
            self._is_looking = False
            self._work = None if is_there else self._work
            if is_there:
                self.finished.emit()
            return
        self._let_picture_go_first()
        self._clock.after(self._look_ms, self._look)
        self._look_ms = min(self._look_ms * 1.25, LONGEST_LOOK_MS)
