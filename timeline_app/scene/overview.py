# SPDX-License-Identifier: MIT
"""The overview: the whole exhibit's density per lane, and the window that the canvas shows."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from timeline_app.base.geometry import Rect
from timeline_app.base.messages import Translator
from timeline_app.chrono.instant import LIMIT_S
from timeline_app.chrono.ticks import YEAR, Family, TickUnit, finer, tells_ages, tick_starts
from timeline_app.model.showing import Showing
from timeline_app.scene.build_breaks import overview_break
from timeline_app.scene.build_cursor import overview_cursor
from timeline_app.scene.index import EventIndex
from timeline_app.scene.index_basis import I64, Mask
from timeline_app.scene.items import Item, Kind, Layer, Scene, Target, TargetKind, TextStyle
from timeline_app.scene.surface import Surface
from timeline_app.scene.tick_rows import LEAST_GAP_PX, TickRow, fitting_unit, tick_text
from timeline_app.scene.time_fold import TimeFold
from timeline_app.scene.time_scale import Stretch, TimeScale
from timeline_app.scene.view import MAX_SPAN_S, View

MARGIN_SHARE = 0.02
PAD_PX = 8.0
MARK_MAX_PX = 4.0
LEAST_WINDOW_PX = 8.0
LABEL_AIR_PX = 24.0


def overview_scale(
    index: EventIndex, surface: Surface, heads_px: float, fold: TimeFold | None = None
) -> TimeScale:
    """Return the overview's own time scale: the whole exhibit with a small margin."""
    view = View.between(*index.span_s, margin=MARGIN_SHARE)
    left = 0.0 if surface.mirrored else heads_px
    return TimeScale(view, left, max(surface.size.w - heads_px, 1.0), surface.mirrored, fold)


def overview_ground(
    index: EventIndex,
    showing: Showing,
    surface: Surface,
    heads_px: float,
    translator: Translator,
    fold: TimeFold | None = None,
    order: Sequence[int] | None = None,
) -> tuple[Item, ...]:
    """Return what does not change while panning: ground, marks, breaks, years, counts.

    `order` lists the lanes that are shown, from the top; without it all are.
    """
    scale = overview_scale(index, surface, heads_px, fold)
    line_px = surface.measurer.line_px("overview")
    marks = Rect(scale.left_px, PAD_PX, scale.width_px, max(surface.size.h - line_px - 2.5 * PAD_PX, 4.0))
    items = [Item(Kind.BAND, "overview-ground", Layer.GROUND, Rect(0.0, 0.0, *surface.size))]
    rows = range(len(showing.lanes)) if order is None else order
    pitch = marks.h / max(len(rows), 1)
    for row, lane in enumerate(rows):
        band = Rect(marks.x, marks.y + row * pitch, marks.w, pitch)
        items.extend(_lane_marks(index, lane, showing.lanes[lane].colour, scale, band))
    for moment in (showing.lens.known_at, showing.lens.curtain):
        items.extend(overview_cursor(moment, scale, marks, surface.text_scale))
    items.extend(overview_break(torn, marks, surface) for torn in scale.breaks())
    items.extend(_years(scale, surface, translator, line_px))
    if heads_px > 0.0:
        items.extend(_counts(showing, surface, heads_px, translator))
    return tuple(items)


def build_overview(
    ground: tuple[Item, ...], index: EventIndex, view: View, surface: Surface, heads_px: float
) -> Scene:
    """Return the overview with the window of the present view over its ground."""
    scale = overview_scale(index, surface, heads_px)
    window = window_rect(scale, view, surface)
    area = Rect(scale.left_px, 0.0, scale.width_px, surface.size.h)
    shade_left = Rect(area.x, 0.0, max(window.x - area.x, 0.0), area.h)
    shade_right = Rect(window.right, 0.0, max(area.right - window.right, 0.0), area.h)
    items = [
        *ground,
        Item(Kind.BAND, "overview-shade", Layer.HEAD, shade_left, Target(TargetKind.OVERVIEW, 0)),
        Item(Kind.BAND, "overview-shade", Layer.HEAD, shade_right, Target(TargetKind.OVERVIEW, 1)),
        Item(Kind.RING, "overview-window", Layer.OVERLAY, window, Target(TargetKind.OVERVIEW_WINDOW, 0)),
    ]
    # The years stay readable: they lie over the shade.
    items.sort(key=lambda item: item.layer)
    return Scene(surface.size, tuple(items), area, Rect(0, 0, 0, 0), Rect(0, 0, 0, 0))


def window_rect(scale: TimeScale, view: View, surface: Surface) -> Rect:
    """Return the window's rectangle, never too narrow to take hold of, never outside the overview."""
    ends = (scale.x_at(view.start_s), scale.x_at(view.end_s))
    left, right = max(min(ends), scale.left_px), min(max(ends), scale.left_px + scale.width_px)
    if right - left < LEAST_WINDOW_PX:
        last = scale.left_px + scale.width_px - LEAST_WINDOW_PX
        left = min(max((left + right - LEAST_WINDOW_PX) / 2, scale.left_px), last)
        right = left + LEAST_WINDOW_PX
    return Rect(
        left,
        PAD_PX / 2,
        right - left,
        max(surface.size.h - surface.measurer.line_px("overview") - PAD_PX, 4.0),
    )


