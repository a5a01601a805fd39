# SPDX-License-Identifier: MIT
"""The view: which stretch of time is seen, and how far the lanes are scrolled.

It counts axis seconds: instants, unless quiet time is folded (`scene.time_fold`), and from end to end of
what is left then.

The start is an integer second plus a fraction, so that nothing jitters at any age; the span is a
float. Zooming is always told as "this instant stays at this part of the width": a gesture keeps one
integer anchor, and out and back returns to where it was.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import NamedTuple

from timeline_app.chrono.instant import LIMIT_S

MIN_SPAN_S = 10.0
"""Ten seconds across the window: dates know whole seconds, and the closest view tells a few of them apart."""

MAX_SPAN_S = math.nextafter(2.0 * LIMIT_S, 0.0)
"""The whole axis that dates can reach, to within the last seconds that a double of this size counts."""

LEAST_SHORTEST = 9
"""A whole exhibit is shown at least this many times as long as its shortest event."""


class Anchor(NamedTuple):
    """A whole axis second and the part of the width at which it stands: what a zoom keeps in place."""

    axis_s: int
    ratio: float


@dataclass(frozen=True, slots=True)
class View:
    """A stretch of time: `start_s + start_fraction` to that plus `span_s`."""

    start_s: int
    span_s: float
    start_fraction: float = 0.0
    lane_scroll_px: float = 0.0

    @property
    def end_s(self) -> int:
        """The first whole second at or after the right edge."""
        return self.start_s + math.ceil(self.start_fraction + self.span_s)

    @property
    def centre_s(self) -> int:
        """The whole second in the middle."""
        return self.start_s + int(self.start_fraction + self.span_s / 2)

    @classmethod
    def between(cls, first_s: int, last_s: int, *, margin: float = 0.0) -> View:
        """Return the view from one instant to another, `margin` being a part of the span on each side."""
        span_s = float(max(last_s - first_s, 1))
        return cls(first_s - int(span_s * margin), span_s * (1 + 2 * margin)).clamped()

    def clamped(self) -> View:
        """Return the nearest allowed view."""
        span_s = min(max(self.span_s, MIN_SPAN_S), MAX_SPAN_S)
        view = self if span_s == self.span_s else self.about_middle(span_s)
        start_s = min(max(view.start_s, -LIMIT_S), LIMIT_S - int(view.span_s))
        return view if start_s == view.start_s else replace(view, start_s=start_s)

    def about_middle(self, span_s: float) -> View:
        """Return the view of another span about the same middle, exact to a part of a second."""
        # In two steps: the difference of a long and a short span would lose the short one's seconds.
        return self._moved(self._moved(replace(self, span_s=span_s), self.span_s / 2), -span_s / 2)

    def anchor_at(self, ratio: float) -> Anchor:
        """Return the whole second at a part of the width, with its own exact place.

        Its place and not the one asked for, since at the closest zooms a second is many pixels wide.
        """
        return self.anchor_of(self.instant_at(ratio))

    def anchor_of(self, instant_s: int) -> Anchor:
        """Return a whole second with its place in the width."""
        return Anchor(instant_s, (instant_s - self.start_s - self.start_fraction) / self.span_s)

    def shifted(self, delta_s: float) -> View:
        """Return the view moved by so many seconds towards later times."""
        return self._moved(self, delta_s).clamped()

    def scrolled_to(self, lane_scroll_px: float) -> View:
        """Return the view with the lanes scrolled so far down."""
        return replace(self, lane_scroll_px=max(lane_scroll_px, 0.0))

    def instant_at(self, ratio: float) -> int:
        """Return the whole axis second at a part (0–1) of the width."""
        return self.start_s + math.floor(self.start_fraction + ratio * self.span_s)

    def contains(self, instant_s: int) -> bool:
        """Tell whether the instant is in view."""
        return self.start_s <= instant_s < self.end_s

    @staticmethod
    def _moved(view: View, delta_s: float) -> View:
        whole = math.floor(delta_s)
        # The whole part apart from the rest: a long way must not swallow the fraction.
        fraction = view.start_fraction + (delta_s - whole)
        carried = math.floor(fraction)
        return replace(view, start_s=view.start_s + whole + carried, start_fraction=fraction - carried)


def with_air(first_s: int, last_s: int, shortest_s: int) -> tuple[int, int]:
    """Widen a stretch in which so little happens that its shortest event would fill it: a lone day, say."""
    lacking_s = LEAST_SHORTEST * shortest_s - (last_s - first_s)
    air_s = max(lacking_s, 0) // 2
    return first_s - air_s, last_s + air_s


def zoomed_about(view: View, anchor_s: int, anchor_ratio: float, span_s: float) -> View:
    """Return a view of `span_s` seconds in which `anchor_s` stands at `anchor_ratio` of the width.

    Depends on the anchor alone and not on the present start, so a gesture that keeps its anchor
    returns exactly.
    """
    span_s = min(max(span_s, MIN_SPAN_S), MAX_SPAN_S)
    before = anchor_ratio * span_s
    whole = math.ceil(before)
    return View(anchor_s - whole, span_s, whole - before, view.lane_scroll_px)


def between_views(first: View, last: View, progress: float) -> View:
    """Return the view `progress` (0–1) of the way: the span changes geometrically, edges smoothly.

    With equal spans it is a plain shift; else the fixed point of the zoom stays put, which is what
    the eye expects (van Wijk and Nuij, "Smooth and efficient zooming and panning", 2003, for the
    case without a detour).
    """
    if progress <= 0.0:
        return first
    if progress >= 1.0:
        return last
    span_s = first.span_s * (last.span_s / first.span_s) ** progress
    change_s = last.span_s - first.span_s
    if abs(change_s) < 1e-9 * first.span_s:
        part, rest = progress, 1.0 - progress
    else:
        part, rest = (span_s - first.span_s) / change_s, (last.span_s - span_s) / change_s
    moved_s = (last.start_s - first.start_s) + (last.start_fraction - first.start_fraction)
    # Counted from the nearer end: on arrival from far away the other one would let the view tremble.
    origin, offset_s = (first, moved_s * part) if part < rest else (last, -moved_s * rest)
    offset_s += origin.start_fraction
    whole = math.floor(offset_s)
    scroll_px = first.lane_scroll_px + (last.lane_scroll_px - first.lane_scroll_px) * progress
    # A double as long as the axis may be some seconds off; integers beyond its ends would not fit 64 bits.
    start_s = min(max(origin.start_s + whole, -LIMIT_S), LIMIT_S)
    return View(start_s, span_s, offset_s - whole, scroll_px)
