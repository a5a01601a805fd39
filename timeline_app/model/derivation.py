# SPDX-License-Identifier: MIT
"""How an event came by bounds that its own date does not give."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, Self

from timeline_app.chrono.date_settings import DateSettings
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.chrono.narrowing import derived_edtf, narrowed
from timeline_app.chrono.net_parts import Range


class Step(NamedTuple):
    """One step of a derivation: the event in hand lies after or before another one, or a date.

    `event` is an ordinal, or -1 where the step ends at the date `date` (EDTF).
    """

    relation: Literal["after", "before"]
    event: int
    date: str


class Bounds(NamedTuple):
    """What others tell of one event: between which moments it lies, and the steps that lead there."""

    event: int
    known: Range
    earliest: tuple[Step, ...]
    latest: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Derivation:
    """The date at which an event is placed, and the steps that lead to where its bounds are known from.

    `earliest` and `latest` are empty where that bound is the event's own, or not known. `is_derived` tells
    that the file gives the event no date (or none of a known year), so that all of it is derived; else its
    own date was narrowed.
    """

    date: HistoricalDate
    earliest: tuple[Step, ...]
    latest: tuple[Step, ...]
    is_derived: bool

    @classmethod
    def of(cls, bounds: Bounds, own: str | None, settings: DateSettings, calendar: str = "") -> Self:
        """Return what becomes of an event's own date (EDTF), if it has one; `calendar` is how its source counts."""
        date = parse(own, settings) if own else None
        if date is None or date.is_year_unknown:
            return cls(
                parse(derived_edtf(bounds.known, calendar)), bounds.earliest, bounds.latest, is_derived=True
            )
        return cls(narrowed(date, bounds.known), bounds.earliest, bounds.latest, is_derived=False)
