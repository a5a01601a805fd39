# SPDX-License-Identifier: MIT
"""The row of the bar that tells what is kept back from a class: behind which day, of which events; and gives it back."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from timeline_app.base.messages import Message, Translator
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.phrases import date_in_words
from timeline_app.model.showing import Showing
from timeline_app.state.curtain_words import curtain_message, kept_back_sentence, withheld_message
from timeline_app.ui.bar_row import BarRow
from timeline_app.ui.fonts import font_for
from timeline_app.ui.icon_button import IconButton
from timeline_app.ui.known_row import Travel

LONGEST_DATE: Final = "30 September 1959"
FIELD_PAD_PX: Final = 30
STEPS: Final = {"chevron-left": "curtain.back", "chevron-right": "curtain.forward"}
"""Icons, and the commands that they stand for."""


class ClassRow(BarRow):
    """Pulls the curtain on or back, takes it away, and reveals what is withheld."""

    def __init__(self, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._translator = translator
        self._date_words = ""
        self.setAccessibleName(translator.say("curtain.name"))
        self.field = QLineEdit(self)
        self.steps = {name: IconButton(name, self) for name in STEPS}
        self.away = QPushButton(translator.say("curtain.away"), self)
        self.reveal = QPushButton(translator.say("withheld.reveal"), self)
        self.field.setAccessibleName(translator.say("curtain.field"))
        self.field.setToolTip(translator.say("curtain.field-tip"))
        self.field.setAccessibleDescription(translator.say("curtain.field-tip"))
        self.field.returnPressed.connect(self._send_date)
        for name, command in STEPS.items():
            self.steps[name].set_words(translator.text(Message(f"step.{command}")))
            self.steps[name].clicked.connect(partial(self._send, command))
        self.away.clicked.connect(partial(self._send, "curtain.toggle"))
        self.reveal.clicked.connect(partial(self._send, "withhold.reveal"))
        parts = (self.steps["chevron-left"], self.field, self.steps["chevron-right"])
        self._travel = Travel(*parts, self)
        for piece in (self._travel, self.away, self.reveal):
            self.add(piece)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops, in reading order."""
        return (*self._travel.stops, self.away, self.reveal)

    def fill(self, showing: Showing, text_scale: float) -> None:
        """Say what is kept back."""
        translator, lens = self._translator, showing.lens
        curtain, withheld = curtain_message(showing), withheld_message(showing)
        more = "" if curtain is None or withheld is None else translator.text(withheld)
        sentence = kept_back_sentence(showing)
        said = "" if sentence is None else translator.text(sentence)
        self.show_sentence(said, more, translator.language, text_scale)
        self._dress(text_scale)
        for piece in (self._travel, self.away):
            piece.setVisible(lens.curtain is not None)
        self.reveal.setVisible(withheld is not None)
        if lens.curtain is not None:
            self._show_date(date_in_words(parse(lens.curtain.text), translator))
        self.place()

    def _dress(self, text_scale: float) -> None:
        font = font_for("control", self._translator.language, text_scale)
        for part in (self.field, self.away, self.reveal):
            part.setFont(font)
        width = QFontMetrics(font).horizontalAdvance(LONGEST_DATE) + round(FIELD_PAD_PX * text_scale)
        self.field.setFixedWidth(width)
        for button in self.steps.values():
            button.set_text_scale(text_scale)

    def _show_date(self, words: str) -> None:
        """Show the day; what somebody is typing stays until the curtain has moved."""
        is_being_typed = self.field.hasFocus() and self.field.isModified()
        if words != self._date_words or not is_being_typed:
            self.field.setText(words)
        self._date_words = words

    def _send(self, command: str, checked: bool = False) -> None:  # noqa: FBT001, FBT002 — Qt's signal
        del checked
        self.wished.emit(command, {})

    def _send_date(self) -> None:
        self.field.setModified(False)
        self.wished.emit("curtain.to", {"date": self.field.text()})
        self.field.selectAll()
