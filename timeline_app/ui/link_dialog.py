# SPDX-License-Identifier: MIT
"""Asks for a link to a view, and says of one that cannot be followed why, and what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QPushButton, QWidget

from timeline_app.base.messages import Message, Translator
from timeline_app.ui.announcement import announce
from timeline_app.ui.dialogs import Dialog
from timeline_app.ui.fonts import font_for

WIDTH_PX: Final = 640
HEIGHT_PX: Final = 260
FIELD_HEIGHT_PX: Final = 40

Refusal = Callable[[str], Message | None]


class LinkDialog(Dialog):
    """A field into which a link is pasted."""

    chosen = Signal(str)
    """The link that can be followed, once the dialog has closed."""

    def __init__(self, refusal: Refusal, translator: Translator, text_scale: float, parent: QWidget) -> None:
        super().__init__(translator.say("link.title"), translator, text_scale, parent)
        self._refusal = refusal
        self.field = QLineEdit(self)
        self.field.setFont(font_for("body", translator.language, text_scale))
        self.field.setMinimumHeight(round(FIELD_HEIGHT_PX * text_scale))
        self.field.setAccessibleName(translator.say("link.field"))
        self.field.setAccessibleDescription(translator.say("link.tip"))
        self.field.textChanged.connect(self._forget_refusal)
        self.said = self.label(translator.say("link.tip"))
        self.column.addWidget(self.field)
        self.column.addWidget(self.said)
        self.column.addStretch(1)
        self._add_buttons()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _add_buttons(self) -> None:
        row = QDialogButtonBox(self)
        go = QPushButton(self.translator.say("link.go"), self)
        go.setDefault(True)
        # Enter in the field presses the default button.
        go.clicked.connect(self._go)
        leave = QPushButton(self.translator.say("dialog.close"), self)
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        row.addButton(go, QDialogButtonBox.ButtonRole.ApplyRole)
        row.addButton(leave, QDialogButtonBox.ButtonRole.RejectRole)
        self.column.addWidget(row)

    def _forget_refusal(self) -> None:
        self.said.setText(self.translator.say("link.tip"))

    def _go(self, checked: bool = False) -> None:  # noqa: FBT001, FBT002 — Qt's signal
        del checked
        text = self.field.text()
        problem = self._refusal(text)
        if problem is None:
            self.accept()
            self.chosen.emit(text)
            return
        self.said.setText(self.translator.text(problem))
        announce(self.field, self.said.text())
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()
