# SPDX-License-Identifier: MIT
"""How an event came by bounds that its own date does not give."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from timeline_app.chrono.historical_date import HistoricalDate


class Step(NamedTuple):
    """One step of a derivation: the event in hand lies after or before another one, or a date.

    `event` is an ordinal, or -1 where the step ends at the date `date` (EDTF).
    """

    relation: Literal["after", "before"]
    event: int
    date: str


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
