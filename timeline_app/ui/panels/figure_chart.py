# SPDX-License-Identifier: MIT
"""What all charts of a figure share: their data, and every value in words for those who hear them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.model.views import FigureView
from timeline_app.ui.panels.look import Look
from timeline_app.ui.reading import access


class FigureChart(QWidget):
    """Holds the values of a figure; its words for screen readers hold every value."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        access.give_role(type(self), QAccessible.Role.Chart)
        self._look: Look | None = None
        self._data: Sequence[tuple[str, float]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fill(self, figure: FigureView, look: Look) -> None:
        """Show a figure."""
        self._look, self._data = look, figure.data
        self.setAccessibleName(figure.title.text)
        self.setAccessibleDescription(in_words(figure, look))
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Qt's: narrow enough for any panel."""
        return QSize(80, self.sizeHint().height())


def in_words(figure: FigureView, look: Look) -> str:
    """Return what a figure shows, and every value, for those who hear it."""
    values = "; ".join(f"{label}: {look.number(value)}" for label, value in figure.data)
    return f"{figure.describe} {values}" if figure.describe else values
