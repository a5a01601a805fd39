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

F64 = npt.NDArray[np.float64]


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
    pixels = filled * np.uint32(premultiplied(ink.fill.rgba))
    image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    pencil.painter.drawImage(QPointF(left, top), image)


def _skyline(
    shape: StripShape, offset: tuple[float, float], size: tuple[int, int], ratio: float
) -> npt.NDArray[np.int32]:
    """Return from which row on each column of pixels is filled: all that stands in a strip stands on its foot."""
    width, height = size
    lefts, tops, rights = _rectangles(shape, height / ratio)
    left = np.rint((lefts + offset[0]) * ratio).astype(np.int32)
    right = np.rint((rights + offset[0]) * ratio).astype(np.int32)
    top = np.rint((tops + offset[1]) * ratio).astype(np.int32)
    # What is highest comes last: it stays where others stand in its columns.
    order = top.argsort(kind="stable")[::-1]
    left, right, top = left[order], right[order], top[order]
    # At least a pixel wide and high, and within the image.
    right = np.minimum(np.maximum(right, left + 1), width)
    left = np.maximum(left, 0)
    widths = np.maximum(right - left, 0)
    ends = widths.cumsum()
    columns = np.arange(int(ends[-1]) if len(ends) else 0) + (left - ends + widths).repeat(widths)
    skyline = np.full(width, height, np.int32)
    skyline[columns] = np.maximum(np.minimum(top, height - 1), 0).repeat(widths)
    return skyline


def _rectangles(shape: StripShape, height_px: float) -> tuple[F64, F64, F64]:
    """Return left, top and right of all bodies, doubtful shares and lines, counted from the strip."""
    lefts, tops, doubts_px, lines = shape.lefts, shape.tops, shape.doubts_px, shape.lines
    rights = lefts + shape.widths
    doubtful = doubts_px.nonzero()[0]
    middles = (lefts[doubtful] + rights[doubtful] - DOUBTFUL_CELL_PX) / 2
    foot = np.full(len(lines), height_px - shape.line_px)
    bodies = tops + doubts_px
    # Of cells that are doubtful altogether nothing but the line is left.
    is_there = doubts_px < shape.heights
    if not is_there.all():
        lefts, rights, bodies = lefts[is_there], rights[is_there], bodies[is_there]
    return (
        np.concatenate((lefts, middles, lines[:, 0])),
        np.concatenate((bodies, tops[doubtful], foot)),
        np.concatenate((rights, middles + DOUBTFUL_CELL_PX, lines[:, 1])),
    )


def premultiplied(rgba: int) -> int:
    """Return a colour with its parts multiplied by its alpha."""
    alpha = rgba >> 24
    parts = ((rgba >> shift & 0xFF) * alpha // 255 for shift in (16, 8, 0))
    red, green, blue = parts
    return alpha << 24 | red << 16 | green << 8 | blue
