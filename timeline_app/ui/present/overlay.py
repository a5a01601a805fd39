# SPDX-License-Identifier: MIT
"""What lies over the hall in the audience's window: a cover, a kept picture, a part that fills the screen, the tools."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from timeline_app.base.clock import Clock
from timeline_app.base.geometry import Point, Rect
from timeline_app.scene.audience_view import WHOLE, part_between, seen_at, seen_part
from timeline_app.state.tour_state import Cover, PresentState, Tool
from timeline_app.ui.present.hall import Hall
from timeline_app.ui.present.tool_painting import (
    MAGNIFIED,
    paint_magnifier,
    paint_ring,
    paint_spotlight,
)
from timeline_app.ui.travelling import Travelling

COVERS: Final = {Cover.BLACK: QColor("#000000"), Cover.WHITE: QColor("#FFFFFF")}
RING_SHARE: Final = 0.5
"""A ring is drawn around a smaller place than a spotlight lights."""
GLASS_SHARE: Final = 1.5
"""A magnifier shows what the spotlight lights, and needs the room for it."""


class Overlay(QWidget):
    """Lets mouse and keyboard through, and paints nothing while the picture is as it is."""

    def __init__(self, hall: Hall, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._hall = hall
        self._present = PresentState()
        self._kept: QImage | None = None
        self._part_picture: tuple[Rect, QImage] | None = None
        self._whole_picture: QImage | None = None
        self._travelling = Travelling(clock, part_between, self._on_travel, self)
        self._travelling.show(WHOLE)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        hall.changed.connect(self._on_hall)

    @property
    def part(self) -> Rect:
        """The part of the hall that fills the screen now."""
        return self._travelling.view or WHOLE

    @property
    def is_plain(self) -> bool:
        """Whether the class sees the hall itself."""
        present = self._present
        is_whole = self.part == WHOLE and present.tool is Tool.NONE
        return is_whole and not present.is_frozen and present.cover is Cover.NONE

    def show_present(self, present: PresentState, *, reduced_motion: bool = False) -> None:
        """Show what is done to the picture; the moment it is frozen, the picture is taken."""
        if present.is_frozen and not self._present.is_frozen:
            self._kept = self._picture(self.part)
        elif not present.is_frozen:
            self._kept = None
        self._present = present
        self._travelling.is_reduced = reduced_motion
        if not present.is_frozen and seen_part(present.zoomed) != self._travelling.target:
            self._travelling.travel(seen_part(present.zoomed))
        self.setVisible(not self.is_plain)
        self.update()

    def _picture(self, part: Rect) -> QImage:
        return self._hall.picture(self.size(), part, self.devicePixelRatioF())

    def _on_travel(self) -> None:
        if not self._travelling.is_moving:
            self._whole_picture = None
        self.setVisible(not self.is_plain)
        self.update()

    def _on_hall(self) -> None:
        self._part_picture = self._whole_picture = None
        if not self.is_plain:
            self.update()

    # -- painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: paint what the class sees instead of the hall, or over it."""
        del event
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        cover = COVERS.get(self._present.cover)
        if cover is not None:
            painter.fillRect(self.rect(), cover)
        elif self._kept is not None:
            self._paint_kept(painter, self._kept)
        else:
            if self._travelling.is_moving:
                self._paint_moving(painter)
            elif self.part != WHOLE:
                painter.drawImage(0, 0, self._zoomed_picture())
            self._paint_tool(painter)

    def _paint_moving(self, painter: QPainter) -> None:
        """Enlarge one picture of the whole while the part moves: letters are drawn anew once it has come."""
        whole = self._whole_picture
        if whole is None:
            whole = self._whole_picture = self._picture(WHOLE)
        part, size = self.part, whole.size()
        source = QRectF(
            part.x * size.width(), part.y * size.height(), part.w * size.width(), part.h * size.height()
        )
        painter.drawImage(QRectF(self.rect()), whole, source)

    def _zoomed_picture(self) -> QImage:
        kept = self._part_picture
        if kept is None or kept[0] != self.part or kept[1].deviceIndependentSize() != self.size().toSizeF():
            kept = self._part_picture = (self.part, self._picture(self.part))
        return kept[1]

    def _paint_kept(self, painter: QPainter, kept: QImage) -> None:
        """Paint the kept picture, whole and in its own shape, should the screen be another one now."""
        painter.fillRect(self.rect(), kept.pixelColor(0, 0))
        size = kept.deviceIndependentSize().toSize().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        x, y = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        painter.drawImage(QRectF(x, y, size.width(), size.height()), kept)

    def _paint_tool(self, painter: QPainter) -> None:
        present, whole = self._present, QRectF(self.rect())
        place = seen_at(present.at, self.part)
        at = QPointF(place.x * whole.width(), place.y * whole.height())
        radius_px = present.tool_size * whole.height()
        if present.tool is Tool.SPOTLIGHT:
            paint_spotlight(painter, whole, at, radius_px)
        elif present.tool is Tool.RING:
            paint_ring(painter, whole, at, radius_px * RING_SHARE)
        elif present.tool is Tool.MAGNIFIER:
            paint_magnifier(painter, whole, at, self._glass(present.at, radius_px * GLASS_SHARE))

    def _glass(self, at: Point, radius_px: float) -> QImage:
        """Return what the magnifier shows: the place larger than it is seen."""
        across_px = max(round(2 * radius_px), 2)
        part = self.part
        w = across_px / self.width() * part.w / MAGNIFIED
        h = across_px / self.height() * part.h / MAGNIFIED
        size = QSize(across_px, across_px)
        return self._hall.picture(size, Rect(at.x - w / 2, at.y - h / 2, w, h), self.devicePixelRatioF())
