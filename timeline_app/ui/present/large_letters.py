# SPDX-License-Identifier: MIT
"""Letters too large for Qt to keep pictures of, kept here: without them a page of words takes a tenth of a second."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QRawFont, QTextFormat, QTextLayout

KEPT_BY_QT_PX: Final = 64
"""Qt keeps pictures of letters up to this size, and fills the outlines of larger ones each time."""
MOST_LETTERS: Final = 2_000


class _Letter(NamedTuple):
    """A letter's picture, and where its corner is from its place on the base line; None where it is a space."""

    image: QImage | None
    corner: QPoint


class LargeLetters:
    """Pictures of letters by font and colour, in pixels of the screen."""

    def __init__(self) -> None:
        self._kept: dict[tuple[object, ...], _Letter] = {}

    def draw(self, painter: QPainter, layout: QTextLayout, origin: QPointF) -> bool:
        """Draw a text in the painter's colour, if its letters are large and stand as on the screen; tell whether."""
        ratio = painter.device().devicePixelRatioF()
        place = painter.combinedTransform()
        if place.m11() != ratio or place.m22() != ratio or layout.font().pixelSize() * ratio <= KEPT_BY_QT_PX:
            return False
        painter.save()
        painter.resetTransform()
        # What is left of a device's own scale: the pixels of the screen.
        painter.scale(1.0 / painter.combinedTransform().m11(), 1.0 / painter.combinedTransform().m22())
        for start, length, colour in _inks(layout, painter.pen().color()):
            for run in layout.glyphRuns(start, length) if length else ():
                font = run.rawFont()
                of_all = (
                    font.familyName(),
                    font.style(),
                    font.weight(),
                    font.pixelSize(),
                    colour.rgba(),
                    ratio,
                )
                for index, at in zip(run.glyphIndexes(), run.positions(), strict=True):
                    key = (index, *of_all)
                    letter = self._kept.get(key) or self._keep(key, font, index, colour, ratio)
                    if letter.image is not None:
                        painter.drawImage(place.map(origin + at).toPoint() + letter.corner, letter.image)
        painter.restore()
        return True

    def _keep(
        self, key: tuple[object, ...], font: QRawFont, index: int, colour: QColor, ratio: float
    ) -> _Letter:
        if len(self._kept) >= MOST_LETTERS:
            self._kept.clear()
        made = self._kept[key] = _drawn(font.pathForGlyph(index), colour, ratio)
        return made


def _inks(layout: QTextLayout, ink: QColor) -> Iterator[tuple[int, int, QColor]]:
    """Tell the colour of each stretch of a text."""
    end = 0
    for stretch in layout.formats():
        if stretch.format.hasProperty(QTextFormat.Property.ForegroundBrush):
            yield end, stretch.start - end, ink
            yield stretch.start, stretch.length, stretch.format.foreground().color()
            end = stretch.start + stretch.length
    yield end, len(layout.text()) - end, ink


def _drawn(path: QPainterPath, colour: QColor, ratio: float) -> _Letter:
    rect = path.boundingRect()
    if rect.isEmpty():
        return _Letter(None, QPoint())
    room = QRectF(rect.topLeft() * ratio, rect.size() * ratio).toAlignedRect().adjusted(-1, -1, 1, 1)
    image = QImage(room.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    # Strokes of a letter may lie over each other.
    path.setFillRule(Qt.FillRule.WindingFill)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-room.topLeft())
    painter.scale(ratio, ratio)
    painter.fillPath(path, colour)
    painter.end()
    return _Letter(image, room.topLeft())
