# SPDX-License-Identifier: MIT
"""What stands out in a picture: selection, hover, focus and a box being drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from timeline_app.base.geometry import Rect
from timeline_app.chrono.columns import Mask
from timeline_app.model.showing import Showing
from timeline_app.scene.chain_marks import ChainMarks
from timeline_app.scene.items import Emphasis, Target, TargetKind
from timeline_app.scene.lane_marks import NO_MARKS, LaneMarks


@dataclass(frozen=True, slots=True, eq=False)
class HitMarks:
    """Which events were found; the same only as itself, for there may be very many."""

    mask: Mask

    @classmethod
    def of(cls, ordinals: Iterable[int], event_count: int) -> HitMarks:
        """Return the marks of some events among so many."""
        mask = np.zeros(event_count, np.bool_)
        mask[np.fromiter(ordinals, np.int64)] = True
        return cls(mask)


@dataclass(frozen=True, slots=True)
class Highlight:
    """Ordinals of the selected events (the last one in hand), and what pointer and keys are at.

    `is_at_tray`: the keys are at the handle of the tray of undated events; `lanes`: what is at the lanes' names;
    `hits`: what a search has found; `chain`: the steps of a chain that is followed.
    """

    selected: tuple[int, ...] = ()
    hovered: Target | None = None
    focused: Target | None = None
    box: Rect | None = None
    is_at_tray: bool = False
    lanes: LaneMarks = NO_MARKS
    hits: HitMarks | None = None
    chain: ChainMarks | None = None


NOTHING = Highlight()


@dataclass(frozen=True, slots=True)
class Emphases:
    """The emphasis of every event, derived from a highlight and the links of the selected events."""

    selected: frozenset[int]
    connected: frozenset[int]
    hovered: int

    @classmethod
    def of(cls, highlight: Highlight, showing: Showing) -> Emphases:
        """Derive the emphases; what is connected is one link away from a selected event, or a step of the chain."""
        connected: set[int] = set() if highlight.chain is None else set(highlight.chain.steps)
        for ordinal in highlight.selected if highlight.chain is None else ():
            for edge in showing.links_of.get(ordinal, ()):
                connected.add(edge.target if edge.source == ordinal else edge.source)
        hovered = highlight.hovered
        is_event = hovered is not None and hovered.kind is TargetKind.EVENT
        return cls(
            frozenset(highlight.selected),
            frozenset(connected) - frozenset(highlight.selected),
            hovered.index if is_event and hovered is not None else -1,
        )

    def of_event(self, ordinal: int) -> Emphasis:
        """Return how an event stands out: with a selection, what is not connected is dimmed."""
        if ordinal == self.hovered:
            return _HOVERED[self._base(ordinal)]
        return self._base(ordinal) if self.selected else Emphasis.NONE

    def _base(self, ordinal: int) -> Emphasis:
        if not self.selected:
            return Emphasis.NONE
        if ordinal in self.selected:
            return Emphasis.SELECTED
        return Emphasis.CONNECTED if ordinal in self.connected else Emphasis.DIMMED


_HOVERED = {
    base: base | Emphasis.HOVERED
    for base in (Emphasis.NONE, Emphasis.SELECTED, Emphasis.CONNECTED, Emphasis.DIMMED)
}
"""Combined once: adding flags costs microseconds, and a frame asks hundreds of times."""
