# SPDX-License-Identifier: MIT
"""What a break leaves out, in words: how long, whether anything goes on meanwhile, and from when to when."""

from __future__ import annotations

from typing import Final

from timeline_app.base.messages import Message, Translator
from timeline_app.chrono.instant import DAY_S, HOUR_S, MEAN_YEAR_S, MINUTE_S
from timeline_app.chrono.length import FIRST_ABOUT_YEARS, about_message
from timeline_app.scene.range_words import range_in_words
from timeline_app.scene.time_fold import Gap

_LEAST: Final = 2
"""Two of a unit are told in it; less is told in the next finer one."""
_UNITS: Final = (
    ("years", MEAN_YEAR_S),
    ("months", MEAN_YEAR_S // 12),
    ("days", DAY_S),
    ("hours", HOUR_S),
    ("minutes", MINUTE_S),
)
_DIGITS: Final = 2
"""Great lengths are told to so many figures: nobody counts further there."""


def length_message(length_s: int) -> Message:
    """Return how long something is, in one unit: 12 years, 3 months, about 7.8 billion years."""
    years = round(length_s / MEAN_YEAR_S)
    if years >= FIRST_ABOUT_YEARS:
        return about_message(years, _DIGITS)
    for name, unit_s in _UNITS:
        if length_s >= _LEAST * unit_s:
            return Message.of(f"length.{name}", count=(length_s + unit_s // 2) // unit_s)
    return Message.of("length.seconds", count=length_s)


def left_out_message(gap: Gap) -> Message:
    """Return what is left out: 34 years without entries, or in which nothing begins or ends."""
    key = "break.nothing-begins" if gap.is_crossed else "break.without-entries"
    return Message.of(key, length=length_message(gap.last_s - gap.first_s))


def gap_range_in_words(gap: Gap, translator: Translator) -> str:
    """Return from when to when a stretch is folded."""
    return range_in_words(gap.first_s, gap.last_s, translator)


def break_in_words(gap: Gap, translator: Translator) -> str:
    """Return all that is said of a break to those who hear it."""
    left_out = translator.text(left_out_message(gap))
    return translator.say("break.spoken", left_out=left_out, range=gap_range_in_words(gap, translator))
