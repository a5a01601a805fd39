# SPDX-License-Identifier: MIT
"""Parts side by side in reading order, on further lines where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class FlowingRow(QWidget):
    """Places its parts; those that are hidden take no room. Where a row `levels`, parts are as high as their line."""

    def __init__(self, parent: QWidget, gap_px: int, *, levels: bool = False) -> None:
        super().__init__(parent)
        self._parts: list[QWidget] = []
        self._gap_px = gap_px
        self._levels = levels
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hold(self, part: QWidget) -> None:
        """Take a part that was made for this row, behind the others."""
        self._parts.append(part)

    def size_of(self, part: QWidget) -> QSize:
        """Return the size that a part has where there is room."""
        return part.sizeHint()

    def refresh(self) -> None:
        """Take note that parts have changed."""
        self.updateGeometry()
        self._place()

    def hasHeightForWidth(self) -> bool:
        """Qt's: narrow rows break."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt's: return the height of all lines."""
        return max((rect.bottom() + 1 for rect in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """Qt's: one line if there is room."""
        sizes = [self.size_of(part) for part in self._shown()]
        width = sum(size.width() + self._gap_px for size in sizes)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        """Qt's: narrow enough for any panel."""
        return QSize(48, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: place the parts anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for part, rect in zip(self._shown(), self._places(self.width()), strict=True):
            if mirrored:
                rect.moveLeft(self.width() - rect.right() - 1)
            part.setGeometry(rect)

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _places(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        corner, line_px = QPoint(0, 0), 0
        for part in self._shown():
            size = self.size_of(part)
            if size.width() > width > 0 and part.hasHeightForWidth():
                size = QSize(width, part.heightForWidth(width))
            if corner.x() and corner.x() + size.width() > width:
                corner, line_px = QPoint(0, corner.y() + line_px + self._gap_px), 0
            line_px = max(line_px, size.height())
            height = line_px if self._levels else size.height()
            places.append(QRect(corner, QSize(size.width(), height)))
            corner.setX(corner.x() + size.width() + self._gap_px)
        return places
