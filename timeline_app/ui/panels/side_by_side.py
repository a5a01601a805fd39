# SPDX-License-Identifier: MIT
"""Columns of parts side by side, the first rows at one height, or one below the other where there is no room.

Where not all columns have room, the next one is seen in part, and they can be moved by buttons, wheel and Tab.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from timeline_app.ui.panels.columns_plan import Arrangement, arranged_at
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.pieces import Arranged

LEAST_PX: Final = 264.0
"""A column is at least so wide at 100 %."""
MOST_PX: Final = 460.0
_GAP_PX: Final = 14
_RADIUS_PX: Final = 6.0


@dataclass(frozen=True, slots=True)
class Column:
    """One column: cells that stand level with those beside them, cells below these, and whether its outline is broken.

    Every column has as many level cells.
    """

    level: tuple[QWidget, ...]
    below: tuple[QWidget, ...] = ()
    is_broken: bool = False

    @property
    def cells(self) -> tuple[QWidget, ...]:
        """All cells from top to bottom."""
        return self.level + self.below


class Board(QWidget):
    """Carries the cells, and paints a frame around each column."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._frames: list[tuple[QRect, bool]] = []

    def show_frames(self, frames: list[tuple[QRect, bool]], look: Look) -> None:
        """Take where the columns stand, and whether their outline is broken."""
        self._frames, self._look = frames, look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: paint the frames."""
        del event
        if self._look is None:
            return
        kind = self._look.typesetter
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for frame, is_broken in self._frames:
            rect = QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5)
            line = Qt.PenStyle.DashLine if is_broken else Qt.PenStyle.SolidLine
            painter.setPen(QPen(kind.colour("hairline-strong"), 1.0, line))
            painter.setBrush(kind.colour("card"))
            painter.drawRoundedRect(rect, _RADIUS_PX, _RADIUS_PX)
            if not is_broken:
                band = QRectF(rect.left() + _RADIUS_PX, rect.top(), rect.width() - 2 * _RADIUS_PX, 3.0)
                painter.fillRect(band, kind.colour("ink-second"))


class SideBySide(QScrollArea, Arranged):
    """Shows columns as wide as there is room for."""

    moved = Signal()
    """Other columns are in view."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._columns: tuple[Column, ...] = ()
        self.board = Board(self)
        self.setWidget(self.board)
        # Qt fills both with the window's colour; the panel has its own.
        for part in (self.board, self.viewport()):
            part.setAutoFillBackground(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalScrollBar().valueChanged.connect(self.moved)
        # Not a fixed height: that would be the one for the width before.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fill(self, columns: Sequence[Column], look: Look) -> None:
        """Show columns; their cells are children of the board."""
        self._columns, self._look = tuple(columns), look
        self._place()
        self.updateGeometry()

    def arranged(self) -> Sequence[QWidget]:
        """The cells in reading order: column by column."""
        return [cell for column in self._columns for cell in column.cells]

    @property
    def columns(self) -> Sequence[Column]:
        """What is shown."""
        return self._columns

    # -- which columns are seen -----------------------------------------------------------------------

    @property
    def arrangement(self) -> Arrangement:
        """How the columns stand now."""
        return self._arrangement(self.width())

    def _arrangement(self, width_px: int) -> Arrangement:
        px = self._look.px if self._look is not None else round
        return arranged_at(width_px, len(self._columns), px(LEAST_PX), px(MOST_PX), self._gap_px)

    @property
    def first_seen(self) -> int:
        """The first column that is seen whole."""
        step_px = self.arrangement.width_px + self._gap_px
        return -(-self.horizontalScrollBar().value() // step_px) if step_px > 0 else 0

    def move_by(self, columns: int) -> None:
        """Bring other columns into view."""
        step_px = self.arrangement.width_px + self._gap_px
        self.horizontalScrollBar().setValue((self.first_seen + columns) * step_px)

    # -- size and places ------------------------------------------------------------------------------

    @property
    def _gap_px(self) -> int:
        return self._look.space_px(_GAP_PX) if self._look is not None else _GAP_PX

    def hasHeightForWidth(self) -> bool:
        """Qt's: texts wrap."""
        return True

    def sizeHint(self) -> QSize:
        """Qt's: any width will do."""
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def minimumSizeHint(self) -> QSize:
        """Qt's: narrow enough for any panel."""
        return QSize(48, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: place the cells anew."""
        super().resizeEvent(event)
        self._place()
        self.moved.emit()

    def heightForWidth(self, width: int) -> int:
        """Qt's: return the height of the columns at a width."""
        frames = [frame for frame, _ in self._placed(width)]
        return max((frame.bottom() + 1 for frame in frames), default=0)

    def _place(self) -> None:
        """Give every cell its place."""
        if self._look is None or not self._columns:
            return
        placed = self._placed(self.width())
        for _, cells in placed:
            for cell, rect in cells:
                cell.setGeometry(rect)
        frames = [frame for frame, _ in placed]
        self.board.resize(max(f.right() for f in frames) + 1, max(f.bottom() for f in frames) + 1)
        broken = [column.is_broken for column in self._columns]
        self.board.show_frames(list(zip(frames, broken, strict=True)), self._look)

    def _placed(self, width_px: int) -> list[tuple[QRect, list[tuple[QWidget, QRect]]]]:
        """Return the frame of each column, and where its cells stand."""
        look = self._look
        if look is None or not self._columns:
            return []
        plan, side, gap = self._arrangement(width_px), look.space_px(16), look.space_px(10)
        inner_px = max(plan.width_px - 2 * side, 24)
        levels = [[_height(cell, inner_px) for cell in column.level] for column in self._columns]
        rows = [max(row) for row in zip(*levels, strict=True)]
        found: list[tuple[QRect, list[tuple[QWidget, QRect]]]] = []
        corner = QPoint(0, 0)
        for column, own in zip(self._columns, levels, strict=True):
            heights = [
                *(own if plan.is_stacked else rows),
                *(_height(cell, inner_px) for cell in column.below),
            ]
            cells: list[tuple[QWidget, QRect]] = []
            y = corner.y() + side
            for cell, height in zip(column.cells, heights, strict=True):
                cells.append((cell, QRect(corner.x() + side, y, inner_px, height)))
                y += height + gap if height else 0
            frame = QRect(corner.x(), corner.y(), plan.width_px, y - gap + side - corner.y())
            found.append((frame, cells))
            step = QPoint(0, frame.height()) if plan.is_stacked else QPoint(plan.width_px, 0)
            corner += step + (QPoint(0, self._gap_px) if plan.is_stacked else QPoint(self._gap_px, 0))
        return found if plan.is_stacked else _levelled(found)


def _levelled(
    columns: list[tuple[QRect, list[tuple[QWidget, QRect]]]],
) -> list[tuple[QRect, list[tuple[QWidget, QRect]]]]:
    """Return the columns with frames that all end where the longest ends."""
    bottom = max(frame.bottom() for frame, _ in columns)
    for frame, _ in columns:
        frame.setBottom(bottom)
    return columns


def _height(cell: QWidget, width_px: int) -> int:
    """Return a cell's height at a width, 0 while it is hidden."""
    if cell.isHidden():
        return 0
    layout = cell.layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width_px)
    return cell.heightForWidth(width_px) if cell.hasHeightForWidth() else cell.sizeHint().height()
