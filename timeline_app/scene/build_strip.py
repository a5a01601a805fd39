# SPDX-License-Identifier: MIT
"""A lane's strip: a mark for what is folded alone, density where marks would merge, lines where something lasts.

By zoom only, never by the window: cells are aligned to time, and heights are counted against the fullest
cell of the exhibit at this zoom. What is named is not folded; a lane of which all is named has an empty
strip. The cost follows the pixels: a lane is counted by bisection, and its marks are columns of one item.
"""

from __future__ import annotations

import math
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from timeline_app.base.geometry import Rect
from timeline_app.chrono.instant import LIMIT_S
from timeline_app.scene.event_frame import EventFrame, strip_rect
from timeline_app.scene.event_marks import DOT_BELOW_PX, OFFSCREEN_PX
from timeline_app.scene.folding import LEAST_CELL_PX, FoldedCounts, Folding, bin_edges, bin_octave
from timeline_app.scene.index_basis import I64
from timeline_app.scene.items import Emphasis, Item, Kind, Layer, StripShape, Target, TargetKind

F64 = npt.NDArray[np.float64]

CELL_GAP_PX: Final = 1.0
LEAST_MARK_PX: Final = 3.0
LEAST_HEIGHT_PX: Final = 2.0
DOUBTFUL_SHARE: Final = 0.45
"""How high the mark of a doubtful date stands in its strip."""
THIN_MARK_PX: Final = 2.0
MARK_AIR_PX: Final = 2.0
"""A mark is so much lower than its strip."""
STEEPNESS: Final = 4.0
"""Heights are logarithms of so many times the count: one event can still be seen beside hundreds."""
LEAST_LASTING: Final = 2
"""A line goes through so many edges of cells at the least: what is shorter has its own mark or cell."""


class _Cells(NamedTuple):
    """The cells of a frame: their edges in axis seconds and in pixels from the left, and how full one can be."""

    octave: int
    edges_s: I64
    xs: F64
    fullest: int

    def height_share(self, counts: I64) -> F64:
        """Return how high marks of so many events stand, the fullest cell of all being 1."""
        shares: F64 = np.log1p(STEEPNESS * counts) / np.log1p(STEEPNESS * self.fullest)
        return np.minimum(shares, 1.0)


def cells_in_view(frame: EventFrame) -> tuple[int, int]:
    """Return the stretch of axis seconds that the cells of a view take.

    Whole cells at its edges, and so many before it that a mark of its own is there until all of it is gone.
    """
    octave = bin_octave(frame.scale.seconds_per_px, LEAST_CELL_PX)
    view = frame.scale.view
    before = math.ceil(DOT_BELOW_PX * frame.unit / LEAST_CELL_PX) + 1
    first, last = (view.start_s >> octave) - before, ((view.end_s - 1) >> octave) + 1
    return max(first << octave, -LIMIT_S), min(last << octave, LIMIT_S)


def strip_items(frame: EventFrame, folding: Folding) -> list[Item]:
    """Return the strips of the lanes in sight, and over them the marks of what stands out among the folded."""
    octave = bin_octave(frame.scale.seconds_per_px, LEAST_CELL_PX)
    edges_s = bin_edges(*cells_in_view(frame), octave)
    cells = _Cells(octave, edges_s, frame.scale.xs_at(edges_s) - frame.area.x, frame.index.fullest(octave))
    items: list[Item] = []
    # With a selection all else steps back, as in the rows.
    emphasis = Emphasis.DIMMED if frame.emphases.selected else Emphasis.NONE
    for lane, box in enumerate(frame.placement.layout.boxes):
        rect = strip_rect(frame, lane)
        if not box.is_shown or rect.bottom < frame.area.y or rect.y > frame.area.bottom:
            continue
        shape = _shape(frame, folding, cells, lane)
        if shape is not None:
            colour, target = frame.showing.lanes[lane].colour, Target(TargetKind.FOLDED, -1, lane, "strip")
            items.append(Item(Kind.STRIP, "density", Layer.STRIP, rect, target, "", colour, emphasis, shape))
    items.extend(_emphasised_items(frame, cells))
    return items


def _shape(frame: EventFrame, folding: Folding, cells: _Cells, lane: int) -> StripShape | None:
    """Return the marks of a lane's strip, None where nothing is folded in view."""
    counts = folding.counts(lane, cells.edges_s)
    lines, line_cells = _lines(frame, counts, cells, lane)
    starting = counts.starting
    filled = np.flatnonzero(starting)
    if len(filled) == 0 and len(lines) == 0:
        return None
    strip = strip_rect(frame, lane)
    filled_counts = starting[filled]
    shares = cells.height_share(filled_counts)
    heights = np.maximum(strip.h * shares, LEAST_HEIGHT_PX)
    doubts = folding.doubtful(lane, cells.edges_s)[filled]
    shape = StripShape(
        lane=lane,
        lefts=cells.xs[filled],
        widths=np.maximum(cells.xs[filled + 1] - cells.xs[filled] - CELL_GAP_PX, LEAST_MARK_PX),
        tops=strip.h - heights,
        heights=heights,
        doubts_px=heights * doubts / filled_counts,
        cells=cells.edges_s[filled] >> cells.octave,
        counts=filled_counts,
        ordinals=np.full(len(filled), -1, np.int64),
        lines=lines,
        line_cells=line_cells,
        line_px=THIN_MARK_PX * frame.unit,
    )
    lone = np.flatnonzero(filled_counts == 1)
    if len(lone):
        at = filled[lone]
        entries = folding.lone(lane, cells.edges_s[at], cells.edges_s[at + 1])
        _set_marks(frame, shape, lone, entries, shares[lone])
    return shape


