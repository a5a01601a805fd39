# SPDX-License-Identifier: MIT
"""All paragraphs of one text, one below the other: their heights, their marks, and what lies under a point."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF

from timeline_app.ui.reading.paragraph_layout import ParagraphLayout
from timeline_app.ui.reading.paragraphs import MarkSpot, Paragraph
from timeline_app.ui.reading.selection import TextPlace
from timeline_app.ui.reading.typesetter import Typesetter

SIDE_PX: Final = 3.0
"""Kept free at the left and right, so that a focus ring is never cut off."""
_KEPT_WIDTHS: Final = 4


class MarkPlace(NamedTuple):
    """A mark of the whole text: its paragraph's index and its spot there."""

    paragraph: int
    spot: MarkSpot


class TextStretch(NamedTuple):
    """Some characters of one paragraph: those that a mark has led to."""

    paragraph: int
    start: int
    end: int


class TextBody:
    """Paragraphs broken for one width; heights of the last few widths are kept."""

    def __init__(self, paragraphs: Sequence[Paragraph], typesetter: Typesetter) -> None:
        self.layouts = [ParagraphLayout(paragraph, typesetter) for paragraph in paragraphs]
        self.marks = tuple(
            MarkPlace(index, spot) for index, paragraph in enumerate(paragraphs) for spot in paragraph.spots
        )
        self._heights: dict[int, int] = {}
        self._width_px = -1

    def height_px(self, width_px: int) -> int:
        """Return the height at a width."""
        if width_px not in self._heights:
            if len(self._heights) >= _KEPT_WIDTHS:
                self._heights.clear()
            self._heights[width_px] = self._lay_out(width_px)
        return self._heights[width_px]

    def lay_out(self, width_px: int) -> None:
        """Break all lines for a width, unless they are."""
        if width_px != self._width_px:
            self._heights[width_px] = self._lay_out(width_px)

    def _lay_out(self, width_px: int) -> int:
        self._width_px = width_px
        y = 0.0
        for index, layout in enumerate(self.layouts):
            y += layout.space_above_px if index else 0.0
            layout.y_px = y
            y += layout.break_lines(width_px - 2 * SIDE_PX)
        return round(y)

    @property
    def natural_width_px(self) -> int:
        """The width of the widest line as it is broken now."""
        widest = max((layout.natural_width_px for layout in self.layouts), default=0.0)
        return round(widest + 2 * SIDE_PX)

    # -- where things stand -----------------------------------------------------------------------

    def origin_of(self, index: int) -> QPointF:
        """Return the upper left corner of a paragraph."""
        return QPointF(SIDE_PX, self.layouts[index].y_px)

    def paragraph_rect(self, index: int) -> QRect:
        """Return where a paragraph stands, over the whole width."""
        layout = self.layouts[index]
        return QRectF(0, layout.y_px, self._width_px, layout.height_px).toAlignedRect()

    def mark_rect(self, place: MarkPlace) -> QRect:
        """Return the rectangle in which a mark can be hit."""
        origin = self.origin_of(place.paragraph)
        return self.layouts[place.paragraph].target_rect(place.spot).translated(origin).toAlignedRect()

    def number_rect(self, place: MarkPlace) -> QRectF:
        """Return where a mark's number is drawn."""
        return (
            self.layouts[place.paragraph].number_rect(place.spot).translated(self.origin_of(place.paragraph))
        )

    def passage_rect(self, place: MarkPlace) -> QRect:
        """Return the rectangle around a mark's passage."""
        spot = place.spot
        return self.stretch_rect(TextStretch(place.paragraph, spot.passage_start, spot.passage_end))

    def cursor_rect(self, place: TextPlace) -> QRect:
        """Return the character before a place, or the first one of its paragraph."""
        rects = self.layouts[place.paragraph].rects(max(place.position - 1, 0), max(place.position, 1))
        return (rects[0] if rects else QRectF()).translated(self.origin_of(place.paragraph)).toAlignedRect()

    # -- what lies under a point ------------------------------------------------------------------

    def place_at(self, point: QPointF) -> TextPlace:
        """Return the place in the text nearest to a point; there must be a paragraph."""
        chosen = 0
        for index, layout in enumerate(self.layouts):
            if layout.y_px <= point.y():
                chosen = index
        return TextPlace(chosen, self.layouts[chosen].position_at(point - self.origin_of(chosen)))

    def mark_at(self, point: QPointF) -> MarkPlace | None:
        """Return the mark whose number is under a point."""
        for index, layout in enumerate(self.layouts):
            if (spot := layout.mark_at(point - self.origin_of(index))) is not None:
                return MarkPlace(index, spot)
        return None

    def passage_at(self, point: QPointF) -> MarkPlace | None:
        """Return the first mark of the passage under a point."""
        for index, layout in enumerate(self.layouts):
            if (spot := layout.passage_at(point - self.origin_of(index))) is not None:
                return MarkPlace(index, spot)
        return None

    def marks_beside(self, place: MarkPlace) -> tuple[MarkPlace, ...]:
        """Return all marks of a mark's passage, itself among them."""
        held = (place.paragraph, place.spot.passage_start, place.spot.passage_end)
        return tuple(
            mark
            for mark in self.marks
            if (mark.paragraph, mark.spot.passage_start, mark.spot.passage_end) == held
        )

    def stretch_rect(self, stretch: TextStretch) -> QRect:
        """Return the rectangle around some characters."""
        joined = QRectF()
        for rect in self.layouts[stretch.paragraph].rects(stretch.start, stretch.end):
            joined = joined.united(rect)
        return joined.translated(self.origin_of(stretch.paragraph)).toAlignedRect()
