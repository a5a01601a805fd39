# SPDX-License-Identifier: MIT
"""Says that an event is not drawn since its lanes are hidden, and offers to show it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from timeline_app.base.messages import Message
from timeline_app.model.lane_state import LaneState
from timeline_app.model.showing import Showing
from timeline_app.scene.lane_choice import HIDDEN, choose
from timeline_app.scene.lane_words import lane_title
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.pieces import Card
from timeline_app.ui.reading.paragraphs import words
from timeline_app.ui.reading.reading_view import ReadingView


class HiddenLaneBox(Card):
    """Stands on the page of an event that the canvas does not show."""

    lane_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = ReadingView(self)
        self._row = ButtonRow(self)
        self.button = self._row.add("quiet", self.lane_requested.emit)
        self.body.addWidget(self.text)
        self.body.addWidget(self._row)

    def fill(self, notice: Message, look: Look) -> None:
        """Say which lane is hidden."""
        side = look.space_px(16)
        self.set_ground(
            look, "covered", "hairline-strong", QRect(side, look.space_px(12), side, look.space_px(12))
        )
        self.body.setSpacing(look.space_px(10))
        self.text.set_paragraphs([words(look.translator.text(notice), "body")], look.typesetter)
        self.button.fill(look, look.say("panel.show-lane"))
        self._row.refresh()


def hidden_lane(showing: Showing, lanes: LaneState, ordinal: int) -> Message | None:
    """Return what is to be said of an event all of whose lanes are hidden; None for any other."""
    if lanes.is_usual or not showing.visible[ordinal]:
        return None
    choice, head = choose(showing.lanes, lanes), showing.head(ordinal)
    if not head.lanes or any(choice.home[lane] != HIDDEN for lane in head.lanes):
        return None
    return Message.of("notice.lane-hidden", lane=lane_title(showing.lanes[head.lanes[0]]))
