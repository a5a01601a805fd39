# SPDX-License-Identifier: MIT
"""Paints a lane's strip at one go: on a screen as one image whose columns are cells, elsewhere as rectangles.

Some hundred cells a lane would cost a call each; an image of so few rows costs one for all of them.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage

from timeline_app.scene.items import Item, StripShape
from timeline_app.scene.strip_marks import DOUBTFUL_CELL_PX, marks_of
from timeline_app.ui.canvas.inks import Ink
from timeline_app.ui.canvas.pencil import Pencil


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
    pixels = filled * np.uint32(_premultiplied(ink.fill.rgba))
    image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    pencil.painter.drawImage(QPointF(left, top), image)


def _filled(
    shape: StripShape, offset: tuple[float, float], size: tuple[int, int], ratio: float
) -> npt.NDArray[np.bool_]:
    """Tell which pixels of a strip are filled, row by row."""
    width, height = size
    edges = np.rint((_rectangles(shape, height / ratio) + _twice(offset)) * ratio).astype(np.int64)
    # At least a pixel wide and high, and within the image.
    np.maximum(edges[2:], edges[:2] + 1, out=edges[2:])
    left, top, right, bottom = np.minimum(np.maximum(edges, 0), _twice((width, height)).astype(np.int64))
    # The fill changes where a rectangle begins and ends: adding up the changes fills all of them at once.
    pitch = width + 1
    begins = np.concatenate((top * pitch + left, bottom * pitch + right))
    ends = np.concatenate((top * pitch + right, bottom * pitch + left))
    count = pitch * (height + 1)
    changes = np.bincount(begins, minlength=count) - np.bincount(ends, minlength=count)
    sums = changes.reshape(height + 1, pitch)
    for row in range(1, height):
        sums[row] += sums[row - 1]
    filled: npt.NDArray[np.bool_] = sums[:-1, :-1].cumsum(axis=1) > 0
    return filled


def _twice(pair: tuple[float, float]) -> npt.NDArray[np.float64]:
    """Return a column of a pair for the beginnings of rectangles, and again for their ends."""
    return np.array([[pair[0]], [pair[1]], [pair[0]], [pair[1]]])


def _rectangles(shape: StripShape, height_px: float) -> npt.NDArray[np.float64]:
    """Return left, top, right and bottom of all bodies, doubtful shares and lines, counted from the strip."""
    bottoms = shape.tops + shape.heights
    parts = [np.stack((shape.lefts, shape.tops, shape.lefts + shape.widths, bottoms))]
    doubtful = np.flatnonzero(shape.doubts_px)
    if len(doubtful):
        tops, widths = shape.tops[doubtful], shape.widths[doubtful]
        middles = shape.lefts[doubtful] + (widths - DOUBTFUL_CELL_PX) / 2
        doubts_px = shape.doubts_px[doubtful]
        parts[0][1, doubtful] += doubts_px
        if (doubts_px == shape.heights[doubtful]).any():
            # Of cells that are doubtful altogether nothing but the line is left.
            parts[0] = parts[0][:, shape.doubts_px < shape.heights]
        parts.append(np.stack((middles, tops, middles + DOUBTFUL_CELL_PX, tops + doubts_px)))
    if len(shape.lines):
        top = np.full(len(shape.lines), height_px - shape.line_px)
        parts.append(np.stack((shape.lines[:, 0], top, shape.lines[:, 1], top + shape.line_px)))
    return np.concatenate(parts, axis=1)


def _premultiplied(rgba: int) -> int:
    """Return a colour with its parts multiplied by its alpha."""
    alpha = rgba >> 24
    parts = ((rgba >> shift & 0xFF) * alpha // 255 for shift in (16, 8, 0))
    red, green, blue = parts
    return alpha << 24 | red << 16 | green << 8 | blue
