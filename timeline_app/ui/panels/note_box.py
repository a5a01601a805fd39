# SPDX-License-Identifier: MIT
"""A content note that stands before hard material, with Show and Skip."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from timeline_app.model.views import NoteView
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.pieces import Card
from timeline_app.ui.reading.paragraphs import Paragraph, words
from timeline_app.ui.reading.reading_view import ReadingView


class NoteBox(Card):
    """Says what to expect; what it stands before is nowhere in the window until it is asked for."""

    show_requested = Signal(str)
    skip_requested = Signal(str)

    def __init__(self, parent: QWidget, *, can_skip: bool) -> None:
        super().__init__(parent)
        self._note_id = ""
        self.text = ReadingView(self)
        self._row = ButtonRow(self)
        self.show_button = self._row.add("primary", lambda: self.show_requested.emit(self._note_id))
        self.skip_button = self._row.add("quiet", lambda: self.skip_requested.emit(self._note_id))
        self.skip_button.setVisible(can_skip)
        self.body.addWidget(self.text)
        self.body.addWidget(self._row)

    def fill(self, note: NoteView, look: Look) -> None:
        """Show a note that has not been opened yet."""
        self._note_id = note.id
        side = look.space_px(16)
        self.set_ground(
            look, "covered", "hairline-strong", QRect(side, look.space_px(12), side, look.space_px(12))
        )
        self.body.setSpacing(look.space_px(10))
        self.text.set_paragraphs(note_paragraphs(note, look), look.typesetter)
        self.show_button.fill(look, look.say("panel.note.show"))
        self.skip_button.fill(look, look.say("panel.note.skip"))
        self._row.refresh()


def note_paragraphs(note: NoteView, look: Look) -> list[Paragraph]:
    """Return a note as text."""
    head = words(look.say("panel.note.heading"), "body-strong")
    text = note.text if note.text is not None else look.say("panel.note.category", category=note.category)
    return [head, words(text, "body")]


def opened_note(note: NoteView, look: Look) -> Paragraph:
    """Return a note that the reader has opened, as one small line."""
    text = str(note.text) if note.text is not None else note.category
    return words(look.say("panel.note.opened", note=text), "small")
