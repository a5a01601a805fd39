# SPDX-License-Identifier: MIT
"""What a stage has computed for one showing on one surface, and how far its lanes must be scrolled for what."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.chrono.calendars import Calendar
from timeline_app.model.heads import LaneView
from timeline_app.model.lane_state import LaneState
from timeline_app.model.showing import Showing
from timeline_app.scene.canvas_frame import CanvasFrame
from timeline_app.scene.index import EventIndex
from timeline_app.scene.labels import LabelBook
from timeline_app.scene.lane_choice import LaneChoice
from timeline_app.scene.lane_heads import note_height_px
from timeline_app.scene.placement import NO_ROW, Placement
from timeline_app.scene.silences import Silences
from timeline_app.scene.standings import StandingBook
from timeline_app.scene.surface import Surface
from timeline_app.scene.time_fold import QuietTime, TimeFold
from timeline_app.scene.traits import TraitBook
from timeline_app.scene.tray import Tray
from timeline_app.scene.view import View


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """What a stage computed for one showing, surface and head width.

    `lanes` have a title each, and stand as far in as they do in `choice`, which follows from `lane_state`.
    """

    showing: Showing
    surface: Surface
    heads_px: float
    frame: CanvasFrame
    labels: LabelBook
    traits: TraitBook
    placement: Placement
    calendars: tuple[Calendar, ...]
    is_tray_open: bool
    tray: Tray | None
    lane_state: LaneState
    lanes: tuple[LaneView, ...]
    choice: LaneChoice
    quiet: QuietTime
    fold: TimeFold | None
    standings: StandingBook
    silences: Silences

    def is_for(
        self,
        showing: Showing,
        surface: Surface,
        heads_px: float,
        *,
        is_tray_open: bool,
        lanes: LaneState,
        quiet: QuietTime,
    ) -> bool:
        """Tell whether it was computed for just these."""
        return (
            self.showing is showing
            and self.surface == surface
            and (self.heads_px, self.is_tray_open) == (heads_px, is_tray_open)
            and (self.lane_state, self.quiet) == (lanes, quiet)
        )

    def has_index_for(self, showing: Showing, choice: LaneChoice, quiet: QuietTime) -> bool:
        """Tell whether the events are indexed as these want them."""
        is_alike = self.showing.is_drawn_like(showing)
        return is_alike and (self.choice.home, self.quiet) == (choice.home, quiet)


def scroll_to_lane_px(index: EventIndex, fitted: Fitted, view: View, ordinal: int) -> float:
    """Return how far the lanes must be scrolled for an event's first lane to be in the window."""
    entries = index.entries_of(ordinal)
    if len(entries) == 0:
        return view.lane_scroll_px
    placement, room_px = fitted.placement, fitted.frame.lanes.h
    lane, row = int(index.lane[entries[0]]), int(placement.row[entries[0]])
    box, pinned_px = placement.layout.boxes[lane], placement.layout.pinned_px
    if box.is_pinned:
        return view.lane_scroll_px
    top_px, bottom_px = box.top_px, box.bottom_px
    if box.height_px > room_px - pinned_px and row != NO_ROW:
        # Of a lane that is higher than the window the event's own row matters.
        top_px = placement.layout.row_top_px(lane, row)
        bottom_px = top_px + placement.layout.row_px
    # What stays at the top covers what is scrolled under it.
    highest_px = top_px - pinned_px
    return max(min(view.lane_scroll_px, highest_px), min(bottom_px - room_px, highest_px))


def scroll_to_name_px(fitted: Fitted, view: View, lane: int) -> float:
    """Return how far the lanes must be scrolled for a lane, or the top of a high one, to be seen."""
    layout, room_px = fitted.placement.layout, fitted.frame.lanes.h
    box = layout.boxes[lane]
    if box.is_pinned or not box.is_shown:
        return view.lane_scroll_px
    # The notes on lanes further up and down leave the name free.
    air_px = note_height_px(fitted.surface)
    highest_px = box.top_px - layout.pinned_px - air_px
    lowest_px = box.bottom_px - room_px + air_px
    return max(min(view.lane_scroll_px, highest_px), min(lowest_px, highest_px))
