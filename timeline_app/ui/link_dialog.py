# SPDX-License-Identifier: MIT
"""Asks for a link to a view, and says of one that cannot be followed why, and what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from timeline_app.base.messages import Message, Translator
from timeline_app.ui.asking_dialog import AskingDialog

WIDTH_PX: Final = 640
HEIGHT_PX: Final = 260

Refusal = Callable[[str], Message | None]


class LinkDialog(AskingDialog):
    """A field into which a link is pasted."""

    chosen = Signal(str)
    """The link that can be followed, once the dialog has closed."""

    def __init__(self, refusal: Refusal, translator: Translator, text_scale: float, parent: QWidget) -> None:
        super().__init__(translator.say("link.title"), translator, text_scale, parent)
        self._refusal = refusal
        self.field = self.make_field(translator.say("link.field"), translator.say("link.tip"))
        self.field.textChanged.connect(self._forget_refusal)
        self.said = self.label(translator.say("link.tip"))
        self.column.addWidget(self.field)
        self.column.addWidget(self.said)
        self.column.addStretch(1)
        self.add_go(translator.say("link.go"), self._go)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _forget_refusal(self) -> None:
        self.said.setText(self.translator.say("link.tip"))

    def _go(self) -> None:
        text = self.field.text()
        problem = self._refusal(text)
        if problem is None:
            self.accept()
            self.chosen.emit(text)
            return
        self.said.setText(self.translator.text(problem))
        self.ask_again(self.field, self.said)
