# SPDX-License-Identifier: MIT
"""Who knew of which event since when, as columns: what was known by a moment is asked of all events at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self, get_args

import numpy as np
import numpy.typing as npt

from timeline_app.chrono.columns import DateColumns, Mask, columns_of_texts
from timeline_app.chrono.date_settings import DateSettings
from timeline_app.chrono.known_by import all_begun_by
from timeline_app.chrono.span_queries import Answer, Answers
from timeline_app.model import records
from timeline_app.model.event_uses import HAS_KNOWN, IS_PUBLIC, Flags
from timeline_app.model.known_at import KnownAt
from timeline_app.model.records import Audience

AUDIENCES: Final[tuple[Audience, ...]] = get_args(Audience)
_PUBLIC: Final = AUDIENCES.index("public")
_NO_COUNTRY: Final = -1


@dataclass(frozen=True, slots=True, eq=False)
class KnownThen:
    """How surely each event was known, and which of them are shown although nobody knows since when they are."""

    answers: Answers
    veiled: Mask


@dataclass(frozen=True, slots=True, eq=False)
class KnownTable:
    """All that an exhibit tells of who knew.

    `is_public` tells which events were public at their own date. Of the others each entry is a row: the event's
    ordinal, the audience's and the country's number, and since when; no event has to have any.
    """

    is_public: Mask
    events: npt.NDArray[np.int64]
    audiences: npt.NDArray[np.int8]
    lands: npt.NDArray[np.int32]
    since: DateColumns
    texts: tuple[str | None, ...]
    countries: tuple[str, ...]

    @classmethod
    def of(cls, events: Sequence[records.Event], flags: Flags, settings: DateSettings) -> Self:
        """Gather what events tell; only those with a list of those who knew are looked at."""
        told = np.flatnonzero(flags & HAS_KNOWN).tolist()
        entries = [(ordinal, known) for ordinal in told for known in _listed(events[ordinal])]
        texts = tuple(known.since for _, known in entries)
        countries = tuple(sorted({known.where for _, known in entries} - {""}))
        number_of = {name: number for number, name in enumerate(countries)}
        since, _ = columns_of_texts(texts, settings)
        return cls(
            is_public=(flags & IS_PUBLIC) != 0,
            events=np.array([ordinal for ordinal, _ in entries], np.int64),
            audiences=np.array([AUDIENCES.index(known.to) for _, known in entries], np.int8),
            lands=np.array([number_of.get(known.where, _NO_COUNTRY) for _, known in entries], np.int32),
            since=since,
            texts=texts,
            countries=countries,
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing is told of who knew of any event."""
        return not len(self.events) and not self.is_public.any()

    def counting(self, audience: Audience, where: str) -> Mask:
        """Tell which rows count for an audience and a country: what is public is known to all.

        What names no country counts in each.
        """
        counts: Mask = (self.audiences == _PUBLIC) | (self.audiences == AUDIENCES.index(audience))
        if where:
            land = self.countries.index(where) if where in self.countries else len(self.countries)
            counts &= (self.lands == _NO_COUNTRY) | (self.lands == land)
        return counts

    def at(self, cursor: KnownAt, dates: DateColumns) -> KnownThen:
        """Tell what was known at a cursor of events with these dates of their own.

        Veiled is what had happened by then, but of which nobody is told to have known, or nobody knows since when
        the audience did.
        """
        happened = all_begun_by(dates, cursor.at_s)
        found = np.where(self.is_public, happened, np.int8(Answer.NO))
        counts = self.counting(cursor.audience, cursor.where)
        begun = all_begun_by(self.since, cursor.at_s)
        np.maximum.at(found, self.events[counts], begun[counts])
        is_untold = ~self.is_public
        is_untold[self.events] = False
        is_untold[self.events[counts & ~self.since.is_dated]] = True
        veiled: Mask = is_untold & (found == Answer.NO) & (happened != Answer.NO)
        found[veiled] = Answer.POSSIBLE
        return KnownThen(found, veiled)


def _listed(event: records.Event) -> tuple[records.Known, ...]:
    return event.known if isinstance(event.known, tuple) else ()
