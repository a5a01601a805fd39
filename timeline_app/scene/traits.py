# SPDX-License-Identifier: MIT
"""What an event's mark looks like whatever the view: asked for once, then kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline_app.chrono.columns import UNCERTAIN
from timeline_app.chrono.historical_date import DateKind, EndState, HistoricalDate
from timeline_app.chrono.instant import DAY_S
from timeline_app.model.showing import Showing
from timeline_app.scene.items import EndStyle


class Traits(NamedTuple):
    """How an event is marked: size, doubt, ends; `has_core` tells whether any part is certain.

    `set_spans_s` are the bounds of the dates of a set, each of which has a mark of its own; empty for
    all else, and for a set that is one stretch or has an open end: a bar shows these better. Of a
    choice only one date is the right one.
    """

    radius_px: float
    is_hollow: bool
    has_core: bool
    start: EndStyle
    end: EndStyle
    set_spans_s: tuple[tuple[int, int], ...]
    is_choice: bool


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
        dates, date = self._showing.dates, self._showing.head(ordinal).date
        parts = () if date is None else date.parts or (date,)
        kind = int(dates.kind[ordinal])
        return Traits(
            radius_px=3.5 + 0.5 * int(self._showing.importance[ordinal]),
            is_hollow=bool(dates.flags[ordinal] & UNCERTAIN),
            has_core=bool(dates.core_start_s[ordinal] < dates.core_end_s[ordinal]),
            start=_end_style(int(dates.earliest_state[ordinal]), parts[:1]),
            end=_end_style(int(dates.latest_state[ordinal]), parts[-1:]),
            set_spans_s=_spans(parts) if kind in (DateKind.ONE_OF, DateKind.ALL_OF) else (),
            is_choice=kind == DateKind.ONE_OF,
        )


def _end_style(state: int, at_end: Sequence[HistoricalDate]) -> EndStyle:
    """Return how an end is drawn: solid where the day is known."""
    if state == EndState.OPEN:
        return EndStyle.OPEN
    if state == EndState.UNKNOWN:
        return EndStyle.UNKNOWN
    doubts_s = [
        part.fuzz_latest_s - part.fuzz_earliest_s
        for part in at_end
        if part.fuzz_latest_s is not None and part.fuzz_earliest_s is not None
    ]
    return EndStyle.SOLID if doubts_s and max(doubts_s) <= DAY_S else EndStyle.FADE


def _spans(parts: Sequence[HistoricalDate]) -> tuple[tuple[int, int], ...]:
    spans = [
        (part.earliest_s, part.latest_s)
        for part in parts
        if part.earliest_s is not None and part.latest_s is not None
    ]
    return tuple(spans) if 1 < len(spans) == len(parts) else ()
