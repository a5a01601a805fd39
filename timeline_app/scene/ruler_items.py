# SPDX-License-Identifier: MIT
"""The ruler as items: two hairlines with their dates in the axis, a bar between them, and its length on a card."""

from __future__ import annotations

from typing import Final, NamedTuple

from timeline_app.base.geometry import Rect
from timeline_app.scene.canvas_frame import CanvasFrame
from timeline_app.scene.items import Item, Kind, Layer, TextStyle
from timeline_app.scene.ruler_marks import RulerEnd, RulerMarks
from timeline_app.scene.surface import Surface
from timeline_app.scene.time_scale import TimeScale

LINE_PX: Final = 1.0
HELD_LINE_PX: Final = 2.5
BAR_PX: Final = 2.0
CAP_PX: Final = 12.0
FLAG_AIR_PX: Final = 8.0
FLAG_TALLER_PX: Final = 4.0
CARD_AIR_PX: Final = 12.0
CARD_PAD_PX: Final = 7.0
FOOT_PX: Final = 14.0
"""The card's distance from the lower edge of the lanes."""
MOST_SHARE: Final = 0.94
FLAG_FONT: Final = "badge"
LENGTH_FONT: Final = "body-strong"
NOTE_FONT: Final = "small"


class _Line(NamedTuple):
    """Words on the card, and how high they stand."""

    text: str
    font: str
    role: str


def ruler_items(
    marks: RulerMarks, scale: TimeScale, frame: CanvasFrame, surface: Surface, language: str
) -> list[Item]:
    """Return the ruler; of an end out of sight the bar goes on to the edge, and its date stands there."""
    xs = [scale.x_of(end.at_s) for end in (marks.first, marks.last)]
    items = [item for end in (marks.first, marks.last) for item in _doubt(end, scale, frame)]
    for number, end in enumerate((marks.first, marks.last)):
        is_left = (xs[0] <= xs[1]) == (number == 0)
        items.extend(
            end_items(
                end, xs[number], frame, surface, language, is_left=is_left, is_held=number == marks.in_hand
            )
        )
    items.extend(_bar_items(marks, min(xs), max(xs), frame, surface, language))
    return items


def beside_flags(items: list[Item], ruler: list[Item]) -> list[Item]:
    """Return the items without the names in the axis that the ruler's dates would cut."""
    flags = [item.rect for item in ruler if item.role.startswith("ruler-flag")]
    return [
        item
        for item in items
        if item.layer is not Layer.AXIS
        or item.kind is not Kind.LABEL
        or not any(flag.intersects(item.rect) for flag in flags)
    ]


def _doubt(end: RulerEnd, scale: TimeScale, frame: CanvasFrame) -> list[Item]:
    """Return the shade over all moments at which a doubtful end may lie."""
    if end.doubt_s is None:
        return []
    lanes = frame.lanes
    edges = sorted(min(max(scale.x_of(at_s), lanes.x), lanes.right) for at_s in end.doubt_s)
    if edges[1] - edges[0] < 1.0:
        return []
    area = Rect(edges[0], frame.eras.y, edges[1] - edges[0], lanes.bottom - frame.eras.y)
    return [Item(Kind.BAND, "ruler-doubt", Layer.AXIS, area)]


def end_items(
    end: RulerEnd,
    x: float,
    frame: CanvasFrame,
    surface: Surface,
    language: str,
    *,
    is_left: bool,
    is_held: bool,
) -> list[Item]:
    """Return line and flag of one end; the flags look away from each other."""
    lanes, axis, unit = frame.lanes, frame.axis, surface.text_scale
    width = surface.measurer.width_px(end.said, FLAG_FONT, language) + 2 * FLAG_AIR_PX * unit
    height = min(surface.measurer.line_px(FLAG_FONT) + FLAG_TALLER_PX, axis.h)
    at = min(max(x, lanes.x), lanes.right)
    left = at - width if is_left else at
    left = max(min(left, axis.right - width), axis.x)
    flag = Rect(left, axis.bottom - height, width, height)
    style = TextStyle(FLAG_FONT, language, 0)
    items = []
    if lanes.x <= x <= lanes.right:
        thick = (HELD_LINE_PX if is_held else LINE_PX) * unit
        line = Rect(x - thick / 2, flag.y, thick, lanes.bottom - flag.y)
        items.append(Item(Kind.LINE, "ruler-line", Layer.AXIS, line))
    role = "ruler-flag-held" if is_held else "ruler-flag"
    items.append(Item(Kind.BAND, role, Layer.AXIS, flag))
    items.append(Item(Kind.LABEL, f"{role}-word", Layer.AXIS, flag, None, end.said, detail=style))
    return items


def _bar_items(
    marks: RulerMarks, left: float, right: float, frame: CanvasFrame, surface: Surface, language: str
) -> list[Item]:
    """Return the bar between the lines with the card over its middle."""
    lanes, unit, measurer = frame.lanes, surface.text_scale, surface.measurer
    shown = [
        _Line(marks.length, LENGTH_FONT, "ruler-length"),
        *(_Line(note, NOTE_FONT, "ruler-note") for note in marks.notes),
    ]
    most = lanes.w * MOST_SHARE - 2 * CARD_AIR_PX * unit
    wanted = max(measurer.width_px(line.text, line.font, language) for line in shown)
    width = min(wanted, most) + 2 * CARD_AIR_PX * unit
    height = sum(measurer.line_px(line.font) for line in shown) + 2 * CARD_PAD_PX * unit
    seen_left, seen_right = min(max(left, lanes.x), lanes.right), max(min(right, lanes.right), lanes.x)
    middle = (seen_left + seen_right) / 2
    at = max(min(middle - width / 2, lanes.right - width), lanes.x)
    card = Rect(at, max(lanes.bottom - FOOT_PX * unit - height, lanes.y), width, height)
    # Where the card hides all of the bar, it stands over the card.
    has_room = seen_right - seen_left > card.w + 2 * CAP_PX * unit
    y = card.centre.y if has_room else card.y - CAP_PX * unit
    bar = Rect(seen_left, y - BAR_PX * unit / 2, max(seen_right - seen_left, 0.0), BAR_PX * unit)
    items = [Item(Kind.BAND, "ruler-bar", Layer.OVERLAY, bar)] if bar.w else []
    for x in (left, right):
        if lanes.x <= x <= lanes.right:
            cap = Rect(x - BAR_PX * unit / 2, y - CAP_PX * unit / 2, BAR_PX * unit, CAP_PX * unit)
            items.append(Item(Kind.BAND, "ruler-bar", Layer.OVERLAY, cap))
    items.append(Item(Kind.CARD, "ruler-card", Layer.OVERLAY, card))
    top = card.y + CARD_PAD_PX * unit
    for line in shown:
        place = Rect(
            card.x + CARD_AIR_PX * unit, top, width - 2 * CARD_AIR_PX * unit, measurer.line_px(line.font)
        )
        style = TextStyle(line.font, language, 0)
        items.append(Item(Kind.LABEL, line.role, Layer.OVERLAY, place, None, line.text, detail=style))
        top = place.bottom
    return items
