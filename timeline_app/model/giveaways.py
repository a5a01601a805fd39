# SPDX-License-Identifier: MIT
"""What would give away the date of an event while it is withheld: words and works of its day, and what begins or ends then."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Final

from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.chrono.instant import DAY_S, civil_from_days, days_from_civil
from timeline_app.model.claim_status import claims_about
from timeline_app.model.curtain import Part, Withheld
from timeline_app.model.document import Document
from timeline_app.model.event_uses import account_sources

BESIDE_S: Final = DAY_S
"""What ends a day before an event begins ends with it."""
ERA_BESIDE_S: Final = 7 * DAY_S
"""An era that begins or ends within a week of an event is told by it."""


class Giveaways:
    """Knows the excerpts and sources that are kept back along with some events of one document."""

    def __init__(self, document: Document, withheld: tuple[Withheld, ...]) -> None:
        self._document = document
        ordinal_of = document.events.ordinal_of
        known = [each for each in withheld if each.event_id in ordinal_of]
        self._events = tuple(ordinal_of[each.event_id] for each in known)
        self._undated = tuple(ordinal_of[each.event_id] for each in known if Part.DATE in each.parts)
        self._is_asked = any(each.is_asked for each in known)

    @cached_property
    def spans_s(self) -> tuple[tuple[int, int], ...]:
        """Within what the withheld dates lie."""
        return self._spans_s(self._undated)

    @cached_property
    def _era_spans_s(self) -> tuple[tuple[int, int], ...]:
        """Within what the dates lie that eras would tell.

        While a class is asked, those of all that may ever be asked for: else an era that is gone would be the answer.
        """
        if not self._is_asked:
            return self.spans_s
        marked = [ordinal for ordinal, record in enumerate(self._document.events.records) if record.predict]
        return self._spans_s((*self._undated, *marked))

    def _spans_s(self, ordinals: Iterable[int]) -> tuple[tuple[int, int], ...]:
        dates = (self._document.events.date_of(ordinal) for ordinal in ordinals)
        return tuple(
            (date.fuzz_earliest_s, date.fuzz_latest_s)
            for date in dates
            if date is not None and date.fuzz_earliest_s is not None and date.fuzz_latest_s is not None
        )

    def tells_of(self, date: HistoricalDate) -> bool:
        """Tell whether something begins or ends, to a day, with a withheld date."""
        return _touches(date, self.spans_s, BESIDE_S)

    def is_told_by_era(self, date: HistoricalDate) -> bool:
        """Tell whether an era of a date would tell a withheld one: by its edges, and perhaps by its name."""
        return _touches(date, self._era_spans_s, ERA_BESIDE_S)

    @cached_property
    def neighbours(self) -> frozenset[int]:
        """The events that are linked with one whose date is withheld: their words tell of its time ("a week later")."""
        undated = set(self._undated)
        pairs = ((edge.source, edge.target) for edge in self._document.links)
        beside = (pair for pair in pairs if not undated.isdisjoint(pair))
        return frozenset(one for pair in beside for one in pair)

    @cached_property
    def excerpts(self) -> frozenset[str]:
        """The excerpts on which these events rest, whatever else rests on them too."""
        found: set[str] = set()
        for ordinal in self._events:
            found.update(self._document.events.records[ordinal].excerpts)
            for claim in claims_about(ordinal, self._document).values():
                found.update(name for account in claim.accounts for name in account.excerpts)
        return frozenset(found)

    @cached_property
    def sources(self) -> frozenset[str]:
        """The sources of events without a date that are of the same year: their own dates would tell it."""
        return frozenset(
            name
            for ordinal in self._undated
            for name in self._sources_of(ordinal)
            if name in self._document.sources and self._is_of_the_year(ordinal, name)
        )

    def _sources_of(self, ordinal: int) -> set[str]:
        document, record = self._document, self._document.events.records[ordinal]
        found = {use if isinstance(use, str) else use.source for use in record.sources}
        for claim in claims_about(ordinal, document).values():
            found.update(name for account in claim.accounts for name in account_sources(account, document))
        excerpts = (document.excerpts.get(name) for name in self.excerpts)
        found.update(each.source for each in excerpts if each is not None and each.source)
        return found

    def _is_of_the_year(self, ordinal: int, source_id: str) -> bool:
        date, source = self._document.events.date_of(ordinal), self._document.sources[source_id]
        if date is None or date.fuzz_earliest_s is None or date.fuzz_latest_s is None:
            return False
        first_s, last_s = _year_s(date.fuzz_earliest_s), _year_s(date.fuzz_latest_s - 1, after=1)
        for text in filter(None, (source.issued, source.public_since)):
            begins_s = parse(text, self._document.date_settings).fuzz_earliest_s
            if begins_s is not None and first_s <= begins_s < last_s:
                return True
        return False


def _touches(date: HistoricalDate, spans_s: Iterable[tuple[int, int]], beside_s: int) -> bool:
    """Tell whether a date begins or ends within one of some spans, or so little beside it."""
    ends_s = [at_s for at_s in (date.fuzz_earliest_s, date.fuzz_latest_s) if at_s is not None]
    return any(
        first_s - beside_s <= at_s <= last_s + beside_s for first_s, last_s in spans_s for at_s in ends_s
    )


def _year_s(at_s: int, *, after: int = 0) -> int:
    """Return the beginning of the year that holds a second, or of one after it."""
    return days_from_civil(civil_from_days(at_s // DAY_S)[0] + after, 1, 1) * DAY_S
