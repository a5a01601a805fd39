# SPDX-License-Identifier: MIT
"""Lays the board out: every text in its rectangle, cut at the end of a passage where there is no room for all of it.

Nothing ever overflows and nothing is set smaller than its role: what has no room gives way, prose first.
"""

from __future__ import annotations

from typing import Final

from timeline_app.base.geometry import Rect
from timeline_app.scene.board import Board, BoardColumn, BoardRole, BoardText
from timeline_app.scene.board_columns import column_px, placed_column, with_large_words
from timeline_app.scene.board_fitting import BoardType, PlacedBoard, PlacedText, stacked
from timeline_app.scene.board_list import GUTTER, listed

MARGIN: Final = 52.0
SECTION: Final = 30.0
MOST_IN_ROW: Final = 3
MOST_CELLS: Final = 4
"""More things than these are listed in two columns."""
LEAST_PROSE_LINES: Final = 3
"""Above anything else less of the prose would be a scrap."""
HEAD_SHARE: Final = 0.62
"""So much of the board's height a head may take where anything else is to stand below it."""


def lay_out_board(board: Board, rect: Rect, kind: BoardType, unit: float) -> PlacedBoard:
    """Lay a board out in a rectangle; `unit` is a pixel of a picture that is 1080 high."""
    room = rect.grown(-MARGIN * unit)
    has_more = bool(board.prose or board.columns)
    head = stacked(board.head, room._replace(h=room.h * (HEAD_SHARE if has_more else 1.0)), kind)
    top = max((each.rect.bottom for each in head), default=room.y - SECTION * unit)
    below = Rect(room.x, top + SECTION * unit, room.w, room.bottom - top - SECTION * unit)
    lay_out = _side_by_side if len(board.columns) > 1 else _by_itself
    texts, parts, grounds = lay_out(board, below, kind, unit)
    return PlacedBoard((*head, *texts), parts, grounds)


def _by_itself(board: Board, room: Rect, kind: BoardType, unit: float) -> PlacedBoard:
    """Place prose, and one thing below it: the prose has what room that leaves."""
    columns = tuple(with_large_words(column, room, kind, unit) for column in board.columns)
    needed_px = sum(column_px(column, room.w, kind, unit) + SECTION * unit for column in columns)
    prose = stacked(board.prose, room._replace(h=room.h - min(needed_px, room.h)), kind)
    if columns and _is_scrap(prose, board.prose, kind):
        prose = ()
    start = max((each.rect.bottom + SECTION * unit for each in prose), default=room.y)
    cell = Rect(room.x, start, room.w, room.bottom - start)
    placed = [placed_column(column, cell, kind, unit) for column in columns]
    shown = placed[0] if placed else PlacedBoard()
    return shown._replace(texts=(*prose, *shown.texts))


def _side_by_side(board: Board, room: Rect, kind: BoardType, unit: float) -> PlacedBoard:
    """Place several things in cells; in a list where they are too many, or what accounts say would be cut."""
    columns = board.columns
    if len(columns) > MOST_CELLS:
        return PlacedBoard(listed(columns, room, kind, unit))
    cells = _cells(len(columns), room, unit)
    placed = [placed_column(column, cell, kind, unit) for column, cell in zip(columns, cells, strict=True)]
    texts = tuple(text for each in placed for text in each.texts)
    if len(columns) == MOST_CELLS and _has_cut_account(columns, texts):
        return PlacedBoard(listed(columns, room, kind, unit))
    parts = tuple(part for each in placed for part in each.parts)
    return PlacedBoard(texts, parts, _evened(tuple(ground for each in placed for ground in each.grounds)))


def _has_cut_account(columns: tuple[BoardColumn, ...], placed: tuple[PlacedText, ...]) -> bool:
    """Tell whether all of some things are accounts, and one of them could not be told in full."""
    says = [[text for text in column.texts if text.role is BoardRole.SAYS] for column in columns]
    shown = {each.text for each in placed}
    return all(says) and any(text not in shown for each in says for text in each)


def _is_scrap(placed: tuple[PlacedText, ...], texts: tuple[BoardText, ...], kind: BoardType) -> bool:
    """Tell whether so little of the prose is left that it would not be worth reading."""
    if not placed or tuple(each.text for each in placed) == texts:
        return False
    last = placed[-1]
    return last.rect.bottom - placed[0].rect.y < LEAST_PROSE_LINES * kind.line_px(last.text)


def _cells(count: int, room: Rect, unit: float) -> tuple[Rect, ...]:
    """Return the places of so many columns: up to three beside each other, more of them in two rows."""
    if count == 0:
        return ()
    rows = 1 if count <= MOST_IN_ROW else 2
    in_row = -(-count // rows)
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


def _evened(grounds: tuple[Rect, ...]) -> tuple[Rect, ...]:
    """Return grounds that are as high as the highest one beside them."""
    highest = {y: max(ground.h for ground in grounds if ground.y == y) for y in {each.y for each in grounds}}
    return tuple(ground._replace(h=highest[ground.y]) for ground in grounds)
