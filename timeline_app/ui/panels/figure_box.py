# SPDX-License-Identifier: MIT
"""A figure: its title, the chart, what it shows in words, and its source."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from timeline_app.model.views import FigureView
from timeline_app.ui.panels.bar_chart import BarChart
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.line_chart import LineChart
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import show_text
from timeline_app.ui.panels.pieces import column
from timeline_app.ui.reading.paragraphs import words
from timeline_app.ui.reading.reading_view import ReadingView


class FigureBox(QWidget):
    """Shows a figure, and is not there where an event has none."""

    source_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._source_id = ""
        self._column = column(self)
        self.title = ReadingView(self)
        self.bars = BarChart(self)
        self.line = LineChart(self)
        self.text = ReadingView(self)
        self.row = ButtonRow(self)
        self.source_button = self.row.add("link", lambda: self.source_requested.emit(self._source_id))
        for part in (self.title, self.bars, self.line, self.text, self.row):
            self._column.addWidget(part)

    def fill(self, figure: FigureView | None, look: Look) -> None:
        """Show a figure, or none."""
        self.setVisible(figure is not None)
        if figure is None:
            return
        self._column.setSpacing(look.space_px(8))
        show_text(self.title, [words(figure.title, "body-strong")], look)
        is_line = figure.kind == "line"
        self.line.setVisible(is_line)
        self.bars.setVisible(not is_line)
        (self.line if is_line else self.bars).fill(figure, look)
        show_text(self.text, [words(figure.describe, "small")] if figure.describe else [], look)
        self.row.setVisible(figure.source is not None)
        if figure.source is not None:
            self._source_id = figure.source.id
            self.source_button.fill(look, look.say("panel.figure.source", source=figure.source.short))
            self.row.refresh()
