# SPDX-License-Identifier: MIT
"""Lines of text as small images: drawn once, then only copied (200 labels: 0.3 ms instead of 2.6)."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

MAX_BYTES: Final = 96 * 1024 * 1024
MARGIN_PX: Final = 3
"""Room around the advance box for what leans out of it."""

Key = tuple[str, str, str, int, float]


class GlyphImage(NamedTuple):
    """A line of text and where it belongs: its origin on the baseline is at `left`, `up` inside, in device pixels."""

    image: QImage
    left: int
    up: int


class GlyphImages:
    """A cache of text images; when full, the half that was made first makes room."""

    def __init__(self, max_bytes: int = MAX_BYTES) -> None:
        self._images: dict[Key, GlyphImage] = {}
        self._bytes = 0
        self._max_bytes = max_bytes

    def __len__(self) -> int:
        return len(self._images)

    def get(self, key: Key) -> GlyphImage | None:
        """Return the image drawn earlier for text, font role, language, colour and pixel ratio."""
        return self._images.get(key)

    def draw(self, key: Key, words: str, font: QFont, colour: QColor) -> GlyphImage:
        """Draw an image and keep it; `words` is the text as really shown."""
        if self._bytes > self._max_bytes:
            self._make_room()
        made = _drawn(words, font, colour, key[4])
        self._images[key] = made
        self._bytes += made.image.sizeInBytes()
        return made

    def clear(self) -> None:
        """Forget all images: fonts, theme or screen have changed."""
        self._images.clear()
        self._bytes = 0

    def _make_room(self) -> None:
        for key in list(self._images)[: len(self._images) // 2]:
            self._bytes -= self._images.pop(key).image.sizeInBytes()


def _drawn(words: str, font: QFont, colour: QColor, pixel_ratio: float) -> GlyphImage:
    metrics = QFontMetricsF(font)
    # The origin stands on a whole device pixel: the same words look the same wherever they are put.
    left = math.ceil(MARGIN_PX * pixel_ratio)
    up = math.ceil((metrics.ascent() + MARGIN_PX) * pixel_ratio)
    width = math.ceil((metrics.horizontalAdvance(words) + MARGIN_PX) * pixel_ratio) + left
    height = math.ceil((metrics.descent() + MARGIN_PX) * pixel_ratio) + up
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(pixel_ratio)
    image.fill(0)
    painter = QPainter(image)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(QPointF(left / pixel_ratio, up / pixel_ratio), words)
    painter.end()
    return _trimmed(GlyphImage(image, left, up))


def _trimmed(glyphs: GlyphImage) -> GlyphImage:
    """Return an image without its empty margins: half of what would be copied in each frame is air."""
    image, left, up = glyphs
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)
    rows, columns = np.flatnonzero(pixels.any(axis=1)), np.flatnonzero(pixels.any(axis=0))
    if not len(rows):
        return GlyphImage(image.copy(0, 0, 1, 1), left, up)
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    first, last = int(columns[0]), int(columns[-1]) + 1
    return GlyphImage(image.copy(first, top, last - first, bottom - top), left - first, up - top)
