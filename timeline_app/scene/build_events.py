# SPDX-License-Identifier: MIT
"""Bars, dots and labels: the items of each named event in its row.

Positions are computed for all events of a frame at once; the loop over the few that are shown only
makes items.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from timeline_app.base.geometry import Rect
from timeline_app.scene.badges import bins_in_view
from timeline_app.scene.build_strip import cells_in_view, strip_items
from timeline_app.scene.event_frame import EventFrame, lanes_in_sight, row_rect
from timeline_app.scene.event_marks import (
    DOT_BELOW_PX,
    WIDE_BAR_PX,
    Ink,
    Slot,
    mark_item,
    set_items,
)
from timeline_app.scene.folding import Folding, InView
from timeline_app.scene.index_basis import I64
from timeline_app.scene.items import (
    BarShape,
    Cover,
    Emphasis,
    EndStyle,
    Item,
    Kind,
    Layer,
    Target,
    TargetKind,
    TextStyle,
    made,
)
from timeline_app.scene.labels import ARROW_PX, INSIDE_PX, LEAD_PX, QUESTION_PX, LabelText
from timeline_app.scene.seals import beside_mark
from timeline_app.scene.standings import covered
from timeline_app.scene.traits import SetShape, Traits

FARTHEST_DOT_PX = 16.0
"""A label stands beside its dot as if that were no farther from the start: else it would leave its room."""
EDGE_AIR_PX = 3.0
"""Nearer than this to a bar's edge words touch it."""
DATE_STYLE = TextStyle("label-date")


class EventItems(NamedTuple):
    """The items of events in a view, and how many of them there are."""

    items: list[Item]
    named_count: int
    in_view: InView
    folding: Folding


def event_items(frame: EventFrame) -> EventItems:
    """Return all event items, and the numbers of events in view."""
    view = frame.scale.view
    zoom = frame.scale.seconds_per_px
    # Whole bins and whole cells at the window's edges.
    bins, cells = bins_in_view(view.start_s, view.end_s, zoom), cells_in_view(frame)
    stretch = min(bins[0], cells[0]), max(bins[1], cells[1])
    folding = Folding.of(frame.index, frame.placement, *stretch, zoom)
    named = named_entries(frame, folding)
    shown = named[lanes_in_sight(frame)[frame.index.lane[named]]]
    rows = _rows_of(frame, shown)
    items = [
        item
        for slot, row in zip(slots_of(frame, shown), rows, strict=True)
        for item in named_event_items(frame, slot, row)
    ]
    items.extend(strip_items(frame, folding))
    return EventItems(items, len(named), folding.in_view(view.start_s, view.end_s), folding)


def named_entries(frame: EventFrame, folding: Folding) -> I64:
    """Return the entries that have a label and touch the view, in the order of their lanes."""
    index, view, named = frame.index, frame.scale.view, folding.named
    words_s = frame.placement.label_px[named] * frame.scale.seconds_per_px
    # Counted from the view: doubles do not tell single seconds far from their origin.
    reach_s = np.maximum(index.end_s[named] - view.start_s, index.anchor_s[named] - view.start_s + words_s)
    shown: I64 = named[(reach_s >= 0) & (index.start_s[named] - view.start_s <= view.span_s)]
    return shown


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
    unit = frame.unit
    return [made(Slot, (*values, unit)) for values in rows]


def _rows_of(frame: EventFrame, named: I64) -> list[Rect]:
    """Return the row of each entry; many share one."""
    known: dict[tuple[int, int], Rect] = {}
    found = []
    for place in zip(frame.index.lane[named].tolist(), frame.placement.row[named].tolist(), strict=True):
        rect = known.get(place)
        if rect is None:
            rect = known[place] = row_rect(frame, *place)
        found.append(rect)
    return found


