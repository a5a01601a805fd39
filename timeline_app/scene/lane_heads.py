# SPDX-License-Identifier: MIT
"""The names of the lanes as things to take hold of: where each is, its control, and where a carried one goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.base.geometry import Rect
from timeline_app.model.heads import LaneView
from timeline_app.scene.canvas_frame import CanvasFrame
from timeline_app.scene.items import LaneHead
from timeline_app.scene.lane_choice import LaneChoice
from timeline_app.scene.lane_layout import LANE_GAP_PX, LaneLayout
from timeline_app.scene.lane_marks import NO_MARKS, LaneMarks
from timeline_app.scene.surface import Surface

SLOT_PX = 20.0
"""The room of a sign before a lane's name: the control that collapses it, the pin."""
FINGER_PX = 44.0
HEAD_INSET_PX = 8.0
HEAD_PAD_PX = 14.0
HEAD_TOP_PX = 6.0
INNER_TOP_PX = 3.0
INDENT_PX = 10.0
RULE_PX = 4.0
NOTE_PAD_PX = 10.0
NOTE_FONT = "overview"


@dataclass(frozen=True, slots=True)
class LaneFrame:
    """What the lanes of one picture are drawn from; `lanes` stand as far in as they do in `choice`."""

    lanes: tuple[LaneView, ...]
    layout: LaneLayout
    choice: LaneChoice
    frame: CanvasFrame
    surface: Surface
    scroll_px: float = 0.0
    marks: LaneMarks = NO_MARKS

    @property
    def unit(self) -> float:
        """The text scale."""
        return self.surface.text_scale

    @property
    def rule_px(self) -> float:
        """The width of the colour rule at a lane's beginning."""
        return RULE_PX * self.unit

    def beside_rule(self, head: Rect) -> Rect:
        """Return a rectangle of the column of names without the lanes' rules."""
        if not self.frame.heads.w:
            return head
        x = head.x + (self.rule_px if self.surface.mirrored else 0.0)
        return head._replace(x=x, w=max(head.w - self.rule_px, 0.0))

    @property
    def scrolled(self) -> Rect:
        """The part of the window in which lanes scroll: below those that stay."""
        area, pinned_px = self.frame.lanes, self.layout.pinned_px
        return area._replace(y=area.y + pinned_px, h=max(area.h - pinned_px, 0.0))

    def ground(self, lane: int) -> Rect:
        """Return a lane's ground."""
        area = self.frame.lanes
        top = area.y + self.layout.y_of(lane, self.scroll_px)
        return Rect(area.x, top, area.w, self.layout.boxes[lane].height_px)

    def is_in_window(self, lane: int) -> bool:
        """Tell whether anything of a shown lane is in the window."""
        ground, area = self.ground(lane), self.frame.lanes
        top = area.y if self.layout.boxes[lane].is_pinned else self.scrolled.y
        return ground.bottom >= top and ground.y <= area.bottom

    def signs(self, lane: int) -> tuple[str, ...]:
        """Return the signs before a lane's name from the outer edge inwards, as names of icons."""
        is_collapsed = lane in self.choice.collapsed
        signs: list[str] = []
        if is_collapsed or self.marks.shows_control(lane):
            sideways = "chevron-left" if self.surface.mirrored else "chevron-right"
            signs.append(sideways if is_collapsed else "chevron-down")
        if lane in self.choice.pinned:
            signs.append("pin")
        return tuple(signs)

    def kept_px(self, lane: int) -> float:
        """Return the width that signs take from a name: what comes and goes with the pointer takes none.

        Within the lanes signs stand behind the name.
        """
        if not self.frame.heads.w:
            return 0.0
        count = (lane in self.choice.collapsed) + (lane in self.choice.pinned)
        return count * SLOT_PX * self.unit


def note_height_px(surface: Surface) -> float:
    """Return the height of a quiet word on lanes out of sight."""
    return surface.measurer.line_px(NOTE_FONT) + NOTE_PAD_PX


