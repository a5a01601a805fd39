# SPDX-License-Identifier: MIT
"""A stage keeps index, layout and placement between frames and builds scenes on demand.

It is the one object that a surface (screen, export, command line, test) asks for pictures. What it
keeps depends on showing, surface and head width only; a frame adds view and highlight.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from timeline_app.base.messages import Translator
from timeline_app.chrono.calendars import Calendar, calendar_named
from timeline_app.chrono.instant import DAY_S, LIMIT_S
from timeline_app.model.heads import LaneView
from timeline_app.model.lane_state import USUAL, LaneState
from timeline_app.model.showing import Showing
from timeline_app.scene.arrival import Arrival
from timeline_app.scene.build import build_scene
from timeline_app.scene.build_calendars import own_rows
from timeline_app.scene.build_chain import overview_steps
from timeline_app.scene.build_lanes import head_height_px
from timeline_app.scene.canvas_frame import CanvasFrame, frame_canvas
from timeline_app.scene.chain_marks import ChainMarks
from timeline_app.scene.fitted import Fitted, scroll_to_lane_px, scroll_to_name_px
from timeline_app.scene.highlight import NOTHING, Highlight, HitMarks
from timeline_app.scene.hits import overview_hits
from timeline_app.scene.index import EventIndex
from timeline_app.scene.index_making import build_index
from timeline_app.scene.items import Item, Scene
from timeline_app.scene.labels import LabelBook
from timeline_app.scene.lane_choice import LaneChoice, choose
from timeline_app.scene.lane_heads import LaneFrame
from timeline_app.scene.lane_layout import LaneLayout, lay_out_lanes
from timeline_app.scene.lane_words import as_shown
from timeline_app.scene.limits import Limits
from timeline_app.scene.overlays import USUAL_OVERLAYS, Overlays
from timeline_app.scene.overview import build_overview, overview_ground, overview_scale
from timeline_app.scene.placement import Placement
from timeline_app.scene.placement_work import PlacementWork
from timeline_app.scene.quiet_time import fold_of
from timeline_app.scene.silences import Silences
from timeline_app.scene.standings import StandingBook
from timeline_app.scene.surface import Surface
from timeline_app.scene.time_fold import UNFOLDED, QuietTime, TimeFold, axis_of
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.traits import TraitBook
from timeline_app.scene.tray import lay_out_tray, tray_height_px
from timeline_app.scene.view import View, with_air
from timeline_app.scene.walk import CHAPTER_STEPS, Direction, between, neighbour

MOST_LABEL_SHARE = 0.5
"""No label counts for more than this part of the window when room is made for the last ones."""
MOST_LABEL_ROOM = 1.3
"""How much wider than the exhibit's time the whole view may be for their sake."""

AT_ONCE = 600
"""So many entries are placed before the first picture without anybody waiting for it."""
FIRST = 240
"""Of more entries so many, the most important, are placed before the first picture; the others after it."""

LEAST_AROUND = 60
"""A view around events holds so many of their own lengths before and after their middle, of a day at the most."""
MOST_CALENDARS = 2


