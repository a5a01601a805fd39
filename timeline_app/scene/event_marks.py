# SPDX-License-Identifier: MIT
"""The mark of one event in its row: dot, bar, or the several marks of a set of dates."""

from __future__ import annotations

from typing import NamedTuple

from timeline_app.base.geometry import Rect
from timeline_app.scene.items import (
    BarShape,
    Cover,
    DotShape,
    Emphasis,
    EndStyle,
    Item,
    Kind,
    Layer,
    Target,
    TargetKind,
    made,
)
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.traits import Member, SetShape, Traits

DOT_BELOW_PX = 12.0
"""A span narrower than this is a dot."""
WIDE_BAR_PX = 40.0
"""From here on a bar's label stands inside it, and a day has a width of its own."""
OFFSCREEN_PX = 400.0
"""Bars are cut this far outside the window; nobody sees that they go on."""
BAR_SHARE = 0.76
SPREAD_BAR_SHARE = 0.3
"""A range among the single dates of a set is lower than a bar: no words stand within it."""
SET_DOT_PX = 5.0
RANGE_DOT_PX = 4.0
CHOICE_LINE_PX = 2.0


class Slot(NamedTuple):
    """One entry in one frame: its event and lane, and where label, start, end and core fall, in pixels.

    `unit` is the text scale: marks grow with the words beside them.
    """

    entry: int
    ordinal: int
    lane: int
    is_moment: bool
    anchor: float
    left: float
    right: float
    core_left: float
    core_right: float
    unit: float

    @property
    def is_dot(self) -> bool:
        """Tell whether the event is a dot at this zoom."""
        width: float = self.right - self.left
        return width < DOT_BELOW_PX * self.unit or (self.is_moment and width < WIDE_BAR_PX * self.unit)


class Ink(NamedTuple):
    """What all parts of one mark share."""

    row: Rect
    colour: str
    emphasis: Emphasis


def mark_item(slot: Slot, traits: Traits, ink: Ink, area: Rect) -> Item:
    """Return the dot or bar of an event within its row."""
    return _dot(slot, traits, ink) if slot.is_dot else _bar(slot, traits, ink, area)


def _dot(slot: Slot, traits: Traits, ink: Ink) -> Item:
    _, ordinal, lane, _, _, left, right, _, _, unit = slot
    radius_px, is_hollow, is_soft, _, start, end, of_set, _, is_choice = traits
    row, colour, emphasis = ink
    radius = radius_px * unit
    half = (right - left) / 2
    halo = half if half > radius else 0.0
    corner_x, corner_y = left + half - radius, row.y + row.h / 2 - radius
    is_twin = of_set is not SetShape.NONE
    signs = _SIGNS[start], _SIGNS[end]
    shape = made(
        DotShape, (radius, is_hollow or is_choice, halo, halo, is_soft, is_twin, *signs, Cover.PLAIN)
    )
    rect = made(Rect, (corner_x, corner_y, 2 * radius, 2 * radius))
    target = made(Target, (TargetKind.EVENT, ordinal, lane, "mark"))
    return made(Item, (Kind.DOT, "event-dot", Layer.MARK, rect, target, "", colour, emphasis, shape))


_SIGNS = [end if end in (EndStyle.OPEN, EndStyle.UNKNOWN) else EndStyle.SOLID for end in EndStyle]
"""What a dot can say of each end."""


def _bar(slot: Slot, traits: Traits, ink: Ink, area: Rect) -> Item:
    left, right = max(slot.left, area.x - OFFSCREEN_PX), min(slot.right, area.right + OFFSCREEN_PX)
    start, end = traits.start, traits.end
    if traits.has_core:
        core_left, core_right = slot.core_left, slot.core_right
    elif end is EndStyle.UNKNOWN:
        # Nobody knows how far it reached: known best is where the other end is surely past.
        core_left = core_right = slot.core_right
    elif start is EndStyle.UNKNOWN:
        core_left = core_right = slot.core_left
    else:
        # Nothing is certain: what is known best is the middle.
        core_left = core_right = (slot.left + slot.right) / 2
    if end is EndStyle.OPEN:
        core_right = right
    if start is EndStyle.OPEN:
        core_left = left
    core_left, core_right = max(core_left, left), min(core_right, right)
    height = ink.row.h * BAR_SHARE
    rect = made(Rect, (left, ink.row.y + (ink.row.h - height) / 2, max(right - left, 0.0), height))
    is_pale = traits.is_choice or (traits.is_hollow and traits.is_soft)
    cores = min(core_left, right), max(core_right, left)
    shape = made(BarShape, (*cores, start, end, traits.is_hollow, False, is_pale, Cover.PLAIN))
    target = made(Target, (TargetKind.EVENT, slot.ordinal, slot.lane, "mark"))
    return made(Item, (Kind.BAR, "event-bar", Layer.BAR, rect, target, "", ink.colour, ink.emphasis, shape))


