# SPDX-License-Identifier: MIT
"""Bars, dots and labels: each event's items in its row, or its thin mark in the lane's strip."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from timeline_app.base.geometry import Rect
from timeline_app.chrono.columns import UNCERTAIN
from timeline_app.chrono.historical_date import DateKind, EndState, HistoricalDate
from timeline_app.chrono.instant import DAY_S
from timeline_app.model.showing import Showing
from timeline_app.scene.highlight import Emphases
from timeline_app.scene.index import EventIndex
from timeline_app.scene.items import (
    BarShape,
    DotShape,
    Emphasis,
    EndStyle,
    Item,
    Kind,
    Layer,
    Target,
    TargetKind,
    TextStyle,
)
from timeline_app.scene.labels import DATE_GAP_PX, INSIDE_PX, LEAD_PX, LabelBook, LabelText
from timeline_app.scene.placement import Placement
from timeline_app.scene.time_scale import TimeScale

DOT_BELOW_PX = 12.0
"""A span narrower than this is a dot."""
WIDE_BAR_PX = 40.0
"""From here on a bar's label stands inside it."""
MAX_STRIP_MARKS = 300
DENSITY_CELL_PX = 4.0
OFFSCREEN_PX = 400.0
"""Bars are cut this far outside the window; nobody sees that they go on."""


@dataclass(frozen=True, slots=True, eq=False)
class EventPainterInput:
    """What the event items of one frame are made from."""

    index: EventIndex
    showing: Showing
    placement: Placement
    labels: LabelBook
    scale: TimeScale
    area: Rect
    scroll_px: float
    emphases: Emphases


def row_rect(given: EventPainterInput, lane: int, row: int) -> Rect:
    """Return a row's rectangle in surface pixels over the whole width."""
    layout = given.placement.layout
    top = given.area.y + layout.row_top_px(lane, row) - given.scroll_px
    return Rect(given.area.x, top, given.area.w, layout.row_px)


def strip_rect(given: EventPainterInput, lane: int) -> Rect:
    """Return the strip at a lane's foot, where events without a label stand."""
    box = given.placement.layout.boxes[lane]
    top = given.area.y + box.strip_top_px - given.scroll_px
    return Rect(given.area.x, top, given.area.w, box.bottom_px - box.strip_top_px - 2.0)


def lane_items(given: EventPainterInput, lane: int) -> tuple[list[Item], int]:
    """Return a lane's event items and the number of events in view without a label."""
    named = _named_entries(given, lane)
    items: list[Item] = []
    for entry in named:
        items.extend(named_event_items(given, lane, int(entry)))
    unnamed = _unnamed_entries(given, lane)
    items.extend(_strip_items(given, lane, unnamed))
    return items, len(unnamed)


def _named_entries(given: EventPainterInput, lane: int) -> npt.NDArray[np.int64]:
    index, view, zoom = given.index, given.scale.view, given.scale.seconds_per_px
    candidates = given.placement.named_candidates(index, lane, zoom)
    stop = int(np.searchsorted(index.start_s[candidates], view.end_s, side="right"))
    candidates = candidates[:stop]
    label_s = given.placement.label_px[candidates] * zoom
    reach_s = np.maximum(
        index.end_s[candidates] - view.start_s, index.start_s[candidates] - view.start_s + label_s
    )
    shown: npt.NDArray[np.int64] = candidates[
        (given.placement.threshold[candidates] >= zoom) & (reach_s >= 0)
    ]
    return shown


def _unnamed_entries(given: EventPainterInput, lane: int) -> npt.NDArray[np.int64]:
    index, view, zoom = given.index, given.scale.view, given.scale.seconds_per_px
    run = index.touching(lane, view.start_s, view.end_s)
    entries = np.arange(run.start, run.stop)
    unnamed: npt.NDArray[np.int64] = entries[
        (given.placement.threshold[run] < zoom) & (index.end_s[run] >= view.start_s)
    ]
    return unnamed


def named_event_items(given: EventPainterInput, lane: int, entry: int) -> list[Item]:
    """Return mark and label of an event in its row."""
    ordinal = int(given.index.ordinal[entry])
    row = row_rect(given, lane, int(given.placement.row[entry]))
    emphasis = given.emphases.of_event(ordinal)
    mark = mark_items(given, lane, entry, row, emphasis)
    label = given.labels.label(ordinal)
    label_x = label_x_px(given, entry, label)
    return [*mark, *label_items(label, label_x, row, Target(TargetKind.EVENT, ordinal, lane), emphasis)]


