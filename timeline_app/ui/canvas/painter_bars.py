# SPDX-License-Identifier: MIT
"""Paints bars: what is known has an edge, what is doubtful fades, and neither by colour alone.

A bar is a tinted body over a rule in the lane's full colour. A known day closes it with an upright
rule; doubt fades body and rule alike; an open end points on; an unknown end fades to a question mark;
an uncertain span is a dashed outline without a body, one that is approximate as well has a pale body
that fades. A stretch at some time in which one thing happened is a pale body without a rule.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen, QPolygonF

from timeline_app.base.geometry import Rect
from timeline_app.scene.items import BarShape, Cover, Emphasis, EndStyle, Item, TextStyle
from timeline_app.ui.canvas.inks import Ink, Tone
from timeline_app.ui.canvas.painter_fades import Stretch, dash_fading, fill_fading
from timeline_app.ui.canvas.painter_hatch import hatch
from timeline_app.ui.canvas.painter_text import TextPainter
from timeline_app.ui.canvas.pencil import Pencil

END_RULE_PX: Final = 3.0
LEAST_FADE_PX: Final = 10.0
UNKNOWN_FADE_PX: Final = 36.0
STRONG: Final = Emphasis.HOVERED | Emphasis.SELECTED
QUESTION: Final = TextStyle("label-strong", align=0)
FADING: Final = (EndStyle.FADE, EndStyle.UNKNOWN)
RULED: Final = (EndStyle.SOLID, EndStyle.CROSSED)
FAR_OUT_PX: Final = 20.0
GONE_RADIUS_PX: Final = 4.0
CROSSED_SHARE: Final = 0.2
"""How much of an end's rule is left above and below words that pass over it."""


def paint_bar(pencil: Pencil, item: Item, ink: Ink, text: TextPainter) -> None:
    """Paint a bar item."""
    shape, rect = item.detail, item.rect
    if not isinstance(shape, BarShape):
        return
    stretch = _stretch(rect, shape, pencil)
    if shape.cover is not Cover.PLAIN:
        _paint_covered(pencil, item, stretch, ink)
        _paint_questions(pencil, rect, shape, ink, text)
        return
    fading = stretch._replace(
        left=stretch.left if shape.left in FADING else stretch.core_left,
        right=stretch.right if shape.right in FADING else stretch.core_right,
    )
    if shape.thin:
        fill_fading(pencil, stretch, rect.y, rect.h, ink.edge)
        return
    body, is_ruled = _body_tone(item, ink), not (shape.hollow or shape.pale)
    rule_px = _rule_px(item, ink) if is_ruled else 0.0
    if body is not None:
        fill_fading(pencil, fading, rect.y, rect.h - rule_px, body)
    if is_ruled:
        fill_fading(pencil, fading, rect.bottom - rule_px, rule_px, ink.edge)
    if shape.hollow:
        line_px = max(pencil.snapped(ink.edge_px * 0.75), 1.0)
        dash_fading(pencil, fading, rect.y, line_px, ink.edge)
        dash_fading(pencil, fading, rect.bottom - line_px, line_px, ink.edge)
    _paint_ends(pencil, item, stretch, ink)
    _paint_questions(pencil, rect, shape, ink, text)


def _paint_covered(pencil: Pencil, item: Item, stretch: Stretch, ink: Ink) -> None:
    """Paint a bar of which nobody knows when it became public, hatched, or an outline that nothing fills."""
    shape, rect = item.detail, item.rect
    if not isinstance(shape, BarShape):
        return
    if shape.cover is Cover.HATCHED:
        hatch(pencil, rect, rect.x, ink.edge, stretch)
        for left, style in ((stretch.left, shape.left), (stretch.right - END_RULE_PX, shape.right)):
            if style in RULED:
                pencil.fill(Rect(left, rect.y, min(END_RULE_PX, rect.w / 2), rect.h), ink.edge.colour)
        return
    left, right = (
        max(rect.x, pencil.visible.x - FAR_OUT_PX),
        min(rect.right, pencil.visible.right + FAR_OUT_PX),
    )
    pencil.set_antialias(on=True)
    pencil.painter.setPen(ink.pen)
    pencil.painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = ink.edge_px / 2
    frame = QRectF(left + inset, rect.y + inset, max(right - left - 2 * inset, 1.0), rect.h - 2 * inset)
    pencil.painter.drawRoundedRect(frame, GONE_RADIUS_PX, GONE_RADIUS_PX)


def _stretch(rect: Rect, shape: BarShape, pencil: Pencil) -> Stretch:
    """Return the bar on whole pixels: outer edges, and the part between fades or points."""
    half = rect.w / 2
    left_px = min(_end_px(shape.left, shape.core_x - rect.x, rect.h), half)
    right_px = min(_end_px(shape.right, rect.right - shape.core_right, rect.h), half)
    if shape.left in FADING and shape.right in FADING and shape.core_x >= shape.core_right:
        # One fade meets the other, but neither is an edge.
        left_px = min(max(shape.core_x - rect.x, min(LEAST_FADE_PX, half)), rect.w)
        right_px = rect.w - left_px
    left, right = pencil.snapped(rect.x), pencil.snapped(rect.right)
    core_left = pencil.snapped(rect.x + left_px)
    return Stretch(left, core_left, max(pencil.snapped(rect.right - right_px), core_left), right)