class Stage:
    """Builds scenes of one showing on one surface; `fit` first."""

    def __init__(self, translator: Translator) -> None:
        self._translator = translator
        self._fitted: Fitted | None = None
        self._before: tuple[EventIndex, Fitted] | None = None
        self._index: EventIndex | None = None
        self._fold: TimeFold | None = None
        self._pending: PlacementWork | None = None
        self._ground: tuple[Surface, tuple[Item, ...]] | None = None
        self._hits: tuple[tuple[Item, ...], HitMarks | None, tuple[Item, ...]] | None = None

    def fit(
        self,
        showing: Showing,
        surface: Surface,
        heads_px: float,
        *,
        is_tray_open: bool = False,
        lanes: LaneState = USUAL,
        quiet: QuietTime = UNFOLDED,
    ) -> bool:
        """Compute what depends on showing, surface, layout, lanes and quiet time; tell whether anything changed."""
        fitted = self._fitted
        if fitted is not None and fitted.is_for(
            showing, surface, heads_px, is_tray_open=is_tray_open, lanes=lanes, quiet=quiet
        ):
            return False
        if self._index is not None and fitted is not None:
            self._before = (self._index, fitted)
        choice, index_before = choose(showing.lanes, lanes), self._index
        if self._index is None or fitted is None or not fitted.has_index_for(showing, choice, quiet):
            self._index, self._fold = _indexed(showing, choice, quiet)
        calendars = _known_calendars(showing)
        tray_px = tray_height_px(len(showing.undated_ordinals), surface, heads_px, is_open=is_tray_open)
        frame = frame_canvas(
            surface,
            heads_px,
            has_eras=bool(showing.eras),
            calendar_rows=len(own_rows(calendars)),
            tray_px=tray_px,
        )
        named = as_shown(showing.lanes, choice, self._translator)
        layout = _laid_out(named, choice, self._index, frame, surface)
        labels, traits = self._books(showing, surface)
        kept = None
        if fitted is not None and self._index is index_before and fitted.labels is labels:
            kept = fitted.placement.in_layout(layout)
        placement = kept if kept is not None else self._begun(self._index, layout, labels)
        tray = lay_out_tray(showing, frame.tray, surface, heads_px, self._translator, is_open=is_tray_open)
        self._fitted = Fitted(
            showing,
            surface,
            heads_px,
            frame,
            labels,
            traits,
            placement,
            calendars,
            is_tray_open,
            tray,
            lanes,
            named,
            choice,
            quiet,
            self._fold,
            self._standings(showing),
            self._silences(showing, choice),
        )
        self._ground = None
        return True

    def _standings(self, showing: Showing) -> StandingBook:
        """Return how the events of a showing stand: what is at hand, unless it is another one."""
        if self._fitted is not None and self._fitted.showing is showing:
            return self._fitted.standings
        return StandingBook(showing, self._translator)

    def _silences(self, showing: Showing, choice: LaneChoice) -> Silences:
        """Return the silent stretches of the lanes: those at hand, unless showing, index or lanes are others."""
        before = self._fitted.silences if self._fitted is not None else None
        if before is not None and before.is_for(showing, self.index, choice):
            return before
        return Silences(showing, self.index, choice, self._fold)

    def _begun(self, index: EventIndex, layout: LaneLayout, labels: LabelBook) -> Placement:
        """Return a placement with its most important entries placed; what is left to do is pending."""
        work = PlacementWork(
            index,
            layout,
            labels.reserved_px,
            labels.event_id,
            labels.least_reserved_px,
            labels.least_widths_px,
        )
        work.place_first(len(index) if len(index) <= AT_ONCE else FIRST)
        self._pending = work
        return work.placement

    @property
    def pending(self) -> PlacementWork | None:
        """What is left to be placed, for a thread to do; None when all labels have their places."""
        if self._pending is not None and self._pending.placement.is_complete:
            self._pending = None
        return self._pending

    def finish(self) -> None:
        """Place all that is left, now: for pictures that are drawn only once."""
        if self._pending is not None:
            self._pending.run()

    def _books(self, showing: Showing, surface: Surface) -> tuple[LabelBook, TraitBook]:
        """Return labels and traits: those at hand, unless exhibit or text style are others."""
        fitted = self._fitted
        if fitted is not None and fitted.showing.is_drawn_like(showing):
            before = fitted.surface
            if (before.measurer, before.text_scale) == (surface.measurer, surface.text_scale):
                return fitted.labels, fitted.traits
        return LabelBook(showing, surface, self._translator), TraitBook(showing)

    @property
    def fitted(self) -> Fitted:
        """What `fit` computed; only after it."""
        if self._fitted is None:
            raise RuntimeError("the stage has not been fitted")
        return self._fitted

    @property
    def is_fitted(self) -> bool:
        """Tell whether there is anything to build from."""
        return self._fitted is not None

    @property
    def has_room_for_calendars(self) -> bool:
        """Tell whether the rows of all further calendars are drawn; only after `fit`."""
        return len(self.fitted.frame.calendars) == len(own_rows(self.fitted.calendars))

    @property
    def index(self) -> EventIndex:
        """The index; only after `fit`."""
        if self._index is None:
            raise RuntimeError("the stage has not been fitted")
        return self._index

    @property
    def fold(self) -> TimeFold | None:
        """How quiet time is folded; None where nothing is, and before `fit`."""
        return self._fitted.fold if self._fitted is not None else None

    @property
    def max_lane_scroll_px(self) -> float:
        """How far the lanes can be scrolled."""
        if self._fitted is None:
            return 0.0
        return max(self._fitted.placement.layout.content_height_px - self._fitted.frame.lanes.h, 0.0)

    def scene(
        self,
        view: View,
        highlight: Highlight = NOTHING,
        arrival: Arrival | None = None,
        overlays: Overlays = USUAL_OVERLAYS,
    ) -> Scene:
        """Build the canvas for a view; `arrival` tells of labels that are still fading in."""
        fitted = self.fitted
        return build_scene(
            self.index,
            fitted.showing,
            view,
            fitted.placement,
            fitted.surface,
            frame=fitted.frame,
            labels=fitted.labels,
            traits=fitted.traits,
            standings=fitted.standings,
            silences=fitted.silences,
            translator=self._translator,
            calendars=fitted.calendars,
            highlight=highlight,
            tray=fitted.tray,
            choice=fitted.choice,
            fold=fitted.fold,
            arrival=arrival,
            overlays=overlays,
        )

    def time_scale(self, view: View) -> TimeScale:
        """Return the canvas's time scale for a view."""
        fitted = self.fitted
        lanes = fitted.frame.lanes
        return TimeScale(view, lanes.x, lanes.w, fitted.surface.mirrored, fitted.fold)

    def overview_scale(self, surface: Surface) -> TimeScale:
        """Return the overview's time scale."""
        return overview_scale(self.index, surface, self.fitted.heads_px, self.fold)

    def overview(
        self, view: View, surface: Surface, hits: HitMarks | None = None, chain: ChainMarks | None = None
    ) -> Scene:
        """Build the overview on its own surface, with flags for what a search has found and for a chain's steps."""
        fitted = self.fitted
        if self._ground is None or self._ground[0] != surface:
            ground = overview_ground(
                self.index,
                fitted.showing,
                surface,
                fitted.heads_px,
                self._translator,
                fitted.fold,
                fitted.choice.order,
            )
            self._ground = (surface, ground)
        ground = self._with_hits(self._ground[1], surface, hits)
        steps = overview_steps(self.index, self.overview_scale(surface), chain, surface.text_scale)
        return build_overview(
            (*ground, *steps) if steps else ground, self.index, view, surface, fitted.heads_px
        )

    def _with_hits(
        self, ground: tuple[Item, ...], surface: Surface, hits: HitMarks | None
    ) -> tuple[Item, ...]:
        """Return the overview's ground with flags; they stay while ground and hits do."""
        if hits is None:
            self._hits = None
            return ground
        kept = self._hits
        if kept is None or kept[0] is not ground or kept[1] is not hits:
            flags = overview_hits(self.index, self.overview_scale(surface), hits, surface.text_scale)
            kept = self._hits = ground, hits, (*ground, *flags)
        return kept[2]

    def bounded(self, view: View) -> View:
        """Return the nearest view that keeps to the exhibit: not much wider, and never all beside it."""
        return self.limits.kept(view.clamped())

    @property
    def limits(self) -> Limits:
        """How far the view may be moved: the same for keys, commands and the hand, and whatever the lens hides.

        Who looks from another date comes back to the view that they left.
        """
        first_s, last_s = self.index.span_s
        whole_s = self.fitted.showing.table.span_s
        if whole_s is not None and not self.fitted.showing.shows_all:
            first_s = min(first_s, axis_of(self.fold, max(whole_s[0], -LIMIT_S)))
            last_s = max(last_s, axis_of(self.fold, min(whole_s[1], LIMIT_S)))
        return Limits(first_s, last_s, self.max_lane_scroll_px)

    def scrolled_to_lane(self, view: View, ordinal: int) -> View:
        """Return the view with the lanes scrolled just so far that an event's lane is in the window."""
        scroll_px = scroll_to_lane_px(self.index, self.fitted, view, ordinal)
        return view.scrolled_to(min(scroll_px, self.max_lane_scroll_px))

    def scrolled_to_name(self, view: View, lane: int) -> View:
        """Return the view with the lanes scrolled just so far that a lane, or the top of a high one, is seen."""
        scroll_px = scroll_to_name_px(self.fitted, view, lane)
        return view.scrolled_to(min(scroll_px, self.max_lane_scroll_px))

    def lane_frame(self, view: View) -> LaneFrame:
        """Return how the lanes stand in a view; only after `fit`."""
        fitted = self.fitted
        layout = fitted.placement.layout
        scroll_px = min(view.lane_scroll_px, self.max_lane_scroll_px)
        return LaneFrame(fitted.lanes, layout, fitted.choice, fitted.frame, fitted.surface, scroll_px)

    def kept_in_sight(self, view: View, ordinal: int) -> View:
        """Return the view after the lanes were laid out anew: an event that was in sight stays in sight.

        One that is new to the stage is brought in sight; from one that was scrolled away the reader is
        not called back.
        """
        if self._before is None:
            return self.scrolled_to_lane(view, ordinal)
        index, fitted = self._before
        then = fitted.showing.ordinal(self.fitted.showing.event_id(ordinal))
        if then is not None and scroll_to_lane_px(index, fitted, view, then) != view.lane_scroll_px:
            return view
        return self.scrolled_to_lane(view, ordinal)

    def holds(self, view: View, ordinal: int) -> bool:
        """Tell whether an event's start, or the whole window within its bar, is in the view's inner part."""
        entries = self.index.entries_of(ordinal)
        if len(entries) == 0:
            return True
        start_s, end_s = int(self.index.start_s[entries[0]]), int(self.index.end_s[entries[0]])
        inner = view.shifted(view.span_s * 0.04)
        last_s = inner.start_s + int(view.span_s * 0.84)
        return inner.start_s <= start_s <= last_s or (start_s < inner.start_s and end_s > last_s)

    def whole_view(self, margin: float = 0.03) -> View:
        """Return the view that holds the whole exhibit, and the words of the events at its end."""
        shortest_s = int((self.index.end_s - self.index.start_s).min()) if len(self.index) else 0
        view = View.between(*with_air(*self.index.span_s, shortest_s), margin=margin)
        width_px = self.fitted.frame.lanes.w
        named = self.fitted.placement.first_named(view.span_s / width_px)
        shares = np.minimum(self.fitted.placement.label_px[named] / width_px, MOST_LABEL_SHARE)
        needed_s = float(((self.index.anchor_s[named] - view.start_s) / (1.0 - shares)).max(initial=0.0))
        return replace(view, span_s=min(max(view.span_s, needed_s), view.span_s * MOST_LABEL_ROOM))

    def view_around(self, ordinals: tuple[int, ...], margin: float = 0.35) -> View | None:
        """Return a view that holds the given events with air around them."""
        spans = [entry for ordinal in ordinals for entry in self.index.entries_of(ordinal)]
        if not spans:
            return None
        first_s = int(self.index.start_s[spans].min())
        last_s = int(self.index.end_s[spans].max())
        # As much air for a minute as for a day, each in its own size.
        longest_s = int((self.index.end_s[spans] - self.index.start_s[spans]).max())
        least_s = LEAST_AROUND * min(longest_s, DAY_S)
        middle_s = (first_s + last_s) // 2
        first_s, last_s = min(first_s, middle_s - least_s), max(last_s, middle_s + least_s)
        return View.between(first_s, last_s, margin=margin)

    def is_placed(self, ordinal: int) -> bool:
        """Tell whether an event has a place in time."""
        return self.index.first_entry_of(ordinal) >= 0

    def neighbour(self, ordinal: int, direction: Direction) -> int | None:
        """Return the event next to another in time, in its lane, in the lane above or below, or a chapter on."""
        for step in CHAPTER_STEPS:
            if step == direction:
                from timeline_app.scene.chapters import chapter_neighbour

                return chapter_neighbour(self.index, self.fitted.showing, ordinal, step)
        return neighbour(self.index, self.fitted.choice.order, self.fitted.tray, ordinal, direction)

    @property
    def in_tray(self) -> tuple[int, ...]:
        """The undated events that the open tray shows one by one."""
        tray = self.fitted.tray
        return tray.ordinals if tray is not None else ()

    def between(self, first: int, last: int) -> tuple[int, ...]:
        """Return the events from one to another in time; only those of the lane when both share it.

        The event `last` comes last, so that it is the one in hand.
        """
        return between(self.index, first, last)

    def first_in(self, view: View) -> int | None:
        """Return the first event that begins in a view or after it, the first of all where none does."""
        found = self.index.at_place(self.index.place_from(view.start_s))
        return self.index.at_place(0) if found is None else found


def _indexed(showing: Showing, choice: LaneChoice, quiet: QuietTime) -> tuple[EventIndex, TimeFold | None]:
    """Return the index, in axis seconds where quiet time is folded, and the fold."""
    plain = build_index(showing, choice)
    fold = fold_of(showing, plain) if quiet.is_folded else None
    fold = fold.without(quiet.opened) if fold is not None and quiet.opened else fold
    return (plain, None) if fold is None else (build_index(showing, choice, fold), fold)


def _laid_out(
    lanes: tuple[LaneView, ...], choice: LaneChoice, index: EventIndex, frame: CanvasFrame, surface: Surface
) -> LaneLayout:
    """Return how the lanes stand, each with room for its name and by how much it has to tell."""
    counts = np.diff(index.lane_offsets).tolist()
    names_px = [head_height_px(lane, frame, surface) for lane in lanes]
    return lay_out_lanes(lanes, counts, frame.lanes.h, surface, frame.head_line_px, names_px, choice)


def _known_calendars(showing: Showing) -> tuple[Calendar, ...]:
    """Return the further calendars that are drawn: two at the most."""
    found = (calendar_named(name) for name in showing.calendars)
    return tuple(calendar for calendar in found if calendar is not None)[:MOST_CALENDARS]
