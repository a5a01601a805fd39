# SPDX-License-Identifier: MIT
"""Fields in which a tour is written: what stands in them is sent when one leaves them, and never lost in between."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from timeline_app.ui.fonts import font_for
from timeline_app.ui.panels.look import Look

NOTES_LINES: Final = 7


class WordField(QLineEdit):
    """A field of one line; `send` gets what was written, once one presses Enter or goes on."""

    def __init__(self, parent: QWidget, send: Callable[[str], None]) -> None:
        super().__init__(parent)
        self._send = send
        self._shown: tuple[object, str] = (None, "")
        self.editingFinished.connect(self._sent)

    def fill(self, look: Look, name: str, text: str, of: object = None) -> None:
        """Show a text; what somebody is typing stays, unless the field is about something else (`of`) by now."""
        self.setFont(font_for("control", look.translator.language, look.typesetter.text_scale))
        self.setAccessibleName(name)
        if (of, text) != self._shown or not self.isModified():
            self.setText(text)
        self._shown = of, text

    def _sent(self) -> None:
        if self.isModified():
            self.setModified(False)
            self._send(self.text())


class NotesField(QPlainTextEdit):
    """A field of several lines; Tab leads on, as from every other part of the panel."""

    def __init__(self, parent: QWidget, send: Callable[[str], None]) -> None:
        super().__init__(parent)
        self._send = send
        self._shown: tuple[object, str] = (None, "")
        self.setTabChangesFocus(True)

    def fill(self, look: Look, name: str, text: str, of: object = None) -> None:
        """Show a text; what somebody is typing stays, unless the field is about something else (`of`) by now."""
        self.setFont(font_for("body", look.translator.language, look.typesetter.text_scale))
        self.setAccessibleName(name)
        if (of, text) != self._shown or not self.document().isModified():
            self.setPlainText(text)
            self.document().setModified(False)
        self._shown = of, text
        self.setFixedHeight(round(self.fontMetrics().lineSpacing() * NOTES_LINES + 20))

    def send_now(self) -> None:
        """Send what was written."""
        if self.document().isModified():
            self.document().setModified(False)
            self._send(self.toPlainText())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt's: what was written is sent."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.send_now()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: Ctrl+Enter sends too."""
        is_return = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.send_now()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Qt's: narrow enough for any panel."""
        return QSize(120, self.minimumHeight())
