# SPDX-License-Identifier: MIT
"""Bars, dots and labels: each event's items in its row, or its thin mark in the lane's strip.

Positions are computed for all events of a frame at once; the loop over the few that are shown only
makes items.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from timeline_app.base.geometry import Rect
from timeline_app.chrono.columns import APPROXIMATE, UNCERTAIN
from timeline_app.chrono.historical_date import DateKind
from timeline_app.model.showing import Showing
from timeline_app.scene.event_marks import (
    DOT_BELOW_PX,
    OFFSCREEN_PX,
    WIDE_BAR_PX,
    Ink,
    Slot,
    mark_item,
    set_items,
)
from timeline_app.scene.highlight import Emphases
from timeline_app.scene.index import EventIndex
from timeline_app.scene.index_basis import I64
from timeline_app.scene.items import (
    BarShape,
    Emphasis,
    EndStyle,
    Item,
    Kind,
    Layer,
    Target,
    TargetKind,
    TextStyle,
)
from timeline_app.scene.labels import ARROW_PX, INSIDE_PX, LEAD_PX, QUESTION_PX, LabelBook, LabelText
from timeline_app.scene.placement import Placement
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.traits import SetShape, TraitBook, Traits

MAX_STRIP_MARKS = 300
"""More unnamed events than this in a lane's view are shown as density."""
DENSITY_CELL_PX = 4.0
LEAST_STRIP_MARK_PX = 3.0
DOUBTFUL_SHARE = 0.45
"""How high the mark of a doubtful date stands in its strip."""
DOUBTFUL_CELL_PX = 1.0
FARTHEST_DOT_PX = 16.0
"""A label stands beside its dot as if that were no farther from the start: else it would leave its room."""
THIN_MARK_PX = 2.0
EDGE_AIR_PX = 3.0
"""Nearer than this to a bar's edge words touch it."""
DATE_STYLE = TextStyle("label-date")


@dataclass(frozen=True, slots=True, eq=False)
class EventFrame:
    """What the event items of one frame are made from."""

    index: EventIndex
    showing: Showing
    placement: Placement
    labels: LabelBook
    traits: TraitBook
    scale: TimeScale
    area: Rect
    scroll_px: float
    emphases: Emphases
    unit: float = 1.0
    """The text scale."""


def row_rect(frame: EventFrame, lane: int, row: int) -> Rect:
    """Return a row's rectangle in surface pixels over the whole width."""
    layout = frame.placement.layout
    top = frame.area.y + layout.row_y(lane, row, frame.scroll_px)
    return Rect(frame.area.x, top, frame.area.w, layout.row_px)


def strip_rect(frame: EventFrame, lane: int) -> Rect:
    """Return the strip at a lane's foot, where events without a label stand."""
    layout = frame.placement.layout
    box = layout.boxes[lane]
    top = frame.area.y + layout.y_of(lane, frame.scroll_px) + box.strip_top_px - box.top_px
    return Rect(frame.area.x, top, frame.area.w, box.bottom_px - box.strip_top_px - 2.0)


def event_items(frame: EventFrame) -> tuple[list[Item], int]:
    """Return all event items, and the number of events in view without a label."""
    items: list[Item] = []
    for slot in slots_of(frame, named_entries(frame)):
        items.extend(named_event_items(frame, slot))
    unnamed = [_unnamed_entries(frame, lane) for lane in range(frame.index.lane_count)]
    crowded = [lane for lane, entries in enumerate(unnamed) if len(entries) > MAX_STRIP_MARKS]
    for lane in crowded:
        items.extend(_density_items(frame, lane, unnamed[lane]))
    single = [entries for lane, entries in enumerate(unnamed) if lane not in crowded]
    if single:
        items.extend(_strip_items(frame, np.concatenate(single)))
    return items, sum(len(entries) for entries in unnamed)


def named_entries(frame: EventFrame) -> I64:
    """Return the entries that have a label and touch the view, in the order of their lanes."""
    index, view, zoom = frame.index, frame.scale.view, frame.scale.seconds_per_px
    placement = frame.placement
    candidates = placement.named_candidates(zoom)
    label_s = placement.label_px[candidates] * zoom
    starts_s = index.start_s[candidates] - view.start_s
    reach_s = np.maximum(
        index.end_s[candidates] - view.start_s, index.anchor_s[candidates] - view.start_s + label_s
    )
    shown = (placement.threshold[candidates] >= zoom) & (reach_s >= 0) & (starts_s <= view.span_s)
    found: I64 = candidates[shown]
    return found


def _unnamed_entries(frame: EventFrame, lane: int) -> I64:
    index, view, zoom = frame.index, frame.scale.view, frame.scale.seconds_per_px
    run = index.touching(lane, view.start_s, view.end_s)
    unnamed = (frame.placement.threshold[run] < zoom) & (index.end_s[run] >= view.start_s)
    entries: I64 = run.start + np.flatnonzero(unnamed)
    return entries


