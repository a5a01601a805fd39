# SPDX-License-Identifier: MIT
"""A row that can be ticked: a box, words that wrap, and how many events stand behind them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from timeline_app.base.text_value import ShownText
from timeline_app.ui.panels.buttons import LEAST_PX
from timeline_app.ui.panels.look import Look
from timeline_app.ui.reading.paragraph_layout import ParagraphLayout
from timeline_app.ui.reading.paragraphs import words
from timeline_app.ui.reading.reading_view import FOCUS_RING_PX

BOX_PX: Final = 17.0
GAP_PX: Final = 9.0
TICK: Final = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.3))
_UNBOUNDED_PX: Final = 100_000.0


class TickRow(QAbstractButton):
    """To a screen reader it is a check box with its words and its count."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._name: ParagraphLayout | None = None
        self._count: ParagraphLayout | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def fill(
        self, look: Look, name: ShownText, count: str = "", spoken: str = "", *, is_ticked: bool
    ) -> None:
        """Show a name and a count; `spoken` is the count in words."""
        self._look = look
        self._name = ParagraphLayout(words(name, "body"), look.typesetter)
        self._count = None
        if count:
            self._count = ParagraphLayout(words(count, "body", ink="ink-second"), look.typesetter)
            self._count.break_lines(_UNBOUNDED_PX)
        self.setAccessibleName(f"{name}, {spoken}" if spoken else name.text)
        self.blockSignals(True)
        self.setChecked(is_ticked)
        self.blockSignals(False)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Qt's: the name wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt's: return the height of the name at a width."""
        if self._name is None:
            return LEAST_PX
        return max(round(self._name.break_lines(self._room_px(width)) + 4 * FOCUS_RING_PX), LEAST_PX)

    def sizeHint(self) -> QSize:
        """Qt's: any width will do."""
        return QSize(240, LEAST_PX)

    def minimumSizeHint(self) -> QSize:
        """Qt's: narrow enough for any panel, high enough to be hit."""
        return QSize(48, LEAST_PX)

    @property
    def _box_px(self) -> float:
        return self._look.typesetter.px(BOX_PX) if self._look is not None else BOX_PX

    @property
    def _gap_px(self) -> float:
        return self._look.typesetter.px(GAP_PX) if self._look is not None else GAP_PX

    @property
    def _count_px(self) -> float:
        return self._count.natural_width_px + self._gap_px if self._count is not None else 0.0

    def _room_px(self, width: int) -> float:
        taken = 4 * FOCUS_RING_PX + self._box_px + self._gap_px + self._count_px
        return max(width - taken, 24.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: paint ground, box, name, count and focus ring."""
        del event
        if self._look is None or self._name is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        kind, inner = self._look.typesetter, QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(kind.colour("control-pressed" if self.isDown() else "control-hover"))
            painter.drawRoundedRect(inner, 6.0, 6.0)
        self._paint_parts(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(kind.colour("focus"), FOCUS_RING_PX))
            painter.drawRoundedRect(inner, 6.0, 6.0)

    def _paint_parts(self, painter: QPainter) -> None:
        if self._name is None:
            return
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        height_px = self._name.break_lines(self._room_px(self.width()))
        edge, top = 2.0 * FOCUS_RING_PX, (self.height() - height_px) / 2
        box = self._box_px
        box_x = self.width() - edge - box if mirrored else edge
        # Beside the first line, however many there are.
        line_px = (
            self._count.break_lines(_UNBOUNDED_PX) if self._count is not None else min(height_px, box * 1.3)
        )
        self._paint_box(painter, QRectF(box_x, top + (line_px - box) / 2, box, box))
        name_x = edge + self._count_px if mirrored else edge + box + self._gap_px
        self._name.draw(painter, QPointF(name_x, top))
        if self._count is not None:
            count_x = edge if mirrored else self.width() - edge - self._count.natural_width_px
            self._count.draw(painter, QPointF(count_x, top))

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        if self._look is None:
            return
        kind, is_ticked = self._look.typesetter, self.isChecked()
        painter.setPen(QPen(kind.colour("accent" if is_ticked else "ink-second"), 2.0))
        painter.setBrush(kind.colour("accent" if is_ticked else "control"))
        painter.drawRoundedRect(box.adjusted(1.0, 1.0, -1.0, -1.0), 3.0, 3.0)
        if is_ticked:
            pen = QPen(kind.colour("on-accent"), max(box.width() / 8, 2.0))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(
                [box.topLeft() + QPointF(x * box.width(), y * box.height()) for x, y in TICK]
            )
