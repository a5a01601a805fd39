# SPDX-License-Identifier: MIT
"""What of a kept place only the widgets know: how far the panel is scrolled, and where the window stands."""

from __future__ import annotations

from PySide6.QtCore import QObject

from timeline_app.ui.shell import Shell
from timeline_app.ui.window_place import kept_window


class PlaceViews(QObject):
    """Lets the keeper know of panel and window, and scrolls the panel to where it was."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._follows = False
        self._wanted_px = 0

    def begin(self) -> None:
        """Follow what is shown, the panel as soon as there is one."""
        shell = self._shell
        shell.places.ask_window(lambda: kept_window(shell.window))
        shell.desk.opened.connect(self._scroll)
        shell.rest_wanted.connect(self._follow_panel)
        for changed in (shell.bridge.page_changed, shell.bridge.selection_changed):
            changed.connect(self._let_go)

    def _follow_panel(self) -> None:
        panel = self._shell.panel
        if panel is not None and not self._follows:
            self._follows = True
            bar = panel.verticalScrollBar()
            bar.valueChanged.connect(self._shell.places.note_scroll)
            bar.rangeChanged.connect(self._go_on)
            self._scroll()

    def _scroll(self) -> None:
        panel = self._shell.panel
        self._wanted_px = self._shell.desk.left_scroll_px
        if panel is not None and self._wanted_px > 0:
            panel.scroll_to(self._wanted_px)

    def _go_on(self, _least: int, most: int) -> None:
        """Scroll as far as there is room now: a page gets its height only when it is laid out."""
        panel = self._shell.panel
        if panel is not None and self._wanted_px > 0:
            panel.verticalScrollBar().setValue(min(self._wanted_px, most))
            if most >= self._wanted_px:
                self._wanted_px = 0

    def _let_go(self) -> None:
        """Leave the panel alone: something else is shown in it."""
        self._wanted_px = 0
