# SPDX-License-Identifier: MIT
"""The small parts that the panel's pages are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from timeline_app.ui.panels.buttons import LEAST_PX, ButtonRow
from timeline_app.ui.panels.icon_row import IconRow
from timeline_app.ui.panels.look import Look
from timeline_app.ui.reading.paragraph_layout import ParagraphLayout
from timeline_app.ui.reading.paragraphs import Paragraph
from timeline_app.ui.reading.reading_view import FOCUS_RING_PX, ReadingView

Piece = TypeVar("Piece", bound=QWidget)
MOST_WIDTHS: Final = 8
"""For so many widths a row remembers its height."""


def column(owner: QWidget, spacing_px: int = 0) -> QVBoxLayout:
    """Give a widget a column without margins."""
    layout = QVBoxLayout(owner)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing_px)
    return layout


class Pool(Generic[Piece]):
    """Widgets of one kind in a column, kept for the next event: making them is what costs."""

    def __init__(self, layout: QBoxLayout, make: Callable[[], Piece]) -> None:
        self.layout = layout
        self._make = make
        self._pieces: list[Piece] = []

    def show(self, count: int) -> list[Piece]:
        """Return `count` widgets to fill; all others are hidden."""
        while len(self._pieces) < count:
            piece = self._make()
            self.layout.addWidget(piece)
            self._pieces.append(piece)
        for index, piece in enumerate(self._pieces):
            piece.setVisible(index < count)
        return self._pieces[:count]

    def __iter__(self) -> Iterator[Piece]:
        return (piece for piece in self._pieces if not piece.isHidden())


class Rule(QWidget):
    """A hairline between two sections."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self.setFixedHeight(1)

    def fill(self, look: Look) -> None:
        """Take the theme's colour."""
        self._look = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: paint the line."""
        if self._look is not None:
            painter = QPainter(self)
            painter.fillRect(event.rect(), self._look.typesetter.colour("hairline"))


class Card(QWidget):
    """A ground with soft corners, a rule at its start, and a light for what a mark has led to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.body = column(self)
        self._look: Look | None = None
        self._ground = ""
        self._rule = ""
        self._is_lit = False
        self._is_filled = False
        self._framed: ReadingView | None = None

    def frame(self, text: ReadingView) -> None:
        """Draw the focus ring of a text that stands in the card: around the card, with air about the words."""
        self._framed = text
        text.is_framed = True
        text.ring_changed.connect(self.update)

    def set_ground(self, look: Look, ground: str, rule: str = "", margins: QRect | None = None) -> None:
        """Take tokens for ground and rule; `margins` are left, top, right and bottom within."""
        self._look, self._ground, self._rule = look, ground, rule
        if margins is not None:
            self.body.setContentsMargins(margins.x(), margins.y(), margins.width(), margins.height())
        self.update()

    @property
    def is_lit(self) -> bool:
        """Whether a mark has led here."""
        return self._is_lit

    def set_lit(self, *, is_lit: bool, is_filled: bool = True) -> None:
        """Light the card, or put the light out; without filling only its outline is lit."""
        if (is_lit, is_filled) != (self._is_lit, self._is_filled):
            self._is_lit, self._is_filled = is_lit, is_filled
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: paint ground, rule and light."""
        del event
        if self._look is None:
            return
        kind = self._look.typesetter
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self._is_lit:
            ground = "passage" if self._is_filled else self._ground
            painter.setPen(QPen(kind.colour("passage-rule"), 2.0))
            painter.setBrush(kind.colour(ground) if ground else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6.0, 6.0)
        elif self._ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(kind.colour(self._ground))
            painter.drawRoundedRect(rect, 6.0, 6.0)
        if self._rule:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            x = rect.width() - 3.0 if mirrored else 0.0
            painter.fillRect(QRectF(x, 0.0, 3.0, rect.height()), kind.colour(self._rule))
        if self._framed is not None and self._framed.is_ring_due:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(kind.colour("focus"), FOCUS_RING_PX))
            painter.drawRoundedRect(rect.adjusted(1.5, 1.5, -1.5, -1.5), 6.0, 6.0)


class Arranged:
    """A widget that places its parts itself, without a layout."""

    def arranged(self) -> Sequence[QWidget]:
        """Return the parts in reading order."""
        raise NotImplementedError


class TextButton(QAbstractButton):
    """A row of text that is one button: an event in a list, with what must be said about it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._label: ParagraphLayout | None = None
        self._layouts: list[ParagraphLayout] = []
        self._label_px = 0.0
        self._laid_out_px = -1
        self._heights_px: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def fill(
        self,
        look: Look,
        paragraphs: Sequence[Paragraph],
        label: Paragraph | None = None,
        label_px: float = 0.0,
    ) -> None:
        """Show paragraphs; `label` stands in a column of its own before them while there is room."""
        self._look = look
        self._layouts = [ParagraphLayout(paragraph, look.typesetter) for paragraph in paragraphs]
        self._label = ParagraphLayout(label, look.typesetter) if label is not None else None
        self._label_px = label_px
        self._laid_out_px = -1
        self._heights_px.clear()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Qt's: the text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt's: return the height of the text at a width."""
        height_px = self._heights_px.get(width)
        if height_px is None:
            # A layout asks by turns for the widths with and without a scroll bar.
            if len(self._heights_px) >= MOST_WIDTHS:
                self._heights_px.clear()
            height_px = self._heights_px[width] = self._lay_out(width)
        return height_px

    def sizeHint(self) -> QSize:
        """Qt's: any width will do."""
        return QSize(240, LEAST_PX)

    def minimumSizeHint(self) -> QSize:
        """Qt's: narrow enough for any panel, high enough to be hit."""
        return QSize(48, LEAST_PX)

    @property
    def _has_column(self) -> bool:
        return self._label is not None and self._laid_out_px >= 3 * self._label_px

    @property
    def _start_px(self) -> float:
        return self._label_px if self._has_column else 0.0

    def _lay_out(self, width: int) -> int:
        self._laid_out_px = width
        inner_px = width - 4 * FOCUS_RING_PX
        y = 2 * FOCUS_RING_PX
        if self._label is not None:
            self._label.y_px = y
            height_px = self._label.break_lines(self._label_px if self._has_column else inner_px)
            y += 0.0 if self._has_column else height_px
        for index, layout in enumerate(self._layouts):
            y += layout.space_above_px if index else 0.0
            layout.y_px = y
            y += layout.break_lines(inner_px - self._start_px)
        return max(round(y + 2 * FOCUS_RING_PX), LEAST_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: paint ground, text and focus ring."""
        del event
        if self._look is None:
            return
        if self._laid_out_px != self.width():
            self._lay_out(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        kind = self._look.typesetter
        inner = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(kind.colour("control-pressed" if self.isDown() else "control-hover"))
            painter.drawRoundedRect(inner, 6.0, 6.0)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = 2 * FOCUS_RING_PX
        if self._label is not None:
            x = self.width() - left - self._label_px if mirrored and self._has_column else left
            self._label.draw(painter, QRectF(x, self._label.y_px, 0, 0).topLeft())
        for layout in self._layouts:
            x = left if mirrored else left + self._start_px
            layout.draw(painter, QRectF(x, layout.y_px, 0, 0).topLeft())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(kind.colour("focus"), FOCUS_RING_PX))
            painter.drawRoundedRect(inner, 6.0, 6.0)


def in_reading_order(layout: QLayout) -> Iterator[QWidget]:
    """Yield the shown widgets of a layout that Tab may reach, from top to bottom."""
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget = item.widget() if item is not None else None
        inner = item.layout() if item is not None else None
        if inner is not None:
            yield from in_reading_order(inner)
        if widget is None or widget.isHidden():
            continue
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        if isinstance(widget, ButtonRow | IconRow):
            yield from (made for made in widget.buttons if not made.isHidden())
        yield from _within(widget)


def _within(widget: QWidget) -> Iterator[QWidget]:
    """Yield what Tab may reach below a widget."""
    if isinstance(widget, Arranged):
        for part in widget.arranged():
            if part.isHidden():
                continue
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                yield part
            yield from _within(part)
    below = widget.layout()
    if below is not None:
        yield from in_reading_order(below)
