# SPDX-License-Identifier: MIT
"""Checks tours against the exhibit they walk through: what a class would not see, not take in, or not get to in time."""

from __future__ import annotations

import math
from contextlib import suppress
from typing import Final

import numpy as np

from timeline_app.base.errors import DateError
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.span_queries import Answer, Relation, answers
from timeline_app.content.draft import Draft, Entry
from timeline_app.model import records
from timeline_app.model.document import Document
from timeline_app.model.filters import FACETS
from timeline_app.model.lens import Lens
from timeline_app.model.sieve import Sieve
from timeline_app.model.stop_lens import stop_cursor, stop_filters

MOST_EVENTS: Final = 36
"""More events than this at one stop are hard to follow."""


def check_tours(draft: Draft, document: Document) -> None:
    """Warn of what is doubtful in the tours of a draft; nothing is left out for it."""
    for entry in draft["tours"].entries:
        check_tour(draft, entry, document)


def check_tour(draft: Draft, entry: Entry, document: Document) -> None:
    """Warn of what is doubtful in a tour: its minutes, its filters, and at each stop too much or nothing to see."""
    tour: records.Tour = entry.record
    _check_minutes(draft, entry, tour)
    for index, stop in enumerate(tour.stops):
        draft.check_cancelled()
        _check_facets(draft, entry, index, stop)
        lens = Lens(known_at=stop_cursor(stop.as_known_at, document), filters=stop_filters(stop))
        sieve = Sieve(document, lens)
        if stop.event and (stop.as_known_at or stop.filters) and sieve.hides(stop.event):
            path = ("stops", index, "as_known_at" if stop.as_known_at else "filters")
            draft.add(entry, path, "stop-not-seen", excerpt=stop.event, id=stop.event)
        elif stop.view is not None:
            _check_crowd(draft, entry, index, _count_in_view(stop.view, document, sieve))


def _check_minutes(draft: Draft, entry: Entry, tour: records.Tour) -> None:
    """Report minutes of stops that make more than the tour has, or less although each stop has some."""
    planned = [stop.minutes for stop in tour.stops if not stop.hidden]
    told = [minutes for minutes in planned if minutes is not None]
    if tour.minutes is None or not told:
        return
    total = math.fsum(told)
    if total > tour.minutes + 0.01 or (len(told) == len(planned) and total < tour.minutes - 0.01):
        said = f"{tour.minutes:g}"
        draft.add(entry, ("minutes",), "tour-minutes", excerpt=said, stops=f"{total:g}", tour=said)


def _check_facets(draft: Draft, entry: Entry, index: int, stop: records.Stop) -> None:
    """Report filters that no facet is named like: they filter nothing."""
    for name in stop.filters:
        if name not in FACETS:
            hint = draft.report.hint(name, FACETS)
            path = ("stops", index, "filters", name)
            draft.add(
                entry, path, "unknown-filter", is_key=True, excerpt=name, hint=hint, word=name,
                allowed=", ".join(FACETS),
            )  # fmt: skip


def _check_crowd(draft: Draft, entry: Entry, index: int, count: int) -> None:
    if count > MOST_EVENTS:
        path = ("stops", index, "view")
        draft.add(entry, path, "crowded-stop", excerpt=str(count), count=count, most=MOST_EVENTS)


def _count_in_view(view: str, document: Document, sieve: Sieve) -> int:
    """Return how many events a stop shows, those that only may lie in its view too."""
    with suppress(DateError):
        date = parse(view, document.date_settings)
        if date.earliest_s is not None and date.latest_s is not None and date.earliest_s < date.latest_s:
            dates = document.events.dates
            there = answers(dates, Relation.OVERLAPS, date.earliest_s, date.latest_s) >= Answer.POSSIBLE
            return int(np.count_nonzero(there & dates.is_dated & sieve.passes))
    return 0
