# SPDX-License-Identifier: MIT
"""Pointers at the window's edge: how many events are linked with one in it, and when they were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from timeline_app.base.geometry import Rect
from timeline_app.base.messages import Translator
from timeline_app.chrono.instant import civil_from_seconds, clamp_s
from timeline_app.chrono.phrases import short_date
from timeline_app.chrono.year_words import years_message
from timeline_app.model.document import LinkEdge
from timeline_app.scene.arc_room import Met, Room
from timeline_app.scene.arcs import End, gap_above
from timeline_app.scene.items import Emphasis, Item, Kind, Layer, Target, TargetKind
from timeline_app.scene.surface import TextMeasurer

PAD_PX: Final = 7.0
AIR_PX: Final = 3.0
EDGE_PX: Final = 4.0
"""From the window's edge to the pointer."""
APART_PX: Final = 4.0
"""Between two pointers at the same edge."""
MIRROR: Final = {"left": "right", "right": "left"}


class PointerWords(NamedTuple):
    """What pointers are written with."""

    translator: Translator
    measurer: TextMeasurer
    is_mirrored: bool = False


@dataclass(slots=True)
class Away:
    """The events on one side of the window that are linked with one in it."""

    here: Met
    side: str
    links: list[tuple[LinkEdge, Met]] = field(default_factory=list)

    def add(self, edge: LinkEdge, there: Met) -> None:
        """Take in another link."""
        self.links.append((edge, there))

    @property
    def ordinals(self) -> tuple[int, ...]:
        """The linked events, each once."""
        return tuple(dict.fromkeys(there.slot.ordinal for _, there in self.links))

    @property
    def nearest(self) -> int:
        """The linked event that is nearest in time."""
        slots = [there.slot for _, there in self.links]
        return min(slots, key=lambda slot: abs(slot.anchor - self.here.slot.anchor)).ordinal


def pointer_item(room: Room, group: Away, end: End, words: PointerWords, others: Sequence[Rect] = ()) -> Item:
    """Return the pointer of an event on one side of the window, beside the `others` that are there already."""
    frame, area, unit = room.frame, room.frame.area, room.frame.unit
    text = _text(room, group, words)
    height = words.measurer.line_px("badge") + AIR_PX * unit
    width = max(words.measurer.width_px(text, "badge", words.translator.language) + 2 * PAD_PX * unit, height)
    if group.side in ("left", "right"):
        x = area.x + EDGE_PX if group.side == "left" else area.right - EDGE_PX - width
        y = gap_above(room.rows, end.row) - height / 2
    else:
        x = min(max(end.x - width / 2, area.x + EDGE_PX), area.right - EDGE_PX - width)
        top = area.y + frame.placement.layout.pinned_px
        y = top + EDGE_PX if group.side == "above" else area.bottom - EDGE_PX - height
    target = Target(TargetKind.LINK, group.nearest, -1, group.side)
    rect = _beside(Rect(x, y, width, height), others, area)
    return Item(Kind.BADGE, "link-pointer", Layer.OVERLAY, rect, target, text, "", Emphasis.NONE)


def _beside(wished: Rect, others: Sequence[Rect], area: Rect) -> Rect:
    """Return the place nearest to the wished one where a pointer lies on no other, or that one if there is no room."""
    near = [other for other in others if other.y < wished.bottom and wished.y < other.bottom]
    if not any(wished.intersects(other.grown(APART_PX)) for other in near):
        return wished
    places = [x for other in near for x in (other.right + APART_PX, other.x - APART_PX - wished.w)]
    free = [
        x
        for x in places
        if area.x + EDGE_PX <= x <= area.right - EDGE_PX - wished.w
        and not any(Rect(x, wished.y, wished.w, wished.h).intersects(other) for other in near)
    ]
    return wished._replace(x=min(free, key=lambda x: abs(x - wished.x), default=wished.x))


def _text(room: Room, group: Away, words: PointerWords) -> str:
    """Return how many events there are, and from when to when; of one alone its date."""
    showing, ordinals, say = room.frame.showing, group.ordinals, words.translator.say
    date = showing.date(ordinals[0]) if len(ordinals) == 1 else None
    if date is not None:
        when = short_date(date, words.translator)
    else:
        starts_s = [int(showing.dates.earliest_s[ordinal]) for ordinal in ordinals]
        years = [civil_from_seconds(clamp_s(start_s)).year for start_s in (min(starts_s), max(starts_s))]
        when = words.translator.text(years_message(years[0], years[1]))
        when = say("links.several", number=len(ordinals), years=when)
    side = MIRROR.get(group.side, group.side) if words.is_mirrored else group.side
    return say(f"links.{side}", when=when)
