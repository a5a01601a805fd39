# SPDX-License-Identifier: MIT
"""One thing that a stop shows: an excerpt in its frame, or a row that leads to what it is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from timeline_app.base.text_value import ShownText
from timeline_app.model.showing import Showing
from timeline_app.model.tour_views import Shown, ShownKind
from timeline_app.ui.panels.excerpt_card import ExcerptCard
from timeline_app.ui.panels.excerpt_texts import at_the_start
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.pieces import TextButton, column
from timeline_app.ui.reading.paragraphs import words

_COMMANDS: Final = {
    ShownKind.EVENT: "select.event",
    ShownKind.FIGURE: "select.event",
    ShownKind.MAP: "select.event",
    ShownKind.CHAIN: "chain.follow",
    ShownKind.CLAIM: "claim.open",
    ShownKind.SOURCE: "source.open",
}


class ShownBox(QWidget):
    """Shows an excerpt whole; all else is told by its title, and is a button."""

    command_requested = Signal(str, dict)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        inner = column(self)
        self.card = ExcerptCard(self)
        self.row = TextButton(self)
        for part in (self.card, self.row):
            inner.addWidget(part)
        self.row.clicked.connect(self._lead_on)

    def _lead_on(self) -> None:
        shown = self._shown
        if shown is None:
            return
        self.command_requested.emit(_COMMANDS[shown.kind], {"id": shown.id})
        if shown.kind is ShownKind.MAP:
            self.command_requested.emit("map.open", {})

    def fill(self, shown: Shown, showing: Showing, look: Look) -> None:
        """Show one thing."""
        self._shown = shown
        excerpt = showing.excerpt(shown.id) if shown.kind is ShownKind.EXCERPT else None
        self.card.setVisible(excerpt is not None)
        self.row.setVisible(excerpt is None)
        if excerpt is not None:
            self.card.fill(excerpt, 0, "hairline-strong", look)
            self.card.light([shown.words] if shown.words else [])
        else:
            self._fill_row(shown, look)

    def _fill_row(self, shown: Shown, look: Look) -> None:
        kind = look.say(f"tour.shown.{shown.kind.value}")
        title = at_the_start(shown.title) if shown.title.text else ShownText(kind, look.translator.language)
        told = [words(kind, "small", ink="ink-second"), words(title, "body-strong", ink="link")]
        self.row.fill(look, told)
        self.row.setAccessibleName(f"{kind}: {title.text}")


def minutes_words(minutes: float, look: Look) -> str:
    """Return how long a stop or a tour takes, half minutes too."""
    return look.say("tour.minutes", count=int(minutes) if minutes == int(minutes) else minutes)
