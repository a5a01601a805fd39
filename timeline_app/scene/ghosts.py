# SPDX-License-Identifier: MIT
"""Ghosts: the other dates that accounts give an event."""

from __future__ import annotations

from timeline_app.base.messages import Translator
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.chrono.phrases import date_in_words
from timeline_app.model.other_dates import OtherDate
from timeline_app.model.showing import Showing


def ghosts_of(showing: Showing, ordinal: int) -> tuple[OtherDate, ...]:
    """Return the dates that accounts give an event and that are not its own."""
    own = showing.date(ordinal)
    if own is None:
        return ()
    return tuple(other for other in showing.other_dates(ordinal) if _is_other(other.date, own))


def _is_other(date: HistoricalDate, own: HistoricalDate) -> bool:
    """Tell whether a date has a place of its own."""
    bounds = (date.earliest_s, date.latest_s)
    return None not in bounds and bounds != (own.earliest_s, own.latest_s)


def ghost_in_words(ghost: OtherDate, translator: Translator) -> str:
    """Return which date is given, and by whom."""
    return translator.say("ghost.words", date=date_in_words(ghost.date, translator), by=ghost.by.text)
