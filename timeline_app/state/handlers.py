# SPDX-License-Identifier: MIT
"""What the commands that need no toolkit do to the store."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from timeline_app.base.messages import Message
from timeline_app.chrono.calendars import calendar_named
from timeline_app.scene.limits import ZoomEnd
from timeline_app.scene.stage import Stage
from timeline_app.scene.time_fold import axis_of, ranged
from timeline_app.scene.view import View, zoomed_about
from timeline_app.scene.walk import CHAPTER_STEPS, Direction
from timeline_app.scene.zoom import ZoomGesture
from timeline_app.state.app_state import MOST_CALENDARS, PanelPage, ThemeChoice
from timeline_app.state.commands import Commands
from timeline_app.state.evidence_handlers import EvidenceHandlers
from timeline_app.state.filter_handlers import FilterHandlers
from timeline_app.state.folded_handlers import FoldedHandlers
from timeline_app.state.going_handlers import GoingHandlers
from timeline_app.state.known_handlers import KnownHandlers
from timeline_app.state.lane_handlers import LaneHandlers, open_lane_of
from timeline_app.state.opening import opening_event, opening_view
from timeline_app.state.people_handlers import PeopleHandlers
from timeline_app.state.place_handlers import PlaceHandlers
from timeline_app.state.quiet_handlers import QuietHandlers
from timeline_app.state.revealing import revealing_view
from timeline_app.state.source_handlers import SourceHandlers
from timeline_app.state.store import Store

STEP_SHARE = 0.2
ZOOM_STEP = 1.5
LANE_STEP_PX = 80.0
TEXT_STEPS = (100, 125, 150, 175, 200, 250, 300)


class ViewHandlers:
    """Panning, zooming and fitting; all by way of the target view."""

    def __init__(self, store: Store, stage: Callable[[], Stage]) -> None:
        self._store = store
        self._stage = stage
        self._zoomed: tuple[ZoomGesture, float, View] | None = None

    def pan(self, share: float) -> None:
        """Move by a part of the window's width, later for positive values."""
        view = self._view()
        self._set(view.shifted(view.span_s * share))

    def zoom(self, factor: float, at: float) -> None:
        """Zoom so many times closer (below 1: wider), keeping the instant at a part of the width.

        Zooms that follow each other with nothing in between are one gesture: out and back returns.
        """
        self._zoom(factor, at)

    def zoom_step(self, factor: float) -> None:
        """Zoom by a key or a menu about the middle; Back returns to where the steps began."""
        if not self._goes_on(0.5):
            self._store.remember()
        self._zoom(factor, 0.5)

    def _goes_on(self, at: float) -> bool:
        return self._zoomed is not None and self._zoomed[1:] == (at, self._view())

    def _zoom(self, factor: float, at: float) -> None:
        view, limits = self._view(), self._stage().limits
        if self._zoomed is None or not self._goes_on(at):
            self._zoomed = ZoomGesture(view, view.anchor_at(at)), at, view
        gesture = self._zoomed[0]
        span_s = gesture.step(math.log2(max(factor, 1e-9)), limits)
        end = limits.end_met(span_s, view.span_s)
        if end is not None:
            self.explain_end(end)
        span_s = limits.span_within(span_s, view.span_s)
        self._set(zoomed_about(view, *gesture.anchor, span_s))
        self._zoomed = gesture, at, self._view()

    def explain_end(self, end: str) -> None:
        """Say why zooming ends here."""
        if end in tuple(ZoomEnd):
            self._store.tell(Message.of(f"notice.zoom-end.{end}"))

    def calendar(self, name: str) -> None:
        """Show a further calendar or put it away; where two stand already the older one makes room."""
        if calendar_named(name) is None:
            return
        shown = self._store.state.calendars
        if name in shown:
            self._store.choose_calendars(tuple(other for other in shown if other != name))
            return
        self._store.choose_calendars((*shown, name)[-MOST_CALENDARS:])
        if not self._stage().has_room_for_calendars:
            self._store.tell(Message.of("notice.calendar-no-room"))
        elif len(shown) == MOST_CALENDARS:
            gone, come = Message.of(f"calendar.name.{shown[0]}"), Message.of(f"calendar.name.{name}")
            self._store.tell(Message.of("notice.calendar-replaced", gone=gone, come=come))

    def show_range(self, first_s: int, last_s: int) -> None:
        """Show a stretch of time."""
        fold = self._stage().fold
        view = View.between(axis_of(fold, first_s), axis_of(fold, last_s))
        self._set(view.scrolled_to(self._view().lane_scroll_px))

    def scroll_lanes(self, by_px: float) -> None:
        """Scroll the lanes down by so many pixels."""
        view = self._view()
        self._set(view.scrolled_to(view.lane_scroll_px + by_px))

    def follow_hand(
        self,
        start_s: int,
        span_s: float,
        start_fraction: float,
        lane_scroll_px: float,
        remember: bool,  # noqa: FBT001 — argument name of the command
    ) -> None:
        """Take over exactly the view that a gesture shows; the hand sees to the limits itself."""
        if remember:
            self._store.remember()
        self._store.set_view(View(start_s, span_s, start_fraction, lane_scroll_px))

    def fit_all(self) -> None:
        """Show the whole exhibit."""
        self._jump(self._stage().whole_view())

    def fit_selection(self) -> None:
        """Show the selected events with air around them."""
        ordinals = selected_ordinals(self._store)
        view = self._stage().view_around(ordinals)
        if view is not None:
            self._jump(self._stage().scrolled_to_lane(view, ordinals[-1]))

    def opening(self) -> None:
        """Return to the exhibit's opening."""
        document = self._store.state.document
        if document is None:
            return
        view = ranged(opening_view(document), None, self._stage().fold)
        event_id = opening_event(document)
        if event_id is None:
            self._jump(view)
        else:
            open_lane_of(self._store, event_id)
            # One step of the history, like every other jump.
            stage, ordinal = self._stage(), document.events.ordinal_of[event_id]
            self._store.select((event_id,), view=stage.bounded(stage.scrolled_to_lane(view, ordinal)))

    def to_first(self) -> None:
        """Go to the exhibit's beginning at the present zoom."""
        first_s, _ = self._stage().index.span_s
        view = self._view()
        self._jump(replace(view, start_s=first_s - int(view.span_s * 0.05)))

    def to_last(self) -> None:
        """Go to the exhibit's end at the present zoom."""
        _, last_s = self._stage().index.span_s
        view = self._view()
        self._jump(replace(view, start_s=last_s - int(view.span_s * 0.95)))

    def _view(self) -> View:
        return self._store.state.view or self._stage().whole_view()

    def _set(self, view: View) -> None:
        self._store.set_view(self._stage().bounded(view))

    def _jump(self, view: View) -> None:
        self._store.remember()
        self._set(view)

    def bind(self, commands: Commands) -> None:
        """Bind the view commands."""
        commands.bind("view.pan", self.pan)
        commands.bind("view.zoom", self.zoom)
        commands.bind("view.show-range", self.show_range)
        commands.bind("view.scroll-lanes", self.scroll_lanes)
        commands.bind("view.set", self.follow_hand)
        commands.bind("view.explain-end", self.explain_end)
        commands.bind("view.calendar", self.calendar)
        commands.bind("view.zoom-in", lambda: self.zoom_step(ZOOM_STEP))
        commands.bind("view.zoom-out", lambda: self.zoom_step(1 / ZOOM_STEP))
        commands.bind("view.closer", lambda: self.zoom_step(ZOOM_STEP))
        commands.bind("view.wider", lambda: self.zoom_step(1 / ZOOM_STEP))
        commands.bind("view.earlier", lambda: self.pan(-STEP_SHARE))
        commands.bind("view.later", lambda: self.pan(STEP_SHARE))
        commands.bind("view.lanes-up", lambda: self.scroll_lanes(-LANE_STEP_PX))
        commands.bind("view.lanes-down", lambda: self.scroll_lanes(LANE_STEP_PX))
        commands.bind("view.fit-all", self.fit_all)
        commands.bind("view.fit-selection", self.fit_selection)
        commands.bind("view.opening", self.opening)
        commands.bind("view.to-first", self.to_first)
        commands.bind("view.to-last", self.to_last)


