# SPDX-License-Identifier: MIT
"""The timeline for those who hear it: lanes, the events in view in them, and what is said of each.

The same picture as the scene, without its paint: every event once, under its first lane, in the
order of time; where there are more than can be listened to, the weightier ones, and a count of the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from timeline_app.base.geometry import Rect
from timeline_app.base.messages import Translator
from timeline_app.chrono.calendars.calendar import Calendar
from timeline_app.chrono.doubts import doubt_in_words
from timeline_app.chrono.phrases import date_in_words
from timeline_app.model.showing import Showing
from timeline_app.scene.index import EventIndex
from timeline_app.scene.items import Item, Kind, Scene, TargetKind
from timeline_app.scene.lane_words import hidden_in_words, lane_in_words
from timeline_app.scene.range_words import calendar_range_in_words, range_in_words
from timeline_app.scene.stage import Stage
from timeline_app.scene.time_fold import instant_of
from timeline_app.scene.view import View

MOST_EVENTS: Final = 200
"""More than these are not listed one by one."""


@dataclass(frozen=True, slots=True)
class OutlinedEvent:
    """An event in view; `rect` is where it is drawn, in surface pixels."""

    ordinal: int
    rect: Rect


@dataclass(frozen=True, slots=True)
class OutlinedLane:
    """A lane with its events in view; `folded` is how many more there are."""

    lane: int
    rect: Rect
    events: tuple[OutlinedEvent, ...]
    folded: int


def outline(stage: Stage, view: View, scene: Scene, most: int = MOST_EVENTS) -> tuple[OutlinedLane, ...]:
    """Return the shown lanes from the top, with what is in view; the scene says where it is drawn."""
    index, order = stage.index, stage.fitted.choice.order
    in_view = [_in_view(index, lane, view) for lane in order]
    listed = _weightiest(index, in_view, most)
    drawn = _drawn(scene)
    return tuple(
        _outlined(stage, view, scene, lane, entries, listed, drawn)
        for lane, entries in zip(order, in_view, strict=True)
    )


def _in_view(index: EventIndex, lane: int, view: View) -> npt.NDArray[np.int64]:
    """Return a lane's entries in view of which it is the first lane that is shown."""
    run = index.touching(lane, view.start_s, view.end_s)
    mask = (index.end_s[run] >= view.start_s) & (index.rank[run] == 0)
    found: npt.NDArray[np.int64] = run.start + np.flatnonzero(mask)
    return found


def _weightiest(index: EventIndex, in_view: list[npt.NDArray[np.int64]], most: int) -> frozenset[int] | None:
    """Return the entries to list, None for all."""
    entries = np.concatenate(in_view) if in_view else np.zeros(0, np.int64)
    if len(entries) <= most:
        return None
    order = np.lexsort((index.start_s[entries], -index.importance[entries]))
    return frozenset(entries[order[:most]].tolist())


def _outlined(
    stage: Stage,
    view: View,
    scene: Scene,
    lane: int,
    entries: npt.NDArray[np.int64],
    listed: frozenset[int] | None,
    drawn: Mapping[int, Rect],
) -> OutlinedLane:
    layout = stage.fitted.placement.layout
    box, scroll_px = layout.boxes[lane], min(view.lane_scroll_px, stage.max_lane_scroll_px)
    top = scene.lanes_rect.y + layout.y_of(lane, scroll_px)
    rect = Rect(scene.lanes_rect.x, top, scene.lanes_rect.w, box.height_px)
    scale = stage.time_scale(view)
    events = []
    for entry in entries.tolist():
        if listed is not None and entry not in listed:
            continue
        ordinal = int(stage.index.ordinal[entry])
        x = min(max(scale.x_at(int(stage.index.start_s[entry])), rect.x), rect.right - 1.0)
        folded = Rect(x, top + box.strip_top_px - box.top_px, 1.0, box.bottom_px - box.strip_top_px)
        events.append(OutlinedEvent(ordinal, drawn.get(ordinal, folded)))
    return OutlinedLane(lane, rect, tuple(events), len(entries) - len(events))


def _drawn(scene: Scene) -> dict[int, Rect]:
    """Return the rectangle in which each event is drawn: mark, label and card in the first lane that shows it."""
    found: dict[int, tuple[int, Rect]] = {}
    for item in scene.items:
        ordinal = _event_of(item)
        if ordinal is None:
            continue
        lane = item.target.lane if item.target is not None else -1
        before = found.get(ordinal)
        if before is None:
            found[ordinal] = (lane, item.rect)
        elif before[0] == lane:
            found[ordinal] = (lane, _united(before[1], item.rect))
    shown = scene.lanes_rect
    return {ordinal: _cut(rect, shown) for ordinal, (_, rect) in found.items()}


def _event_of(item: Item) -> int | None:
    target = item.target
    if target is None or target.kind is not TargetKind.EVENT or item.kind in (Kind.ARC, Kind.RING, Kind.LINE):
        return None
    return target.index


def _united(first: Rect, second: Rect) -> Rect:
    left, top = min(first.x, second.x), min(first.y, second.y)
    return Rect(left, top, max(first.right, second.right) - left, max(first.bottom, second.bottom) - top)


