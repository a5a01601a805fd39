# SPDX-License-Identifier: MIT
"""What an event's mark looks like whatever the view: asked for once, then kept."""

from __future__ import annotations

from typing import NamedTuple

from timeline_app.chrono.columns import UNCERTAIN
from timeline_app.chrono.historical_date import DateKind, EndState
from timeline_app.chrono.instant import DAY_S
from timeline_app.model.showing import Showing
from timeline_app.scene.items import EndStyle


class Traits(NamedTuple):
    """How an event is marked: size, doubt, ends; `has_core` tells whether any part is certain."""

    radius_px: float
    is_hollow: bool
    is_set: bool
    has_core: bool
    start: EndStyle
    end: EndStyle


class TraitBook:
    """The traits of a showing's events, made on demand and kept."""

    def __init__(self, showing: Showing) -> None:
        self._showing = showing
        self._traits: dict[int, Traits] = {}

    def of(self, ordinal: int) -> Traits:
        """Return an event's traits."""
        found = self._traits.get(ordinal)
        if found is None:
            found = self._traits[ordinal] = self._made(ordinal)
        return found

    def _made(self, ordinal: int) -> Traits:
        dates = self._showing.dates
        core_start, core_end = int(dates.core_start_s[ordinal]), int(dates.core_end_s[ordinal])
        before_s = core_start - int(dates.fuzz_earliest_s[ordinal])
        after_s = int(dates.fuzz_latest_s[ordinal]) - core_end
        return Traits(
            radius_px=3.5 + 0.5 * int(self._showing.importance[ordinal]),
            is_hollow=bool(dates.flags[ordinal] & UNCERTAIN),
            is_set=int(dates.kind[ordinal]) in (DateKind.ONE_OF, DateKind.ALL_OF),
            has_core=core_start < core_end,
            start=_end_style(int(dates.earliest_state[ordinal]), before_s),
            end=_end_style(int(dates.latest_state[ordinal]), after_s),
        )


def _end_style(state: int, doubt_s: int) -> EndStyle:
    """Return how an end is drawn: solid where the day is known."""
    if state == EndState.OPEN:
        return EndStyle.OPEN
    if state == EndState.UNKNOWN:
        return EndStyle.UNKNOWN
    return EndStyle.SOLID if 0 <= doubt_s <= DAY_S else EndStyle.FADE
