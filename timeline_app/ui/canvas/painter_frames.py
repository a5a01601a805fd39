# SPDX-License-Identifier: MIT
"""Paints grounds, hairlines, cards with their one soft shadow, badges and rings."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF

from timeline_app.base.geometry import Rect
from timeline_app.scene.items import BreakShape, Item, TextStyle
from timeline_app.ui.canvas.inks import Ink, pen_of
from timeline_app.ui.canvas.painter_text import TextPainter
from timeline_app.ui.canvas.pencil import Pencil
from timeline_app.ui.icons import draw_icon

SHADOW_REACH_PX: Final = 18
SHADOW_DROP_PX: Final = 5.0
MAX_SHADOWS: Final = 16
MAX_BADGES: Final = 1_000
TEETH_APART: Final = 1.6
"""From the tip of a tooth to the next notch, in lengths of the tooth."""
BADGE_TEXT: Final = TextStyle("badge", align=0)


def paint_band(pencil: Pencil, item: Item, ink: Ink) -> None:
    """Paint a ground; with an edge it is a frame with rounded corners."""
    if ink.has_edge or ink.radius_px:
        _rounded(pencil, item.rect, ink, filled=ink.has_fill)
    else:
        pencil.fill(item.rect, ink.fill.colour)


def paint_line(pencil: Pencil, item: Item, ink: Ink) -> None:
    """Paint a hairline on whole device pixels, dashed where its role is."""
    if not ink.dash:
        pencil.fill(item.rect, ink.fill.colour)
        return
    box = pencil.box(item.rect)
    width = min(box.width(), box.height())
    pencil.set_antialias(on=False)
    pencil.painter.setPen(pen_of(ink.fill.colour, width, ink.dash))
    if box.width() < box.height():
        x = box.x() + width / 2
        pencil.painter.drawLine(QLineF(x, box.top(), x, box.bottom()))
    else:
        y = box.y() + width / 2
        pencil.painter.drawLine(QLineF(box.left(), y, box.right(), y))


def paint_tick(pencil: Pencil, item: Item, ink: Ink) -> None:
    """Paint a tick or a mark of a strip."""
    pencil.fill(item.rect, ink.fill.colour)


def paint_icon(pencil: Pencil, item: Item, ink: Ink) -> None:
    """Paint one of the interface's icons."""
    corner = QPointF(pencil.snapped(item.rect.x), pencil.snapped(item.rect.y))
    box = QRectF(corner.x(), corner.y(), item.rect.w, item.rect.h)
    draw_icon(pencil.painter, item.text, box, ink.text.colour)


class BadgePainter:
    """Paints counts in pills; a screen gets each from an image that is drawn once."""

    def __init__(self) -> None:
        self._images: dict[tuple[str, int, int, int, int, float], QImage] = {}

    def paint(self, pencil: Pencil, item: Item, ink: Ink, text: TextPainter) -> None:
        """Paint a badge item."""
        if pencil.is_vector:
            _paint_pill(pencil, item.rect, item.text, ink, text)
            return
        ratio, rect = pencil.pixel_ratio, item.rect
        left, top = pencil.snapped(rect.x), pencil.snapped(rect.y)
        width, height = round(rect.w * ratio), round(rect.h * ratio)
        key = (item.text, width, height, ink.fill.rgba, ink.edge.rgba, ratio)
        image = self._images.get(key)
        if image is None:
            image = self._images[key] = self._drawn(item.text, (width, height), ratio, (pencil, ink, text))
        pencil.painter.drawImage(QPointF(left, top), image)

    def _drawn(
        self, words: str, size: tuple[int, int], ratio: float, tools: tuple[Pencil, Ink, TextPainter]
    ) -> QImage:
        if len(self._images) >= MAX_BADGES:
            self._images.clear()
        pencil, ink, text = tools
        image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(0)
        painter = QPainter(image)
        own = Pencil(painter, pixel_ratio=ratio, weight=pencil.weight)
        _paint_pill(own, Rect(0.0, 0.0, size[0] / ratio, size[1] / ratio), words, ink, text)
        painter.end()
        return image


def _paint_pill(pencil: Pencil, rect: Rect, words: str, ink: Ink, text: TextPainter) -> None:
    _rounded(pencil, rect, ink, filled=True, radius_px=rect.h / 2)
    text.write(pencil, words, BADGE_TEXT, rect, ink.text)


def paint_break(pencil: Pencil, item: Item, ink: Ink) -> None:
    """Paint a tear: bare ground between two edges that zigzag alike, as two sides of one tear do."""
    tooth_px = item.detail.tooth_px if isinstance(item.detail, BreakShape) else 0.0
    rect = item.rect
    left = _zigzag(rect.x, rect.y, rect.bottom, tooth_px)
    right = [QPointF(at.x() + rect.w - tooth_px, at.y()) for at in left]
    painter = pencil.painter
    pencil.set_antialias(on=True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.fill.colour)
    painter.drawPolygon(QPolygonF([*left, *reversed(right)]))
    painter.setPen(ink.pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(left))
    painter.drawPolyline(QPolygonF(right))


