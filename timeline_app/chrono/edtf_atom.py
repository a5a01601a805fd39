# SPDX-License-Identifier: MIT
"""Reads one EDTF date that is neither an interval nor a set."""

from __future__ import annotations

from functools import lru_cache

from timeline_app.chrono.date_settings import DateSettings
from timeline_app.chrono.edtf_calendar import read_calendar_date
from timeline_app.chrono.edtf_rare import read_rare
from timeline_app.chrono.historical_date import HistoricalDate


@lru_cache(maxsize=16_384)
def read_atom(text: str, settings: DateSettings) -> HistoricalDate:
    """Return the date that the text denotes; raise DateError if it is none."""
    if text[:1].islower() and ":" in text:
        return _read_tagged(text)
    return read_calendar_date(text, settings) or read_rare(text, settings)


def _read_tagged(text: str) -> HistoricalDate:
    """Read a date that counts in another calendar: `julian:-0043-03`."""
    # Few exhibits have such dates: the calendars are loaded with the first of them.
    from timeline_app.chrono.edtf_tagged import read_tagged

    return read_tagged(text)
