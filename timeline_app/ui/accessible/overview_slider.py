# SPDX-License-Identifier: MIT
"""The overview for screen readers: a slider whose value is where the view stands, and whose words are the range."""

from __future__ import annotations

from typing import Final

import shiboken6
from PySide6.QtGui import QAccessible, QAccessibleValueChangeEvent
from PySide6.QtWidgets import QAccessibleWidget

from timeline_app.scene.range_words import range_in_words
from timeline_app.scene.time_fold import instant_of
from timeline_app.ui.accessible.pointers import Number, pointer_from, pointer_of
from timeline_app.ui.canvas.overview_widget import OverviewWidget

PER_CENT: Final = 100.0
STEP: Final = 1.0


class OverviewSlider(QAccessibleWidget):
    """The overview itself."""

    def __init__(self, overview: OverviewWidget) -> None:
        super().__init__(overview, QAccessible.Role.Slider, "")
        self._overview = overview
        self._number = Number(self._share, self._move_to, lambda: (0.0, PER_CENT), STEP)
        overview.hand.animator.settled.connect(self._on_settled)

    def text(self, kind: QAccessible.Text) -> str:
        """Qt's: name, keys and the range in words."""
        say = self._overview.translator.say
        if kind is QAccessible.Text.Name:
            return say("outline.overview")
        if kind is QAccessible.Text.Help:
            return say("outline.overview-help")
        hand = self._overview.hand
        if kind not in (QAccessible.Text.Value, QAccessible.Text.Description) or not hand.is_ready:
            return super().text(kind)
        fold, target = self._overview.stage.fold, hand.target
        bounds = instant_of(fold, target.start_s), instant_of(fold, target.end_s)
        span = range_in_words(*bounds, self._overview.translator)
        return say("outline.overview-range", range=span)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> shiboken6.VoidPtr:  # type: ignore[override]
        """Qt's: it has a value."""
        if kind is QAccessible.InterfaceType.ValueInterface and self._overview.hand.is_ready:
            return pointer_of(self._number)
        return pointer_from(super().interface_cast(kind))

    def _share(self) -> float:
        """Return where the view's middle stands in the exhibit, in per cent."""
        hand = self._overview.hand
        limits = hand.limits
        share = (hand.target.centre_s - limits.first_s) / max(limits.last_s - limits.first_s, 1)
        return round(min(max(share, 0.0), 1.0) * PER_CENT, 1)

    def _move_to(self, per_cent: float) -> None:
        limits = self._overview.hand.limits
        self._overview.centre_at(limits.first_s + int((limits.last_s - limits.first_s) * per_cent / PER_CENT))

    def _on_settled(self) -> None:
        if QAccessible.isActive() and shiboken6.isValid(self._overview) and self._overview.hand.is_ready:
            QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self._overview, self._share()))
