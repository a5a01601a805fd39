# SPDX-License-Identifier: MIT
"""One presentation: the class's window, the presenter's beside it where there are two screens, and what is where."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from timeline_app.base.clock import Cancel
from timeline_app.model.showing import Showing
from timeline_app.state.app_state import AppState
from timeline_app.state.curtain_table import can_pull
from timeline_app.state.prediction import is_asking
from timeline_app.state.present_keys import PresentKeys
from timeline_app.state.present_screens import Sides, sides_of
from timeline_app.ui.canvas.curtain_hand import CurtainHand
from timeline_app.ui.canvas.guess_hand import GuessHand
from timeline_app.ui.present.audience_window import AudienceWindow
from timeline_app.ui.present.hall import Hall
from timeline_app.ui.present.key_filter import KeyFilter
from timeline_app.ui.present.presenter_window import PresenterWindow
from timeline_app.ui.present.screens import Screen, ScreenSource
from timeline_app.ui.shell import Shell

CLASS_FIRST_MS: Final = 12.0
"""So long after the class's picture, which is painted in the meantime, the presenter's window follows."""


class Presentation(QObject):
    """Holds the windows of a presentation from its beginning to its end.

    `leave_wished` tells that somebody has asked the window system to close a window. Screens may come and go: what
    stands on one that is gone moves to one that is left, and back when it is there again.
    """

    leave_wished = Signal()

    def __init__(self, shell: Shell, screens: ScreenSource) -> None:
        super().__init__(shell)
        self._shell = shell
        self._screens = screens
        self._here = screens.screen_of(shell.window)
        self._wanted = shell.keeper.session.audience_screen
        self._shown: tuple[Showing | None, AppState] | None = None
        self._later: Cancel | None = None
        self._placed: dict[QObject, Screen] = {}
        around, send = shell.around, shell.commands.send
        self.sides = Sides("")
        self.hall = Hall(around.clock, around.translator, send, around.resources / "themes")
        # A guess is put where a hand on the presenter's picture drags it, and by its keys.
        GuessHand(self.hall.canvas, shell.commands, lambda: is_asking(shell.store.state))
        CurtainHand(self.hall.canvas, shell.commands, lambda: can_pull(shell.store.state))
        self.audience = AudienceWindow(self.hall, around.clock, around.translator)
        self.presenter = PresenterWindow(shell, self.hall, self.hall.canvas)
        keys = KeyFilter(PresentKeys(shell.store, shell.commands).press, self)
        keys.listen_to(self.audience)
        self.presenter.take_key, self.presenter.held = keys.take, keys.held
        self.audience.closing.connect(self.leave_wished)
        self._unwatch = screens.watch(self.arrange, self._on_going)

    def begin(self) -> None:
        """Open the windows."""
        self._shell.stage_shown = self.hall.stage
        self._shell.count_sheets = self.hall.sheet_count
        self.arrange()
        if self.sides.presenter:
            self._shell.keeper.note_audience(self.sides.audience)

    def end(self) -> None:
        """Close the windows, and let all go."""
        self._unwatch()
        if self._later is not None:
            self._later()
        self._shell.stage_shown = self._shell.presenter = self._shell.count_sheets = None
        for window in (self.presenter, self.audience):
            window.hide()
            window.deleteLater()
        self.deleteLater()

    # -- screens ------------------------------------------------------------------------------------

    def swap(self) -> None:
        """Let each side have the other's screen; remembered for the next time."""
        swapped = self.sides.swapped
        if swapped != self.sides:
            self._here, self._wanted = swapped.presenter, swapped.audience
            self._shell.keeper.note_audience(swapped.audience)
            self.arrange()

    def use_screen(self, name: str) -> None:
        """Let the class see a screen; the presenter goes to another one if need be."""
        self._wanted = name
        self.arrange()

    def arrange(self) -> None:
        """Put each window on its screen, of those that are there now."""
        screens = {screen.name: screen for screen in self._screens.screens}
        if not screens:
            # All are unplugged for a moment; one will come.
            return
        sides = sides_of(tuple(screens), self._here, self._wanted)
        if sides != self.sides:
            self._close_dialogs()
        self.sides = sides
        is_alone = not self.sides.presenter
        if self.audience.is_alone is not is_alone:
            self.audience.set_alone(is_alone=is_alone)
        self._fill(self.audience, screens[self.sides.audience])
        if is_alone:
            self.presenter.hide()
            self._placed.pop(self.presenter, None)
        else:
            self._fill(self.presenter, screens[self.sides.presenter])
        front: QWidget = self.audience if is_alone else self.presenter
        front.activateWindow()
        front.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        self._shell.presenter = None if is_alone else self.presenter
        self._shown = None
        self.show_state()

    def _on_going(self, name: str) -> None:
        """Hide the presenter's window at once where its screen goes: Qt would move it before the class."""
        if name == self.sides.presenter:
            self._close_dialogs()
            self.presenter.hide()
            self._placed.pop(self.presenter, None)

    def _close_dialogs(self) -> None:
        """Close what stands before another window: that screen may be the class's now."""
        for dialog in self._shell.window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.reject()

    def _fill(self, window: QWidget, screen: Screen) -> None:
        """Show a window so that it fills a screen, unless it does."""
        if self._placed.get(window) != screen or not window.isVisible():
            # Window systems move a window that fills a screen only once it does not fill it any more.
            window.hide()
            if screen.handle is not None:
                window.setScreen(screen.handle)
            window.setGeometry(screen.area)
            window.setWindowState(Qt.WindowState.WindowFullScreen)
            window.show()
            self._placed[window] = screen

    # -- what is shown ------------------------------------------------------------------------------

    def show_state(self) -> None:
        """Hand the state to the windows, once each time that it is another one."""
        store = self._shell.store
        seen = (store.showing, store.state)
        if self._shown is not None and self._shown[0] is seen[0] and self._shown[1] is seen[1]:
            return
        self._shown = seen
        self.audience.show_state(*seen)
        if not self.audience.is_alone and self._later is None:
            self._later = self._shell.around.clock.after(CLASS_FIRST_MS, self._show_presenter)

    def _show_presenter(self) -> None:
        self._later = None
        self.presenter.show_state()
