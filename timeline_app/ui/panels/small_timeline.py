# SPDX-License-Identifier: MIT
"""The small timeline of a page: each mark is a button, and a click anywhere means the mark that is nearest.

One stop of Tab leads to the marks; the arrows go from one to the next in time. The card that tells of an event is
that of the canvas.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from timeline_app.base.geometry import Rect, Size
from timeline_app.model.showing import Showing
from timeline_app.scene.small_timeline import SmallMark, SmallTimeline, small_timeline
from timeline_app.scene.surface import Surface
from timeline_app.ui.canvas.hover_card import HoverCard
from timeline_app.ui.canvas.metrics import QtMeasurer
from timeline_app.ui.canvas.painter import Painter
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.pieces import Arranged
from timeline_app.ui.reading import access
from timeline_app.ui.reading.reading_view import FOCUS_RING_PX

ENTER_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STEPS: Final = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
RADIUS_PX: Final = 6.0
LEAST_WIDTH_PX: Final = 80


class MarkButton(QAbstractButton):
    """The mark of one event for keyboard and screen reader; the pointer is looked after by the timeline itself."""

    def __init__(self, timeline: SmallTimelineView) -> None:
        super().__init__(timeline)
        self._timeline = timeline
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(lambda _checked: timeline.choose(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: go to another mark, or choose this one."""
        key, mirrored = event.key(), self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in ENTER_KEYS:
            self.click()
        elif key in STEPS:
            is_turned = mirrored and key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            self._timeline.walk(self, -STEPS[Qt.Key(key)] if is_turned else STEPS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._timeline.walk_to(0 if key == Qt.Key.Key_Home else -1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt's: the next Tab comes back to this mark; its card is shown to those who came by key."""
        super().focusInEvent(event)
        self._timeline.note_focus(self, is_by_key=event.reason() != Qt.FocusReason.MouseFocusReason)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt's: the card goes with the keyboard."""
        super().focusOutEvent(event)
        self._timeline.put_card_away()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: the timeline paints the mark; here is only where the keyboard is."""
        del event
        look = self._timeline.look
        if look is None or not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.typesetter.colour("focus"), FOCUS_RING_PX))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), RADIUS_PX, RADIUS_PX)


class SmallTimelineView(QWidget, Arranged):
    """Shows some events in time; nothing at all where none of them has a place in time."""

    chosen = Signal(str)
    """The id of an event."""
    reveal_wished = Signal(QRect)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        access.give_role(SmallTimelineView, QAccessible.Role.Grouping)
        self.look: Look | None = None
        self._painter: Painter | None = None
        self._measurer: QtMeasurer | None = None
        self._showing: Showing | None = None
        self._ordinals: tuple[int, ...] = ()
        self._selected: int | None = None
        self._timeline: SmallTimeline | None = None
        self._hovered: int | None = None
        self._at = 0
        self.buttons: list[MarkButton] = []
        self._card = HoverCard(parent)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def marks(self) -> Sequence[SmallMark]:
        """The marks in the order of time."""
        return self._timeline.marks if self._timeline is not None else ()

    @property
    def left_out(self) -> int:
        """How many events with a place in time are not drawn, since there are so many."""
        return self._timeline.left_out if self._timeline is not None else 0

    @property
    def is_folded(self) -> bool:
        """Whether quiet time is folded."""
        return self._timeline is not None and self._timeline.is_folded

    def arranged(self) -> Sequence[QWidget]:
        """Return the marks' buttons; Tab may reach one of them."""
        return self.buttons

    def sizeHint(self) -> QSize:
        """Qt's: as high as the rows need."""
        return QSize(240, self._height_px)

    def minimumSizeHint(self) -> QSize:
        """Qt's: narrow enough for any panel."""
        return QSize(LEAST_WIDTH_PX, self._height_px)

    @property
    def _height_px(self) -> int:
        return round(self._timeline.scene.size.h) if self._timeline is not None else 0

    # -- filling ----------------------------------------------------------------------------------

    def fill(self, showing: Showing, ordinals: Sequence[int], selected: int | None, look: Look) -> None:
        """Show events, the selected one among them raised."""
        if self.look is None or self.look.typesetter is not look.typesetter:
            self._measurer = QtMeasurer(look.typesetter.text_scale)
            self._painter = Painter(look.typesetter.theme, self._measurer)
        if tuple(ordinals) != self._ordinals:
            self._at = 0
        self.look, self._showing, self._ordinals, self._selected = look, showing, tuple(ordinals), selected
        self.setAccessibleDescription(look.say("small-timeline.help"))
        self.put_card_away()
        self._lay_out()

    def forget(self) -> None:
        """Keep no exhibit; what is shown stays until the next filling."""
        self._showing = None
        self.put_card_away()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: lay out anew for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def _lay_out(self) -> None:
        showing, look, measurer = self._showing, self.look, self._measurer
        if showing is None or look is None or measurer is None:
            return
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        size = Size(float(max(self.width(), LEAST_WIDTH_PX)), 0.0)
        surface = Surface(size, measurer, look.typesetter.text_scale, mirrored)
        found = small_timeline(showing, self._ordinals, surface, look.translator, self._selected)
        self._timeline, self._hovered = found, None
        self.setVisible(found is not None)
        self._place_buttons(showing, look)
        self.setFixedHeight(self._height_px)
        self.update()

    def _place_buttons(self, showing: Showing, look: Look) -> None:
        while len(self.buttons) < len(self.marks):
            self.buttons.append(MarkButton(self))
        self._at = min(self._at, max(len(self.marks) - 1, 0))
        names = _told_apart([self._said(mark.ordinal, showing, look) for mark in self.marks], look)
        for number, button in enumerate(self.buttons):
            is_shown = number < len(self.marks)
            button.setVisible(is_shown)
            button.setFocusPolicy(_policy(is_stop=is_shown and number == self._at))
            if is_shown:
                mark = self.marks[number]
                button.setGeometry(_pixels(mark.hit))
                button.setAccessibleName(names[number])
                is_selected = mark.ordinal == self._selected
                button.setAccessibleDescription(look.say("small-timeline.selected") if is_selected else "")

    def _said(self, ordinal: int, showing: Showing, look: Look) -> str:
        head = showing.head(ordinal)
        date = look.date(head.date) if head.date is not None else ""
        return look.say("small-timeline.mark", title=head.title.text, date=date)

    # -- going about ------------------------------------------------------------------------------

    def choose(self, button: MarkButton) -> None:
        """Choose the event of a mark."""
        self._choose(self.buttons.index(button))

    def _choose(self, number: int) -> None:
        if self._showing is not None and number < len(self.marks):
            self.chosen.emit(self._showing.event_id(self.marks[number].ordinal))

    def walk(self, button: MarkButton, by: int) -> None:
        """Go to another mark from one; at the ends there is nowhere to go."""
        self.walk_to(min(max(self.buttons.index(button) + by, 0), len(self.marks) - 1))

    def walk_to(self, number: int) -> None:
        """Put the keyboard to a mark; -1 is the last one."""
        count = len(self.marks)
        if count:
            self.buttons[number % count].setFocus(Qt.FocusReason.OtherFocusReason)

    def note_focus(self, button: MarkButton, *, is_by_key: bool) -> None:
        """Remember where the keyboard is, and tell of the event there."""
        self._at = self.buttons.index(button)
        for number, other in enumerate(self.buttons):
            other.setFocusPolicy(_policy(is_stop=number == self._at))
        if is_by_key:
            self.reveal_wished.emit(button.geometry())
            self._show_card(self._at, button.geometry().center().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt's: tell of the event below the pointer."""
        self._hover(self._number_at(event.position().toPoint()), event.position().x())

    def leaveEvent(self, event: QEvent) -> None:
        """Qt's: the pointer has gone."""
        super().leaveEvent(event)
        self._hover(None, 0.0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt's: choose the event below the pointer."""
        number = self._number_at(event.position().toPoint())
        if number is not None and event.button() == Qt.MouseButton.LeftButton:
            self.buttons[number].setFocus(Qt.FocusReason.MouseFocusReason)
            self._choose(number)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt's: a press is heard, so that its release comes here too."""
        event.accept()

    def _number_at(self, point: QPoint) -> int | None:
        return self._timeline.at(point.x(), point.y()) if self._timeline is not None else None

    def _hover(self, number: int | None, x: float) -> None:
        if number == self._hovered:
            return
        self._hovered = number
        if number is None:
            self.put_card_away()
            self.unsetCursor()
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self._show_card(number, x)
        self.update()

    # -- the card ---------------------------------------------------------------------------------

    @property
    def card(self) -> HoverCard:
        """The card that tells of the event below the pointer, or where the keyboard is."""
        return self._card

    def put_card_away(self) -> None:
        """Show no card."""
        self._card.hide()

    def _show_card(self, number: int, x: float) -> None:
        showing, look, parent = self._showing, self.look, self.parentWidget()
        if showing is None or look is None or parent is None or number >= len(self.marks):
            return
        mark = self.marks[number]
        head = showing.head(mark.ordinal)
        date = look.date(head.date) if head.date is not None else ""
        self._card.show_event(head.title, date, look.translator.language, look.typesetter.text_scale)
        corner = self.mapTo(parent, QPoint(0, 0))
        self._card.place(mark.hit.moved(corner.x(), corner.y()), x + corner.x())

    # -- painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: paint ground, scene, and what is below the pointer."""
        del event
        look, timeline = self.look, self._timeline
        if look is None or timeline is None or self._painter is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.typesetter.colour("hairline"), 1.0))
        painter.setBrush(look.typesetter.colour("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
        self._painter.paint(painter, timeline.scene, device_pixel_ratio=self.devicePixelRatioF())
        if self._hovered is not None and self._hovered < len(timeline.marks):
            rect = timeline.marks[self._hovered].rect.grown(3.0)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.typesetter.colour("control-edge"), 2.0))
            painter.drawRoundedRect(QRectF(*rect), RADIUS_PX, RADIUS_PX)


def _told_apart(names: Sequence[str], look: Look) -> list[str]:
    """Return names of which each is another: those that several share are numbered."""
    shares, seen = Counter(names), Counter[str]()
    found = []
    for name in names:
        seen[name] += 1
        is_shared = shares[name] > 1
        found.append(look.say("outline.numbered", name=name, number=seen[name]) if is_shared else name)
    return found


def _policy(*, is_stop: bool) -> Qt.FocusPolicy:
    return Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus


def _pixels(rect: Rect) -> QRect:
    """Return the whole pixels that hold a rectangle."""
    return QRectF(*rect).toAlignedRect()
