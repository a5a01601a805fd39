# SPDX-License-Identifier: MIT
"""The axis with its ticks and further calendars, grid lines, and the era band."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from timeline_app.base.geometry import Rect
from timeline_app.base.messages import Translator
from timeline_app.chrono.calendars.calendar import Calendar
from timeline_app.chrono.ticks import (
    CENTURIES,
    UNITS,
    YEAR,
    Family,
    TickUnit,
    TickUnits,
    finer,
    tells_ages,
    tick_starts,
)
from timeline_app.model.heads import EraView
from timeline_app.scene.build_calendars import (
    MINOR_FOOT_PX,
    beside_labels,
    beside_ours,
    beside_width_px,
    own_rows,
    row_items,
)
from timeline_app.scene.canvas_frame import CanvasFrame
from timeline_app.scene.items import Item, Kind, Layer, Target, TargetKind, TextStyle
from timeline_app.scene.shortening import shortened
from timeline_app.scene.surface import Surface, TextMeasurer
from timeline_app.scene.tick_rows import LEAST_GAP_PX, TickRow, fitting_unit, fitting_units, tick_text
from timeline_app.scene.time_scale import Break, Stretch, TimeScale

MAJOR_AIR_PX = 28.0
MINOR_AIR_PX = 14.0
LABEL_INSET_PX = 6.0
ERA_INSET_PX = 12.0
MAJOR_TOP_PX = 4.0
MOST_LOOKED_AT = 12
"""Among so many ticks one stands near the beginning: finer ones would bring no name farther into the window."""


class _Axis(NamedTuple):
    """What all parts of the axis are made from, for one stretch of unfolded time: all of it where none is folded."""

    scale: TimeScale
    frame: CanvasFrame
    measurer: TextMeasurer
    translator: Translator
    stretch: Stretch

    @property
    def rect(self) -> Rect:
        """The part of the axis that is this stretch's own."""
        return self.stretch.cut(self.frame.axis)

    def starts_of(self, unit: TickUnit) -> list[int]:
        return tick_starts(unit, self.stretch.first_s, self.stretch.last_s)

    def name_x(self, x: float, width: float) -> float:
        """Return where a name about a tick begins: not within a break beside it, but still over its tick."""
        left, stretch = x - width / 2, self.stretch
        if stretch.after_break:
            left = max(left, min(stretch.left + LEAST_GAP_PX, x))
        if stretch.before_break:
            left = min(left, max(stretch.right - LEAST_GAP_PX - width, x - width))
        return left

    def has_room(self, label: Rect) -> bool:
        """Tell whether a label ends before the break that ends the stretch; beyond the window's edge it may go."""
        return not self.stretch.before_break or label.right <= self.stretch.right


def axis_items(
    scale: TimeScale,
    frame: CanvasFrame,
    surface: Surface,
    translator: Translator,
    calendars: Sequence[Calendar] = (),
) -> list[Item]:
    """Return ground, ticks and labels of the axis, its further calendars, and the grid lines through the lanes."""
    measurer, rect = surface.measurer, frame.axis
    axes = [_Axis(scale, frame, measurer, translator, stretch) for stretch in scale.stretches()]
    beside = beside_ours(calendars)
    widest_px = measurer.width_px("0000", "axis-major", "") + beside_width_px(beside, measurer, translator)
    upper = TickRow("axis-major", widest_px, MAJOR_AIR_PX, in_full=True)
    items = [
        Item(Kind.BAND, "axis-ground", Layer.HEAD, rect),
        Item(Kind.LINE, "axis-line", Layer.AXIS, Rect(rect.x, rect.bottom - 1.0, rect.w, 1.0)),
    ]
    if frame.has_minor_row:
        lower = TickRow("axis-minor", measurer.width_px("0000", "axis-minor", ""), MINOR_AIR_PX)
        units = fitting_units(scale, measurer, translator, upper, lower)
        for axis in axes:
            items.extend(_two_rows(axis, units, beside))
    else:
        # Alone in the axis, the upper row is as fine as its labels allow.
        unit = fitting_unit(scale, measurer, translator, upper)
        for axis in axes:
            items.extend(_telling(axis, unit, partial(_major, axis, beside=beside, gap_px=MAJOR_AIR_PX)))
    items.extend(row_items(scale, frame, surface, translator, own_rows(calendars)))
    return items


