# SPDX-License-Identifier: MIT
"""How a facsimile is painted: the overview under the tiles that are there, and what lies beside a region dimmed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from timeline_app.base.geometry import Rect
from timeline_app.ui.facsimile.pyramid import TileId
from timeline_app.ui.facsimile.sheet_view import SheetView
from timeline_app.ui.facsimile.sheet_work import Opened
from timeline_app.ui.fonts import font_for
from timeline_app.ui.reading.reading_view import FOCUS_RING_PX
from timeline_app.ui.reading.typesetter import Typesetter

DIM_ALPHA: Final = 64
"""The rest stays legible: a region is where to look first, not all there is to see."""
SHARP_FROM: Final = 2.0
"""Enlarged beyond this, pixels are shown as they are."""
_QUARTER_DEGREES: Final = 90.0
_MARGIN_PX: Final = 40.0


def paint_sheet(
    painter: QPainter,
    view: SheetView,
    sheet: Opened,
    level: int,
    tile_of: Callable[[TileId], QImage | None],
    kind: Typesetter,
    region: Rect | None,
) -> None:
    """Paint what is seen of a page."""
    painter.fillRect(painter.viewport(), kind.colour("quote"))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, view.scale < SHARP_FROM)
    whole = Rect(0, 0, view.page.w, view.page.h)
    _paint_image(painter, view, whole, sheet.overview)
    if level < sheet.pyramid.overview_level:
        for tile in reversed(sheet.pyramid.tiles_in(level, view.part)):
            image = tile_of(tile)
            if image is not None:
                _paint_image(painter, view, sheet.pyramid.page_rect(tile), image)
    if region is not None:
        _paint_region(painter, view, region, kind)


def _paint_image(painter: QPainter, view: SheetView, part: Rect, image: QImage) -> None:
    """Paint an image where a part of the page stands, turned as the page is."""
    place = view.rect_in_window(part)
    if not view.turns:
        painter.drawImage(QRectF(place.x, place.y, place.w, place.h), image)
        return
    painter.save()
    painter.translate(QPointF(place.centre.x, place.centre.y))
    painter.rotate(_QUARTER_DEGREES * view.turns)
    w, h = (place.h, place.w) if view.turns % 2 else (place.w, place.h)
    painter.drawImage(QRectF(-w / 2, -h / 2, w, h), image)
    painter.restore()


def _paint_region(painter: QPainter, view: SheetView, region: Rect, kind: Typesetter) -> None:
    """Outline a region, and dim the rest of the page; the outline is dark and light, so it is seen on any scan."""
    # Far beyond the window nothing is drawn: large shapes cost by their size, seen or not.
    near = QRectF(painter.viewport()).adjusted(-_MARGIN_PX, -_MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
    page = _qrect(view.rect_in_window(Rect(0, 0, view.page.w, view.page.h))) & near
    inside = _qrect(view.rect_in_window(region)) & near
    dim = QColor(0, 0, 0, DIM_ALPHA)
    if inside.isEmpty():
        painter.fillRect(page, dim)
        return
    for rest in (
        QRectF(page.left(), page.top(), page.width(), inside.top() - page.top()),
        QRectF(page.left(), inside.bottom(), page.width(), page.bottom() - inside.bottom()),
        QRectF(page.left(), inside.top(), inside.left() - page.left(), inside.height()),
        QRectF(inside.right(), inside.top(), page.right() - inside.right(), inside.height()),
    ):
        painter.fillRect(rest, dim)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width_px in ((QColor(255, 255, 255, 220), 5.0), (kind.colour("passage-rule"), 2.5)):
        painter.setPen(QPen(colour, width_px))
        painter.drawRoundedRect(inside.adjusted(-2.0, -2.0, 2.0, 2.0), 3.0, 3.0)


def paint_waiting(painter: QPainter, rect: QRect, text: str, kind: Typesetter) -> None:
    """Paint the words that stand where a page is being opened."""
    painter.fillRect(rect, kind.colour("quote"))
    painter.setFont(font_for("small", "", kind.text_scale))
    painter.setPen(kind.colour("ink-second"))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), text)


def paint_focus(painter: QPainter, rect: QRect, kind: Typesetter) -> None:
    """Paint the keyboard's ring, on a light line so that it is seen on a dark scan too."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width_px in (
        (kind.colour("paper"), FOCUS_RING_PX + 2.0),
        (kind.colour("focus"), FOCUS_RING_PX),
    ):
        painter.setPen(QPen(colour, width_px))
        painter.drawRoundedRect(QRectF(rect).adjusted(2.0, 2.0, -2.0, -2.0), 4.0, 4.0)


def _qrect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.w, rect.h)
