# SPDX-License-Identifier: MIT
"""What may have been known by a moment: of one date, and of the parts of texts that say since when."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.base.errors import DateError
from timeline_app.chrono.columns import DateColumns
from timeline_app.chrono.date_settings import DEFAULT_SETTINGS, DateSettings
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.chrono.instant import LIMIT_S
from timeline_app.chrono.span_queries import Answer, Answers, Relation, answer, answers


def begun_by(date: HistoricalDate | None, at_s: int) -> Answer:
    """Tell whether a date had begun before a second; what has no place in time never has."""
    if date is None or date.is_year_unknown:
        return Answer.NO
    return answer(date, Relation.OVERLAPS, -LIMIT_S, at_s)


def all_begun_by(dates: DateColumns, at_s: int) -> Answers:
    """Tell it of all rows at once, as `begun_by` does of each."""
    found = answers(dates, Relation.OVERLAPS, -LIMIT_S, at_s)
    found[~dates.is_dated] = Answer.NO
    return found


@dataclass(frozen=True, slots=True)
class KnownBy:
    """A moment before which something must have been learnt: the part of a text that was learnt later is held back."""

    at_s: int
    settings: DateSettings = DEFAULT_SETTINGS

    def holds_back(self, since: str) -> bool:
        """Tell whether what was learnt `since` a date cannot have been known; a date that cannot be read never was."""
        try:
            date = parse(since, self.settings)
        except DateError:
            return True
        return begun_by(date, self.at_s) is Answer.NO