def set_items(slot: Slot, traits: Traits, scale: TimeScale, ink: Ink, area: Rect) -> list[Item]:
    """Return the marks of a set: one-of hollow and joined by a dotted line, all-of solid and repeated.

    The marks of single dates stand in the middle of the row, those of one stretch on the foot of its bar.
    """
    if traits.shape is SetShape.RANGE:
        bar = _bar(slot, traits, ink, area)
        place = _Place(bar.rect.bottom - CHOICE_LINE_PX * slot.unit / 2, RANGE_DOT_PX * slot.unit, bar.rect)
        return [bar, *_member_items(slot, traits, scale, ink, place)]
    y, height = ink.row.y + ink.row.h / 2, ink.row.h * SPREAD_BAR_SHARE
    reach = Rect(area.x - OFFSCREEN_PX, y - height / 2, area.w + 2 * OFFSCREEN_PX, height)
    place = _Place(y, SET_DOT_PX * slot.unit, reach)
    ranges = [
        _range_item(slot, traits, (scale.x_of(member.earliest_s), scale.x_of(member.latest_s)), ink, place)
        for member in traits.members
        if member.is_range and member.earliest_s is not None and member.latest_s is not None
    ]
    return [*ranges, *_member_items(slot, traits, scale, ink, place)]


class _Place(NamedTuple):
    """Where the marks of a set stand: their middle, their size, and how far their line may reach."""

    y: float
    radius: float
    reach: Rect


def _range_item(slot: Slot, traits: Traits, ends: tuple[float, float], ink: Ink, place: _Place) -> Item:
    """Return the low bar of a range among single dates."""
    left, right = max(ends[0], place.reach.x), min(ends[1], place.reach.right)
    rect = Rect(left, place.reach.y, max(right - left, 0.0), place.reach.h)
    shape = BarShape(left, max(right, left), EndStyle.FADE, EndStyle.FADE, pale=traits.is_choice)
    target = Target(TargetKind.EVENT, slot.ordinal, slot.lane, "mark")
    return Item(Kind.BAR, "event-bar", Layer.BAR, rect, target, "", ink.colour, ink.emphasis, shape)


def _member_items(slot: Slot, traits: Traits, scale: TimeScale, ink: Ink, place: _Place) -> list[Item]:
    """Return the dotted line of a choice and the mark of each date, or of both ends of a range."""
    marks = [mark for member in traits.members for mark in _marks_of(member, traits, scale, place.radius)]
    items: list[Item] = []
    if traits.is_choice and marks:
        reach, xs = place.reach, [x for x, _ in marks]
        left = max(reach.x + reach.h / 2 if traits.start is EndStyle.OPEN else min(xs), reach.x)
        right = min(reach.right - reach.h / 2 if traits.end is EndStyle.OPEN else max(xs), reach.right)
        height = CHOICE_LINE_PX * slot.unit
        line = Rect(left, place.y - height / 2, max(right - left, 0.0), height)
        target = Target(TargetKind.EVENT, slot.ordinal, slot.lane, "choice")
        items.append(Item(Kind.LINE, "choice-line", Layer.BAR, line, target, "", ink.colour, ink.emphasis))
    for number, (x, shape) in enumerate(marks):
        rect = Rect(x - place.radius, place.y - place.radius, 2 * place.radius, 2 * place.radius)
        target = Target(TargetKind.EVENT, slot.ordinal, slot.lane, f"part-{number}")
        items.append(
            Item(Kind.DOT, "event-dot", Layer.MARK, rect, target, "", ink.colour, ink.emphasis, shape)
        )
    return items


def _marks_of(
    member: Member, traits: Traits, scale: TimeScale, radius: float
) -> list[tuple[float, DotShape]]:
    """Return where the marks of a date or range stand, and how they look."""
    hollow = traits.is_choice or member.is_uncertain
    ends = [None if end_s is None else scale.x_of(end_s) for end_s in member[:4]]
    if member.is_range:
        are_soft = (
            member.fuzz_earliest_s != member.earliest_s,
            member.fuzz_latest_s != member.latest_s,
        )
        return [
            (x, DotShape(radius, hollow, soft=is_soft))
            for x, is_soft in zip(ends[:2], are_soft, strict=True)
            if x is not None
        ]
    earliest, latest, fuzz_earliest, fuzz_latest = ends
    if earliest is None or latest is None or fuzz_earliest is None or fuzz_latest is None:
        return []
    x = (earliest + latest) / 2
    before, after = x - fuzz_earliest, fuzz_latest - x
    is_soft = (member.fuzz_earliest_s, member.fuzz_latest_s) != (member.earliest_s, member.latest_s)
    shape = DotShape(
        radius,
        hollow,
        before if before > radius else 0.0,
        after if after > radius else 0.0,
        soft=is_soft,
    )
    return [(x, shape)]
