# SPDX-License-Identifier: MIT
"""A page with a picture beside its words: the picture is as high as there is room, and stays while the words scroll."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QBoxLayout, QWidget

from timeline_app.ui.panels.page import Page


class BesidePage(Page):
    """The page itself makes `spread`, which holds picture and words, and says how they stand in `arrange`."""

    spread: QBoxLayout

    @property
    def picture(self) -> QWidget:
        """What stays in sight."""
        raise NotImplementedError

    def arrange(self) -> None:
        """Place picture and words in the room that there is."""
        raise NotImplementedError

    def turn(self, direction: QBoxLayout.Direction) -> None:
        """Let picture and words stand beside or above each other."""
        if self.spread.direction() != direction:
            self.spread.setDirection(direction)

    @property
    def room_px(self) -> int:
        """The height of what the page is seen through."""
        area = self._area
        return area.viewport().height() if area is not None else self.height()

    @property
    def _area(self) -> QAbstractScrollArea | None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QAbstractScrollArea):
            parent = parent.parentWidget()
        return parent

    @Slot(int)
    def _keep_in_sight(self, scroll_px: int) -> None:
        """Let the picture stay beside its words while these scroll; the layout knows nothing of it."""
        picture = self.picture
        if self.spread.direction() is QBoxLayout.Direction.TopToBottom or picture.isHidden():
            return
        room = self.spread.geometry()
        lowest = max(room.bottom() + 1 - picture.height(), room.top())
        top = scroll_px - self.y() + self.column.contentsMargins().top()
        picture.move(picture.x(), min(max(top, room.top()), lowest))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's: the picture's height follows that of what the page is seen through."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self.arrange()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's: follow what the page is seen through."""
        super().showEvent(event)
        area = self._area
        if area is not None:
            # Again and again is once: Qt keeps a filter but one time, and so this connection.
            area.viewport().installEventFilter(self)
            area.verticalScrollBar().valueChanged.connect(
                self._keep_in_sight, Qt.ConnectionType.UniqueConnection
            )
