# SPDX-License-Identifier: MIT
"""Where seals and signs stand: before an event's words, above and below the height that words take.

So they cover no words, whatever these are, and need no room of their own: nothing moves when they come or go.
"""

from __future__ import annotations

from typing import Final

from timeline_app.base.geometry import Rect
from timeline_app.scene.event_frame import EventFrame
from timeline_app.scene.items import Cover, Emphasis, Item, Kind, Layer, SignShape, Target, TargetKind

SEAL_PX: Final = 12.0
TIGHT_SEAL_PX: Final = 10.0
ROOMY_ROW_PX: Final = 30.0
"""In lower rows seals are smaller, to leave the bar in the row above alone."""
HALF_WORDS_PX: Final = 6.0
"""Words reach so far above and below the middle of their row."""
BEFORE_WORDS_PX: Final = 2.0
EDGE_PX: Final = 1.0
SIGN_PX: Final = 9.0
SIGN_GAP_PX: Final = 2.0


def beside_mark(
    frame: EventFrame,
    ordinal: int,
    lane: int,
    row: Rect,
    words_x: float,
    emphasis: Emphasis,
    layer: Layer = Layer.LABEL,
) -> list[Item]:
    """Return an event's seal, if seals are shown, and its signs; `words_x` is where its words begin."""
    items: list[Item] = []
    unit, colour = frame.unit, frame.showing.lanes[lane].colour
    right, middle_y = words_x - BEFORE_WORDS_PX * unit, row.y + row.h / 2
    # At the window's edge with words that keep to it, out of the window with words that leave it.
    least_x = frame.area.x + EDGE_PX if words_x >= frame.area.x else words_x
    standing = frame.standings.standing(ordinal)
    # Of what nobody knows whether it was public nothing is told.
    if frame.overlays.evidence and standing.cover is not Cover.HATCHED:
        seal = frame.standings.seal(ordinal)
        size = (SEAL_PX if row.h >= ROOMY_ROW_PX * unit else TIGHT_SEAL_PX) * unit
        rect = Rect(max(right - size, least_x), middle_y - HALF_WORDS_PX * unit - size, size, size)
        target = Target(TargetKind.EVENT, ordinal, lane, "seal")
        items.append(Item(Kind.SEAL, "seal", layer, rect, target, seal.words, colour, emphasis, seal.shape))
    size = SIGN_PX * unit
    for number, (sign, words) in enumerate(standing.signs):
        x = max(right - size, least_x) - number * (size + SIGN_GAP_PX * unit)
        rect = Rect(x, middle_y + HALF_WORDS_PX * unit, size, size)
        target = Target(TargetKind.EVENT, ordinal, lane, f"sign-{number}")
        items.append(Item(Kind.SIGN, "sign", layer, rect, target, words, colour, emphasis, SignShape(sign)))
    return items
