# SPDX-License-Identifier: MIT
"""Makes an exhibit's index in a thread, after the first picture, and never in a frame's way."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from timeline_app.base import collector
from timeline_app.base.clock import Clock
from timeline_app.search.work import IndexWork

if TYPE_CHECKING:
    from timeline_app.search.index import SearchIndex

START_MS: Final = 2_500.0
"""The first picture, its labels and the menus go first; whoever opens the search sooner has it begun at once."""
LOOK_MS: Final = 40.0
HOLD_MS: Final = 40.0
"""So long nothing is taken in after a frame: while something moves, the picture has the machine."""
LONGEST_HOLD_S: Final = 0.1


class IndexJobs(QObject):
    """Makes the index of one exhibit at a time; another exhibit makes the one before pointless.

    The thread knows nothing of Qt: the clock looks from the interface's own thread whether it has come to its end.
    `is_taken` tells that labels are still being placed: two threads beside the interface would keep it waiting.
    """

    finished = Signal()
    """The index of the present exhibit is there."""

    def __init__(
        self, clock: Clock, parent: QObject | None = None, is_taken: Callable[[], bool] = lambda: False
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._is_taken = is_taken
        self._work: IndexWork | None = None
        self._generation = 0
        self._is_begun = False
        self._results: SimpleQueue[tuple[int, SearchIndex | None]] = SimpleQueue()
        self._may_go = threading.Event()
        self._may_go.set()
        self.index: SearchIndex | None = None
        """The index of the present exhibit, None while it is not there."""

    def expect(self, work: IndexWork | None) -> None:
        """Make the index of another exhibit, soon."""
        self.cancel()
        self._work = work
        if work is not None:
            generation = self._generation
            self._start_later(generation)

    @property
    def work(self) -> IndexWork | None:
        """What is to be done, is being done, or has been done."""
        return self._work

    def hasten(self) -> None:
        """Begin now, unless it has begun: somebody wants to search."""
        self._start(self._generation)

    def cancel(self) -> None:
        """Leave what is being made, and let go of the exhibit."""
        self._generation += 1
        self._is_begun = False
        self._work = None
        if self.index is not None:
            self.index.close()
            self.index = None

    def let_picture_go_first(self) -> None:
        """Hold the work while frames are being drawn."""
        if self._is_begun and self.index is None:
            self._may_go.clear()
            self._clock.after(HOLD_MS, self._may_go.set)

    def _start_later(self, generation: int) -> None:
        self._clock.after(START_MS, lambda: self._start_if_free(generation))

    def _start_if_free(self, generation: int) -> None:
        if generation == self._generation and not self._is_begun and self._is_taken():
            self._start_later(generation)
        else:
            self._start(generation)

    def _start(self, generation: int) -> None:
        work = self._work
        if generation != self._generation or self._is_begun or work is None:
            return
        self._is_begun = True
        # A daemon: closing the window must not wait for a large exhibit.
        threading.Thread(target=self._run, args=(generation, work), name="search-index", daemon=True).start()
        self._clock.after(LOOK_MS, self._look)

    def _run(self, generation: int, work: IndexWork) -> None:
        # What the collector takes apart in here may hold Qt's objects.
        collector.pause()
        index: SearchIndex | None = None
        try:
            index = work.run(self._give_way, lambda: generation != self._generation)
        except Exception:
            # A thread's exception would be lost; there is no searching then, and all else goes on.
            logging.getLogger(__name__).exception("making the index came to an end")
        finally:
            collector.resume()
        self._results.put((generation, index))

    def _give_way(self) -> None:
        if not self._may_go.wait(LONGEST_HOLD_S):
            self._may_go.set()

    def _look(self) -> None:
        """Take what has come; look again while something of the present exhibit is still to come."""
        while not self._results.empty():
            generation, index = self._results.get_nowait()
            if generation == self._generation:
                self.index = index
                if index is not None:
                    self.finished.emit()
                return
            if index is not None:
                index.close()
        if self._is_begun and self.index is None:
            self._clock.after(LOOK_MS, self._look)
