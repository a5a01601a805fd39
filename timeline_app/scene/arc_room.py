# SPDX-License-Identifier: MIT
"""The room that links find in one frame: rows with the words that stand in them, and where each event is met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from timeline_app.base.geometry import Rect
from timeline_app.chrono.instant import LIMIT_S
from timeline_app.scene.arcs import End, Row, Stretch, merged
from timeline_app.scene.bands import named_in_view
from timeline_app.scene.build_cards import is_named
from timeline_app.scene.build_events import slots_of
from timeline_app.scene.build_strip import LEAST_HEIGHT_PX
from timeline_app.scene.event_frame import EventFrame, row_rect, strip_rect
from timeline_app.scene.event_marks import BAR_SHARE, Slot
from timeline_app.scene.items import Item, Kind
from timeline_app.scene.placement import NO_ROW
from timeline_app.scene.traits import SetShape

REACH_PX: Final = 160.0
"""A link goes so far beyond its ends to go round words."""
MARK_AIR_PX: Final = 10.0
"""From the start of a label's room to the left: half a mark, and air."""
TRAIL_PX: Final = 8.0
"""So much of the air behind a label a link may use."""
DOT_GAP_PX: Final = 5.0
"""A link stops so far from a dot: outside the ring of what is connected."""
CARD_GAP_PX: Final = 2.0
CARD_AIR_PX: Final = 1.0
BAR_DEPTH_PX: Final = 4.0
"""A link ends so deep within a bar, and so far from its beginning."""
EDGE_PX: Final = 15.5
"""So far from the window's edge a bar is met that begins beyond it: where its card has its mark."""

Place = tuple[int, int]
"""A lane and its row; `NO_ROW` for its strip."""


class Met(NamedTuple):
    """Where an event is met: `end` is None out of the window, and `side` then tells on which side of it it is."""

    slot: Slot
    end: End | None
    side: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """The rows in the window from its top to its bottom.

    An empty row stands at the lower edge of the window, and one, numbered `top`, where the lanes that scroll begin.
    `cards` are the raised cards by their events, `dots` the marks on them.
    """

    frame: EventFrame
    rows: tuple[Row, ...]
    number_of: Mapping[Place, int]
    top: int
    cards: Mapping[int, Rect]
    dots: Mapping[int, Rect]

    def meet(self, ordinals: Sequence[int]) -> dict[int, Met]:
        """Return where events are met; those without a place in time are left out."""
        index = self.frame.index
        firsts = [entries[:1] for ordinal in ordinals if len(entries := index.entries_of(ordinal))]
        found = slots_of(self.frame, np.concatenate(firsts)) if firsts else []
        boxes = self.frame.placement.layout.boxes
        return {slot.ordinal: self._met(slot) for slot in found if boxes[slot.lane].is_shown}

    def _met(self, slot: Slot) -> Met:
        frame = self.frame
        if slot.right < frame.area.x or slot.left > frame.area.right:
            return Met(slot, None, "left" if slot.right < frame.area.x else "right")
        named = is_named(frame, slot) or slot.ordinal in self.cards
        row = int(frame.placement.row[slot.entry]) if is_named(frame, slot) else NO_ROW
        if row == NO_ROW and slot.ordinal in self.cards:
            row = self._row_of_card(slot)
        number = self.number_of.get((slot.lane, row))
        if number is None:
            rect = row_rect(frame, slot.lane, row) if named else strip_rect(frame, slot.lane)
            top_y = frame.area.y + frame.placement.layout.pinned_px
            return Met(slot, None, "above" if rect.centre.y < top_y else "below")
        return Met(slot, self._end(slot, row, number))

    def _row_of_card(self, slot: Slot) -> int:
        """Return the row in which the card of an event stands that has no row of its own: the last."""
        return max(self.frame.placement.layout.boxes[slot.lane].rows - 1, 0)

    def _end(self, slot: Slot, row: int, number: int) -> End:
        frame, unit = self.frame, self.frame.unit
        dot = self.dots.get(slot.ordinal)
        if dot is not None:
            gap_px = CARD_GAP_PX * unit
            return End(dot.centre.x, number, dot.y - gap_px, dot.bottom + gap_px)
        begins = slot.left if frame.traits.of(slot.ordinal).shape is SetShape.SPREAD else slot.anchor
        middle = (slot.left + slot.right) / 2
        x = middle if slot.is_dot else min(begins + BAR_DEPTH_PX * unit, max(middle, begins))
        x = min(max(x, min(frame.area.x + EDGE_PX * unit, slot.right)), max(frame.area.right, slot.left))
        if row == NO_ROW:
            bottom = strip_rect(frame, slot.lane).bottom
            return End(x, number, bottom - LEAST_HEIGHT_PX / 2, bottom)
        rect = row_rect(frame, slot.lane, row)
        middle_y = rect.centre.y
        if slot.is_dot:
            half_px = frame.traits.of(slot.ordinal).radius_px * unit + DOT_GAP_PX
        else:
            half_px = rect.h * BAR_SHARE / 2 - BAR_DEPTH_PX * unit
        return End(x, number, middle_y - half_px, middle_y + half_px)


