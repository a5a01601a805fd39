# SPDX-License-Identifier: MIT
"""The scale bar of a map: a round number of kilometres, and how long it is there."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from timeline_app.base.geometry import Point
from timeline_app.scene.map_window import MapWindow

_STEPS: Final = (5, 2, 1)


class ScaleBar(NamedTuple):
    """So many kilometres are so many pixels in the middle of the map."""

    km: int
    width_px: float


def scale_bar(window: MapWindow, most_px: float) -> ScaleBar:
    """Return the longest bar of 1, 2 or 5 times a power of ten that is no longer than so many pixels."""
    lat = window.unproject(Point(window.size.w / 2, window.size.h / 2)).lat
    km_px = window.km_px(lat)
    power = 10 ** max(math.floor(math.log10(max(most_px / km_px, 1.0))), 0)
    km = next((step * power for step in _STEPS if step * power * km_px <= most_px), power)
    return ScaleBar(km, km * km_px)
