# SPDX-License-Identifier: MIT
"""Marks on timeline and overview what a search has found: rings and flags beside everything, so that nothing moves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np

from timeline_app.base.geometry import Rect
from timeline_app.scene.event_frame import EventFrame
from timeline_app.scene.highlight import HitMarks
from timeline_app.scene.index import EventIndex
from timeline_app.scene.items import Item, Kind, Layer, StripShape, Target, TargetKind
from timeline_app.scene.strip_marks import mark_at
from timeline_app.scene.time_scale import TimeScale

RING_GAP_PX: Final = 4.0
FLAG_W_PX: Final = 3.0
FLAG_H_PX: Final = 9.0
OVERVIEW_H_PX: Final = 8.0
COLUMN_PX: Final = 4.0
"""Flags nearer to each other than this would run together: one stands for all of them."""


def hit_items(frame: EventFrame, items: Sequence[Item], hits: HitMarks | None) -> list[Item]:
    """Return a ring around each mark of what was found, and a flag in the strip where it has no mark of its own."""
    if hits is None:
        return []
    rings: list[Item] = []
    strips: dict[int, Item] = {}
    for item in items:
        target = item.target
        if isinstance(item.detail, StripShape):
            strips[item.detail.lane] = item
            rings.extend(_ring(mark, frame.unit) for mark in _marks_in(item, item.detail, hits))
        elif target is not None and _is_mark(target) and hits.mask[target.index]:
            rings.append(_ring(item, frame.unit))
    ringed = {ring.target.index for ring in rings if ring.target is not None}
    return [*rings, *_flags(frame, strips, hits, ringed)]


def _is_mark(target: Target) -> bool:
    """Tell whether something is an event's mark, or one of several of them."""
    return target.kind is TargetKind.EVENT and (target.part == "mark" or target.part.startswith("part-"))


def _marks_in(strip: Item, shape: StripShape, hits: HitMarks) -> Iterable[Item]:
    """Return the marks in a strip of single events that were found."""
    lone = np.flatnonzero(shape.ordinals >= 0)
    for number in lone[hits.mask[shape.ordinals[lone]]].tolist():
        yield mark_at(strip, shape, number)[0]


def _ring(mark: Item, unit: float) -> Item:
    target = mark.target._replace(part="hit") if mark.target is not None else None
    return Item(Kind.RING, "hit-ring", Layer.MARK, mark.rect.grown(RING_GAP_PX * unit), target)


def _flags(frame: EventFrame, strips: dict[int, Item], hits: HitMarks, ringed: set[int]) -> list[Item]:
    """Return a flag for what was found among the events that are folded."""
    index, view = frame.index, frame.scale.view
    mask = hits.mask.copy()
    mask[list(ringed)] = False
    in_view = (index.start_s >= view.start_s) & (index.start_s <= view.end_s) & mask[index.ordinal]
    entries = np.flatnonzero(in_view)
    columns = (frame.scale.xs_at(index.start_s[entries]) // COLUMN_PX).astype(np.int64)
    lanes = index.lane[entries]
    width, height = FLAG_W_PX * frame.unit, FLAG_H_PX * frame.unit
    flags: list[Item] = []
    for lane, strip in strips.items():
        for column in np.unique(columns[lanes == lane]).tolist():
            x = (column + 0.5) * COLUMN_PX
            rect = Rect(x - width / 2, strip.rect.bottom - height, width, height)
            target = Target(TargetKind.FOLDED, 0, lane, "hit")
            flags.append(Item(Kind.TICK, "hit-flag", Layer.MARK, rect, target))
    return flags


def overview_hits(index: EventIndex, scale: TimeScale, hits: HitMarks | None, unit: float) -> list[Item]:
    """Return a flag at the overview's upper edge for each stretch in which something was found."""
    if hits is None:
        return []
    xs = scale.xs_at(index.start_s[hits.mask[index.ordinal]])
    columns = np.unique((np.asarray(xs) // COLUMN_PX).astype(np.int64)).tolist()
    width = FLAG_W_PX * unit
    return [
        Item(
            Kind.TICK,
            "hit-flag",
            Layer.AXIS,
            Rect((column + 0.5) * COLUMN_PX - width / 2, 0.0, width, OVERVIEW_H_PX),
        )
        for column in columns
    ]
