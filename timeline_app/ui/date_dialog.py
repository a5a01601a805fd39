# SPDX-License-Identifier: MIT
"""Asks for a date to go to, says while one types what it understands, and where it does not, what to write."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from timeline_app.base.messages import Message, Translator
from timeline_app.state.going_dates import NoStretch, Stretch
from timeline_app.ui.asking_dialog import AskingDialog

WIDTH_PX: Final = 480
HEIGHT_PX: Final = 260

Understand = Callable[[str], Stretch | NoStretch | None]


class DateDialog(AskingDialog):
    """A field for a date in any form that the program reads."""

    chosen = Signal(str)
    """The date that was written, once the dialog has closed."""

    def __init__(
        self, understand: Understand, translator: Translator, text_scale: float, parent: QWidget
    ) -> None:
        super().__init__(translator.say("go-date.title"), translator, text_scale, parent)
        self._understand = understand
        self.field = self.make_field(translator.say("go-date.field"), translator.say("go-date.tip"))
        self.field.textChanged.connect(self._follow_text)
        self.said = self.label(translator.say("go-date.tip"))
        self._choices = QWidget(self)
        self._row = QHBoxLayout(self._choices)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.field)
        self.column.addWidget(self.said)
        self.column.addWidget(self._choices)
        self.column.addStretch(1)
        self.add_go(translator.say("go-date.go"), self._go)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _follow_text(self, text: str) -> None:
        """Say what is understood so far; what is not yet a date is nothing to complain of."""
        self._offer(())
        found = self._understand(text) if text.strip() else None
        if isinstance(found, Stretch):
            self.say_in(self.said, Message.of("go-date.understood", date=found.said))
        else:
            self.say_in(self.said, Message.of("go-date.tip"))

    def _go(self) -> None:
        text = self.field.text()
        found = self._understand(text)
        if isinstance(found, Stretch):
            self.accept()
            self.chosen.emit(text)
        elif found is not None:
            self.say_in(self.said, Message.of("go-date.refused", reason=found.reason, hint=found.hint))
            self._offer(found.choices)
            self.ask_again(self.field, self.said)

    def _offer(self, choices: tuple[str, ...]) -> None:
        """Offer the dates among which the author has to choose."""
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for choice in choices:
            found = self._understand(choice)
            words = self.translator.text(found.said) if isinstance(found, Stretch) else choice
            button = QPushButton(words, self._choices)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._choose, choice))
            self._row.addWidget(button)
        if choices:
            self._row.addStretch(1)

    def _choose(self, choice: str, checked: bool = False) -> None:  # noqa: FBT001, FBT002 — Qt's signal
        del checked
        self.field.setText(choice)
        self._go()
