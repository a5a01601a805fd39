# SPDX-License-Identifier: MIT
"""Draws links: lines between the rows, and at the window's edge pointers to what is linked but out of view.

A line keeps its way while the window is panned, but where it would leave the window, or where the words of a long bar,
which keep to its visible part, come to lie on it, and another way is free.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from timeline_app.base.geometry import Point, Rect
from timeline_app.model.document import LinkEdge
from timeline_app.scene.arc_room import REACH_PX, Met, Room
from timeline_app.scene.arcs import End, gap_above, way_between
from timeline_app.scene.event_frame import EventFrame
from timeline_app.scene.items import (
    ArcShape,
    Emphasis,
    Item,
    Kind,
    Layer,
    LinkHead,
    Target,
    TargetKind,
)
from timeline_app.scene.link_pointers import Away, PointerWords, pointer_item
from timeline_app.scene.link_styles import LinkStyle, style_of

MOST_LINKS: Final = 40
"""So many lines a picture bears, and the time of a frame."""
PORT_PX: Final = 7.0
"""Links of several kinds meet an event beside each other, so far apart."""
LEVEL_SHARE: Final = 0.35
"""Where they go along the same gap, they are this part of it apart."""


class _Sort(NamedTuple):
    """What may share a line: links of one kind, told alike, in one direction."""

    style: LinkStyle
    is_judgement: bool
    is_outward: bool


class _Port(NamedTuple):
    """One of the places at which links meet an event: on its upper side or its lower."""

    ordinal: int
    is_above: bool
    sort: _Sort


def edges_of(frame: EventFrame, selected: Iterable[int]) -> list[LinkEdge]:
    """Return the links of the selected events, those of the event in hand first."""
    found: dict[LinkEdge, None] = {}
    for ordinal in reversed(tuple(selected)):
        found.update(dict.fromkeys(frame.showing.links_of.get(ordinal, ())))
        if len(found) >= MOST_LINKS:
            break
    return list(found)[:MOST_LINKS]


def link_items(room: Room, edges: Sequence[LinkEdge], words: PointerWords) -> list[Item]:
    """Return the lines of links, and pointers to those of their events that are out of the window."""
    met = room.meet(tuple(dict.fromkeys(end for edge in edges for end in (edge.source, edge.target))))
    placed = [edge for edge in edges if edge.source in met and edge.target in met]
    ports = _ports(placed, met)
    items: list[Item] = []
    away: dict[tuple[int, str], Away] = {}
    for edge in placed:
        source, target = met[edge.source], met[edge.target]
        if source.end is not None and target.end is not None:
            items.extend(_line(room, edge, (source, target), ports))
        elif source.end is not None or target.end is not None:
            here, there = (source, target) if source.end is not None else (target, source)
            away.setdefault((here.slot.ordinal, there.side), Away(here, there.side)).add(edge, there)
    pills: list[Rect] = []
    for group in sorted(away.values(), key=lambda group: group.here.slot.anchor):
        items.extend(_pointer(room, group, ports, words, pills))
    return items


def _ports(edges: Sequence[LinkEdge], met: dict[int, Met]) -> dict[_Port, float]:
    """Return how far from the middle of its event each port lies."""
    found: dict[tuple[int, bool], dict[_Port, None]] = defaultdict(dict)
    for edge in edges:
        for ordinal, other in ((edge.source, edge.target), (edge.target, edge.source)):
            if met[ordinal].end is not None:
                port = _port(edge, ordinal, met[ordinal], met[other])
                found[ordinal, port.is_above][port] = None
    return {
        port: (number - (len(ports) - 1) / 2) * PORT_PX
        for ports in found.values()
        for number, port in enumerate(ports)
    }


def _port(edge: LinkEdge, ordinal: int, here: Met, there: Met) -> _Port:
    sort = _Sort(style_of(edge.record), edge.record.judgement, ordinal == edge.source)
    if here.end is None or there.end is None:
        return _Port(ordinal, there.side != "below", sort)
    return _Port(ordinal, there.end.row <= here.end.row, sort)


def _line(room: Room, edge: LinkEdge, ends: tuple[Met, Met], ports: dict[_Port, float]) -> list[Item]:
    unit = room.frame.unit
    shifts = [ports[_port(edge, here.slot.ordinal, here, there)] * unit for here, there in (ends, ends[::-1])]
    start, end = (
        met.end._replace(x=met.end.x + shift)
        for met, shift in zip(ends, shifts, strict=True)
        if met.end is not None
    )
    is_inward = ends[0].slot.ordinal in room.cards and ends[1].slot.ordinal not in room.cards
    way = way_between(
        room.rows,
        start,
        end,
        REACH_PX * unit,
        turns_early=not is_inward,
        shift_px=sum(shifts) * LEVEL_SHARE,
        air_px=max(map(abs, shifts)) if min(shifts) < 0.0 else 0.0,
        window=(room.frame.area.x, room.frame.area.right),
    )
    return _items(room, edge, way.corners, (edge.source, edge.target))


def _items(
    room: Room, edge: LinkEdge, corners: tuple[Point, ...], ends: tuple[int | None, int | None]
) -> list[Item]:
    """Return a line below the cards, and over each card at which it ends its last piece."""
    style = style_of(edge.record)
    shape = ArcShape(corners, style.line, style.start, style.end, edge.record.judgement)
    role = "link-judgement" if edge.record.judgement else "link"
    items: list[Item] = []
    for at, ordinal in enumerate(ends):
        card = room.cards.get(ordinal) if ordinal is not None else None
        if card is None:
            continue
        tip = _tip(shape.corners if at else shape.corners[::-1], card)
        corners = (*corners[:-1], tip[0]) if at else (tip[0], *corners[1:])
        head = style.end if at else style.start
        target = Target(TargetKind.EVENT, edge.target, -1, f"tip-{'to' if at else 'from'}-{edge.source}")
        over = shape._replace(corners=tip, start=LinkHead.NONE, end=head)
        items.append(
            Item(Kind.ARC, role, Layer.RAISED, _bounds(tip), target, "", "", Emphasis.CONNECTED, over)
        )
        shape = shape._replace(end=LinkHead.NONE) if at else shape._replace(start=LinkHead.NONE)
        shape = shape._replace(corners=corners)
    target = Target(TargetKind.EVENT, edge.target, -1, f"link-from-{edge.source}")
    line = Item(Kind.ARC, role, Layer.ARC, _bounds(corners), target, "", "", Emphasis.CONNECTED, shape)
    return [line, *items]


def _tip(corners: tuple[Point, ...], card: Rect) -> tuple[Point, Point]:
    """Return the last piece of a line, from the edge of the card on which it ends."""
    x, y = corners[-1]
    return Point(x, card.y if corners[-2].y <= y else card.bottom), Point(x, y)


def _bounds(corners: Sequence[Point]) -> Rect:
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    return Rect(left, top, max(x for x, _ in corners) - left, max(y for _, y in corners) - top)


def _pointer(
    room: Room, group: Away, ports: dict[_Port, float], words: PointerWords, pills: list[Rect]
) -> list[Item]:
    """Return the lines to the window's edge, one of each sort, and the pointer at their end, beside the `pills`."""
    end = group.here.end
    if end is None:
        return []
    ordinal, side, unit = group.here.slot.ordinal, group.side, room.frame.unit
    lines: dict[_Port, tuple[LinkEdge, float]] = {}
    for edge, there in group.links:
        port = _port(edge, ordinal, group.here, there)
        lines.setdefault(port, (edge, ports[port] * unit))
    pill = pointer_item(room, group, end, words, pills)
    pills.append(pill.rect)
    items: list[Item] = []
    for edge, shift in lines.values():
        begin = end._replace(x=end.x + shift)
        corners = _to_edge(room, begin, side, pill.rect, shift * LEVEL_SHARE)
        is_out = edge.source == ordinal
        ends = (ordinal, None) if is_out else (None, ordinal)
        items.extend(_items(room, edge, corners if is_out else corners[::-1], ends))
    return [*items, pill]


def _to_edge(room: Room, begin: End, side: str, pill: Rect, shift_px: float) -> tuple[Point, ...]:
    """Return the corners of a line from an event to the pointer at the window's edge."""
    if side in ("left", "right"):
        level = gap_above(room.rows, begin.row) + shift_px
        x = pill.right if side == "left" else pill.x
        return Point(begin.x, begin.from_above), Point(begin.x, level), Point(x, level)
    row = room.top if side == "above" else len(room.rows) - 1
    edge = End(pill.centre.x, row, pill.y, pill.bottom)
    return way_between(room.rows, begin, edge, REACH_PX * room.frame.unit, shift_px=shift_px).corners
