# SPDX-License-Identifier: MIT
"""The little card beside the pointer: an event's full title and its date in words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from timeline_app.base.geometry import Rect
from timeline_app.base.text_value import ShownText
from timeline_app.ui.fonts import font_for

WIDEST_PX: Final = 360
PAD_PX: Final = 10
GAP_PX: Final = 6
CORNER_PX: Final = 6.0


class HoverCard(QFrame):
    """Lies over the canvas, lets the mouse through, and never covers the mark it speaks of."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._title, self._date = _line(self), _line(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD_PX, PAD_PX - 2, PAD_PX, PAD_PX - 2)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._date)
        self.hide()

    @property
    def words(self) -> tuple[str, str]:
        """The title and the date that it shows."""
        return self._title.text(), self._date.text()

    def show_event(self, title: ShownText, date: str, language: str, text_scale: float) -> None:
        """Fill the card; `language` is that of the words below the title, the date and what else is told."""
        self._title.setFont(font_for("label-strong", title.language, text_scale))
        self._date.setFont(font_for("label-date", language, text_scale))
        self._title.setText(title.text)
        self._date.setText(date)
        self._date.setVisible(bool(date))
        room_px = max(self._area().width() - 4 * PAD_PX, 1)
        for label in (self._title, self._date):
            lines = label.text().splitlines() or [""]
            wanted = max(label.fontMetrics().horizontalAdvance(line) for line in lines) + 2
            label.setFixedWidth(min(wanted, round(WIDEST_PX * text_scale), room_px))
        self.adjustSize()

    def place(self, mark: Rect, x_px: float) -> None:
        """Stand below the mark at the pointer's x, or above where there is no room below."""
        area = self._area()
        left = min(max(round(x_px) - PAD_PX, area.left()), max(area.right() - self.width(), area.left()))
        below = round(mark.bottom) + GAP_PX
        above = round(mark.y) - GAP_PX - self.height()
        top = below if below + self.height() <= area.bottom() or above < area.top() else above
        self.move(QPoint(left, top))
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground in the palette's colour for tooltips."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().brush(QPalette.ColorRole.ToolTipBase))
        painter.drawRoundedRect(QRect(0, 0, self.width(), self.height()), CORNER_PX, CORNER_PX)

    def _area(self) -> QRect:
        parent = self.parentWidget()
        return parent.rect() if parent is not None else QRect()


def _line(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setForegroundRole(QPalette.ColorRole.ToolTipText)
    return label
