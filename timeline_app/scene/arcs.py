# SPDX-License-Identifier: MIT
"""The ways of links between the rows: along the gaps between them, and through each where no words stand.

A way is made of upright and level pieces. It is chosen from where rows, words and ends stand to each other, and not
from where the picture has been panned to: it is another one only where it would leave the window. A way passes through
a row's words only where that row has no gap within reach.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from timeline_app.base.geometry import Point

BEND_PX: Final = 24.0
"""A way with two bends less may be so much longer."""
TINY_PX: Final = 1e-3
"""Less than any difference that is more than rounding."""
MOST_COLUMNS: Final = 16
SAME_PX: Final = 0.5
"""Ways that differ by less are equally good: the first of them is taken, however doubles are rounded."""
MOST_AIR_PX: Final = 4.0
"""Above the first row, below the last one, and where rows lie far apart, a way keeps so near to the row."""

Stretch = tuple[float, float]


class Row(NamedTuple):
    """A row as words fill it: from `top` to `bottom`, and the stretches that are taken, from left to right."""

    top: float
    bottom: float
    taken: tuple[Stretch, ...] = ()


class End(NamedTuple):
    """Where a way begins or ends: at an x in a row, as seen from above it and from below."""

    x: float
    row: int
    from_above: float
    from_below: float


class _Manner(NamedTuple):
    """How a way is gone: see `way_between`."""

    turns_early: bool
    shift_px: float
    air_px: float


class Way(NamedTuple):
    """The corners of a way, its ends among them, and how many rows' words it passes through."""

    corners: tuple[Point, ...]
    crossed: int


