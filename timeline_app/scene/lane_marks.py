# SPDX-License-Identifier: MIT
"""What pointer and keys are at among the lanes' names, and a lane that is being carried."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

NO_LANE = -1
HIDDEN_LINE = -2
"""Stands among the lanes for the line that says how many are hidden."""


class Carried(NamedTuple):
    """A lane that is being moved: where the hand is, and where the lane would be let down.

    `before` is the lane that it would stand before, None for the last place; `line_y_px` is that place.
    """

    lane: int
    hand_y_px: float
    before: int | None
    line_y_px: float


@dataclass(frozen=True, slots=True)
class LaneMarks:
    """The names that show their controls: `hovered` by a pointer, `focused` by the keyboard.

    `has_ring`: the keyboard is in use, so that its place wants a ring.
    """

    hovered: int = NO_LANE
    focused: int = NO_LANE
    has_ring: bool = False
    carried: Carried | None = None

    def shows_control(self, lane: int) -> bool:
        """Tell whether a lane's name has its control beside it."""
        return lane in (self.hovered, self.focused)


NO_MARKS = LaneMarks()
