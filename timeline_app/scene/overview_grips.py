# SPDX-License-Identifier: MIT
"""Where the overview's window can be taken hold of, and what dragging it there does to the view."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from timeline_app.base.geometry import Rect
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.view import View, zoomed_about

EDGE_PX: Final = 7.0
"""An edge can be taken hold of so far outside the window, and as far inside it while it is wide enough."""


class Part(Enum):
    """What of the overview lies under the pointer."""

    GROUND = auto()
    WINDOW = auto()
    START = auto()
    END = auto()


def part_at(window: Rect, x_px: float, *, mirrored: bool = False) -> Part:
    """Return the part at an x: the edges first, since the window may be a sliver."""
    inside_px = min(EDGE_PX, window.w / 4)
    left = -EDGE_PX <= x_px - window.x <= inside_px
    right = -inside_px <= x_px - window.right <= EDGE_PX
    if left and right:
        left = abs(x_px - window.x) <= abs(x_px - window.right)
        right = not left
    if left:
        return Part.END if mirrored else Part.START
    if right:
        return Part.START if mirrored else Part.END
    return Part.WINDOW if window.x <= x_px <= window.right else Part.GROUND


@dataclass(frozen=True, slots=True)
class WindowGrip:
    """A hold on the window or one of its edges: where it began, and with which view."""

    part: Part
    from_px: float
    view: View
    scale: TimeScale

    def view_for(self, x_px: float, widest_span_s: float) -> View:
        """Return the view with the window, or the held edge, at the pointer."""
        view = self.view
        if self.part is Part.WINDOW:
            return view.shifted(self._moved_s(x_px))
        span_s = min(self.wished_span_s(x_px), max(widest_span_s, view.span_s))
        anchor = view.anchor_at(1.0 if self.part is Part.START else 0.0)
        return zoomed_about(view, *anchor, span_s)

    def wished_span_s(self, x_px: float) -> float:
        """Return the span that the held edge asks for at the pointer, whatever the limits allow."""
        if self.part is Part.WINDOW:
            return self.view.span_s
        longer = -1.0 if self.part is Part.START else 1.0
        return self.view.span_s + longer * self._moved_s(x_px)

    def _moved_s(self, x_px: float) -> float:
        moved_px = x_px - self.from_px
        return moved_px * self.scale.seconds_per_px * (-1.0 if self.scale.mirrored else 1.0)


def centred_at(view: View, instant_s: int) -> View:
    """Return the view moved so that an instant stands in its middle."""
    return zoomed_about(view, instant_s, 0.5, view.span_s)