class SelectionHandlers:
    """Choosing events, by pointing and by walking."""

    def __init__(self, store: Store, stage: Callable[[], Stage]) -> None:
        self._store = store
        self._stage = stage

    def event(
        self,
        id: str,  # noqa: A002 — argument name of the command
        reveal: bool,  # noqa: FBT001 — argument name of the command
        *,
        unfold: bool = True,
        page: PanelPage | None = None,
    ) -> None:
        """Select one event and, if asked, open its lane and bring it into view at the present zoom.

        `page` is what the panel shows beside it, the event's own page where nothing is said.
        """
        ordinal = self._ordinal(id)
        if ordinal is None:
            return
        if unfold:
            open_lane_of(self._store, id)
        if page is None and self._store.state.page is PanelPage.CHAIN:
            from timeline_app.state.chain_handlers import page_beside  # Only where somebody follows a chain.

            page = page_beside(self._store, id)
        view = self._revealing(ordinal) if reveal else None
        self._store.select((id,), page=page, view=view)

    def beside(self, event_id: str, page: PanelPage) -> None:
        """Select one event and bring it into view, with a page of the panel that is not its own."""
        self.event(event_id, reveal=True, page=page)

    def toggle(self, id: str) -> None:  # noqa: A002
        """Add an event to the selection, or take it out."""
        if self._ordinal(id) is None:
            return
        ids = self._store.state.selection.ids
        self._store.select(tuple(other for other in ids if other != id) if id in ids else (*ids, id))

    def range(self, id: str) -> None:  # noqa: A002
        """Select everything in time from the event in hand to this one, in its lane if both share it."""
        primary = self._store.state.selection.primary
        last, showing = self._ordinal(id), self._store.showing
        first = self._ordinal(primary) if primary is not None else None
        if last is None or first is None or showing is None:
            self.event(id, reveal=False, unfold=False)
            return
        ordinals = self._stage().between(first, last)
        self._store.select(tuple(showing.event_id(ordinal) for ordinal in ordinals))

    def many(self, ids: tuple[str, ...]) -> None:
        """Select several events."""
        self._store.select(tuple(event_id for event_id in ids if self._ordinal(event_id) is not None))

    def clear(self) -> None:
        """Select nothing: the introduction comes back. Who follows a chain leaves that first."""
        if self._store.state.page is PanelPage.CHAIN:
            self._store.show_page(PanelPage.EVENT)
            return
        self._store.select(())

    def undated(self, select: bool) -> None:  # noqa: FBT001 — argument name of the command
        """Open the tray of undated events, at its first one if asked; or fold it."""
        showing, is_open = self._store.showing, self._store.state.is_tray_open
        self._store.open_tray(is_open=not is_open)
        if showing is not None and select and not is_open and showing.undated_ordinals:
            self._store.select((showing.event_id(showing.undated_ordinals[0]),))

    def keep_in_sight(self) -> None:
        """Keep the event in hand in the window after the lanes were laid out anew; no step of the history."""
        view, found = self._store.state.view, selected_ordinals(self._store)
        if view is not None and found:
            stage = self._stage()
            self._store.set_view(stage.bounded(stage.kept_in_sight(view, found[-1])))

    def step(self, direction: Direction) -> None:
        """Select the neighbour of the event in hand; without one in time, the first event in view."""
        showing, view = self._store.showing, self._store.state.view
        if showing is None or view is None:
            return
        stage, primary = self._stage(), self._store.state.selection.primary
        here = self._ordinal(primary) if primary is not None else None
        if here is not None and (stage.is_placed(here) or here in stage.in_tray):
            found = stage.neighbour(here, direction)
        else:
            found = stage.first_in(view)
        if found is None and here in stage.in_tray and direction == "lane-above":
            found = stage.first_in(view)  # Up out of the tray, back to the lanes.
        if found is not None:
            self.event(showing.event_id(found), reveal=True, unfold=False)

    def _revealing(self, ordinal: int) -> View | None:
        view, stage = self._store.state.view, self._stage()
        return None if view is None or not stage.is_fitted else revealing_view(stage, view, ordinal)

    def _ordinal(self, event_id: str) -> int | None:
        showing = self._store.showing
        return None if showing is None else showing.ordinal(event_id)

    def bind(self, commands: Commands) -> None:
        """Bind the selection commands."""
        commands.bind("select.event", self.event)
        commands.bind("select.toggle", self.toggle)
        commands.bind("select.range", self.range)
        commands.bind("select.many", self.many)
        commands.bind("select.clear", self.clear)
        commands.bind("select.keep-in-sight", self.keep_in_sight)
        commands.bind("view.undated", self.undated)
        commands.bind("select.next-in-time", lambda: self.step("next-in-time"))
        commands.bind("select.previous-in-time", lambda: self.step("previous-in-time"))
        commands.bind("select.next-in-lane", lambda: self.step("next-in-lane"))
        commands.bind("select.previous-in-lane", lambda: self.step("previous-in-lane"))
        commands.bind("select.lane-above", lambda: self.step("lane-above"))
        commands.bind("select.lane-below", lambda: self.step("lane-below"))
        for step in CHAPTER_STEPS:
            commands.bind(f"select.{step}", partial(self.step, step))


