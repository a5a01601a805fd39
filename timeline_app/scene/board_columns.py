# SPDX-License-Identifier: MIT
"""One thing on the board in its cell: its texts below each other, and a chart or a map in the room that they leave."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from timeline_app.base.geometry import Rect
from timeline_app.scene.board import BoardColumn, BoardRole
from timeline_app.scene.board_fitting import BoardType, PlacedBoard, PlacedPart, PlacedText

PAD: Final = 28.0
RULE: Final = 6.0
LEAST_CHART: Final = 380.0
BAR: Final = 70.0
LABEL: Final = 50.0
"""In pixels of a picture that is 1080 high."""
LONG_LABEL: Final = 14
"""Labels of more characters stand above their bars."""


def placed_column(column: BoardColumn, cell: Rect, kind: BoardType, unit: float) -> PlacedBoard:
    """Place a column in its cell, from the top; its ground ends with its texts."""
    inner = _inner(cell, column, unit)
    placed: list[PlacedText] = []
    y = inner.y
    for text in column.texts:
        top = y + (kind.space_px(text) if placed else 0.0)
        height_px = kind.height_px(text, inner.w)
        placed.append(PlacedText(text, Rect(inner.x, top, inner.w, height_px)))
        y = top + height_px
    parts: tuple[PlacedPart, ...] = ()
    if column.figure is not None or column.mapped:
        top = y + (PAD * unit if placed else 0.0)
        at = Rect(inner.x, top, inner.w, inner.bottom - top)
        parts = (PlacedPart(at, column.figure, column.mapped),)
    bottom = y + (cell.bottom - inner.bottom)
    grounds = (cell._replace(h=bottom - cell.y),) if column.is_quote and placed else ()
    return PlacedBoard(tuple(placed), parts, grounds)


def column_px(column: BoardColumn, width_px: float, kind: BoardType, unit: float) -> float:
    """Return how high a column must be at the least for all that it holds."""
    inner = _inner(Rect(0.0, 0.0, width_px, 0.0), column, unit)
    heights = [kind.height_px(text, inner.w) for text in column.texts]
    spaces = [kind.space_px(text) for text in column.texts[1:]]
    part_px = min(_part_px(column), LEAST_CHART) * unit
    if part_px and heights:
        part_px += PAD * unit
    return sum(heights) + sum(spaces) + part_px - inner.h


def with_large_words(column: BoardColumn) -> BoardColumn:
    """Return a column with the words of its source set larger."""
    texts = (
        replace(text, role=BoardRole.LARGE_WORDS) if text.role is BoardRole.WORDS else text
        for text in column.texts
    )
    return replace(column, texts=tuple(texts))


def _part_px(column: BoardColumn) -> float:
    """Return how high a map or a chart should be, in pixels of a picture that is 1080 high."""
    figure = column.figure
    if figure is None or figure.kind == "line":
        return LEAST_CHART if column.mapped or figure is not None else 0.0
    has_long_labels = max((len(label) for label, _ in figure.data), default=0) > LONG_LABEL
    return len(figure.data) * (BAR + LABEL if has_long_labels else BAR)


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
