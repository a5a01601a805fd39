# SPDX-License-Identifier: MIT
"""How far the reading of an exhibit has come, in a whole number of parts that somebody may be shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

Tell: TypeAlias = Callable[[int, int], None]
"""Takes how much is done, and of how much; the latter never changes within one reading."""

WHOLE: Final = 1_000
_READ: Final = 850
"""The share of the time that goes into reading the lines; the checks take the rest."""


def tell_nobody(done: int, total: int) -> None:
    """Keep it to oneself."""


class Progress:
    """Tells somebody of each thousandth, and of each only once; it never goes back."""

    def __init__(self, tell: Tell = tell_nobody) -> None:
        self._tell = tell
        self._told = -1

    def read(self, done: int, total: int) -> None:
        """Note how many bytes have been read."""
        self._to(_READ * min(done, total) // max(total, 1))

    def step(self, done: int, total: int) -> None:
        """Note how many rows have been checked."""
        self._to(_READ + (WHOLE - _READ) * min(done, total) // max(total, 1))

    def _to(self, done: int) -> None:
        if done > self._told:
            self._told = done
            self._tell(done, WHOLE)
