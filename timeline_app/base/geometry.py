# SPDX-License-Identifier: MIT
"""Plain geometry in pixels: no toolkit rectangle ever enters layout code."""

from __future__ import annotations

import math
from typing import NamedTuple


class Point(NamedTuple):
    """A position in pixels."""

    x: float
    y: float


class Size(NamedTuple):
    """A width and a height in pixels."""

    w: float
    h: float


class Rect(NamedTuple):
    """A rectangle in pixels; `x`, `y` is the upper left corner."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The x just right of the rectangle."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y just below the rectangle."""
        return self.y + self.h

    @property
    def centre(self) -> Point:
        """The middle point."""
        return Point(self.x + self.w / 2, self.y + self.h / 2)

    def contains(self, x: float, y: float) -> bool:
        """Tell whether the point lies inside (right and bottom edge excluded)."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def intersects(self, other: Rect) -> bool:
        """Tell whether the two share an area."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )

    def moved(self, dx: float, dy: float) -> Rect:
        """Return the rectangle shifted by `dx`, `dy`."""
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def grown(self, margin: float) -> Rect:
        """Return the rectangle with `margin` pixels more on each side."""
        return Rect(self.x - margin, self.y - margin, self.w + 2 * margin, self.h + 2 * margin)

    def distance_to(self, x: float, y: float) -> float:
        """Return the distance in pixels from a point to the nearest edge, 0 inside."""
        dx = max(self.x - x, 0.0, x - self.right)
        dy = max(self.y - y, 0.0, y - self.bottom)
        return math.hypot(dx, dy)
