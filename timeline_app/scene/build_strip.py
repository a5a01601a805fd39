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
from timeline_app.scene.event_frame import EventFrame, lanes_in_sight, strip_rect
from timeline_app.scene.event_marks import DOT_BELOW_PX, OFFSCREEN_PX
from timeline_app.scene.folding import LEAST_CELL_PX, FoldedCounts, Folding, bin_edges, bin_octave
from timeline_app.scene.index_basis import I64
from timeline_app.scene.items import Emphasis, Item, Kind, Layer, StripShape, Target, TargetKind

F64 = npt.NDArray[np.float64]

CELL_GAP_PX: Final = 1.0
LEAST_MARK_PX: Final = 3.0
LEAST_HEIGHT_PX: Final = 3.0
DOUBTFUL_SHARE: Final = 0.45
"""How high the mark of a doubtful date stands in its strip."""
LINE_PX: Final = 1.0
"""What lasts is a line at the strip's foot, on which marks and cells stand."""
MARK_AIR_PX: Final = 2.0
"""A mark is so much lower than its strip."""
STEEPNESS: Final = 16.0
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
    lanes = lanes_in_sight(frame).nonzero()[0].tolist()
    rects = {lane: strip_rect(frame, lane) for lane in lanes}
    if not lanes:
        return _emphasised_items(frame, cells)
    marks = _marks(frame, folding, cells, [_Lane(lane, rects[lane].h) for lane in lanes])
    # With a selection all else steps back, as in the rows.
    emphasis = Emphasis.DIMMED if frame.emphases.selected else Emphasis.NONE
    items = [
        Item(
            Kind.STRIP,
            "density",
            Layer.STRIP,
            rects[shape.lane],
            Target(TargetKind.FOLDED, -1, shape.lane, "strip"),
            "",
            frame.showing.lanes[shape.lane].colour,
            emphasis,
            shape,
        )
        for shape in marks
        if len(shape.cells) or len(shape.lines)
    ]
    return items + _emphasised_items(frame, cells)


class _Lane(NamedTuple):
    """A lane in sight, and how high its strip is."""

    lane: int
    strip_px: float


def _marks(frame: EventFrame, folding: Folding, cells: _Cells, lanes: list[_Lane]) -> list[StripShape]:
    """Return the marks of each lane's strip; all lanes are reckoned together, since calls are what costs."""
    counted = [folding.counts(lane, cells.edges_s) for lane, _ in lanes]
    starting = np.array([counts.starting for counts in counted])
    row_at, cell_at = starting.nonzero()
    counts = starting[row_at, cell_at]
    strips_px = np.array([strip_px for _, strip_px in lanes])[row_at]
    shares = cells.height_share(counts)
    heights = np.maximum(strips_px * shares, LEAST_HEIGHT_PX)
    doubts = np.array([folding.doubtful(lane, cells.edges_s) for lane, _ in lanes])[row_at, cell_at]
    doubts_px = heights * doubts / counts
    lefts = cells.xs[cell_at]
    widths = np.maximum(cells.xs[cell_at + 1] - lefts - CELL_GAP_PX, LEAST_MARK_PX)
    tops = strips_px - heights
    ordinals = np.full(len(cell_at), -1, np.int64)
    lone = (counts == 1).nonzero()[0]
    if len(lone):
        places = np.array([counts.places for counts in counted])
        at = row_at[lone], cell_at[lone]
        entries = folding.lone(places[at], places[at[0], at[1] + 1])
        columns = mark_columns(frame, entries, strips_px[lone], shares[lone])
        lefts[lone], widths[lone], tops[lone], heights[lone] = columns
        doubts_px[lone] = 0.0
        ordinals[lone] = frame.index.ordinal[entries]
    numbers = cells.edges_s[cell_at] >> cells.octave
    ends = row_at.searchsorted(np.arange(len(lanes) + 1)).tolist()
    shapes = []
    for (lane, _), of_lane, first, last in zip(lanes, counted, ends[:-1], ends[1:], strict=True):
        part = slice(first, last)
        lines, line_cells = _lines(frame, of_lane, cells, lane)
        shapes.append(
            StripShape(
                lane=lane,
                lefts=lefts[part],
                widths=widths[part],
                tops=tops[part],
                heights=heights[part],
                doubts_px=doubts_px[part],
                cells=numbers[part],
                counts=counts[part],
                ordinals=ordinals[part],
                lines=lines,
                line_cells=line_cells,
                line_px=LINE_PX * frame.unit,
            )
        )
    return shapes


