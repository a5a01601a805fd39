# SPDX-License-Identifier: MIT
"""Break marks: where quiet time is folded away, axis, eras and lanes are torn, and it is said how much is left out."""

from __future__ import annotations

from typing import Final

from timeline_app.base.geometry import Rect
from timeline_app.base.messages import Translator
from timeline_app.scene.break_words import break_in_words, left_out_message, length_message
from timeline_app.scene.canvas_frame import CanvasFrame
from timeline_app.scene.items import BreakShape, Item, Kind, Layer, Target, TargetKind, TextStyle
from timeline_app.scene.surface import Surface
from timeline_app.scene.time_scale import Break, TimeScale

TOOTH_PX: Final = 3.0
"""How far the teeth of a torn edge reach."""
AIR_PX: Final = 2.0
LEAST_PX: Final = 9.0
"""However far away, a break is as wide as this: two torn edges that can be told apart."""
FOOT_PX: Final = 7.0
"""The words stand where the names of the finer ticks stand beside them."""
FONT: Final = "axis-minor"


def lane_breaks(scale: TimeScale, frame: CanvasFrame, surface: Surface, translator: Translator) -> list[Item]:
    """Return the tears through the lanes: over what goes on there, below all words and marks."""
    area = frame.lanes
    return [
        _torn(torn, area, Layer.BAR, "lanes", surface)._replace(text=break_in_words(torn.gap, translator))
        for torn in scale.breaks()
    ]


def axis_breaks(scale: TimeScale, frame: CanvasFrame, surface: Surface, translator: Translator) -> list[Item]:
    """Return the tears through axis, calendars and eras, and what they leave out where there is room for it."""
    items: list[Item] = []
    axis = frame.axis
    head = Rect(axis.x, axis.y, axis.w, frame.lanes.y - axis.y)
    for torn in scale.breaks():
        items.append(_torn(torn, head, Layer.AXIS, "axis", surface))
        items.extend(_words(torn, frame, surface, translator))
    return items


def overview_break(torn: Break, area: Rect, surface: Surface) -> Item:
    """Return a tear through the overview."""
    return _torn(torn, area, Layer.STRIP, "overview", surface)._replace(target=None)


def _torn(torn: Break, area: Rect, layer: Layer, part: str, surface: Surface) -> Item:
    lacking_px = max(LEAST_PX * surface.text_scale - (torn.right - torn.left), 0.0)
    rect = Rect(torn.left - lacking_px / 2, area.y, torn.right - torn.left + lacking_px, area.h)
    target = Target(TargetKind.BREAK, torn.number, part=part)
    shape = BreakShape(TOOTH_PX * surface.text_scale)
    return Item(Kind.BREAK, "break", layer, rect, target, detail=shape)


def _words(torn: Break, frame: CanvasFrame, surface: Surface, translator: Translator) -> list[Item]:
    """Return what is left out, in the middle of what is seen of the break: in full, else only how long it is.

    How long it is may stand in two lines; no word is cut.
    """
    measurer, axis, language = surface.measurer, frame.axis, translator.language
    inset_px = TOOTH_PX * surface.text_scale + AIR_PX
    left, right = max(torn.left, axis.x) + inset_px, min(torn.right, axis.right) - inset_px
    length = translator.text(length_message(torn.gap.last_s - torn.gap.first_s))
    in_full = translator.text(left_out_message(torn.gap))
    line_px = measurer.line_px(FONT)
    for lines in ([in_full], [length], length.split(" ", 1) if frame.has_minor_row else []):
        widths_px = [measurer.width_px(line, FONT, language) for line in lines]
        if not lines or max(widths_px) > right - left:
            continue
        foot = axis.bottom - FOOT_PX if frame.has_minor_row else axis.centre.y + line_px / 2
        style = TextStyle(FONT, language, 0)
        tops = (foot - line_px * (len(lines) - number) for number in range(len(lines)))
        return [
            Item(
                Kind.LABEL, "break-label", Layer.AXIS,
                Rect((left + right - width_px) / 2, top, width_px, line_px),
                Target(TargetKind.BREAK, torn.number, part=f"words-{number}"), line, detail=style,
            )
            for number, (line, width_px, top) in enumerate(zip(lines, widths_px, tops, strict=True))
        ]  # fmt: skip
    return []
