# SPDX-License-Identifier: MIT
"""How the hall is divided: the timeline, and the board of large words beside it or below it.

All sizes are shares of the picture's height: what the last row can read depends on nothing else.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from timeline_app.base.geometry import Rect, Size
from timeline_app.scene.arrange import arrange

LEAST_TEXT_SHARE: Final = 1 / 50
LEAST_LABEL_SHARE: Final = 1 / 36
LEAST_BODY_SHARE: Final = 1 / 27
LEAST_TITLE_SHARE: Final = 1 / 18
LEAST_STROKE_SHARE: Final = 3 / 1_080
"""No text, no label or date, no reading text, no title and no stroke is smaller than these parts of the height."""

SMALLEST_LABEL_PX: Final = 12.0
"""The smallest size of the type scale at 100 %: the dates beside the titles, and the axis."""
BESIDE_SHARE: Final = 0.46
BELOW_SHARE: Final = 0.68
LOW_SHARE: Final = 0.78
LEAST_RATIO: Final = 1.2
"""A picture that is hardly wider than high has its board below the timeline."""


class BoardShape(StrEnum):
    """Where the board stands."""

    NONE = "none"
    BESIDE = "beside"
    BELOW = "below"
    """Over the whole width: several things stand side by side."""
    LOW = "low"
    """The same, higher, below a timeline of one lane."""
    WHOLE = "whole"
    """Over the timeline: there is so much to read."""


class HallPlan(NamedTuple):
    """The rectangles of timeline and board, and the width of the column of lane names within the timeline."""

    canvas: Rect
    board: Rect
    heads_px: float


def text_scale_for(height_px: float) -> float:
    """Return the text scale at which the smallest label of the timeline is read from the last row."""
    # Fonts have whole pixels: the next one up, never the one below.
    wanted_px = max(height_px, 1.0) * LEAST_LABEL_SHARE
    return -(-wanted_px // 1) / SMALLEST_LABEL_PX


def plan_hall(
    size: Size, shape: BoardShape, *, mirrored: bool = False, screen_px: float | None = None
) -> HallPlan:
    """Divide a picture; the board stands at the end of the lines of its language.

    `screen_px` is the height by which type is set where the picture does not have all of it.
    """
    whole = Rect(0.0, 0.0, size.w, size.h)
    if shape is BoardShape.NONE:
        canvas, board = whole, Rect(0.0, 0.0, 0.0, 0.0)
    elif shape is not BoardShape.BESIDE or size.w < size.h * LEAST_RATIO:
        board_px = float(round(size.h * (LOW_SHARE if shape is BoardShape.LOW else BELOW_SHARE)))
        # Under a board over all of it, the timeline keeps its place: it is there again at the next stop.
        canvas = Rect(0.0, 0.0, size.w, size.h - board_px)
        board = whole if shape is BoardShape.WHOLE else Rect(0.0, canvas.bottom, size.w, board_px)
    else:
        board_px = float(round(size.w * BESIDE_SHARE))
        canvas = Rect(board_px if mirrored else 0.0, 0.0, size.w - board_px, size.h)
        board = Rect(0.0 if mirrored else canvas.right, 0.0, board_px, size.h)
    heads_px = arrange(
        Size(canvas.w, canvas.h), text_scale_for(screen_px or size.h), panel_open=False
    ).heads_px
    return HallPlan(canvas, board, heads_px)
