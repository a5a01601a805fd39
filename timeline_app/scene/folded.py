# SPDX-License-Identifier: MIT
"""The events behind a badge: those of a stretch of a lane that have no name of their own at a zoom."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from timeline_app.base.messages import Message, Translator
from timeline_app.scene.folded_stretch import FoldedStretch
from timeline_app.scene.index import EventIndex
from timeline_app.scene.index_basis import I32, I64
from timeline_app.scene.lane_words import lane_title
from timeline_app.scene.placement import Placement
from timeline_app.scene.range_words import range_in_words
from timeline_app.scene.stage import Stage
from timeline_app.scene.time_fold import axis_of, instant_of


@dataclass(frozen=True, slots=True, eq=False)
class FoldedList:
    """The folded events of a stretch in the order of time, and what is said of them.

    `is_earlier` and `is_later` tell whether anything is folded in the lane before and after the stretch.
    """

    stretch: FoldedStretch
    ordinals: I32
    heading: str
    is_earlier: bool = False
    is_later: bool = False


def folded_entries(
    index: EventIndex, placement: Placement, lane: int, span_s: tuple[int, int], seconds_per_px: float
) -> I64:
    """Return the entries of a lane that touch a stretch of axis seconds without being named at a zoom, by time.

    What began long before and still lasts is among them.
    """
    first_s, last_s = span_s
    run = index.touching(lane, first_s, last_s)
    touches = (index.start_s[run] < last_s) & (index.end_s[run] > first_s)
    found: I64 = run.start + np.flatnonzero(touches & (placement.threshold[run] < seconds_per_px))
    return found


def folded_list(stage: Stage, stretch: FoldedStretch, translator: Translator) -> FoldedList:
    """Return the events behind a badge; none where the lane is not shown, or not there any more."""
    fitted, index = stage.fitted, stage.index
    lane = lane_of(stage, stretch.lane_id)
    if lane is None:
        return FoldedList(stretch, np.zeros(0, np.int32), heading_of(stage, stretch, 0, translator))
    entries = folded_entries(index, fitted.placement, lane, _on_axis(stage, stretch), stretch.seconds_per_px)
    return FoldedList(
        stretch,
        index.ordinal[entries],
        heading_of(stage, stretch, len(entries), translator),
        is_earlier=beside(stage, stretch, -1) is not None,
        is_later=beside(stage, stretch, 1) is not None,
    )


def lane_of(stage: Stage, lane_id: str) -> int | None:
    """Return the index of a lane, None where the exhibit has no such lane."""
    return next((lane.index for lane in stage.fitted.lanes if lane.id == lane_id), None)


def beside(stage: Stage, stretch: FoldedStretch, step: int) -> FoldedStretch | None:
    """Return the next stretch of the same length in which anything begins that is folded: later (1) or earlier (-1)."""
    lane = lane_of(stage, stretch.lane_id)
    if lane is None:
        return None
    index, fold = stage.index, stage.fold
    first_s, last_s = _on_axis(stage, stretch)
    entries = index.lane_slice(lane)
    starts_s = index.start_s[entries]
    is_folded = stage.fitted.placement.threshold[entries] < stretch.seconds_per_px
    if step > 0:
        begin = int(np.searchsorted(starts_s, last_s))
        ahead = np.flatnonzero(is_folded[begin:])[:1] + begin
    else:
        begin = int(np.searchsorted(starts_s, first_s))
        ahead = np.flatnonzero(is_folded[:begin])[-1:]
    if len(ahead) == 0:
        return None
    length_s = last_s - first_s
    bins = (int(starts_s[ahead[0]]) - first_s) // length_s
    found_s = first_s + bins * length_s
    return stretch._replace(first_s=instant_of(fold, found_s), last_s=instant_of(fold, found_s + length_s))


def _on_axis(stage: Stage, stretch: FoldedStretch) -> tuple[int, int]:
    """Return a stretch in axis seconds: one at the least, also where it lies in time that was folded since."""
    first_s, last_s = axis_of(stage.fold, stretch.first_s), axis_of(stage.fold, stretch.last_s)
    return first_s, max(last_s, first_s + 1)


def heading_of(stage: Stage, stretch: FoldedStretch, count: int, translator: Translator) -> str:
    """Return what a list of folded events is of: how many, in which lane, from when to when."""
    lane = next((lane for lane in stage.fitted.lanes if lane.id == stretch.lane_id), None)
    title: str | Message = lane_title(lane) if lane is not None else ""
    span = range_in_words(stretch.first_s, stretch.last_s, translator)
    return translator.text(Message.of("folded.heading", count=count, lane=title, range=span))
