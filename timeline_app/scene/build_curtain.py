# SPDX-License-Identifier: MIT
"""The curtain: a calm ground in folds before what comes later, with an edge and the last day that is seen."""

from __future__ import annotations

from typing import Final

from timeline_app.base.geometry import Rect
from timeline_app.base.messages import Translator
from timeline_app.model.curtain import Curtain
from timeline_app.model.known_words import end_message
from timeline_app.scene.build_cursor import FONT, flag_place, is_under
from timeline_app.scene.canvas_frame import CanvasFrame
from timeline_app.scene.items import Item, Kind, Layer, Target, TargetKind, TextStyle
from timeline_app.scene.surface import Surface
from timeline_app.scene.time_scale import TimeScale

EDGE_PX: Final = 3.0
FOLD_PX: Final = 22.0
_TARGET: Final = Target(TargetKind.CURSOR, 0)


def curtain_items(
    curtain: Curtain,
    scale: TimeScale,
    frame: CanvasFrame,
    surface: Surface,
    translator: Translator,
    axis: list[Item],
) -> list[Item]:
    """Return the axis with the curtain below the events: the names of those that are seen may reach over it."""
    lanes, x = frame.lanes, scale.x_of(curtain.at_s)
    left, top = max(x, lanes.x), frame.eras.y
    if left >= lanes.right:
        return axis
    area = Rect(left, top, lanes.right - left, lanes.bottom - top)
    items = [Item(Kind.BAND, "curtain", Layer.GRID, area, _TARGET._replace(part="curtain"))]
    items.extend(_folds(x, area, surface.text_scale))
    if x < lanes.x:
        return [*axis, *items]
    text = translator.say("curtain.bar", moment=end_message(curtain.text))
    flag = flag_place(x, text, frame, surface, translator, axis)
    width = EDGE_PX * surface.text_scale
    line = Rect(x - width / 2, flag.y, width, lanes.bottom - flag.y)
    style, part = TextStyle(FONT, translator.language, 0), _TARGET._replace(part="curtain-flag")
    return [
        *(item for item in axis if not is_under(item, flag)),
        *items,
        Item(Kind.LINE, "curtain-edge", Layer.GRID, line, _TARGET._replace(part="curtain-edge")),
        Item(Kind.BAND, "curtain-flag", Layer.AXIS, flag, part),
        Item(Kind.LABEL, "curtain-word", Layer.AXIS, flag, part, text, detail=style),
    ]


def _folds(x: float, area: Rect, unit: float) -> list[Item]:
    """Return the folds, every other stripe from the edge on: the curtain moves as one."""
    wide = FOLD_PX * unit
    at = x + wide * (2 * max(int((area.x - x) // (2 * wide)), 0) + 1)
    found: list[Item] = []
    while at < area.right:
        fold = Rect(at, area.y, min(wide, area.right - at), area.h)
        found.append(Item(Kind.BAND, "curtain-fold", Layer.GRID, fold))
        at += 2 * wide
    return found
