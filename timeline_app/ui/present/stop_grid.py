# SPDX-License-Identifier: MIT
"""All stops of the tour side by side, spare ones too: by a press or by number one goes to any of them."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from timeline_app.model.tour_views import StopView
from timeline_app.state.presenter_words import stop_facts
from timeline_app.ui.canvas.hand import Send
from timeline_app.ui.panels.look import Look
from timeline_app.ui.present.presenter_buttons import WordsButton, strong
from timeline_app.ui.present.presenter_style import reading_look
from timeline_app.ui.present.scrolled import ScrolledColumn
from timeline_app.ui.present.told import Told
from timeline_app.ui.reading.paragraphs import words

LEAST_TILE_PX: Final = 250
ARRIVING: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
WALKING: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class StopTile(WordsButton):
    """A stop: its number, title, date and minutes. Arrow keys walk the grid from tile to tile."""

    def __init__(self, parent: QWidget, grid: StopGrid) -> None:
        super().__init__(parent, "card")
        self._grid = grid

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: walk the grid; Return goes to the number that was typed, if one was."""
        if self._grid.is_typing and event.key() in ARRIVING:
            event.ignore()
        elif self._grid.walk(self, Qt.Key(event.key())):
            event.accept()
        else:
            super().keyPressEvent(event)


class StopGrid(ScrolledColumn):
    """Lies where the class's picture else is; takes the keyboard while it is seen."""

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._send = send
        self._row_look: Look | None = None
        self._tiles: list[StopTile] = []
        self._count = 0
        self._here = 0
        self.is_typing = False
        self._grid = QGridLayout()
        self.column.addLayout(self._grid)

    @property
    def tiles(self) -> list[StopTile]:
        """The tiles of all stops, in order."""
        return self._tiles[: self._count]

    def set_look(self, look: Look) -> None:
        """Take language, colours and sizes."""
        self._row_look = reading_look(look)
        self._grid.setSpacing(look.px(10))
        self.setAccessibleName(look.say("presenter.overview"))

    def show_told(self, told: Told) -> None:
        """Show the stops of a tour."""
        look = self._row_look
        if look is None:
            return
        stops = told.tour.stops
        self.is_typing = bool(told.present.typed)
        while len(self._tiles) < len(stops):
            self._tiles.append(StopTile(self, self))
        self._count = len(stops)
        for index, tile in enumerate(self._tiles):
            tile.setVisible(index < self._count)
        for index, (tile, stop) in enumerate(zip(self._tiles, stops, strict=False)):
            self._fill(tile, stop, look, is_here=stop.number == told.here.number)
            self._here = index if stop.number == told.here.number else self._here
        self._place()

    def take_keyboard(self) -> None:
        """Put the keyboard to the stop where one is."""
        if self.tiles:
            self.tiles[min(self._here, self._count - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def walk(self, tile: StopTile, key: Qt.Key) -> bool:
        """Go to the tile beside, above or below one; tell whether the key means that."""
        columns = self._columns
        steps = {**WALKING, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns}
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self._count - 1}
        at = self._tiles.index(tile)
        if key in ends:
            at = ends[key]
        elif key in steps:
            at += steps[key]
        else:
            return False
        if 0 <= at < self._count:
            self._tiles[at].setFocus(Qt.FocusReason.TabFocusReason)
            self.follow_focus()
        return True

    def _fill(self, tile: StopTile, stop: StopView, look: Look, *, is_here: bool) -> None:
        facts = stop_facts(stop, look.translator)
        number = look.number(stop.number)
        tile.is_marked = is_here
        tile.fill(look, [words(number, "small-strong"), strong(stop.title), words(facts, "small")])
        key = "presenter.stop-here" if is_here else "presenter.stop"
        tile.setAccessibleName(look.say(key, number=stop.number, title=stop.title.text))
        tile.setAccessibleDescription(facts)
        tile.act = partial(self._go, stop.number)

    def _go(self, number: int) -> None:
        """Go to a stop, and have the class's picture again."""
        self._send("present.overview")
        self._send("tour.go", number=number)

    @property
    def _columns(self) -> int:
        scale = self._row_look.typesetter.text_scale if self._row_look is not None else 1.0
        return max(int(self.viewport().width() / (LEAST_TILE_PX * scale)), 1)

    def _place(self) -> None:
        columns = self._columns
        for index, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, index // columns, index % columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: as many columns as have room."""
        super().resizeEvent(event)
        self._place()
