# SPDX-License-Identifier: MIT
"""What the mouse does to reading text: it presses marks and the words that they cover, and selects by dragging."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from timeline_app.ui.reading.selection import TextPlace, TextSelection
from timeline_app.ui.reading.text_body import MarkPlace

if TYPE_CHECKING:
    from timeline_app.ui.reading.reading_view import ReadingView


class Hand:
    """The mouse over one reading widget, and the finger, of which the panel makes a mouse."""

    def __init__(self, view: ReadingView) -> None:
        self._view = view
        self._mark: MarkPlace | None = None
        self._passage: MarkPlace | None = None
        self._pressed_at = QPointF()
        self.hovered: MarkPlace | None = None
        self.is_selecting = False

    def press(self, event: QMouseEvent) -> None:
        """Press a mark, or begin to select; words that are let go without dragging lead where their mark does."""
        view, body = self._view, self._view.body
        self._pressed_at = event.position()
        self._mark = body.mark_at(self._pressed_at)
        self._passage = None
        if self._mark is not None:
            return
        present = view.selection
        if present is None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._passage = body.passage_at(self._pressed_at)
        place = body.place_at(self._pressed_at)
        is_held = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        anchor = present.anchor if is_held and present is not None else place
        self.is_selecting = True
        view.leave_mark()
        view.select(TextSelection(anchor, place))

    def press_twice(self, event: QMouseEvent) -> None:
        """Select the word."""
        body = self._view.body
        index, position = body.place_at(event.position())
        start, end = body.layouts[index].word_at(position)
        self._view.select(TextSelection(TextPlace(index, start), TextPlace(index, end)))

    def move(self, event: QMouseEvent) -> None:
        """Select while dragging, else show how far what lies here reaches."""
        view = self._view
        if self.is_selecting and view.selection is not None:
            cursor = view.body.place_at(event.position())
            view.select(TextSelection(view.selection.anchor, cursor))
            return
        body = view.body
        self.hover(body.mark_at(event.position()) or body.passage_at(event.position()))
        leads = Qt.CursorShape.PointingHandCursor if self.hovered else Qt.CursorShape.IBeamCursor
        if view.cursor().shape() != leads:
            view.setCursor(leads)

    def release(self, event: QMouseEvent) -> None:
        """Act on what was pressed, if it is let go there."""
        view, body = self._view, self._view.body
        mark, self._mark = self._mark, None
        passage, self._passage = self._passage, None
        self.is_selecting = False
        if view.selection is not None and view.selection.is_empty:
            view.select(None)
        if mark is not None:
            if body.mark_at(event.position()) == mark:
                view.activate((mark,), Qt.FocusReason.MouseFocusReason)
        elif passage is not None and view.selection is None and self._is_click(event):
            view.activate(body.marks_beside(passage), Qt.FocusReason.MouseFocusReason)

    def hover(self, place: MarkPlace | None) -> None:
        """Show how far the words of a mark reach; None shows nothing."""
        if place != self.hovered:
            self.hovered = place
            self._view.update()

    def _is_click(self, event: QMouseEvent) -> bool:
        moved_px = (event.position() - self._pressed_at).manhattanLength()
        return moved_px < QApplication.startDragDistance()
