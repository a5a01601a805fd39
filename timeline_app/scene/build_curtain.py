# SPDX-License-Identifier: MIT
"""The curtain: a calm ground in folds before what comes later, with an edge and the last day that is seen."""

from __future__ import annotations

from typing import Final

from timeline_app.base.geometry import Rect
from timeline_app.base.messages import Translator
from timeline_app.model.curtain import Curtain
from timeline_app.model.known_words import end_message
from timeline_app.scene.build_cursor import flag_place, is_under
from timeline_app.scene.canvas_frame import CanvasFrame
from timeline_app.scene.items import Item, Kind, Layer, Target, TargetKind, TextStyle
from timeline_app.scene.surface import Surface
from timeline_app.scene.time_scale import TimeScale

EDGE_PX: Final = 3.0
FOLD_PX: Final = 22.0
FLAG_FONT: Final = "body-strong"
HANDLE_PX: Final = (14.0, 40.0)
RIDGE_PX: Final = 1.5
RIDGE_AT: Final = 0.3
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
    lanes, x, unit = frame.lanes, scale.x_of(curtain.at_s), surface.text_scale
    left, top = max(x, lanes.x), frame.eras.y
    if left >= lanes.right:
        return axis
    area = Rect(left, top, lanes.right - left, lanes.bottom - top)
    # Before the names of the eras too: it hangs from the axis.
    above = area._replace(h=frame.eras.h)
    items = [Item(Kind.BAND, "curtain", Layer.GRID, area, _TARGET._replace(part="curtain"))]
    items.extend(_folds(x, area, unit, Layer.GRID))
    items.append(Item(Kind.BAND, "curtain", Layer.AXIS, above))
    items.extend(_folds(x, above, unit, Layer.AXIS))
    if x < lanes.x:
        return [*axis, *items]
    text = translator.say("curtain.bar", moment=end_message(curtain.text))
    flag = flag_place(x, text, frame, surface, translator, axis, FLAG_FONT)
    style, part = TextStyle(FLAG_FONT, translator.language, 0), _TARGET._replace(part="curtain-flag")
    return [
        *(item for item in axis if not is_under(item, flag)),
        *items,
        *_edge(x, flag.y, frame, unit),
        Item(Kind.BAND, "curtain-flag", Layer.AXIS, flag, part),
        Item(Kind.LABEL, "curtain-word", Layer.AXIS, flag, part, text, detail=style),
    ]


def _edge(x: float, top: float, frame: CanvasFrame, unit: float) -> list[Item]:
    """Return the edge from its flag down, with a handle in the middle by which a hand pulls it."""
    lanes, part = frame.lanes, _TARGET._replace(part="curtain-edge")
    width = EDGE_PX * unit
    line = Rect(x - width / 2, top, width, lanes.bottom - top)
    above = line._replace(h=max(lanes.y - top, 0.0))
    wide, high = HANDLE_PX[0] * unit, min(HANDLE_PX[1] * unit, lanes.h / 2)
    handle = Rect(x - wide / 2, lanes.centre.y - high / 2, wide, high)
    ridge = Rect(0.0, handle.y + high * RIDGE_AT, unit * RIDGE_PX, high * (1.0 - 2 * RIDGE_AT))
    return [
        Item(Kind.LINE, "curtain-edge", Layer.GRID, line, part),
        Item(Kind.LINE, "curtain-edge", Layer.AXIS, above, part),
        Item(Kind.CARD, "curtain-handle", Layer.RAISED, handle, part),
        *(
            Item(
                Kind.LINE,
                "curtain-ridge",
                Layer.RAISED,
                ridge._replace(x=x + side * wide / 5 - ridge.w / 2),
                part,
            )
            for side in (-1.0, 1.0)
        ),
    ]


def _folds(x: float, area: Rect, unit: float, layer: Layer) -> list[Item]:
    """Return the folds, every other stripe from the edge on: the curtain moves as one."""
    wide = FOLD_PX * unit
    at = x + wide * (2 * max(int((area.x - x) // (2 * wide)), 0) + 1)
    found: list[Item] = []
    while at < area.right:
        fold = Rect(at, area.y, min(wide, area.right - at), area.h)
        found.append(Item(Kind.BAND, "curtain-fold", layer, fold))
        at += 2 * wide
    return found
