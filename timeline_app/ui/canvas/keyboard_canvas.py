# SPDX-License-Identifier: MIT
"""Where the keyboard is on the canvas: at the events, at the lanes' names, or at the tray."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from timeline_app.base.messages import Translator
from timeline_app.model.showing import Showing
from timeline_app.scene.lane_marks import NO_LANE
from timeline_app.scene.stage import Stage
from timeline_app.ui.canvas.hand import Hand, Send
from timeline_app.ui.canvas.lane_heads import LaneHeads
from timeline_app.ui.canvas.scene_widget import SceneWidget
from timeline_app.ui.canvas.spotlight import Spotlight

ENTER_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_AFRESH: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class _Part(Enum):
    """What Tab goes through within the canvas."""

    EVENTS = auto()
    NAMES = auto()
    TRAY = auto()


class KeyboardCanvas(SceneWidget):
    """Holds the place of the keyboard; `focus_moved` tells when it is another one.

    Who derives from it makes `heads` and the spotlight, and gives `send`.
    """

    focus_moved = Signal()
    heads: LaneHeads
    send: Send
    _spotlight: Spotlight

    def __init__(self, stage: Stage, hand: Hand, translator: Translator, parent: QWidget | None) -> None:
        super().__init__(stage, hand, translator, parent)
        self._showing: Showing | None = None
        self._focused_id: str | None = None
        self._is_at_tray = False

    @property
    def showing(self) -> Showing | None:
        """What may be shown."""
        return self._showing

    @property
    def focused_id(self) -> str | None:
        """The id of the event that the keyboard is at."""
        return self._focused_id

    def focus_event(self, event_id: str | None) -> None:
        """Put the keyboard at an event without selecting it."""
        if event_id != self._focused_id or self._is_at_tray or self.is_at_heads:
            self._focused_id, self._is_at_tray = event_id, False
            self.heads.focused = NO_LANE
            self._follow_focus()
            self.focus_moved.emit()

    def show_head_focus(self) -> None:
        """Show and tell that the keyboard has come to a lane's name, or left them."""
        if self.heads.is_at_heads:
            self._is_at_tray = False
        self._follow_focus()
        self.focus_moved.emit()

    def _ordinal(self, event_id: str | None) -> int | None:
        if self._showing is None or event_id is None:
            return None
        return self._showing.ordinal(event_id)

    @property
    def is_at_tray(self) -> bool:
        """Whether the keyboard is at the handle of the tray."""
        return self._is_at_tray and self._has_tray

    @property
    def _has_tray(self) -> bool:
        return self.stage.is_fitted and self.stage.fitted.tray is not None

    def go_to_tray(self, *, is_there: bool) -> None:
        """Put the keyboard at the handle of the tray, or back at the events."""
        self.heads.focused = NO_LANE
        self._is_at_tray = is_there
        self._follow_focus()
        self.focus_moved.emit()

    @property
    def is_at_heads(self) -> bool:
        """Whether the keyboard is at a lane's name."""
        return self.heads.is_at_heads

    def go_to_heads(self) -> None:
        """Put the keyboard at the names of the lanes."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show_focus(shown=True)
        self.heads.enter()

    def go_to_events(self) -> None:
        """Put the keyboard at the events."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show_focus(shown=True)
        self.go_to_tray(is_there=False)

    def _follow_focus(self) -> None:
        is_at_tray = self.is_at_tray
        is_at_event = self._is_focus_shown and not is_at_tray and not self.is_at_heads
        self.heads.show_focus(is_here=self.hasFocus(), has_ring=self._is_focus_shown)
        self._spotlight.focus(self._ordinal(self._focused_id) if is_at_event else None)
        self._spotlight.show_at_tray(is_there=is_at_tray and self._is_focus_shown)

    def _show_focus(self, *, shown: bool) -> None:
        super()._show_focus(shown=shown)
        self._follow_focus()

    # -- Qt's side --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the tray at its handle, else select the focused event; all other keys are the shell's.

        The names of the lanes have keys of their own.
        """
        if self.heads.press_key(event):
            return
        if event.key() in ENTER_KEYS and self.is_at_tray:
            self.send("view.undated")
            return
        if event.key() in ENTER_KEYS and self._focused_id is not None:
            adds = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if adds:
                self.send("select.toggle", id=self._focused_id)
            else:
                self.send("select.event", id=self._focused_id, unfold=False)
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 — Qt's own
        """Qt's: Tab goes from the events to the lanes' names and to the tray before it leaves the canvas.

        Back it comes the same way. A canvas that has just been hidden lets the keyboard go at once.
        """
        if not self.isVisible() or not self._go_on(1 if forward else -1):
            return super().focusNextPrevChild(forward)
        self._show_focus(shown=True)
        return True

    def _go_on(self, step: int) -> bool:
        """Go from part to part of the canvas; tell whether there is one further on."""
        has_names = self.stage.is_fitted and self.heads.can_enter
        parts = [
            _Part.EVENTS,
            *([_Part.NAMES] if has_names else []),
            *([_Part.TRAY] if self._has_tray else []),
        ]
        here = _Part.TRAY if self.is_at_tray else _Part.NAMES if self.is_at_heads else _Part.EVENTS
        place = parts.index(here) + step
        if not 0 <= place < len(parts):
            return False
        if parts[place] is _Part.NAMES:
            self.heads.enter()
        else:
            self.go_to_tray(is_there=parts[place] is _Part.TRAY)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell where the keyboard is now: at the events, for who comes back by Tab at the last part."""
        is_back = event.reason() is Qt.FocusReason.BacktabFocusReason
        self._is_at_tray = is_back
        if event.reason() in _AFRESH:
            self.heads.focused = NO_LANE
        if is_back and not self._has_tray:
            self.heads.enter()
        super().focusInEvent(event)
        self.focus_moved.emit()
