# SPDX-License-Identifier: MIT
"""Shows a tour to others for as long as the state says so."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt

from timeline_app.base import collector
from timeline_app.ui.present.ending import end_presenting
from timeline_app.ui.present.presentation import Presentation
from timeline_app.ui.present.screens import ScreenSource
from timeline_app.ui.shell import Shell

TIDY_MS: Final = 1_500.0
"""So long after the end, once nothing moves any more."""


class PresentDesk(QObject):
    """Follows the state: begins a presentation and ends it, and tells it whenever anything has changed.

    The desk's own window is hidden meanwhile: nothing of it can come before a class.
    """

    def __init__(self, shell: Shell, screens: ScreenSource) -> None:
        super().__init__(shell)
        self._shell = shell
        self._screens = screens
        self.presentation: Presentation | None = None
        bridge = shell.bridge
        bridge.present_changed.connect(self._follow)
        for changed in (
            bridge.document_changed,
            bridge.lens_changed,
            bridge.calendars_changed,
            bridge.lanes_changed,
            bridge.evidence_changed,
            bridge.settings_changed,
            bridge.quiet_changed,
            bridge.selection_changed,
            bridge.page_changed,
            bridge.view_changed,
            bridge.tour_changed,
        ):
            changed.connect(self._show)

    def swap(self) -> None:
        """Let each side have the other's screen."""
        if self.presentation is not None:
            self.presentation.swap()

    def use_screen(self, name: str) -> None:
        """Let the class see a screen by its name."""
        if self.presentation is not None:
            self.presentation.use_screen(name)

    def _follow(self) -> None:
        is_wanted = self._shell.store.state.present is not None
        if is_wanted and self.presentation is None:
            self._begin()
        elif not is_wanted and self.presentation is not None:
            self._end(self.presentation)
        else:
            self._show()

    def _show(self) -> None:
        if self.presentation is not None:
            self.presentation.show_state()

    def _begin(self) -> None:
        made = Presentation(self._shell, self._screens)
        self.presentation = made
        made.leave_wished.connect(lambda: end_presenting(self._shell))
        made.begin()
        self._shell.window.hide()

    def _end(self, presentation: Presentation) -> None:
        """Bring the desk back before the rest goes: the program ends with its last window."""
        shell = self._shell
        self.presentation = None
        shell.window.show()
        presentation.end()
        shell.window.activateWindow()
        shell.canvas.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        shell.report_kept()
        shell.around.clock.after(TIDY_MS, self._tidy)

    def _tidy(self) -> None:
        """Let go of the windows that have gone, with their pictures: the collector has set them aside meanwhile."""
        if self.presentation is None:
            collector.tidy(of_many=True)
