# SPDX-License-Identifier: MIT
"""Where the reader is in a tour, and how it is shown to others."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from timeline_app.base.geometry import Point, Rect
from timeline_app.state.present_timer import Timer

if TYPE_CHECKING:
    from timeline_app.state.tour_before import Before

MIDDLE: Final = Point(0.5, 0.5)
USUAL_TOOL_SIZE: Final = 0.12
"""The radius of a spotlight or magnifier as a share of the picture's height."""

LEAST_NOTES_PT: Final = 20
"""So large they are read from where one stands beside the desk."""
MOST_NOTES_PT: Final = 60


@dataclass(frozen=True, slots=True)
class TourState:
    """A tour that is walked.

    `stop` is the number of the stop as the tour is planned, from 1, spare stops included; `step` counts what the
    stop has revealed so far, and `sheet` how many sheets of that the class has turned, `sheet_away` those of what it is
    shown away from the stop; how many there are is the picture's to say, and who reads these keeps to that. `is_away` tells that the reader looks about freely and can come back to the stop.
    `trail` are the stops that were left, the last one last. `are_notes_shown` tells that who walks alone reads the
    notes, too. `before` is what the reader comes back to at the end.
    """

    tour_id: str
    stop: int = 1
    step: int = 0
    is_away: bool = False
    trail: tuple[int, ...] = ()
    are_notes_shown: bool = False
    sheet: int = 0
    sheet_away: int = 0
    before: Before | None = field(default=None, repr=False)

    @property
    def sheet_in_hand(self) -> int:
        """The sheet that the class reads, of those of the stop or of what is shown away from it."""
        return self.sheet_away if self.is_away else self.sheet

    def turned_to(self, sheet: int) -> TourState:
        """Return the walk with another sheet in hand."""
        return replace(self, sheet_away=sheet) if self.is_away else replace(self, sheet=sheet)


class Cover(StrEnum):
    """What the audience sees instead of the picture."""

    NONE = "none"
    BLACK = "black"
    WHITE = "white"


class Tool(StrEnum):
    """What points at something in the audience's picture."""

    NONE = "none"
    RING = "ring"
    SPOTLIGHT = "spotlight"
    MAGNIFIER = "magnifier"


@dataclass(frozen=True, slots=True)
class PresentState:
    """What is done to the audience's picture while a tour is presented.

    `at` is where the tool points and `zoomed` the part that fills the picture, both as shares of the audience's
    picture (0 to 1), whatever its size: windows of other sizes and shapes show the same place of the content.
    `typed` are the digits of a stop's number so far; `timer` stands until it is told to run, and `notes_pt` is
    how large the presenter's notes are.
    """

    cover: Cover = Cover.NONE
    is_frozen: bool = False
    tool: Tool = Tool.NONE
    at: Point = MIDDLE
    tool_size: float = USUAL_TOOL_SIZE
    zoomed: Rect | None = None
    are_notes_shown: bool = False
    is_overview_shown: bool = False
    typed: str = ""
    timer: Timer = field(default_factory=Timer)
    notes_pt: int = LEAST_NOTES_PT
