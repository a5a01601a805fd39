# SPDX-License-Identifier: MIT
"""The page of an event that is not shown at the cursor: it says no more than that, and leads back to today."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from timeline_app.model.known_at import KnownAt
from timeline_app.model.prose import BlockKind
from timeline_app.state.evidence_words import unknown_message
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import Page, show_text
from timeline_app.ui.reading.paragraphs import words


class NotKnownPage(Page):
    """Stands where the page of the event in hand would be, and tells nothing of the event itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = self.add_text()
        self._row = ButtonRow(self)
        self.today = self._row.add("primary", lambda: self.command_requested.emit("known.clear", {}))
        self.introduction = self._row.add("quiet", self.introduction_requested.emit)
        self.column.addWidget(self._row)

    def fill(self, cursor: KnownAt, look: Look) -> None:
        """Say that the event in hand was not known by then."""
        self.set_spacing(look)
        heading = words(look.translator.text(unknown_message(cursor)), "title", kind=BlockKind.HEADING)
        show_text(self.text, [heading, words(look.say("panel.not-known.lead"), "reading")], look)
        self.today.fill(look, look.say("known.today"))
        self.introduction.fill(look, look.say("panel.not-known.introduction"))
        self._row.refresh()
