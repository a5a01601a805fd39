# SPDX-License-Identifier: MIT
"""Lanes share the window's height; what does not fit scrolls. Depends on neither pan nor zoom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.model.heads import LaneView
from timeline_app.scene.surface import Surface

LANE_GAP_PX = 4.0
LANE_PAD_PX = 4.0
STRIP_PX = 8.0
SPARE_TIGHT_PX = 9.0
SPARE_WIDE_PX = 17.0
ROWS_WANTED = 6.0
DEMAND = 0.6
"""The power of a lane's number of events by which it gets rows: more for the many, not all."""


@dataclass(frozen=True, slots=True)
class LaneBox:
    """A lane's place in content pixels: 0 is the top of the first lane, before scrolling."""

    top_px: float
    height_px: float
    rows: int
    rows_top_px: float
    strip_top_px: float

    @property
    def bottom_px(self) -> float:
        """The y just below the lane."""
        return self.top_px + self.height_px


@dataclass(frozen=True, slots=True)
class LaneLayout:
    """All lanes' places and the height of a row."""

    boxes: tuple[LaneBox, ...]
    row_px: float
    content_height_px: float

    def row_top_px(self, lane: int, row: int) -> float:
        """Return the top of a row in content pixels."""
        return self.boxes[lane].rows_top_px + row * self.row_px


def lay_out_lanes(
    lanes: Sequence[LaneView],
    event_counts: Sequence[int],
    height_px: float,
    surface: Surface,
    head_line_px: float,
    least_px: Sequence[float] = (),
) -> LaneLayout:
    """Share the height among the lanes by `share` and by how much each has to tell.

    `least_px` is the height that each lane has at the least, for the sake of its name beside it.
    """
    if not lanes:
        return LaneLayout((), surface.measurer.line_px("label") + SPARE_WIDE_PX, 0.0)
    row_px = _row_height(len(lanes), height_px, surface, head_line_px)
    strip_px = STRIP_PX * surface.text_scale
    around_px = 2 * LANE_PAD_PX + strip_px + head_line_px
    missing_px = [max(least - around_px - row_px, 0.0) for least in least_px or [0.0] * len(lanes)]
    room_px = height_px - (around_px + LANE_GAP_PX) * len(lanes)
    weights = [lane.share * (1.0 + count) ** DEMAND for lane, count in zip(lanes, event_counts, strict=True)]
    rows = _shared_rows(max(int((room_px - sum(missing_px)) / row_px), len(lanes)), weights)
    added_px = [
        max(missing - (count - 1) * row_px, 0.0) for missing, count in zip(missing_px, rows, strict=True)
    ]
    # What is left over after whole rows goes to all lanes alike, so that no strip of window is empty.
    left_px = max(room_px - sum(rows) * row_px - sum(added_px), 0.0) / len(lanes)
    boxes: list[LaneBox] = []
    top_px = 0.0
    for count, added in zip(rows, added_px, strict=True):
        spare_px = left_px + added
        lane_px = around_px + count * row_px + spare_px
        rows_top_px = top_px + LANE_PAD_PX + head_line_px + spare_px / 2
        boxes.append(LaneBox(top_px, lane_px, count, rows_top_px, top_px + lane_px - strip_px - 2.0))
        top_px += lane_px + LANE_GAP_PX
    return LaneLayout(tuple(boxes), row_px, top_px)


def _shared_rows(total: int, weights: Sequence[float]) -> list[int]:
    """Share out whole rows by weight, at least one to each (largest remainders get the rest)."""
    spare = total - len(weights)
    wanted = [spare * weight / sum(weights) for weight in weights]
    rows = [1 + int(want) for want in wanted]
    by_remainder = sorted(range(len(weights)), key=lambda lane: (int(wanted[lane]) - wanted[lane], lane))
    for lane in by_remainder[: total - sum(rows)]:
        rows[lane] += 1
    return rows


def _row_height(lane_count: int, height_px: float, surface: Surface, head_line_px: float) -> float:
    """Rows are airy where there is room for four a lane, and close up where there is not."""
    line_px = surface.measurer.line_px("label")
    around_px = 2 * LANE_PAD_PX + STRIP_PX * surface.text_scale + head_line_px + LANE_GAP_PX
    tight_px = line_px + SPARE_TIGHT_PX * surface.text_scale
    wide_px = line_px + SPARE_WIDE_PX * surface.text_scale
    rows_tight = (height_px / lane_count - around_px) / tight_px
    part = min(max((rows_tight - 1.5) / (ROWS_WANTED - 1.5), 0.0), 1.0)
    return round(tight_px + (wide_px - tight_px) * part)
