# SPDX-License-Identifier: MIT
"""A picture at its full size, at a half, a quarter and so on: which level a zoom needs, and which tiles of it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from timeline_app.base.geometry import Rect
from timeline_app.ui.facsimile.limits import OVERVIEW_PX


class TileId(NamedTuple):
    """A tile: level 0 is the full size, each next one half of it."""

    level: int
    column: int
    row: int


@dataclass(frozen=True, slots=True)
class Pyramid:
    """The levels of a picture of a size; the last one, the overview, is not cut into tiles."""

    width_px: int
    height_px: int
    tile_px: int

    @property
    def overview_level(self) -> int:
        """The number of the smallest level: the first whose longest side is no more than `OVERVIEW_PX`."""
        level = 0
        while max(self.level_size(level)) > OVERVIEW_PX:
            level += 1
        return level

    def level_size(self, level: int) -> tuple[int, int]:
        """Return width and height of a level in its own pixels."""
        return max(-(-self.width_px >> level), 1), max(-(-self.height_px >> level), 1)

    def level_for(self, scale: float) -> int:
        """Return the level for a zoom of so many screen pixels to one of the picture: seldom enlarged, never much."""
        wanted = math.floor(math.log2(1.0 / scale) + 0.3) if scale > 0 else self.overview_level
        return min(max(wanted, 0), self.overview_level)

    def tile_rect(self, tile: TileId) -> Rect:
        """Return where a tile lies in its level; those at the right and bottom are cut short."""
        width, height = self.level_size(tile.level)
        x, y = tile.column * self.tile_px, tile.row * self.tile_px
        return Rect(x, y, min(self.tile_px, width - x), min(self.tile_px, height - y))

    def page_rect(self, tile: TileId) -> Rect:
        """Return where a tile lies in the picture at its full size."""
        inner = self.tile_rect(tile)
        width, height = self.level_size(tile.level)
        across, down = self.width_px / width, self.height_px / height
        return Rect(inner.x * across, inner.y * down, inner.w * across, inner.h * down)

    def tiles_of(self, level: int) -> Iterator[TileId]:
        """Yield all tiles of a level, row by row."""
        width, height = self.level_size(level)
        for row in range(-(-height // self.tile_px)):
            for column in range(-(-width // self.tile_px)):
                yield TileId(level, column, row)

    def tiles_in(self, level: int, part: Rect) -> list[TileId]:
        """Return the tiles of a level that a part of the picture needs, those nearest to its middle first."""
        width, height = self.level_size(level)
        across, down = width / self.width_px / self.tile_px, height / self.height_px / self.tile_px
        columns, rows = -(-width // self.tile_px), -(-height // self.tile_px)
        found = [
            TileId(level, column, row)
            for row in range(max(math.floor(part.y * down), 0), min(math.ceil(part.bottom * down), rows))
            for column in range(
                max(math.floor(part.x * across), 0), min(math.ceil(part.right * across), columns)
            )
        ]
        middle_x, middle_y = part.centre.x * across - 0.5, part.centre.y * down - 0.5
        return sorted(found, key=lambda tile: math.hypot(tile.column - middle_x, tile.row - middle_y))