def _set_marks(frame: EventFrame, shape: StripShape, at: I64, entries: I64, shares: F64) -> None:
    """Give what is folded alone a mark of its own at its own place, as wide as it is long."""
    lefts, widths, tops, heights = mark_columns(frame, shape.lane, entries, shares)
    shape.lefts[at], shape.widths[at], shape.tops[at], shape.heights[at] = lefts, widths, tops, heights
    shape.doubts_px[at] = 0.0
    shape.ordinals[at] = frame.index.ordinal[entries]


def mark_columns(
    frame: EventFrame, lane: int, entries: I64, shares: F64 | float
) -> tuple[F64, F64, F64, F64]:
    """Return left, width, top and height of the marks of entries, counted from their strip."""
    index, unit, strip = frame.index, frame.unit, strip_rect(frame, lane)
    starts = frame.scale.xs_at(index.start_s[entries]) - strip.x
    ends = frame.scale.xs_at(index.end_s[entries]) - strip.x
    lefts = np.maximum(starts, -OFFSCREEN_PX)
    widths = np.maximum(np.minimum(ends, strip.w + OFFSCREEN_PX) - lefts, LEAST_MARK_PX * unit)
    full_px = np.maximum((strip.h - MARK_AIR_PX) * shares, LEAST_HEIGHT_PX)
    low = np.where(index.is_doubtful[entries], DOUBTFUL_SHARE, 1.0)
    is_short = widths <= DOT_BELOW_PX * unit
    # What lasts is a thin line, so that a strip of long spans stays quieter than the rows above it.
    heights = np.where(is_short, np.maximum(full_px * low, LEAST_HEIGHT_PX), THIN_MARK_PX * unit)
    feet = np.where(is_short, strip.h - MARK_AIR_PX / 2, (strip.h + THIN_MARK_PX * unit) / 2)
    return lefts, widths, feet - heights, heights


def _lines(frame: EventFrame, counts: FoldedCounts, cells: _Cells, lane: int) -> tuple[F64, I64]:
    """Return the stretches in which something folded lasts, and of each its first cell and fullest count."""
    lasting = counts.lasting
    steps = np.diff((lasting > 0).astype(np.int8), prepend=0, append=0)
    firsts, lasts = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1) - 1
    is_long = lasts - firsts + 1 >= LEAST_LASTING
    firsts, lasts = firsts[is_long], lasts[is_long]
    if len(firsts) == 0:
        return np.zeros((0, 2)), np.zeros((0, 2), np.int64)
    rights = cells.xs[lasts]
    # To the very end of what ends in the next cell: else it would draw back when its beginning leaves the view.
    ends_s = frame.index.ends_s[frame.index.lane_slice(lane)]
    inner = lasts < len(cells.edges_s) - 1
    latest = np.searchsorted(ends_s, cells.edges_s[lasts[inner] + 1], side="right") - 1
    rights[inner] = np.maximum(rights[inner], frame.scale.xs_at(ends_s[latest]) - frame.area.x)
    fullest = np.maximum.reduceat(lasting, firsts)
    lines = np.stack([cells.xs[firsts], rights], axis=1)
    return lines, np.stack([cells.edges_s[firsts] >> cells.octave, fullest], axis=1)


def _emphasised_items(frame: EventFrame, cells: _Cells) -> list[Item]:
    """Return the marks of folded events that are selected, connected or pointed at: each has one of its own."""
    emphases, items = frame.emphases, list[Item]()
    for ordinal in (*emphases.connected, *emphases.selected, emphases.hovered):
        if ordinal < 0:
            continue
        entries = frame.index.entries_of(ordinal)
        folded = entries[frame.placement.threshold[entries] < frame.scale.seconds_per_px]
        for entry in folded.tolist():
            lane = int(frame.index.lane[entry])
            strip = strip_rect(frame, lane)
            share = float(cells.height_share(np.ones(1, np.int64))[0])
            columns = mark_columns(frame, lane, np.array([entry]), share)
            left, width, top, height = (float(column[0]) for column in columns)
            if left + width < 0.0 or left > strip.w:
                continue
            rect = Rect(strip.x + left, strip.y + top, width, height)
            target = Target(TargetKind.EVENT, ordinal, lane, "strip")
            colour, emphasis = frame.showing.lanes[lane].colour, emphases.of_event(ordinal)
            items.append(Item(Kind.TICK, "strip-mark", Layer.STRIP, rect, target, "", colour, emphasis))
    return items
