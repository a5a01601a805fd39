# SPDX-License-Identifier: MIT
"""Asks for two dates to measure between, and says while one types what it understands of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QPushButton, QWidget

from timeline_app.base.messages import Message, Translator
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.phrases import date_message
from timeline_app.state.going_dates import NoStretch
from timeline_app.state.ruler import RulerPoint
from timeline_app.ui.announcement import announce
from timeline_app.ui.dialogs import Dialog
from timeline_app.ui.fonts import font_for

WIDTH_PX: Final = 480
HEIGHT_PX: Final = 360
FIELD_HEIGHT_PX: Final = 40

Understand = Callable[[str], RulerPoint | NoStretch | None]


class RulerDialog(Dialog):
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
        row = QDialogButtonBox(self)
        self.go = QPushButton(translator.say("ruler.measure"), self)
        self.go.setDefault(True)
        self.go.clicked.connect(self._measure)
        leave = QPushButton(translator.say("dialog.close"), self)
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        row.addButton(self.go, QDialogButtonBox.ButtonRole.ApplyRole)
        row.addButton(leave, QDialogButtonBox.ButtonRole.RejectRole)
        self.column.addWidget(row)
        self.fields[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _add_field(self, name: str) -> None:
        field, number = QLineEdit(self), len(self.fields)
        label = self.label(name, "body-strong")
        label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        label.setBuddy(field)
        field.setFont(font_for("body", self.translator.language, self.text_scale))
        field.setMinimumHeight(round(FIELD_HEIGHT_PX * self.text_scale))
        field.setAccessibleName(name)
        field.setAccessibleDescription(self.translator.say("go-date.tip"))
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
            self._say(number, Message.of("go-date.understood", date=date_message(parse(found.of))))
        else:
            self._say(number, Message.of("go-date.tip"))

    def _measure(self, checked: bool = False) -> None:  # noqa: FBT001, FBT002 — Qt's signal
        del checked
        for number, field in enumerate(self.fields):
            found = self._understand(field.text())
            if not isinstance(found, RulerPoint):
                self._refuse(number, found)
                return
        self.accept()
        self.chosen.emit(*(field.text() for field in self.fields))

    def _refuse(self, number: int, found: NoStretch | None) -> None:
        field = self.fields[number]
        if found is not None and field.text().strip():
            self._say(number, Message.of("go-date.refused", reason=found.reason, hint=found.hint))
            announce(field, self.said[number].text())
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()

    def _say(self, number: int, message: Message) -> None:
        words = self.translator.text(message)
        self.said[number].setText(words[:1].upper() + words[1:])
