# SPDX-License-Identifier: MIT
"""What stands on a page: blocks that know their height at a width, can be divided, and paint themselves.

Lengths are tenths of a point (`paper_type`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import inf
from typing import Final, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextLayout

from timeline_app.state.handout import Run, Words
from timeline_app.ui.handout.paper_type import (
    INK,
    MARKER_INDENT_PT,
    POINT,
    RULE,
    SECOND_INK,
    STYLES,
    WRITING_RULE,
    font_of,
    text_layout,
)

LINE_TO_WRITE: Final = 8.0 * 720 / 25.4
"""A line for a hand is eight millimetres high."""
KEPT_LINES: Final = 4
LEAST_LINES: Final = 2
"""So many lines of a paragraph stay together at the foot and at the head of a page."""
ELLIPSIS: Final = " …"
SENTENCE_ENDS: Final = (". ", "? ", "。", "？", "! ")


class Block(Protocol):
    """Something on a page. `keeps_next` tells that the following block must not begin another page."""

    above: float
    keeps_next: bool

    def height(self, width: float) -> float:
        """Return the height at a width."""
        ...

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Return what has room and what is left, None where nothing has room or it must stay whole."""
        ...

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Paint with the upper left corner at a place."""
        ...


class TextBlock:
    """A paragraph, or some of its lines."""

    def __init__(self, words: Words, *, keeps_next: bool = False, is_at_end: bool = False) -> None:
        self.words = words
        self.style = STYLES[words.style]
        self.above = self.style.above_pt * POINT
        self.keeps_next = keeps_next
        self._is_at_end = is_at_end
        self._layout: QTextLayout | None = None
        self._width = -1.0
        self._first, self._last = 0, -1

    @property
    def line(self) -> float:
        """The distance from baseline to baseline."""
        return self.style.leading_pt * POINT

    @property
    def indent(self) -> float:
        """How far the lines stand in from the left, for a marker."""
        points = self.style.indent_pt or (MARKER_INDENT_PT if self.words.marker else 0.0)
        return points * POINT

    @property
    def _measure(self) -> float:
        """The widest that a line may be."""
        return self.style.measure_em * self.style.size_pt * POINT or inf

    def laid_out(self, width: float) -> QTextLayout:
        """Return the lines at a width."""
        if self._layout is None or width != self._width:
            self._layout, self._width = text_layout(self.words, is_at_end=self._is_at_end), width
            self._layout.beginLayout()
            number = 0
            while (line := self._layout.createLine()).isValid():
                # What hangs before a paragraph without a marker is its own first line.
                hangs = self.style.indent_pt and not self.words.marker and number == 0
                indent = 0.0 if hangs else self.indent
                line.setLineWidth(max(min(width, self._measure) - indent, POINT))
                line.setPosition(QPointF(indent, number * self.line))
                number += 1
            self._layout.endLayout()
        return self._layout

    def _lines(self, width: float) -> tuple[int, int]:
        count = self.laid_out(width).lineCount()
        return self._first, count if self._last < 0 else self._last

    def height(self, width: float) -> float:
        """Return the height at a width."""
        first, last = self._lines(width)
        return (last - first) * self.line

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Divide between lines, two at the least on either side."""
        first, last = self._lines(width)
        fits = min(int(room // self.line), last - first - LEAST_LINES)
        if fits < LEAST_LINES:
            return None
        return self._part(first, first + fits), self._part(first + fits, last)

    def _part(self, first: int, last: int) -> TextBlock:
        part = TextBlock(self.words, is_at_end=self._is_at_end)
        part._layout, part._width = self._layout, self._width
        part._first, part._last = first, last
        part.above = 0.0 if first else self.above
        return part

    def cut(self, width: float, room: float) -> TextBlock | None:
        """Return the paragraph cut at a passage to what has room, with an ellipsis; None for less than a line."""
        layout, count = self.laid_out(width), int(room // self.line)
        if count < 1:
            return None
        if count >= layout.lineCount():
            return self
        end = layout.lineAt(count - 1)
        for keeps in range(end.textStart() + end.textLength(), 0, -1):
            made = TextBlock(shortened(self.words, keeps))
            if made.laid_out(width).lineCount() <= count:
                return made
        return None

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Paint the lines, and the marker before the first one."""
        layout, (first, last) = self.laid_out(width), self._lines(width)
        painter.setPen(SECOND_INK if self.style.is_second else INK)
        metrics = QFontMetricsF(font_of(self.words))
        base = (self.line - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
        for number in range(first, last):
            line = layout.lineAt(number)
            # Every line stands on its own baseline, whatever other scripts on it are high.
            top = y + (number - first) * self.line + base - line.ascent() - line.y()
            line.draw(painter, QPointF(x, top))
        if self.words.marker and first == 0:
            painter.setFont(font_of(self.words))
            painter.drawText(QPointF(x, y + base), self.words.marker)


def shortened(words: Words, most: int) -> Words:
    """Return a paragraph of so many characters at the most, cut after a sentence or else after a word."""
    text = words.text[:most]
    ends = [text.rfind(end) + len(end) for end in SENTENCE_ENDS if end in text]
    at = max(ends, default=0)
    if at < most // 2:
        at = max(text.rfind(" "), 0) or most
    runs: list[Run] = []
    left = at
    for run in words.runs:
        if left <= 0:
            break
        runs.append(replace(run, text=run.text[:left]))
        left -= len(run.text)
    if runs:
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
    return replace(words, runs=(*runs, Run(ELLIPSIS)))


class LinesBlock:
    """Lines to write on."""

    def __init__(self, count: int, above: float = 2 * POINT) -> None:
        self.count = count
        self.above = above
        self.keeps_next = False

    def height(self, width: float) -> float:
        """Return the height."""
        del width
        return self.count * LINE_TO_WRITE

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Divide where there is room for a line at the least; few lines stay with what is asked."""
        del width
        if self.count <= KEPT_LINES:
            return None
        fits = int(room // LINE_TO_WRITE)
        if not 0 < fits < self.count:
            return None
        return LinesBlock(fits, self.above), LinesBlock(self.count - fits, 0.0)

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Paint the rules."""
        painter.setPen(QPen(WRITING_RULE, 0.6 * POINT))
        for number in range(1, self.count + 1):
            height = y + number * LINE_TO_WRITE
            painter.drawLine(QPointF(x, height), QPointF(x + width, height))


class RuleBlock:
    """A rule across the column."""

    def __init__(self, weight_pt: float, above_pt: float = 0.0) -> None:
        self.above = above_pt * POINT
        self.keeps_next = True
        self._weight = weight_pt * POINT

    def height(self, width: float) -> float:
        """Return the height, with a little air below."""
        del width
        return self._weight + 3 * POINT

    def split(self, width: float, room: float) -> None:
        """It stays whole."""
        del width, room

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Paint the rule."""
        painter.fillRect(QRectF(x, y, width, self._weight), INK)


class FieldsBlock:
    """Fields to be filled in by hand, side by side."""

    def __init__(self, names: Sequence[str], words_of: Sequence[Words]) -> None:
        self.names = names
        self._words = words_of
        self.above = 14 * POINT
        self.keeps_next = True

    def height(self, width: float) -> float:
        """Return the height."""
        del width
        return 16 * POINT

    def split(self, width: float, room: float) -> None:
        """It stays whole."""
        del width, room

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Paint each name with a rule after it; the first field is the widest."""
        shares = [2.0, *(1.0 for _ in self.names[1:])]
        left = x
        for words, share in zip(self._words, shares, strict=True):
            room = width * share / sum(shares)
            font = font_of(words)
            painter.setFont(font)
            painter.setPen(INK)
            painter.drawText(QPointF(left, y + 11 * POINT), words.text)
            begin = left + QFontMetricsF(font).horizontalAdvance(words.text) + 4 * POINT
            painter.setPen(QPen(RULE, 0.6 * POINT, Qt.PenStyle.SolidLine))
            painter.drawLine(
                QPointF(begin, y + 12.5 * POINT), QPointF(left + room - 10 * POINT, y + 12.5 * POINT)
            )
            left += room
