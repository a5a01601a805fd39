# SPDX-License-Identifier: MIT
"""Arranges things on one sheet of the board: beside each other, or in columns that share the room evenly.

Nothing is cut and nothing overflows: what has no room on a sheet is for the next one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import Final, NamedTuple

from timeline_app.base.geometry import Rect
from timeline_app.scene.board import BoardColumn
from timeline_app.scene.board_columns import column_px, placed_column, with_large_words
from timeline_app.scene.board_fitting import BoardType, PlacedBoard

GUTTER: Final = 40.0
STACKED_GAP: Final = 28.0
LEAST_WIDTH: Final = 480.0
"""Narrower columns would break every few words."""
MOST_WIDTH: Final = 1_240.0
"""Longer lines are hard to follow to the next one."""
MOST_BESIDE: Final = 3
UNEVEN: Final = {
    2: ((7, 5), (5, 7), (8, 4), (4, 8)),
    3: ((4, 3, 3), (3, 4, 3), (3, 3, 4), (4, 4, 3), (4, 3, 4), (3, 4, 4)),
}
"""Where one thing needs more room than those beside it, it has so many parts of the width."""


class _Way(NamedTuple):
    """A way to arrange things: where its columns stand, and how many things each of them holds."""

    places: tuple[tuple[float, float], ...]
    counts: tuple[int, ...]


def arranged(
    columns: Sequence[BoardColumn], room: Rect, kind: BoardType, unit: float
) -> tuple[PlacedBoard, ...] | None:
    """Return where each of some things stands on a sheet that holds all of them; None where they have no room.

    Words of sources that stand beside each other are set larger where they all have room for that.
    """
    if not columns:
        return ()
    large = [with_large_words(column) for column in columns]
    first = next(_ways(len(columns), room, unit))
    if large != list(columns) and len(first.places) == len(columns) and _fits(large, first, room, kind, unit):
        return _placed(large, first, room, kind, unit)
    for way in _ways(len(columns), room, unit):
        if _fits(columns, way, room, kind, unit):
            return _placed(columns, way, room, kind, unit)
    return None


def forced(
    columns: Sequence[BoardColumn], room: Rect, kind: BoardType, unit: float
) -> tuple[PlacedBoard, ...]:
    """Return where one thing stands that has no room at all, as far as there is any: on no screen that one has."""
    way = next(_ways(len(columns), room, unit))
    return tuple(
        PlacedBoard(
            tuple(text for text in placed.texts if text.rect.bottom <= room.bottom),
            tuple(part for part in placed.parts if part.rect.h > 0.0),
        )
        for placed in _placed(columns, way, room, kind, unit)
    )


def _ways(count: int, room: Rect, unit: float) -> Iterator[_Way]:
    """Yield the ways to arrange so many things: beside each other first, then one below the other."""
    most = int((room.w + GUTTER * unit) // ((LEAST_WIDTH + GUTTER) * unit))
    most = max(min(most, MOST_BESIDE, count), 1)
    if most == 1:
        yield _Way((_place(room, unit),), (count,))
        return
    if count <= most:
        for shares in ((1,) * count, *UNEVEN[count]):
            yield _Way(_places(shares, room, unit), (1,) * count)
    for beside in range(2, most + 1):
        for shares in ((1,) * beside, *UNEVEN[beside]):
            for counts in _splits(count, beside):
                yield _Way(_places(shares, room, unit), counts)


def _place(room: Rect, unit: float) -> tuple[float, float]:
    return room.x, min(room.w, MOST_WIDTH * unit)


def _places(shares: Sequence[int], room: Rect, unit: float) -> tuple[tuple[float, float], ...]:
    """Return the beginnings and widths of columns that share a width so."""
    gap_px = GUTTER * unit
    free_px = room.w - (len(shares) - 1) * gap_px
    widths = [free_px * share / sum(shares) for share in shares]
    return tuple((room.x + sum(widths[:at]) + at * gap_px, width_px) for at, width_px in enumerate(widths))


def _splits(count: int, beside: int) -> list[tuple[int, ...]]:
    """Return the ways to put so many things in so many columns, in their order, the evenest first."""
    found = [
        tuple(last - first for first, last in pairwise((0, *cuts, count)))
        for cuts in combinations(range(1, count), beside - 1)
    ]
    return sorted(found, key=lambda counts: (max(counts) - min(counts), [-each for each in counts]))


def _groups(
    columns: Sequence[BoardColumn], way: _Way
) -> Iterator[tuple[Sequence[BoardColumn], float, float]]:
    """Yield what stands below each other, with the beginning and the width of its column."""
    at = 0
    for (x, width_px), count in zip(way.places, way.counts, strict=True):
        yield columns[at : at + count], x, width_px
        at += count


def _fits(columns: Sequence[BoardColumn], way: _Way, room: Rect, kind: BoardType, unit: float) -> bool:
    return all(
        sum(column_px(column, width_px, kind, unit) for column in group)
        + (len(group) - 1) * STACKED_GAP * unit
        <= room.h
        for group, _, width_px in _groups(columns, way)
    )


def _placed(
    columns: Sequence[BoardColumn], way: _Way, room: Rect, kind: BoardType, unit: float
) -> tuple[PlacedBoard, ...]:
    """Place things; the last one of each column has all the room that is left."""
    found: list[PlacedBoard] = []
    for group, x, width_px in _groups(columns, way):
        y = room.y
        for at, column in enumerate(group):
            left_px = room.bottom - y
            height_px = left_px if at == len(group) - 1 else column_px(column, width_px, kind, unit)
            found.append(placed_column(column, Rect(x, y, width_px, height_px), kind, unit))
            y += height_px + STACKED_GAP * unit
    return _evened(found) if len(way.places) == len(columns) else tuple(found)


def _evened(placed: Sequence[PlacedBoard]) -> tuple[PlacedBoard, ...]:
    """Return things beside each other with grounds that are as high as the highest of them."""
    highest = max((ground.h for each in placed for ground in each.grounds), default=0.0)
    return tuple(
        each._replace(grounds=tuple(ground._replace(h=highest) for ground in each.grounds)) for each in placed
    )