def named_event_items(frame: EventFrame, slot: Slot, row: Rect) -> list[Item]:
    """Return mark and label of an event in its row."""
    ordinal, unit = slot.ordinal, slot.unit
    emphasis = frame.emphases.of_event(ordinal)
    label, traits = frame.labels.label(ordinal), frame.traits.of(ordinal)
    label_x, width_px = label_x_px(frame, slot, label), label.width_px
    room_px = 0.0 if traits.end is EndStyle.SOLID else extra_room_px(traits)
    if room_px:
        # An end that nobody knows, or that goes on, lies beyond the words: its sign is free to be read.
        slot = slot._replace(right=max(slot.right, label_x + width_px + room_px * unit))
    mark = event_mark(frame, slot, row, emphasis, traits)
    if frame.emphases.selected and _is_on_card(frame, slot):
        return mark
    if label_x - EDGE_AIR_PX * unit < slot.right < label_x + width_px:
        mark = [_crossed(item) for item in mark]
    opacity = 1.0
    if frame.arrival is not None:
        opacity = frame.arrival.opacity_of(int(frame.placement.born[slot.entry]))
        if opacity == 0.0:
            return mark
    items = mark + label_items(label, label_x, row, slot, emphasis, opacity=opacity)
    if not (frame.overlays.evidence or frame.standings.standing(ordinal).signs):
        # As nearly always: nothing stands beside any mark.
        return items
    if ordinal == frame.emphases.hovered and _is_first(frame, slot):
        # The card that is raised from here has its own.
        return items
    return items + beside_mark(frame, ordinal, slot.lane, row, label_x, emphasis)


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
    return _is_first(frame, slot)


def _is_first(frame: EventFrame, slot: Slot) -> bool:
    """Tell whether an event has its card here: in the first of its lanes."""
    return slot.entry == int(frame.index.entries_of(slot.ordinal)[0])


def event_mark(frame: EventFrame, slot: Slot, row: Rect, emphasis: Emphasis, traits: Traits) -> list[Item]:
    """Return an event's mark or marks in a row."""
    ink = made(Ink, (row, frame.showing.lanes[slot.lane].colour, emphasis))
    standing = frame.standings.standing(slot.ordinal)
    if traits.shape is not SetShape.NONE and not slot.is_dot:
        items = set_items(slot, traits, frame.scale, ink, frame.area)
    else:
        items = [mark_item(slot, traits, ink, frame.area)]
    if standing.cover is Cover.PLAIN:
        return items
    return [covered(item, standing) for item in items]


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
    unit, left = slot.unit, slot.left
    width = slot.right - left
    at_dot = (LEAD_PX - DOT_BELOW_PX / 2) * unit
    if slot.is_dot:
        return left + min(width / 2, FARTHEST_DOT_PX * unit) + at_dot
    if frame.traits.of(slot.ordinal).shape is SetShape.SPREAD:
        # As far from the last mark as from any dot; as the marks come together, from the dot they become.
        return slot.right - max(DOT_BELOW_PX * 1.5 * unit - width, 0.0) + at_dot
    dot_until_px = (WIDE_BAR_PX if slot.is_moment else DOT_BELOW_PX) * unit
    beside_dot = left + min(dot_until_px / 2, FARTHEST_DOT_PX * unit) + at_dot
    inside_px = INSIDE_PX * unit
    part = min((width - dot_until_px) / ((WIDE_BAR_PX - DOT_BELOW_PX) * unit), 1.0)
    plain_x = beside_dot + (slot.anchor + inside_px - beside_dot) * part
    last_x = slot.right - label.width_px - inside_px
    return max(plain_x, min(frame.area.x + inside_px, last_x))


def label_items(
    label: LabelText,
    x: float,
    row: Rect,
    slot: Slot,
    emphasis: Emphasis,
    layer: Layer = Layer.LABEL,
    opacity: float = 1.0,
) -> list[Item]:
    """Return the items of a label: title, and the date where it has one."""
    style, date_style = label.style, DATE_STYLE
    if opacity < 1.0:
        style, date_style = style._replace(opacity=opacity), date_style._replace(opacity=opacity)
    words, title_px, _, date, date_px, gap_px = label
    ordinal, lane, y, h = slot.ordinal, slot.lane, row.y, row.h
    rect = made(Rect, (x, y, title_px, h))
    target = made(Target, (TargetKind.EVENT, ordinal, lane, "label"))
    title = made(Item, (Kind.LABEL, "event-label", layer, rect, target, words, "", emphasis, style))
    if not date:
        return [title]
    rect = made(Rect, (x + title_px + gap_px, y, date_px, h))
    target = made(Target, (TargetKind.EVENT, ordinal, lane, "date"))
    return [
        title,
        made(Item, (Kind.LABEL, "event-date", layer, rect, target, date, "", emphasis, date_style)),
    ]
