# SPDX-License-Identifier: MIT
"""Which part of the hall fills the audience's screen, and where a place of the hall is seen there.

All in shares: of the hall's picture, or of the screen that shows a part of it.
"""

from __future__ import annotations

from typing import Final

from timeline_app.base.geometry import Point, Rect

WHOLE: Final = Rect(0.0, 0.0, 1.0, 1.0)
LEAST_SIDE: Final = 0.05
"""Nothing is shown more than twenty times as large."""


def seen_part(zoomed: Rect | None) -> Rect:
    """Return the part that fills the screen: the one that was asked for and what is around it, in the screen's shape."""
    if zoomed is None:
        return WHOLE
    side = min(max(zoomed.w, zoomed.h, LEAST_SIDE), 1.0)
    middle = zoomed.centre
    x = min(max(middle.x - side / 2, 0.0), 1.0 - side)
    y = min(max(middle.y - side / 2, 0.0), 1.0 - side)
    return Rect(x, y, side, side)


def part_between(first: Rect, last: Rect, progress: float) -> Rect:
    """Return the part on the way from one to another."""
    return Rect(*(a + (b - a) * progress for a, b in zip(first, last, strict=True)))


def seen_at(place: Point, part: Rect) -> Point:
    """Return where on the screen a place of the hall is seen; outside of 0 to 1 it is not."""
    return Point((place.x - part.x) / part.w, (place.y - part.y) / part.h)
