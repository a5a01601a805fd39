# SPDX-License-Identifier: MIT
"""An excerpt in its frame: words, speaker, comment and source are never apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from timeline_app.model.prose_words import places_of
from timeline_app.model.views import ExcerptView
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.excerpt_texts import QUOTE_ROLE, excerpt_paragraphs, lone_words
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.note_box import note_paragraphs
from timeline_app.ui.panels.pieces import Card
from timeline_app.ui.panels.way_back import WayBack
from timeline_app.ui.reading.paragraphs import words
from timeline_app.ui.reading.reading_view import ReadingView
from timeline_app.ui.reading.text_body import TextStretch


class ExcerptCard(Card):
    """Shows an excerpt, or the note that stands before it."""

    note_open_requested = Signal(str)
    copy_requested = Signal(str)
    document_requested = Signal(str, str)
    """The excerpt's id, and the words that are lit in it."""
    back_requested = Signal(str, int)
    """The excerpt's id, and a step: 0 to the passage it was come from, else forward or back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.excerpt_id = ""
        self._note_id = ""
        self._words = ""
        self.text = ReadingView(self, tab_stop=True)
        self.frame(self.text)
        self.text.copy_requested.connect(self.copy_requested)
        self.row = ButtonRow(self)
        self.show_button = self.row.add("quiet", lambda: self.note_open_requested.emit(self._note_id))
        self.ways = ButtonRow(self)
        self.open_button = self.ways.add(
            "link", lambda: self.document_requested.emit(self.excerpt_id, self._words)
        )
        self.way_back = WayBack(self.ways, lambda step: self.back_requested.emit(self.excerpt_id, step))
        for part in (self.text, self.row, self.ways):
            self.body.addWidget(part)

    def fill(self, excerpt: ExcerptView, number: int, rule: str, look: Look, *, passages: int = 0) -> None:
        """Show an excerpt; `number` is its source's on this page, `passages` how many rest on it there.

        `rule` is the token of the line at the card's start.
        """
        if excerpt.id != self.excerpt_id:
            self.light(())
        self.excerpt_id = excerpt.id
        side, edge = look.space_px(18), look.space_px(12)
        self.set_ground(look, "quote", rule, QRect(side, edge, look.space_px(12), look.space_px(8)))
        self.body.setSpacing(look.space_px(6))
        note = excerpt.content_note
        self.row.setVisible(excerpt.is_covered)
        self._fill_ways(excerpt, passages, look)
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

    def _fill_ways(self, excerpt: ExcerptView, passages: int, look: Look) -> None:
        of = str(excerpt.speaker) if excerpt.speaker else excerpt.source.short if excerpt.source else ""
        self.open_button.fill(look, look.say("panel.excerpt.open"))
        self.open_button.setAccessibleName(look.say("panel.excerpt.open-of", of=of))
        self.way_back.fill(passages, of, look)
        self.ways.refresh()

    def light(self, wanted: Sequence[str]) -> None:
        """Light these words where the card holds them; "" means all of it, and no words put the light out."""
        self._words = next((each for each in wanted if each), "")
        found: list[TextStretch] = []
        for index, paragraph in enumerate(self.text.paragraphs):
            if paragraph.role == QUOTE_ROLE:
                found.extend(
                    TextStretch(index, start, end)
                    for each in wanted
                    for start, end in places_of(each, paragraph.text)
                )
        self.text.light(found)
        self.set_lit(is_lit=bool(wanted), is_filled=not found or "" in wanted)

    def lit_rect(self) -> QRect | None:
        """Return where the first of the lit words stand in the card's text, None if none are."""
        lit = self.text.lit
        return self.text.body.stretch_rect(lit[0]) if lit else None
