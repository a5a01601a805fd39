# SPDX-License-Identifier: MIT
"""The audience's window: the hall over a whole screen, without anything that belongs to a desk.

With a presenter's window beside it, it never takes the focus; alone it takes the keys, and shows the notes below when
asked for.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from timeline_app.base.clock import Clock
from timeline_app.base.messages import Translator
from timeline_app.model.showing import Showing
from timeline_app.state.app_state import AppState
from timeline_app.state.tour_state import PresentState
from timeline_app.ui.present.hall import Hall
from timeline_app.ui.present.notes_strip import NotesStrip
from timeline_app.ui.present.overlay import Overlay
from timeline_app.ui.present.pointer_shown import PointerShown

_SILENT_EVENTS: Final = (QEvent.Type.ToolTip, QEvent.Type.WhatsThis, QEvent.Type.StatusTip)


class AudienceWindow(QWidget):
    """Shows the hall; `closing` tells that somebody wants it closed, which is for others to do."""

    closing = Signal()

    def __init__(self, hall: Hall, clock: Clock, translator: Translator) -> None:
        super().__init__(None)
        self.hall: Final = hall
        self._is_alone = True
        hall.setParent(self)
        self.overlay: Final = Overlay(hall, clock, self)
        self.notes: Final = NotesStrip(translator, self)
        self.setObjectName("audience")
        self.setWindowTitle(translator.say("audience.title"))
        self.setAccessibleName(translator.say("audience.title"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(320, 180)
        # A finger on the timeline would give it the keys.
        hall.canvas.setFocusProxy(self)
        self.pointer: Final = PointerShown((self, hall, hall.canvas, hall.board), clock, self)
        self.set_alone(is_alone=True)

    # -- its place --------------------------------------------------------------------------------

    @property
    def is_alone(self) -> bool:
        """Whether there is no presenter's window, so that the keys come here."""
        return self._is_alone

    def set_alone(self, *, is_alone: bool) -> None:
        """Take the keys, or leave them to the presenter's window; a window that is shown goes and comes again."""
        self._is_alone = self.pointer.is_wanted = is_alone
        self.pointer.hide()
        was_visible, geometry = self.isVisible(), self.geometry()
        flags = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint
        if not is_alone:
            flags |= Qt.WindowType.WindowDoesNotAcceptFocus
        self.setWindowFlags(flags)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not is_alone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_alone else Qt.FocusPolicy.NoFocus)
        if was_visible:
            self.setGeometry(geometry)
            self._fill_screen()

    def _fill_screen(self) -> None:
        """Show the window over its whole screen; what Qt has for this would ask for the keyboard too."""
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()

    # -- what it shows ----------------------------------------------------------------------------

    def show_state(self, showing: Showing | None, state: AppState) -> None:
        """Show the state in the hall, and what is done to its picture."""
        self.hall.show_state(showing, state)
        self.show_present(showing, state)

    def show_present(self, showing: Showing | None, state: AppState) -> None:
        """Show only what is done to the picture."""
        present = state.present or PresentState()
        self.overlay.show_present(present, reduced_motion=state.settings.reduced_motion)
        self.notes.show_state(
            showing if self._is_alone and present.are_notes_shown else None, state, self.hall.style_of_hall
        )
        self._arrange_notes()

    # -- Qt's side --------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Qt's: say nothing about what is pointed at."""
        if event.type() in _SILENT_EVENTS:
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: the hall fills the window, and what lies over it too."""
        super().resizeEvent(event)
        self.hall.setGeometry(self.rect())
        self.overlay.setGeometry(self.rect())
        self.overlay.raise_()
        self._arrange_notes()

    def _arrange_notes(self) -> None:
        height_px = self.notes.wanted_px(self.width(), self.height())
        self.notes.setGeometry(0, self.height() - height_px, self.width(), height_px)
        self.hall.keep_clear(height_px)
        self.notes.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: black where nothing stands yet."""
        QPainter(self).fillRect(event.rect(), Qt.GlobalColor.black)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt's: leave it to whoever opened the window."""
        event.ignore()
        self.closing.emit()
