# SPDX-License-Identifier: MIT
"""What the dialogs share in which something is written: fields, and a row with what Enter does and a way out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QPushButton

from timeline_app.base.messages import Message
from timeline_app.ui.announcement import announce
from timeline_app.ui.dialogs import Dialog
from timeline_app.ui.fonts import font_for

FIELD_HEIGHT_PX: Final = 40


class AskingDialog(Dialog):
    """A dialog that asks for words; those that it cannot take stay in their field, ready to be written anew."""

    def make_field(self, name: str, tip: str) -> QLineEdit:
        """Return a field of this name, and a word on what to write in it for those who listen."""
        field = QLineEdit(self)
        field.setFont(font_for("body", self.translator.language, self.text_scale))
        field.setMinimumHeight(round(FIELD_HEIGHT_PX * self.text_scale))
        field.setAccessibleName(name)
        field.setAccessibleDescription(tip)
        return field

    def add_go(self, words: str, act: Callable[[], None]) -> QPushButton:
        """Put a row of buttons at the bottom: what Enter in a field presses, and Close; return the first."""
        row = QDialogButtonBox(self)
        go = QPushButton(words, self)
        go.setDefault(True)
        go.clicked.connect(lambda _checked: act())
        leave = QPushButton(self.translator.say("dialog.close"), self)
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        row.addButton(go, QDialogButtonBox.ButtonRole.ApplyRole)
        row.addButton(leave, QDialogButtonBox.ButtonRole.RejectRole)
        self.column.addWidget(row)
        return go

    def say_in(self, said: QLabel, message: Message) -> None:
        """Say something in a label, as a sentence."""
        words = self.translator.text(message)
        said.setText(words[:1].upper() + words[1:])

    @staticmethod
    def ask_again(field: QLineEdit, said: QLabel | None) -> None:
        """Lead back to a field whose words cannot be taken, and tell those who listen why."""
        if said is not None:
            announce(field, said.text())
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()
