# SPDX-License-Identifier: MIT
"""Which folded events a reader has asked for, as plain values that the state can hold."""

from __future__ import annotations

from typing import NamedTuple


class FoldedStretch(NamedTuple):
    """A stretch of a lane as it was opened: from instant to instant, at a zoom in axis seconds per pixel."""

    lane_id: str
    first_s: int
    last_s: int
    seconds_per_px: float
