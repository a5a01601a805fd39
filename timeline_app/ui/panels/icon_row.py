# SPDX-License-Identifier: MIT
"""Icon buttons side by side, on further lines where large text leaves no room."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget

from timeline_app.ui.icon_button import IconButton
from timeline_app.ui.panels.flowing_row import FlowingRow

_GAP_PX: Final = 4


class IconRow(FlowingRow):
    """Holds icon buttons and short labels in reading order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, _GAP_PX, levels=True)
        self.buttons: list[IconButton] = []
        """The buttons in reading order."""

    def add(self, icon: str, on_click: Callable[[], None]) -> IconButton:
        """Add a button."""
        made = IconButton(icon, self)
        made.clicked.connect(lambda _checked: on_click())
        self.buttons.append(made)
        self.hold(made)
        return made

    def add_label(self) -> QLabel:
        """Add a label."""
        made = QLabel(self)
        self.hold(made)
        return made

    def size_of(self, part: QWidget) -> QSize:
        """Return an icon's size, or that of a label with air around it."""
        return part.minimumSize() if isinstance(part, IconButton) else part.sizeHint() + QSize(8, 0)
