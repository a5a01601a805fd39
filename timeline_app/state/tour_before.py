# SPDX-License-Identifier: MIT
"""What the reader had before a tour began, and has again when it is left."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.model.lane_state import LaneState
from timeline_app.model.lens import Lens
from timeline_app.scene.time_fold import QuietTime
from timeline_app.state.app_state import Place


@dataclass(frozen=True, slots=True)
class Before:
    """Place, lens, lanes and quiet time as they were."""

    place: Place | None
    lens: Lens
    lanes: LaneState
    quiet: QuietTime
    panel_open: bool
    is_reading_wide: bool
