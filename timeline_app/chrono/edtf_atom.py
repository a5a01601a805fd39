# SPDX-License-Identifier: MIT
"""Reads one EDTF date that is neither an interval nor a set."""

from __future__ import annotations

from functools import lru_cache

from timeline_app.chrono.edtf_calendar import read_calendar_date
from timeline_app.chrono.edtf_rare import read_rare
from timeline_app.chrono.historical_date import HistoricalDate


@lru_cache(maxsize=16_384)
def read_atom(text: str) -> HistoricalDate:
    """Return the date that the text denotes; raise DateError if it is none."""
    return read_calendar_date(text) or read_rare(text)
