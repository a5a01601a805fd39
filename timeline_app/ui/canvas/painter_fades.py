# SPDX-License-Identifier: MIT
"""Fills bands that are full in the middle and fade towards doubtful ends, on every medium."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Final, NamedTuple

from PySide6.QtCore import QLineF
from PySide6.QtGui import QColor

from timeline_app.base.geometry import Rect
from timeline_app.ui.canvas.inks import EASE, Tone, pen_of
from timeline_app.ui.canvas.pencil import FAR_PX, HAIRLINE_PX, Medium, Pencil

LAYERS: Final = 16
"""Steps of a fade laid on in layers: with many more, each is so thin that viewers round it to too much."""

SHORT_PX: Final = 48
"""Of shorter fades there are many alike."""
DASH_PX: Final = 5.0
GAP_PX: Final = 4.0
PERIOD_PX: Final = DASH_PX + GAP_PX
LEAST_ALPHA: Final = 0.12
"""A dashed outline never fades to nothing: one must see how far the doubt reaches."""


class Stretch(NamedTuple):
    """A band's outer edges and, within, its full part; where both meet, that end does not fade."""

    left: float
    core_left: float
    core_right: float
    right: float

    def part_at(self, x: float) -> float:
        """Return how full the band is at an x, from 0 to 1."""
        if x < self.core_left:
            return (x - self.left) / (self.core_left - self.left)
        if x > self.core_right:
            return (self.right - x) / (self.right - self.core_right)
        return 1.0


def fill_fading(pencil: Pencil, stretch: Stretch, y: float, h: float, tone: Tone) -> None:
    """Fill a band."""
    left, core_left, core_right, right = stretch
    if pencil.medium is Medium.LAYERS and (left, right) != (core_left, core_right):
        _fill_layers(pencil, stretch, y, h, tone)
        return
    if pencil.is_whole and right - left < FAR_PX:
        _fill_whole(pencil, stretch, y, h, tone)
        return
    if core_right > core_left:
        pencil.fill(Rect(core_left, y, core_right - core_left, h), tone.colour)
    if core_left > left:
        pencil.fill(Rect(left, y, core_left - left, h), tone.faded(left, core_left))
    if right > core_right:
        pencil.fill(Rect(core_right, y, right - core_right, h), tone.faded(right, core_right))


def _fill_whole(pencil: Pencil, stretch: Stretch, y: float, h: float, tone: Tone) -> None:
    """Fill a band whose edges are whole pixels already: of these there are most, and each pixel is one."""
    left, core_left, core_right, right = map(round, stretch)
    top = round(y)
    height = round(y + h) - top if h >= HAIRLINE_PX else round(h) or 1
    painter = pencil.painter
    if core_right > core_left:
        painter.fillRect(core_left, top, core_right - core_left, height, tone.colour)
    if core_left > left:
        _fill_fade(pencil, (left, core_left), top, height, tone)
    if right > core_right:
        _fill_fade(pencil, (right, core_right), top, height, tone)


def _fill_fade(pencil: Pencil, ends: tuple[int, int], top: int, height: int, tone: Tone) -> None:
    """Fill one fade, from its clear end to its full one."""
    clear_x, full_x = ends
    left, width = min(ends), abs(full_x - clear_x)
    image = None
    if width <= SHORT_PX and pencil.opacity == 1.0:
        image = tone.fade(width, height, rises=full_x > clear_x)
    if image is None:
        pencil.painter.fillRect(left, top, width, height, tone.faded(clear_x, full_x))
    else:
        pencil.painter.drawImage(left, top, image)


def _fill_layers(pencil: Pencil, stretch: Stretch, y: float, h: float, tone: Tone) -> None:
    """Lay one thin coat over the other, each a little shorter: no seams, whatever lies beneath."""
    opacity = pencil.opacity
    pencil.set_opacity(1.0)
    coat = QColor(tone.colour)
    laid = 0.0
    for layer in range(1, LAYERS + 1):
        place = (layer - 0.5) / LAYERS if layer < LAYERS else 1.0
        wanted = eased(place) * opacity * tone.colour.alphaF()
        coat.setAlphaF((wanted - laid) / (1.0 - laid) if laid < 1.0 else 0.0)
        laid = wanted
        left = stretch.left + (stretch.core_left - stretch.left) * place
        right = stretch.right - (stretch.right - stretch.core_right) * place
        if right > left:
            pencil.fill(Rect(left, y, right - left, h), coat)
    pencil.set_opacity(opacity)


def eased(place: float) -> float:
    """Return the part of the full colour at a place (0 to 1) of a fade."""
    for (first, low), (second, high) in pairwise(EASE):
        if place <= second:
            return low + (high - low) * (place - first) / (second - first)
    return 1.0


def dash_fading(pencil: Pencil, stretch: Stretch, y: float, h: float, tone: Tone) -> None:
    """Fill a band in dashes that keep their places on the bar, however much of it is in view."""
    left, core_left, core_right, right = stretch
    period_px = PERIOD_PX * pencil.weight
    # From the fades into the full part by whole dashes, so that the rhythm does not break.
    full_left = left + math.ceil((core_left - left) / period_px) * period_px
    full_right = left + math.floor((core_right - left) / period_px) * period_px
    _single_dashes(pencil, stretch, (left, min(full_left, right)), Rect(left, y, 0.0, h), tone)
    if full_right > full_left:
        _dashed_line(pencil, (full_left, full_right), Rect(left, y, 0.0, h), tone)
    _single_dashes(pencil, stretch, (max(full_right, full_left), right), Rect(left, y, 0.0, h), tone)


def _single_dashes(
    pencil: Pencil, stretch: Stretch, reach: tuple[float, float], band: Rect, tone: Tone
) -> None:
    """Draw dashes one by one, each as faint as its place asks for."""
    opacity, period_px = pencil.opacity, PERIOD_PX * pencil.weight
    hidden = max(math.floor((pencil.visible.x - reach[0]) / period_px), 0)
    x, last = reach[0] + hidden * period_px, min(reach[1], pencil.visible.right)
    while x < last:
        width = min(DASH_PX * pencil.weight, reach[1] - x)
        part = stretch.part_at(x + width / 2)
        pencil.set_opacity(opacity * (LEAST_ALPHA + (1.0 - LEAST_ALPHA) * part))
        pencil.fill(Rect(x, band.y, width, band.h), tone.colour)
        x += period_px
    pencil.set_opacity(opacity)


def _dashed_line(pencil: Pencil, reach: tuple[float, float], band: Rect, tone: Tone) -> None:
    """Draw all dashes of the full part at one go."""
    period_px = PERIOD_PX * pencil.weight
    hidden = max(math.floor((pencil.visible.x - reach[0]) / period_px), 0)
    first = pencil.snapped(reach[0] + hidden * period_px)
    last = min(reach[1], pencil.visible.right)
    line = pencil.box(Rect(first, band.y, 1.0, band.h))
    if last > first:
        pencil.set_antialias(on=False)
        beat = (DASH_PX * pencil.weight, GAP_PX * pencil.weight)
        pencil.painter.setPen(pen_of(tone.colour, line.height(), beat))
        pencil.painter.drawLine(QLineF(first, line.center().y(), last, line.center().y()))
