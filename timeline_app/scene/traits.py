# SPDX-License-Identifier: MIT
"""What an event's mark looks like whatever the view: asked for once, then kept."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from timeline_app.chrono.columns import APPROXIMATE, UNCERTAIN
from timeline_app.chrono.historical_date import DateKind, EndState, HistoricalDate
from timeline_app.chrono.instant import DAY_S
from timeline_app.model.showing import Showing
from timeline_app.scene.items import EndStyle


class SetShape(IntEnum):
    """How the dates of a set are shown."""

    NONE = 0
    """It is no set, or one of a single date."""
    SPREAD = 1
    """Several dates, both ends known: a mark for each, the words after the last."""
    RANGE = 2
    """One stretch, or an open end: a bar with marks at its ends, the words within."""


class Member(NamedTuple):
    """One date of a set, as it is marked; a range has a mark at each end that is known."""

    earliest_s: int | None
    latest_s: int | None
    fuzz_earliest_s: int | None
    fuzz_latest_s: int | None
    is_range: bool
    is_uncertain: bool


class Traits(NamedTuple):
    """How an event is marked: size, doubt, ends, members of a set.

    `is_hollow` means an uncertain date, `is_soft` an approximate one. `has_core` tells whether a part is
    as full as can be: what is certainly inside an interval, or the strict bounds of any other date. Of a
    choice only one date is the right one.
    """

    radius_px: float
    is_hollow: bool
    is_soft: bool
    has_core: bool
    start: EndStyle
    end: EndStyle
    shape: SetShape = SetShape.NONE
    members: tuple[Member, ...] = ()
    is_choice: bool = False


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
        kind, flags = int(dates.kind[ordinal]), int(dates.flags[ordinal])
        shape = SetShape.NONE if date is None else _shape(date)
        has_core = bool(dates.core_start_s[ordinal] < dates.core_end_s[ordinal])
        return Traits(
            radius_px=3.5 + 0.5 * int(self._showing.importance[ordinal]),
            is_hollow=bool(flags & UNCERTAIN),
            is_soft=bool(flags & APPROXIMATE),
            has_core=has_core or (kind != DateKind.INTERVAL and date is not None),
            start=_end_style(int(dates.earliest_state[ordinal]), parts[:1]),
            end=_end_style(int(dates.latest_state[ordinal]), parts[-1:]),
            shape=shape,
            members=() if shape is SetShape.NONE else tuple(_member(part) for part in parts),
            is_choice=kind == DateKind.ONE_OF and shape is not SetShape.NONE,
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


def _shape(date: HistoricalDate) -> SetShape:
    if date.kind not in (DateKind.ONE_OF, DateKind.ALL_OF):
        return SetShape.NONE
    if len(date.parts) == 1 and date.parts[0].kind is DateKind.ATOM:
        return SetShape.NONE
    is_known = date.earliest_state is EndState.KNOWN is date.latest_state
    return SetShape.SPREAD if is_known and len(date.parts) > 1 else SetShape.RANGE


def _member(part: HistoricalDate) -> Member:
    return Member(
        part.earliest_s,
        part.latest_s,
        part.fuzz_earliest_s,
        part.fuzz_latest_s,
        part.kind is DateKind.INTERVAL,
        part.is_uncertain,
    )
