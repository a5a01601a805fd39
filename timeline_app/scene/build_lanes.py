# SPDX-License-Identifier: MIT
"""Lane grounds, colour rules and names."""

from __future__ import annotations

from timeline_app.base.geometry import Rect
from timeline_app.model.heads import LaneView
from timeline_app.scene.canvas_frame import CanvasFrame
from timeline_app.scene.items import Item, Kind, Layer, Target, TargetKind, TextStyle
from timeline_app.scene.lane_heads import (
    HEAD_INSET_PX,
    HEAD_PAD_PX,
    HEAD_TOP_PX,
    INDENT_PX,
    RULE_PX,
    LaneFrame,
    name_line,
)
from timeline_app.scene.lane_layout import LANE_GAP_PX
from timeline_app.scene.surface import Surface, TextMeasurer

MAX_HEAD_LINES = 3


def lane_ground_items(lanes: LaneFrame) -> list[Item]:
    """Return grounds, rules and names of the lanes that are in the window."""
    items: list[Item] = []
    if lanes.frame.heads.w:
        items.append(Item(Kind.BAND, "heads-ground", Layer.HEAD, lanes.frame.heads))
    for lane in lanes.layout.order:
        if lanes.is_in_window(lane):
            items.extend(_one_lane(lanes, lane))
    if 0.0 < lanes.layout.pinned_px < lanes.layout.content_height_px:
        items.append(_pinned_edge(lanes))
    return items


def _pinned_edge(lanes: LaneFrame) -> Item:
    """Return the line below the lanes that stay."""
    frame = lanes.frame
    y = lanes.scrolled.y - LANE_GAP_PX / 2 - 0.5
    edge = Rect(min(frame.heads.x, frame.lanes.x), y, frame.heads.w + frame.lanes.w, 1.0)
    return Item(Kind.LINE, "lanes-edge", Layer.HEAD, edge)


def head_height_px(lane: LaneView, frame: CanvasFrame, surface: Surface) -> float:
    """Return the height that a lane's name takes beside the lane; 0 where names stand in the lanes."""
    if not frame.heads.w:
        return 0.0
    rule_px = RULE_PX * surface.text_scale
    room_px = frame.heads.w - HEAD_PAD_PX - rule_px - HEAD_INSET_PX - INDENT_PX * lane.depth
    lines = wrapped(
        lane.title.text, lane.title.language, "lane-head", room_px, MAX_HEAD_LINES, surface.measurer
    )
    return HEAD_TOP_PX + len(lines) * surface.measurer.line_px("lane-head")


def _one_lane(lanes: LaneFrame, lane: int) -> list[Item]:
    target, colour = Target(TargetKind.LANE, lane, lane), lanes.lanes[lane].colour
    surface, ground, rule_px = lanes.surface, lanes.ground(lane), lanes.rule_px
    rule_x = ground.right if surface.mirrored else ground.x - rule_px
    if not lanes.frame.heads.w:
        rule_x = ground.right - rule_px if surface.mirrored else ground.x
    rule = Rect(rule_x, ground.y, rule_px, ground.h)
    return [
        Item(Kind.BAND, "lane-ground", Layer.BAND, ground, target, "", colour),
        Item(Kind.BAND, "lane-rule", Layer.HEAD, rule, target._replace(part="rule"), "", colour),
        *_name_items(lanes, lane, target),
    ]


def _name_items(lanes: LaneFrame, lane: int, target: Target) -> list[Item]:
    """Return the lane's name: beside the lane in up to three lines, or inside at its top in one."""
    first, view, box = name_line(lanes, lane), lanes.lanes[lane], lanes.layout.boxes[lane]
    is_beside, is_mirrored = bool(lanes.frame.heads.w), lanes.surface.mirrored
    max_lines = 1
    if is_beside and box.rows:
        max_lines = min(max(int(box.height_px / first.h), 1), MAX_HEAD_LINES)
    title = view.title
    lines = wrapped(title.text, title.language, "lane-head", first.w, max_lines, lanes.surface.measurer)
    style = TextStyle("lane-head", title.language, 1 if is_beside != is_mirrored else -1)
    return [
        Item(
            Kind.LABEL, "lane-head", Layer.AXIS, first.moved(0.0, number * first.h),
            target._replace(part=f"head-{number}"), line, view.colour, detail=style,
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
