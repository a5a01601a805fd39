# SPDX-License-Identifier: MIT
"""What the event items of one frame are made from, and where rows and strips lie in it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from timeline_app.base.geometry import Rect
from timeline_app.model.showing import Showing
from timeline_app.scene.arrival import Arrival
from timeline_app.scene.highlight import Emphases
from timeline_app.scene.index import EventIndex
from timeline_app.scene.labels import LabelBook
from timeline_app.scene.overlays import USUAL_OVERLAYS, Overlays
from timeline_app.scene.placement import Placement
from timeline_app.scene.standings import StandingBook
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.traits import TraitBook


@dataclass(frozen=True, slots=True, eq=False)
class EventFrame:
    """One showing on one area in one view."""

    index: EventIndex
    showing: Showing
    placement: Placement
    labels: LabelBook
    traits: TraitBook
    standings: StandingBook
    scale: TimeScale
    area: Rect
    scroll_px: float
    emphases: Emphases
    unit: float = 1.0
    """The text scale."""
    arrival: Arrival | None = None
    """How far the labels have come into sight, None where all are there."""
    overlays: Overlays = USUAL_OVERLAYS


def row_rect(frame: EventFrame, lane: int, row: int) -> Rect:
    """Return a row's rectangle in surface pixels over the whole width."""
    layout = frame.placement.layout
    top = frame.area.y + layout.row_y(lane, row, frame.scroll_px)
    return Rect(frame.area.x, top, frame.area.w, layout.row_px)


def strip_rect(frame: EventFrame, lane: int) -> Rect:
    """Return the strip at a lane's foot, where events without a label stand."""
    layout = frame.placement.layout
    box = layout.boxes[lane]
    top = frame.area.y + layout.y_of(lane, frame.scroll_px) + box.strip_top_px - box.top_px
    return Rect(frame.area.x, top, frame.area.w, box.bottom_px - box.strip_top_px - 2.0)


def lanes_in_sight(frame: EventFrame) -> npt.NDArray[np.bool_]:
    """Tell which lanes are shown and not scrolled out of the window."""
    layout, height_px = frame.placement.layout, frame.area.h
    tops_px = (layout.y_of(lane, frame.scroll_px) for lane in range(len(layout.boxes)))
    return np.array(
        [
            box.is_shown and top_px <= height_px and top_px + box.height_px >= 0.0
            for box, top_px in zip(layout.boxes, tops_px, strict=True)
        ],
        np.bool_,
    )
