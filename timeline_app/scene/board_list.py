# SPDX-License-Identifier: MIT
"""Many things on the board, listed in two columns: who says it, and as much of it as has room."""

from __future__ import annotations

from typing import Final

from timeline_app.base.geometry import Rect
from timeline_app.scene.board import FLEXIBLE, BoardColumn, BoardRole, BoardText
from timeline_app.scene.board_fitting import BoardType, PlacedText, fitted

GUTTER: Final = 40.0
MOST_LISTED_LINES: Final = 9
LISTED_GAP: Final = 22.0


def listed(
    columns: tuple[BoardColumn, ...], room: Rect, kind: BoardType, unit: float
) -> tuple[PlacedText, ...]:
    """Place many things in two columns: who says it, and as much of what is said as has room for all of them."""
    width_px = (room.w - GUTTER * unit) / 2
    half = -(-len(columns) // 2)
    found: list[PlacedText] = []
    for at, each in enumerate((columns[:half], columns[half:])):
        x = room.x + at * (width_px + GUTTER * unit)
        y = room.y
        for texts in _in_short(each, width_px, room.h, kind, unit):
            for text in texts:
                height_px = kind.height_px(text, width_px)
                if y + height_px > room.bottom:
                    break
                found.append(PlacedText(text, Rect(x, y, width_px, height_px)))
                y += height_px
            y += LISTED_GAP * unit
    return tuple(found)


def _in_short(
    columns: tuple[BoardColumn, ...], width_px: float, room_px: float, kind: BoardType, unit: float
) -> list[tuple[BoardText, ...]]:
    """Return things without where they are printed, each with as many lines as all of them can have."""
    wholes = [
        tuple(text for text in column.texts if text.role is not BoardRole.SOURCE and column.is_seen)
        for column in columns
    ]
    lines = [1] * len(wholes)
    shown = [_cut_to(texts, width_px, 1, kind) for texts in wholes]
    taken_px = (len(wholes) - 1) * LISTED_GAP * unit
    for most in range(2, MOST_LISTED_LINES + 1):
        for at, texts in enumerate(wholes):
            longer = _cut_to(texts, width_px, most, kind)
            others_px = sum(_stack_px(each, width_px, kind) for each in (*shown[:at], *shown[at + 1 :]))
            if lines[at] == most - 1 and taken_px + others_px + _stack_px(longer, width_px, kind) <= room_px:
                shown[at], lines[at] = longer, most
    return shown


def _cut_to(
    texts: tuple[BoardText, ...], width_px: float, lines: int, kind: BoardType
) -> tuple[BoardText, ...]:
    cut = (
        fitted(text, width_px, lines * kind.line_px(text), kind) if text.role in FLEXIBLE else text
        for text in texts
    )
    return tuple(text for text in cut if text is not None)


def _stack_px(texts: tuple[BoardText, ...], width_px: float, kind: BoardType) -> float:
    return sum(kind.height_px(text, width_px) for text in texts)
