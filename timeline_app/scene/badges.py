# SPDX-License-Identifier: MIT
"""Badges: how many events are folded in a stretch of a lane, where their marks alone could not be told apart.

A lane's time is cut into bins of a power of two of axis seconds, 200 to 400 pixels wide at any zoom, aligned
to time and never to the window. A badge counts its whole bin, also where only a part of it is in view, so
that no count changes while panning; like a long bar's words it keeps to the part of its bin that is seen. Where
the same events go on from bin to bin, one badge stands for all these bins.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from timeline_app.base.geometry import Rect
from timeline_app.base.messages import Translator
from timeline_app.scene.event_frame import EventFrame, strip_rect
from timeline_app.scene.folding import LEAST_CELL_PX, Folding, bin_edges, bin_octave
from timeline_app.scene.items import Emphasis, FoldedShape, Item, Kind, Layer, Target, TargetKind, made
from timeline_app.scene.surface import TextMeasurer

LEAST_BIN_PX: Final = 200.0
"""A badge's bin is at least so wide, and less than twice as wide."""
HEIGHT_PX: Final = 14.0
BEYOND_STRIP_PX: Final = 6.0
"""A badge may be so much higher than its strip, into the air above and the gap below it."""
INTO_ROW_PX: Final = 4.0
"""For each further 100 % of text size it may be so much higher, into the air below the words of the last row."""
BELOW_STRIP_PX: Final = 4.0
PAD_PX: Final = 5.0
EDGE_PX: Final = 2.0
MANY: Final = 10_000
"""From here on counts are told in thousands, from its hundredfold on in millions: always cut, never rounded up."""
MERGED: Final = 2
"""So many marks in one cell, or lines through one instant, are one to the eye."""


class Badge(NamedTuple):
    """How many events of a lane are folded in a stretch `[first_s, last_s)` of axis seconds."""

    lane: int
    first_s: int
    last_s: int
    event_count: int


def bins_in_view(first_s: int, last_s: int, seconds_per_px: float) -> tuple[int, int]:
    """Return the stretch of axis seconds that the bins of a view take, whole bins at its edges."""
    edges_s = bin_edges(first_s, last_s, bin_octave(seconds_per_px, LEAST_BIN_PX))
    return int(edges_s[0]), int(edges_s[-1])


def bin_of(axis_s: int, seconds_per_px: float) -> tuple[int, int]:
    """Return the bin that holds an axis second, at a zoom."""
    octave = bin_octave(seconds_per_px, LEAST_BIN_PX)
    first_s = (axis_s >> octave) << octave
    return first_s, first_s + (1 << octave)


def badges(folding: Folding, lane: int, first_s: int, last_s: int) -> list[Badge]:
    """Return a lane's badges for a view, in the order of time."""
    octave = bin_octave(folding.seconds_per_px, LEAST_BIN_PX)
    edges_s = bin_edges(first_s, last_s, octave)
    counts = folding.counts(lane, edges_s)
    # So few bins are counted faster one by one than as columns.
    edges, begun, ended = edges_s.tolist(), counts.begun.tolist(), counts.ended.tolist()
    crowded = _crowded(folding, lane, edges, begun, ended)
    found: list[Badge] = []
    goes_on = False
    for at, is_crowded in enumerate(crowded):
        if is_crowded:
            if goes_on and begun[at + 1] == begun[at]:
                found[-1] = found[-1]._replace(last_s=edges[at + 1])
            else:
                found.append(Badge(lane, edges[at], edges[at + 1], begun[at + 1] - ended[at]))
        # What only goes on from bin to bin is counted once: nothing ends in the one, nothing begins in the next.
        goes_on = is_crowded and ended[at + 1] == ended[at]
    return found


