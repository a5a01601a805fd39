# SPDX-License-Identifier: MIT
"""A button that says something that is so, and takes it back when it is pressed: words with a cross at their end."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

SIGN_SHARE: Final = 0.5
"""The cross's side as a part of the height of the text."""
MOST_EMS: Final = 24
"""Longer words are cut in sight; whoever hears them or holds the pointer there has all."""


class ChipButton(QPushButton):
    """The style sheet leaves room for the cross, as it does for the sign of a menu."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "menu-button")
        self._words = ""

    @property
    def words(self) -> str:
        """All that the chip says."""
        return self._words

    def show_words(self, words: str, deed: str, font: QFont) -> None:
        """Show words; `deed` is what pressing the chip does, for those who hear it."""
        self.setFont(font)
        self._words = words
        metrics = QFontMetrics(font)
        seen = metrics.elidedText(words, Qt.TextElideMode.ElideRight, metrics.height() * MOST_EMS)
        # An ampersand in a name is not a mnemonic.
        self.setText(seen.replace("&", "&&"))
        self.setAccessibleName(deed)
        self.setToolTip(deed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: the button, and the cross where its text ends."""
        super().paintEvent(event)
        side = QFontMetrics(self.font()).height() * SIGN_SHARE
        edge = side * 1.2
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = edge if is_mirrored else self.width() - side - edge
        top = (self.height() - side) / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self.palette().color(self.foregroundRole()), max(side / 7, 1.5))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QLineF(left, top, left + side, top + side))
        painter.drawLine(QLineF(left, top + side, left + side, top))
