# SPDX-License-Identifier: MIT
"""Which event of the exhibit lasted about as long as something else: a measure that readers know."""

from __future__ import annotations

from typing import Final

import numpy as np

from timeline_app.chrono.historical_date import DateKind, EndState
from timeline_app.chrono.instant import DAY_S
from timeline_app.model.drawn_showing import DrawnShowing

TOLERANCE: Final = 0.05
LEAST_S: Final = 20 * DAY_S
"""What is shorter is a number of days that everybody knows."""


def as_long_as(showing: DrawnShowing, length_s: int, apart_from: frozenset[str] = frozenset()) -> int | None:
    """Return the event that lasted as long to within 5 %, however its doubt is settled; None if none did.

    The most important one comes first, then the nearest. Only what is shown, and what may be named, counts.
    """
    if length_s < LEAST_S:
        return None
    dates = showing.dates
    shortest_s = dates.core_end_s - dates.core_start_s
    longest_s = dates.fuzz_latest_s - dates.fuzz_earliest_s
    lasts = (
        showing.visible
        & (dates.kind == DateKind.INTERVAL)
        & (dates.earliest_state == EndState.KNOWN)
        & (dates.latest_state == EndState.KNOWN)
        & (dates.core_start_s < dates.core_end_s)
    )
    off_s = np.maximum(np.abs(longest_s - length_s), np.abs(shortest_s - length_s))
    found = np.flatnonzero(lasts & (off_s <= length_s * TOLERANCE))
    order = np.lexsort((off_s[found], -showing.importance[found].astype(np.int64)))
    for ordinal in found[order].tolist():
        if not showing.is_veiled(ordinal) and showing.event_id(ordinal) not in apart_from:
            return int(ordinal)
    return None
