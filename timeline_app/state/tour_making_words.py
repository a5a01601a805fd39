# SPDX-License-Identifier: MIT
"""What is told of a tour that is being made: its stops as they may be shown now, and what else the one in hand can show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import fsum

from timeline_app.base.text_value import Reader, ShownText, TextValue
from timeline_app.model.chains import has_chain
from timeline_app.model.showing import Showing
from timeline_app.model.tour_shows import asked_for, name_of, stop_named
from timeline_app.model.tour_stops import tour_view
from timeline_app.model.tour_views import ShownKind, StopView
from timeline_app.state.app_state import AppState
from timeline_app.state.tour_making import MakingState, is_all_told


@dataclass(frozen=True, slots=True)
class NamedThing:
    """Something that a stop shows or can show, by the name that it has in the file; of what may not be told no title."""

    name: str
    kind: ShownKind | None
    title: ShownText | None


@dataclass(frozen=True, slots=True)
class WayOut:
    """A question, and the number of the stop to which it leads, 0 where there is none."""

    ask: str
    stop: int


@dataclass(frozen=True, slots=True)
class MakingView:
    """A tour that is being made.

    `stops` are all of them in the order of the tour, `unseen` the numbers of those whose event may not be told of now.
    `notes` and `task` are those of the stop in hand; where not all of them may be told, they cannot be written.
    """

    title: str
    stops: tuple[StopView, ...]
    unseen: frozenset[int]
    minutes: float
    shown: tuple[NamedThing, ...] = ()
    offered: tuple[NamedThing, ...] = ()
    notes: str = ""
    can_write: bool = True
    task: str = ""
    can_write_task: bool = True
    ways: tuple[WayOut, ...] = ()


def making_view(state: AppState, showing: Showing) -> MakingView | None:
    """Return what is told of the tour that is being made, None while none is."""
    making, document = state.making, state.document
    if making is None or document is None:
        return None
    made = document.with_tours({making.tour_id: making.tour}, {})
    plan = tour_view(making.tour_id, made, showing)
    if plan is None:
        return None
    stops = tuple(sorted((*plan.stops, *plan.unseen), key=lambda stop: stop.number))
    stop = making.stop
    notes, can_write = _written(stop.notes if stop is not None else None, showing.reader)
    task, can_write_task = _written(stop.task if stop is not None else None, showing.reader)
    return MakingView(
        title=_words(making.tour.title, showing.reader),
        stops=stops,
        unseen=frozenset(stop.number for stop in plan.unseen),
        minutes=fsum(stop.minutes or 0.0 for stop in making.tour.stops if not stop.hidden),
        shown=tuple(_shown(making, state, stops)),
        offered=tuple(_offered(making, showing)),
        notes=notes,
        can_write=can_write,
        task=task,
        can_write_task=can_write_task,
        ways=tuple(_ways(making, showing.reader)),
    )


def _words(value: TextValue | None, reader: Reader) -> str:
    return value.for_prose(reader).text if value else ""


def _written(value: TextValue | None, reader: Reader) -> tuple[str, bool]:
    """Return a text of the stop in hand as far as it may be told, and whether this is all of it."""
    return _words(value, reader), is_all_told(value, reader)


def _shown(making: MakingState, state: AppState, stops: tuple[StopView, ...]) -> Iterator[NamedThing]:
    stop = making.stop
    if stop is None or state.document is None:
        return
    titles = {(shown.kind, shown.id): shown.title for shown in stops[making.at - 1].shows}
    for entry, asked in zip(stop.show, asked_for(stop, state.document), strict=True):
        title = titles.get((asked.kind, asked.id)) if asked is not None else None
        yield NamedThing(name_of(entry), asked.kind if asked is not None else None, title)


def _offered(making: MakingState, showing: Showing) -> Iterator[NamedThing]:
    """Yield what the event of the stop in hand has to show, and the stop does not show yet."""
    stop = making.stop
    ordinal = showing.ordinal(stop.event) if stop is not None and stop.event else None
    if stop is None or ordinal is None or showing.is_veiled(ordinal):
        return
    there = {name_of(entry) for entry in stop.show}
    yield from (thing for thing in _things_of(ordinal, showing) if thing.name not in there)


def _things_of(ordinal: int, showing: Showing) -> Iterator[NamedThing]:
    event = showing.event(ordinal)
    for excerpt in event.excerpts:
        yield NamedThing(excerpt.id, ShownKind.EXCERPT, excerpt.speaker or excerpt.words)
    for claim in event.claims:
        yield NamedThing(claim.id, ShownKind.CLAIM, claim.about)
    for use in event.sources:
        if not use.is_repeat:
            yield NamedThing(use.source.id, ShownKind.SOURCE, use.source.title)
    if has_chain(showing, ordinal):
        yield NamedThing(ShownKind.CHAIN, ShownKind.CHAIN, event.head.title)
    if event.places:
        yield NamedThing(ShownKind.MAP, ShownKind.MAP, event.head.title)
    if event.figure is not None:
        yield NamedThing(ShownKind.FIGURE, ShownKind.FIGURE, event.head.title)


def _ways(making: MakingState, reader: Reader) -> Iterator[WayOut]:
    for branch in making.stop.branches if making.stop is not None else ():
        yield WayOut(branch.ask.for_reader(reader).text, stop_named(making.tour, branch.to))
