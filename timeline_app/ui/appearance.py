# SPDX-License-Identifier: MIT
"""How everything looks: theme, text size, and the painter and measurer that follow from them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from timeline_app.state.app_state import Settings
from timeline_app.ui.canvas.metrics import QtMeasurer
from timeline_app.ui.canvas.painter import Painter
from timeline_app.ui.style_sheet import palette, style_sheet
from timeline_app.ui.theme import Theme, load_theme


class Appearance:
    """Holds what is made from the settings; the parts are replaced, never changed."""

    def __init__(self, themes_folder: Path, settings: Settings) -> None:
        self._folder = themes_folder
        self._settings = settings
        self.theme: Theme = load_theme(themes_folder, settings.theme.value)
        self.measurer = QtMeasurer(settings.text_size_percent / 100.0)
        self.painter = Painter(self.theme, self.measurer)

    @property
    def text_scale(self) -> float:
        """The text size as a factor."""
        return self.measurer.text_scale

    def adopt(self, settings: Settings) -> bool:
        """Follow the settings; tell whether anything that is seen has changed."""
        old, self._settings = self._settings, settings
        seen = (settings.theme, settings.text_size_percent)
        if seen == (old.theme, old.text_size_percent):
            return False
        self.theme = load_theme(self._folder, settings.theme.value)
        self.measurer = QtMeasurer(settings.text_size_percent / 100.0)
        self.painter = Painter(self.theme, self.measurer)
        return True

    def dress(self, application: QApplication) -> None:
        """Give all widgets the theme's colours and sizes."""
        application.setPalette(palette(self.theme))
        application.setStyleSheet(style_sheet(self.theme, self.text_scale))
