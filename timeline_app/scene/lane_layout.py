# SPDX-License-Identifier: MIT
"""Lanes share the window's height; what does not fit scrolls. Depends on neither pan nor zoom.

A collapsed lane has no rows, only its strip, and leaves the rest to the others; pinned lanes stay at the top
while the others scroll below them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline_app.model.heads import LaneView
from timeline_app.scene.lane_choice import LaneChoice
from timeline_app.scene.surface import Surface

LANE_GAP_PX = 4.0
LANE_PAD_PX = 4.0
STRIP_PX = 8.0
SPARE_TIGHT_PX = 9.0
SPARE_WIDE_PX = 17.0
ROWS_WANTED = 6.0
DEMAND = 0.6
"""The power of a lane's number of events by which it gets rows: more for the many, not all."""
COLLAPSED_PX = 40.0
"""With the gap below it, what a fingertip needs."""
COLLAPSED_STRIP_PX = 20.0
NAME_AIR_PX = 12.0
MOST_PINNED_SHARE = 0.6
"""Pinned lanes that would take more of the height scroll with the others: else there was nothing to scroll."""


@dataclass(frozen=True, slots=True)
class LaneBox:
    """A lane's place in content pixels: 0 is the top of the first lane, before scrolling.

    A lane that is not shown has no height. `is_pinned`: it stays where it is while others scroll.
    """

    top_px: float
    height_px: float
    rows: int
    rows_top_px: float
    strip_top_px: float
    is_shown: bool = True
    is_pinned: bool = False

    @property
    def bottom_px(self) -> float:
        """The y just below the lane."""
        return self.top_px + self.height_px


NOT_SHOWN = LaneBox(0.0, 0.0, 0, 0.0, 0.0, is_shown=False)


@dataclass(frozen=True, slots=True)
class LaneLayout:
    """All lanes' places by their index, and the height of a row.

    `order` lists the shown lanes from the top; `pinned_px` is how much of the window those take that stay.
    """

    boxes: tuple[LaneBox, ...]
    row_px: float
    content_height_px: float
    order: tuple[int, ...] = ()
    pinned_px: float = 0.0

    def row_top_px(self, lane: int, row: int) -> float:
        """Return the top of a row in content pixels."""
        return self.boxes[lane].rows_top_px + row * self.row_px

    def y_of(self, lane: int, scroll_px: float) -> float:
        """Return a lane's top below the upper edge of the lanes, with the lanes scrolled so far."""
        box = self.boxes[lane]
        return box.top_px if box.is_pinned else box.top_px - scroll_px

    def row_y(self, lane: int, row: int, scroll_px: float) -> float:
        """Return a row's top below the upper edge of the lanes; for a lane without rows, of one across its middle."""
        box, y_px = self.boxes[lane], self.y_of(lane, scroll_px)
        if not box.rows:
            return y_px + (box.height_px - self.row_px) / 2
        return y_px + self.row_top_px(lane, row) - box.top_px


@dataclass(frozen=True, slots=True)
class _Around:
    """What lanes need beside their rows."""

    open_px: float
    collapsed_px: float
    head_line_px: float
    strip_px: float

    @classmethod
    def of(cls, surface: Surface, head_line_px: float) -> _Around:
        strip_px = STRIP_PX * surface.text_scale
        if head_line_px:
            least_px = head_line_px + COLLAPSED_STRIP_PX * surface.text_scale
        else:
            least_px = surface.measurer.line_px("lane-head") + NAME_AIR_PX
        return cls(
            2 * LANE_PAD_PX + strip_px + head_line_px, max(COLLAPSED_PX, least_px), head_line_px, strip_px
        )


def lay_out_lanes(
    lanes: Sequence[LaneView],
    event_counts: Sequence[int],
    height_px: float,
    surface: Surface,
    head_line_px: float,
    least_px: Sequence[float] = (),
    choice: LaneChoice | None = None,
) -> LaneLayout:
    """Share the height among the lanes by `share` and by how much each has to tell.

    `least_px` is the height that each open lane has at the least, for the sake of its name beside it;
    `choice` tells which lanes are shown and how, without it all are, in their order.
    """
    choice = choice or LaneChoice.usual(lanes)
    around = _Around.of(surface, head_line_px)
    # By index, so that a lane which is moved keeps its height.
    opened = sorted(lane for lane in choice.order if choice.is_open(lane))
    folded_px = (around.collapsed_px + LANE_GAP_PX) * (len(choice.order) - len(opened))
    if not opened:
        row_px = surface.measurer.line_px("label") + SPARE_WIDE_PX
        return _stacked({}, choice, around, (row_px, surface.text_scale), height_px, len(lanes))
    row_px = _row_height(len(opened), height_px - folded_px, surface, head_line_px)
    missing_px = [max(least_px[lane] - around.open_px - row_px, 0.0) if least_px else 0.0 for lane in opened]
    room_px = height_px - folded_px - (around.open_px + LANE_GAP_PX) * len(opened)
    weights = [lanes[lane].share * (1.0 + event_counts[lane]) ** DEMAND for lane in opened]
    rows = _shared_rows(max(int((room_px - sum(missing_px)) / row_px), len(opened)), weights)
    added_px = [
        max(missing - (count - 1) * row_px, 0.0) for missing, count in zip(missing_px, rows, strict=True)
    ]
    # What is left over after whole rows goes to all open lanes alike, so that no strip of window is empty.
    left_px = max(room_px - sum(rows) * row_px - sum(added_px), 0.0) / len(opened)
    shares = {
        lane: (count, left_px + added) for lane, count, added in zip(opened, rows, added_px, strict=True)
    }
    return _stacked(shares, choice, around, (row_px, surface.text_scale), height_px, len(lanes))


def _stacked(
    shares: Mapping[int, tuple[int, float]],
    choice: LaneChoice,
    around: _Around,
    sizes: tuple[float, float],
    height_px: float,
    lane_count: int,
) -> LaneLayout:
    """Put the lanes below each other; `shares` gives the open ones' rows and what they have to spare."""
    row_px, scale = sizes
    boxes = [NOT_SHOWN] * lane_count
    top_px, pinned_px, is_pinned = 0.0, 0.0, True
    for lane in choice.order:
        if lane in shares:
            count, spare_px = shares[lane]
            lane_px, strip_px = around.open_px + count * row_px + spare_px, around.strip_px
        else:
            count, spare_px, lane_px = 0, 0.0, around.collapsed_px
            strip_px = min(COLLAPSED_STRIP_PX * scale, lane_px - around.head_line_px)
        bottom_px = top_px + lane_px
        is_pinned = is_pinned and lane in choice.pinned and bottom_px <= height_px * MOST_PINNED_SHARE
        rows_top_px = top_px + LANE_PAD_PX + around.head_line_px + spare_px / 2
        boxes[lane] = LaneBox(
            top_px, lane_px, count, rows_top_px, bottom_px - strip_px - 2.0, is_pinned=is_pinned
        )
        top_px = bottom_px + LANE_GAP_PX
        if is_pinned:
            pinned_px = top_px
    return LaneLayout(tuple(boxes), row_px, top_px, choice.order, pinned_px)


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
