# SPDX-License-Identifier: MIT
"""What is folded where a hand points: behind a badge, or in the cell of a strip under an x."""

from __future__ import annotations

from typing import NamedTuple

from timeline_app.base.messages import Translator
from timeline_app.scene.badges import bin_of
from timeline_app.scene.folded import folded_entries
from timeline_app.scene.folding import LEAST_CELL_PX, bin_octave
from timeline_app.scene.items import FoldedShape, Item
from timeline_app.scene.range_words import range_in_words
from timeline_app.scene.stage import Stage
from timeline_app.scene.time_fold import instant_of
from timeline_app.scene.time_scale import TimeScale


class FoldedSpot(NamedTuple):
    """A stretch of a lane in axis seconds and how many are folded in it; `ordinal` is the event where it is one."""

    lane: int
    first_s: int
    last_s: int
    event_count: int
    ordinal: int | None = None


def folded_spot(stage: Stage, scale: TimeScale, item: Item, x_px: float) -> FoldedSpot | None:
    """Return what a badge counts, or what is folded in the cell under an x; None where that is nothing."""
    shape, target = item.detail, item.target
    if target is None or target.lane < 0:
        return None
    if isinstance(shape, FoldedShape):
        return FoldedSpot(target.lane, shape.first_s, shape.last_s, shape.event_count)
    octave = bin_octave(scale.seconds_per_px, LEAST_CELL_PX)
    first_s = (scale.axis_at(x_px) >> octave) << octave
    last_s = first_s + (1 << octave)
    placement = stage.fitted.placement
    span_s = first_s, last_s
    entries = folded_entries(stage.index, placement, target.lane, span_s, scale.seconds_per_px)
    if len(entries) == 0:
        return None
    ordinal = int(stage.index.ordinal[entries[0]]) if len(entries) == 1 else None
    return FoldedSpot(target.lane, first_s, last_s, len(entries), ordinal)


def opened_by(spot: FoldedSpot, seconds_per_px: float) -> tuple[int, int]:
    """Return the axis seconds from which to which a list is opened: the whole bin, of which a cell is a part."""
    first_s, last_s = bin_of(spot.first_s, seconds_per_px)
    return min(first_s, spot.first_s), max(last_s, spot.last_s)


def spot_in_words(stage: Stage, spot: FoldedSpot, is_badge: bool, translator: Translator) -> tuple[str, str]:  # noqa: FBT001 — a value
    """Return how many events are folded at a spot, and from when to when; a cell opens the list of its whole bin."""
    first_s, last_s = instant_of(stage.fold, spot.first_s), instant_of(stage.fold, spot.last_s)
    key, hint = ("folded.badge", "folded.hint") if is_badge else ("folded.cell", "folded.hint-among")
    span = range_in_words(first_s, last_s, translator)
    return translator.say(key, count=spot.event_count), translator.say(hint, range=span)
