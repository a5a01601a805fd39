# SPDX-License-Identifier: MIT
"""Lanes share the window's height; what does not fit scrolls. Depends on neither pan nor zoom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.model.views import LaneView
from timeline_app.scene.surface import Surface

LANE_GAP_PX = 4.0
LANE_PAD_PX = 6.0
STRIP_PX = 8.0
SPARE_TIGHT_PX = 9.0
SPARE_WIDE_PX = 17.0
ROWS_WANTED = 4.0


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

    def lane_at(self, y_px: float) -> int | None:
        """Return the lane at a content y."""
        for lane, box in enumerate(self.boxes):
            if box.top_px <= y_px < box.bottom_px:
                return lane
        return None


def lay_out_lanes(
    lanes: Sequence[LaneView],
    event_counts: Sequence[int],
    height_px: float,
    surface: Surface,
    head_line_px: float,
) -> LaneLayout:
    """Share the height among the lanes by `share` and by how much each has to tell."""
    if not lanes:
        return LaneLayout((), surface.measurer.line_px("label") + SPARE_WIDE_PX, 0.0)
    row_px = _row_height(len(lanes), height_px, surface, head_line_px)
    around_px = 2 * LANE_PAD_PX + STRIP_PX + head_line_px
    least_px = around_px + row_px
    gaps_px = LANE_GAP_PX * len(lanes)
    spare_px = max(height_px - gaps_px - least_px * len(lanes), 0.0)
    weights = [lane.share * (1.0 + count) ** 0.6 for lane, count in zip(lanes, event_counts, strict=True)]
    total = sum(weights)
    boxes: list[LaneBox] = []
    top_px = 0.0
    for weight in weights:
        lane_px = least_px + spare_px * weight / total
        rows = max(int((lane_px - around_px) / row_px), 1)
        rows_top_px = top_px + LANE_PAD_PX + head_line_px
        strip_top_px = top_px + lane_px - LANE_PAD_PX / 2 - STRIP_PX
        boxes.append(LaneBox(top_px, lane_px, rows, rows_top_px, strip_top_px))
        top_px += lane_px + LANE_GAP_PX
    return LaneLayout(tuple(boxes), row_px, top_px)


def _row_height(lane_count: int, height_px: float, surface: Surface, head_line_px: float) -> float:
    """Rows are airy where there is room for four a lane, and close up where there is not."""
    line_px = surface.measurer.line_px("label")
    around_px = 2 * LANE_PAD_PX + STRIP_PX + head_line_px + LANE_GAP_PX
    tight_px, wide_px = line_px + SPARE_TIGHT_PX, line_px + SPARE_WIDE_PX
    rows_tight = (height_px / lane_count - around_px) / tight_px
    part = min(max((rows_tight - 1.5) / (ROWS_WANTED - 1.5), 0.0), 1.0)
    return round(tight_px + (wide_px - tight_px) * part)
