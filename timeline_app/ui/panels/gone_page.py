# SPDX-License-Identifier: MIT
"""The page of what the exhibit no longer tells of, since its files were changed: it says so, and leads on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from timeline_app.model.prose import BlockKind
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import Page, show_text
from timeline_app.ui.reading.paragraphs import words


class GonePage(Page):
    """Stands where the page of a person, a place, a source, an excerpt or a question was."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = self.add_text()
        self._row = ButtonRow(self)
        self.introduction = self._row.add("primary", self.introduction_requested.emit)
        self.column.addWidget(self._row)

    def fill(self, look: Look) -> None:
        """Say that it is gone."""
        self.set_spacing(look)
        heading = words(look.say("panel.gone.title"), "title", kind=BlockKind.HEADING)
        show_text(self.text, [heading, words(look.say("panel.gone.lead"), "reading")], look)
        self.introduction.fill(look, look.say("panel.not-known.introduction"))
        self._row.refresh()
