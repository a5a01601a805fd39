# SPDX-License-Identifier: MIT
"""The view of a facsimile that is displayed, and how it moves to where it is sent: on the one clock, to be stopped at any moment."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import shiboken6
from PySide6.QtWidgets import QWidget

from timeline_app.base.clock import Clock
from timeline_app.scene.motion import ease_out
from timeline_app.ui.facsimile.sheet_view import SheetView, between

TRAVEL_MS: Final = 220.0


class SheetMotion:
    """Holds the displayed view and the one that is aimed at; `changed` is called whenever the first is another."""

    def __init__(self, clock: Clock, changed: Callable[[], None], owner: QWidget) -> None:
        self._clock = clock
        self._changed = changed
        self._owner = owner
        self._from: SheetView | None = None
        self._since_ms = 0.0
        self._is_frame_due = False
        self.view: SheetView | None = None
        self.target: SheetView | None = None
        self.is_reduced = False

    def forget(self) -> None:
        """Have no view."""
        self.view = self.target = self._from = None

    def show(self, view: SheetView) -> None:
        """Display a view at once."""
        self._from = None
        self.view = self.target = view
        self._changed()

    def hold(self) -> None:
        """Stop where the view is."""
        self._from = None
        self.target = self.view

    def travel(self, view: SheetView) -> None:
        """Move to a view; at once under reduced motion."""
        if self.view is None or self.is_reduced or view == self.view:
            self.show(view)
            return
        self._from, self.target = self.view, view
        self._since_ms = self._clock.now_ms()
        if not self._is_frame_due:
            self._is_frame_due = True
            self._clock.next_frame(self._on_frame)

    def _on_frame(self) -> None:
        self._is_frame_due = False
        if self._from is None or self.target is None or not shiboken6.isValid(self._owner):
            return
        progress = (self._clock.now_ms() - self._since_ms) / TRAVEL_MS
        if progress >= 1.0:
            self.show(self.target)
            return
        self.view = between(self._from, self.target, ease_out(progress))
        self._changed()
        self._is_frame_due = True
        self._clock.next_frame(self._on_frame)
