# SPDX-License-Identifier: MIT
"""When what an exhibit tells became public, whatever the reader's lens: gathered once for each document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from timeline_app.chrono.columns import DateColumns, columns_of
from timeline_app.chrono.date_settings import DateSettings
from timeline_app.chrono.edtf import can_be_read, parse
from timeline_app.chrono.historical_date import DateKind, HistoricalDate
from timeline_app.chrono.instant import LIMIT_S
from timeline_app.chrono.narrowing import day_edtf
from timeline_app.model import records
from timeline_app.model.event_uses import Flags
from timeline_app.model.in_print import Prints
from timeline_app.model.known_at import KnownMoment
from timeline_app.model.known_table import KnownTable
from timeline_app.model.records import Audience

MOST_MOMENTS: Final = 2_000
"""Where things became public at more moments than these, several are taken together."""

Instants = npt.NDArray[np.int64]


class Publicity:
    """Who knew of events since when, since when sources are in print, and the moments at which either changed."""

    def __init__(
        self,
        events: Sequence[records.Event],
        dates: DateColumns,
        flags: Flags,
        sources: Mapping[str, records.Source],
        settings: DateSettings,
    ) -> None:
        self._events = events
        self._dates = dates
        self._flags = flags
        self._sources = sources
        self._settings = settings
        self._moments: dict[tuple[Audience, str], tuple[KnownMoment, ...]] = {}

    @cached_property
    def known(self) -> KnownTable:
        """Who knew of which event since when."""
        return KnownTable.of(self._events, self._flags, self._settings)

    @cached_property
    def prints(self) -> Prints:
        """Since when sources are in print."""
        return Prints(self._sources, self._settings)

    def moments(self, audience: Audience, where: str) -> tuple[KnownMoment, ...]:
        """Return when something became known to an audience, the earliest first; nothing if no event tells."""
        if self.known.is_empty:
            return ()
        if (audience, where) not in self._moments:
            self._moments[audience, where] = self._found_moments(audience, where)
        return self._moments[audience, where]

    def _found_moments(self, audience: Audience, where: str) -> tuple[KnownMoment, ...]:
        table = self.known
        at_once, listed = np.flatnonzero(table.is_public), np.flatnonzero(table.counting(audience, where))
        prints = [date for name in self._sources if (date := self.prints.date_of(name)) is not None]
        instants = np.concatenate(
            (
                _begun_s(self._dates)[at_once],
                _begun_s(table.since)[listed],
                _begun_s(columns_of(prints)),
            )
        )
        moments, first_of, counts = np.unique(instants, return_index=True, return_counts=True)
        has_place = np.abs(moments) < LIMIT_S - 1
        moments, first_of, counts = moments[has_place], first_of[has_place], counts[has_place]
        last_of_group = _group_ends(len(moments))
        summed = (
            np.add.reduceat(counts, np.concatenate(([0], last_of_group[:-1] + 1))) if len(moments) else counts
        )

        def date_at(place: int) -> HistoricalDate | None:
            if place < len(at_once):
                text = self._events[at_once.item(place)].date
            elif place < len(at_once) + len(listed):
                text = table.texts[listed.item(place - len(at_once))]
            else:
                return prints[place - len(at_once) - len(listed)]
            return parse(text, self._settings) if text else None

        return tuple(
            KnownMoment(at_s, _words(date_at(place), at_s), count)
            for at_s, place, count in zip(
                moments[last_of_group].tolist(),
                first_of[last_of_group].tolist(),
                summed.tolist(),
                strict=True,
            )
        )


def _begun_s(dates: DateColumns) -> Instants:
    """Return the end of the time in which each date begins; without a place on the axis it is its very end."""
    found = dates.latest_s.copy()
    stretches = dates.stretches
    if len(stretches):
        lasts = dates.kind[stretches.rows] != DateKind.ONE_OF
        begun_s = np.minimum.reduceat(stretches.begun_s, stretches.starts)
        found[stretches.rows[lasts]] = begun_s[lasts]
    found[~dates.is_dated] = LIMIT_S
    return found


def _group_ends(count: int) -> npt.NDArray[np.int64]:
    """Return the last of each group of moments that are taken together."""
    groups = min(count, MOST_MOMENTS)
    return np.arange(1, groups + 1, dtype=np.int64) * count // max(groups, 1) - 1


def _words(date: HistoricalDate | None, at_s: int) -> str:
    """Return the moment in EDTF: the date itself if that says when it ends, else the day."""
    if date is not None:
        begin = date.parts[0] if date.kind in (DateKind.INTERVAL, DateKind.ALL_OF) else date
        text = begin.edtf.translate(_NO_DOUBT)
        if can_be_read(text) and parse(text).latest_s == at_s:
            return text
    return day_edtf(at_s - 1)


_NO_DOUBT: Final = str.maketrans("", "", "?~%")
