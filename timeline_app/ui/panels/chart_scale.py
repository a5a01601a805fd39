# SPDX-License-Identifier: MIT
"""Round numbers beside a chart, and where labels along its foot have room; without Qt."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

_ROUND: Final = (1.0, 2.0, 2.5, 5.0, 10.0)


def ticks(lowest: float, highest: float, most: int = 4) -> tuple[float, ...]:
    """Return even, round numbers from at or below the lowest value (or 0) to at or above the highest."""
    low, high = min(lowest, 0.0), max(highest, 0.0)
    if low == high:
        return 0.0, 1.0
    least = (high - low) / most
    unit = 10.0 ** math.floor(math.log10(least))
    step = next(unit * each for each in _ROUND if unit * each >= least * (1.0 - 1e-9))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return tuple(number * step for number in range(first, last + 1))


def positions(labels: Sequence[str]) -> tuple[float, ...]:
    """Return where labels stand between 0 and 1: years by their distance, all else evenly."""
    if len(labels) < 2:  # noqa: PLR2004 - one label stands in the middle
        return (0.5,) * len(labels)
    years = [int(label) for label in labels if label.isascii() and label.isdigit()]
    is_rising = all(later > earlier for earlier, later in pairwise(years))
    if len(years) == len(labels) and is_rising:
        return tuple((year - years[0]) / (years[-1] - years[0]) for year in years)
    return tuple(index / (len(labels) - 1) for index in range(len(labels)))


def with_room(centres_px: Sequence[float], widths_px: Sequence[float], gap_px: float) -> tuple[int, ...]:
    """Return which labels can be written without touching: first and last before those between them."""
    order = [*dict.fromkeys((0, len(centres_px) - 1)), *range(1, len(centres_px) - 1)] if centres_px else []
    kept: list[int] = []
    for index in order:
        if all(
            abs(centres_px[index] - centres_px[other]) >= (widths_px[index] + widths_px[other]) / 2 + gap_px
            for other in kept
        ):
            kept.append(index)
    return tuple(sorted(kept))
