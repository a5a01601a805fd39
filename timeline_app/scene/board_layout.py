# SPDX-License-Identifier: MIT
"""Lays the board out: every text in its rectangle, cut at the end of a passage where there is no room for all of it.

Nothing ever overflows and nothing is set smaller than its role: what has no room gives way, prose first.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple, Protocol

from timeline_app.base.geometry import Rect
from timeline_app.model.views import FigureView
from timeline_app.scene.board import FLEXIBLE, Board, BoardColumn, BoardRole, BoardText

MARGIN: Final = 56.0
GUTTER: Final = 48.0
PAD: Final = 30.0
SECTION: Final = 34.0
RULE: Final = 6.0
LEAST_CHART: Final = 240.0
"""In pixels of a picture that is 1080 high."""
MOST_IN_ROW: Final = 3
MOST_CELLS: Final = 6
HEAD_SHARE: Final = 0.62
"""So much of the board's height a head may take where anything else is to stand below it."""


class BoardType(Protocol):
    """Measures the texts of a board as they will be set."""

    def height_px(self, text: BoardText, width_px: float) -> float:
        """Return the height of a paragraph broken for a width."""
        ...

    def space_px(self, text: BoardText) -> float:
        """Return the space between a paragraph and what stands above it."""
        ...


class PlacedText(NamedTuple):
    """A text and where it stands."""

    text: BoardText
    rect: Rect


class PlacedPart(NamedTuple):
    """Where a figure or a map is drawn."""

    rect: Rect
    figure: FigureView | None = None
    mapped: str = ""


class PlacedBoard(NamedTuple):
    """Everything on the board; `grounds` lie under the words of sources, with a rule at their start."""

    texts: tuple[PlacedText, ...] = ()
    parts: tuple[PlacedPart, ...] = ()
    grounds: tuple[Rect, ...] = ()


def lay_out_board(board: Board, rect: Rect, kind: BoardType, unit: float) -> PlacedBoard:
    """Lay a board out in a rectangle; `unit` is a pixel of a picture that is 1080 high."""
    room = rect.grown(-MARGIN * unit)
    has_more = bool(board.prose or board.columns)
    head = _stacked(board.head, room._replace(h=room.h * (HEAD_SHARE if has_more else 1.0)), kind)
    top = max((each.rect.bottom for each in head), default=room.y - SECTION * unit)
    below = Rect(room.x, top + SECTION * unit, room.w, room.bottom - top - SECTION * unit)
    columns = board.columns[:MOST_CELLS]
    cells = _cells(len(columns), below, unit)
    if len(columns) == 1:
        columns = (_with_large_words(columns[0], below, kind, unit),)
    is_alone = len(columns) <= 1
    needed_px = sum(_column_px(column, below.w, kind, unit) for column in columns) if is_alone else below.h
    taken_px = min(needed_px, below.h)
    prose: tuple[PlacedText, ...] = ()
    if is_alone:
        spare_px = below.h - taken_px - (SECTION * unit if columns else 0.0)
        prose = _stacked(board.prose, below._replace(h=spare_px), kind)
        start = max((each.rect.bottom + SECTION * unit for each in prose), default=below.y)
        cells = tuple(Rect(below.x, start, below.w, below.bottom - start) for _ in columns)
    placed = [_placed_column(column, cell, kind, unit) for column, cell in zip(columns, cells, strict=False)]
    texts = (text for each in placed for text in each.texts)
    parts = tuple(part for each in placed for part in each.parts)
    grounds = tuple(ground for each in placed for ground in each.grounds)
    return PlacedBoard((*head, *prose, *texts), parts, grounds)


def fitted(text: BoardText, width_px: float, room_px: float, kind: BoardType) -> BoardText | None:
    """Return a text cut to a height: at the end of a passage, else of a sentence, else of a word; None if no room."""
    if kind.height_px(text, width_px) <= room_px:
        return text
    for places in text.places_to_cut():
        low, high = 0, len(places)
        while low < high:
            middle = (low + high) // 2
            if kind.height_px(text.cut(places[middle]), width_px) <= room_px:
                low = middle + 1
            else:
                high = middle
        if low:
            return text.cut(places[low - 1])
    return None


def _stacked(texts: tuple[BoardText, ...], room: Rect, kind: BoardType) -> tuple[PlacedText, ...]:
    """Place texts one below the other until there is no more room; the last one may be cut."""
    found: list[PlacedText] = []
    y = room.y
    for text in texts:
        top = y + (kind.space_px(text) if found else 0.0)
        shown = fitted(text, room.w, room.bottom - top, kind)
        if shown is None:
            if found and found[-1].text.role in FLEXIBLE:
                found[-1] = found[-1]._replace(text=_going_on(found[-1].text))
            break
        height_px = kind.height_px(shown, room.w)
        found.append(PlacedText(shown, Rect(room.x, top, room.w, height_px)))
        y = top + height_px
        if shown is not text:
            break
    return tuple(found)