def label_x_px(given: EventPainterInput, entry: int, label: LabelText) -> float:
    """Return where a label starts.

    Right of a dot; inside a wide bar; continuous in between. Within a long bar it keeps to the
    visible part: clamp(window edge, bar start, bar end − label width).
    """
    start_x = given.scale.x_of(int(given.index.start_s[entry]))
    end_x = given.scale.x_of(int(given.index.end_s[entry]))
    if given.scale.mirrored:
        start_x, end_x = end_x, start_x
    width = end_x - start_x
    if width <= DOT_BELOW_PX:
        return start_x + width / 2 + LEAD_PX - 6.0
    at_dot = DOT_BELOW_PX / 2 + LEAD_PX - 6.0
    part = min((width - DOT_BELOW_PX) / (WIDE_BAR_PX - DOT_BELOW_PX), 1.0)
    plain_x = start_x + at_dot + (INSIDE_PX - at_dot) * part
    last_x = end_x - label.width_px - INSIDE_PX
    return max(plain_x, min(given.area.x + INSIDE_PX, last_x))


def label_items(
    label: LabelText,
    x: float,
    row: Rect,
    target: Target,
    emphasis: Emphasis,
    layer: Layer = Layer.LABEL,
) -> list[Item]:
    """Return the items of a label: title, and the date where it has one."""
    rect = Rect(x, row.y, label.title_px, row.h)
    style = TextStyle(label.font, label.language)
    items = [
        Item(
            Kind.LABEL,
            "event-label",
            layer,
            rect,
            target._replace(part="label"),
            label.title,
            "",
            emphasis,
            style,
        )
    ]
    if label.date:
        date_rect = Rect(rect.right + DATE_GAP_PX, row.y, label.date_px, row.h)
        date_target = target._replace(part="date")
        date_style = TextStyle("label-date")
        items.append(
            Item(
                Kind.LABEL, "event-date", layer, date_rect, date_target, label.date, "", emphasis, date_style
            )
        )
    return items


def mark_items(given: EventPainterInput, lane: int, entry: int, row: Rect, emphasis: Emphasis) -> list[Item]:
    """Return the bar or dot of an event within a row, or the marks of a set of dates."""
    index = given.index
    ordinal = int(index.ordinal[entry])
    start_x = given.scale.x_of(int(index.start_s[entry]))
    end_x = given.scale.x_of(int(index.end_s[entry]))
    left, right = min(start_x, end_x), max(start_x, end_x)
    colour = given.showing.lanes[lane].colour
    target = Target(TargetKind.EVENT, ordinal, lane, "mark")
    is_narrow_day = bool(index.is_moment[entry]) and right - left < WIDE_BAR_PX
    if right - left < DOT_BELOW_PX or is_narrow_day:
        return [_dot(given, ordinal, left, right, row, target, colour, emphasis)]
    if given.showing.dates.kind[ordinal] in (DateKind.ONE_OF, DateKind.ALL_OF):
        date = given.showing.head(ordinal).date
        if date is not None:
            return _set_items(given, date, row, target, colour, emphasis)
    return [_bar(given, ordinal, left, right, row, target, colour, emphasis)]


def _dot(
    given: EventPainterInput,
    ordinal: int,
    left: float,
    right: float,
    row: Rect,
    target: Target,
    colour: str,
    emphasis: Emphasis,
) -> Item:
    radius = 3.5 + 0.5 * int(given.showing.importance[ordinal])
    x, y = (left + right) / 2, row.centre.y
    half = (right - left) / 2
    halo = half if half > radius else 0.0
    shape = DotShape(radius, bool(given.showing.dates.flags[ordinal] & UNCERTAIN), halo, halo)
    rect = Rect(x - radius, y - radius, 2 * radius, 2 * radius)
    return Item(Kind.DOT, "event-dot", Layer.MARK, rect, target, "", colour, emphasis, shape)


def _bar(
    given: EventPainterInput,
    ordinal: int,
    left: float,
    right: float,
    row: Rect,
    target: Target,
    colour: str,
    emphasis: Emphasis,
) -> Item:
    area = given.area
    shown_left, shown_right = max(left, area.x - OFFSCREEN_PX), min(right, area.right + OFFSCREEN_PX)
    dates = given.showing.dates
    core_start, core_end = int(dates.core_start_s[ordinal]), int(dates.core_end_s[ordinal])
    if core_start < core_end:
        ends = (given.scale.x_of(core_start), given.scale.x_of(core_end))
    else:
        ends = ((left + right) / 2, (left + right) / 2)
    core_x = min(max(min(ends), shown_left), shown_right)
    core_right = max(min(max(ends), shown_right), shown_left)
    start_style = _end_style(
        int(dates.earliest_state[ordinal]), core_start - int(dates.fuzz_earliest_s[ordinal])
    )
    end_style = _end_style(int(dates.latest_state[ordinal]), int(dates.fuzz_latest_s[ordinal]) - core_end)
    if end_style in (EndStyle.OPEN, EndStyle.UNKNOWN) and core_start >= core_end:
        core_x = left
    if end_style is EndStyle.OPEN:
        core_right = shown_right
    if start_style is EndStyle.OPEN:
        core_x = shown_left
    if given.scale.mirrored:
        start_style, end_style = end_style, start_style
    inset = max((row.h - 26.0 * row.h / 34.0) / 2, 2.0)
    rect = Rect(shown_left, row.y + inset, shown_right - shown_left, row.h - 2 * inset)
    hollow = bool(dates.flags[ordinal] & UNCERTAIN)
    shape = BarShape(core_x, core_right, start_style, end_style, hollow)
    return Item(Kind.BAR, "event-bar", Layer.BAR, rect, target, "", colour, emphasis, shape)


