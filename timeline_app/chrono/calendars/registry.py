# SPDX-License-Identifier: MIT
"""The calendars by name."""

from __future__ import annotations

from typing import Final

from timeline_app.chrono.calendars.calendar import Calendar
from timeline_app.chrono.calendars.gregorian_years import GREGORIAN
from timeline_app.chrono.calendars.hebrew import HEBREW
from timeline_app.chrono.calendars.islamic import ISLAMIC
from timeline_app.chrono.calendars.japanese_eras import JAPANESE_ERAS
from timeline_app.chrono.calendars.julian import JULIAN
from timeline_app.chrono.calendars.offset_eras import BUDDHIST, DANGUN, JUCHE, MINGUO

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
_BY_NAME: Final[dict[str, Calendar]] = {calendar.name: calendar for calendar in (*_CALENDARS, GREGORIAN)}
_ALIASES: Final = {"japanese": "japanese-era"}
"""Exhibits of the first releases wrote `japanese`."""
CALENDAR_NAMES: Final = tuple(calendar.name for calendar in _CALENDARS)
TAGGED_NAMES: Final = tuple(calendar.name for calendar in _CALENDARS if calendar.has_own_years)
"""The calendars whose months and years are not Gregorian ones: dates in them keep their name (`hebrew:5720`)."""


def calendar_named(name: str) -> Calendar | None:
    """Return the calendar that an exhibit's `calendars:` asks for (or "gregorian"); None if there is none."""
    return _BY_NAME.get(_ALIASES.get(name, name))
