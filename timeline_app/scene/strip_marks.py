# SPDX-License-Identifier: MIT
"""The marks of a strip one by one: for whoever points at one, and for those who read the scene from outside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from timeline_app.base.geometry import Rect
from timeline_app.scene.items import Item, Kind, StripShape, Target, TargetKind

DOUBTFUL_CELL_PX = 1.0


def unfolded(items: Iterable[Item]) -> Iterator[Item]:
    """Yield the items with every strip taken apart into its marks."""
    for item in items:
        if isinstance(item.detail, StripShape):
            yield from marks_of(item, item.detail)
        else:
            yield item


def marks_of(strip: Item, shape: StripShape) -> Iterator[Item]:
    """Yield the lines, cells and marks of a strip as ticks, in paint order."""
    for number in range(len(shape.lines)):
        yield line_at(strip, shape, number)
    for number in range(len(shape.cells)):
        yield from mark_at(strip, shape, number)


def line_at(strip: Item, shape: StripShape, number: int) -> Item:
    """Return the line of a stretch in which something folded lasts."""
    left, right = shape.lines[number].tolist()
    cell, count = shape.line_cells[number].tolist()
    top = strip.rect.bottom - shape.line_px
    rect = Rect(strip.rect.x + left, top, right - left, shape.line_px)
    target = Target(TargetKind.FOLDED, cell, shape.lane, str(count))
    return Item(Kind.TICK, "density", strip.layer, rect, target, "", strip.colour, strip.emphasis)


def mark_at(strip: Item, shape: StripShape, number: int) -> list[Item]:
    """Return the mark of a lone event, or the body of a cell and the line of its doubtful share."""
    x, y = strip.rect.x + float(shape.lefts[number]), strip.rect.y + float(shape.tops[number])
    width, height = float(shape.widths[number]), float(shape.heights[number])
    ordinal = int(shape.ordinals[number])
    if ordinal >= 0:
        target = Target(TargetKind.EVENT, ordinal, shape.lane, "strip")
        rect = Rect(x, y, width, height)
        return [Item(Kind.TICK, "strip-mark", strip.layer, rect, target, "", strip.colour, strip.emphasis)]
    target = Target(TargetKind.FOLDED, int(shape.cells[number]), shape.lane, str(int(shape.counts[number])))
    doubt_px = float(shape.doubts_px[number])
    body = Rect(x, y + doubt_px, width, height - doubt_px)
    line = Rect(x + (width - DOUBTFUL_CELL_PX) / 2, y, DOUBTFUL_CELL_PX, doubt_px)
    return [
        Item(Kind.TICK, "density", strip.layer, rect, target, "", strip.colour, strip.emphasis)
        for rect in (body, line)
        if rect.h > 0.0
    ]


def mark_under(strip: Item, shape: StripShape, x: float, y: float) -> Item | None:
    """Return the mark, cell or line of a strip at a point, the mark before the cell; None where it is empty."""
    along_px, down_px = x - strip.rect.x, y - strip.rect.y
    inside = (shape.lefts <= along_px) & (along_px < shape.lefts + shape.widths)
    found = np.flatnonzero(inside & (shape.tops <= down_px) & (down_px < shape.tops + shape.heights))
    if len(found):
        lone = found[shape.ordinals[found] >= 0]
        return mark_at(strip, shape, int(lone[-1] if len(lone) else found[-1]))[0]
    lines = np.flatnonzero((shape.lines[:, 0] <= along_px) & (along_px < shape.lines[:, 1]))
    if len(lines):
        line = line_at(strip, shape, int(lines[0]))
        return line if line.rect.contains(x, y) else None
    return None


def nearest_event(strip: Item, shape: StripShape, x: float, y: float, within_px: float) -> Item | None:
    """Return the mark of a lone event that is nearest to a point, None if none is near enough."""
    lefts, tops = strip.rect.x + shape.lefts, strip.rect.y + shape.tops
    across = np.maximum(np.maximum(lefts - x, x - lefts - shape.widths), 0.0)
    down = np.maximum(np.maximum(tops - y, y - tops - shape.heights), 0.0)
    distances = np.where(shape.ordinals >= 0, np.hypot(across, down), np.inf)
    if not len(distances) or distances.min() > within_px:
        return None
    return mark_at(strip, shape, int(np.argmin(distances)))[0]


def line_near(strip: Item, shape: StripShape, x: float, y: float, within_px: float) -> Item | None:
    """Return the line that runs right above or below a point, None if none is near enough."""
    along_px = x - strip.rect.x
    lines = np.flatnonzero((shape.lines[:, 0] <= along_px) & (along_px < shape.lines[:, 1]))
    if not len(lines):
        return None
    line = line_at(strip, shape, int(lines[0]))
    return line if line.rect.distance_to(x, y) <= within_px else None


def events_within(strip: Item, shape: StripShape, box: Rect) -> list[int]:
    """Return the lone events whose marks touch a box."""
    lefts, tops = strip.rect.x + shape.lefts, strip.rect.y + shape.tops
    touches = (lefts < box.right) & (lefts + shape.widths > box.x)
    touches &= (tops < box.bottom) & (tops + shape.heights > box.y) & (shape.ordinals >= 0)
    found: list[int] = shape.ordinals[touches].tolist()
    return found
