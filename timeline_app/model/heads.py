# SPDX-License-Identifier: MIT
"""The little that canvas and lists show of things; apart from `views`, which the first picture can do without."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.base.text_value import ShownText
from timeline_app.chrono.historical_date import HistoricalDate


@dataclass(frozen=True, slots=True)
class LaneView:
    """A lane as shown: index, title and colour role; `parent` is the index of the lane that holds it."""

    index: int
    id: str
    title: ShownText
    colour: str
    share: float
    depth: int
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class EraView:
    """An era as shown."""

    id: str
    title: ShownText
    date: HistoricalDate


@dataclass(frozen=True, slots=True)
class SilenceView:
    """A stretch of some lanes for which the exhibit has no evidence, and why; all lanes where none is named."""

    date: HistoricalDate
    why: str
    lanes: tuple[int, ...]
    note: ShownText | None


@dataclass(frozen=True, slots=True)
class EventHead:
    """The little that the canvas and lists need."""

    ordinal: int
    id: str
    title: ShownText
    short: ShownText
    date: HistoricalDate | None
    lanes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TourHead:
    """A tour as lists show it."""

    id: str
    title: ShownText
    minutes: float | None
    stop_count: int
