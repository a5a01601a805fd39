# SPDX-License-Identifier: MIT
"""Reads the land that comes with the program, level by level, when a map first needs it."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from timeline_app.base.places import resource_root
from timeline_app.scene.map_land import Land


@cache
def bundled_land() -> Land:
    """Return the land, always the same one: all maps share what has been read."""
    return Land(_column)


def _column(name: str) -> npt.NDArray[np.int32]:
    with np.load(resource_root() / "map" / "land.npz", allow_pickle=False) as file:
        column: npt.NDArray[np.int32] = file[name]
    return column
