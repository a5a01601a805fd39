# SPDX-License-Identifier: MIT
"""A tour as it may be shown: its stops, what each of them shows, and what may be asked.

A plan of a tour is read through the present lens without the stops' own cursors; what an audience sees at a stop
goes through the stop's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline_app.base.text_value import ShownText
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.model.filters import Filters
from timeline_app.model.prose import Block


class ShownKind(StrEnum):
    """What a stop shows beside its event."""

    EVENT = "event"
    """The words of an event, its own or another's."""
    EXCERPT = "excerpt"
    SOURCE = "source"
    CLAIM = "claim"
    CHAIN = "chain"
    """The chain of causes and effects of an event."""
    FIGURE = "figure"
    """A figure of an event."""
    MAP = "map"
    """Where an event was."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing that a stop shows; `id` is that of an event, excerpt, source or claim.

    `words` are those to be lit in an excerpt.
    """

    kind: ShownKind
    id: str
    title: ShownText
    words: str = ""


@dataclass(frozen=True, slots=True)
class BranchView:
    """A way out of a stop: what may be asked, and the number of the stop that answers."""

    ask: ShownText
    stop: int


@dataclass(frozen=True, slots=True)
class StopView:
    """One stop of a tour.

    `number` counts from 1 as the tour is planned, spare stops included; it names the stop everywhere. `view` is the
    stretch of time as (first_s, last_s) in plain instants, None to bring the event into view. `steps` are groups of
    `shows` by index, revealed one after the other; a stop without steps shows all at once (`steps` is empty). At
    step n the first n groups are seen, and what stands in no group from the start. `as_known_at` is "" for today.
    `task` is what a class is to do there, on paper.
    """

    number: int
    id: str
    event_id: str | None
    title: ShownText
    date: HistoricalDate | None
    view: tuple[float, float] | None
    shows: tuple[Shown, ...]
    steps: tuple[tuple[int, ...], ...]
    as_known_at: str
    filters: Filters
    notes: tuple[Block, ...]
    minutes: float | None
    is_spare: bool
    branches: tuple[BranchView, ...]
    task: tuple[Block, ...] = ()

    def seen(self, step: int) -> tuple[Shown, ...]:
        """Return what is seen at a step, in the order of the file."""
        later = {index for group in self.steps[step:] for index in group}
        return tuple(shown for index, shown in enumerate(self.shows) if index not in later)


@dataclass(frozen=True, slots=True)
class TourView:
    """A tour; `stops` holds all that may be shown, spare ones too.

    `unseen` are the stops whose event may not be shown, such as one that nobody knew of at the stop's own cursor:
    nobody is led to them, but who stands at one finds there what of it may be shown.
    """

    id: str
    title: ShownText
    minutes: float | None
    note: tuple[Block, ...]
    stops: tuple[StopView, ...]
    unseen: tuple[StopView, ...] = ()

    def stop(self, number: int) -> StopView | None:
        """Return the stop of a number, be its event shown or not; None where there is none."""
        return next((stop for stop in (*self.stops, *self.unseen) if stop.number == number), None)

    @property
    def planned(self) -> tuple[StopView, ...]:
        """The stops that are walked in turn: all but the spare ones."""
        return tuple(stop for stop in self.stops if not stop.is_spare)

    def after(self, number: int) -> StopView | None:
        """Return the stop that is walked to after the one of a number, None where there is none."""
        return next((stop for stop in self.planned if stop.number > number), None)

    def before(self, number: int) -> StopView | None:
        """Return the stop that is walked to before the one of a number, None where there is none."""
        return next((stop for stop in reversed(self.planned) if stop.number < number), None)
