# SPDX-License-Identifier: MIT
"""The timeline for those who hear it: lanes, the events in view in them, and what is said of each.

The same picture as the scene, without its paint: every event once, under its first lane, in the
order of time; where there are more than can be listened to, the weightier ones, and a count of the rest. What
is folded stands behind badges, each with its count.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from timeline_app.base.geometry import Rect
from timeline_app.base.messages import Message, Translator
from timeline_app.chrono.calendars.calendar import Calendar
from timeline_app.chrono.doubts import doubt_in_words
from timeline_app.chrono.phrases import date_in_words
from timeline_app.model.showing import Showing
from timeline_app.scene.badges import Badge, badges, bins_in_view
from timeline_app.scene.chain_marks import ChainMarks
from timeline_app.scene.chapters import decade_in_words, era_at
from timeline_app.scene.folded import folded_entries
from timeline_app.scene.folding import LEAST_CELL_PX, Folding, bin_edges, bin_octave
from timeline_app.scene.index import EventIndex
from timeline_app.scene.index_basis import I64
from timeline_app.scene.items import FoldedShape, Item, Kind, Scene, TargetKind
from timeline_app.scene.lane_words import hidden_in_words, lane_in_words
from timeline_app.scene.outline_evidence import (
    EvidenceWords,
    OutlinedGhost,
    OutlinedSilence,
    outlined_ghosts,
    outlined_silences,
)
from timeline_app.scene.overlays import USUAL_OVERLAYS, Overlays
from timeline_app.scene.range_words import calendar_range_in_words, range_in_words
from timeline_app.scene.stage import Stage
from timeline_app.scene.strip_marks import unfolded
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
class OutlinedBadge:
    """How many events are folded in a stretch of axis seconds, and where their badge stands."""

    badge: Badge
    rect: Rect


@dataclass(frozen=True, slots=True)
class OutlinedLane:
    """A lane with its events in view that have a name or a mark of their own, and with its badges.

    `folded` is how many more events of the first kind there are than can be listed.
    """

    lane: int
    rect: Rect
    events: tuple[OutlinedEvent, ...]
    badges: tuple[OutlinedBadge, ...]
    folded: int
    silences: tuple[OutlinedSilence, ...] = ()
    ghosts: tuple[OutlinedGhost, ...] = ()


def outline(
    stage: Stage,
    view: View,
    scene: Scene,
    most: int = MOST_EVENTS,
    overlays: Overlays = USUAL_OVERLAYS,
) -> tuple[OutlinedLane, ...]:
    """Return the shown lanes from the top, with what is in view; the scene says where it is drawn.

    The cost follows what is drawn and not what there is: nothing that a badge counts is looked at.
    """
    order = stage.fitted.choice.order
    folding = _folding(stage, view)
    badges_of = {lane: badges(folding, lane, view.start_s, view.end_s) for lane in order}
    own = {lane: _own_entries(folding, lane, view, badges_of[lane]) for lane in order}
    shown = _each_once(stage.index, own)
    listed = _weightiest(stage.index, shown, most)
    drawn, drawn_badges = _drawn(scene), _drawn_badges(scene)
    found = []
    for lane in order:
        entries = [entry for entry in own[lane].tolist() if entry in shown]
        chosen = [entry for entry in entries if entry in listed]
        place = _LanePlace.of(stage, view, scene, lane)
        events = tuple(place.event(stage, view, entry, drawn) for entry in chosen)
        of_badges = tuple(place.badge(stage, view, badge, drawn_badges) for badge in badges_of[lane])
        silences = outlined_silences(stage, view, lane, place.strip) if overlays.silences else ()
        ghosts = outlined_ghosts(scene, lane)
        more = len(entries) - len(chosen)
        found.append(OutlinedLane(lane, place.rect, events, of_badges, more, silences, ghosts))
    return tuple(found)


def _folding(stage: Stage, view: View) -> Folding:
    """Return what is named and what is folded in a view, whole bins at its edges."""
    zoom = stage.time_scale(view).seconds_per_px
    stretch = bins_in_view(view.start_s, view.end_s, zoom)
    return Folding.of(stage.index, stage.fitted.placement, *stretch, zoom)


def _own_entries(folding: Folding, lane: int, view: View, lane_badges: list[Badge]) -> I64:
    """Return a lane's entries in view that are named, or have a mark or line of their own; by time."""
    index, named = folding.index, folding.named_of(lane)
    named = named[(index.end_s[named] > view.start_s) & (index.start_s[named] < view.end_s)]
    edges_s = bin_edges(view.start_s, view.end_s, bin_octave(folding.seconds_per_px, LEAST_CELL_PX))
    counts = folding.counts(lane, edges_s)
    alone = np.flatnonzero(counts.starting == 1)
    lone = folding.lone(counts.places[alone], counts.places[alone + 1])
    lone = lone[(index.end_s[lone] > view.start_s) & (index.start_s[lone] < view.end_s)]
    begun = np.zeros(0, np.int64)
    first_s = int(edges_s[0])
    if counts.lasting[0] == 1 and not (lane_badges and lane_badges[0].first_s <= first_s):
        # A single line that comes in from before.
        begun = folded_entries(index, folding.placement, lane, (first_s, first_s + 1), folding.seconds_per_px)
        begun = begun[(index.start_s[begun] < first_s) & (index.end_s[begun] > view.start_s)]
    return np.unique(np.concatenate([named, lone, begun]))


