# SPDX-License-Identifier: MIT
"""The cursor in words: whose knowledge counts, and until when."""

from __future__ import annotations

from typing import Final

from timeline_app.base.messages import Message
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import HistoricalDate, Precision
from timeline_app.chrono.phrases import date_message
from timeline_app.model.known_at import KnownAt


def moment_message(cursor: KnownAt) -> Message:
    """Return the moment of a cursor."""
    return end_message(cursor.text)


def end_message(text: str) -> Message:
    """Return the end of a date in EDTF: a day by its date, anything longer by its end."""
    date = parse(text)
    words = date_message(date)
    return words if _is_day(date) else Message.of("known.end-of", date=words)


def cursor_message(cursor: KnownAt) -> Message:
    """Return whose knowledge counts, and until when: "In print in Japan by the end of 1960"."""
    moment = moment_message(cursor)
    if not cursor.where:
        return Message.of(f"known.by.{cursor.audience}", moment=moment)
    country = country_message(cursor.where)
    return Message.of(f"known.by.{cursor.audience}-in", moment=moment, country=country)


def country_message(code: str) -> Message:
    """Return a country's name; a code that nobody has named stands for itself."""
    return Message.of(f"country.{code}") if code in _NAMED else Message.of("country.other", code=code)


def _is_day(date: HistoricalDate) -> bool:
    return date.precision <= Precision.DAY


_NAMED: Final = frozenset({"AU", "CH", "CN", "GB", "JP", "KP", "KR", "RU", "SU", "US"})