def _two_rows(axis: _Axis, units: TickUnits, beside: Sequence[Calendar]) -> list[Item]:
    """Return the finer ticks with their names, and those above that say where they are."""
    majors = frozenset(axis.starts_of(units.major))
    upper = _major(axis, units.major, beside)
    if _readable_share(axis, upper) == 1.0:
        return [*_minor(axis, units.minor, majors), *upper]
    if axis.stretch.is_torn:
        is_named = any(item.kind is Kind.LABEL for item in upper)
        return [*_told_alone(axis, units.minor, majors if is_named else frozenset()), *upper]
    lower = _telling(axis, units.minor, lambda unit: _minor(axis, unit, majors, MINOR_AIR_PX))
    if max(_readable_share(axis, lower), _readable_share(axis, upper)) < 1.0:
        # Names about their ticks want room on both sides; those of the upper row begin there.
        upper = _telling(axis, units.major, lambda unit: _major(axis, unit, beside, MAJOR_AIR_PX))
    return [*lower, *upper]


def _told_alone(axis: _Axis, unit: TickUnit, majors: frozenset[int]) -> list[Item]:
    """Return the finer ticks of a stretch beside a break, where the row above has no room to say where they are.

    Years say so themselves; what does not, such as months, is named nowhere but under its year.
    """
    if unit.family is Family.YEAR:
        return _telling(axis, unit, lambda unit: _minor(axis, unit, majors, MINOR_AIR_PX), YEAR)
    return [item for item in _minor(axis, unit, majors) if item.kind is Kind.TICK]


def _telling(
    axis: _Axis, unit: TickUnit, row_of: Callable[[TickUnit], list[Item]], finest: TickUnit = UNITS[0]
) -> list[Item]:
    """Return a row of which something can be read: of finer ticks than have room for all their names, if need be.

    In a narrow window, or with large words, the next round year may lie beyond the edge, or its name across it.
    """
    best, best_share = list[Item](), -1.0
    while True:
        items = row_of(unit)
        share = _readable_share(axis, items)
        if share > best_share:
            best, best_share = items, share
        ticks = sum(item.kind is Kind.TICK for item in items)
        if share == 1.0 or ticks > MOST_LOOKED_AT or unit is finest:
            return best
        unit = finer(unit)


def _readable_share(axis: _Axis, items: Sequence[Item]) -> float:
    """Return how much of the best label lies within the axis: 1 for a whole one, 0 without any."""
    rect = axis.rect
    labels = [item.rect for item in items if item.kind is Kind.LABEL and item.role != "axis-label-second"]
    if any(label.x >= rect.x and label.right <= rect.right for label in labels):
        return 1.0
    shares = ((min(label.right, rect.right) - max(label.x, rect.x)) / label.w for label in labels)
    return max(max(shares, default=0.0), 0.0)


def _major(
    axis: _Axis, unit: TickUnit, beside: Sequence[Calendar], gap_px: float = LEAST_GAP_PX
) -> list[Item]:
    scale, frame, measurer, translator, stretch = axis
    rect, items, starts = axis.rect, list[Item](), axis.starts_of(unit)
    line_px = measurer.line_px("axis-major")
    if _names_a_stretch(unit) and (not starts or starts[0] > stretch.first_s):
        starts = [unit.floor(stretch.first_s), *starts]
    xs, in_ages = [scale.x_of(start_s) for start_s in starts], tells_ages(unit, scale.last_s)
    style, taken = TextStyle("axis-major", translator.language), rect.x
    for number, (start_s, x) in enumerate(zip(starts, xs, strict=True)):
        if x >= rect.x:
            tick = Rect(x, rect.y + MAJOR_TOP_PX, 1.0, rect.h - MAJOR_TOP_PX)
            grid = Rect(x, frame.eras.y, 1.0, frame.lanes.bottom - frame.eras.y)
            items.append(Item(Kind.TICK, "axis-tick-major", Layer.AXIS, tick))
            items.append(Item(Kind.LINE, "grid-major", Layer.GRID, grid))
        text = tick_text(translator, unit, start_s, in_full=True, in_ages=in_ages)
        width = measurer.width_px(text, "axis-major", translator.language)
        next_x = xs[number + 1] if number + 1 < len(xs) else rect.right + width
        # The first label keeps to the edge, or to the break, until the next one needs its room.
        label_x = x + LABEL_INSET_PX
        if x < rect.x:
            label_x = min(max(label_x, rect.x + LABEL_INSET_PX), next_x - width - 2 * LABEL_INSET_PX)
        place = Rect(label_x, rect.y + MAJOR_TOP_PX, width, line_px)
        if label_x < taken or not axis.has_room(place):
            continue
        items.append(Item(Kind.LABEL, "axis-label-major", Layer.AXIS, place, None, text, detail=style))
        end_x = min(next_x, rect.right) if stretch.before_break else next_x
        items.extend(beside_labels(beside, unit, start_s, place, end_x, measurer, translator))
        taken = place.right + gap_px
    return items


