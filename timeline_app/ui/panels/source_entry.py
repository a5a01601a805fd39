# SPDX-License-Identifier: MIT
"""One source in "How do we know?": its number leads back to the text, its address can be taken along."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from timeline_app.model.showing import Showing
from timeline_app.model.views import SourceUseView
from timeline_app.ui.panels.buttons import ButtonRow, PanelButton
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.pieces import Card, column
from timeline_app.ui.panels.source_texts import source_paragraphs
from timeline_app.ui.reading.reading_view import ReadingView


class SourceEntry(Card):
    """Shows a source under its number; only wishes leave it."""

    back_requested = Signal(int)
    copy_requested = Signal(str)
    browser_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.number = 0
        self.excerpt = ""
        self._url = ""
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        self.number_button = PanelButton("number", self, lambda: self.back_requested.emit(self.number))
        self._right = QWidget(self)
        inner = column(self._right)
        # The number is a button with a frame: its first line begins a little lower.
        inner.setContentsMargins(0, 3, 0, 0)
        self.text = ReadingView(self._right)
        self.text.copy_requested.connect(self.copy_requested)
        self.row = ButtonRow(self._right)
        self.copy_button = self.row.add("link", lambda: self.copy_requested.emit(self._url))
        self.browser_button = self.row.add("link", lambda: self.browser_requested.emit(self._url))
        inner.addWidget(self.text)
        inner.addWidget(self.row)
        line.addWidget(self.number_button, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._right, 1)
        self._line = line
        self.body.addLayout(line)

    def fill(self, use: SourceUseView, showing: Showing, look: Look, *, is_marked: bool) -> None:
        """Show a source; `is_marked` tells whether the text has a mark to go back to."""
        self.number = use.number
        self.excerpt = use.excerpt
        self._url = "" if use.is_repeat else use.source.url or ""
        self.set_lit(is_lit=False)
        self.set_ground(look, "", margins=QRect(0, look.space_px(4), look.space_px(4), look.space_px(6)))
        self._line.setSpacing(look.space_px(4))
        self.text.set_paragraphs(source_paragraphs(use, showing, look), look.typesetter)
        name = "panel.source.back" if is_marked else "panel.source.number"
        self.number_button.setEnabled(is_marked)
        self.number_button.setAccessibleName(look.say(name, number=use.number))
        self.number_button.fill(look, str(use.number))
        self.number_button.setFixedWidth(look.px(30))
        self.row.setVisible(bool(self._url))
        # Only addresses of the web are offered to a browser: a file may hold any text.
        self.browser_button.setVisible(self._url.startswith(("https://", "http://")))
        if self._url:
            self._name_buttons(use, look)

    def _name_buttons(self, use: SourceUseView, look: Look) -> None:
        self.copy_button.fill(look, look.say("panel.source.copy"))
        self.copy_button.setAccessibleName(look.say("panel.source.copy-of", source=use.source.short))
        self.browser_button.fill(look, look.say("panel.source.open"))
        self.browser_button.setAccessibleName(look.say("panel.source.open-of", source=use.source.short))
        self.row.refresh()