def _crowded(folding: Folding, lane: int, edges: list[int], begun: list[int], ended: list[int]) -> list[bool]:
    """Tell in which bins two folded events begin in one cell of the strip, or two of their lines lie on each other."""
    octave = bin_octave(folding.seconds_per_px, LEAST_CELL_PX)
    cells_a_bin = (edges[1] - edges[0]) >> octave
    bins = range(len(edges) - 1)
    # More beginnings than cells: no need to look at each cell.
    found = [begun[at + 1] - begun[at] > cells_a_bin or begun[at] - ended[at] >= MERGED for at in bins]
    doubtful = [at for at in bins if not found[at] and begun[at + 1] - ended[at] >= MERGED]
    if doubtful:
        first, last = doubtful[0], doubtful[-1] + 1
        cells = folding.counts(lane, bin_edges(edges[first], edges[last], octave))
        is_one = (cells.starting >= MERGED) | (cells.lasting[:-1] >= MERGED)
        for at in range(first, last):
            cell = (at - first) * cells_a_bin
            found[at] = found[at] or bool(is_one[cell : cell + cells_a_bin].any())
    return found


def badge_items(
    frame: EventFrame, folding: Folding, measurer: TextMeasurer, translator: Translator
) -> list[Item]:
    """Return the badges of the lanes in sight, each in the foot of its lane."""
    view, found = frame.scale.view, list[Item]()
    for lane, box in enumerate(frame.placement.layout.boxes):
        strip = strip_rect(frame, lane)
        if not box.is_shown or strip.bottom < frame.area.y or strip.y > frame.area.bottom:
            continue
        for badge in badges(folding, lane, view.start_s, view.end_s):
            item = _item(frame, badge, strip, measurer, translator)
            if item.rect.right > frame.area.x and item.rect.x < frame.area.right:
                found.append(item)
    return found


def _item(
    frame: EventFrame, badge: Badge, strip: Rect, measurer: TextMeasurer, translator: Translator
) -> Item:
    text = short_count(badge.event_count, translator)
    unit, area, scale = frame.unit, frame.area, frame.scale
    strip_y, strip_h = strip.y, strip.h
    height = min(HEIGHT_PX * unit, strip_h + BEYOND_STRIP_PX + INTO_ROW_PX * (unit - 1.0))
    width = max(measurer.width_px(text, "badge", translator.language) + 2 * PAD_PX * unit, height)
    lane, first_s, last_s, count = badge
    left, right = scale.x_at(first_s), scale.x_at(last_s)
    # In the middle of what is seen of its bin; out of the window it goes with it.
    seen_left, seen_right = max(left, area.x + EDGE_PX), min(right, area.x + area.w - EDGE_PX)
    x = min(max((seen_left + seen_right - width) / 2, left), right - width)
    rect = made(Rect, (x, strip_y + strip_h + BELOW_STRIP_PX - height, width, height))
    number = first_s >> bin_octave(scale.seconds_per_px, LEAST_BIN_PX)
    target = made(Target, (TargetKind.FOLDED, number, lane, str(count)))
    colour = frame.showing.lanes[lane].colour
    shape = made(FoldedShape, (first_s, last_s, count))
    # With a selection all else steps back, as in the rows.
    emphasis = Emphasis.DIMMED if frame.emphases.selected else Emphasis.NONE
    return made(Item, (Kind.BADGE, "badge", Layer.LABEL, rect, target, text, colour, emphasis, shape))


@lru_cache(maxsize=4_096)
def short_count(count: int, translator: Translator) -> str:
    """Return a count as short as a badge has room for: +37, +1234, +12k, +1.2M."""
    if count < MANY:
        return translator.say("badge.few", number=count)
    if count < MANY * 100:
        return translator.say("badge.thousands", number=count // 1_000)
    whole, rest = divmod(count // 100_000, 10)
    return translator.say("badge.millions", number=f"{whole}.{rest}" if rest else str(whole))


def badge_near(items: Iterable[Item], lanes: tuple[int, ...], axis_s: int) -> Item | None:
    """Return the badge nearest to an axis second: in one of the given lanes if these have any, else in all."""

    def apart(item: Item) -> tuple[bool, int, float]:
        shape = item.detail
        if item.target is None or not isinstance(shape, FoldedShape):
            return True, 0, 0.0
        beside_s = max(shape.first_s - axis_s, axis_s - shape.last_s + 1, 0)
        return item.target.lane not in lanes, beside_s, item.rect.y

    return min((item for item in items if item.kind is Kind.BADGE), key=apart, default=None)