def mark_columns(frame: EventFrame, entries: I64, strips_px: F64, shares: F64) -> tuple[F64, F64, F64, F64]:
    """Return left, width, top and height of the marks of entries, counted from strips so high.

    Each stands at its own place and is as wide as it is long.
    """
    index, unit, area = frame.index, frame.unit, frame.area
    starts = frame.scale.xs_at(index.start_s[entries]) - area.x
    ends = frame.scale.xs_at(index.end_s[entries]) - area.x
    lefts = np.maximum(starts, -OFFSCREEN_PX)
    widths = np.maximum(np.minimum(ends, area.w + OFFSCREEN_PX) - lefts, LEAST_MARK_PX * unit)
    low = np.where(index.is_doubtful[entries], DOUBTFUL_SHARE, 1.0)
    heights = np.maximum((strips_px - MARK_AIR_PX) * shares * low, LEAST_HEIGHT_PX)
    # What lasts is a thin line, so that a strip of long spans stays quieter than the rows above it.
    heights = np.where(widths > DOT_BELOW_PX * unit, LINE_PX * unit, heights)
    return lefts, widths, strips_px - heights, heights


def _lines(frame: EventFrame, counts: FoldedCounts, cells: _Cells, lane: int) -> tuple[F64, I64]:
    """Return the stretches in which something folded lasts, and of each its first cell and fullest count."""
    lasting = counts.lasting
    lasts_on = lasting > 0
    changes = (lasts_on[1:] != lasts_on[:-1]).nonzero()[0].tolist()
    begins = [0] if lasts_on[0] else []
    edges = [*begins, *(change + 1 for change in changes), *([len(lasting)] if lasts_on[-1] else [])]
    runs = [
        (first, stop)
        for first, stop in zip(edges[::2], edges[1::2], strict=True)
        if stop - first >= LEAST_LASTING
    ]
    if not runs:
        return _NO_LINES, _NO_CELLS
    firsts = np.array([first for first, _ in runs])
    lasts = np.array([stop - 1 for _, stop in runs])
    rights = cells.xs[lasts]
    # To the very end of what ends in the next cell: else it would draw back when its beginning leaves the view.
    ends_s = frame.index.ends_s[frame.index.lane_slice(lane)]
    inner = lasts < len(cells.edges_s) - 1
    latest = ends_s.searchsorted(cells.edges_s[lasts[inner] + 1], side="right") - 1
    rights[inner] = np.maximum(rights[inner], frame.scale.xs_at(ends_s[latest]) - frame.area.x)
    fullest = [int(lasting[first:stop].max()) for first, stop in runs]
    lines = np.stack([cells.xs[firsts], rights], axis=1)
    return lines, np.stack([cells.edges_s[firsts] >> cells.octave, np.array(fullest)], axis=1)


_NO_LINES: Final = np.zeros((0, 2))
_NO_CELLS: Final = np.zeros((0, 2), np.int64)


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
            share = cells.height_share(np.ones(1, np.int64))
            columns = mark_columns(frame, np.array([entry]), np.array([strip.h]), share)
            left, width, top, height = (float(column[0]) for column in columns)
            if left + width < 0.0 or left > strip.w:
                continue
            rect = Rect(strip.x + left, strip.y + top, width, height)
            target = Target(TargetKind.EVENT, ordinal, lane, "strip")
            colour, emphasis = frame.showing.lanes[lane].colour, emphases.of_event(ordinal)
            items.append(Item(Kind.TICK, "strip-mark", Layer.STRIP, rect, target, "", colour, emphasis))
    return items
