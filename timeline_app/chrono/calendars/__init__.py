# SPDX-License-Identifier: MIT
"""Other ways to count days and years, beside the Gregorian one that all dates are placed by.

Each calendar is one value with plain integer arithmetic (`calendar.Calendar` says what it can do); nothing
here is loaded by reading EDTF.
"""

from __future__ import annotations

from typing import Final, Protocol

from timeline_app.chrono.calendars.calendar import Calendar, CalendarDay
from timeline_app.chrono.calendars.era_texts import edtf_of_japanese
from timeline_app.chrono.calendars.hebrew import HEBREW
from timeline_app.chrono.calendars.islamic import ISLAMIC
from timeline_app.chrono.calendars.japanese_eras import ERAS, JAPANESE_ERAS, JapaneseEras
from timeline_app.chrono.calendars.julian import JULIAN
from timeline_app.chrono.calendars.offset_eras import BUDDHIST, DANGUN, JUCHE, MINGUO

__all__ = [
    "CALENDAR_NAMES",
    "ERAS",
    "Calendar",
    "CalendarDay",
    "JapaneseEras",
    "YearCalendar",
    "calendar_named",
    "edtf_of_japanese",
    "year_calendar_named",
]

_CALENDARS: Final[tuple[Calendar, ...]] = (
    JULIAN,
    HEBREW,
    ISLAMIC,
    JAPANESE_ERAS,
    JUCHE,
    DANGUN,
    MINGUO,
    BUDDHIST,
)
_BY_NAME: Final = {calendar.name: calendar for calendar in _CALENDARS}
_ALIASES: Final = {"japanese": "japanese-era"}
"""Exhibits of the first releases wrote `japanese`."""
CALENDAR_NAMES: Final = tuple(_BY_NAME)


def calendar_named(name: str) -> Calendar | None:
    """Return the calendar that an exhibit's `calendars:` asks for; None if there is none of that name."""
    return _BY_NAME.get(_ALIASES.get(name, name))


class YearCalendar(Protocol):
    """A calendar that can label years and days of the Gregorian calendar."""

    @property
    def name(self) -> str:
        """The name by which an exhibit asks for the calendar."""
        ...

    def year_label(self, year: int) -> str | None:
        """Return the label of a Gregorian year, None where the calendar has none."""
        ...

    def day_label(self, year: int, month: int, day: int) -> str | None:
        """Return the label of a Gregorian day, None where the calendar has none."""
        ...


def year_calendar_named(name: str) -> YearCalendar | None:
    """Return the calendar of that name that can label Gregorian years in kanji."""
    return JAPANESE_ERAS if calendar_named(name) is JAPANESE_ERAS else None
