# SPDX-License-Identifier: MIT
"""Where a date leads that somebody has written: which stretch of time, in what words, and how wide to look at it."""

from __future__ import annotations

from typing import Final, NamedTuple

from timeline_app.base.messages import Message
from timeline_app.chrono.date_settings import DEFAULT_SETTINGS, DateSettings
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.instant import DAY_S
from timeline_app.scene.view import View

DAYS_AROUND: Final = 30
"""A day is seen with about a month around it; what is shorter with so many times its own length."""
AIR: Final = 0.15
"""What is longer is seen with so much of its length before and after it."""


class Stretch(NamedTuple):
    """A stretch of time `[first_s, last_s)`, and the date that it was read from in words."""

    first_s: int
    last_s: int
    said: Message


class NoStretch(NamedTuple):
    """Why a text leads nowhere, what to write instead, and the dates among which its author has to choose."""

    reason: Message
    hint: Message
    choices: tuple[str, ...] = ()


def stretch_of(
    text: str, span_s: tuple[int, int], settings: DateSettings = DEFAULT_SETTINGS
) -> Stretch | NoStretch:
    """Return the stretch that a date names, in EDTF or as people write dates; an open end is that of `span_s`."""
    # And with it all phrases: only where one types.
    from timeline_app.chrono.loose import Outcome, read_loose

    reading = read_loose(text, settings)
    if reading.outcome is not Outcome.READ:
        reason = reading.message or Message.of("date.problem.empty")
        return NoStretch(reason, reading.hint or Message.of("date.loose-hint.forms"), reading.choices)
    from timeline_app.chrono.phrases import date_message

    date = parse(reading.edtf, settings)
    if date.is_year_unknown or (date.earliest_s is None and date.latest_s is None):
        shown = Message.of("date.problem.no-year", date=text.strip())
        return NoStretch(shown, Message.of("date.loose-hint.year"))
    first_s, last_s = date.earliest_s, date.latest_s
    if first_s is None:
        first_s = min(span_s[0], last_s - DAY_S) if last_s is not None else span_s[0]
    if last_s is None:
        last_s = max(span_s[1], first_s + DAY_S)
    return Stretch(first_s, last_s, date_message(date))


def view_around(first_s: int, last_s: int, length_s: int) -> View:
    """Return the view about a stretch of axis seconds; `length_s` is how long it is when nothing is folded."""
    least_s = DAYS_AROUND * max(min(length_s, DAY_S), 1)
    air_s = max(int((last_s - first_s) * AIR), (least_s - (last_s - first_s) + 1) // 2, 0)
    return View.between(first_s - air_s, last_s + air_s)
