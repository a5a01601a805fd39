# SPDX-License-Identifier: MIT
"""Silences in the foot of their lanes: hatched where an author tells why, dotted where there are few entries.

They lie under the marks of the strip. Words stand where the hatching has nothing over it: repeated along a long
silence, at places that depend on time and zoom alone, so that none jumps while panning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from timeline_app.base.geometry import Rect
from timeline_app.base.messages import Translator
from timeline_app.scene.event_frame import EventFrame, lanes_in_sight, strip_rect
from timeline_app.scene.folding import bin_edges, bin_octave
from timeline_app.scene.items import (
    Emphasis,
    HatchShape,
    Item,
    Kind,
    Layer,
    StripShape,
    Target,
    TargetKind,
    TextStyle,
    made,
)
from timeline_app.scene.silence_words import why_in_words
from timeline_app.scene.silences import LaneSilences, Silences, Stretch
from timeline_app.scene.surface import TextMeasurer
from timeline_app.scene.time_scale import TimeScale

LEAST_WRITTEN_PX: Final = 3.0
LEAST_SPARSE_PX: Final = 48.0
"""Shorter at this zoom, a sparse stretch is not worth a word."""
WORDS_APART_PX: Final = 420.0
WORD_AIR_PX: Final = 6.0
FOOT_PX: Final = 2.0
"""Words end so far above the strip's foot, where a line may run."""
FONT: Final = "overview"


def silence_items(
    frame: EventFrame,
    silences: Silences,
    strips: Iterable[Item],
    badges: Iterable[Item],
    measurer: TextMeasurer,
    translator: Translator,
) -> list[Item]:
    """Return the silent stretches of the lanes in sight; `strips` and `badges` are what stands over them."""
    scale, area = frame.scale, frame.area
    over = _Over(strips, badges, scale)
    emphasis = _emphasis(frame)
    items: list[Item] = []
    for lane in lanes_in_sight(frame).nonzero()[0].tolist():
        strip, colour = strip_rect(frame, lane), frame.showing.lanes[lane].colour
        for number, stretch, left, right in silences_in_view(silences.of(lane), scale, area):
            rect, is_sparse = Rect(left, strip.y, right - left, strip.h), stretch.written is None
            role = "silence-sparse" if is_sparse else "silence"
            target = Target(TargetKind.SILENCE, number, lane)
            words = why_in_words(stretch, translator)
            shape = HatchShape(scale.x_at(stretch.first_s), is_sparse)
            fields = (Kind.HATCH, role, Layer.BAND, rect, target, words, colour, emphasis, shape)
            items.append(made(Item, fields))
            if not is_sparse:
                items.extend(_words(frame, stretch, (words, target, rect), over, (measurer, translator)))
    return items


def silences_in_view(
    silences: LaneSilences, scale: TimeScale, area: Rect
) -> Iterator[tuple[int, Stretch, float, float]]:
    """Yield a lane's silent stretches that can be seen: number, stretch, left and right within the area."""
    view = scale.view
    for number, stretch in silences.within(view.start_s, view.end_s, LEAST_SPARSE_PX * scale.seconds_per_px):
        ends = scale.x_at(stretch.first_s), scale.x_at(stretch.last_s)
        left, right = max(min(ends), area.x), min(max(ends), area.right)
        if right - left >= LEAST_WRITTEN_PX:
            yield number, stretch, left, right


def _emphasis(frame: EventFrame) -> Emphasis:
    """With a selection all else steps back, as in the rows."""
    return Emphasis.DIMMED if frame.emphases.selected else Emphasis.NONE


class _Over:
    """What stands over a lane's foot."""

    def __init__(self, strips: Iterable[Item], badges: Iterable[Item], scale: TimeScale) -> None:
        self._breaks = scale.breaks()
        self._strips = {item.detail.lane: item for item in strips if isinstance(item.detail, StripShape)}
        self._badges = [item.rect for item in badges if item.kind is Kind.BADGE]

    def leaves_free(self, lane: int, rect: Rect) -> bool:
        """Tell whether no mark, badge or break stands in a rectangle; lines at the foot leave words free."""
        if any(torn.left < rect.right and torn.right > rect.x for torn in self._breaks):
            return False
        if any(badge.intersects(rect) for badge in self._badges):
            return False
        strip = self._strips.get(lane)
        if strip is None or not isinstance(strip.detail, StripShape):
            return True
        lefts = strip.rect.x + strip.detail.lefts
        return not bool(((lefts < rect.right) & (lefts + strip.detail.widths > rect.x)).any())


def _words(
    frame: EventFrame,
    stretch: Stretch,
    told: tuple[str, Target, Rect],
    over: _Over,
    tools: tuple[TextMeasurer, Translator],
) -> list[Item]:
    """Return the word on why, once in each bin of time where it is free and wholly in sight."""
    (text, target, rect), (measurer, translator), unit = told, tools, frame.unit
    width = measurer.width_px(text, FONT, translator.language) + 2 * WORD_AIR_PX * unit
    if width > rect.w:
        return []
    height = min(measurer.line_px(FONT), rect.h + 4.0 * unit)
    top = rect.bottom - FOOT_PX * unit - height + (height - rect.h) / 4
    scale, items = frame.scale, list[Item]()
    octave = bin_octave(scale.seconds_per_px, WORDS_APART_PX)
    edges_s = bin_edges(frame.scale.view.start_s, frame.scale.view.end_s, octave).tolist()
    colour = frame.showing.lanes[target.lane].colour
    for first_s, last_s in pairwise(edges_s):
        ends_s = max(first_s, stretch.first_s), min(last_s, stretch.last_s)
        middle_x = (scale.x_at(ends_s[0]) + scale.x_at(ends_s[1])) / 2
        place = Rect(middle_x - width / 2, top, width, height)
        if place.x < rect.x or place.right > rect.right or not over.leaves_free(target.lane, place):
            continue
        style = TextStyle(FONT, translator.language, 0)
        words, ground = target._replace(part="word"), place._replace(h=rect.bottom - place.y)
        items.append(Item(Kind.BAND, "silence-ground", Layer.BAND, ground, words, "", colour))
        items.append(
            Item(Kind.LABEL, "silence-word", Layer.BAND, place, words, text, colour, _emphasis(frame), style)
        )
    return items
