# SPDX-License-Identifier: MIT
"""The English words of loose dates: months, days of the week, seasons, ordinals, feast days."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_ENDINGS: Final = (
    *("uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember", "ober", "ember", "ember"),
)
MONTH: Final = (
    "(?:"
    + "|".join(
        f"{short}(?:{'t(?:ember)?' if short == 'sep' else ending})?" if ending else short
        for short, ending in zip(MONTHS, _MONTH_ENDINGS, strict=True)
    )
    + r")(?![a-z])\.?"
)
"""A pattern for a month's name, long or short."""

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAY: Final = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
    r"(?![a-z])\.?"
)

SEASONS: Final[Mapping[str, int]] = MappingProxyType(
    {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
)
PARTS: Final[Mapping[str, int]] = MappingProxyType(
    {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}
)
"""Which third of a year, month, decade or century a word names."""

_UNITS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS: Final = (
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth", "twentieth"),
)
ORDINALS: Final[Mapping[str, int]] = MappingProxyType(
    {
        **{word: number for number, word in enumerate((*_UNITS, *_TEENS), 1)},
        **{f"twenty-{word}": number for number, word in enumerate(_UNITS, 21)},
        **{f"twenty {word}": number for number, word in enumerate(_UNITS, 21)},
    }
)

FEASTS: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    {
        "christmas": (12, 25),
        "christmas day": (12, 25),
        "christmas eve": (12, 24),
        "boxing day": (12, 26),
        "new year's day": (1, 1),
        "new year's eve": (12, 31),
        "epiphany": (1, 6),
        "candlemas": (2, 2),
        "lady day": (3, 25),
        "midsummer day": (6, 24),
        "michaelmas": (9, 29),
        "halloween": (10, 31),
        "all saints' day": (11, 1),
        "all souls' day": (11, 2),
        "martinmas": (11, 11),
        "armistice day": (11, 11),
    }
)
"""Feasts of a fixed day. Easter and its kin are not here: their days are another calculation in each church."""

ENGLISH_TERM_DAYS: Final = frozenset({"candlemas", "lady day", "midsummer day", "michaelmas", "martinmas"})
LAST_OLD_YEAR: Final = 1752
"""In which Britain left the Julian calendar, in September."""

ROMAN_DAYS: Final = ("kalends", "nones", "ides")
_LONG_ROMAN_MONTHS: Final = frozenset({3, 5, 7, 10})


def month_number(name: str) -> int:
    """Return 1 to 12 for a month's name."""
    return MONTHS.index(name[:3]) + 1


def weekday_number(name: str) -> int:
    """Return 0 for Monday to 6 for Sunday."""
    return WEEKDAYS.index(name[:3])


def roman_day(name: str, month: int) -> int:
    """Return the day of the month of its kalends, nones or ides."""
    later = 2 if month in _LONG_ROMAN_MONTHS else 0
    return {"kalends": 1, "nones": 5 + later, "ides": 13 + later}[name]
