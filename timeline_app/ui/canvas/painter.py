# SPDX-License-Identifier: MIT
"""Paints a scene, item by item in its order; decides nothing about where things stand.

Coordinates are the scene's own pixels. The painter may carry a transform: a preview paints the
audience's scene smaller, a printer larger. `device_pixel_ratio` then is the device's pixels per pixel
of the scene, the transform included.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QPainter

from timeline_app.base.geometry import Rect
from timeline_app.scene.items import Emphasis, Item, Kind, Layer, Scene, Target, TargetKind, TextStyle
from timeline_app.ui.canvas.inks import Ink, Inks, qcolor
from timeline_app.ui.canvas.metrics import QtMeasurer
from timeline_app.ui.canvas.painter_arcs import paint_arc
from timeline_app.ui.canvas.painter_bars import paint_bar
from timeline_app.ui.canvas.painter_frames import (
    BadgePainter,
    CardPainter,
    paint_band,
    paint_break,
    paint_icon,
    paint_line,
    paint_ring,
    paint_tick,
)
from timeline_app.ui.canvas.painter_hatch import paint_silence
from timeline_app.ui.canvas.painter_marks import MarkPainter
from timeline_app.ui.canvas.painter_seals import SealPainter
from timeline_app.ui.canvas.painter_strips import paint_strip
from timeline_app.ui.canvas.painter_text import TextPainter
from timeline_app.ui.canvas.pencil import Pencil
from timeline_app.ui.theme import Theme

WEIGHT_PER_SCALE: Final = 0.5
"""Strokes grow half as fast as the text: they stay in proportion without becoming coarse."""

LABEL: Final = Kind.LABEL
DOT: Final = Kind.DOT
PLAIN: Final = Emphasis.NONE
OPAQUE: Final = 255
MOST_GROUNDS: Final = 60
"""So many of the first items are looked through for the lanes' grounds."""


class Painter:
    """Paints scenes in one theme, with the fonts of one measurer; keeps what it has drawn once.

    `weight` thickens strokes, None as the text's size does.
    """

    def __init__(self, theme: Theme, measurer: QtMeasurer, weight: float | None = None) -> None:
        self.theme: Final = theme
        usual = 1.0 + (measurer.text_scale - 1.0) * WEIGHT_PER_SCALE
        self._weight = usual if weight is None else weight
        self._inks = Inks(theme, self._weight)
        self._text = TextPainter(measurer)
        self._marks = MarkPainter()
        self._seals = SealPainter()
        self._badges = BadgePainter()
        self._cards = CardPainter(qcolor(theme.colour("shadow")))

    def paint(self, painter: QPainter, scene: Scene, *, device_pixel_ratio: float = 1.0) -> None:
        """Paint a scene; on paper, SVG and PDF it is all shapes and text."""
        painter.save()
        pencil = Pencil(painter, pixel_ratio=device_pixel_ratio, weight=self._weight)
        areas, inks, text, marks = _Areas(scene), self._inks, self._text, self._marks
        current: Rect | None = None
        ground = scene.items[0] if scene.items else None
        bare = self._uncovered(scene, pencil)
        # Most items are words and dots: they go the shortest way, for of each step there are hundreds a frame.
        for item in scene.items:
            kind, role, layer, rect, target, words, colour, emphasis, detail = item
            area = areas.of(item, layer, target)
            if area is not current:
                pencil.clip(area)
                current = area
            opacity = 1.0
            if emphasis is not PLAIN:
                opacity = self._opacity_of(item)
            elif kind is LABEL and type(detail) is TextStyle:
                opacity = detail.opacity
            if opacity != pencil.opacity:
                pencil.set_opacity(opacity)
            ink = inks.of(role, colour)
            if kind is LABEL:
                if type(detail) is TextStyle:
                    text.write(pencil, words, detail, rect, ink.text)
            elif kind is DOT:
                marks.paint(pencil, item, ink, text)
            elif bare is not None and item is ground:
                for part in bare:
                    pencil.fill(part, ink.fill.colour)
            else:
                self._paint_item(pencil, item, ink)
        painter.restore()

    def _uncovered(self, scene: Scene, pencil: Pencil) -> list[Rect] | None:
        """Return what of a screen's ground nothing covers: the lanes' own grounds would only be painted over it.

        None where that is not to be told, and all of it must be painted.
        """
        if pencil.is_vector or scene.pinned_px or not scene.items or scene.items[0].role != "canvas-ground":
            return None
        rest = [scene.items[0].rect]
        for item in scene.items[1 : MOST_GROUNDS + 1]:
            if (
                item.role == "lane-ground"
                and self._inks.of(item.role, item.colour).fill.colour.alpha() == OPAQUE
            ):
                # A pixel less on each side: edges fall on whole pixels only when they are painted.
                cover = Rect(
                    item.rect.x + 1.0, max(item.rect.y, scene.lanes_rect.y) + 1.0, item.rect.w - 2.0, 0.0
                )
                cover = cover._replace(h=min(item.rect.bottom, scene.lanes_rect.bottom) - 1.0 - cover.y)
                rest = [part for rect in rest for part in _without(rect, cover)]
        return rest

    def _opacity_of(self, item: Item) -> float:
        emphasis, detail = item.emphasis, item.detail
        # Comparing first: combining flags costs a microsecond, and most items have none.
        is_dimmed = emphasis is not PLAIN and emphasis & Emphasis.DIMMED
        if type(detail) is TextStyle:
            return detail.opacity * self.theme.dim_text_opacity if is_dimmed else detail.opacity
        if is_dimmed and item.kind is Kind.BADGE:
            return self.theme.dim_text_opacity
        return self.theme.dim_opacity if is_dimmed else 1.0

    def _paint_item(self, pencil: Pencil, item: Item, ink: Ink) -> None:
        match item.kind:
            case Kind.LABEL:
                self._text.paint(pencil, item, ink)
            case Kind.TICK:
                paint_tick(pencil, item, ink)
            case Kind.STRIP:
                paint_strip(pencil, item, ink)
            case Kind.BAR:
                paint_bar(pencil, item, ink, self._text)
            case Kind.DOT:
                self._marks.paint(pencil, item, ink, self._text)
            case Kind.BAND:
                paint_band(pencil, item, ink)
            case Kind.LINE:
                paint_line(pencil, item, ink)
            case Kind.ARC:
                paint_arc(pencil, item, ink)
            case Kind.CARD:
                self._cards.paint(pencil, item, ink)
            case _:
                self._paint_sign(pencil, item, ink)

    def _paint_sign(self, pencil: Pencil, item: Item, ink: Ink) -> None:
        """Paint what there are few of in a picture."""
        if item.kind is Kind.BADGE:
            self._badges.paint(pencil, item, ink, self._text)
        elif item.kind in (Kind.SEAL, Kind.SIGN):
            self._seals.paint(pencil, item, ink)
        elif item.kind is Kind.HATCH:
            paint_silence(pencil, item, ink)
        elif item.kind is Kind.BREAK:
            paint_break(pencil, item, ink)
        elif item.kind is Kind.ICON:
            paint_icon(pencil, item, ink)
        else:
            paint_ring(pencil, item, ink)