def slots_of(frame: EventFrame, entries: npt.NDArray[np.int64]) -> list[Slot]:
    """Return where the given entries fall in this frame."""
    index, dates, scale = frame.index, frame.showing.dates, frame.scale
    ordinals = index.ordinal[entries]
    starts, ends = scale.xs_at(index.start_s[entries]), scale.xs_at(index.end_s[entries])
    anchors = scale.xs_at(index.anchor_s[entries])
    core_s, core_end_s = dates.core_start_s[ordinals], dates.core_end_s[ordinals]
    # What has no core of its own is as full as can be within its strict bounds.
    has_core = core_s < core_end_s
    cores = scale.xs_of(np.where(has_core, core_s, dates.earliest_s[ordinals]))
    core_ends = scale.xs_of(np.where(has_core, core_end_s, dates.latest_s[ordinals]))
    places = (anchors, starts, ends, cores, core_ends)
    columns = (entries, ordinals, index.lane[entries], index.is_moment[entries], *places)
    rows = zip(*(column.tolist() for column in columns), strict=True)
    return [Slot._make((*values, frame.unit)) for values in rows]


def named_event_items(frame: EventFrame, slot: Slot) -> list[Item]:
    """Return mark and label of an event in its row."""
    row = row_rect(frame, slot.lane, int(frame.placement.row[slot.entry]))
    emphasis = frame.emphases.of_event(slot.ordinal)
    label = frame.labels.label(slot.ordinal)
    label_x = label_x_px(frame, slot, label)
    room_px = extra_room_px(frame.traits.of(slot.ordinal))
    if room_px:
        # An end that nobody knows, or that goes on, lies beyond the words: its sign is free to be read.
        slot = slot._replace(right=max(slot.right, label_x + label.width_px + room_px * slot.unit))
    mark = event_mark(frame, slot, row, emphasis)
    if _is_on_card(frame, slot):
        return mark
    if label_x - EDGE_AIR_PX * slot.unit < slot.right < label_x + label.width_px:
        mark = [_crossed(item) for item in mark]
    return mark + label_items(label, label_x, row, slot, emphasis)


def _crossed(mark: Item) -> Item:
    """Return a bar whose known end leaves the words free that pass over it."""
    shape = mark.detail
    if not isinstance(shape, BarShape) or shape.right is not EndStyle.SOLID:
        return mark
    return mark._replace(detail=shape._replace(right=EndStyle.CROSSED))


def _is_on_card(frame: EventFrame, slot: Slot) -> bool:
    """Tell whether the words of an event stand on its raised card."""
    if slot.ordinal not in frame.emphases.selected or not (
        frame.area.x <= slot.right and slot.left <= frame.area.right
    ):
        return False
    return slot.entry == int(frame.index.entries_of(slot.ordinal)[0])


def event_mark(frame: EventFrame, slot: Slot, row: Rect, emphasis: Emphasis) -> list[Item]:
    """Return an event's mark or marks in a row."""
    traits = frame.traits.of(slot.ordinal)
    ink = Ink(row, frame.showing.lanes[slot.lane].colour, emphasis)
    if traits.shape is not SetShape.NONE and not slot.is_dot:
        return set_items(slot, traits, frame.scale, ink, frame.area)
    return [mark_item(slot, traits, ink, frame.area)]


def extra_room_px(traits: Traits) -> float:
    """Return what an event's mark needs beyond its label: the sign of an unknown or open end."""
    if traits.end is EndStyle.UNKNOWN:
        return QUESTION_PX
    return ARROW_PX if traits.end is EndStyle.OPEN else 0.0


def label_x_px(frame: EventFrame, slot: Slot, label: LabelText) -> float:
    """Return where a label starts.

    Right of a dot; right of the last mark of a set; inside a wide bar; continuous in between. Within a
    long bar it keeps to the visible part: clamp(window edge, bar start, bar end − label width).
    """
    unit, width = slot.unit, slot.right - slot.left
    at_dot = (LEAD_PX - DOT_BELOW_PX / 2) * unit
    if slot.is_dot:
        return slot.left + min(width / 2, FARTHEST_DOT_PX * unit) + at_dot
    if frame.traits.of(slot.ordinal).shape is SetShape.SPREAD:
        # As far from the last mark as from any dot; as the marks come together, from the dot they become.
        return slot.right - max(DOT_BELOW_PX * 1.5 * unit - width, 0.0) + at_dot
    dot_until_px = (WIDE_BAR_PX if slot.is_moment else DOT_BELOW_PX) * unit
    beside_dot = slot.left + min(dot_until_px / 2, FARTHEST_DOT_PX * unit) + at_dot
    inside_px = INSIDE_PX * unit
    part = min((width - dot_until_px) / ((WIDE_BAR_PX - DOT_BELOW_PX) * unit), 1.0)
    plain_x = beside_dot + (slot.anchor + inside_px - beside_dot) * part
    last_x = slot.right - label.width_px - inside_px
    return max(plain_x, min(frame.area.x + inside_px, last_x))


