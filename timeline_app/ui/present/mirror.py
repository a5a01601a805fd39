# SPDX-License-Identifier: MIT
"""The class's picture, small and alive, in the presenter's window: what is pointed at here is pointed at there."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.base.clock import Cancel, Clock
from timeline_app.base.geometry import Point, Rect
from timeline_app.state.tour_state import Cover, PresentState, Tool
from timeline_app.ui.canvas.inks import qcolor
from timeline_app.ui.present.hall import Hall
from timeline_app.ui.present.overlay import COVERS, GLASS_SHARE, RING_SHARE
from timeline_app.ui.present.presenter_style import AMBER
from timeline_app.ui.present.tool_painting import EDGE, RING, SHADE, paint_ring, paint_spotlight
from timeline_app.ui.theme import Theme

SOON_MS: Final = 20.0
"""The class's own picture is drawn first."""
BETWEEN_MS: Final = 66.0
"""So often at most the picture is drawn anew while things move."""
EDGE_PX: Final = 2.0
CORNER_PX: Final = 8.0
FOCUS_PX: Final = 4.0
COVERED_ALPHA: Final = 176


class Mirror(QWidget):
    """Paints a widget that lives in another window, letterboxed, with what lies over the class's picture."""

    def __init__(self, hall: Hall, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hall: Final = hall
        self._clock = clock
        self._theme: Theme | None = None
        self._present = PresentState()
        self._picture = QImage()
        self._later: Cancel | None = None
        self._drawn_ms = -BETWEEN_MS
        self.band: Rect | None = None
        """The part that is being drawn to fill the class's picture, in shares."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 180)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        hall.changed.connect(self.look_again)

    @property
    def present(self) -> PresentState:
        """What lies over the class's picture."""
        return self._present

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of what is drawn over the picture."""
        self._theme = theme
        self.update()

    def show_present(self, present: PresentState) -> None:
        """Draw what lies over the class's picture."""
        if present != self._present:
            self._present = present
            self.update()

    def look_again(self) -> None:
        """Draw the class's picture anew, soon, but not too often."""
        if self.isVisible() and self._later is None:
            now_ms = self._clock.now_ms()
            self._later = self._clock.after(max(SOON_MS, self._drawn_ms + BETWEEN_MS - now_ms), self._ring)

    def show_band(self, band: Rect | None) -> None:
        """Show the part that is being drawn."""
        self.band = band
        self.update()

    # -- places -----------------------------------------------------------------------------------

    @property
    def picture_rect(self) -> QRectF:
        """Where the picture stands: as large as fits, at the head, in the middle of the width."""
        size = QSize(max(self.hall.width(), 1), max(self.hall.height(), 1))
        inner = self.rect().adjusted(*(round(side * EDGE_PX) for side in (1, 1, -1, -1)))
        size.scale(inner.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left = inner.x() + (inner.width() - size.width()) / 2
        return QRectF(left, inner.y(), size.width(), size.height())

    def share_at(self, at: QPointF) -> Point:
        """Return a place of this widget as shares of the class's picture; beyond its edges, that at the edge."""
        rect = self.picture_rect
        x, y = (at.x() - rect.x()) / max(rect.width(), 1.0), (at.y() - rect.y()) / max(rect.height(), 1.0)
        return Point(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0))

    def place_of(self, share: Point) -> QPointF:
        """Return where shares of the class's picture are in this widget."""
        rect = self.picture_rect
        return QPointF(rect.x() + share.x * rect.width(), rect.y() + share.y * rect.height())

    # -- drawing ----------------------------------------------------------------------------------

    def _draw(self) -> None:
        """Draw the class's picture now."""
        rect, ratio = self.picture_rect, self.devicePixelRatioF()
        wanted = (rect.size() * ratio).toSize().expandedTo(QSize(1, 1))
        if self._picture.size() != wanted:
            self._picture = QImage(wanted, QImage.Format.Format_RGB32)
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        scale = wanted.width() / max(self.hall.width(), 1)
        painter.scale(scale, wanted.height() / max(self.hall.height(), 1))
        self.hall.paint_on(painter, scale)
        painter.end()
        self.update()
        self._drawn_ms = self._clock.now_ms()

    def _ring(self) -> None:
        self._later = None
        if self.isVisible():
            self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: paint the picture, what lies over it, and an edge that tells it from the rest."""
        del event
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        rect = self.picture_rect
        painter.save()
        shape = QPainterPath()
        shape.addRoundedRect(rect, CORNER_PX, CORNER_PX)
        painter.setClipPath(shape)
        painter.drawImage(rect, self._picture)
        self._paint_tool(painter, rect)
        self._paint_zoom(painter, rect)
        if self._present.cover is not Cover.NONE:
            shade = QColor(COVERS[self._present.cover])
            shade.setAlpha(COVERED_ALPHA)
            painter.fillRect(rect, shade)
        painter.restore()
        token, edge_px = ("focus", FOCUS_PX) if self.hasFocus() else (AMBER, EDGE_PX)
        painter.setPen(QPen(qcolor(self._theme.colour(token)), edge_px))
        painter.drawPath(shape)

    def _paint_tool(self, painter: QPainter, rect: QRectF) -> None:
        present = self._present
        if present.tool is Tool.NONE or self._theme is None:
            return
        share = present.zoomed.h if present.zoomed is not None else 1.0
        at, radius_px = self.place_of(present.at), present.tool_size * rect.height() * share
        if present.tool is Tool.SPOTLIGHT:
            paint_spotlight(painter, rect, at, radius_px)
        else:
            is_ring = present.tool is Tool.RING
            paint_ring(painter, rect, at, radius_px * (RING_SHARE if is_ring else GLASS_SHARE))

    def _paint_zoom(self, painter: QPainter, rect: QRectF) -> None:
        part = self.band or self._present.zoomed
        if part is None:
            return
        place = QRectF(self.place_of(Point(part.x, part.y)), self.place_of(Point(part.right, part.bottom)))
        path = QPainterPath()
        path.addRect(rect)
        path.addRect(place)
        painter.fillPath(path, SHADE)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width_px in ((EDGE, 5.0), (RING, 3.0)):
            painter.setPen(QPen(colour, width_px))
            painter.drawRect(place)

    # -- Qt's side --------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's: draw the picture before it is seen."""
        super().showEvent(event)
        self._draw()

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt's: draw nothing while nobody sees it."""
        super().hideEvent(event)
        if self._later is not None:
            self._later()
            self._later = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: the picture follows the window's size."""
        super().resizeEvent(event)
        self.look_again()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's: a screen with other pixels wants another picture."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.look_again()