def _minor(axis: _Axis, unit: TickUnit, majors: frozenset[int], gap_px: float = LEAST_GAP_PX) -> list[Item]:
    scale, _, measurer, translator, _ = axis
    rect, items = axis.rect, list[Item]()
    line_px = measurer.line_px("axis-minor")
    style, taken = TextStyle("axis-minor", translator.language, 0), rect.x
    in_ages = tells_ages(unit, scale.last_s)
    for start_s in axis.starts_of(unit):
        if start_s in majors:
            continue
        x = scale.x_of(start_s)
        items.append(Item(Kind.TICK, "axis-tick-minor", Layer.AXIS, Rect(x, rect.bottom - 6.0, 1.0, 6.0)))
        text = tick_text(translator, unit, start_s, in_ages=in_ages)
        width = measurer.width_px(text, "axis-minor", translator.language)
        place = Rect(axis.name_x(x, width), rect.bottom - MINOR_FOOT_PX - line_px, width, line_px)
        if place.x < taken or place.x > rect.right or not axis.has_room(place):
            continue
        items.append(Item(Kind.LABEL, "axis-label-minor", Layer.AXIS, place, None, text, detail=style))
        taken = place.right + gap_px
    return items


def _names_a_stretch(unit: TickUnit) -> bool:
    """Tell whether a unit's labels name all that follows (1959, August), not the tick alone (1950 for a decade)."""
    return unit.family is not Family.YEAR or unit in (YEAR, CENTURIES)


def era_items(
    scale: TimeScale, frame: CanvasFrame, surface: Surface, eras: tuple[EraView, ...]
) -> list[Item]:
    """Return the era band: grounds in two tones, names that keep to the visible part."""
    band = frame.eras
    if band.h <= 0.0:
        return []
    items = [Item(Kind.BAND, "axis-ground", Layer.HEAD, band)]
    breaks = scale.breaks()
    for number, era in enumerate(eras):
        ends = (
            scale.x_of(era.date.earliest_s) if era.date.earliest_s is not None else band.x,
            scale.x_of(era.date.latest_s) if era.date.latest_s is not None else band.right,
        )
        left, right = max(min(ends), band.x), min(max(ends), band.right)
        if right - left < 1.0:
            continue
        role = "era" if number % 2 == 0 else "era-alternate"
        target, place = Target(TargetKind.ERA, number), Rect(left, band.y, right - left, band.h)
        items.append(Item(Kind.BAND, role, Layer.HEAD, place, target, era.title.text))
        items.extend(_era_label(era, _widest_part(place, breaks), surface, target))
        is_hidden = any(torn.left < min(ends) < torn.right for torn in breaks)
        if band.x < min(ends) < band.right and not is_hidden:
            edge = Rect(min(ends), band.y, 1.0, frame.lanes.bottom - band.y)
            items.append(Item(Kind.LINE, "era-edge", Layer.GRID, edge))
    return items


def _widest_part(rect: Rect, breaks: Sequence[Break]) -> Rect:
    """Return the widest part of a rectangle between the breaks that tear it, for words to stand in."""
    left, best = rect.x, Rect(rect.x, rect.y, 0.0, rect.h)
    for right, after in (*((torn.left, torn.right) for torn in breaks), (rect.right, rect.right)):
        part = Rect(left, rect.y, min(right, rect.right) - left, rect.h)
        best = part if part.w > best.w else best
        left = max(left, after)
    return best


def _era_label(era: EraView, rect: Rect, surface: Surface, target: Target) -> list[Item]:
    """Return the era's name, shortened with an ellipsis where it does not fit; nothing below three letters."""
    room_px = rect.w - 2 * ERA_INSET_PX
    text = shortened(era.title.text, era.title.language, "era", room_px, surface.measurer)
    if not text:
        return []
    place = Rect(rect.x + ERA_INSET_PX, rect.y, room_px, rect.h)
    style = TextStyle("era", era.title.language)
    return [
        Item(Kind.LABEL, "era-label", Layer.AXIS, place, target._replace(part="label"), text, detail=style)
    ]
