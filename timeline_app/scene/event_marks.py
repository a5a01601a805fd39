# SPDX-License-Identifier: MIT
"""The mark of one event in its row: dot, bar, or the several marks of a set of dates."""

from __future__ import annotations

from typing import NamedTuple

from timeline_app.base.geometry import Rect
from timeline_app.scene.items import (
    BarShape,
    DotShape,
    Emphasis,
    EndStyle,
    Item,
    Kind,
    Layer,
    Target,
    TargetKind,
)
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.traits import Traits

DOT_BELOW_PX = 12.0
"""A span narrower than this is a dot."""
WIDE_BAR_PX = 40.0
"""From here on a bar's label stands inside it, and a day has a width of its own."""
OFFSCREEN_PX = 400.0
"""Bars are cut this far outside the window; nobody sees that they go on."""
BAR_SHARE = 0.76
SET_DOT_PX = 5.0


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
        width = self.right - self.left
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
    radius = traits.radius_px * slot.unit
    half = (slot.right - slot.left) / 2
    halo = half if half > radius else 0.0
    x, y = slot.left + half, ink.row.y + ink.row.h / 2
    shape = DotShape(radius, traits.is_hollow, halo, halo)
    rect = Rect(x - radius, y - radius, 2 * radius, 2 * radius)
    target = Target(TargetKind.EVENT, slot.ordinal, slot.lane, "mark")
    return Item(Kind.DOT, "event-dot", Layer.MARK, rect, target, "", ink.colour, ink.emphasis, shape)


def _bar(slot: Slot, traits: Traits, ink: Ink, area: Rect) -> Item:
    left, right = max(slot.left, area.x - OFFSCREEN_PX), min(slot.right, area.right + OFFSCREEN_PX)
    start, end = traits.start, traits.end
    if traits.has_core:
        core_left, core_right = slot.core_left, slot.core_right
    else:
        # Nothing is certain: what is known best is the middle; a missing end leaves the known one.
        is_whole = start is not EndStyle.OPEN and end not in (EndStyle.OPEN, EndStyle.UNKNOWN)
        core_left = core_right = (slot.left + slot.right) / 2 if is_whole else left
    if end is EndStyle.OPEN:
        core_right = right
    core_left, core_right = max(core_left, left), min(core_right, right)
    height = ink.row.h * BAR_SHARE
    rect = Rect(left, ink.row.y + (ink.row.h - height) / 2, max(right - left, 0.0), height)
    shape = BarShape(min(core_left, right), max(core_right, left), start, end, traits.is_hollow)
    target = Target(TargetKind.EVENT, slot.ordinal, slot.lane, "mark")
    return Item(Kind.BAR, "event-bar", Layer.BAR, rect, target, "", ink.colour, ink.emphasis, shape)


def set_items(slot: Slot, traits: Traits, scale: TimeScale, ink: Ink) -> list[Item]:
    """Return the marks of a set: one-of hollow and joined by a dotted line, all-of solid and repeated."""
    items: list[Item] = []
    y, radius = ink.row.y + ink.row.h / 2, SET_DOT_PX * slot.unit
    xs = [(scale.x_of(first_s) + scale.x_of(last_s)) / 2 for first_s, last_s in traits.set_spans_s]
    if traits.is_choice:
        left = max(min(xs), scale.left_px - OFFSCREEN_PX)
        right = min(max(xs), scale.left_px + scale.width_px + OFFSCREEN_PX)
        line = Rect(left, y - 0.5, max(right - left, 0.0), 1.0)
        target = Target(TargetKind.EVENT, slot.ordinal, slot.lane, "choice")
        items.append(Item(Kind.LINE, "link-judgement", Layer.BAR, line, target, "", ink.colour, ink.emphasis))
    for number, x in enumerate(xs):
        rect = Rect(x - radius, y - radius, 2 * radius, 2 * radius)
        target = Target(TargetKind.EVENT, slot.ordinal, slot.lane, f"part-{number}")
        shape = DotShape(radius, traits.is_choice)
        items.append(
            Item(Kind.DOT, "event-dot", Layer.MARK, rect, target, "", ink.colour, ink.emphasis, shape)
        )
    return items
