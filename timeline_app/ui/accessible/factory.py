# SPDX-License-Identifier: MIT
"""Lets Qt ask us for the accessible forms of the painted widgets."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from timeline_app.ui.canvas.overview_widget import OverviewWidget
from timeline_app.ui.canvas.widget import CanvasWidget
from timeline_app.ui.main_window import MainWindow

_installed: list[bool] = []


def install() -> None:
    """Install the factory, once; must come before the first canvas is asked for."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(make)


def make(key: str, item: QObject) -> QAccessibleInterface | None:
    """Return the accessible form of a canvas, an overview or the window, None for all else.

    Their modules are loaded when somebody first asks: most starts have no screen reader to serve.
    """
    del key
    if isinstance(item, CanvasWidget):
        from timeline_app.ui.accessible.canvas_tree import CanvasRoot

        return CanvasRoot(item)
    if isinstance(item, OverviewWidget):
        from timeline_app.ui.accessible.overview_slider import OverviewSlider

        return OverviewSlider(item)
    if isinstance(item, MainWindow):
        # For Qt it is a mere widget; screen readers look for what is going on in frames.
        return QAccessibleWidget(item, QAccessible.Role.Window, "")
    return None