def _each_once(index: EventIndex, own: Mapping[int, I64]) -> frozenset[int]:
    """Return of each event the entry of the first lane in which it can be told apart."""
    entries = np.concatenate([np.zeros(0, np.int64), *own.values()])
    order = np.argsort(index.rank[entries], kind="stable")
    _, first = np.unique(index.ordinal[entries[order]], return_index=True)
    return frozenset(entries[order][first].tolist())


def _weightiest(index: EventIndex, shown: frozenset[int], most: int) -> frozenset[int]:
    """Return the entries to list."""
    if len(shown) <= most:
        return shown
    entries = np.array(sorted(shown), np.int64)
    order = np.lexsort((index.start_s[entries], -index.importance[entries]))
    return frozenset(entries[order[:most]].tolist())


@dataclass(frozen=True, slots=True)
class _LanePlace:
    """Where a lane stands, and its strip, for what is drawn nowhere else."""

    rect: Rect
    strip: Rect

    @classmethod
    def of(cls, stage: Stage, view: View, scene: Scene, lane: int) -> _LanePlace:
        layout = stage.fitted.placement.layout
        box, scroll_px = layout.boxes[lane], min(view.lane_scroll_px, stage.max_lane_scroll_px)
        top = scene.lanes_rect.y + layout.y_of(lane, scroll_px)
        rect = Rect(scene.lanes_rect.x, top, scene.lanes_rect.w, box.height_px)
        strip_y = top + box.strip_top_px - box.top_px
        return cls(rect, Rect(rect.x, strip_y, rect.w, box.bottom_px - box.strip_top_px))

    def event(self, stage: Stage, view: View, entry: int, drawn: Mapping[int, Rect]) -> OutlinedEvent:
        ordinal = int(stage.index.ordinal[entry])
        x = self._within(stage.time_scale(view).x_at(int(stage.index.start_s[entry])))
        return OutlinedEvent(ordinal, drawn.get(ordinal, Rect(x, self.strip.y, 1.0, self.strip.h)))

    def badge(
        self, stage: Stage, view: View, badge: Badge, drawn: Mapping[tuple[int, int], Rect]
    ) -> OutlinedBadge:
        rect = drawn.get((badge.lane, badge.first_s))
        if rect is not None:
            return OutlinedBadge(badge, rect)
        scale = stage.time_scale(view)
        xs = sorted(self._within(scale.x_at(at_s)) for at_s in (badge.first_s, badge.last_s))
        return OutlinedBadge(badge, Rect(xs[0], self.strip.y, max(xs[1] - xs[0], 1.0), self.strip.h))

    def _within(self, x: float) -> float:
        return min(max(x, self.rect.x), self.rect.right - 1.0)


def _drawn(scene: Scene) -> dict[int, Rect]:
    """Return the rectangle in which each event is drawn: mark, label and card in the first lane that shows it."""
    found: dict[int, tuple[int, Rect]] = {}
    for item in unfolded(scene.items):
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


def _drawn_badges(scene: Scene) -> dict[tuple[int, int], Rect]:
    """Return where each badge is drawn, by its lane and the beginning of its stretch."""
    return {
        (item.target.lane, item.detail.first_s): _cut(item.rect, scene.lanes_rect)
        for item in scene.items
        if isinstance(item.detail, FoldedShape) and item.target is not None
    }


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
        self.evidence: Final = EvidenceWords(stage, translator)

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

    def event_details(
        self, ordinal: int, overlays: Overlays = USUAL_OVERLAYS, chain: ChainMarks | None = None
    ) -> str:
        """Return what else is said of an event: place in its lane, era, decade, how sure the date is, evidence.

        Of a step of a chain that is followed its number comes first.
        """
        head = self._showing.head(ordinal)
        index = self._stage.index
        words = [self._place_in_lane(int(entry)) for entry in index.entries_of(ordinal)[:1]]
        # The strict beginning: an "about" widens what is drawn, but not the time that is meant.
        if head.date is not None and head.date.earliest_s is not None:
            words.append(era_at(self._showing, head.date.earliest_s))
        if head.date is not None:
            words.append(decade_in_words(head.date, self._translator))
            words.append(doubt_in_words(head.date, self._translator))
        words.extend(self.evidence.event(ordinal, overlays))
        if chain is not None and ordinal in chain.steps:
            number, count = chain.steps.index(ordinal) + 1, len(chain.steps)
            words.insert(0, self._translator.say("chain.step", number=number, count=count))
        return self._joined([word for word in words if word])

    def measured(self, said: str, overlays: Overlays) -> str:
        """Return what is said of something, after what ruler and guess say where they lie on the timeline."""
        laid = [marks.text for marks in (overlays.ruler, overlays.guess) if marks is not None]
        return self._joined([word for word in (*laid, said) if word]) if laid else said

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

    def place_in_tray(self, number: int, count: int) -> str:
        """Return where an event stands among those without a place in time."""
        return self._translator.say("outline.place-in-tray", number=number, count=count)

    def numbered(self, name: str, number: int) -> str:
        """Return a name with a number: others beside it are called the same."""
        return self._translator.say("outline.numbered", name=name, number=number)

    def folded(self, count: int) -> str:
        """Return the name of what is not listed one by one."""
        return self._translator.say("outline.folded", count=count)

    def badge(self, badge: Badge) -> str:
        """Return a badge's name: how many events it counts, and from when to when."""
        fold = self._stage.fold
        span = range_in_words(
            instant_of(fold, badge.first_s), instant_of(fold, badge.last_s), self._translator
        )
        count = Message.of("folded.badge", count=badge.event_count)
        return self._translator.say("outline.badge", count_words=count, range=span)

    def badge_details(self) -> str:
        """Return what pressing a badge does."""
        return self._translator.say("folded.badge-details")

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
