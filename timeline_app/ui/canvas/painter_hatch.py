# SPDX-License-Identifier: MIT
"""Paints hatching: silent stretches, and marks of which nobody knows when they became public.

On a screen it is one image, reckoned pixel by pixel from where the stretch begins, so that strokes keep their places
on it while it moves; elsewhere it is lines.
"""

from __future__ import annotations

import math
from typing import Final

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QImage

from timeline_app.base.geometry import Rect
from timeline_app.scene.items import HatchShape, Item
from timeline_app.ui.canvas.inks import Ink, Tone, pen_of
from timeline_app.ui.canvas.painter_fades import Stretch
from timeline_app.ui.canvas.painter_strips import premultiplied
from timeline_app.ui.canvas.pencil import Pencil

PERIOD_PX: Final = 6.0
STROKE_PX: Final = 1.0
DOT_PX: Final = 2.0
DOTS_APART_PX: Final = 7.0
LEAST_PART: Final = 0.3
"""Hatching never fades to nothing: one must see how far the doubt reaches."""
F64 = npt.NDArray[np.float64]


def paint_silence(pencil: Pencil, item: Item, ink: Ink) -> None:
    """Paint a silent stretch: hatched from edge to edge, or a dotted line in its middle."""
    shape, rect = item.detail, item.rect
    if not isinstance(shape, HatchShape):
        return
    if shape.is_dotted:
        _paint_dots(pencil, rect, shape.start_x, ink.fill)
    else:
        hatch(pencil, rect, shape.start_x, ink.fill)


def hatch(pencil: Pencil, rect: Rect, start_x: float, tone: Tone, fading: Stretch | None = None) -> None:
    """Fill a rectangle with upward strokes, fainter where a stretch fades."""
    if pencil.is_vector:
        _hatch_lines(pencil, rect, start_x, tone)
        return
    weight, ratio = pencil.weight, pencil.pixel_ratio
    period, stroke = (max(round(px * weight * ratio), 1) for px in (PERIOD_PX, STROKE_PX))
    width, height = _device_size(pencil, rect)
    if width <= 0 or height <= 0:
        return
    left = round(rect.x * ratio) - round(start_x * ratio)
    along = np.arange(width)[None, :] + np.arange(height)[:, None] + left % period
    is_inked = along % period < stroke
    _put(pencil, rect, is_inked, tone, None if fading is None else _parts(fading, rect, width, ratio))


def _parts(fading: Stretch, rect: Rect, width: int, ratio: float) -> F64:
    """Return how full each column of pixels is."""
    xs = rect.x + (np.arange(width) + 0.5) / ratio
    left_px = max(fading.core_left - fading.left, 1e-6)
    right_px = max(fading.right - fading.core_right, 1e-6)
    parts: F64 = np.minimum((xs - fading.left) / left_px, (fading.right - xs) / right_px)
    return LEAST_PART + (1.0 - LEAST_PART) * np.clip(parts, 0.0, 1.0)


def _paint_dots(pencil: Pencil, rect: Rect, start_x: float, tone: Tone) -> None:
    weight, ratio = pencil.weight, pencil.pixel_ratio
    y = rect.centre.y - DOT_PX * weight / 2
    line = Rect(rect.x, y, rect.w, DOT_PX * weight)
    if pencil.is_vector:
        pencil.painter.setPen(
            pen_of(tone.colour, line.h, (DOT_PX * weight, (DOTS_APART_PX - DOT_PX) * weight))
        )
        pencil.painter.drawLine(QLineF(line.x, line.centre.y, line.right, line.centre.y))
        return
    apart, dot = (max(round(px * weight * ratio), 1) for px in (DOTS_APART_PX, DOT_PX))
    width, height = _device_size(pencil, line)
    if width <= 0 or height <= 0:
        return
    left = round(rect.x * ratio) - round(start_x * ratio)
    is_inked = np.broadcast_to((np.arange(width) + left % apart) % apart < dot, (height, width))
    _put(pencil, line, is_inked, tone, None)


def _device_size(pencil: Pencil, rect: Rect) -> tuple[int, int]:
    ratio = pencil.pixel_ratio
    width = round(pencil.snapped(rect.right) * ratio) - round(pencil.snapped(rect.x) * ratio)
    height = round(pencil.snapped(rect.bottom) * ratio) - round(pencil.snapped(rect.y) * ratio)
    return width, height


def _put(pencil: Pencil, rect: Rect, is_inked: npt.NDArray[np.bool_], tone: Tone, parts: F64 | None) -> None:
    """Put the inked pixels on the screen, in columns as full as told."""
    height, width = is_inked.shape
    if parts is None:
        pixels = is_inked * np.uint32(premultiplied(tone.rgba))
    else:
        shades = [premultiplied(tone.thinned(part / 16).rgba) for part in range(17)]
        columns = np.array(shades, np.uint32)[np.rint(parts * 16).astype(np.int64)]
        pixels = is_inked * columns[None, :]
    pixels = np.ascontiguousarray(pixels, np.uint32)
    image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(pencil.pixel_ratio)
    pencil.painter.drawImage(QPointF(pencil.snapped(rect.x), pencil.snapped(rect.y)), image)


def _hatch_lines(pencil: Pencil, rect: Rect, start_x: float, tone: Tone) -> None:
    """Draw the strokes one by one, as many as can be seen, each cut at the sides.

    Cut by reckoning: of a clip within another one an SVG file keeps too much.
    """
    left, right, height = max(rect.x, pencil.visible.x), min(rect.right, pencil.visible.right), rect.h
    period_px = PERIOD_PX * pencil.weight
    first = math.ceil((left - start_x) / period_px)
    last = math.floor((right + height - start_x) / period_px)
    pencil.set_antialias(on=True)
    pencil.painter.setPen(pen_of(tone.colour, STROKE_PX * pencil.weight))
    for number in range(first, last + 1):
        x = start_x + number * period_px
        top_px, foot_px = max(x - right, 0.0), min(x - left, height)
        if top_px < foot_px:
            head = QPointF(x - top_px, rect.y + top_px)
            pencil.painter.drawLine(QLineF(head, QPointF(x - foot_px, rect.y + foot_px)))
