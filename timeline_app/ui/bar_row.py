# SPDX-License-Identifier: MIT
"""A row of the bar under the header: a sentence and its controls, on further lines where the text is large."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from timeline_app.ui.bar_flow import Piece, Slot, flow
from timeline_app.ui.fonts import font_for

GAP_PX: Final = 12


class Sentence(QWidget):
    """What the row has to say, each line as a label that wraps only where the window is narrower than it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.head = QLabel(self)
        self.more = QLabel(self)
        for label in (self.head, self.more):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.more.setProperty("role", "bar-more")

    def fill(self, words: str, more: str, language: str, text_scale: float) -> None:
        """Show one line or two."""
        self.head.setFont(font_for("body-strong", language, text_scale))
        self.more.setFont(font_for("small", language, text_scale))
        self.head.setText(words)
        self.more.setText(more)
        self.more.setVisible(bool(more))
        self._place()

    def sizeHint(self) -> QSize:
        """Qt's: each line whole."""
        width = max(
            QFontMetrics(label.font()).horizontalAdvance(label.text()) + 4 for label in (self.head, self.more)
        )
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """Qt's: return the height of the lines at a width."""
        return sum(label.heightForWidth(width) for label in self._shown())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: place the lines anew."""
        super().resizeEvent(event)
        self._place()

    def _shown(self) -> list[QLabel]:
        return [label for label in (self.head, self.more) if label.text()]

    def _place(self) -> None:
        top = 0
        for label in self._shown():
            height = label.heightForWidth(self.width())
            label.setGeometry(0, top, self.width(), height)
            top += height


class BarRow(QWidget):
    """Places its pieces itself, so that its height is known before it is shown."""

    wished = Signal(str, dict)
    """The id of a command, with its arguments."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pieces: list[tuple[QWidget, bool]] = []
        self._gap_px = GAP_PX
        self.sentence = Sentence(self)
        self.add(self.sentence)

    def add(self, piece: QWidget, *, stretches: bool = False) -> None:
        """Put a piece at the end of the row."""
        self._pieces.append((piece, stretches))

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops, in reading order."""
        return tuple(piece for piece, _ in self._pieces if piece is not self.sentence)

    def show_sentence(self, words: str, more: str, language: str, text_scale: float) -> None:
        """Show the sentence in its size, and what is told besides in a smaller line below it."""
        self._gap_px = round(GAP_PX * (1.0 + (text_scale - 1.0) * 0.5))
        self.sentence.fill(words, more, language, text_scale)

    def height_for(self, width_px: int) -> int:
        """Return the height of all lines at a width."""
        lines = self._line_heights(width_px)
        return sum(lines) + (self._gap_px // 2) * max(len(lines) - 1, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: place the pieces anew."""
        super().resizeEvent(event)
        self.place()

    def place(self) -> None:
        """Place the pieces; each stands in the middle of its line."""
        heights, tops, top = self._line_heights(self.width()), list[int](), 0
        for height in heights:
            tops.append(top)
            top += height + self._gap_px // 2
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for (piece, _), slot in zip(self._shown(), self._slots(self.width()), strict=True):
            height = self._height_of(piece, slot.width_px)
            x = self.width() - slot.x_px - slot.width_px if mirrored else slot.x_px
            y = tops[slot.line] + (heights[slot.line] - height) // 2
            piece.setGeometry(x, y, slot.width_px, height)

    def _slots(self, width_px: int) -> tuple[Slot, ...]:
        pieces = [Piece(self._width_of(piece), stretches) for piece, stretches in self._shown()]
        return flow(pieces, width_px, self._gap_px)

    def _line_heights(self, width_px: int) -> list[int]:
        found: dict[int, int] = {}
        for (piece, _), slot in zip(self._shown(), self._slots(width_px), strict=True):
            found[slot.line] = max(found.get(slot.line, 0), self._height_of(piece, slot.width_px))
        return list(found.values())

    def _shown(self) -> list[tuple[QWidget, bool]]:
        return [(piece, stretches) for piece, stretches in self._pieces if not piece.isHidden()]

    def _width_of(self, piece: QWidget) -> int:
        return min(max(piece.sizeHint().width(), piece.minimumWidth()), piece.maximumWidth())

    def _height_of(self, piece: QWidget, width_px: int) -> int:
        return piece.heightForWidth(width_px) if piece is self.sentence else piece.sizeHint().height()
