# SPDX-License-Identifier: MIT
"""The notes of a stop as a strip at the bottom of the only screen, for rehearsing, and for a teacher who has no second one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from timeline_app.base.messages import Translator
from timeline_app.model.prose import Block
from timeline_app.model.showing import Showing
from timeline_app.scene.board import BoardRole, BoardText, plain_text, text_of
from timeline_app.scene.board_fitting import fitted
from timeline_app.state.app_state import AppState
from timeline_app.ui.present.hall_style import HallStyle

MOST_SHARE: Final = 0.34
"""The notes never take more of the screen than this; what has no room is cut."""
SIDE: Final = 40.0
EDGE: Final = 24.0


class NotesStrip(QWidget):
    """Shows the notes of the stop at which one is."""

    def __init__(self, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._translator = translator
        self._style: HallStyle | None = None
        self._texts: tuple[BoardText, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return "\n".join(text.text for text in self._texts)

    def show_state(self, showing: Showing | None, state: AppState, style: HallStyle) -> None:
        """Show the notes of the present stop; without a showing none."""
        tour = state.tour
        walked = showing.tour(tour.tour_id) if showing is not None and tour is not None else None
        stop = walked.stop(tour.stop) if walked is not None and tour is not None else None
        self._style = style
        self._texts = () if stop is None else self._notes(stop.notes)
        self.setAccessibleName(self.words)
        self.setVisible(bool(self._texts))
        self.update()

    def _notes(self, notes: tuple[Block, ...]) -> tuple[BoardText, ...]:
        found = tuple(text_of(note, BoardRole.SPEAKER) for note in notes)
        if found:
            return found
        translator = self._translator
        return (plain_text(BoardRole.SPEAKER, translator.say("audience.no-notes"), translator.language),)

    def wanted_px(self, width_px: int, height_px: int) -> int:
        """Return how high the strip is on a screen of some size."""
        style = self._style
        if style is None or not self._texts:
            return 0
        room_px = width_px - 2 * SIDE * style.unit
        wanted = sum(style.height_px(text, room_px) + style.space_px(text) for text in self._texts)
        return round(min(wanted + 2 * EDGE * style.unit, height_px * MOST_SHARE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: paint the notes on a ground of their own, with a rule above."""
        style = self._style
        if style is None:
            return
        painter = QPainter(self)
        colour, unit = style.typesetter.colour, style.unit
        painter.fillRect(event.rect(), colour("sunken"))
        painter.fillRect(0, 0, self.width(), max(round(3 * unit), 1), colour("ink"))
        y, bottom = EDGE * unit, self.height() - EDGE * unit
        room_px = self.width() - 2 * SIDE * unit
        for text in self._texts:
            shown = fitted(text, room_px, bottom - y, style)
            if shown is None:
                break
            layout = style.layout(shown)
            height_px = layout.break_lines(float(int(room_px)))
            layout.draw(painter, QPointF(SIDE * unit, y))
            y += height_px + style.space_px(text)
