# SPDX-License-Identifier: MIT
"""A quiet box under an event's head: how the event stood at the moment that the reader has chosen."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.pieces import Card
from timeline_app.ui.reading.paragraphs import Paragraph
from timeline_app.ui.reading.reading_view import ReadingView


class PastBox(Card):
    """Says it in sentences, and is not there where nothing is to be said."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = ReadingView(self)
        self.body.addWidget(self.text)

    def fill(self, paragraphs: list[Paragraph], look: Look) -> None:
        """Show sentences."""
        self.setVisible(bool(paragraphs))
        side, edge = look.space_px(16), look.space_px(10)
        self.set_ground(look, "covered", "hairline-strong", QRect(side, edge, side, edge))
        self.text.set_paragraphs(paragraphs, look.typesetter)
