# SPDX-License-Identifier: MIT
"""What an event's mark looks like whatever the view: asked for once, then kept."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

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
        return traits_of(self._showing.head(ordinal).date, int(self._showing.importance[ordinal]))


def traits_of(date: HistoricalDate | None, importance: int) -> Traits:
    """Return the traits of an event with this date and weight."""
    radius_px = 3.5 + 0.5 * importance
    if date is None:
        return Traits(radius_px, False, False, False, EndStyle.UNKNOWN, EndStyle.UNKNOWN)
    parts = date.parts or (date,)
    members = _members(date)
    shape = _shape(date, members)
    return Traits(
        radius_px=radius_px,
        is_hollow=date.is_uncertain,
        is_soft=date.is_approximate,
        has_core=date.core is not None or date.kind is not DateKind.INTERVAL,
        start=_end_style(date.earliest_state, parts[0]),
        end=_end_style(date.latest_state, parts[-1]),
        shape=shape,
        members=() if shape is SetShape.NONE else members,
        is_choice=date.kind is DateKind.ONE_OF and shape is not SetShape.NONE,
    )


def _end_style(state: EndState, at_end: HistoricalDate) -> EndStyle:
    """Return how an end is drawn: solid where the day is known."""
    if state is EndState.OPEN:
        return EndStyle.OPEN
    if state is EndState.UNKNOWN:
        return EndStyle.UNKNOWN
    earliest_s, latest_s = at_end.fuzz_earliest_s, at_end.fuzz_latest_s
    if earliest_s is None or latest_s is None:
        return EndStyle.FADE
    return EndStyle.SOLID if latest_s - earliest_s <= DAY_S else EndStyle.FADE


def _shape(date: HistoricalDate, members: tuple[Member, ...]) -> SetShape:
    if not members or (len(members) == 1 and not members[0].is_range):
        return SetShape.NONE
    is_known = date.earliest_state is EndState.KNOWN is date.latest_state
    return SetShape.SPREAD if is_known and len(members) > 1 else SetShape.RANGE


def _members(date: HistoricalDate) -> tuple[Member, ...]:
    """Return the dates of a set as far as they lie within its bounds, which other events may have drawn closer."""
    if date.kind not in (DateKind.ONE_OF, DateKind.ALL_OF):
        return ()
    found = []
    for part in date.parts:
        fuzz_earliest_s = _higher(part.fuzz_earliest_s, date.fuzz_earliest_s)
        fuzz_latest_s = _lower(part.fuzz_latest_s, date.fuzz_latest_s)
        earliest_s, latest_s = _higher(part.earliest_s, date.earliest_s), _lower(part.latest_s, date.latest_s)
        if _is_empty(fuzz_earliest_s, fuzz_latest_s):
            continue
        if _is_empty(earliest_s, latest_s):
            # Nothing but its margin is left of it.
            earliest_s, latest_s = fuzz_earliest_s, fuzz_latest_s
        bounds = (earliest_s, latest_s, fuzz_earliest_s, fuzz_latest_s)
        found.append(Member(*bounds, part.kind is DateKind.INTERVAL, part.is_uncertain))
    return tuple(found)


def _higher(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else max(one, other)


def _lower(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else min(one, other)


def _is_empty(earliest_s: int | None, latest_s: int | None) -> bool:
    return earliest_s is not None and latest_s is not None and earliest_s >= latest_s