def name_line(lanes: LaneFrame, lane: int) -> Rect:
    """Return where the first line of a lane's name stands; its signs stand before it.

    Beside the lane names end at its rule, a collapsed lane's in the middle of its height; without a column
    the name begins at the lane's beginning.
    """
    frame, surface, ground = lanes.frame, lanes.surface, lanes.ground(lane)
    line_px, kept_px = surface.measurer.line_px("lane-head"), lanes.kept_px(lane)
    if not frame.heads.w:
        width = max(frame.lanes.w - 3 * HEAD_PAD_PX, 1.0)
        return Rect(frame.lanes.x + HEAD_PAD_PX, ground.y + INNER_TOP_PX, width, line_px)
    rule_px = lanes.rule_px
    indent_px = HEAD_INSET_PX + INDENT_PX * lanes.lanes[lane].depth + kept_px
    width = max(frame.heads.w - HEAD_PAD_PX - rule_px - indent_px, 1.0)
    x = frame.heads.x + (HEAD_PAD_PX + rule_px if surface.mirrored else indent_px)
    is_open = lanes.layout.boxes[lane].rows > 0
    top = ground.y + (HEAD_TOP_PX if is_open else (ground.h - line_px) / 2)
    return Rect(x, top, width, line_px)


def words_px(lanes: LaneFrame, lane: int) -> float:
    """Return how wide a name in its lane is drawn."""
    title = lanes.lanes[lane].title
    wanted_px = lanes.surface.measurer.width_px(title.text, "lane-head", title.language)
    return min(wanted_px, name_line(lanes, lane).w)


def head_at(heads: Sequence[LaneHead], x: float, y: float) -> LaneHead | None:
    """Return the lane's name at a point."""
    return next((head for head in heads if head.rect.contains(x, y)), None)


def heads_of(lanes: LaneFrame) -> tuple[LaneHead, ...]:
    """Return the names that are in the window, cut where they leave it."""
    found: list[LaneHead] = []
    for lane in lanes.layout.order:
        if not lanes.is_in_window(lane):
            continue
        rect = _cut(_whole_head(lanes, lane), _room_of(lanes, lane))
        if rect.h > 0.0:
            found.append(LaneHead(lane, rect, _control(lanes, rect)))
    return tuple(found)


def _whole_head(lanes: LaneFrame, lane: int) -> Rect:
    """Return a name's rectangle: its part of the column, or the line in which it stands in the lane."""
    ground, heads = lanes.ground(lane), lanes.frame.heads
    if heads.w:
        return Rect(heads.x, ground.y, heads.w, ground.h)
    surface = lanes.surface
    width = min(HEAD_PAD_PX + words_px(lanes, lane) + FINGER_PX * max(lanes.unit, 1.0), ground.w)
    x = ground.right - width if surface.mirrored else ground.x
    return Rect(x, ground.y, width, min(max(lanes.frame.head_line_px, FINGER_PX), ground.h))


def _room_of(lanes: LaneFrame, lane: int) -> Rect:
    return lanes.frame.lanes if lanes.layout.boxes[lane].is_pinned else lanes.scrolled


def _cut(rect: Rect, room: Rect) -> Rect:
    top, bottom = max(rect.y, room.y), min(rect.bottom, room.bottom)
    return rect._replace(y=top, h=max(bottom - top, 0.0))


def _control(lanes: LaneFrame, head: Rect) -> Rect:
    """Return the part of a name that collapses its lane, as large as a fingertip.

    It is at the outer edge of the column, and behind a name that stands in its lane.
    """
    side = min(FINGER_PX * max(lanes.unit, 1.0), head.w)
    is_at_right = lanes.surface.mirrored == bool(lanes.frame.heads.w)
    x = head.right - side if is_at_right else head.x
    return Rect(x, head.y, side, min(side, head.h))


def place_for(lanes: LaneFrame, group: Sequence[int], carried: int, y_px: float) -> tuple[int | None, float]:
    """Return where a lane would stand among its group if it were let down at a height, and that place's y.

    The place is the lane that it would stand before, None for the last. A lane takes with it what it holds.
    """
    shown = [lane for lane in group if lane in lanes.layout.order]
    edges = [(_span(lanes, lane)[0], lane) for lane in shown]
    last_y = _span(lanes, shown[-1])[1]
    gap = LANE_GAP_PX / 2
    before: int | None = None
    line_y = last_y + gap
    for top, lane in edges:
        bottom = _span(lanes, lane)[1]
        if y_px < (top + bottom) / 2:
            before, line_y = lane, top - gap
            break
    if before == carried:
        place = shown.index(carried) + 1
        before = shown[place] if place < len(shown) else None
    return before, line_y


def _span(lanes: LaneFrame, lane: int) -> tuple[float, float]:
    """Return top and bottom of a lane with all that stands in it."""
    order, depth = lanes.layout.order, lanes.choice.depth
    place = order.index(lane)
    last = lane
    for below in order[place + 1 :]:
        if depth[below] <= depth[lane]:
            break
        last = below
    return lanes.ground(lane).y, lanes.ground(last).bottom
