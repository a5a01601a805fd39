# SPDX-License-Identifier: MIT
"""The timeline of the hall: the same as at the desk, without what is meant for a hand that points at it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent

from timeline_app.model.lane_state import LaneState
from timeline_app.scene.hall_scene import calmed, whole_lanes_px
from timeline_app.scene.items import Item, Scene
from timeline_app.ui.canvas.widget import CanvasWidget
from timeline_app.ui.present.hall_style import HallStyle


class HallCanvas(CanvasWidget):
    """Shows no card, no menu and no pointer: nothing comes between the class and the picture."""

    hall_style: HallStyle | None = None
    is_low = False
    """Whether there is room for a lane or two."""
    shows_whole = False
    """Whether only whole lanes are seen, from the first one on."""

    @property
    def shown_px(self) -> float:
        """How much of the height is seen."""
        if not self.shows_whole or not self.stage.is_fitted or self.stage.fitted.tray is not None:
            return float(self.height())
        return min(whole_lanes_px(self.stage.fitted), float(self.height()))

    def show_lanes(self, lanes: LaneState, *, is_low: bool, shows_whole: bool) -> None:
        """Take the lanes without a word about them: nobody has moved any."""
        self.shows_whole = shows_whole
        if (lanes, is_low) != (self._lanes, self.is_low):
            self.is_low = is_low
            self.expect_lanes(lanes)
            self._refit()
            self.settled.emit()
            self.hand.animator.request_frame()

    def _build(self) -> Scene | None:
        scene = super()._build()
        return None if scene is None else calmed(scene, is_low=self.is_low, is_still=self.shows_whole)

    def wear(self, style: HallStyle) -> None:
        """Take the type, the colours and the strokes of a height."""
        self.hall_style = style
        self.set_style(style.painter, style.measurer, style.text_scale)

    def point_at(self, item: Item | None, x_px: float, y_px: float) -> None:
        """Point at nothing: the presenter's hand is seen through the tools alone."""
        del item
        super().point_at(None, x_px, y_px)

    def set_pointer(self, shape: Qt.CursorShape) -> None:
        """Keep the pointer as the window has it."""
        del shape

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open no menu."""
        event.accept()
