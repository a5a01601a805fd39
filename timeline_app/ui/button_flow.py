# SPDX-License-Identifier: MIT
"""Buttons side by side, on further lines where there is no room for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from timeline_app.ui.bar_flow import Piece, Slot, flow

GAP_PX: Final = 8


class ButtonFlow(QWidget):
    """Places its buttons anew for every width; its height follows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons: list[QPushButton] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, words: str, act: Callable[[], object]) -> QPushButton:
        """Add a button that Enter does not press from elsewhere."""
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: act())
        self._buttons.append(button)
        return button

    def show_only(self, *shown: QPushButton) -> None:
        """Show these, and hide the others."""
        for button in self._buttons:
            button.setVisible(button in shown)
        self.updateGeometry()
        self._place()

    def hasHeightForWidth(self) -> bool:
        """Qt's: lines follow from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt's: as high as its lines in a width."""
        slots = self._slots(width)
        lines = slots[-1].line + 1 if slots else 0
        return max(lines * (self._line_px + GAP_PX) - GAP_PX, 0)

    def sizeHint(self) -> QSize:
        """Qt's: all on one line."""
        width_px = sum(button.sizeHint().width() + GAP_PX for button in self._shown)
        return QSize(width_px, self._line_px)

    def minimumSizeHint(self) -> QSize:
        """Qt's: one of them at least."""
        return QSize(min((button.sizeHint().width() for button in self._shown), default=0), self._line_px)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: place the buttons for the new width."""
        super().resizeEvent(event)
        self._place()

    @property
    def _shown(self) -> list[QPushButton]:
        return [button for button in self._buttons if not button.isHidden()]

    @property
    def _line_px(self) -> int:
        return max((button.sizeHint().height() for button in self._shown), default=0)

    def _slots(self, width_px: int) -> tuple[Slot, ...]:
        return flow([Piece(button.sizeHint().width()) for button in self._shown], max(width_px, 1), GAP_PX)

    def _place(self) -> None:
        line_px = self._line_px
        for button, slot in zip(self._shown, self._slots(self.width()), strict=True):
            button.setGeometry(QRect(slot.x_px, slot.line * (line_px + GAP_PX), slot.width_px, line_px))
