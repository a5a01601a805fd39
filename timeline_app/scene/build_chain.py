# SPDX-License-Identifier: MIT
"""Numbers the steps of a chain: beside their marks, over whatever lies there, and on the overview."""

from __future__ import annotations

from typing import Final

from timeline_app.base.geometry import Rect
from timeline_app.scene.arc_room import Room
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


def step_items(room: Room, chain: ChainMarks, here: int, words: PointerWords) -> list[Item]:
    """Return the numbers of the steps that are in the window; `here` is the event in hand."""
    frame, unit = room.frame, room.frame.unit
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
        role = "chain-step-here" if ordinal == here else "chain-step"
        target = Target(TargetKind.EVENT, ordinal, found.slot.lane, "step")
        rect = Rect(x, middle_y - height / 2, width, height)
        items.append(Item(Kind.BADGE, role, Layer.OVERLAY, rect, target, text, "", Emphasis.CONNECTED))
    return items


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
