# SPDX-License-Identifier: MIT
"""Reads exhibits in a thread: cancellable, numbered, and handed over whole or not at all."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import Final

from PySide6.QtCore import QObject, Signal

from timeline_app.base import collector
from timeline_app.base.clock import Clock
from timeline_app.base.errors import ReadingCancelled
from timeline_app.content.cache import Read
from timeline_app.content.progress import WHOLE, Tell, tell_nobody
from timeline_app.content.reading import Reading

LOOK_MS: Final = 10.0


def read_in_full(path: Path, *, cancelled: Callable[[], bool], progress: Tell = tell_nobody) -> Reading:
    """Read a file; the reader is loaded when it is first needed, which a kept reading may spare."""
    from timeline_app.content.reader import read_exhibit

    return read_exhibit(path, cancelled=cancelled, progress=progress)


def _make_ready(reading: Reading) -> None:
    """Sort an exhibit's events and the like, so that the first picture finds that done."""
    if reading.document is not None:
        from timeline_app.model.showing import Showing
        from timeline_app.scene.index_making import build_index
        from timeline_app.state.opening import opening_view

        opening_view(reading.document)
        showing = Showing(reading.document)
        build_index(showing).make_ready()
        # For what it loads, and for what the exhibit's records keep.
        showing.exhibit()


class ReadingJobs(QObject):
    """Starts readings; each new one makes those before it pointless.

    A worker puts its result into a queue, and the clock looks there from the interface's own thread. No
    thread but that one ever touches Qt: PySide crashes now and then when another one emits a signal.
    """

    finished = Signal(Path, object)
    """The path, and the `Reading` of the newest job."""

    failed = Signal(Path, object)
    """The path, and the exception that should not have been."""

    progressed = Signal(int)
    """How many thousandths of the newest job are done."""

    def __init__(self, read: Read, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._clock = clock
        self._generation = 0
        self._running = 0
        self._done = self._told = (0, 0)
        self._results: SimpleQueue[tuple[int, Path, Reading | Exception]] = SimpleQueue()

    def start(self, path: Path) -> None:
        """Read a file in a thread of its own."""
        self._generation += 1
        collector.pause()  # Until its result is looked at: nothing of Qt's may come apart in the worker.
        # A daemon: closing the window must not wait for a large file.
        threading.Thread(
            target=self._work, args=(self._generation, path), name=f"reading-{self._generation}", daemon=True
        ).start()
        self._running += 1
        if self._running == 1:
            self._clock.after(LOOK_MS, self._look)

    def cancel(self) -> None:
        """Make every running job pointless."""
        self._generation += 1

    def _work(self, generation: int, path: Path) -> None:
        try:
            reading = self._read(
                path,
                cancelled=lambda: generation != self._generation,
                progress=partial(self._note, generation),
            )
            _make_ready(reading)
            result: Reading | Exception = reading
        except Exception as error:  # noqa: BLE001 — a thread's exception would be lost; it is told in the main one
            result = error
        self._results.put((generation, path, result))

    def _note(self, generation: int, done: int, total: int) -> None:
        """Note in the worker how far it has come: whoever wants to know looks."""
        self._done = generation, done * WHOLE // total

    def _look(self) -> None:
        """Hand over what has come, and look again while something is still to come."""
        if self._done != self._told and self._done[0] == self._generation:
            self._told = self._done
            self.progressed.emit(self._told[1])
        while not self._results.empty():
            self._running -= 1
            collector.resume()
            self._deliver(*self._results.get_nowait())
        if self._running:
            self._clock.after(LOOK_MS, self._look)

    def _deliver(self, generation: int, path: Path, result: Reading | Exception) -> None:
        if generation != self._generation or isinstance(result, ReadingCancelled):
            return
        (self.failed if isinstance(result, Exception) else self.finished).emit(path, result)
