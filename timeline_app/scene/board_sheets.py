# SPDX-License-Identifier: MIT
"""Turns a board into sheets: nothing that is said is cut, and a sheet never ends within an account or a sentence.

What the class is shown comes first, and whole. Of the places that a board can have, the first is taken that needs the
fewest sheets: beside the timeline or below it; below a lower one; and at last over all of the picture. On a sheet,
things stand beside each other; where one is long it is made wider, and then they are stacked in columns. Only what is
too long for a sheet of its own goes on upon the next one, behind a sentence. An event is told by its summary; the
paragraphs behind that follow where there is room, and are never a reason to turn to another sheet.

How many sheets there are depends on the size of the picture. Which are to be read at a step of a stop are those that
hold what was revealed last: what came before it has been read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from typing import Final, NamedTuple

from timeline_app.base.geometry import Rect
from timeline_app.scene.board import Board, BoardColumn, BoardRole, BoardText
from timeline_app.scene.board_fitting import BoardType, PlacedBoard, PlacedText, stacked
from timeline_app.scene.board_layout import arranged, forced
from timeline_app.scene.board_pieces import pieces_of
from timeline_app.scene.hall_plan import BoardShape

MARGIN: Final = 52.0
SECTION: Final = 30.0
HEAD_SHARE: Final = 0.62
"""So much of the board's height a head may take where anything else is to stand below it."""
FIRST_SHEET_ONLY: Final = frozenset({BoardRole.KICKER, BoardRole.DATE})
"""What of a head need not be read twice."""
MOST_BALANCED: Final = 8
"""More things than these are dealt out as they come."""

ONE_SHEET: Final = (False, 1)

MarkOf = Callable[[int, int], BoardText]
"""Returns the mark of a sheet of so many."""


class Sheets(NamedTuple):
    """What is to be read one after the other in one place of the hall; of nothing to read there is one empty sheet."""

    shape: BoardShape
    sheets: tuple[PlacedBoard, ...]


class _Sheet(NamedTuple):
    """One sheet: of which things it holds pieces, where each stands, and the head above them.

    `is_short` tells that there is no room for all of it, however small the pieces: on no screen that a class sees.
    """

    held: tuple[int, ...]
    head: tuple[PlacedText, ...]
    placed: tuple[PlacedBoard, ...]
    is_short: bool = False


def shapes_for(board: Board) -> tuple[BoardShape, ...]:
    """Return where a board may stand, the best place first: what is compared has the whole width."""
    if board.is_empty:
        return (BoardShape.NONE,)
    below = (BoardShape.BELOW, BoardShape.LOW, BoardShape.WHOLE)
    return below if len(board.columns) > 1 else (BoardShape.BESIDE, *below)


def sheets_of(
    board: Board, place_of: Callable[[BoardShape], Rect], kind: BoardType, unit: float, mark_of: MarkOf
) -> Sheets:
    """Lay a board out; `place_of` tells the room of each place, `unit` is a pixel of a picture 1080 high."""
    if board.is_told and len(board.columns) == 1:
        board = replace(board, prose=(), more=(*board.prose, *board.more))
    best: tuple[BoardShape, list[_Sheet], Rect] | None = None
    for shape in shapes_for(board):
        if shape is BoardShape.NONE:
            return Sheets(shape, (PlacedBoard(),))
        room = place_of(shape).grown(-MARGIN * unit)
        made = _filled(board, room, kind, unit)
        if best is None or _cost(made) < _cost(best[1]):
            best = shape, made, room
        if _cost(made) == ONE_SHEET:
            break
    if best is None:
        return Sheets(BoardShape.NONE, (PlacedBoard(),))
    shape, made, room = best
    return Sheets(shape, _shown(board, made, room, kind, mark_of))


def _cost(made: Sequence[_Sheet]) -> tuple[bool, int]:
    """Return what speaks against a place: that it cannot hold all, and how many sheets it needs."""
    return any(sheet.is_short for sheet in made), len(made)


def _filled(board: Board, room: Rect, kind: BoardType, unit: float) -> list[_Sheet]:
    """Return the sheets of a board in one room; paragraphs that only may follow do so where nothing is added for them."""
    made = _dealt(board, board.prose, room, kind, unit)
    count = 0
    while len(made) == 1 and count < len(board.more):
        longer = _dealt(board, (*board.prose, *board.more[: count + 1]), room, kind, unit)
        if _cost(longer) != ONE_SHEET or _moves(made[0], longer[0], len(board.columns)):
            break
        made, count = longer, count + 1
    return made


def _moves(before: _Sheet, after: _Sheet, count: int) -> bool:
    """Tell whether longer prose has made what stands beside or below it smaller."""
    roles = [
        [each.text.role for placed in sheet.placed[-count:] for each in placed.texts] if count else []
        for sheet in (before, after)
    ]
    return roles[0] != roles[1]


