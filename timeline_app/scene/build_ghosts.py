# SPDX-License-Identifier: MIT
"""The ghosts of the event in hand: below its row, joined to its mark by a fine line."""

from __future__ import annotations

from typing import Final

from timeline_app.base.geometry import Rect
from timeline_app.base.messages import Translator
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.scene.build_cards import anchor_of, slot_of_event
from timeline_app.scene.event_frame import EventFrame, row_rect, strip_rect
from timeline_app.scene.ghosts import ghost_in_words
from timeline_app.scene.items import DotShape, Item, Kind, Layer, Target, TargetKind
from timeline_app.scene.placement import NO_ROW

RADIUS_PX: Final = 4.0
BELOW_PX: Final = 3.0
"""How far below the event's row, or its strip, the middle of a ghost stands."""
LINE_PX: Final = 1.0


def ghost_items(frame: EventFrame, ordinal: int, translator: Translator) -> list[Item]:
    """Return the ghosts of an event that are in the window, and the line that joins them to it."""
    ghosts, anchor = frame.standings.ghosts(ordinal), anchor_of(frame, ordinal)
    slot = slot_of_event(frame, ordinal)
    if not ghosts or anchor is None or slot is None:
        return []
    unit, colour = frame.unit, frame.showing.lanes[slot.lane].colour
    row = int(frame.placement.row[slot.entry])
    ground = row_rect(frame, slot.lane, row) if row != NO_ROW else strip_rect(frame, slot.lane)
    y, xs = ground.bottom + BELOW_PX * unit, [anchor.x]
    items: list[Item] = []
    for number, ghost in enumerate(ghosts):
        left, right = (frame.scale.x_of(at_s) for at_s in _bounds_s(ghost.date))
        x, half_px = (left + right) / 2, abs(right - left) / 2
        xs.append(x)
        if not frame.area.x - half_px <= x <= frame.area.right + half_px:
            continue
        radius = RADIUS_PX * unit
        halo_px = half_px if half_px > radius else 0.0
        shape = DotShape(radius, hollow=True, halo_left_px=halo_px, halo_right_px=halo_px)
        rect = Rect(x - radius, y - radius, 2 * radius, 2 * radius)
        target = Target(TargetKind.GHOST, ordinal, slot.lane, str(number))
        words = ghost_in_words(ghost, translator)
        items.append(Item(Kind.DOT, "ghost", Layer.RAISED, rect, target, words, colour, detail=shape))
    return [*_lines(frame, slot.lane, ordinal, (anchor.x, anchor.y), (xs, y)), *items]


def _lines(
    frame: EventFrame, lane: int, ordinal: int, at: tuple[float, float], along: tuple[list[float], float]
) -> list[Item]:
    """Return the line down from the mark and the one along which the ghosts stand."""
    xs, y = along
    width, target = LINE_PX * frame.unit, Target(TargetKind.GHOST, ordinal, lane, "line")
    left, right = max(min(xs), frame.area.x), min(max(xs), frame.area.right)
    down = Rect(at[0] - width / 2, min(at[1], y), width, abs(y - at[1]))
    across = Rect(left, y - width / 2, max(right - left, 0.0), width)
    return [
        Item(Kind.LINE, "ghost-line", layer, rect, target)
        for layer, rect in ((Layer.MARK, down), (Layer.RAISED, across))
    ]


def _bounds_s(date: HistoricalDate) -> tuple[int, int]:
    """Return the strict bounds of a date that has both."""
    return date.earliest_s or 0, date.latest_s or 0
