# SPDX-License-Identifier: MIT
"""Why an event stands where it does: what the file says of its date, and what follows from other events."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from timeline_app.base.text_value import Reader, ShownText
from timeline_app.chrono.edtf import can_be_read, parse
from timeline_app.chrono.historical_date import HistoricalDate, Precision
from timeline_app.chrono.instant import DAY_S
from timeline_app.chrono.narrowing import day_edtf
from timeline_app.model import records
from timeline_app.model.dates_then import date_then
from timeline_app.model.derivation import Step
from timeline_app.model.document import Document
from timeline_app.model.heads import EventHead
from timeline_app.model.sieve import Sieve

HeadOf = Callable[[int], EventHead]


@dataclass(frozen=True, slots=True)
class DateStepView:
    """One step: the event in hand lies after or before another event, or a date.

    Of an event that the reader may not see neither `event` nor `date` is there: it is "another event".
    """

    relation: Literal["after", "before"]
    event: EventHead | None
    date: HistoricalDate | None

    @property
    def is_hidden(self) -> bool:
        """Whether nothing may be said of what lies there."""
        return self.event is None and self.date is None


@dataclass(frozen=True, slots=True)
class DateBoundView:
    """The first or last day on which an event can have begun or ended, doubt included.

    `steps` lead to where that is known from, the nearest first; without any it is the event's own date.
    """

    day: HistoricalDate
    steps: tuple[DateStepView, ...]

    @property
    def is_derived(self) -> bool:
        """Whether it follows from other events or dates."""
        return bool(self.steps)


@dataclass(frozen=True, slots=True)
class DateReasonView:
    """Why an event stands where it does.

    From the file: the source's words, why the exhibit trusts them, the date itself (`own`, None where there
    is none) and the order it tells (`told`). Derived: the bounds, as far as their steps say so. `placed` is
    the date at which the event stands, None for an undated one; `calendar` is the one in which its source
    counts, "" for ours. A bound is None where there is none, or where the day is exact.
    """

    as_written: ShownText | None
    basis: ShownText | None
    own: HistoricalDate | None
    placed: HistoricalDate | None
    calendar: str
    earliest: DateBoundView | None
    latest: DateBoundView | None
    told: tuple[DateStepView, ...]

    @property
    def is_derived(self) -> bool:
        """Whether anything of the event's place follows from other events or dates."""
        return any(bound is not None and bound.is_derived for bound in (self.earliest, self.latest))


class DateReasons:
    """Builds these views of one document; `sieve` knows what the reader may see.

    At a cursor nothing is said of what had not come by then.
    """

    def __init__(self, document: Document, reader: Reader, sieve: Sieve) -> None:
        self._events = document.events
        self._reader = reader
        self._sieve = sieve

    def reason(self, ordinal: int, head_of: HeadOf) -> DateReasonView:
        """Return why an event stands where it does; `head_of` tells of the events to which its steps lead.

        It is not kept: it is the showing's own, which would then hold itself and outlive its exhibit.
        """
        record = self._events.records[ordinal]
        derivation = self._events.derivations.get(ordinal)
        own, placed = (
            None if date is None else self._as_then(date)
            for date in (self._events.own_date_of(ordinal), self._events.date_of(ordinal))
        )
        if self._sieve.lens.withheld and placed is not None:
            told = head_of(ordinal).date
            own, placed = (told if own == placed else None), told
        earliest_s = latest_s = None
        if placed is not None and not placed.is_year_unknown and not _is_exact(placed):
            earliest_s, latest_s = placed.fuzz_earliest_s, placed.fuzz_latest_s
        return DateReasonView(
            as_written=record.date_as_written.for_reader(self._reader) if record.date_as_written else None,
            basis=record.date_basis.for_reader(self._reader) if record.date_basis else None,
            own=own,
            placed=placed,
            calendar=record.calendar or (own.calendar if own is not None else ""),
            earliest=self._bound(earliest_s, derivation.earliest if derivation is not None else (), head_of),
            latest=self._bound(
                None if latest_s is None else latest_s - 1,
                derivation.latest if derivation is not None else (),
                head_of,
            ),
            told=tuple(self._told(record, head_of)),
        )

    def _as_then(self, date: HistoricalDate) -> HistoricalDate:
        until_s = self._sieve.lens.told_until_s
        return date if until_s is None else date_then(date, until_s, self._events.date_settings)

    def _bound(self, instant_s: int | None, steps: tuple[Step, ...], head_of: HeadOf) -> DateBoundView | None:
        if instant_s is None or not self._sieve.has_begun(parse(day_edtf(instant_s))):
            return None
        if any(
            self._sieve.lens.parts_withheld(self._events.ids[step.event]) for step in steps if step.event >= 0
        ):
            return None  # The bound itself is the date of what is withheld.
        shown: list[DateStepView] = []
        for step in steps:
            shown.append(self._step(step.relation, step.event, step.date, head_of))
            if shown[-1].is_hidden:
                break  # What lies behind it would tell of it.
        return DateBoundView(parse(day_edtf(instant_s)), tuple(shown))

    def _told(self, record: records.Event, head_of: HeadOf) -> list[DateStepView]:
        """Return the order that the file itself tells of an event."""
        found = []
        sides: tuple[tuple[Literal["after", "before"], str | tuple[str, ...]], ...] = (
            ("after", record.after),
            ("before", record.before),
        )
        for relation, value in sides:
            for text in (value,) if isinstance(value, str) else value:
                event = self._events.ordinal_of.get(text, -1)
                if event >= 0 or can_be_read(text, self._events.date_settings):
                    found.append(self._step(relation, event, text, head_of))
        return [step for step in found if not (step.is_hidden and self._sieve.is_past)]

    def _step(
        self, relation: Literal["after", "before"], event: int, date: str, head_of: HeadOf
    ) -> DateStepView:
        if event < 0:
            told = parse(date, self._events.date_settings)
            return DateStepView(relation, None, told if self._sieve.has_begun(told) else None)
        if self._sieve.is_untold(self._events.ids[event]):
            return DateStepView(relation, None, None)
        head = head_of(event)
        return DateStepView(relation, head, head.date)


def _is_exact(date: HistoricalDate) -> bool:
    """Tell whether a date is one day or less: its bounds would only say it again."""
    if date.fuzz_earliest_s is None or date.fuzz_latest_s is None:
        return False
    return date.precision <= Precision.DAY and date.fuzz_latest_s - date.fuzz_earliest_s <= DAY_S