def _lane_marks(index: EventIndex, lane: int, colour: str, scale: TimeScale, area: Rect) -> list[Item]:
    """Return a lane's row: a thin line where something lasts, a mark where something begins.

    Counted in half pixels by bisection, so that a million events cost no more than a thousand.
    """
    entries = index.lane_slice(lane)
    if entries.start == entries.stop:
        return []
    height = min(area.h * 0.7, MARK_MAX_PX)
    middle = area.centre.y
    edges_s = _half_pixels(scale, area.w)
    # What lies beyond the edges is drawn at them.
    edges_s[0], edges_s[-1] = -LIMIT_S, LIMIT_S
    lasts = index.touching_count(lane, edges_s[::2]) > 0
    begins = index.starting_count(lane, edges_s) > 0
    # A mark of three pixels about a beginning, on whole pixels: four of them.
    early, late = begins[::2], begins[1::2]
    marks = np.zeros(len(lasts) + 4, np.bool_)
    for shift in range(4):
        marks[shift : shift + len(lasts)] |= early
        marks[shift + 1 : shift + 1 + len(lasts)] |= late
    marks = marks[2 : 2 + len(lasts)]
    left = area.x
    if scale.mirrored:
        lasts, marks, left = lasts[::-1], marks[::-1], area.right - len(lasts)
    target = Target(TargetKind.OVERVIEW, 2, lane)
    thin = (Rect(left + start, middle - 0.5, stop - start, 1.0) for start, stop in _runs(lasts))
    thick = (Rect(left + start, middle - height / 2, stop - start, height) for start, stop in _runs(marks))
    return [
        Item(Kind.TICK, "overview-mark", Layer.STRIP, rect, target, "", colour) for rect in (*thin, *thick)
    ]


def _half_pixels(scale: TimeScale, width_px: float) -> I64:
    """Return the axis seconds at which the half pixels of the overview begin, by time, and where the last one ends."""
    halves = np.arange(2 * max(int(width_px), 1) + 1)
    along_s = np.ceil(halves * (scale.seconds_per_px / 2) + scale.view.start_fraction)
    # Of the whole axis the last edge would be rounded to more than 64 bits hold.
    along_s = np.minimum(along_s, MAX_SPAN_S)
    edges_s: I64 = scale.view.start_s + along_s.astype(np.int64)
    return edges_s


def _runs(filled: Mask) -> list[tuple[float, float]]:
    """Return the runs of filled pixels: never more than half of all pixels."""
    steps = np.diff(filled.astype(np.int8), prepend=0, append=0)
    starts, stops = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    return list(zip(starts.astype(np.float64).tolist(), stops.astype(np.float64).tolist(), strict=True))


def _years(scale: TimeScale, surface: Surface, translator: Translator, line_px: float) -> list[Item]:
    measurer = surface.measurer
    row = TickRow("overview", measurer.width_px("0000", "overview", ""), LABEL_AIR_PX, in_full=True)
    unit = fitting_unit(scale, measurer, translator, row)
    items: list[Item] = []
    y = surface.size.h - line_px - PAD_PX / 2
    taken, named = scale.left_px, list[tuple[int, TickUnit]]()
    for stretch in scale.stretches():
        named.extend(_round_years(stretch, unit))
    # From left to right, whatever the direction of time.
    for start_s, named_by in reversed(named) if scale.mirrored else named:
        in_ages = tells_ages(named_by, scale.last_s)
        text = tick_text(translator, named_by, start_s, in_full=True, in_ages=in_ages)
        width = measurer.width_px(text, "overview", translator.language)
        x = scale.x_of(start_s) - width / 2
        if x < taken or x + width > scale.left_px + scale.width_px:
            continue
        taken = x + width + LEAST_GAP_PX
        style = TextStyle("overview", translator.language, 0)
        items.append(
            Item(
                Kind.LABEL, "overview-label", Layer.AXIS, Rect(x, y, width, line_px), None, text, detail=style
            )
        )
    return items


def _round_years(stretch: Stretch, unit: TickUnit) -> list[tuple[int, TickUnit]]:
    """Return the beginnings of a unit; beside a break of a finer one, where no rounder year lies in the stretch."""
    while True:
        starts = tick_starts(unit, stretch.first_s, stretch.last_s)
        if starts or not stretch.is_torn or unit.family is not Family.YEAR or unit is YEAR:
            return [(start_s, unit) for start_s in starts]
        unit = finer(unit)


def _counts(showing: Showing, surface: Surface, heads_px: float, translator: Translator) -> list[Item]:
    """Return how many events there are, at the left where the lanes have their names."""
    line_px = surface.measurer.line_px("overview")
    text = translator.say("overview.events", count=showing.event_count)
    x = surface.size.w - heads_px + PAD_PX if surface.mirrored else PAD_PX
    rect = Rect(x, PAD_PX, heads_px - 3 * PAD_PX, line_px)
    style = TextStyle("overview", translator.language, -1 if surface.mirrored else 1)
    return [Item(Kind.LABEL, "overview-label", Layer.AXIS, rect, None, text, detail=style)]
