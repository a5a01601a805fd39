# SPDX-License-Identifier: MIT
"""Filters saved by name, on the page of filters: a field to save what is filtered, and each one to use or forget."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from timeline_app.model.prose import BlockKind
from timeline_app.state.saved_filters import LONGEST_NAME, SavedFilter
from timeline_app.ui.fonts import font_for
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.pieces import Pool, column
from timeline_app.ui.reading.paragraphs import words
from timeline_app.ui.reading.reading_view import ReadingView


class SavedBox(QWidget):
    """`wish` is called with a command and a name."""

    def __init__(self, parent: QWidget, wish: Callable[[str, str], None]) -> None:
        super().__init__(parent)
        self._wish = wish
        inner = column(self, 6)
        self.heading = ReadingView(self)
        self.field = QLineEdit(self)
        self.field.setMaxLength(LONGEST_NAME)
        self.field.returnPressed.connect(self._save)
        self._row = ButtonRow(self)
        self.save_button = self._row.add("quiet", self._save)
        self._holder = QWidget(self)
        self.rows = Pool(column(self._holder, 6), self._make_row)
        for part in (self.heading, self.field, self._row, self._holder):
            inner.addWidget(part)

    def _make_row(self) -> SavedRow:
        return SavedRow(self._holder, self._wish)

    def fill(self, saved: Sequence[SavedFilter], look: Look, *, can_save: bool) -> None:
        """List what was saved; `can_save` tells that something is filtered now."""
        told = [words(look.say("filters.saved"), "subheading", kind=BlockKind.HEADING)]
        if not saved and not can_save:
            told.append(words(look.say("filters.saved-none"), "small"))
        self.heading.set_paragraphs(told, look.typesetter)
        self.field.setVisible(can_save)
        self._row.setVisible(can_save)
        self.field.setFont(font_for("control", look.translator.language, look.typesetter.text_scale))
        self.field.setPlaceholderText(look.say("filters.save-name"))
        self.field.setAccessibleName(look.say("filters.save-name"))
        self.save_button.fill(look, look.say("filters.save"))
        self._row.refresh()
        for row, one in zip(self.rows.show(len(saved)), saved, strict=True):
            row.fill(one.name, look)

    def _save(self) -> None:
        name = self.field.text()
        if name.strip():
            self.field.clear()
        self._wish("filters.save", name)


class SavedRow(ButtonRow):
    """One filter by its name: to be used, or forgotten."""

    def __init__(self, parent: QWidget, wish: Callable[[str, str], None]) -> None:
        super().__init__(parent)
        self._name = ""
        self.use_button = self.add("quiet", lambda: wish("filters.use", self._name))
        self.forget_button = self.add("faint", lambda: wish("filters.forget", self._name))

    def fill(self, name: str, look: Look) -> None:
        """Show a name."""
        self._name = name
        self.use_button.fill(look, name)
        self.use_button.setAccessibleName(look.say("filters.use", name=name))
        self.forget_button.fill(look, look.say("filters.forget"))
        self.forget_button.setAccessibleName(look.say("filters.forget-name", name=name))
        self.refresh()
