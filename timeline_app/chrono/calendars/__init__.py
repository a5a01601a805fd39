# SPDX-License-Identifier: MIT
"""Other ways to count days and years, beside the Gregorian one that all dates are placed by.

Each calendar is one value with plain integer arithmetic (`calendar.Calendar` says what it can do); nothing
here is loaded by reading EDTF.
"""

from __future__ import annotations

from timeline_app.chrono.calendars.calendar import Calendar, CalendarDay
from timeline_app.chrono.calendars.era_texts import (
    edtf_of_buddhist,
    edtf_of_era,
    edtf_of_japanese,
    edtf_of_korean,
    edtf_of_minguo,
)
from timeline_app.chrono.calendars.in_words import CalendarText, in_calendars, tagged_message
from timeline_app.chrono.calendars.japanese_eras import ERAS, JapaneseEras
from timeline_app.chrono.calendars.registry import CALENDAR_NAMES, TAGGED_NAMES, calendar_named

__all__ = [
    "CALENDAR_NAMES",
    "ERAS",
    "TAGGED_NAMES",
    "Calendar",
    "CalendarDay",
    "CalendarText",
    "JapaneseEras",
    "calendar_named",
    "edtf_of_buddhist",
    "edtf_of_era",
    "edtf_of_japanese",
    "edtf_of_korean",
    "edtf_of_minguo",
    "in_calendars",
    "tagged_message",
]
