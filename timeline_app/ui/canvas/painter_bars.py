# SPDX-License-Identifier: MIT
"""Paints bars: what is known has an edge, what is doubtful fades, and neither by colour alone.

A bar is a tinted body over a rule in the lane's full colour. A known day closes it with an upright
rule; doubt fades body and rule alike; an open end points on; an unknown end fades to a question mark;
an uncertain span is a dashed outline without a body.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainterPath, QPen, QPolygonF

from timeline_app.base.geometry import Rect
from timeline_app.scene.items import BarShape, Emphasis, EndStyle, Item, TextStyle
from timeline_app.ui.canvas.inks import Ink, Tone
from timeline_app.ui.canvas.painter_text import TextPainter
from timeline_app.ui.canvas.pencil import Pencil

END_RULE_PX: Final = 3.0
LEAST_FADE_PX: Final = 10.0
UNKNOWN_FADE_PX: Final = 36.0
HOLLOW_DASH: Final = (5.0, 3.5)
STRONG: Final = Emphasis.HOVERED | Emphasis.SELECTED
QUESTION: Final = TextStyle("label-strong", align=0)
FADING: Final = (EndStyle.FADE, EndStyle.UNKNOWN)


class _Stretch(NamedTuple):
    """A bar in pixels: outer edges, and the part between the fades or points."""

    left: float
    core_left: float
    core_right: float
    right: float


def paint_bar(pencil: Pencil, item: Item, ink: Ink, text: TextPainter) -> None:
    """Paint a bar item."""
    shape = item.detail
    if not isinstance(shape, BarShape):
        return
    stretch = _stretch(item.rect, shape, pencil)
    if shape.hollow:
        _paint_outline(pencil, item.rect, stretch, shape, ink)
    elif shape.thin:
        _fill_faded(pencil, stretch, item.rect.y, item.rect.h, ink.edge)
    else:
        _paint_body(pencil, item, stretch, ink)
    if not shape.thin:
        _paint_ends(pencil, item, stretch, ink)
        _paint_questions(pencil, item.rect, shape, ink, text)


def _stretch(rect: Rect, shape: BarShape, pencil: Pencil) -> _Stretch:
    half = rect.w / 2
    left_px = min(_end_px(shape.left, shape.core_x - rect.x, rect.h), half)
    right_px = min(_end_px(shape.right, rect.right - shape.core_right, rect.h), half)
    if shape.left in FADING and shape.right in FADING and shape.core_x >= shape.core_right:
        left_px = min(max(shape.core_x - rect.x, 0.0), rect.w)
        right_px = rect.w - left_px
    left, right = pencil.snapped(rect.x), pencil.snapped(rect.right)
    core_left = pencil.snapped(rect.x + left_px)
    return _Stretch(left, core_left, max(pencil.snapped(rect.right - right_px), core_left), right)


def _end_px(style: EndStyle, doubt_px: float, height_px: float) -> float:
    """Return how much of the bar an end takes up."""
    match style:
        case EndStyle.FADE:
            return max(doubt_px, LEAST_FADE_PX)
        case EndStyle.UNKNOWN:
            return max(doubt_px, UNKNOWN_FADE_PX)
        case EndStyle.OPEN:
            return height_px * 0.5
        case EndStyle.SOLID:
            return 0.0


def _paint_body(pencil: Pencil, item: Item, stretch: _Stretch, ink: Ink) -> None:
    shape, rect = item.detail, item.rect
    if not isinstance(shape, BarShape):
        return
    tone = _body_tone(item, ink)
    rule_px = ink.edge_px if item.emphasis is Emphasis.NONE else _rule_px(item, ink)
    _fill_faded(pencil, stretch, rect.y, rect.h - rule_px, tone, shape)
    _fill_faded(pencil, stretch, rect.bottom - rule_px, rule_px, ink.edge, shape)


def _rule_px(item: Item, ink: Ink) -> float:
    return ink.edge_px * (1.5 if item.emphasis & (STRONG | Emphasis.CONNECTED) else 1.0)


def _fill_faded(
    pencil: Pencil, stretch: _Stretch, y: float, h: float, tone: Tone, shape: BarShape | None = None
) -> None:
    """Fill a horizontal band, full between the cores, fading towards doubtful ends."""
    core = Rect(stretch.core_left, y, stretch.core_right - stretch.core_left, h)
    if core.w > 0.0:
        pencil.fill(core, tone.colour)
    if stretch.core_left > stretch.left and (shape is None or shape.left in FADING):
        area = Rect(stretch.left, y, stretch.core_left - stretch.left, h)
        _fill_gradient(pencil, area, stretch.left, stretch.core_left, tone)
    if stretch.right > stretch.core_right and (shape is None or shape.right in FADING):
        area = Rect(stretch.core_right, y, stretch.right - stretch.core_right, h)
        _fill_gradient(pencil, area, stretch.right, stretch.core_right, tone)


def _fill_gradient(pencil: Pencil, area: Rect, clear_x: float, full_x: float, tone: Tone) -> None:
    box = pencil.box(area)
    if box.width() > 0.0:
        pencil.painter.fillRect(box, tone.faded(clear_x, full_x))


def _paint_outline(pencil: Pencil, rect: Rect, stretch: _Stretch, shape: BarShape, ink: Ink) -> None:
    """Uncertain: dashed lines above and below, fading where the date is doubtful too."""
    width = max(ink.edge_px * 0.75, 1.5)
    pencil.set_antialias(on=True)
    top, bottom = rect.y + width / 2, rect.bottom - width / 2
    first = max(stretch.left if shape.left in FADING else stretch.core_left, pencil.visible.x - 16.0)
    last = min(stretch.right if shape.right in FADING else stretch.core_right, pencil.visible.right + 16.0)
    if last <= first:
        return
    path = QPainterPath()
    for y in (top, bottom):
        path.moveTo(first, y)
        path.lineTo(last, y)
    pen = QPen(QBrush(_outline_fade(ink.edge.colour, stretch, shape)), width)
    pen.setDashPattern([length / width for length in HOLLOW_DASH])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pencil.painter.setPen(pen)
    pencil.painter.setBrush(Qt.BrushStyle.NoBrush)
    pencil.painter.drawPath(path)


def _outline_fade(colour: QColor, stretch: _Stretch, shape: BarShape) -> QLinearGradient:
    """Return one gradient over the whole bar: the two lines have no separate ends to fade."""
    length = max(stretch.right - stretch.left, 1.0)
    gradient = QLinearGradient(stretch.left, 0.0, stretch.right, 0.0)
    clear = QColor(colour)
    clear.setAlphaF(0.12)
    gradient.setColorAt(0.0, clear if shape.left in FADING else colour)
    gradient.setColorAt(min((stretch.core_left - stretch.left) / length, 1.0), colour)
    gradient.setColorAt(min((stretch.core_right - stretch.left) / length, 1.0), colour)
    gradient.setColorAt(1.0, clear if shape.right in FADING else colour)
    return gradient


def _paint_ends(pencil: Pencil, item: Item, stretch: _Stretch, ink: Ink) -> None:
    shape, rect = item.detail, item.rect
    if not isinstance(shape, BarShape):
        return
    body = None if shape.hollow else _body_tone(item, ink)
    rule_px = min(END_RULE_PX * pencil.weight, rect.w / 2)
    if shape.left is EndStyle.SOLID:
        pencil.fill(Rect(stretch.left, rect.y, rule_px, rect.h), ink.edge.colour)
    elif shape.left is EndStyle.OPEN:
        _paint_point(pencil, rect, (stretch.core_left, stretch.left), body, ink)
    if shape.right is EndStyle.SOLID:
        pencil.fill(Rect(stretch.right - rule_px, rect.y, rule_px, rect.h), ink.edge.colour)
    elif shape.right is EndStyle.OPEN:
        _paint_point(pencil, rect, (stretch.core_right, stretch.right), body, ink)


def _body_tone(item: Item, ink: Ink) -> Tone:
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