def _going_on(text: BoardText) -> BoardText:
    """Return a whole text with the sign that others follow, which have no room."""
    return text.cut(len(text.words))


def _cells(count: int, room: Rect, unit: float) -> tuple[Rect, ...]:
    """Return the places of so many columns: up to three beside each other, four as two by two."""
    if count == 0:
        return ()
    in_row = 2 if count in (2, 4) else min(count, MOST_IN_ROW)
    rows = -(-count // in_row)
    gap_px = GUTTER * unit
    width_px = (room.w - (in_row - 1) * gap_px) / in_row
    height_px = (room.h - (rows - 1) * gap_px / 2) / rows
    return tuple(
        Rect(
            room.x + (at % in_row) * (width_px + gap_px),
            room.y + (at // in_row) * (height_px + gap_px / 2),
            width_px,
            height_px,
        )
        for at in range(count)
    )


def _inner(cell: Rect, column: BoardColumn, unit: float) -> Rect:
    """Return the room for a column's texts: within its ground, where it has one."""
    if not column.is_quote:
        return cell
    return Rect(
        cell.x + (PAD + RULE) * unit,
        cell.y + PAD * 0.8 * unit,
        cell.w - (2 * PAD + RULE) * unit,
        cell.h - 1.6 * PAD * unit,
    )


def _column_px(column: BoardColumn, width_px: float, kind: BoardType, unit: float) -> float:
    """Return how high a column is where it has all the room that it wants."""
    inner = _inner(Rect(0.0, 0.0, width_px, 0.0), column, unit)
    heights = [kind.height_px(text, inner.w) for text in column.texts]
    spaces = [kind.space_px(text) for text in column.texts[1:]]
    part_px = 2 * LEAST_CHART * unit if column.figure is not None or column.mapped else 0.0
    return sum(heights) + sum(spaces) + part_px - inner.h


def _with_large_words(column: BoardColumn, room: Rect, kind: BoardType, unit: float) -> BoardColumn:
    """Return a column that stands alone with its words set larger, where they fit so."""
    large = replace(
        column,
        texts=tuple(
            replace(text, role=BoardRole.LARGE_WORDS) if text.role is BoardRole.WORDS else text
            for text in column.texts
        ),
    )
    return large if _column_px(large, room.w, kind, unit) <= room.h else column


def _placed_column(column: BoardColumn, cell: Rect, kind: BoardType, unit: float) -> PlacedBoard:
    """Place a column in its cell: what must stand whole first, and the words in what room is left."""
    if not column.is_seen:
        return PlacedBoard()
    inner = _inner(cell, column, unit)
    has_part = column.figure is not None or bool(column.mapped)
    room_px = inner.h - (LEAST_CHART * unit if has_part else 0.0)
    shown = _chosen(column.texts, inner.w, room_px, kind)
    placed: list[PlacedText] = []
    y = inner.y
    for text in shown:
        top = y + (kind.space_px(text) if placed else 0.0)
        height_px = kind.height_px(text, inner.w)
        placed.append(PlacedText(text, Rect(inner.x, top, inner.w, height_px)))
        y = top + height_px
    parts: tuple[PlacedPart, ...] = ()
    if has_part:
        top = y + (PAD * unit if placed else 0.0)
        at = Rect(inner.x, top, inner.w, inner.bottom - top)
        parts = (PlacedPart(at, column.figure, column.mapped),)
    bottom = y + (cell.bottom - inner.bottom)
    grounds = (cell._replace(h=bottom - cell.y),) if column.is_quote and placed else ()
    return PlacedBoard(tuple(placed), parts, grounds)


def _chosen(
    texts: tuple[BoardText, ...], width_px: float, room_px: float, kind: BoardType
) -> tuple[BoardText, ...]:
    """Return the texts that fit below each other; those that may be cut give way to those that may not."""
    firm_px = sum(
        kind.height_px(text, width_px) + kind.space_px(text) for text in texts if text.role not in FLEXIBLE
    )
    spare_px = room_px - firm_px
    found: list[BoardText] = []
    left_px = room_px
    for text in texts:
        space_px = kind.space_px(text) if found else 0.0
        is_flexible = text.role in FLEXIBLE
        allowed_px = (min(spare_px, left_px) if is_flexible else left_px) - space_px
        shown = fitted(text, width_px, allowed_px, kind)
        if shown is None:
            continue
        height_px = kind.height_px(shown, width_px) + space_px
        left_px -= height_px
        if is_flexible:
            spare_px -= height_px
        found.append(shown)
    return tuple(found)
