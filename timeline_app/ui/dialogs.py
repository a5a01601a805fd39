# SPDX-License-Identifier: MIT
"""What all our dialogs share: a heading, air, a row of buttons, the fonts of the text size."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from timeline_app.base.messages import Translator
from timeline_app.ui.fonts import font_for
from timeline_app.ui.touch_scroll import TouchScroll

MARGIN_PX: Final = 24
GAP_PX: Final = 12
SHARE_OF_SCREEN: Final = 0.9
EDGE_OPACITY: Final = 0.45
"""The edge is in the ink of the text, but fainter."""


class Dialog(QDialog):
    """A dialog with a heading; Escape closes it, and it never grows beyond the screen."""

    def __init__(self, title: str, translator: Translator, text_scale: float, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.translator = translator
        self.text_scale = text_scale
        self.setWindowTitle(title)
        self.column = QVBoxLayout(self)
        margin = round(MARGIN_PX * (1.0 + (text_scale - 1.0) * 0.5))
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(GAP_PX)
        self.column.addWidget(self.label(title, "heading"))

    def label(self, text: str, font_role: str = "body") -> QLabel:
        """Return a label that wraps and can be selected."""
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(font_for(font_role, self.translator.language, self.text_scale))
        label.setWordWrap(True)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return label

    def long_text(self, text: str, name: str) -> QPlainTextEdit:
        """Return a field for a text to be read, scrolled and copied."""
        field = QPlainTextEdit(text, self)
        field.setReadOnly(True)
        field.setAccessibleName(name)
        field.setTabChangesFocus(True)
        field.setFont(font_for("body", self.translator.language, self.text_scale))
        return field

    def add_buttons(self, *buttons: QPushButton) -> None:
        """Put a row of buttons at the bottom, Close always among them."""
        row = QDialogButtonBox(self)
        for button in buttons:
            row.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        close = QPushButton(self.translator.say("dialog.close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row.addButton(close, QDialogButtonBox.ButtonRole.AcceptRole)
        self.column.addWidget(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: draw an edge too; where nothing manages windows the dialog would run into what is behind it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setOpacity(EDGE_OPACITY)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def done(self, result: int) -> None:
        """Qt's: close, and give the keyboard back to the window, where nothing manages windows too."""
        super().done(result)
        parent = self.parentWidget()
        if parent is not None and parent.window().isVisible():
            parent.window().activateWindow()

    def open_at(self, width_px: int, height_px: int, before: QWidget | None = None) -> None:
        """Show the dialog in about this size at 100 %, high enough for all that is in it, within the screen.

        It stands `before` another window than its parent's where one is given, and gives the keyboard back to that one.
        """
        screen = (before or self).screen().availableGeometry().size()
        width, height = round(width_px * self.text_scale), round(height_px * self.text_scale)
        for child in self.findChildren(QWidget):
            child.ensurePolished()
        self.column.activate()
        wanted = QSize(width, max(height, self.column.totalHeightForWidth(width)))
        most = QSize(round(screen.width() * SHARE_OF_SCREEN), round(screen.height() * SHARE_OF_SCREEN))
        least = self.column.totalMinimumSize().height()
        if max(least, self.column.totalMinimumHeightForWidth(min(width, most.width()))) > most.height():
            self._let_scroll()
        self.resize(wanted.boundedTo(most))
        if before is not None:
            self.setScreen(before.screen())
            self.move(before.geometry().center() - self.rect().center())
            self.finished.connect(before.activateWindow)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.open()

    def _let_scroll(self) -> None:
        """Put all that is in the dialog into an area that scrolls: no screen is high enough for it."""
        focused, area = self.focusWidget(), QScrollArea(self)
        holder = QWidget(area)
        # The layout takes its widgets along.
        holder.setLayout(self.column)
        area.setWidget(holder)
        # The ground is the dialog's.
        holder.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        TouchScroll(area)
        # The layout that has gone had bounded the dialog.
        self.setMinimumSize(0, 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        if focused is not None:
            focused.setFocus(Qt.FocusReason.PopupFocusReason)
