# SPDX-License-Identifier: MIT
"""The walk from event to event: in time, in a lane, to the lane above or below, and into the tray of the undated."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from timeline_app.scene.index import EventIndex
from timeline_app.scene.tray import Step, Tray

ChapterStep = Literal["next-era", "previous-era", "next-decade", "previous-decade"]
Direction = (
    Literal[
        "next-in-time", "previous-in-time", "next-in-lane", "previous-in-lane", "lane-above", "lane-below"
    ]
    | ChapterStep
)

CHAPTER_STEPS: Final[tuple[ChapterStep, ...]] = ("next-era", "previous-era", "next-decade", "previous-decade")

_TRAY_STEPS: Final[dict[Direction, Step]] = {
    "next-in-time": "next",
    "previous-in-time": "previous",
    "next-in-lane": "next",
    "previous-in-lane": "previous",
    "lane-above": "above",
    "lane-below": "below",
}


def neighbour(
    index: EventIndex, order: Sequence[int], tray: Tray | None, ordinal: int, direction: Direction
) -> int | None:
    """Return the event next to another; `order` are the shown lanes from the top, `tray` the open tray below them."""
    entry = index.first_entry_of(ordinal)
    if entry < 0:
        return tray.neighbour(ordinal, _TRAY_STEPS[direction]) if tray is not None else None
    if direction in ("next-in-time", "previous-in-time"):
        return index.at_place(index.place_in_time(ordinal) + (1 if direction == "next-in-time" else -1))
    if direction in ("next-in-lane", "previous-in-lane"):
        beside = entry + (1 if direction == "next-in-lane" else -1)
        lane = index.lane_slice(int(index.lane[entry]))
        return int(index.ordinal[beside]) if lane.start <= beside < lane.stop else None
    found = _in_other_lane(index, order, entry, 1 if direction == "lane-below" else -1)
    if found is None and direction == "lane-below":
        return next(iter(tray.ordinals if tray is not None else ()), None)
    return found


def between(index: EventIndex, first: int, last: int) -> tuple[int, ...]:
    """Return the events from one to another in time; only those of the lane when both share it.

    The event `last` comes last, so that it is the one in hand.
    """
    ends = [index.first_entry_of(ordinal) for ordinal in (first, last)]
    ranks = sorted(int(index.time_rank[entry]) for entry in ends if entry >= 0)
    if not ranks:
        return ()
    run = index.between(ranks[0], ranks[-1], sorted(_lanes_of(index, first) & _lanes_of(index, last)))
    return (*run[run != last].tolist(), last)


def _in_other_lane(index: EventIndex, order: Sequence[int], entry: int, step: int) -> int | None:
    """Return the event nearest in time in the next lane on the screen that has any."""
    place = order.index(int(index.lane[entry])) + step
    while 0 <= place < len(order):
        nearest = index.nearest_in(order[place], int(index.start_s[entry]))
        if nearest is not None:
            return int(index.ordinal[nearest])
        place += step
    return None


def _lanes_of(index: EventIndex, ordinal: int) -> set[int]:
    return {int(lane) for lane in index.lane[index.entries_of(ordinal)]}
