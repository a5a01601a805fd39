# SPDX-License-Identifier: MIT
"""Asks for two dates to measure between, and says while one types what it understands of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from timeline_app.base.messages import Message, Translator
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.phrases import date_message
from timeline_app.state.going_dates import NoStretch
from timeline_app.state.ruler import RulerPoint
from timeline_app.ui.asking_dialog import AskingDialog

WIDTH_PX: Final = 480
HEIGHT_PX: Final = 360

Understand = Callable[[str], RulerPoint | NoStretch | None]


class RulerDialog(AskingDialog):
    """Two fields for dates in any form that the program reads."""

    chosen = Signal(str, str)
    """Both dates as they were written, once the dialog has closed."""

    def __init__(
        self, understand: Understand, translator: Translator, text_scale: float, parent: QWidget
    ) -> None:
        super().__init__(translator.say("ruler.title"), translator, text_scale, parent)
        self._understand = understand
        self.fields: list[QLineEdit] = []
        self.said: list[QLabel] = []
        for name in ("from", "to"):
            self._add_field(translator.text(Message.of(f"ruler.{name}")))
        self.column.addStretch(1)
        self.go = self.add_go(translator.say("ruler.measure"), self._measure)
        self.fields[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _add_field(self, name: str) -> None:
        field, number = self.make_field(name, self.translator.say("go-date.tip")), len(self.fields)
        label = self.label(name, "body-strong")
        label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        label.setBuddy(field)
        field.textChanged.connect(lambda text: self._follow_text(number, text))
        said = self.label(self.translator.say("go-date.tip"), "small")
        for part in (label, field, said):
            self.column.addWidget(part)
        self.fields.append(field)
        self.said.append(said)

    def _follow_text(self, number: int, text: str) -> None:
        """Say what is understood so far; what is not yet a date is nothing to complain of."""
        found = self._understand(text) if text.strip() else None
        if isinstance(found, RulerPoint):
            self.say_in(
                self.said[number], Message.of("go-date.understood", date=date_message(parse(found.of)))
            )
        else:
            self.say_in(self.said[number], Message.of("go-date.tip"))

    def _measure(self) -> None:
        for number, field in enumerate(self.fields):
            found = self._understand(field.text())
            if not isinstance(found, RulerPoint):
                self._refuse(number, found)
                return
        self.accept()
        self.chosen.emit(*(field.text() for field in self.fields))

    def _refuse(self, number: int, found: NoStretch | None) -> None:
        field, said = self.fields[number], None
        if found is not None and field.text().strip():
            said = self.said[number]
            self.say_in(said, Message.of("go-date.refused", reason=found.reason, hint=found.hint))
        self.ask_again(field, said)