class SessionHandlers:
    """History, panel pages, settings and content notes."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def theme(self, theme: str) -> None:
        """Choose a theme by name; an unknown name changes nothing."""
        if theme in tuple(ThemeChoice):
            self._change(theme=ThemeChoice(theme))

    def toggle_theme(self) -> None:
        """Go on to the next theme."""
        themes = tuple(ThemeChoice)
        here = themes.index(self._store.state.settings.theme)
        self._change(theme=themes[(here + 1) % len(themes)])

    def text_size(self, percent: int) -> None:
        """Set the text size, within 100 to 300 per cent."""
        self._change(text_size_percent=min(max(percent, TEXT_STEPS[0]), TEXT_STEPS[-1]))

    def larger_text(self) -> None:
        """Go to the next larger text size."""
        here = self._store.state.settings.text_size_percent
        self.text_size(next((step for step in TEXT_STEPS if step > here), TEXT_STEPS[-1]))

    def smaller_text(self) -> None:
        """Go to the next smaller text size."""
        here = self._store.state.settings.text_size_percent
        self.text_size(next((step for step in reversed(TEXT_STEPS) if step < here), TEXT_STEPS[0]))

    def reduced_motion(self, on: bool) -> None:  # noqa: FBT001 — argument name of the command
        """Switch movement off or on."""
        self._change(reduced_motion=on)

    def open_note(self, id: str) -> None:  # noqa: A002
        """Show what stands behind an event's content note."""
        lens = self._store.state.lens
        self._store.set_lens(replace(lens, acknowledged_notes=lens.acknowledged_notes | {id}))

    def skip_note(self, id: str) -> None:  # noqa: A002
        """Pass over an event with a content note, to where the exhibit says or back to the introduction."""
        showing = self._store.showing
        ordinal = showing.ordinal(id) if showing is not None else None
        skip_to = showing.skip_target(ordinal) if showing is not None and ordinal is not None else None
        self._store.select((skip_to,) if skip_to is not None else ())

    def travel(self, go: Callable[[], bool]) -> None:
        """Go through the history; the event that was in hand there is seen, whatever became of its lane."""
        if go():
            open_lane_of(self._store, self._store.state.selection.primary)

    def toggle_date_reason(self) -> None:
        """Open what the date of the event in hand rests on; close it where it is to be seen."""
        state = self._store.state
        is_seen = state.is_date_explained and state.page is PanelPage.EVENT and state.panel_open
        self._store.explain_date(is_open=not is_seen)

    def _change(self, **changes: ThemeChoice | int | bool) -> None:
        self._store.set_settings(replace(self._store.state.settings, **changes))  # type: ignore[arg-type]

    def bind(self, commands: Commands) -> None:
        """Bind history, panel, settings and notes."""
        store = self._store
        commands.bind("go.back", lambda: self.travel(store.go_back))
        commands.bind("go.forward", lambda: self.travel(store.go_forward))
        commands.bind("go.introduction", lambda: store.select(()))
        commands.bind("go.legend", lambda: store.show_page(PanelPage.LEGEND))
        commands.bind("go.problems", lambda: store.show_page(PanelPage.PROBLEMS))
        commands.bind("panel.toggle", lambda: store.open_panel(is_open=not store.state.panel_open))
        commands.bind("panel.why-date", self.toggle_date_reason)
        commands.bind("panel.width", store.set_panel_width)
        commands.bind("settings.theme", self.theme)
        commands.bind("settings.toggle-theme", self.toggle_theme)
        commands.bind("settings.text-size", self.text_size)
        commands.bind("settings.larger-text", self.larger_text)
        commands.bind("settings.smaller-text", self.smaller_text)
        commands.bind("settings.reduced-motion", self.reduced_motion)
        commands.bind("note.open", self.open_note)
        commands.bind("note.skip", self.skip_note)


def selected_ordinals(store: Store) -> tuple[int, ...]:
    """Return the ordinals of the selected events that still exist."""
    showing = store.showing
    if showing is None:
        return ()
    found = (showing.ordinal(event_id) for event_id in store.state.selection.ids)
    return tuple(ordinal for ordinal in found if ordinal is not None)


def bind_handlers(commands: Commands, store: Store, stage: Callable[[], Stage]) -> None:
    """Bind every command that needs no toolkit; `stage` gives the main surface's stage."""
    ViewHandlers(store, stage).bind(commands)
    SelectionHandlers(store, stage).bind(commands)
    SessionHandlers(store).bind(commands)
    QuietHandlers(store, stage).bind(commands)
    FoldedHandlers(store, stage).bind(commands)
    GoingHandlers(store, stage).bind(commands)
    PlaceHandlers(store, stage).bind(commands)
    LaneHandlers(store).bind(commands)
    EvidenceHandlers(store).bind(commands)
    PeopleHandlers(store, SelectionHandlers(store, stage).beside).bind(commands)
    KnownHandlers(store).bind(commands)
    SourceHandlers(store).bind(commands)
    FilterHandlers(store).bind(commands)
