# SPDX-License-Identifier: MIT
"""Numbers the steps of a chain: beside their marks, over whatever lies there, and on the overview."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from timeline_app.base.geometry import Rect
from timeline_app.scene.arc_room import MARK_AIR_PX, Room
from timeline_app.scene.arcs import MOST_AIR_PX, gap_above
from timeline_app.scene.chain_marks import ChainMarks
from timeline_app.scene.index import EventIndex
from timeline_app.scene.items import Emphasis, Item, Kind, Layer, Target, TargetKind
from timeline_app.scene.link_pointers import PointerWords
from timeline_app.scene.time_scale import TimeScale

PAD_PX: Final = 5.0
AIR_PX: Final = 3.0
BESIDE_DOT_PX: Final = 7.0
"""From the middle of a mark to its number."""
BESIDE_CARD_PX: Final = 5.0
"""Beyond the ring around a card that has the keyboard."""
FLAG_W_PX: Final = 3.0
FLAG_H_PX: Final = 9.0
MOST_NUMBERED: Final = 200


def step_items(
    room: Room, chain: ChainMarks, here: int, words: PointerWords, pointers: Iterable[Item] = ()
) -> list[Item]:
    """Return the numbers of the steps that are in the window, on none of the `pointers`; `here` is the event in hand."""
    frame, unit = room.frame, room.frame.unit
    taken = [item.rect for item in pointers if item.role == "link-pointer"]
    steps = chain.steps[:MOST_NUMBERED]
    height = words.measurer.line_px("badge") + AIR_PX * unit
    met = room.meet(steps)
    items: list[Item] = []
    for number, ordinal in enumerate(steps, 1):
        found = met.get(ordinal)
        if found is None or found.end is None:
            continue
        text = str(number)
        width = max(words.measurer.width_px(text, "badge", "") + 2 * PAD_PX * unit, height)
        card = room.cards.get(ordinal)
        right = card.x - BESIDE_CARD_PX if card is not None else found.end.x - BESIDE_DOT_PX * unit
        x = max(right - 1.0 - width, frame.area.x + 1.0)
        middle_y = (found.end.from_above + found.end.from_below) / 2
        wished = Rect(x, middle_y - height / 2, width, height)
        own_x = min(found.end.x, found.slot.anchor) - MARK_AIR_PX * unit if card is None else card.x
        rect = _free(wished, own_x, room, found.end.row, taken)
        taken.append(rect)
        role = "chain-step-here" if ordinal == here else "chain-step"
        target = Target(TargetKind.EVENT, ordinal, found.slot.lane, "step")
        items.append(Item(Kind.BADGE, role, Layer.OVERLAY, rect, target, text, "", Emphasis.CONNECTED))
    return items


def _free(wished: Rect, own_x: float, room: Room, number: int, taken: Sequence[Rect]) -> Rect:
    """Return where a number stands: left of its mark, or above or below the row where words stand there.

    `own_x` is where the room of the event's own words begins, or its card.
    """
    area, row = room.frame.area, room.rows[number]
    lowest_y = area.bottom - wished.h - 1.0
    wished = wished._replace(y=min(wished.y, lowest_y))
    levels = (gap_above(room.rows, number), row.bottom + MOST_AIR_PX)
    aside = [wished._replace(y=min(level - wished.h / 2, lowest_y)) for level in levels]
    aside += [wished._replace(x=other.x - wished.w - 1.0) for other in taken if other.intersects(wished)]
    has_words = any(
        left < own_x - 1.0 and left < wished.right and wished.x < right for left, right in row.taken
    )
    places = [*aside, wished] if has_words else [wished, *aside]
    return next((rect for rect in places if not any(rect.intersects(other) for other in taken)), wished)


def overview_steps(index: EventIndex, scale: TimeScale, chain: ChainMarks | None, unit: float) -> list[Item]:
    """Return a flag at the overview's upper edge for each step."""
    if chain is None:
        return []
    entries = [found[0] for step in chain.steps if len(found := index.entries_of(step))]
    width, height = FLAG_W_PX * unit, FLAG_H_PX
    return [
        Item(Kind.TICK, "chain-flag", Layer.AXIS, Rect(x - width / 2, 0.0, width, height))
        for x in sorted({round(scale.x_at(int(index.start_s[entry]))) for entry in entries})
    ]
