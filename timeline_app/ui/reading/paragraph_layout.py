# SPDX-License-Identifier: MIT
"""One paragraph broken into lines: its height at a width, where its marks stand, and its painting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout, QTextLine

from timeline_app.model.prose import BlockKind
from timeline_app.ui.reading.paragraphs import MarkSpot, Paragraph
from timeline_app.ui.reading.typesetter import MIN_TARGET_PX, Typesetter, is_right_to_left

_BULLET_INDENT_PX: Final = 18.0
_ABOUT_NUMBER_PX: Final = 8.0
_QUOTE_INDENT_PX: Final = 14.0
_CHIP_GAP_PX: Final = 8.0
_DOT_RADIUS_PX: Final = 5.0
_LEAST_BESIDE_CHIP_PX: Final = 90.0
"""With less room than this beside it, a chip has a line of its own."""
_RADIUS_PX: Final = 3.0


class ParagraphLayout:
    """A paragraph with its lines; coordinates are relative to its own upper left corner."""

    def __init__(self, paragraph: Paragraph, typesetter: Typesetter) -> None:
        self.paragraph = paragraph
        self._type = typesetter
        self._layout = typesetter.text_layout(paragraph)
        self._line_px = typesetter.line_px(paragraph)
        self._width_px = -1.0
        self._top_px = 0.0
        self.height_px = 0.0
        self.y_px = 0.0
        self._mirrored = is_right_to_left(paragraph.language)

    @property
    def space_above_px(self) -> float:
        """The space between this paragraph and the one before it."""
        return self._type.px(self._type.style(self.paragraph).space_above_px)

    def break_lines(self, width_px: float) -> float:
        """Break the text for a width and return the height."""
        if width_px != self._width_px:
            self._width_px = width_px
            self.height_px = self._break(max(width_px, 1.0))
        return self.height_px

    def _break(self, width_px: float) -> float:
        indent_px = self._indent_px
        first_indent_px = self._first_indent_px
        baseline_px = self._type.baseline_px(self.paragraph)
        has_line = first_indent_px and width_px - first_indent_px < self._type.px(_LEAST_BESIDE_CHIP_PX)
        self._top_px = self._line_px if has_line else 0.0
        first_indent_px = 0.0 if has_line else first_indent_px
        y = self._top_px
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            extra_px, first_indent_px = first_indent_px, 0.0
            line.setLineWidth(max(width_px - indent_px - extra_px, self._type.px(40)))
            x = 0.0 if self._mirrored else indent_px + extra_px
            # Baselines stand at even distances on whole pixels, whatever scripts and numbers a line holds.
            line.setPosition(QPointF(x, round(y + baseline_px) - line.ascent()))
            y += self._line_px
        self._layout.endLayout()
        return y

    @property
    def _indent_px(self) -> float:
        if self.paragraph.bullet:
            return max(self._type.px(_BULLET_INDENT_PX), self._bullet_px)
        if self.paragraph.kind is BlockKind.QUOTE:
            return self._type.px(_QUOTE_INDENT_PX)
        return 0.0

    @property
    def _bullet_px(self) -> float:
        """The width of a number before the paragraph, with the air about it; nothing for a sign."""
        bullet = self.paragraph.bullet
        if not bullet.strip().isdigit():
            return 0.0
        words = QFontMetricsF(self._type.font(self.paragraph)).horizontalAdvance(bullet)
        return float(words) + self._type.px(_ABOUT_NUMBER_PX)

    @property
    def _first_indent_px(self) -> float:
        chip = self.paragraph.chip
        return self._type.chip_width_px(chip.text) + self._type.px(_CHIP_GAP_PX) if chip else 0.0

    @property
    def natural_width_px(self) -> float:
        """The width of the widest line as broken."""
        lines = range(self._layout.lineCount())
        return max((self._layout.lineAt(number).naturalTextRect().right() for number in lines), default=0.0)

    # -- where things stand -----------------------------------------------------------------------

    def position_at(self, point: QPointF) -> int:
        """Return the character boundary nearest to a point."""
        lines = self._layout.lineCount()
        if not lines:
            return 0
        number = min(max(int((point.y() - self._top_px) // self._line_px), 0), lines - 1)
        return int(self._layout.lineAt(number).xToCursor(point.x()))

    def word_at(self, position: int) -> tuple[int, int]:
        """Return the word that holds a character."""
        words = QTextLayout.CursorMode.SkipWords
        end = self._layout.nextCursorPosition(position, words)
        start = self._layout.previousCursorPosition(end, words)
        return start, start + len(self.paragraph.text[start:end].rstrip())

    def step(self, position: int, *, forward: bool, by_word: bool) -> int:
        """Return the next or previous place where the cursor may stand, the same one at the end."""
        mode = QTextLayout.CursorMode.SkipWords if by_word else QTextLayout.CursorMode.SkipCharacters
        move = self._layout.nextCursorPosition if forward else self._layout.previousCursorPosition
        return int(move(position, mode))

    def line_step(self, position: int, lines: int) -> int | None:
        """Return the place a line up or down, None where that leaves the paragraph."""
        line = self._layout.lineForTextPosition(position)
        number = line.lineNumber() + lines
        if not 0 <= number < self._layout.lineCount():
            return None
        x = self._x_of(position)
        return int(self._layout.lineAt(number).xToCursor(x))

    def line_ends(self, position: int) -> tuple[int, int]:
        """Return the first and last place of the line that holds a place."""
        line = self._layout.lineForTextPosition(position)
        end = line.textStart() + line.textLength()
        return line.textStart(), end - 1 if end < len(self.paragraph.text) else end

    def mark_at(self, point: QPointF) -> MarkSpot | None:
        """Return the mark under a point; where two targets overlap, the nearer number wins."""
        near = [spot for spot in self.paragraph.spots if self.target_rect(spot).contains(point)]
        return min(near, key=lambda spot: abs(self.number_rect(spot).center().x() - point.x()), default=None)

    def passage_at(self, point: QPointF) -> MarkSpot | None:
        """Return the first mark whose passage lies under a point."""
        for spot in self.paragraph.spots:
            if any(rect.contains(point) for rect in self.rects(spot.passage_start, spot.passage_end)):
                return spot
        return None

    def number_rect(self, spot: MarkSpot) -> QRectF:
        """Return where a mark's number is drawn."""
        rects = self.rects(spot.start, spot.end)
        return rects[0] if rects else QRectF()

    def target_rect(self, spot: MarkSpot) -> QRectF:
        """Return where a mark can be hit: at least 24 pixels each way."""
        rect = self.number_rect(spot)
        wider_px = max(MIN_TARGET_PX - rect.width(), 0.0) / 2
        higher_px = max(MIN_TARGET_PX - rect.height(), 0.0) / 2
        return rect.adjusted(-wider_px, -higher_px, wider_px, higher_px)

    def rects(self, start: int, end: int) -> list[QRectF]:
        """Return the rectangles that a stretch of characters covers, one for each line."""
        found: list[QRectF] = []
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            first = max(start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = sorted((_x(line, first), _x(line, last)))
                top = self._top_px + number * self._line_px
                found.append(QRectF(left, top, right - left, self._line_px))
        return found

    def _x_of(self, position: int) -> float:
        return _x(self._layout.lineForTextPosition(position), position)

    # -- painting ---------------------------------------------------------------------------------

    def draw(
        self, painter: QPainter, origin: QPointF, selections: Sequence[QTextLayout.FormatRange] = ()
    ) -> None:
        """Paint the paragraph with its upper left corner at `origin`."""
        self._draw_before(painter, origin)
        painter.setPen(self._type.ink(self.paragraph))
        self._type.draw(painter, self._layout, origin, selections)

    def _draw_before(self, painter: QPainter, origin: QPointF) -> None:
        paragraph, kind = self.paragraph, self._type
        if paragraph.kind is BlockKind.QUOTE:
            rule = QRectF(self._side(0.0, kind.px(3)), 0.0, kind.px(3), self.height_px)
            painter.fillRect(rule.translated(origin), kind.colour("hairline-strong"))
        if paragraph.bullet:
            self._draw_bullet(painter, origin)
        if paragraph.chip:
            self._draw_chip(painter, origin)

    def _draw_bullet(self, painter: QPainter, origin: QPointF) -> None:
        paragraph, kind = self.paragraph, self._type
        width_px = self._indent_px
        rect = QRectF(self._side(0.0, width_px), 0.0, width_px, self._line_px).translated(origin)
        if paragraph.bullet_ink:
            radius_px = kind.px(_DOT_RADIUS_PX)
            x = rect.right() - radius_px if self._mirrored else rect.left() + radius_px
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(kind.colour(paragraph.bullet_ink))
            painter.drawEllipse(QPointF(x, rect.center().y()), radius_px, radius_px)
            return
        painter.setFont(kind.font(paragraph))
        painter.setPen(kind.colour("ink-second"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, paragraph.bullet)

    def _draw_chip(self, painter: QPainter, origin: QPointF) -> None:
        chip, kind = self.paragraph.chip, self._type
        if chip is None or not self._layout.lineCount():
            return
        natural_px, height_px = kind.chip_width_px(chip.text), kind.px(20)
        width_px = min(natural_px, self._width_px)
        top = (self._line_px - height_px) / 2
        rect = QRectF(self._side(0.0, width_px), top, width_px, height_px).translated(origin)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(kind.colour(chip.tone))
        painter.drawRoundedRect(rect, height_px / 2, height_px / 2)
        painter.setPen(kind.colour(chip.ink))
        painter.setFont(kind.chip_font(width_px / natural_px))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, chip.text)

    def draw_ground(self, painter: QPainter, origin: QPointF, start: int, end: int) -> None:
        """Paint the soft ground and the rule under a passage that is hovered or in focus."""
        for rect in self.rects(start, end):
            ground = rect.adjusted(-1.5, 1.0, 1.5, -1.0).translated(origin)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._type.colour("passage"))
            painter.drawRoundedRect(ground, _RADIUS_PX, _RADIUS_PX)
            rule = QRectF(ground.left(), ground.bottom() - 1.5, ground.width(), 1.5)
            painter.fillRect(rule, self._type.colour("passage-rule"))

    def _side(self, from_start_px: float, width_px: float) -> float:
        """Return the x of something that stands at the line's start."""
        return self._width_px - from_start_px - width_px if self._mirrored else from_start_px


def _x(line: QTextLine, position: int) -> float:
    # The stub promises a number; what comes is the pair of x and position.
    answer: object = line.cursorToX(position)
    return float(answer[0]) if isinstance(answer, tuple) else float(str(answer))
