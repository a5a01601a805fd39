# SPDX-License-Identifier: MIT
"""The reading widget: paints paragraphs; every mark and passage is a control for mouse, keys and screen readers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from timeline_app.model.prose import Mark
from timeline_app.ui.last_input import was_by_hand
from timeline_app.ui.reading import access
from timeline_app.ui.reading.caret import extends_selection, moved
from timeline_app.ui.reading.hand import Hand
from timeline_app.ui.reading.paragraphs import Paragraph
from timeline_app.ui.reading.selection import TextPlace, TextSelection, everything
from timeline_app.ui.reading.text_body import SIDE_PX, MarkPlace, TextBody, TextStretch
from timeline_app.ui.reading.typesetter import Typesetter, format_range

FOCUS_RING_PX: Final = SIDE_PX
_OF_THE_WINDOW: Final = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})
"""The window merely went to the back, or came to the front again."""
_BY_KEYS: Final = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)
_HELD: Final = frozenset({Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta})
_ACTIVATING: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class ReadingView(QWidget):
    """Shows paragraphs. Tab walks their marks; text can be selected and copied by mouse and keyboard.

    `activated` carries the place of a mark, or those of all marks of a passage, as a tuple in reading order;
    `copy_requested` carries plain text with note numbers in brackets; `reveal_requested` a rectangle of
    this widget that should be scrolled into view. `ring_changed` tells a frame that draws the focus ring around
    all of it, with air about the words, to look at `is_ring_due` again.
    """

    activated = Signal(object)
    copy_requested = Signal(str)
    reveal_requested = Signal(QRect)
    ring_changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, tab_stop: bool = False) -> None:
        super().__init__(parent)
        access.install()
        self._tab_stop = tab_stop
        self._typesetter: Typesetter | None = None
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._body: TextBody | None = None
        self._focused: int | None = None
        self._selection: TextSelection | None = None
        self._lit: tuple[TextStretch, ...] = ()
        self._hand = Hand(self)
        self._is_ringed = True
        self.is_framed = False
        self.activated_by = Qt.FocusReason.OtherFocusReason
        self._name_of: Callable[[Mark], str] = lambda mark: str(mark.number)
        self._copy_as: Callable[[str], str] = str
        self.nodes = access.Nodes()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    # -- content ----------------------------------------------------------------------------------

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """What is shown."""
        return self._paragraphs

    def set_paragraphs(self, paragraphs: Sequence[Paragraph], typesetter: Typesetter) -> None:
        """Show other paragraphs, or the same ones in another look; the same in the same is silence."""
        paragraphs = tuple(paragraphs)
        if typesetter is self._typesetter and paragraphs == self._paragraphs:
            return
        if paragraphs != self._paragraphs:
            self._selection = None
            self._focused = None
            self._lit = ()
            self.nodes.drop()
        self._paragraphs = paragraphs
        self._typesetter = typesetter
        self._body = TextBody(paragraphs, typesetter)
        stops = bool(self.marks) or (self._tab_stop and bool(paragraphs))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)
        self._hand.hover(None)
        self.updateGeometry()
        self.update()

    @property
    def marks(self) -> tuple[MarkPlace, ...]:
        """All marks in reading order."""
        return self._body.marks if self._body is not None else ()

    @property
    def body(self) -> TextBody:
        """The text as it is broken for the present width; only where there is text."""
        if self._body is None:
            raise LookupError("no text has been set")
        self._body.lay_out(self.width())
        return self._body

    def set_mark_names(self, name_of: Callable[[Mark], str]) -> None:
        """Set how a mark is named to screen readers and in its tooltip."""
        self._name_of = name_of

    @property
    def lit(self) -> tuple[TextStretch, ...]:
        """The words to which a mark has led."""
        return self._lit

    def light(self, stretches: Sequence[TextStretch]) -> None:
        """Light words, and no others."""
        if tuple(stretches) != self._lit:
            self._lit = tuple(stretches)
            self.update()

    def set_copy_frame(self, copy_as: Callable[[str], str]) -> None:
        """Set what is added to copied words, for words that may only be shown in context."""
        self._copy_as = copy_as

    def mark_name(self, mark: Mark) -> str:
        """Return a mark's name in words."""
        return self._name_of(mark)

    # -- size -------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        """Qt's: the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt's: return the height of the text at a width."""
        return self._body.height_px(width) if self._body is not None else 0

    def sizeHint(self) -> QSize:
        """Qt's: any width will do."""
        return QSize(240, 24)

    def minimumSizeHint(self) -> QSize:
        """Qt's: narrow enough for any panel; the height follows from the width."""
        return QSize(48, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: break the lines anew."""
        super().resizeEvent(event)
        if self._body is not None:
            self._body.lay_out(self.width())

    # -- painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: paint what lies in the damaged rectangle."""
        if self._body is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_text(painter, self.body, QRectF(event.rect()))
        self._paint_focus(painter, self.body)

    def _paint_text(self, painter: QPainter, body: TextBody, clip: QRectF) -> None:
        for index, layout in enumerate(body.layouts):
            origin = body.origin_of(index)
            if origin.y() + layout.height_px < clip.top() or origin.y() > clip.bottom():
                continue
            for start, end in self._grounds(index):
                layout.draw_ground(painter, origin, start, end)
            layout.draw(painter, origin, self._selected_formats(index))

    def _grounds(self, index: int) -> Iterator[tuple[int, int]]:
        """Yield the stretches of a paragraph that are lit, hovered or in focus."""
        yield from ((lit.start, lit.end) for lit in self._lit if lit.paragraph == index)
        for place in (self._hand.hovered, self.focused_mark if self.hasFocus() else None):
            if place is not None and place.paragraph == index:
                yield place.spot.passage_start, place.spot.passage_end

    def _selected_formats(self, index: int) -> list[QTextLayout.FormatRange]:
        stretch = self._selection.within(index, self._paragraphs) if self._selection else None
        if stretch is None or self._typesetter is None:
            return []
        shape = QTextCharFormat()
        shape.setBackground(self._typesetter.colour("selection"))
        shape.setForeground(self._typesetter.colour("selection-text"))
        return [format_range(stretch[0], stretch[1] - stretch[0], shape)]

    def _paint_focus(self, painter: QPainter, body: TextBody) -> None:
        if not self.hasFocus() or self._typesetter is None:
            return
        place = self.focused_mark
        if place is not None:
            number = body.number_rect(place)
            ring = number.adjusted(-4.0, 0.0, 4.0, -number.height() * 0.3)
        elif self.is_ring_due and not self.is_framed:
            ring = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        else:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._typesetter.colour("focus"), FOCUS_RING_PX))
        painter.drawRoundedRect(ring, 4.0, 4.0)

    @property
    def is_ring_due(self) -> bool:
        """Whether a ring is to be drawn around the whole text: the keyboard is at it, and at none of its marks."""
        return (
            self.hasFocus()
            and self._tab_stop
            and self._is_ringed
            and self._focused is None
            and not self._hand.is_selecting
        )

    def _show_ring(self, *, is_ringed: bool) -> None:
        self._is_ringed = is_ringed
        self.update()
        self.ring_changed.emit()

    # -- focus on marks ---------------------------------------------------------------------------

    @property
    def focused_mark(self) -> MarkPlace | None:
        """The mark that has the keyboard's attention."""
        return self.marks[self._focused] if self._focused is not None else None

    def focus_mark(self, index: int, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the focus to a mark by its place in reading order."""
        self._focused = index
        if not self.hasFocus():
            self.setFocus(reason)
        self.update()
        self.reveal_requested.emit(self.body.mark_rect(self.marks[index]))
        access.tell_focus(self, self.marks[index])

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Take the focus; the hand that brings it knows where it is, the keyboard's must be seen."""
        self.setFocus(reason)
        self._show_ring(is_ringed=reason != Qt.FocusReason.MouseFocusReason and not was_by_hand(self))

    def leave_mark(self) -> None:
        """Let no mark have the keyboard's attention."""
        self._focused = None

    def activate(
        self, places: Sequence[MarkPlace], reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason
    ) -> None:
        """Follow a mark, or all marks of a passage; the first of them has the keyboard's attention."""
        self.activated_by = reason
        self._focused = self.marks.index(places[0])
        self.update()
        self.activated.emit(tuple(places))

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's signature
        """Qt's: walk the marks before the focus leaves; what has just been hidden lets it go at once."""
        if self.isVisible() and self.marks and self.hasFocus():
            following = (-1 if next else len(self.marks)) if self._focused is None else self._focused
            following += 1 if next else -1
            if 0 <= following < len(self.marks):
                self.focus_mark(following)
                return True
        return super().focusNextPrevChild(next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt's: coming by Tab means the first mark, coming back the last."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEYS:
            self._is_ringed = True
        elif event.reason() not in _OF_THE_WINDOW:
            self._is_ringed = event.reason() != Qt.FocusReason.MouseFocusReason and not was_by_hand(self)
        if event.reason() == Qt.FocusReason.TabFocusReason and self.marks:
            self.focus_mark(0)
        elif event.reason() == Qt.FocusReason.BacktabFocusReason and self.marks:
            self.focus_mark(len(self.marks) - 1)
        self._show_ring(is_ringed=self._is_ringed)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt's: forget the mark unless the window merely went to the back."""
        super().focusOutEvent(event)
        if event.reason() not in _OF_THE_WINDOW:
            self._focused = None
        self._show_ring(is_ringed=self._is_ringed)

    # -- keys -------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: activate a mark, select and copy text; all else goes on to the panel."""
        if event.key() not in _HELD and not event.matches(QKeySequence.StandardKey.Copy):
            self._show_ring(is_ringed=True)
        if event.key() in _ACTIVATING and self.focused_mark is not None:
            self.activate((self.focused_mark,))
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select(everything(self._paragraphs))
        elif extends_selection(event) and self._paragraphs:
            self._extend(event, self.body)
        elif event.key() == Qt.Key.Key_Escape and self._selection is not None:
            self.select(None)
        else:
            super().keyPressEvent(event)

    def _extend(self, event: QKeyEvent, body: TextBody) -> None:
        present = self._selection
        if present is None:
            mark = self.focused_mark
            start = TextPlace(mark.paragraph, mark.spot.passage_start) if mark else TextPlace(0, 0)
            present = TextSelection(start, start)
        cursor = moved(present.cursor, body.layouts, event)
        self.select(TextSelection(present.anchor, cursor))
        self.reveal_requested.emit(body.cursor_rect(cursor))

    @property
    def selected_text(self) -> str:
        """The selected words as they would be copied."""
        text = self._selection.text(self._paragraphs) if self._selection else ""
        return self._copy_as(text) if text else ""

    def copy_selection(self) -> None:
        """Wish that the selected words be copied."""
        if self.selected_text:
            self.copy_requested.emit(self.selected_text)

    @property
    def selection(self) -> TextSelection | None:
        """What is selected."""
        return self._selection

    def select(self, selection: TextSelection | None) -> None:
        """Select words, or none."""
        if selection != self._selection:
            self._selection = selection
            self.update()

    # -- mouse ------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt's: press a mark or the words that it covers, or begin to select."""
        self._show_ring(is_ringed=False)
        if event.button() == Qt.MouseButton.LeftButton and self._paragraphs:
            self._hand.press(event)
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt's: select the word."""
        if event.button() == Qt.MouseButton.LeftButton and self._paragraphs:
            self._hand.press_twice(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt's: select while dragging, else show what a mark covers."""
        if self._body is not None:
            self._hand.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt's: what was pressed acts when the button is let go over it."""
        if self._body is not None:
            self._hand.release(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Qt's: nothing is hovered any more."""
        super().leaveEvent(event)
        self._hand.hover(None)

    def event(self, event: QEvent) -> bool:
        """Qt's: the tooltip of a mark names its source."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tooltip(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def _show_tooltip(self, at: QPoint, on_screen: QPoint) -> None:
        place = self.body.mark_at(QPointF(at)) if self._body is not None else None
        if place is None or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            QToolTip.hideText()
            return
        QToolTip.showText(on_screen, self._name_of(place.spot.mark), self, self.body.mark_rect(place))
