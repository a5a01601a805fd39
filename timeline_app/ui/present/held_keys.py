# SPDX-License-Identifier: MIT
"""Whether a key is still held: window systems tell of one that repeats as if it were let go and pressed again.

Qt sees through that only where both have arrived when it looks. They bear the same time, which no hand achieves.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QKeyEvent

SAME_MS: Final = 4
"""A hand, or a clicker, needs many times as long to press a key again."""


class HeldKeys:
    """Remembers the key that was let go last."""

    def __init__(self) -> None:
        self._key = 0
        self._released_ms = 0

    def note_release(self, event: QKeyEvent) -> None:
        """Hear that a key is let go, or seems to be."""
        self._key, self._released_ms = event.key(), event.timestamp()

    def is_repeat(self, event: QKeyEvent) -> bool:
        """Tell whether a key that is pressed has been held down all the time."""
        if event.isAutoRepeat():
            return True
        # Events without a time are made up, not typed.
        is_timed = bool(event.timestamp()) and event.key() == self._key
        return is_timed and abs(event.timestamp() - self._released_ms) <= SAME_MS