def label_items(
    label: LabelText, x: float, row: Rect, slot: Slot, emphasis: Emphasis, layer: Layer = Layer.LABEL
) -> list[Item]:
    """Return the items of a label: title, and the date where it has one."""
    rect = Rect(x, row.y, label.title_px, row.h)
    target = Target(TargetKind.EVENT, slot.ordinal, slot.lane, "label")
    title = Item(Kind.LABEL, "event-label", layer, rect, target, label.title, "", emphasis, label.style)
    if not label.date:
        return [title]
    date_rect = Rect(rect.right + label.gap_px, row.y, label.date_px, row.h)
    date_target = Target(TargetKind.EVENT, slot.ordinal, slot.lane, "date")
    date = Item(Kind.LABEL, "event-date", layer, date_rect, date_target, label.date, "", emphasis, DATE_STYLE)
    return [title, date]


def _strip_items(frame: EventFrame, entries: npt.NDArray[np.int64]) -> list[Item]:
    """Return thin marks for the events without a label."""
    strips = [strip_rect(frame, lane) for lane in range(frame.index.lane_count)]
    colours = [lane.colour for lane in frame.showing.lanes]
    first, last = frame.area.x - OFFSCREEN_PX, frame.area.right + OFFSCREEN_PX
    items: list[Item] = []
    doubtful = is_doubtful(frame.showing, frame.index.ordinal[entries]).tolist()
    for slot, is_low in zip(slots_of(frame, entries), doubtful, strict=True):
        strip = strips[slot.lane]
        left = max(slot.left, first)
        width = max(min(slot.right, last) - left, LEAST_STRIP_MARK_PX * frame.unit)
        # What lasts is a thin line, so that a strip of long spans stays quieter than the rows above it.
        height = strip.h - 2.0 if width <= DOT_BELOW_PX * frame.unit else THIN_MARK_PX * frame.unit
        top = strip.y + (strip.h - height) / 2
        if is_low and height > THIN_MARK_PX * frame.unit:
            top, height = top + height * (1.0 - DOUBTFUL_SHARE), height * DOUBTFUL_SHARE
        rect = Rect(left, top, width, height)
        target = Target(TargetKind.EVENT, slot.ordinal, slot.lane, "strip")
        emphasis = frame.emphases.of_event(slot.ordinal)
        items.append(
            Item(Kind.TICK, "strip-mark", Layer.STRIP, rect, target, "", colours[slot.lane], emphasis)
        )
    return items


def _density_items(frame: EventFrame, lane: int, entries: npt.NDArray[np.int64]) -> list[Item]:
    """Return counts in cells; the height of a cell grows with the logarithm of its count.

    The share of doubtful dates is the upper part of a cell, and no more than a line.
    """
    strip, colour = strip_rect(frame, lane), frame.showing.lanes[lane].colour
    cell_count = max(int(frame.area.w / DENSITY_CELL_PX), 1)
    xs = frame.scale.xs_at(frame.index.start_s[entries]) - frame.area.x
    cells = np.clip(xs / DENSITY_CELL_PX, 0, cell_count - 1).astype(np.int64)
    counts = np.bincount(cells, minlength=cell_count)
    doubtful = is_doubtful(frame.showing, frame.index.ordinal[entries])
    doubts = np.bincount(cells[doubtful], minlength=cell_count)
    full = np.log1p(counts.max())
    items: list[Item] = []
    for cell in np.flatnonzero(counts).tolist():
        height = max(strip.h * float(np.log1p(counts[cell]) / full), 2.0)
        doubt_px = height * float(doubts[cell] / counts[cell])
        x = frame.area.x + cell * DENSITY_CELL_PX
        rects = (
            Rect(x, strip.bottom - height + doubt_px, DENSITY_CELL_PX - 1.0, height - doubt_px),
            Rect(x + 1.0, strip.bottom - height, DOUBTFUL_CELL_PX, doubt_px),
        )
        target = Target(TargetKind.FOLDED, cell, lane, str(int(counts[cell])))
        items.extend(
            Item(Kind.TICK, "density", Layer.STRIP, rect, target, "", colour)
            for rect in rects
            if rect.h > 0.0
        )
    return items


def is_doubtful(showing: Showing, ordinals: npt.NDArray[np.int32]) -> npt.NDArray[np.bool_]:
    """Tell which dates are uncertain, approximate, or one of several."""
    dates = showing.dates
    is_marked = (dates.flags[ordinals] & (UNCERTAIN | APPROXIMATE)) != 0
    doubtful: npt.NDArray[np.bool_] = is_marked | (dates.kind[ordinals] == DateKind.ONE_OF)
    return doubtful
