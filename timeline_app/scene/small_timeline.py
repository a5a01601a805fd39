# SPDX-License-Identifier: MIT
"""A small timeline of some events by themselves: each drawn as the canvas draws it, all in one box with years below.

It has a scale of its own, from the first of its events to the last, in which long stretches without any are folded,
and no names: whoever shows it tells of each mark what it is. Doubt looks as it does on the canvas, since the same
marks are drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

import numpy as np

from timeline_app.base.geometry import Rect, Size
from timeline_app.base.messages import Translator
from timeline_app.chrono.columns import DateColumns, columns_of
from timeline_app.chrono.historical_date import EndState
from timeline_app.chrono.ticks import TickUnit, tells_ages, tick_starts
from timeline_app.model.showing import Showing
from timeline_app.scene.build_breaks import overview_break
from timeline_app.scene.event_marks import DOT_BELOW_PX, Ink, Slot, mark_item, set_items
from timeline_app.scene.index_basis import I32, I64, drawn_bounds, moments
from timeline_app.scene.items import Emphasis, Item, Kind, Layer, Scene, TextStyle
from timeline_app.scene.mirror import mirrored
from timeline_app.scene.quiet_time import fold_of
from timeline_app.scene.surface import Surface
from timeline_app.scene.tick_rows import TickRow, fitting_unit, tick_text
from timeline_app.scene.time_fold import TimeFold, axis_of
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.traits import SetShape, Traits, traits_of
from timeline_app.scene.view import View, with_air

MOST_MARKS: Final = 200
"""Of more events the most important ones are drawn."""
MOST_ROWS: Final = 8
FOLDED_FROM: Final = 12
"""Fewer events have room enough: the time between them is left as long as it was."""
LEAST_HIT_PX: Final = 24.0
ROW_PX: Final = 22.0
EDGE_PX: Final = 16.0
"""Between the first and the last known moment and the edges: room for half a mark, and for ends that are open."""
TIP_PX: Final = 5.0
"""How near to the edge what goes on may come."""
PAD_PX: Final = 7.0
GAP_PX: Final = 4.0
"""What stays free between two marks of one row."""
AXIS_PX: Final = 22.0
CARD_PX: Final = 4.0
"""How far the card under the selected mark reaches beyond it."""
TICK_PX: Final = 5.0
TICK_AIR_PX: Final = 14.0


class SmallMark(NamedTuple):
    """The mark of an event: what is drawn of it, and what of the surface stands for it at the least."""

    ordinal: int
    rect: Rect
    hit: Rect


@dataclass(frozen=True, slots=True, eq=False)
class SmallTimeline:
    """The picture, and its marks in the order of time.

    `left_out` dated events are not drawn; `is_folded` tells that quiet time is not drawn to scale.
    """

    scene: Scene
    marks: tuple[SmallMark, ...]
    left_out: int = 0
    is_folded: bool = False

    def at(self, x: float, y: float) -> int | None:
        """Return the number of the mark that is meant at a point: of several whose areas hold it the nearest."""
        near = [number for number, mark in enumerate(self.marks) if mark.hit.contains(x, y)]
        return min(near, key=lambda number: _distance(self.marks[number].rect, x, y), default=None)


class _Placed(NamedTuple):
    """An event on its way to a row: where it stands in time, how it looks, and between which x it is seen."""

    slot: Slot
    traits: Traits
    colour: str
    left: float
    right: float


def small_timeline(
    showing: Showing,
    ordinals: Sequence[int],
    surface: Surface,
    translator: Translator,
    selected: int | None = None,
) -> SmallTimeline | None:
    """Return the timeline of the events among some that have a place in time, None where none has.

    Of the surface the width counts; the picture is as high as it must be. `selected` stands out.
    """
    theirs = np.array(ordinals, np.int64)
    dated = theirs[showing.dates.is_dated[theirs]]
    drawn = _most_important(showing, dated, selected)
    if not drawn:
        return None
    dates = columns_of([showing.date(ordinal) for ordinal in drawn])
    width_px, unit = surface.size.w, surface.text_scale
    scale = _scale(showing, drawn, dates, width_px, unit)
    placed = _placed(showing, drawn, dates, scale, width_px, unit)
    rows = rows_of([(one.left, one.right) for one in placed], GAP_PX * unit)
    row_count = max(rows) + 1
    foot_px = 2 * PAD_PX * unit + row_count * ROW_PX * unit
    area = Rect(0.0, 0.0, width_px, foot_px)
    items = _axis(scale, area, surface, translator)
    marks: list[SmallMark] = []
    for one, row in zip(placed, rows, strict=True):
        # From the foot upwards: what is alone in its time stands near the years.
        top = foot_px - PAD_PX * unit - (row + 1) * ROW_PX * unit
        is_selected = one.slot.ordinal == selected
        line = Rect(0.0, top, width_px, ROW_PX * unit)
        mark = _mark_items(one, line, scale, area, is_selected=is_selected)
        rect = _around(mark)
        items.extend([_card(rect, one.colour, unit), *mark] if is_selected else mark)
        marks.append(SmallMark(one.slot.ordinal, rect, _hit(rect, area, unit)))
    # Over what goes on there, below all other marks.
    items.extend(overview_break(torn, area, surface)._replace(layer=Layer.BAR) for torn in scale.breaks())
    picture = _scene(items, Size(width_px, foot_px + AXIS_PX * unit))
    found = SmallTimeline(picture, tuple(marks), len(dated) - len(drawn), scale.fold is not None)
    return _turned(found) if surface.mirrored else found


def rows_of(spans: Sequence[tuple[float, float]], gap: float, most: int = MOST_ROWS) -> list[int]:
    """Return for each span the lowest row in which it is free of all before it.

    Where no row is left it goes into the one that is covered least far: there marks overlap.
    """
    ends: list[float] = []
    rows: list[int] = []
    for left, right in spans:
        free = next((row for row, end in enumerate(ends) if left >= end + gap), None)
        if free is None and len(ends) < most:
            free = len(ends)
            ends.append(right)
        row = ends.index(min(ends)) if free is None else free
        ends[row] = max(ends[row], right)
        rows.append(row)
    return rows


def _most_important(showing: Showing, dated: I64, selected: int | None) -> list[int]:
    """Return so many events as can be drawn, the selected one always among them, in their order."""
    weights = showing.importance[dated].astype(np.int64)
    weights[dated == (-1 if selected is None else selected)] += int(weights.max(initial=0))
    kept = np.sort(np.argsort(-weights, kind="stable")[:MOST_MARKS])
    found: list[int] = dated[kept].tolist()
    return found


@dataclass(frozen=True, slots=True, eq=False)
class _Drawn:
    """The events that are drawn, as the fold of quiet time asks for them."""

    ordinal: I32
    start_s: I64
    end_s: I64

    def __len__(self) -> int:
        return len(self.ordinal)


def _scale(
    showing: Showing, drawn: Sequence[int], dates: DateColumns, width_px: float, unit: float
) -> TimeScale:
    """Return the scale on which all that is known lies between the edges, its quiet time folded."""
    starts_s, ends_s = drawn_bounds(dates)
    fold = None
    if len(drawn) >= FOLDED_FROM:
        fold = _emptied(fold_of(showing, _Drawn(np.array(drawn, np.int32), starts_s, ends_s)))
    shortest_s = int((dates.fuzz_latest_s - dates.fuzz_earliest_s).min())
    first_s, last_s = with_air(int(starts_s.min()), int(ends_s.max()), shortest_s)
    edge_px = min(EDGE_PX * unit, width_px / 4)
    view = View.between(axis_of(fold, first_s), axis_of(fold, last_s))
    return TimeScale(view, edge_px, max(width_px - 2 * edge_px, 1.0), fold=fold)


def _emptied(fold: TimeFold | None) -> TimeFold | None:
    """Return a fold of nothing but what is empty: a short bar that is torn could not be read."""
    return None if fold is None else fold.without(gap.first_s for gap in fold.gaps if gap.is_crossed)


def _placed(
    showing: Showing, drawn: Sequence[int], dates: DateColumns, scale: TimeScale, width_px: float, unit: float
) -> list[_Placed]:
    starts_s, ends_s = drawn_bounds(dates)
    has_core = dates.core_start_s < dates.core_end_s
    bounds = (
        scale.xs_of(starts_s),
        scale.xs_of(ends_s),
        scale.xs_of(np.where(has_core, dates.core_start_s, dates.earliest_s)),
        scale.xs_of(np.where(has_core, dates.core_end_s, dates.latest_s)),
    )
    are_moments = moments(dates)
    found = []
    for number, ordinal in enumerate(drawn):
        left, right, core_left, core_right = (float(column[number]) for column in bounds)
        # What goes on reaches the edge, where its arrow is.
        left = TIP_PX * unit if dates.earliest_state[number] == EndState.OPEN else left
        right = width_px - TIP_PX * unit if dates.latest_state[number] == EndState.OPEN else right
        head = showing.head(ordinal)
        traits = traits_of(head.date, int(showing.importance[ordinal]))
        lane = head.lanes[0] if head.lanes else -1
        is_moment = bool(are_moments[number])
        slot = Slot(0, ordinal, lane, is_moment, left, left, right, core_left, core_right, unit)
        seen = _seen(slot, traits)
        found.append(_Placed(slot, traits, showing.lanes[lane].colour if lane >= 0 else "slate", *seen))
    return found


def _seen(slot: Slot, traits: Traits) -> tuple[float, float]:
    """Return between which x an event is seen: a dot is wider than its moment."""
    middle, half = (slot.left + slot.right) / 2, DOT_BELOW_PX * slot.unit / 2
    if slot.is_dot:
        return min(slot.left, middle - half), max(slot.right, middle + half)
    spread = half if traits.shape is not SetShape.NONE else 0.0
    return slot.left - spread, slot.right + spread


def _mark_items(one: _Placed, row: Rect, scale: TimeScale, area: Rect, *, is_selected: bool) -> list[Item]:
    ink = Ink(row, one.colour, Emphasis.NONE)
    if one.traits.shape is not SetShape.NONE and not one.slot.is_dot:
        items = set_items(one.slot, one.traits, scale, ink, area)
    else:
        items = [mark_item(one.slot, one.traits, ink, area)]
    return [item._replace(layer=Layer.RAISED) for item in items] if is_selected else items


def _card(rect: Rect, colour: str, unit: float) -> Item:
    return Item(Kind.CARD, "event-card", Layer.CARD, rect.grown(CARD_PX * unit), colour=colour)


def _around(items: Sequence[Item]) -> Rect:
    """Return the rectangle around some items."""
    left, top = min(item.rect.x for item in items), min(item.rect.y for item in items)
    right, bottom = max(item.rect.right for item in items), max(item.rect.bottom for item in items)
    return Rect(left, top, right - left, bottom - top)


def _hit(rect: Rect, area: Rect, unit: float) -> Rect:
    """Return what of the area stands for a mark: large enough for a finger, and within the picture."""
    least_px = LEAST_HIT_PX * max(unit, 1.0)
    width, height = min(max(rect.w, least_px), area.w), min(max(rect.h, least_px), area.h)
    x = min(max(rect.x + (rect.w - width) / 2, area.x), area.right - width)
    y = min(max(rect.y + (rect.h - height) / 2, area.y), area.bottom - height)
    return Rect(x, y, width, height)


def _axis(scale: TimeScale, area: Rect, surface: Surface, translator: Translator) -> list[Item]:
    """Return the line at the foot, with ticks, lines through the rows, and as many years as have room."""
    measurer, unit = surface.measurer, surface.text_scale
    row = TickRow("axis-minor", measurer.width_px("0000", "axis-minor", ""), TICK_AIR_PX * unit, in_full=True)
    tick_unit = fitting_unit(scale, measurer, translator, row)
    in_ages = tells_ages(tick_unit, scale.last_s)
    style = TextStyle("axis-minor", translator.language, 0)
    line_px = measurer.line_px("axis-minor")
    items = [Item(Kind.LINE, "axis-line", Layer.AXIS, Rect(area.x, area.bottom, area.w, 1.0))]
    taken = area.x
    for start_s in _tick_starts(tick_unit, scale):
        x = scale.x_of(start_s)
        tick = Rect(x, area.bottom, 1.0, TICK_PX * unit)
        items.append(Item(Kind.TICK, "axis-tick-minor", Layer.AXIS, tick))
        items.append(Item(Kind.LINE, "grid-major", Layer.GRID, Rect(x, area.y, 1.0, area.h)))
        text = tick_text(translator, tick_unit, start_s, in_full=True, in_ages=in_ages)
        width = measurer.width_px(text, "axis-minor", translator.language)
        left = min(max(x - width / 2, area.x + GAP_PX), area.right - width - GAP_PX)
        if left >= taken:
            place = Rect(left, tick.bottom - 1.0, width, line_px)
            items.append(Item(Kind.LABEL, "axis-label-minor", Layer.AXIS, place, None, text, detail=style))
            taken = place.right + GAP_PX * unit
    return items


def _tick_starts(unit: TickUnit, scale: TimeScale) -> Iterator[int]:
    """Yield where ticks stand; the end itself may be one."""
    for stretch in scale.stretches():
        yield from tick_starts(unit, stretch.first_s, stretch.last_s + (not stretch.before_break))


def _scene(items: Sequence[Item], size: Size) -> Scene:
    """Return items in paint order."""
    whole = Rect(0.0, 0.0, *size)
    return Scene(size, tuple(sorted(items, key=lambda item: item.layer)), whole, whole, whole)


def _turned(timeline: SmallTimeline) -> SmallTimeline:
    """Return the picture as a mirror shows it, where one reads from right to left."""
    size = timeline.scene.size
    whole = Rect(0.0, 0.0, *size)
    return replace(
        timeline,
        scene=_scene([mirrored(item, whole) for item in timeline.scene.items], size),
        marks=tuple(
            SmallMark(one.ordinal, *(rect._replace(x=size.w - rect.right) for rect in (one.rect, one.hit)))
            for one in timeline.marks
        ),
    )


def _distance(rect: Rect, x: float, y: float) -> tuple[float, float]:
    """Return how far a point is from a rectangle, then from its middle."""
    across = max(rect.x - x, x - rect.right, 0.0)
    along = max(rect.y - y, y - rect.bottom, 0.0)
    middle_x, middle_y = rect.centre
    return across**2 + along**2, (middle_x - x) ** 2 + (middle_y - y) ** 2
