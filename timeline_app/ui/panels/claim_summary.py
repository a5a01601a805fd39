# SPDX-License-Identifier: MIT
"""A question on which accounts differ, in short, with the way to all that is said about it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from timeline_app.model.views import ClaimView
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.claim_texts import claim_summary
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.pieces import Card
from timeline_app.ui.reading.reading_view import ReadingView


class ClaimSummary(Card):
    """Shows a claim in short."""

    claim_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.claim_id = ""
        self.text = ReadingView(self)
        self.row = ButtonRow(self)
        self.open_button = self.row.add("quiet", lambda: self.claim_requested.emit(self.claim_id))
        self.body.addWidget(self.text)
        self.body.addWidget(self.row)

    def fill(self, claim: ClaimView, look: Look) -> None:
        """Show a claim."""
        self.claim_id = claim.id
        self.set_ground(look, "", margins=QRect(0, 0, 0, look.space_px(4)))
        self.body.setSpacing(look.space_px(8))
        self.text.set_paragraphs(claim_summary(claim, look), look.typesetter)
        self.open_button.fill(look, look.say("panel.claim.compare"))
        self.open_button.setAccessibleName(look.say("panel.claim.compare-of", about=claim.about.text))
        self.row.refresh()
