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
    tops = _skyline(shape, (item.rect.x - left, item.rect.y - top), (width, height), ratio)
    filled = np.arange(height, dtype=np.int32)[:, None] >= tops
    pixels = filled * np.uint32(_premultiplied(ink.fill.rgba))
    image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    pencil.painter.drawImage(QPointF(left, top), image)


def _skyline(
    shape: StripShape, offset: tuple[float, float], size: tuple[int, int], ratio: float
) -> npt.NDArray[np.int32]:
    """Return from which row on each column of pixels is filled: all that stands in a strip stands on its foot."""
    width, height = size
    corners = _rectangles(shape, height / ratio) + np.array([offset[0], offset[1], offset[0]])[:, None]
    edges = np.rint(corners * ratio).astype(np.int32)
    left, top, right = edges
    # At least a pixel wide and high, and within the image.
    np.maximum(right, left + 1, out=right)
    np.minimum(top, height - 1, out=top)
    # What is highest comes last: it stays where others stand in its columns.
    order = np.argsort(-top, kind="stable")
    left, right = np.clip(left[order], 0, width), np.clip(right[order], 0, width)
    widths = right - left
    ends = np.cumsum(widths)
    columns = np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(left - ends + widths, widths)
    tops = np.full(width, height, np.int32)
    tops[columns] = np.repeat(np.maximum(top[order], 0), widths)
    return tops


def _rectangles(shape: StripShape, height_px: float) -> npt.NDArray[np.float64]:
    """Return left, top and right of all bodies, doubtful shares and lines, counted from the strip."""
    rights = shape.lefts + shape.widths
    parts = [np.stack((shape.lefts, shape.tops + shape.doubts_px, rights))]
    doubtful = np.flatnonzero(shape.doubts_px)
    if len(doubtful):
        tops, widths, doubts_px = shape.tops[doubtful], shape.widths[doubtful], shape.doubts_px[doubtful]
        middles = shape.lefts[doubtful] + (widths - DOUBTFUL_CELL_PX) / 2
        if (doubts_px == shape.heights[doubtful]).any():
            # Of cells that are doubtful altogether nothing but the line is left.
            parts[0] = parts[0][:, shape.doubts_px < shape.heights]
        parts.append(np.stack((middles, tops, middles + DOUBTFUL_CELL_PX)))
    if len(shape.lines):
        top = np.full(len(shape.lines), height_px - shape.line_px)
        parts.append(np.stack((shape.lines[:, 0], top, shape.lines[:, 1])))
    return np.concatenate(parts, axis=1)


def _premultiplied(rgba: int) -> int:
    """Return a colour with its parts multiplied by its alpha."""
    alpha = rgba >> 24
    parts = ((rgba >> shift & 0xFF) * alpha // 255 for shift in (16, 8, 0))
    red, green, blue = parts
    return alpha << 24 | red << 16 | green << 8 | blue
