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
from timeline_app.ui.panels.way_back import WayBack
from timeline_app.ui.reading.paragraphs import words
from timeline_app.ui.reading.reading_view import ReadingView


class SourceEntry(Card):
    """Shows a source under its number; only wishes leave it."""

    back_requested = Signal(int, int)
    """The number, and a step: 0 to the passage it was come from, else forward or back."""
    copy_requested = Signal(str)
    source_requested = Signal(str)
    switch_requested = Signal(str, bool)
    """The source's id, and whether it shall count."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.number = 0
        self.source_id = ""
        self._url = ""
        self._is_off = False
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        self.number_button = PanelButton("number", self, lambda: self.back_requested.emit(self.number, 0))
        self._right = QWidget(self)
        inner = column(self._right)
        # The number is a button with a frame: its first line begins a little lower.
        inner.setContentsMargins(0, 3, 0, 0)
        self.text = ReadingView(self._right)
        self.text.copy_requested.connect(self.copy_requested)
        self.row = self._make_row()
        self.steps = ButtonRow(self._right)
        self.way_back = WayBack(
            self.steps, lambda step: self.back_requested.emit(self.number, step), has_back=False
        )
        for part in (self.text, self.row, self.steps):
            inner.addWidget(part)
        line.addWidget(self.number_button, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._right, 1)
        self._line = line
        self.body.addLayout(line)

    def _make_row(self) -> ButtonRow:
        row = ButtonRow(self._right)
        self.about_button = row.add("link", lambda: self.source_requested.emit(self.source_id))
        self.copy_button = row.add("link", lambda: self.copy_requested.emit(self._url))
        self.switch_button = row.add(
            "faint", lambda: self.switch_requested.emit(self.source_id, self._is_off)
        )
        return row

    def fill(self, use: SourceUseView, showing: Showing, look: Look, *, passages: int) -> None:
        """Show a source; `passages` tells how many passages of the text there are to go back to."""
        self.number = use.number
        self.source_id = use.source.id
        self._url = "" if use.is_repeat else use.source.url or ""
        self._is_off = use.source.id in showing.sources_off
        self.set_ground(look, "", margins=QRect(0, look.space_px(4), look.space_px(4), look.space_px(6)))
        self._line.setSpacing(look.space_px(4))
        paragraphs = source_paragraphs(use, showing, look)
        if self._is_off:
            paragraphs.insert(0, words(look.say("panel.source.is-off"), "small-strong", ink="warning"))
        self.text.set_paragraphs(paragraphs, look.typesetter)
        name = "panel.source.back" if passages else "panel.source.number"
        self.number_button.setEnabled(passages > 0)
        self.number_button.setAccessibleName(look.say(name, number=use.number))
        self.number_button.fill(look, str(use.number))
        self.number_button.setFixedWidth(look.px(30))
        self._fill_row(use, look, passages)

    def _fill_row(self, use: SourceUseView, look: Look, passages: int) -> None:
        of = use.source.short
        offered = (
            (self.about_button, look.say("panel.source.about"), look.say("panel.source.about-of", source=of)),
            (self.copy_button, look.say("panel.source.copy"), look.say("panel.source.copy-of", source=of)),
            (self.switch_button, *self._switch_words(of, look)),
        )
        for made, text, name in offered:
            made.fill(look, text)
            made.setAccessibleName(name)
            made.setVisible(not use.is_repeat)
        self.copy_button.setVisible(bool(self._url))
        self.way_back.fill(passages, look.say("panel.source.note", number=use.number), look)
        self.steps.setVisible(passages > 1)
        self.steps.refresh()
        self.row.setVisible(not use.is_repeat)
        self.row.refresh()

    def _switch_words(self, of: str, look: Look) -> tuple[str, str]:
        """Return what the switch says, and what it is called."""
        if self._is_off:
            return look.say("panel.source.put-back"), look.say("panel.source.put-back-of", source=of)
        return look.say("panel.source.switch-off"), look.say("panel.source.switch-off-of", source=of)
