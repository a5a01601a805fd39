# SPDX-License-Identifier: MIT
"""The strip above the panel while a tour waits elsewhere: at which stop, and the ways back to it and out of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from timeline_app.base.messages import Translator
from timeline_app.base.text_value import ShownText
from timeline_app.ui.bar_row import BarRow
from timeline_app.ui.fonts import font_for

SIDE_PX = 20
PAD_PX = 6


class TourStrip(QWidget):
    """Says where the tour waits; emits wishes only."""

    wished = Signal(str)
    """The id of a command."""

    def __init__(self, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._translator = translator
        self._row = BarRow(self)
        self.setObjectName("tour-strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(translator.say("tour.strip"))
        self.back = QPushButton(translator.say("tour.return"), self._row)
        self.leave = QPushButton(translator.say("tour.leave"), self._row)
        self.back.clicked.connect(partial(self._wish, "tour.explore"))
        self.leave.clicked.connect(partial(self._wish, "tour.leave"))
        for button in (self.back, self.leave):
            self._row.add(button)

    def _wish(self, command_id: str, checked: bool = False) -> None:  # noqa: FBT001, FBT002 — Qt's signal
        del checked
        self.wished.emit(command_id)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops, in reading order."""
        return self._row.stops

    @property
    def words(self) -> str:
        """What it says."""
        return self._row.sentence.head.text()

    def fill(self, number: int, title: ShownText, text_scale: float) -> None:
        """Say at which stop of which tour."""
        translator = self._translator
        words = translator.say("tour.waits-at", number=number, title=title.text)
        for button in (self.back, self.leave):
            button.setFont(font_for("control", translator.language, text_scale))
        self._row.show_sentence(words, "", translator.language, text_scale)
        self._place()

    def height_for(self, width_px: int) -> int:
        """Return how much height the strip needs at a width."""
        return self._row.height_for(max(width_px - 2 * SIDE_PX, 1)) + 2 * PAD_PX

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: place the row anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        width = max(self.width() - 2 * SIDE_PX, 1)
        self._row.setGeometry(SIDE_PX, PAD_PX, width, self._row.height_for(width))
        self._row.place()
