# SPDX-License-Identifier: MIT
"""Eras and decades as chapters of the timeline: which one an event begins in, and the way from one to another."""

from __future__ import annotations

from typing import Final

import numpy as np

from timeline_app.base.messages import Translator
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import DateKind, HistoricalDate
from timeline_app.chrono.instant import civil_from_seconds, year_start_s
from timeline_app.chrono.phrases import date_in_words
from timeline_app.model.showing import Showing
from timeline_app.scene.index import EventIndex
from timeline_app.scene.index_basis import I32, I64
from timeline_app.scene.walk import ChapterStep

YEARS: Final = 10
FIRST_NAMED_YEAR: Final = 100
LAST_NAMED_YEAR: Final = 9_999
_NONE: Final = -(2**63)
"""Stands for an event that lies in no era."""


def era_at(showing: Showing, instant_s: int) -> str:
    """Return the title of the first era that holds an instant, nothing if none does."""
    for era in showing.eras:
        first_s, last_s = era.date.earliest_s, era.date.latest_s
        if (first_s is None or first_s <= instant_s) and (last_s is None or instant_s < last_s):
            return era.title.text
    return ""


def decade_in_words(date: HistoricalDate, translator: Translator) -> str:
    """Return the decade in which a date begins, nothing where that is not known or people have no word for it."""
    begins = date.parts[0] if date.kind is DateKind.INTERVAL else date
    if begins.earliest_s is None or begins.latest_s is None:
        return ""
    years = [civil_from_seconds(at_s).year for at_s in (begins.earliest_s, begins.latest_s - 1)]
    decades = {year // YEARS for year in years}
    if len(decades) > 1 or not FIRST_NAMED_YEAR <= years[0] <= LAST_NAMED_YEAR:
        return ""
    return date_in_words(parse(f"{decades.pop():03d}X"), translator)


def chapter_neighbour(index: EventIndex, showing: Showing, ordinal: int, step: ChapterStep) -> int | None:
    """Return the first event of the next or previous era or decade that has any; None beside what has no place."""
    if index.first_entry_of(ordinal) < 0:
        return None
    order = index.ordinal[index.time_order]
    begins_s = showing.table.dates.earliest_s
    is_next, here_s = step.startswith("next"), int(begins_s[ordinal])
    if step.endswith("decade"):
        return _in_decade_beyond(order, begins_s[order], here_s, is_next=is_next)
    keys = _eras(showing, begins_s[order])
    here = int(_eras(showing, begins_s[[ordinal]])[0])
    if here == _NONE:
        here = here_s
    beyond = keys[(keys != _NONE) & ((keys > here) if is_next else (keys < here))]
    if len(beyond) == 0:
        return None
    chapter = beyond.min() if is_next else beyond.max()
    return int(order[np.flatnonzero(keys == chapter)[0]])


def _in_decade_beyond(order: I32, begins_s: I64, here_s: int, *, is_next: bool) -> int | None:
    """Return the first event of the nearest decade before or after that of an instant that has any."""
    first_s, last_s = _decade_of(here_s)
    beyond = begins_s[begins_s >= last_s] if is_next else begins_s[begins_s < first_s]
    if len(beyond) == 0:
        return None
    first_s, last_s = _decade_of(int(beyond.min() if is_next else beyond.max()))
    return int(order[np.flatnonzero((begins_s >= first_s) & (begins_s < last_s))[0]])


def _decade_of(instant_s: int) -> tuple[int, int]:
    """Return where the decade of an instant begins, and where the next one does."""
    year = civil_from_seconds(instant_s).year // YEARS * YEARS
    return year_start_s(year), year_start_s(year + YEARS)


def _eras(showing: Showing, instants_s: I64) -> I64:
    """Return of each instant the beginning of the first era that holds it."""
    found = np.full(len(instants_s), _NONE, np.int64)
    for era in showing.eras:
        first_s, last_s = era.date.earliest_s, era.date.latest_s
        begun = np.ones(len(instants_s), np.bool_) if first_s is None else instants_s >= first_s
        inside = begun if last_s is None else begun & (instants_s < last_s)
        # An era without a beginning comes before all others.
        found[inside & (found == _NONE)] = _NONE + 1 if first_s is None else first_s
    return found
