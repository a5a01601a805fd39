# SPDX-License-Identifier: MIT
"""A button that says what is chosen and opens the list of what else could be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
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
        self._actions: dict[str, QAction] = {}
        self.setMenu(self._menu)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def fill(self, look: Look, name: str, choices: Sequence[tuple[str, str]], current: str) -> None:
        """Show what is chosen; `name` says what is chosen from."""
        font = font_for("control", look.translator.language, look.typesetter.text_scale)
        self.setFont(font)
        self._menu.setFont(font)
        if [value for value, _ in choices] != list(self._actions):
            self._offer([value for value, _ in choices])
        for value, words in choices:
            self._actions[value].setText(words)
            self._actions[value].setChecked(value == current)
        shown = next((words for value, words in choices if value == current), "")
        self.setText(look.say("panel.choice", name=name, choice=shown))

    def _offer(self, values: Sequence[str]) -> None:
        """Make the menu anew; an action that is being chosen must live on, so this is done only for other choices."""
        self._menu.clear()
        self._actions.clear()
        for value in values:
            action = self._menu.addAction("")
            action.setCheckable(True)
            action.triggered.connect(lambda _checked, value=value: self.chosen.emit(value))
            self._group.addAction(action)
            self._actions[value] = action
