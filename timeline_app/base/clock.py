# SPDX-License-Identifier: MIT
"""The one clock: animation, inertia, idle, autosave and "today" all go through it.

Nothing else may call `time.*`, `QTimer.singleShot` or `QPropertyAnimation`; a lint holds this.
Tests hand in a `FakeClock` and move it by hand, so that no test ever sleeps.
"""

from __future__ import annotations

import heapq
import itertools
import time
from collections.abc import Callable
from typing import Protocol

Callback = Callable[[], None]
Cancel = Callable[[], None]


class Clock(Protocol):
    """Time and the scheduling of things to come."""

    def now_ms(self) -> float:
        """Return monotonic milliseconds; only differences mean anything."""
        ...

    def today(self) -> tuple[int, int, int]:
        """Return today's local date as (year, month, day)."""
        ...

    def time_of_day(self) -> tuple[int, int]:
        """Return the local time as (hour, minute)."""
        ...

    def after(self, delay_ms: float, callback: Callback) -> Cancel:
        """Call `callback` once after `delay_ms`; the returned function cancels it."""
        ...

    def next_frame(self, callback: Callback) -> Cancel:
        """Call `callback` once when the next frame is due (about 16 ms)."""
        ...


def monotonic_ms() -> float:
    """Return the machine's monotonic milliseconds, for measuring spans."""
    return time.perf_counter() * 1000.0


def local_today() -> tuple[int, int, int]:
    """Return the machine's local date as (year, month, day)."""
    now = time.localtime()
    return now.tm_year, now.tm_mon, now.tm_mday


def local_time_of_day() -> tuple[int, int]:
    """Return the machine's local time as (hour, minute)."""
    now = time.localtime()
    return now.tm_hour, now.tm_min


class FakeClock:
    """A clock that stands still until it is moved: for tests and simulated days."""

    FRAME_MS = 16.0

    def __init__(self, today: tuple[int, int, int] = (2026, 11, 23)) -> None:
        self._now_ms = 0.0
        self._today = today
        self._order = itertools.count()
        self._due: list[tuple[float, int, Callback]] = []
        self._cancelled: set[int] = set()

    def now_ms(self) -> float:
        """Return the milliseconds that `advance` has added up to."""
        return self._now_ms

    def today(self) -> tuple[int, int, int]:
        """Return the date given at the start."""
        return self._today

    def time_of_day(self) -> tuple[int, int]:
        """Return the time since nine in the morning, when it was made."""
        hours, minutes = divmod(int(self._now_ms // 60_000.0), 60)
        return (9 + hours) % 24, minutes

    def after(self, delay_ms: float, callback: Callback) -> Cancel:
        """Queue `callback`; it runs inside a later `advance`."""
        number = next(self._order)
        heapq.heappush(self._due, (self._now_ms + max(delay_ms, 0.0), number, callback))
        return lambda: self._cancelled.add(number)

    def next_frame(self, callback: Callback) -> Cancel:
        """Queue `callback` for one frame later."""
        return self.after(self.FRAME_MS, callback)

    def advance(self, by_ms: float) -> None:
        """Move time forward, running what falls due in order."""
        end_ms = self._now_ms + by_ms
        while self._due and self._due[0][0] <= end_ms:
            due_ms, number, callback = heapq.heappop(self._due)
            self._now_ms = max(self._now_ms, due_ms)
            if number in self._cancelled:
                self._cancelled.discard(number)
                continue
            callback()
        self._now_ms = end_ms

    @property
    def pending(self) -> int:
        """The number of callbacks that still wait."""
        return sum(1 for _, number, _ in self._due if number not in self._cancelled)
