# SPDX-License-Identifier: MIT
"""A view that is displayed, and how it moves to where it is sent: on the one clock, to be stopped at any moment."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Generic, TypeVar

import shiboken6
from PySide6.QtWidgets import QWidget

from timeline_app.base.clock import Clock
from timeline_app.scene.motion import ease_out

TRAVEL_MS: Final = 220.0

V = TypeVar("V")


class Travelling(Generic[V]):
    """Holds the displayed view and the one that is aimed at; `changed` is called whenever the first is another.

    `between` gives the view on the way from one to another.
    """

    def __init__(
        self, clock: Clock, between: Callable[[V, V, float], V], changed: Callable[[], None], owner: QWidget
    ) -> None:
        self._clock = clock
        self._between = between
        self._changed = changed
        self._owner = owner
        self._from: V | None = None
        self._since_ms = 0.0
        self._is_frame_due = False
        self.view: V | None = None
        self.target: V | None = None
        self.is_reduced = False

    @property
    def is_moving(self) -> bool:
        """Whether the view is on its way."""
        return self._from is not None

    def forget(self) -> None:
        """Have no view."""
        self.view = self.target = self._from = None

    def show(self, view: V) -> None:
        """Display a view at once."""
        self._from = None
        self.view = self.target = view
        self._changed()

    def hold(self) -> None:
        """Stop where the view is."""
        self._from = None
        self.target = self.view

    def travel(self, view: V) -> None:
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
        self.view = self._between(self._from, self.target, ease_out(progress))
        self._changed()
        self._is_frame_due = True
        self._clock.next_frame(self._on_frame)