def _end_px(style: EndStyle, doubt_px: float, height_px: float) -> float:
    """Return how much of the bar an end takes up."""
    if style is EndStyle.FADE:
        return max(doubt_px, LEAST_FADE_PX)
    if style is EndStyle.UNKNOWN:
        return max(doubt_px, UNKNOWN_FADE_PX)
    return height_px * 0.5 if style is EndStyle.OPEN else 0.0


def _rule_px(item: Item, ink: Ink) -> float:
    """Return the height of the rule below a bar: more for one that is pointed at, selected or connected."""
    return (
        ink.edge_px
        if item.emphasis is Emphasis.NONE or item.emphasis is Emphasis.DIMMED
        else ink.edge_px * 1.5
    )


def _paint_ends(pencil: Pencil, item: Item, stretch: Stretch, ink: Ink) -> None:
    shape, rect = item.detail, item.rect
    if not isinstance(shape, BarShape):
        return
    body = _body_tone(item, ink)
    rule_px = min(END_RULE_PX * pencil.weight, rect.w / 2)
    if shape.left in RULED:
        _paint_rule(pencil, Rect(stretch.left, rect.y, rule_px, rect.h), shape.left, ink)
    elif shape.left is EndStyle.OPEN:
        _paint_point(pencil, rect, (stretch.core_left, stretch.left), body, ink)
    if shape.right in RULED:
        _paint_rule(pencil, Rect(stretch.right - rule_px, rect.y, rule_px, rect.h), shape.right, ink)
    elif shape.right is EndStyle.OPEN:
        _paint_point(pencil, rect, (stretch.core_right, stretch.right), body, ink)


def _paint_rule(pencil: Pencil, rule: Rect, style: EndStyle, ink: Ink) -> None:
    """Paint the rule of a known end; where words pass over it, only above and below them."""
    if style is EndStyle.SOLID:
        pencil.fill(rule, ink.edge.colour)
        return
    part_px = pencil.snapped(rule.h * CROSSED_SHARE)
    pencil.fill(Rect(rule.x, rule.y, rule.w, part_px), ink.edge.colour)
    pencil.fill(Rect(rule.x, rule.bottom - part_px, rule.w, part_px), ink.edge.colour)


def _body_tone(item: Item, ink: Ink) -> Tone | None:
    shape = item.detail
    if isinstance(shape, BarShape) and (shape.pale or shape.hollow):
        return ink.pale if shape.pale else None
    # Comparing first: combining flags costs a microsecond, and most bars have none.
    return ink.strong if item.emphasis is not Emphasis.NONE and item.emphasis & STRONG else ink.fill


def _paint_point(pencil: Pencil, rect: Rect, reach: tuple[float, float], body: Tone | None, ink: Ink) -> None:
    """Let the body run into an arrow: an open end."""
    base_x, tip_x = reach
    if not pencil.visible.x - rect.h <= tip_x <= pencil.visible.right + rect.h:
        return
    top, bottom = pencil.snapped(rect.y), pencil.snapped(rect.bottom)
    half_px = ink.edge_px / 2
    middle = (top + bottom) / 2
    pencil.set_antialias(on=True)
    if body is not None:
        pencil.painter.setPen(Qt.PenStyle.NoPen)
        pencil.painter.setBrush(body.colour)
        point = [QPointF(base_x, top), QPointF(tip_x, middle), QPointF(base_x, bottom)]
        pencil.painter.drawPolygon(QPolygonF(point))
    inward = half_px if tip_x < base_x else -half_px
    edge = [
        QPointF(base_x, top + half_px),
        QPointF(tip_x + inward, middle),
        QPointF(base_x, bottom - half_px),
    ]
    pen = QPen(ink.edge.colour, ink.edge_px)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pencil.painter.setPen(pen)
    pencil.painter.setBrush(Qt.BrushStyle.NoBrush)
    pencil.painter.drawPolyline(QPolygonF(edge))


def _paint_questions(pencil: Pencil, rect: Rect, shape: BarShape, ink: Ink, text: TextPainter) -> None:
    """Write a question mark where nobody knows."""
    size_px = rect.h * 0.7
    if shape.left is EndStyle.UNKNOWN:
        text.write(pencil, "?", QUESTION, Rect(rect.x, rect.y, size_px, rect.h), ink.text)
    if shape.right is EndStyle.UNKNOWN:
        text.write(pencil, "?", QUESTION, Rect(rect.right - size_px, rect.y, size_px, rect.h), ink.text)
