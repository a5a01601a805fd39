# SPDX-License-Identifier: MIT
"""One thing on the board in its cell: what must stand whole, the words in what room that leaves, and a chart or map."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from timeline_app.base.geometry import Rect
from timeline_app.scene.board import FLEXIBLE, BoardColumn, BoardRole, BoardText
from timeline_app.scene.board_fitting import BoardType, PlacedBoard, PlacedPart, PlacedText, fitted

PAD: Final = 28.0
RULE: Final = 6.0
LEAST_CHART: Final = 240.0
BAR: Final = 70.0
LABEL: Final = 50.0
"""In pixels of a picture that is 1080 high."""
LONG_LABEL: Final = 14
"""Labels of more characters stand above their bars."""
TIGHT_LINES: Final = 2
"""Where room is short, so many lines are left of where something is printed."""
LEAST_WORD_LINES: Final = 2
"""For so many lines of what somebody says, where it is printed gives way."""


def placed_column(column: BoardColumn, cell: Rect, kind: BoardType, unit: float) -> PlacedBoard:
    """Place a column in its cell: what must stand whole first, and the words in what room is left."""
    if not column.is_seen:
        return PlacedBoard()
    inner = _inner(cell, column, unit)
    has_part = column.figure is not None or bool(column.mapped)
    room_px = inner.h - min(_part_px(column), LEAST_CHART) * unit
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


def column_px(column: BoardColumn, width_px: float, kind: BoardType, unit: float) -> float:
    """Return how high a column is where it has all the room that it wants."""
    inner = _inner(Rect(0.0, 0.0, width_px, 0.0), column, unit)
    heights = [kind.height_px(text, inner.w) for text in column.texts]
    spaces = [kind.space_px(text) for text in column.texts[1:]]
    part_px = _part_px(column) * unit
    return sum(heights) + sum(spaces) + part_px - inner.h


def with_large_words(column: BoardColumn, room: Rect, kind: BoardType, unit: float) -> BoardColumn:
    """Return a column that stands alone with its words set larger, where they fit so."""
    large = replace(
        column,
        texts=tuple(
            replace(text, role=BoardRole.LARGE_WORDS) if text.role is BoardRole.WORDS else text
            for text in column.texts
        ),
    )
    return large if column_px(large, room.w, kind, unit) <= room.h else column


def _part_px(column: BoardColumn) -> float:
    """Return how high a map or a chart should be, in pixels of a picture that is 1080 high."""
    figure = column.figure
    if figure is None or figure.kind == "line":
        return 2 * LEAST_CHART if column.mapped or figure is not None else 0.0
    has_long_labels = max((len(label) for label, _ in figure.data), default=0) > LONG_LABEL
    return PAD + len(figure.data) * (BAR + LABEL if has_long_labels else BAR)


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


def _chosen(
    texts: tuple[BoardText, ...], width_px: float, room_px: float, kind: BoardType
) -> tuple[BoardText, ...]:
    """Return the texts that fit below each other: where room is short, long sources give way, then long words."""
    wanted_px = sum(kind.height_px(text, width_px) for text in texts)
    wanted_px += sum(kind.space_px(text) for text in texts[1:])
    if wanted_px <= room_px:
        return texts
    texts = tuple(
        (fitted(text, width_px, TIGHT_LINES * kind.line_px(text), kind) or text)
        if text.role is BoardRole.SOURCE
        else text
        for text in texts
    )
    spare_px = _spare_px(texts, width_px, room_px, kind)
    if spare_px < _least_px(texts, width_px, kind):
        texts = tuple(text for text in texts if text.role is not BoardRole.SOURCE)
        spare_px = _spare_px(texts, width_px, room_px, kind)
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


def _spare_px(texts: tuple[BoardText, ...], width_px: float, room_px: float, kind: BoardType) -> float:
    """Return what room is left beside the texts that stand whole."""
    firm = (text for text in texts if text.role not in FLEXIBLE)
    return room_px - sum(kind.height_px(text, width_px) + kind.space_px(text) for text in firm)


def _least_px(texts: tuple[BoardText, ...], width_px: float, kind: BoardType) -> float:
    """Return the room below which it is not told where something is printed: all that accounts say goes before that."""
    says = sum(kind.height_px(text, width_px) for text in texts if text.role is BoardRole.SAYS)
    words = [text for text in texts if text.role in FLEXIBLE and text.role is not BoardRole.SAYS]
    return says + sum(LEAST_WORD_LINES * kind.line_px(text) for text in words[:1])
