# SPDX-License-Identifier: MIT
"""A button that says what is chosen and opens the list of what else could be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from timeline_app.ui.fonts import font_for
from timeline_app.ui.panels.look import Look


class ChoiceButton(QPushButton):
    """Offers a few things to choose from, each with a value and its words."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._menu = QMenu(self)
        self._group = QActionGroup(self._menu)
        self.setMenu(self._menu)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def fill(self, look: Look, name: str, choices: Sequence[tuple[str, str]], current: str) -> None:
        """Show what is chosen; `name` says what is chosen from."""
        font = font_for("control", look.translator.language, look.typesetter.text_scale)
        self.setFont(font)
        self._menu.setFont(font)
        for action in self._group.actions():
            self._group.removeAction(action)
        self._menu.clear()
        for value, words in choices:
            action = self._menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(value == current)
            action.triggered.connect(lambda _checked, value=value: self.chosen.emit(value))
            self._group.addAction(action)
        shown = next((words for value, words in choices if value == current), "")
        self.setText(look.say("panel.choice", name=name, choice=shown))
