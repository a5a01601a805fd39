# SPDX-License-Identifier: MIT
"""Messages for years, centuries and ordinal numbers: there is never a year 0 in them."""

from __future__ import annotations

from typing import Final

from timeline_app.base.messages import Message

CENTURY: Final = 100
_MILLION: Final = 1_000_000
_BILLION: Final = 1_000_000_000
_THOUSAND: Final = 1_000
_ROUND_IN_BILLIONS: Final = 100_000
_FIRST_ROUND_AGO: Final = 100_000
_FIRST_PLAIN_YEAR: Final = 1_000
"""Smaller years are written with their era: 79 alone could be anything."""
YEARS_AGO: Final = frozenset({"date.year.billion-ago", "date.year.million-ago", "date.year.years-ago"})
"""The keys of deep time, beside which languages put "about" elsewhere than beside a year."""


def year_message(year: int) -> Message:
    """Return an astronomical year in words: 1959, AD 79, 44 BC, 10,001 BC, 66 million years ago."""
    if year > 0:
        return Message.of("date.year.ad" if year < _FIRST_PLAIN_YEAR else "date.year.plain", year=year)
    return years_ago(-year) or Message.of("date.year.bc", year=1 - year)


def years_ago(count: int) -> Message | None:
    """Return "13.8 billion years ago" or "315,000 years ago" for a round count, else None.

    Deep time counts from now: at this size the 2,000 years since year 0 are nothing. The amount is told in
    years; each language writes it in its own units (13.8 billion, 138億).
    """
    if count >= _BILLION and count % _ROUND_IN_BILLIONS == 0:
        return Message.of("date.year.billion-ago", amount=count)
    if count >= _MILLION and count % _THOUSAND == 0:
        return Message.of("date.year.million-ago", amount=count)
    if count >= _FIRST_ROUND_AGO and count % _THOUSAND == 0:
        return Message.of("date.year.years-ago", amount=count)
    return None


def tick_years_ago(count: int) -> Message:
    """Return "900,000 years ago", "66.1 million years ago", "13.75 billion years ago": told in the unit of its size.

    For rows of ticks: unlike `years_ago` it never falls back on a smaller unit, so that 13.75 billion does
    not stand beside 13,700 million.
    """
    if count >= _BILLION:
        return Message.of("date.year.billion-ago", amount=count)
    return Message.of("date.year.million-ago" if count >= _MILLION else "date.year.years-ago", amount=count)


def tick_years_ahead(count: int) -> Message:
    """Return "100,000 years from now", "5 billion years from now"."""
    if count >= _BILLION:
        return Message.of("date.tick.billion-ahead", amount=count)
    return Message.of(
        "date.tick.million-ahead" if count >= _MILLION else "date.tick.years-ahead", amount=count
    )


def years_written_out(year: int) -> Message:
    """Return a year in all its digits, however long ago: 1959, AD 79, 44 BC, 66,000,000 BC."""
    if year > 0:
        return Message.of("date.year.ad" if year < _FIRST_PLAIN_YEAR else "date.year.plain", year=year)
    return Message.of("date.year.bc", year=1 - year)


def years_message(first: int, last: int) -> Message:
    """Return a year, or the years from one to another: 1959, 1751–1752, 45–44 BC, 1 BC – AD 1."""
    if first == last:
        return year_message(first)
    if last <= 0:
        return Message.of("date.year.bc-range", first=1 - first, last=1 - last)
    shape = "to" if first >= _FIRST_PLAIN_YEAR else "to-wide"
    return Message.of(f"date.short.{shape}", start=year_message(first), end=year_message(last))


def century_of(year: int) -> tuple[int, bool]:
    """Return the number of a year's century and whether it is BC; centuries run as in 1900 to 1999.

    The first century begins with AD 1 and the first BC ends with 1 BC.
    """
    if year > 0:
        return year // CENTURY + 1, False
    return -year // CENTURY + 1, True


def ordinal(number: int) -> Message:
    """Return 1st, 2nd, 3rd, 4th: the four kinds of English; other languages give all four the same words."""
    last_two, last = number % 100, number % 10
    if last_two in {11, 12, 13} or last not in {1, 2, 3}:
        return Message.of("date.ordinal.other", number=number)
    kinds = (Message.of("date.ordinal.one", number=number), Message.of("date.ordinal.two", number=number))
    return (*kinds, Message.of("date.ordinal.few", number=number))[last - 1]


def month_message(month: int, *, is_short: bool = False) -> Message:
    """Return the name of a month 1 to 12, or its short form."""
    return Message.of(f"date.month-short.{month}" if is_short else f"date.month.{month}")