def merged(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Return stretches from left to right, with those that touch made one."""
    found: list[Stretch] = []
    for left, right in sorted(stretches):
        if found and left <= found[-1][1]:
            if right > found[-1][1]:
                found[-1] = found[-1][0], right
        else:
            found.append((left, right))
    return tuple(found)


def gap_above(rows: Sequence[Row], row: int) -> float:
    """Return the y of the gap above a row."""
    top = rows[row].top
    if row == 0:
        return top - MOST_AIR_PX
    return max((rows[row - 1].bottom + top) / 2, top - MOST_AIR_PX)


def gap_below(rows: Sequence[Row], row: int) -> float:
    """Return the y of the gap below a row."""
    bottom = rows[row].bottom
    if row == len(rows) - 1:
        return bottom + MOST_AIR_PX
    return min((bottom + rows[row + 1].top) / 2, bottom + MOST_AIR_PX)


def way_between(
    rows: Sequence[Row],
    start: End,
    end: End,
    reach_px: float,
    *,
    turns_early: bool = False,
    shift_px: float = 0.0,
    air_px: float = 0.0,
    window: Stretch | None = None,
) -> Way:
    """Return the best way from one end to another: within a window, if it need not cross words there.

    It may leave the stretch between both by `reach_px` to go round words. Where it does not matter it goes upright
    at its end, or with `turns_early` at its beginning. Level pieces lie `shift_px` below the middle of their gap, and
    upright ones beside words `air_px` farther from them where there is room: so links keep apart.
    """
    bounds = min(start.x, end.x) - reach_px, max(start.x, end.x) + reach_px
    manner = _Manner(turns_early, shift_px, air_px)
    if window is not None:
        inside = _way(rows, start, end, (max(bounds[0], window[0]), min(bounds[1], window[1])), manner)
        if not inside.crossed:
            return inside
    return _way(rows, start, end, bounds, manner)


def _way(rows: Sequence[Row], start: End, end: End, bounds: Stretch, manner: _Manner) -> Way:
    turns_early, shift_px, air_px = manner
    if start.row == end.row:
        level = gap_above(rows, start.row) + shift_px
        return Way(_with_ends(start.from_above, [(start.x, level), (end.x, level)], end.from_above), 0)
    if start.row < end.row:
        between = [rows[row] for row in range(start.row + 1, end.row)]
        begin_y, end_y = start.from_below, end.from_above
        levels = [gap_below(rows, row) for row in range(start.row, end.row)]
        levels[-1] = gap_above(rows, end.row)
    else:
        between = [rows[row] for row in range(start.row - 1, end.row, -1)]
        begin_y, end_y = start.from_above, end.from_below
        levels = [gap_above(rows, row) for row in range(start.row, end.row, -1)]
        levels[-1] = gap_below(rows, end.row)
    wished = (start.x, end.x) if turns_early else (end.x, start.x)
    column = _column(between, wished, bounds, air_px)
    if column is not None:
        columns, crossed = [column] * len(between), 0
    else:
        columns, crossed = _steps(between, (start.x, end.x), bounds, air_px)
    corners: list[Stretch] = []
    here = start.x
    for x, level in zip((*columns, end.x), (level + shift_px for level in levels), strict=True):
        if x != here:
            corners.extend(((here, level), (x, level)))
            here = x
    return Way(_with_ends(begin_y, corners or [(start.x, begin_y)], end_y), crossed)


def _with_ends(begin_y: float, corners: Sequence[Stretch], end_y: float) -> tuple[Point, ...]:
    """Return the corners with both ends, upright from the first corner and to the last."""
    points = [Point(corners[0][0], begin_y), *(Point(*corner) for corner in corners)]
    points.append(Point(corners[-1][0], end_y))
    return tuple(point for at, point in enumerate(points) if at == 0 or point != points[at - 1])


def _column(between: Sequence[Row], wished: Stretch, bounds: Stretch, air_px: float) -> float | None:
    """Return the best x at which one upright line passes all rows freely, None where there is none."""
    if not between:
        return wished[0]
    low, high = bounds[0] - air_px, bounds[1] + air_px
    taken = merged([each for row in between for each in row.taken if each[1] > low and each[0] < high])
    first, last = min(wished), max(wished)
    best, best_px = None, 0.0
    middle = (first + last) / 2
    found = [x for wish in (*wished, middle) for x in _nearest_free(taken, wish, bounds, air_px)]
    for x in found:
        length_px = max(first - x, x - last, 0.0) * 2 + (0.0 if x in wished else BEND_PX)
        if best is None or length_px < best_px - SAME_PX:
            best, best_px = x, length_px
    return best


def _nearest_free(taken: Sequence[Stretch], x: float, bounds: Stretch, air_px: float) -> list[float]:
    """Return the free x nearest to a wished one: itself, or the nearest to its left and to its right."""
    if _is_free(taken, x):
        return [x]
    left, right = taken[bisect_right(taken, (x, float("inf"))) - 1]
    sides = ((left - air_px, left), (right + air_px, right))
    first, last = bounds
    found = [far if first <= far <= last and _is_free(taken, far) else near for far, near in sides]
    return [each for each in found if first <= each <= last]


def _steps(between: Sequence[Row], ends: Stretch, bounds: Stretch, air_px: float) -> tuple[list[float], int]:
    """Return the x at which each row is passed, from gap to gap, and how many rows have none within reach.

    Of all such ways the shortest, a bend counting for a length. With air beside words, if there is room for that.
    """
    low, high = bounds[0] - air_px, bounds[1] + air_px
    near = [tuple(each for each in row.taken if each[1] > low and each[0] < high) for row in between]
    # Where no words are a way goes on as it comes: only the other rows are looked at.
    taken = [row for row in near if row]
    columns, crossed = _airy(taken, ends, bounds, air_px)
    found, rest, x = list[float](), iter(columns), ends[0]
    for row in near:
        x = next(rest) if row else x
        found.append(x)
    return found, crossed


def _airy(
    taken: Sequence[tuple[Stretch, ...]], ends: Stretch, bounds: Stretch, air_px: float
) -> tuple[list[float], int]:
    """Return the shortest way past rows, with air beside words if there is room for that."""
    if air_px:
        airy = [merged([(left - air_px, right + air_px) for left, right in row]) for row in taken]
        found = _shortest(airy, ends, bounds)
        if not found[1]:
            return found
    return _shortest(taken, ends, bounds)


def _shortest(
    taken: Sequence[tuple[Stretch, ...]], ends: Stretch, bounds: Stretch
) -> tuple[list[float], int]:
    """Return the shortest way past rows, step by step from the columns beside words, and how many must be crossed."""
    columns = _columns(taken, ends, bounds)
    lengths = [abs(x - ends[0]) + (0.0 if x == ends[0] else BEND_PX) for x in columns]
    came_from: list[list[int]] = []
    crossed = 0
    for number, row in enumerate(taken):
        if number:
            lengths, sources = _stepped(lengths, columns)
            came_from.append(sources)
        is_free = _free_of(row, columns)
        if any(is_free):
            lengths = [px if free else math.inf for px, free in zip(lengths, is_free, strict=True)]
        else:
            crossed += 1
    lengths = [
        px + abs(x - ends[1]) + (0.0 if x == ends[1] else BEND_PX)
        for px, x in zip(lengths, columns, strict=True)
    ]
    at = _least(lengths)
    way = [at]
    for sources in reversed(came_from):
        at = sources[at]
        way.append(at)
    return [columns[each] for each in reversed(way)], crossed


def _columns(taken: Sequence[tuple[Stretch, ...]], ends: Stretch, bounds: Stretch) -> list[float]:
    """Return the columns that a way may take: its ends, and beside the words of rows the nearest to either of these."""
    found = set(ends)
    for row in taken:
        near = _nearest_free(row, ends[0], bounds, 0.0)
        # Each row has one, if it has a gap; of further ones only so many, whose number is what a way costs.
        found.update(near if len(found) < MOST_COLUMNS else near[:1])
        if len(found) < MOST_COLUMNS:
            found.update(_nearest_free(row, ends[1], bounds, 0.0))
    return sorted(found)


def _free_of(taken: Sequence[Stretch], columns: Sequence[float]) -> list[bool]:
    """Tell which columns no stretch takes; both go from left to right."""
    found, at = list[bool](), 0
    for x in columns:
        while at < len(taken) and taken[at][1] <= x:
            at += 1
        found.append(at == len(taken) or taken[at][0] >= x)
    return found


def _stepped(lengths: Sequence[float], columns: Sequence[float]) -> tuple[list[float], list[int]]:
    """Return the least lengths after a gap in which a way may go on to any other column, and where each came from."""
    found, sources = list(lengths), list(range(len(lengths)))
    for order in (range(len(columns)), range(len(columns) - 1, -1, -1)):
        best, best_at, last_x = math.inf, 0, 0.0
        for at in order:
            x = columns[at]
            best += abs(x - last_x)
            last_x = x
            if best + BEND_PX < found[at] - TINY_PX:
                found[at], sources[at] = best + BEND_PX, best_at
            if lengths[at] < best - TINY_PX:
                best, best_at = lengths[at], at
    return found, sources


def _least(lengths: Sequence[float]) -> int:
    best = 0
    for at, px in enumerate(lengths):
        if px < lengths[best] - TINY_PX:
            best = at
    return best


def _is_free(taken: Sequence[Stretch], x: float) -> bool:
    at = bisect_right(taken, (x, float("inf"))) - 1
    return at < 0 or taken[at][1] <= x or taken[at][0] == x
