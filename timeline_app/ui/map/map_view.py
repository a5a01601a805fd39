# SPDX-License-Identifier: MIT
"""The map with its buttons: what any page shows that has something to do with places."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.base.clock import Clock
from timeline_app.base.geometry import Rect
from timeline_app.ui.icon_button import IconButton
from timeline_app.ui.map.map_canvas import MapCanvas
from timeline_app.ui.map.map_content import MapContent
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.pieces import Arranged
from timeline_app.ui.qt_clock import QtClock

BUTTON_SHARE = 0.8
"""Beside a map buttons are smaller than in the header."""
EDGE_PX = 10
GAP_PX = 4


class MapView(QWidget, Arranged):
    """Shows places on the land. `place_chosen` tells the id of a place, `route_chosen` the number of a route."""

    place_chosen = Signal(str)
    route_chosen = Signal(int)

    def __init__(self, clock: Clock | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: MapContent | None = None
        self.canvas = MapCanvas(clock or QtClock(self), self)
        self.canvas.place_chosen.connect(self._choose)
        self.canvas.route_chosen.connect(self.route_chosen)
        self.canvas.view_changed.connect(self._show_state)
        self.closer = self._button("plus", lambda: self.canvas.zoom(1.0))
        self.farther = self._button("minus", lambda: self.canvas.zoom(-1.0))
        self.whole = self._button("fit", self.canvas.show_all)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _button(self, icon: str, act: object) -> IconButton:
        made = IconButton(icon, self)
        made.clicked.connect(act)
        return made

    def arranged(self) -> Sequence[QWidget]:
        """Return the parts in reading order."""
        return self.canvas, *self._buttons

    @property
    def _buttons(self) -> tuple[IconButton, ...]:
        return self.closer, self.farther, self.whole

    # -- what is shown ------------------------------------------------------------------------------

    def fill(self, content: MapContent, look: Look) -> None:
        """Show places and routes, in the colours and sizes of a look."""
        self._content = content
        self.canvas.fill(content, look)
        self.canvas.setAccessibleName(look.say("map.name", count=len(content.spots)))
        self.canvas.setAccessibleDescription(look.say("map.how"))
        named = ((self.closer, "closer", "+"), (self.farther, "farther", "−"), (self.whole, "whole", "0"))
        for button, name, keys in named:
            button.set_words(look.say(f"map.do.{name}"), keys)
            button.set_text_scale(look.typesetter.text_scale * BUTTON_SHARE)
        self._place_buttons()
        self._show_state()

    def set_light(self, places: Collection[str], ordinals: Collection[int] = ()) -> None:
        """Light places by id, and the routes that events took."""
        self.canvas.set_light(places, ordinals)

    def forget(self) -> None:
        """Let go of an exhibit."""
        self._content = None
        self.canvas.forget()

    def show_place(self, place_id: str) -> None:
        """Keep a place in the middle of the map, as long as nobody moves it."""
        self.canvas.show_place(place_id)

    def set_height_px(self, height_px: int) -> None:
        """Give the map a height."""
        if height_px != self.height():
            self.setFixedHeight(height_px)

    def _choose(self, number: int) -> None:
        if self._content is not None:
            self.place_chosen.emit(self._content.places[number].view.id)

    def _show_state(self) -> None:
        """Offer only what can still be done."""
        window = self.canvas.motion.target
        if window is not None:
            self.closer.setEnabled(window.zoomed(1.01).scale > window.scale)
            self.farther.setEnabled(window.scale > window.least_scale)

    # -- Qt's: size -----------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Qt's: any width will do."""
        return QSize(320, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: the buttons keep to the upper right corner."""
        super().resizeEvent(event)
        self.canvas.resize(self.size())
        self._place_buttons()

    def _place_buttons(self) -> None:
        y = EDGE_PX
        for button in self._buttons:
            button.move(QPoint(self.width() - button.width() - EDGE_PX, y))
            y += button.height() + GAP_PX
        places = [button.geometry() for button in self._buttons]
        self.canvas.keep_clear([Rect(at.x(), at.y(), at.width(), at.height()).grown(GAP_PX) for at in places])
