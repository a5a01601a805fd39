# SPDX-License-Identifier: MIT
"""Reads exhibits in a thread: cancellable, numbered, and handed over whole or not at all."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from timeline_app.base.errors import ReadingCancelled
from timeline_app.content.cache import Read
from timeline_app.content.reading import Reading

log = logging.getLogger(__name__)


def read_in_full(path: Path, *, cancelled: Callable[[], bool]) -> Reading:
    """Read a file; the reader is loaded when it is first needed, which a kept reading may spare."""
    from timeline_app.content.reader import read_exhibit

    return read_exhibit(path, cancelled=cancelled)


class ReadingJobs(QObject):
    """Starts readings; each new one makes those before it pointless."""

    finished = Signal(Path, object)
    """The path, and the `Reading` of the newest job."""

    failed = Signal(Path, object)
    """The path, and the exception that should not have been."""

    _done = Signal(int, Path, object)

    def __init__(self, read: Read, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._generation = 0
        # The worker emits; the signal is delivered in the thread of this object.
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self, path: Path) -> None:
        """Read a file in a thread of its own."""
        self._generation += 1
        # A daemon: closing the window must not wait for a large file.
        threading.Thread(
            target=self._work, args=(self._generation, path), name=f"reading-{self._generation}", daemon=True
        ).start()

    def cancel(self) -> None:
        """Make every running job pointless."""
        self._generation += 1

    def _work(self, generation: int, path: Path) -> None:
        try:
            result: Reading | Exception = self._read(path, cancelled=lambda: generation != self._generation)
        except ReadingCancelled:
            return
        except Exception as error:  # noqa: BLE001 — a thread's exception would be lost; it is told in the main one
            result = error
        try:
            self._done.emit(generation, path, result)
        except RuntimeError:
            log.info("the window was closed while %s was being read", path)

    def _deliver(self, generation: int, path: Path, result: object) -> None:
        if generation != self._generation:
            return
        (self.failed if isinstance(result, Exception) else self.finished).emit(path, result)
