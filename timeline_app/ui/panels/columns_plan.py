# SPDX-License-Identifier: MIT
"""How many columns have room side by side, and how wide they are; without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_PEEK: Final = 0.3
"""So much of the next column is seen where not all of them have room."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How columns stand at a width: how wide they are, and how many of them are seen whole; 1 means stacked."""

    width_px: int
    seen: int
    is_stacked: bool


def arranged_at(width_px: int, columns: int, least_px: int, most_px: int, gap_px: int) -> Arrangement:
    """Return how columns stand at a width."""
    fitting = (width_px + gap_px) // (least_px + gap_px)
    if columns < 2 or fitting < 2:  # noqa: PLR2004 - side by side means two
        return Arrangement(width_px, columns, is_stacked=True)
    if fitting >= columns:
        share_px = (width_px - (columns - 1) * gap_px) // columns
        return Arrangement(min(share_px, most_px), columns, is_stacked=False)
    while fitting > 1 and (width_px - fitting * gap_px) / (fitting + _PEEK) < least_px:
        fitting -= 1
    if fitting < 2:  # noqa: PLR2004
        return Arrangement(width_px, columns, is_stacked=True)
    share_px = int((width_px - fitting * gap_px) / (fitting + _PEEK))
    return Arrangement(share_px, fitting, is_stacked=False)
