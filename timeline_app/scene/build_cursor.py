# SPDX-License-Identifier: MIT
"""The cursor in time: a fine line with a flag at the axis, and a quiet shade over what lies after it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from timeline_app.base.geometry import Rect
from timeline_app.base.messages import Translator
from timeline_app.model.curtain import Curtain
from timeline_app.model.known_at import KnownAt
from timeline_app.model.known_words import cursor_message
from timeline_app.scene.canvas_frame import CanvasFrame
from timeline_app.scene.items import Item, Kind, Layer, Target, TargetKind, TextStyle
from timeline_app.scene.surface import Surface
from timeline_app.scene.time_scale import TimeScale

LINE_PX: Final = 1.0
FLAG_AIR_PX: Final = 8.0
FLAG_TALLER_PX: Final = 4.0
FONT: Final = "badge"
MAJOR_WEIGHT: Final = 6
"""A year matters as much as so many names of months, or of its name in another calendar."""
_TARGET: Final = Target(TargetKind.CURSOR, 0)


def cursor_items(
    cursor: KnownAt | None,
    scale: TimeScale,
    frame: CanvasFrame,
    surface: Surface,
    translator: Translator,
    axis: list[Item],
) -> list[Item]:
    """Return the axis with line, flag and shade of a cursor; names that the flag would cut are left out."""
    if cursor is None:
        return axis
    lanes, x = frame.lanes, scale.x_of(cursor.at_s)
    top = frame.eras.y
    items: list[Item] = []
    left = max(x, lanes.x)
    if left < lanes.right:
        shade = Rect(left, top, lanes.right - left, lanes.bottom - top)
        items.append(Item(Kind.BAND, "known-shade", Layer.GRID, shade, _TARGET._replace(part="shade")))
    if not lanes.x <= x <= lanes.right:
        return [*axis, *items]
    width, text = LINE_PX * surface.text_scale, translator.text(cursor_message(cursor))
    flag = flag_place(x, text, frame, surface, translator, axis)
    line = Rect(x - width / 2, flag.y, width, lanes.bottom - flag.y)
    style, part = TextStyle(FONT, translator.language, 0), _TARGET._replace(part="flag")
    return [
        *(item for item in axis if not is_under(item, flag)),
        *items,
        Item(Kind.LINE, "known-line", Layer.GRID, line, _TARGET._replace(part="line")),
        Item(Kind.BAND, "known-flag", Layer.AXIS, flag, part),
        Item(Kind.LABEL, "known-word", Layer.AXIS, flag, part, text, detail=style),
    ]


def flag_place(
    x: float,
    text: str,
    frame: CanvasFrame,
    surface: Surface,
    translator: Translator,
    names: Sequence[Item],
    font: str = FONT,
) -> Rect:
    """Return the flag's place: at the line in the axis, on the side and height where it covers the fewest names."""
    axis, measurer = frame.axis, surface.measurer
    width = measurer.width_px(text, font, translator.language) + 2 * FLAG_AIR_PX * surface.text_scale
    height = min(measurer.line_px(font) + FLAG_TALLER_PX, axis.h)
    beside = [left for left in (x, x - width) if axis.x <= left and left + width <= axis.right]
    lefts = beside or [max(min(x, axis.right - width), axis.x)]
    # In the upper row there are the fewest names, so it comes first.
    places = [Rect(left, y, width, height) for y in (axis.y, axis.bottom - height) for left in lefts]
    return min(places, key=lambda place: sum(_weight(name) for name in names if is_under(name, place)))


def _weight(name: Item) -> int:
    """Return how much it matters that a name in the axis is to be read."""
    return MAJOR_WEIGHT if name.role == "axis-label-major" else 1


def is_under(item: Item, flag: Rect) -> bool:
    """Tell whether a name in the axis would be cut by the flag."""
    return item.kind is Kind.LABEL and item.rect.intersects(flag)


def overview_cursor(
    cursor: KnownAt | Curtain | None, scale: TimeScale, area: Rect, unit: float
) -> list[Item]:
    """Return line and shade of a cursor or a curtain in the overview."""
    if cursor is None:
        return []
    x = min(max(scale.x_of(cursor.at_s), area.x), area.right)
    after = (
        Rect(area.x, area.y, x - area.x, area.h) if scale.mirrored else area._replace(x=x, w=area.right - x)
    )
    width = LINE_PX * unit
    return [
        Item(Kind.BAND, "known-shade", Layer.GRID, after),
        Item(Kind.LINE, "known-line", Layer.GRID, Rect(x - width / 2, area.y, width, area.h)),
    ]
