# SPDX-License-Identifier: MIT
"""Blocks that hold others, one below the other: plain columns, cards with a rule or a tint, and tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from timeline_app.state.handout import Table
from timeline_app.ui.handout.blocks import LINE_TO_WRITE, Block, TextBlock
from timeline_app.ui.handout.paper_type import INK, POINT, RULE, TINT

PADDING: Final = 7 * POINT
CARD_RULE: Final = 2.4 * POINT
CELL_PADDING: Final = 4 * POINT
SHARES: Final = (0.44, 0.27, 0.29)
"""How the three columns of accounts share the width."""

KEPT_WHOLE: Final = 240 * POINT

Decoration = Callable[[QPainter, QRectF], None]


class Column:
    """Blocks one below the other, with room around them and something painted behind."""

    def __init__(
        self,
        blocks: Sequence[Block],
        *,
        above: float = 0.0,
        left: float = 0.0,
        around: float = 0.0,
        decoration: Decoration | None = None,
    ) -> None:
        self.blocks = tuple(blocks)
        self.above = above
        self.keeps_next = False
        self._left = left
        self._around = around
        self._decoration = decoration

    def _inner(self, width: float) -> float:
        return width - self._left - 2 * self._around

    def height(self, width: float) -> float:
        """Return the height."""
        inner = self._inner(width)
        stacked = sum(
            (block.above if number else 0.0) + block.height(inner) for number, block in enumerate(self.blocks)
        )
        return stacked + 2 * self._around

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Divide between blocks, or within one; what is not too high stays whole."""
        if self.height(width) <= KEPT_WHOLE:
            return None
        first, rest = divided(self.blocks, self._inner(width), room - 2 * self._around)
        if not first or not rest:
            return None
        return self._with(first, self.above), self._with(rest, 0.0)

    def _with(self, blocks: Sequence[Block], above: float) -> Column:
        return Column(blocks, above=above, left=self._left, around=self._around, decoration=self._decoration)

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Paint what is behind, then the blocks."""
        if self._decoration is not None:
            self._decoration(painter, QRectF(x, y, width, self.height(width)))
        inner, top = self._inner(width), y + self._around
        for number, block in enumerate(self.blocks):
            top += block.above if number else 0.0
            block.paint(painter, x + self._left + self._around, top, inner)
            top += block.height(inner)


def divided(
    blocks: Sequence[Block], width: float, room: float
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Return the blocks that have room one below the other, and those that are left.

    A block that keeps the next with it goes along with it.
    """
    used = 0.0
    for number, block in enumerate(blocks):
        above = block.above if number else 0.0
        height = block.height(width)
        if used + above + height <= room:
            used += above + height
            continue
        parts = block.split(width, room - used - above)
        if parts is not None:
            return (*blocks[:number], parts[0]), (parts[1], *blocks[number + 1 :])
        at = number
        while at and blocks[at - 1].keeps_next:
            at -= 1
        return tuple(blocks[:at]), tuple(blocks[at:])
    return tuple(blocks), ()


def words_card(blocks: Sequence[Block]) -> Column:
    """Return a card with the words of a source: a strong rule at its left."""

    def paint_rule(painter: QPainter, rect: QRectF) -> None:
        painter.fillRect(QRectF(rect.left(), rect.top(), CARD_RULE, rect.height()), INK)

    return Column(blocks, above=9 * POINT, left=CARD_RULE + PADDING, decoration=paint_rule)


def notes_card(blocks: Sequence[Block]) -> Column:
    """Return a card with a teacher's notes: a tint that a grey copier keeps."""

    def paint_tint(painter: QPainter, rect: QRectF) -> None:
        painter.fillRect(rect, TINT)

    return Column(blocks, above=10 * POINT, around=PADDING, decoration=paint_tint)


class RowBlock:
    """A row of cells side by side, with a hairline below."""

    def __init__(self, cells: Sequence[Column], *, empty_lines: int = 0, is_head: bool = False) -> None:
        self.cells = tuple(cells)
        self.above = 0.0
        self.keeps_next = False
        self._least = empty_lines * LINE_TO_WRITE
        self._is_head = is_head

    def _widths(self, width: float) -> list[float]:
        shares = SHARES if len(self.cells) == len(SHARES) else [1 / len(self.cells)] * len(self.cells)
        return [width * share for share in shares]

    def height(self, width: float) -> float:
        """Return the height of the highest cell."""
        widths = self._widths(width)
        cells = zip(self.cells, widths, strict=True)
        highest = max(cell.height(room - 2 * CELL_PADDING) for cell, room in cells)
        is_blank = any(not cell.blocks for cell in self.cells)
        return max(highest, self._least if is_blank else 0.0) + 2 * CELL_PADDING

    def split(self, width: float, room: float) -> None:
        """It stays whole."""
        del width, room

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Paint the cells and the rules between them."""
        height, left = self.height(width), x
        if self._is_head:
            painter.fillRect(QRectF(x, y, width, height), TINT)
        for number, (cell, room) in enumerate(zip(self.cells, self._widths(width), strict=True)):
            cell.paint(painter, left + CELL_PADDING, y + CELL_PADDING, room - 2 * CELL_PADDING)
            painter.setPen(QPen(RULE, 0.5 * POINT))
            if number:
                painter.drawLine(QPointF(left, y), QPointF(left, y + height))
            left += room
        painter.setPen(QPen(INK if self._is_head else RULE, 0.8 * POINT if self._is_head else 0.5 * POINT))
        painter.drawLine(QPointF(x, y + height), QPointF(x + width, y + height))


class TableBlock:
    """Rows below a head, which is repeated where the table goes on on another page."""

    def __init__(self, head: RowBlock, rows: Sequence[RowBlock], above: float = 6 * POINT) -> None:
        self.above = above
        self.keeps_next = False
        self._head = head
        self._rows = tuple(rows)

    def height(self, width: float) -> float:
        """Return the height of head and rows."""
        return self._head.height(width) + sum(row.height(width) for row in self._rows)

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Divide between rows."""
        first, _ = divided(self._rows, width, room - self._head.height(width))
        if not first:
            return None
        kept = len(first)
        return TableBlock(self._head, self._rows[:kept], self.above), TableBlock(
            self._head, self._rows[kept:], 0.0
        )

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Paint head and rows."""
        for row in (self._head, *self._rows):
            row.paint(painter, x, y, width)
            y += row.height(width)


def table_block(table: Table) -> TableBlock:
    """Return a table."""
    head = RowBlock([Column([TextBlock(words)]) for words in table.columns], is_head=True)
    rows = [
        RowBlock(
            [Column([TextBlock(words) for words in cell]) for cell in row], empty_lines=table.empty_lines
        )
        for row in table.rows
    ]
    return TableBlock(head, rows)