def _dealt(
    board: Board, prose: tuple[BoardText, ...], room: Rect, kind: BoardType, unit: float
) -> list[_Sheet]:
    """Return the fewest sheets that hold all things in their order, and as evenly as can be."""
    things = (*((BoardColumn(prose),) if prose else ()), *board.columns)
    heads = [
        _head(board.head, room, kind, is_first=is_first, has_more=bool(things)) for is_first in (True, False)
    ]
    rooms = [_below(head, room, unit) for head in heads]
    pieces = [
        (number, piece)
        for number, thing in enumerate(things)
        for piece in pieces_of(
            thing, lambda one: arranged((one,), min(rooms, key=lambda each: each.h), kind, unit) is not None
        )
    ]
    known: dict[tuple[int, int, bool], tuple[PlacedBoard, ...] | None] = {}

    def placed(first: int, last: int) -> tuple[PlacedBoard, ...] | None:
        key = first, last, first == 0
        if key not in known:
            columns = [piece for _, piece in pieces[first:last]]
            known[key] = arranged(columns, rooms[first > 0], kind, unit)
        return known[key]

    def sheet(first: int, last: int) -> _Sheet:
        held, found = tuple(number for number, _ in pieces[first:last]), placed(first, last)
        if found is not None:
            return _Sheet(held, heads[first > 0], found)
        columns = [piece for _, piece in pieces[first:last]]
        return _Sheet(held, heads[first > 0], forced(columns, rooms[first > 0], kind, unit), is_short=True)

    cuts = _cuts(len(pieces), lambda first, last: last == first + 1 or placed(first, last) is not None)
    return [sheet(first, last) for first, last in pairwise(cuts)] or [_Sheet((), heads[0], ())]


def _cuts(count: int, fits: Callable[[int, int], bool]) -> tuple[int, ...]:
    """Return before which of so many pieces the sheets begin, and their end: few sheets, and none of them crowded."""
    if count == 0:
        return ()
    cuts = [0]
    while cuts[-1] < count:
        first = cuts[-1]
        last = first + 1
        while last < count and fits(first, last + 1):
            last += 1
        cuts.append(last)
    if count > MOST_BALANCED:
        return tuple(cuts)
    ways = [(0, *way, count) for way in combinations(range(1, count), len(cuts) - 2)]
    ways.sort(key=_spread)
    return next((way for way in ways if all(fits(*each) for each in pairwise(way))), tuple(cuts))


def _spread(cuts: Sequence[int]) -> tuple[int, list[int]]:
    """Return how unevenly sheets are filled; of two ways alike the one with more at first comes first."""
    counts = [last - first for first, last in pairwise(cuts)]
    return max(counts) - min(counts), [-each for each in counts]


def _head(
    head: tuple[BoardText, ...], room: Rect, kind: BoardType, *, is_first: bool, has_more: bool
) -> tuple[PlacedText, ...]:
    """Place the head of a sheet; further sheets need only say what they are about."""
    texts = head if is_first else tuple(text for text in head if text.role not in FIRST_SHEET_ONLY)
    return stacked(texts, room._replace(h=room.h * (HEAD_SHARE if has_more else 1.0)), kind)


def _below(head: tuple[PlacedText, ...], room: Rect, unit: float) -> Rect:
    """Return the room below a head."""
    if not head:
        return room
    top = head[-1].rect.bottom + SECTION * unit
    return Rect(room.x, top, room.w, room.bottom - top)


def _shown(
    board: Board, made: Sequence[_Sheet], room: Rect, kind: BoardType, mark_of: MarkOf
) -> tuple[PlacedBoard, ...]:
    """Return the sheets that are to be read, without what is not revealed, each with its number among all."""
    prose = int(len({number for sheet in made for number in sheet.held}) > len(board.columns))
    is_seen = [*([True] * prose), *(column.is_seen for column in board.columns)]
    is_new = [*([True] * prose), *(column.is_new for column in board.columns)]
    wanted = {number for number in range(len(is_seen)) if is_seen[number] and is_new[number]}
    wanted = wanted or {number for number in range(len(is_seen)) if is_seen[number]}
    found = []
    for number, sheet in enumerate(made):
        if not wanted.isdisjoint(sheet.held) or not wanted:
            mark = (_mark(mark_of(number + 1, len(made)), room, kind),) if len(made) > 1 else ()
            seen = [each for at, each in zip(sheet.held, sheet.placed, strict=True) if is_seen[at]]
            found.append(
                PlacedBoard(
                    (*sheet.head, *(text for each in seen for text in each.texts), *mark),
                    tuple(part for each in seen for part in each.parts),
                    tuple(ground for each in seen for ground in each.grounds),
                )
            )
    return tuple(found)


def _mark(mark: BoardText, room: Rect, kind: BoardType) -> PlacedText:
    """Place the mark of a sheet in the margin, at the end of the lines."""
    width_px, height_px = kind.width_px(mark), kind.line_px(mark)
    return PlacedText(mark, Rect(room.right - width_px, room.bottom + 2.0, width_px, height_px))
