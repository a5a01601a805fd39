# SPDX-License-Identifier: MIT
"""One gesture of zooming: one anchor, the span at its beginning, and how far it has come since.

Every view of a gesture is derived from its beginning alone, so that out and back returns to where it was,
from seconds to the whole axis, with nothing added up but the turns themselves.
"""

from __future__ import annotations

from timeline_app.scene.limits import Limits
from timeline_app.scene.view import Anchor, View

MOST_DOUBLINGS = 200.0
"""Far more than from the closest view to the whole axis; more turns in one gesture say nothing new."""


class ZoomGesture:
    """Counts how far a wheel has been turned, or how often a key was pressed, in doublings."""

    def __init__(self, view: View, anchor: Anchor) -> None:
        self.anchor = anchor
        self.first_span_s = view.span_s
        self._doublings = 0.0

    @property
    def span_s(self) -> float:
        """The span that is wished for, whatever the limits allow."""
        return self._span_after(self._doublings)

    def turn(self, doublings: float) -> float:
        """Go on, closer for positive numbers; return the span that is wished for.

        Turns beyond the limit count too: a hand that goes back finds what it saw on its way out.
        """
        self._doublings += doublings
        return self.span_s

    def step(self, doublings: float, limits: Limits) -> float:
        """Go on by a key; a step from the limit farther out is not counted, so that each step back is seen."""
        after = self._doublings + doublings
        here = limits.end_met(self.span_s, self.first_span_s)
        if here is not None and here is limits.end_met(self._span_after(after), self.first_span_s):
            return self._span_after(after)
        return self.turn(doublings)

    def _span_after(self, doublings: float) -> float:
        return float(self.first_span_s / 2.0 ** min(max(doublings, -MOST_DOUBLINGS), MOST_DOUBLINGS))