def room_of(frame: EventFrame, cards: Sequence[Item]) -> Room:
    """Return the room of a frame in which these cards are raised."""
    layout = frame.placement.layout
    top_y = frame.area.y + layout.pinned_px
    inset_px = layout.row_px * (1.0 - BAR_SHARE) / 2
    taken, raised = _taken(frame), _in_rows(frame, cards)
    rows: list[Row] = []
    number_of: dict[Place, int] = {}
    top = -1
    for place, rect, is_pinned in _places(frame):
        if not is_pinned and top < 0:
            top = len(rows)
            rows.append(Row(top_y, top_y))
        if not (frame.area.y if is_pinned else top_y) < rect.centre.y < frame.area.bottom:
            continue
        over = raised.get(place, [])
        # A card fills all of its row, and lines keep clear of its edge.
        inset = -CARD_AIR_PX if over else 0.0 if place[1] == NO_ROW else inset_px
        number_of[place] = len(rows)
        # The card of an event in a collapsed lane stands across its strip.
        number_of.setdefault((place[0], 0), len(rows))
        rows.append(Row(rect.y + inset, rect.bottom - inset, merged([*taken.get(place, ()), *over])))
    if top < 0:
        top = len(rows)
        rows.append(Row(top_y, top_y))
    rows.append(Row(frame.area.bottom, frame.area.bottom))
    by_part = {
        part: {
            item.target.index: item.rect
            for item in cards
            if item.target is not None and item.target.part == part
        }
        for part in ("card", "card-mark")
    }
    return Room(frame, tuple(rows), number_of, top, by_part["card"], by_part["card-mark"])


def _places(frame: EventFrame) -> Iterator[tuple[Place, Rect, bool]]:
    """Yield the rows and strips of all lanes that are shown, from the top, with where they are and whether they stay."""
    layout = frame.placement.layout
    for lane in layout.order:
        box = layout.boxes[lane]
        top_y = frame.area.y + layout.y_of(lane, frame.scroll_px)
        if top_y > frame.area.bottom or top_y + box.height_px < frame.area.y:
            continue
        for row in range(box.rows):
            yield (lane, row), row_rect(frame, lane, row), box.is_pinned
        yield (lane, NO_ROW), strip_rect(frame, lane), box.is_pinned


def _taken(frame: EventFrame) -> dict[Place, list[Stretch]]:
    """Return the stretches of each row that are kept for labels: at the same place whatever the window.

    Words that keep to the visible part of a long bar take another stretch as well, where they are now.
    """
    index, placement, scale, unit = frame.index, frame.placement, frame.scale, frame.unit
    beyond_s = int(REACH_PX * unit * scale.seconds_per_px)
    view = scale.view
    first_s, last_s = max(view.start_s - beyond_s, -LIMIT_S), min(view.end_s + beyond_s, LIMIT_S)
    entries = named_in_view(index, placement, first_s, last_s, scale.seconds_per_px)
    anchors, ends = scale.xs_at(index.anchor_s[entries]), scale.xs_at(index.end_s[entries])
    words_px = placement.label_px[entries] - TRAIL_PX * unit
    travelled = np.maximum(anchors, np.minimum(frame.area.x, ends - words_px))
    found: dict[Place, list[Stretch]] = {}
    columns = (index.lane[entries], placement.row[entries], anchors, travelled, words_px)
    for lane, row, x, now_x, width in zip(*(column.tolist() for column in columns), strict=True):
        stretches = found.setdefault((lane, row), [])
        stretches.append((x - MARK_AIR_PX * unit, x + width))
        if now_x > x:
            stretches.append((now_x, now_x + width))
    return found


def _in_rows(frame: EventFrame, cards: Sequence[Item]) -> dict[Place, list[Stretch]]:
    """Return the stretches of rows that raised cards take."""
    found: dict[Place, list[Stretch]] = {}
    for item in cards:
        if item.kind is Kind.CARD and item.target is not None:
            lane = item.target.lane
            place = lane, round((item.rect.y - row_rect(frame, lane, 0).y) / frame.placement.layout.row_px)
            found.setdefault(place, []).append((item.rect.x, item.rect.right))
    return found
