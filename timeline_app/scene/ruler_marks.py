# SPDX-License-Identifier: MIT
"""What a ruler on the timeline shows: two moments in words, and how long it is between them."""

from __future__ import annotations

from typing import NamedTuple


class RulerEnd(NamedTuple):
    """One end: where its line stands, what it is called, and within what it is in doubt."""

    at_s: int
    said: str
    doubt_s: tuple[int, int] | None = None


class RulerMarks(NamedTuple):
    """The earlier and the later end; `in_hand` is 0 or 1. `notes` stand below the length."""

    first: RulerEnd
    last: RulerEnd
    in_hand: int
    length: str
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All of it on one line."""
        ends = f"{self.first.said} – {self.last.said}"
        return " · ".join((f"{ends}: {self.length}", *self.notes))
