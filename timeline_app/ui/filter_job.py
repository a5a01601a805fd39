# SPDX-License-Identifier: MIT
"""Counts what a large exhibit can be filtered by in a thread, while the page says that it is counting."""

from __future__ import annotations

import logging
import threading
from typing import Final

from PySide6.QtCore import QObject, Signal

from timeline_app.base import collector
from timeline_app.base.clock import Clock
from timeline_app.model.showing import Showing

LOOK_MS: Final = 60.0
THREAD_NAME: Final = "counting"


class FilterJob(QObject):
    """Makes what counting needs; it is kept with the exhibit, so that nothing here holds one."""

    finished = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._thread: threading.Thread | None = None
        self._has_failed = False

    def gather(self, showing: Showing) -> None:
        """Begin counting, unless that is done or under way; whoever hears of the end may ask again."""
        if self._thread is not None or self._has_failed or showing.filtering.is_ready:
            return
        # A daemon: closing the window must not wait for a large exhibit.
        self._thread = threading.Thread(target=self._gather, args=(showing,), name=THREAD_NAME, daemon=True)
        self._thread.start()
        self._clock.after(LOOK_MS, self._look)

    def _look(self) -> None:
        if self._thread is not None and self._thread.is_alive():
            self._clock.after(LOOK_MS, self._look)
            return
        self._thread = None
        self.finished.emit()

    def _gather(self, showing: Showing) -> None:
        # What the collector takes apart in here may hold Qt's objects.
        collector.pause()
        try:
            showing.filtering.gather()
        except Exception:
            # A thread's exception would be lost; asked again and again it would only be raised again and again.
            self._has_failed = True
            logging.getLogger(__name__).exception("counting came to an end")
        finally:
            collector.resume()
