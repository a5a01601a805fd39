# SPDX-License-Identifier: MIT
"""Paints a lane's strip at one go: on a screen as one image whose columns are cells, elsewhere as rectangles.

Some hundred cells a lane would cost a call each; an image of so few rows costs one for all of them.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage

from timeline_app.scene.items import FloatColumn, Item, StripShape
from timeline_app.scene.strip_marks import DOUBTFUL_CELL_PX, marks_of
from timeline_app.ui.canvas.inks import Ink
from timeline_app.ui.canvas.pencil import Pencil

Pixels = npt.NDArray[np.int64]


def paint_strip(pencil: Pencil, item: Item, ink: Ink) -> None:
    """Paint all marks, cells and lines of a strip in its lane's colour."""
    shape = item.detail
    if not isinstance(shape, StripShape):
        return
    if pencil.is_vector:
        for mark in marks_of(item, shape):
            pencil.fill(mark.rect, ink.fill.colour)
        return
    ratio = pencil.pixel_ratio
    # From whole pixel to whole pixel, wherever the strip lies between them.
    left, top = pencil.snapped(item.rect.x), pencil.snapped(item.rect.y)
    right, bottom = pencil.snapped(item.rect.right), pencil.snapped(item.rect.bottom)
    width, height = round((right - left) * ratio), round((bottom - top) * ratio)
    if width <= 0 or height <= 0:
        return
    filled = _filled(shape, (item.rect.x - left, item.rect.y - top), (width, height), ratio)
    pixels = np.where(filled, np.uint32(_premultiplied(ink.fill.rgba)), np.uint32(0))
    image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    pencil.painter.drawImage(QPointF(left, top), image)


def _filled(
    shape: StripShape, offset: tuple[float, float], size: tuple[int, int], ratio: float
) -> npt.NDArray[np.bool_]:
    """Tell which pixels of a strip are filled, row by row."""
    width, height = size
    lefts = shape.lefts + offset[0]
    tops = shape.tops + offset[1]
    doubt_ends = tops + shape.doubts_px
    # Marks change the fill where they begin and end: adding up the changes fills them, however many there are.
    changes = np.zeros((height + 1, width + 1), np.int32)
    middles = lefts + (shape.widths - DOUBTFUL_CELL_PX) / 2
    _mark(changes, (lefts, lefts + shape.widths), (doubt_ends, tops + shape.heights), ratio)
    has_doubt = shape.doubts_px > 0.0
    if has_doubt.any():
        middles = middles[has_doubt]
        _mark(changes, (middles, middles + DOUBTFUL_CELL_PX), (tops[has_doubt], doubt_ends[has_doubt]), ratio)
    if len(shape.lines):
        top_px = (height / ratio - shape.line_px) / 2
        tops_px = np.full(len(shape.lines), top_px)
        ends = shape.lines[:, 0] + offset[0], shape.lines[:, 1] + offset[0]
        _mark(changes, ends, (tops_px, tops_px + shape.line_px), ratio)
    filled: npt.NDArray[np.bool_] = changes.cumsum(axis=0).cumsum(axis=1)[:-1, :-1] > 0
    return filled


def _mark(
    changes: npt.NDArray[np.int32],
    across: tuple[FloatColumn, FloatColumn],
    down: tuple[FloatColumn, FloatColumn],
    ratio: float,
) -> None:
    """Note where rectangles begin and end, on whole pixels and at least one wide and high."""
    height, width = changes.shape[0] - 1, changes.shape[1] - 1
    lefts, rights = _whole(*across, ratio, width)
    tops, bottoms = _whole(*down, ratio, height)
    is_empty = down[1] <= down[0]
    if is_empty.any():
        bottoms = np.where(is_empty, tops, bottoms)
    np.add.at(changes, (tops, lefts), 1)
    np.add.at(changes, (tops, rights), -1)
    np.add.at(changes, (bottoms, lefts), -1)
    np.add.at(changes, (bottoms, rights), 1)


def _whole(first: FloatColumn, last: FloatColumn, ratio: float, most: int) -> tuple[Pixels, Pixels]:
    """Return the edges as whole pixels within an image."""
    low = np.rint(first * ratio).astype(np.int64)
    high = np.maximum(np.rint(last * ratio).astype(np.int64), low + 1)
    return np.clip(low, 0, most), np.clip(high, 0, most)


def _premultiplied(rgba: int) -> int:
    """Return a colour with its parts multiplied by its alpha."""
    alpha = rgba >> 24
    parts = ((rgba >> shift & 0xFF) * alpha // 255 for shift in (16, 8, 0))
    red, green, blue = parts
    return alpha << 24 | red << 16 | green << 8 | blue
