# SPDX-License-Identifier: MIT
"""Pieces side by side, on further lines where there is no room; those that stretch share what a line has left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """How wide a piece wants to be, and whether it takes the room that is left over on its line."""

    width_px: int
    stretches: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a piece stands: its line, counted from 0, its left edge and its width."""

    line: int
    x_px: int
    width_px: int


def flow(pieces: Sequence[Piece], room_px: int, gap_px: int) -> tuple[Slot, ...]:
    """Place pieces in reading order; none is wider than the room."""
    slots: list[Slot] = []
    for number, line in enumerate(_lines(pieces, room_px, gap_px)):
        widths = [min(piece.width_px, room_px) for piece in line]
        spare_px = max(room_px - sum(widths) - gap_px * (len(line) - 1), 0)
        takers = [index for index, piece in enumerate(line) if piece.stretches]
        x_px = 0
        for index, width_px in enumerate(widths):
            if index in takers:
                share_px = spare_px // len(takers)
                width_px += share_px  # noqa: PLW2901 — the piece as it is placed
            slots.append(Slot(number, x_px, width_px))
            x_px += width_px + gap_px
    return tuple(slots)


def _lines(pieces: Sequence[Piece], room_px: int, gap_px: int) -> list[list[Piece]]:
    lines: list[list[Piece]] = []
    left_px = -1
    for piece in pieces:
        if not lines or piece.width_px > left_px - gap_px:
            lines.append([])
            left_px = room_px + gap_px
        lines[-1].append(piece)
        left_px -= piece.width_px + gap_px
    return lines