def _cut(rect: Rect, shown: Rect) -> Rect:
    """Cut a rectangle at the sides of the window; above and below it may lie outside."""
    left = min(max(rect.x, shown.x), shown.right - 1.0)
    return Rect(left, rect.y, max(min(rect.right, shown.right) - left, 1.0), rect.h)


class OutlineWords:
    """What is said of the canvas, its lanes and its events."""

    def __init__(self, stage: Stage, translator: Translator) -> None:
        self._stage = stage
        self._translator = translator

    @property
    def _showing(self) -> Showing:
        return self._stage.fitted.showing

    def canvas(self, view: View) -> str:
        """Return the canvas's name: the exhibit and the range in view."""
        span = range_in_words(*self._bounds(view), self._translator)
        return self._translator.say("outline.canvas", title=self._showing.title.text, range=span)

    def calendars(self, view: View) -> str:
        """Return what the further calendars call the range in view, as far as they reach."""
        said = (self._in_calendar(calendar, view) for calendar in self._stage.fitted.calendars)
        return self._joined([words for words in said if words])

    def _in_calendar(self, calendar: Calendar, view: View) -> str:
        span = calendar_range_in_words(calendar, *self._bounds(view), self._translator)
        name = self._translator.say(f"calendar.name.{calendar.name}")
        return self._translator.say("outline.calendar", calendar=name, range=span) if span else ""

    def _bounds(self, view: View) -> tuple[int, int]:
        """Return the instants between which a view lies."""
        fold = self._stage.fold
        return instant_of(fold, view.start_s), instant_of(fold, view.end_s)

    def lane(self, lane: int) -> str:
        """Return a lane's name."""
        return self._stage.fitted.lanes[lane].title.text

    def lane_head(self, lane: int) -> tuple[str, str]:
        """Return a lane's name with the number of its events, and how and where it stands."""
        fitted, entries = self._stage.fitted, self._stage.index.lane_slice(lane)
        count = entries.stop - entries.start
        return lane_in_words(fitted.lanes[lane], fitted.choice, count, self._translator)

    def lane_id(self, lane: int) -> str:
        """Return a lane's id."""
        return self._stage.fitted.lanes[lane].id

    def is_collapsed(self, lane: int) -> bool:
        """Tell whether a lane is collapsed to its strip."""
        return lane in self._stage.fitted.choice.collapsed

    def hidden_lanes(self) -> str:
        """Return how many lanes are hidden."""
        return hidden_in_words(self._stage.fitted.choice, self._translator)

    def event(self, ordinal: int) -> str:
        """Return an event's name: title and date."""
        head = self._showing.head(ordinal)
        if head.date is None:
            return head.title.text
        date = date_in_words(head.date, self._translator)
        return self._translator.say("outline.event", title=head.title.text, date=date)

    def event_details(self, ordinal: int) -> str:
        """Return what else is said of an event: place in its lane, era, how well the date is known."""
        head = self._showing.head(ordinal)
        index = self._stage.index
        words = [self._place_in_lane(int(entry)) for entry in index.entries_of(ordinal)[:1]]
        # The strict beginning: an "about" widens what is drawn, but not the time that is meant.
        if head.date is not None and head.date.earliest_s is not None:
            words.append(self._era_at(head.date.earliest_s))
        if head.date is not None:
            words.append(doubt_in_words(head.date, self._translator))
        return self._joined([word for word in words if word])

    def _joined(self, said: list[str]) -> str:
        joined = said[0] if said else ""
        for word in said[1:]:
            joined = self._translator.say("outline.join", first=joined, next=word)
        return joined

    def tray(self, count: int) -> str:
        """Return the tray's name: how many events have no place in time."""
        return self._translator.say("outline.tray", count=count)

    def tray_details(self) -> str:
        """Return what the tray is, and what pressing it does."""
        return self._translator.say("outline.tray-details")

    def tray_rest(self, count: int) -> str:
        """Return how many events the open tray has no room for, and where they are."""
        return self._translator.say("outline.tray-more", count=count)

    def undated(self, ordinal: int) -> str:
        """Return the name of an event in the tray: title and whatever is known of its date."""
        head = self._showing.head(ordinal)
        if head.date is not None:
            return self.event(ordinal)
        return self._translator.say("outline.undated", title=head.title.text)

    def folded(self, count: int) -> str:
        """Return the name of what is not listed one by one."""
        return self._translator.say("outline.folded", count=count)

    def _place_in_lane(self, entry: int) -> str:
        index = self._stage.index
        lane = int(index.lane[entry])
        entries = index.lane_slice(lane)
        return self._translator.say(
            "outline.place-in-lane",
            number=entry - entries.start + 1,
            count=entries.stop - entries.start,
            lane=self.lane(lane),
        )

    def _era_at(self, instant_s: int) -> str:
        """Return the title of the first era that holds an instant, nothing if none does."""
        for era in self._showing.eras:
            first_s, last_s = era.date.earliest_s, era.date.latest_s
            if (first_s is None or first_s <= instant_s) and (last_s is None or instant_s < last_s):
                return era.title.text
        return ""
