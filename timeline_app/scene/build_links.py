# SPDX-License-Identifier: MIT
"""The raised card of a selected event and the soft arcs to what it is connected with."""

from __future__ import annotations

from timeline_app.base.geometry import Point, Rect
from timeline_app.model.document import LinkEdge
from timeline_app.scene.build_events import (
    EventPainterInput,
    label_items,
    label_x_px,
    mark_items,
    row_rect,
    strip_rect,
)
from timeline_app.scene.items import ArcShape, Emphasis, Item, Kind, Layer, Target, TargetKind
from timeline_app.scene.labels import LEAD_PX
from timeline_app.scene.placement import NO_ROW

CARD_PAD_PX = 12.0
CARD_INSET_PX = 3.0
EDGE_AIR_PX = 6.0
SAME_ROW_PX = 24.0


def anchor_of(given: EventPainterInput, ordinal: int) -> Point | None:
    """Return where links meet an event: the start of its mark, in its row or in its lane's strip."""
    entries = given.index.entries_of(ordinal)
    if len(entries) == 0:
        return None
    entry = int(entries[0])
    area = _slot(given, entry)
    start_x = given.scale.x_of(int(given.index.start_s[entry]))
    end_x = given.scale.x_of(int(given.index.end_s[entry]))
    x = (start_x + end_x) / 2 if abs(end_x - start_x) < LEAD_PX else start_x + 4.0
    return Point(x, area.centre.y)


def is_named(given: EventPainterInput, entry: int) -> bool:
    """Tell whether the entry has a label at the present zoom."""
    return bool(given.placement.threshold[entry] >= given.scale.seconds_per_px)


def _slot(given: EventPainterInput, entry: int) -> Rect:
    lane = int(given.index.lane[entry])
    row = int(given.placement.row[entry])
    if row == NO_ROW or not is_named(given, entry):
        return strip_rect(given, lane)
    return row_rect(given, lane, row)


def card_items(given: EventPainterInput, ordinal: int, role: str = "event-card") -> list[Item]:
    """Return the raised card with mark, title and date of a selected event, over whatever lies there."""
    entries = given.index.entries_of(ordinal)
    if len(entries) == 0:
        return []
    entry = int(entries[0])
    lane = int(given.index.lane[entry])
    row = int(given.placement.row[entry])
    slot = row_rect(given, lane, row if row != NO_ROW else given.placement.layout.boxes[lane].rows - 1)
    label = given.labels.full(ordinal)
    label_x = label_x_px(given, entry, label)
    mark = mark_items(given, lane, entry, slot, Emphasis.SELECTED)
    width = LEAD_PX + label.width_px + CARD_PAD_PX
    left = _card_left(given, entry, label_x - LEAD_PX, width)
    if left is None:
        return []
    card = Rect(left, slot.y + CARD_INSET_PX, width, slot.h - 2 * CARD_INSET_PX)
    target = Target(TargetKind.EVENT, ordinal, lane)
    colour = given.showing.lanes[lane].colour
    raised = [
        Item(Kind.CARD, role, Layer.CARD, card, target._replace(part="card"), "", colour, Emphasis.SELECTED)
    ]
    dot = _card_dot(mark, card)
    if dot is not None:
        raised.append(dot)
    raised.extend(label_items(label, left + LEAD_PX, slot, target, Emphasis.SELECTED, Layer.RAISED))
    return raised


def _card_left(given: EventPainterInput, entry: int, wanted: float, width: float) -> float | None:
    """Keep the card of an event that is in view inside the window; None when it is out of view."""
    view, index = given.scale.view, given.index
    if int(index.end_s[entry]) < view.start_s or int(index.start_s[entry]) > view.end_s:
        return None
    first, last = given.area.x + EDGE_AIR_PX, given.area.right - width - EDGE_AIR_PX
    return max(min(wanted, last), first)


def _card_dot(mark: list[Item], card: Rect) -> Item | None:
    """Return the event's dot within the card, or a small dot that stands for its bar."""
    if not mark:
        return None
    radius = 5.0
    rect = Rect(card.x + LEAD_PX / 2 - radius + 1.0, card.centre.y - radius, 2 * radius, 2 * radius)
    first = mark[0]
    return Item(
        Kind.DOT, "event-dot", Layer.RAISED, rect, first.target, "", first.colour, Emphasis.SELECTED,
        first.detail if first.kind is Kind.DOT else None,
    )  # fmt: skip


def link_items(given: EventPainterInput, selected: tuple[int, ...]) -> list[Item]:
    """Return the arcs from and to the selected events."""
    items: list[Item] = []
    told: set[LinkEdge] = set()
    for ordinal in selected:
        for edge in given.showing.links_of.get(ordinal, ()):
            if edge in told:
                continue
            told.add(edge)
            arc = _arc(given, edge)
            if arc is not None:
                items.append(arc)
    return items


def _arc(given: EventPainterInput, edge: LinkEdge) -> Item | None:
    start, end = anchor_of(given, edge.source), anchor_of(given, edge.target)
    if start is None or end is None:
        return None
    reach = given.area.grown(given.area.w)
    if not (reach.x < start.x < reach.right or reach.x < end.x < reach.right):
        return None
    shape = arc_between(start, end, dashed=edge.record.judgement)
    left, top = min(start.x, end.x), min(start.y, end.y)
    rect = Rect(left, top, abs(end.x - start.x), abs(end.y - start.y))
    role = "link-judgement" if edge.record.judgement else "link"
    target = Target(TargetKind.EVENT, edge.target, -1, f"link-from-{edge.source}")
    return Item(Kind.ARC, role, Layer.ARC, rect, target, "", "", Emphasis.CONNECTED, shape)


def arc_between(start: Point, end: Point, *, dashed: bool) -> ArcShape:
    """Return a curve that leaves and arrives upright, so that it crosses few labels.

    Within a row it bows above it; between lanes it is an S.
    """
    rise = end.y - start.y
    if abs(rise) < SAME_ROW_PX:
        bow = -min(36.0, abs(end.x - start.x) * 0.2 + 12.0)
        return ArcShape(start.x, start.y, start.x, start.y + bow, end.x, end.y + bow, end.x, end.y, dashed)
    bend = rise * 0.5
    return ArcShape(start.x, start.y, start.x, start.y + bend, end.x, end.y - bend, end.x, end.y, dashed)
