# SPDX-License-Identifier: MIT
"""Lane grounds, colour rules and names."""

from __future__ import annotations

from timeline_app.base.geometry import Rect
from timeline_app.model.heads import LaneView
from timeline_app.scene.canvas_frame import CanvasFrame
from timeline_app.scene.items import Item, Kind, Layer, Target, TargetKind, TextStyle
from timeline_app.scene.lane_layout import LaneBox, LaneLayout
from timeline_app.scene.surface import Surface, TextMeasurer

RULE_PX = 4.0
HEAD_INSET_PX = 8.0
HEAD_PAD_PX = 14.0
INDENT_PX = 10.0
MAX_HEAD_LINES = 3
HEAD_TOP_PX = 6.0


def lane_ground_items(
    lanes: tuple[LaneView, ...], layout: LaneLayout, frame: CanvasFrame, surface: Surface, scroll_px: float
) -> list[Item]:
    """Return grounds, rules and names of the lanes that are in the window."""
    items: list[Item] = []
    if frame.heads.w:
        items.append(Item(Kind.BAND, "heads-ground", Layer.HEAD, frame.heads))
    for lane, box in zip(lanes, layout.boxes, strict=True):
        top = frame.lanes.y + box.top_px - scroll_px
        if top + box.height_px < frame.lanes.y or top > frame.lanes.bottom:
            continue
        items.extend(_one_lane(lane, box, top, frame, surface))
    return items


def head_height_px(lane: LaneView, frame: CanvasFrame, surface: Surface) -> float:
    """Return the height that a lane's name takes beside the lane; 0 where names stand in the lanes."""
    if not frame.heads.w:
        return 0.0
    room_px = _head_room_px(lane, frame, surface)
    lines = wrapped(
        lane.title.text, lane.title.language, "lane-head", room_px, MAX_HEAD_LINES, surface.measurer
    )
    return HEAD_TOP_PX + len(lines) * surface.measurer.line_px("lane-head")


def _head_room_px(lane: LaneView, frame: CanvasFrame, surface: Surface) -> float:
    """Return the width for a lane's name in the column of names."""
    return frame.heads.w - HEAD_PAD_PX - RULE_PX * surface.text_scale - HEAD_INSET_PX - INDENT_PX * lane.depth


def _one_lane(lane: LaneView, box: LaneBox, top: float, frame: CanvasFrame, surface: Surface) -> list[Item]:
    target = Target(TargetKind.LANE, lane.index, lane.index)
    rule_px = RULE_PX * surface.text_scale
    ground = Rect(frame.lanes.x, top, frame.lanes.w, box.height_px)
    rule_x = ground.right if surface.mirrored else ground.x - rule_px
    if not frame.heads.w:
        rule_x = ground.right - rule_px if surface.mirrored else ground.x
    items = [
        Item(Kind.BAND, "lane-ground", Layer.BAND, ground, target, "", lane.colour),
        Item(
            Kind.BAND, "lane-rule", Layer.HEAD, Rect(rule_x, top, rule_px, box.height_px),
            target._replace(part="rule"), "", lane.colour,
        ),
    ]  # fmt: skip
    items.extend(_head(lane, box, top, frame, surface, target))
    return items


def _head(
    lane: LaneView, box: LaneBox, top: float, frame: CanvasFrame, surface: Surface, target: Target
) -> list[Item]:
    """Return the lane's name: right-aligned beside the lane, in up to three lines, or inside at its top."""
    measurer = surface.measurer
    line_px = measurer.line_px("lane-head")
    rule_px = RULE_PX * surface.text_scale
    if frame.heads.w:
        room_px = _head_room_px(lane, frame, surface)
        max_lines = min(max(int(box.height_px / line_px), 1), MAX_HEAD_LINES)
        lines = wrapped(lane.title.text, lane.title.language, "lane-head", room_px, max_lines, measurer)
        x = (
            frame.heads.x + HEAD_PAD_PX + rule_px
            if surface.mirrored
            else frame.heads.x + HEAD_INSET_PX + INDENT_PX * lane.depth
        )
        align = -1 if surface.mirrored else 1
        first_y = top + HEAD_TOP_PX
    else:
        room_px = frame.lanes.w - 3 * HEAD_PAD_PX
        lines = wrapped(lane.title.text, lane.title.language, "lane-head", room_px, 1, measurer)
        x, align, first_y = frame.lanes.x + HEAD_PAD_PX, (1 if surface.mirrored else -1), top + 3.0
    style = TextStyle("lane-head", lane.title.language, align)
    return [
        Item(
            Kind.LABEL, "lane-head", Layer.AXIS, Rect(x, first_y + number * line_px, room_px, line_px),
            target._replace(part=f"head-{number}"), line, lane.colour, detail=style,
        )
        for number, line in enumerate(lines)
    ]  # fmt: skip


def wrapped(
    text: str, language: str, font: str, room_px: float, max_lines: int, measurer: TextMeasurer
) -> list[str]:
    """Break a short text at spaces into lines; the last line is cut with an ellipsis if it must be."""
    words, lines, line = text.split(" "), list[str](), ""
    while words:
        candidate = f"{line} {words[0]}".strip()
        if not line or measurer.width_px(candidate, font, language) <= room_px:
            line = candidate
            words.pop(0)
            continue
        if len(lines) == max_lines - 1:
            break
        lines.append(line)
        line = ""
    lines.append(" ".join([line, *words]).strip())
    return [fitting(line, language, font, room_px, measurer) for line in lines]


def fitting(text: str, language: str, font: str, room_px: float, measurer: TextMeasurer) -> str:
    """Return a text as far as it has room, with an ellipsis if it is cut."""
    if measurer.width_px(text, font, language) <= room_px:
        return text
    while len(text) > 1 and measurer.width_px(text + "…", font, language) > room_px:
        text = text[:-1]
    return text.rstrip() + "…"
