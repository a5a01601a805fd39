# SPDX-License-Identifier: MIT
"""What of a kept place only the widgets know: how far the panel is scrolled, and where the window stands."""

from __future__ import annotations

from timeline_app.ui.shell import Shell
from timeline_app.ui.window_place import kept_window


class PlaceViews:
    """Lets the keeper know of panel and window, and scrolls the panel to where it was."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._follows = False

    def connect(self) -> None:
        """Begin, with the panel as soon as there is one."""
        shell = self._shell
        shell.places.ask_window(lambda: kept_window(shell.window))
        shell.desk.opened.connect(self._scroll)
        shell.rest_wanted.connect(self._follow_panel)

    def _follow_panel(self) -> None:
        panel = self._shell.panel
        if panel is not None and not self._follows:
            self._follows = True
            panel.verticalScrollBar().valueChanged.connect(self._shell.places.note_scroll)
            self._scroll()

    def _scroll(self) -> None:
        panel, scroll_px = self._shell.panel, self._shell.desk.left_scroll_px
        if panel is not None and scroll_px > 0:
            panel.scroll_to(scroll_px)
