# SPDX-License-Identifier: MIT
"""Pauses of Python's collector of circles; they may overlap, and the last one to end lets it go on.

It runs in whichever thread happens to make the next object, and takes apart what it finds there. A circle that
holds Qt's objects must not come apart in a thread that reads a file: Qt then ends the program now and then.
"""

from __future__ import annotations

import gc
from threading import Lock


class _Pauses:
    """How many pauses there are, and what the collector did before the first."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._running = 0
        self._was_collecting = True

    def begin(self) -> None:
        with self._lock:
            if not self._running:
                self._was_collecting = gc.isenabled()
                gc.disable()
            self._running += 1

    def end(self) -> None:
        with self._lock:
            self._running -= 1
            if not self._running and self._was_collecting:
                gc.enable()


_PAUSES = _Pauses()


def pause() -> None:
    """Let nothing be collected until `resume` has been called as often as this."""
    _PAUSES.begin()


def resume() -> None:
    """End one pause."""
    _PAUSES.end()
