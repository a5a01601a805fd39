# SPDX-License-Identifier: MIT
"""Pauses of Python's collector of circles; they may overlap, and the last one to end lets it go on.

It runs in whichever thread happens to make the next object, and takes apart what it finds there. A circle that
holds Qt's objects must not come apart in a thread that reads a file: Qt then ends the program now and then.

It also looks at every object that lives, again and again: half a microsecond each, and nothing else is done
meanwhile. So what a pause leaves behind is set aside, out of its sight: a frame must never wait for it.
"""

from __future__ import annotations

import gc
import math
from threading import Lock
from typing import Final

SMALL_COLLECTION: Final = 20_000
"""So many new objects are looked at together: about as many as two frames of a large screen are made of."""

FEW_OBJECTS: Final = 120_000
"""So many can be looked at in about the time of a blink; of more, circles that nobody needs are left as they are."""


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
                # Else the next small collection would look at all that was made during the pause.
                gc.freeze()
                gc.enable()

    def tidy(self, most_objects: float) -> None:
        with self._lock:
            if self._running or not gc.isenabled():
                return
            gc.unfreeze()
            if len(gc.get_objects()) <= most_objects:
                gc.collect()
            gc.freeze()


_PAUSES = _Pauses()


def pause() -> None:
    """Let nothing be collected until `resume` has been called as often as this."""
    _PAUSES.begin()


def resume() -> None:
    """End one pause."""
    _PAUSES.end()


def tidy(*, of_many: bool = False) -> None:
    """Set aside what lives; of few objects, take apart the circles among them that nobody needs.

    For the interface's own thread, when an exhibit has taken another's place. `of_many` takes them apart whatever
    that takes: where much goes that was set aside, and nothing moves for the moment.
    """
    _PAUSES.tidy(math.inf if of_many else FEW_OBJECTS)


def ease() -> None:
    """Let the collector look less often: a frame is made of thousands of objects that are no circles."""
    gc.set_threshold(SMALL_COLLECTION, *gc.get_threshold()[1:])