def _zigzag(x: float, top: float, bottom: float, tooth_px: float) -> list[QPointF]:
    """Return the points of a torn edge; teeth are counted from the top of the picture, so that parts fit together."""
    pitch_px = max(tooth_px * TEETH_APART, 1.0)

    def point(y: float) -> QPointF:
        along = y / pitch_px % 2.0
        return QPointF(x + tooth_px * (along if along <= 1.0 else 2.0 - along), y)

    first, last = math.floor(top / pitch_px) + 1, math.ceil(bottom / pitch_px)
    return [point(top), *(point(number * pitch_px) for number in range(first, last)), point(bottom)]


def paint_ring(pencil: Pencil, item: Item, ink: Ink) -> None:
    """Paint an outline; one with a ground of its own gets a rim of it, to be seen on any colour."""
    if ink.dash:
        _rounded(pencil, item.rect, ink, filled=ink.has_fill)
        return
    if ink.has_fill:
        painter = pencil.painter
        pencil.set_antialias(on=True)
        painter.setPen(pen_of(ink.fill.colour, ink.edge_px + 3.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(*item.rect), ink.radius_px, ink.radius_px)
    _rounded(pencil, item.rect, ink, filled=False)


def _rounded(pencil: Pencil, rect: Rect, ink: Ink, *, filled: bool, radius_px: float | None = None) -> None:
    """Draw a rounded frame whose edge lies wholly inside the rectangle's middle line."""
    pencil.set_antialias(on=True)
    radius = ink.radius_px if radius_px is None else radius_px
    painter = pencil.painter
    painter.setPen(ink.pen)
    painter.setBrush(ink.fill.colour if filled else Qt.BrushStyle.NoBrush)
    left, top = pencil.snapped(rect.x), pencil.snapped(rect.y)
    right, bottom = pencil.snapped(rect.right), pencil.snapped(rect.bottom)
    inset = ink.edge_px / 2
    frame = QRectF(left + inset, top + inset, right - left - 2 * inset, bottom - top - 2 * inset)
    painter.drawRoundedRect(frame, radius, radius)


class CardPainter:
    """Paints raised cards; the shadow of each size is drawn once for a screen."""

    def __init__(self, shadow: QColor) -> None:
        self._shadow = shadow
        self._images: dict[tuple[int, int, float], QImage] = {}

    def paint(self, pencil: Pencil, item: Item, ink: Ink) -> None:
        """Paint a card item: shadow, ground, border in the lane's colour."""
        if ink.shadow and self._shadow.alpha():
            self._paint_shadow(pencil, item.rect, ink.radius_px)
        _rounded(pencil, item.rect, ink, filled=True)

    def _paint_shadow(self, pencil: Pencil, rect: Rect, radius_px: float) -> None:
        if pencil.is_vector:
            pencil.set_antialias(on=True)
            draw_shadow(pencil.painter, QRectF(*rect), radius_px, self._shadow)
            return
        ratio = pencil.pixel_ratio
        key = (round(rect.w * ratio), round(rect.h * ratio), ratio)
        image = self._images.get(key)
        if image is None:
            image = self._draw_image(key, radius_px)
        at = QPointF(pencil.snapped(rect.x) - SHADOW_REACH_PX, pencil.snapped(rect.y) - SHADOW_REACH_PX)
        pencil.painter.drawImage(at, image)

    def _draw_image(self, key: tuple[int, int, float], radius_px: float) -> QImage:
        if len(self._images) >= MAX_SHADOWS:
            self._images.clear()
        width, height, ratio = key
        around = round(2 * SHADOW_REACH_PX * ratio + SHADOW_DROP_PX * ratio)
        image = QImage(width + around, height + around, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(0)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(SHADOW_REACH_PX, SHADOW_REACH_PX, width / ratio, height / ratio)
        draw_shadow(painter, card, radius_px, self._shadow)
        painter.end()
        self._images[key] = image
        return image


def draw_shadow(painter: QPainter, card: QRectF, radius_px: float, colour: QColor) -> None:
    """Draw a soft shadow from nested shapes, so that a vector picture has it without an image."""
    painter.setPen(Qt.PenStyle.NoPen)
    layer = QColor(colour)
    for step in range(SHADOW_REACH_PX):
        # Faint layers, denser towards the card: darkest under it, nothing at the rim.
        reach = SHADOW_REACH_PX * (1.0 - (step + 0.5) / SHADOW_REACH_PX) ** 1.3 - SHADOW_REACH_PX * 0.25
        layer.setAlphaF(colour.alphaF() * 1.8 / SHADOW_REACH_PX)
        painter.setBrush(layer)
        shape = card.adjusted(-reach, -reach, reach, reach).translated(0.0, SHADOW_DROP_PX)
        radius = max(radius_px + reach, 1.0)
        painter.drawRoundedRect(shape, radius, radius)
