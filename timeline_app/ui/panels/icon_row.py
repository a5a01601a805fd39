# SPDX-License-Identifier: MIT
"""Icon buttons side by side, on further lines where large text leaves no room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from timeline_app.ui.icon_button import IconButton

_GAP_PX = 4


class IconRow(QWidget):
    """Holds icon buttons and short labels in reading order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts: list[IconButton | QLabel] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, icon: str, on_click: Callable[[], None]) -> IconButton:
        """Add a button."""
        made = IconButton(icon, self)
        made.clicked.connect(lambda _checked: on_click())
        self._parts.append(made)
        return made

    def add_label(self) -> QLabel:
        """Add a label."""
        made = QLabel(self)
        self._parts.append(made)
        return made

    @property
    def buttons(self) -> list[IconButton]:
        """The buttons in reading order."""
        return [part for part in self._parts if isinstance(part, IconButton)]

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
        shown = self._shown()
        width = sum(_size(part).width() + _GAP_PX for part in shown)
        return QSize(width, max((_size(part).height() for part in shown), default=0))

    def minimumSizeHint(self) -> QSize:
        """Qt's: one button wide."""
        return QSize(48, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: place the parts anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        for part, rect in zip(self._shown(), self._places(self.width()), strict=True):
            part.setGeometry(rect)

    def _shown(self) -> list[IconButton | QLabel]:
        return [part for part in self._parts if not part.isHidden()]

    def _places(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        corner, line_px = QPoint(0, 0), 0
        for part in self._shown():
            size = _size(part)
            if corner.x() and corner.x() + size.width() > width:
                corner, line_px = QPoint(0, corner.y() + line_px + _GAP_PX), 0
            line_px = max(line_px, size.height())
            places.append(QRect(corner, QSize(size.width(), line_px)))
            corner.setX(corner.x() + size.width() + _GAP_PX)
        return places


def _size(part: IconButton | QLabel) -> QSize:
    return part.minimumSize() if isinstance(part, IconButton) else part.sizeHint() + QSize(8, 0)