def _end_style(state: int, doubt_s: int) -> EndStyle:
    if state == EndState.OPEN:
        return EndStyle.OPEN
    if state == EndState.UNKNOWN:
        return EndStyle.UNKNOWN
    return EndStyle.SOLID if 0 <= doubt_s <= DAY_S else EndStyle.FADE


def _set_items(
    given: EventPainterInput,
    date: HistoricalDate,
    row: Rect,
    target: Target,
    colour: str,
    emphasis: Emphasis,
) -> list[Item]:
    """One-of: hollow marks joined by a dotted line; all-of: repeated solid marks."""
    hollow = date.kind is DateKind.ONE_OF
    items: list[Item] = []
    centres: list[float] = []
    for number, part in enumerate(date.parts):
        if part.earliest_s is None or part.latest_s is None:
            continue
        ends = (given.scale.x_of(part.earliest_s), given.scale.x_of(part.latest_s))
        x, y, radius = sum(ends) / 2, row.centre.y, 5.0
        centres.append(x)
        rect = Rect(x - radius, y - radius, 2 * radius, 2 * radius)
        part_target = target._replace(part=f"part-{number}")
        items.append(
            Item(
                Kind.DOT,
                "event-dot",
                Layer.MARK,
                rect,
                part_target,
                "",
                colour,
                emphasis,
                DotShape(radius, hollow),
            )
        )
    if hollow and len(centres) > 1:
        line = Rect(min(centres), row.centre.y - 0.5, max(centres) - min(centres), 1.0)
        items.insert(0, Item(Kind.LINE, "link-judgement", Layer.BAR, line, target, "", colour, emphasis))
    return items


def _strip_items(given: EventPainterInput, lane: int, entries: npt.NDArray[np.int64]) -> list[Item]:
    """Thin marks for the events without a label, or density where they are many."""
    if len(entries) == 0:
        return []
    strip = strip_rect(given, lane)
    colour = given.showing.lanes[lane].colour
    if len(entries) > MAX_STRIP_MARKS:
        return _density_items(given, lane, entries, strip, colour)
    lefts = given.scale.xs_of(given.index.start_s[entries])
    rights = given.scale.xs_of(given.index.end_s[entries])
    lefts, rights = np.minimum(lefts, rights), np.maximum(lefts, rights)
    lefts = np.clip(lefts, given.area.x - OFFSCREEN_PX, given.area.right)
    rights = np.clip(rights, lefts + 3.0, given.area.right + OFFSCREEN_PX)
    items: list[Item] = []
    for entry, left, right in zip(entries.tolist(), lefts.tolist(), rights.tolist(), strict=True):
        ordinal = int(given.index.ordinal[entry])
        emphasis = given.emphases.of_event(ordinal)
        rect = Rect(left, strip.y + 1.0, right - left, strip.h - 2.0)
        target = Target(TargetKind.EVENT, ordinal, lane, "strip")
        items.append(Item(Kind.TICK, "strip-mark", Layer.STRIP, rect, target, "", colour, emphasis))
    return items


def _density_items(
    given: EventPainterInput, lane: int, entries: npt.NDArray[np.int64], strip: Rect, colour: str
) -> list[Item]:
    """Counts in cells of time; the height of a cell grows with the logarithm of its count."""
    cells = max(int(given.area.w / DENSITY_CELL_PX), 1)
    xs = given.scale.xs_of(given.index.start_s[entries]) - given.area.x
    counts = np.bincount(np.clip(xs / DENSITY_CELL_PX, 0, cells - 1).astype(np.int64), minlength=cells)
    full = np.log1p(counts.max())
    items: list[Item] = []
    for cell in np.flatnonzero(counts):
        part = float(np.log1p(counts[cell]) / full)
        height = max(strip.h * part, 2.0)
        rect = Rect(
            given.area.x + cell * DENSITY_CELL_PX, strip.bottom - height, DENSITY_CELL_PX - 1.0, height
        )
        target = Target(TargetKind.FOLDED, int(cell), lane, str(int(counts[cell])))
        items.append(Item(Kind.TICK, "density", Layer.STRIP, rect, target, "", colour))
    return items