def _without(rect: Rect, cover: Rect) -> list[Rect]:
    """Return what a cover leaves of a rectangle: what is above it, below it and beside it."""
    if cover.w <= 0.0 or cover.h <= 0.0 or not rect.intersects(cover):
        return [rect]
    top, bottom = max(rect.y, cover.y), min(rect.bottom, cover.bottom)
    parts = (
        Rect(rect.x, rect.y, rect.w, top - rect.y),
        Rect(rect.x, bottom, rect.w, rect.bottom - bottom),
        Rect(rect.x, top, cover.x - rect.x, bottom - top),
        Rect(cover.right, top, rect.right - cover.right, bottom - top),
    )
    return [part for part in parts if part.w > 0.0 and part.h > 0.0]


EVENT: Final = TargetKind.EVENT
_EVERYWHERE: Final = (TargetKind.TRAY, TargetKind.UNDATED, TargetKind.LANES)
_IN_LANES: Final = (TargetKind.EVENT, TargetKind.FOLDED, TargetKind.SILENCE, TargetKind.GHOST)


class _Areas:
    """Where each item may be seen: what scrolls stays in the lanes, the axis in its columns."""

    def __init__(self, scene: Scene) -> None:
        width, height = scene.size
        everywhere = Rect(0.0, 0.0, width, height)
        lanes, axis = scene.lanes_rect, scene.axis_rect
        has_lanes = lanes.w > 0.0 and lanes.h > 0.0
        self._everywhere = everywhere
        self._rows = Rect(0.0, lanes.y, width, lanes.h) if has_lanes else everywhere
        self._pinned = scene.pinned
        self._has_pinned = scene.pinned_px > 0.0
        self._scrolled = scene.scrolled_rect
        self._scrolled_rows = Rect(0.0, self._scrolled.y, width, self._scrolled.h)
        columns = Rect(axis.x, 0.0, axis.w, height) if axis.w > 0.0 else everywhere
        self._by_layer = [lanes if has_lanes else everywhere] * len(Layer)
        for layer in (Layer.GROUND, Layer.HEAD):
            self._by_layer[layer] = everywhere
        for layer in (Layer.GRID, Layer.AXIS):
            self._by_layer[layer] = columns

    def of(self, item: Item, layer: Layer, target: Target | None) -> Rect:
        """Return the area an item is cut to; the same object for the same area."""
        if target is not None:
            kind = target.kind
            if kind is EVENT and not self._has_pinned:
                return self._by_layer[layer]
            if kind is TargetKind.LANE:
                is_under = self._has_pinned and target.lane not in self._pinned
                return self._scrolled_rows if is_under else self._rows
            if kind in _EVERYWHERE:
                return self._everywhere
            if self._has_pinned and self._is_under_pinned(item, target):
                return self._scrolled
        elif item.role == "focus-ring":
            # Around all of the canvas, where nothing in it has the keyboard.
            return self._everywhere
        return self._by_layer[layer]

    def _is_under_pinned(self, item: Item, target: Target) -> bool:
        """Tell whether what stays at the top covers an item that is scrolled; links may lead from there to here."""
        return target.kind in _IN_LANES and item.kind is not Kind.ARC and target.lane not in self._pinned
