# SPDX-License-Identifier: MIT
"""How far a hand may move the view: never into empty time, never absurdly far out.

The limits are soft while a finger or button is down (the view gives way, as if on a rubber band) and
hard once it is let go.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from timeline_app.scene.view import MAX_SPAN_S, MIN_SPAN_S, View

EDGE_SHARE = 0.1
"""The part of the window in which the exhibit's own time stays in view at the least."""

WIDEST_SHARE = 1.5
"""The widest view, in spans of the exhibit."""

GIVE_SHARE = 0.25
"""How far the rubber band stretches at the very most, in widths of the window."""


NOTCHES_THROUGH = 60.0
"""So many notches of a wheel lead at the most from an exhibit's widest view to the closest one."""

LEAST_DOUBLINGS = 0.5
"""What a notch zooms by in an exhibit of some centuries: two of them halve the time in view."""

AIR_SHARE = 1e-9
"""What rounding alone may be beyond a limit."""


class ZoomEnd(StrEnum):
    """Where zooming ends, for a reason that can be told."""

    CLOSEST = "closest"
    WIDEST = "widest"
    WHOLE_AXIS = "whole-axis"


@dataclass(frozen=True, slots=True)
class Limits:
    """The stretch of time that the exhibit takes, and how far its lanes scroll."""

    first_s: int
    last_s: int
    max_lane_scroll_px: float = 0.0

    @property
    def widest_span_s(self) -> float:
        """The span of the widest view."""
        wished_s = max(self.last_s - self.first_s, 1) * WIDEST_SHARE
        return min(max(wished_s, MIN_SPAN_S), MAX_SPAN_S)

    def span_within(self, span_s: float, present_span_s: float) -> float:
        """Return the span that zooming may reach: a view that is already wider may only come closer."""
        return min(span_s, max(self.widest_span_s, present_span_s))

    def end_met(self, span_s: float, present_span_s: float) -> ZoomEnd | None:
        """Return the end that a wish for a span goes beyond, None if it may be had."""
        if span_s < MIN_SPAN_S * (1.0 - AIR_SHARE):
            return ZoomEnd.CLOSEST
        if span_s > max(self.widest_span_s, present_span_s) * (1.0 + AIR_SHARE):
            return ZoomEnd.WIDEST if self.widest_span_s < MAX_SPAN_S else ZoomEnd.WHOLE_AXIS
        return None

    @property
    def doublings_per_notch(self) -> float:
        """How much a notch of a wheel zooms: more where there is deep time to go through."""
        return max(math.log2(self.widest_span_s / MIN_SPAN_S) / NOTCHES_THROUGH, LEAST_DOUBLINGS)

    def kept(self, view: View) -> View:
        """Return the nearest view within the limits."""
        span_s = min(view.span_s, self.widest_span_s)
        if span_s < view.span_s:
            view = view.about_middle(span_s)
        over_s = self._overshoot_s(view)
        return self._scroll_kept(view.shifted(-over_s) if over_s else view)

    def softened(self, view: View) -> View:
        """Return the view while it is held: beyond the limits it follows less and less."""
        over_s = self._overshoot_s(view)
        if not over_s:
            return self._scroll_kept(view)
        share = abs(over_s) / view.span_s
        given_s = math.copysign(share * GIVE_SHARE / (share + GIVE_SHARE) * view.span_s, over_s)
        return self._scroll_kept(view.shifted(given_s - over_s))

    def _overshoot_s(self, view: View) -> float:
        """Return how many seconds the view is too late (positive) or too early (negative)."""
        inset_s = view.span_s * EDGE_SHARE
        too_late_s = view.start_s - self.last_s + view.start_fraction + inset_s
        if too_late_s > 0.0:
            return too_late_s
        too_early_s = view.start_s - self.first_s + view.start_fraction + view.span_s - inset_s
        return min(too_early_s, 0.0)

    def _scroll_kept(self, view: View) -> View:
        scroll_px = min(view.lane_scroll_px, self.max_lane_scroll_px)
        return view if 0.0 <= view.lane_scroll_px == scroll_px else view.scrolled_to(scroll_px)
