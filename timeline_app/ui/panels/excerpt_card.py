# SPDX-License-Identifier: MIT
"""An excerpt in its frame: words, speaker, comment and source are never apart."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from timeline_app.model.views import ExcerptView
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.excerpt_texts import excerpt_paragraphs, lone_words
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.note_box import note_paragraphs
from timeline_app.ui.panels.pieces import Card
from timeline_app.ui.reading.paragraphs import words
from timeline_app.ui.reading.reading_view import ReadingView


class ExcerptCard(Card):
    """Shows an excerpt, or the note that stands before it."""

    note_open_requested = Signal(str)
    copy_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.excerpt_id = ""
        self._note_id = ""
        self.text = ReadingView(self, tab_stop=True)
        self.text.copy_requested.connect(self.copy_requested)
        self.row = ButtonRow(self)
        self.show_button = self.row.add("quiet", lambda: self.note_open_requested.emit(self._note_id))
        self.body.addWidget(self.text)
        self.body.addWidget(self.row)

    def fill(self, excerpt: ExcerptView, number: int, lane_colour: str, look: Look) -> None:
        """Show an excerpt; `number` is its source's in this event, the rule takes the lane's colour."""
        self.excerpt_id = excerpt.id
        self.set_lit(is_lit=False)
        side, edge = look.space_px(18), look.space_px(12)
        self.set_ground(look, "quote", f"lane.mark:{lane_colour}", QRect(side, edge, look.space_px(12), edge))
        self.body.setSpacing(look.space_px(6))
        note = excerpt.content_note
        self.row.setVisible(excerpt.is_covered)
        if excerpt.is_covered and note is not None:
            self._note_id = note.id
            self.text.set_paragraphs(note_paragraphs(note, look), look.typesetter)
            self.show_button.fill(look, look.say("panel.note.show-words"))
            self.row.refresh()
            return
        paragraphs = excerpt_paragraphs(excerpt, number, look)
        if note is not None and note.text is not None:
            paragraphs.append(words(look.say("panel.note.opened", note=note.text.text), "small"))
        self.text.set_paragraphs(paragraphs, look.typesetter)
        frame = (lambda text: lone_words(text, excerpt)) if excerpt.in_context_only else str
        self.text.set_copy_frame(frame)
