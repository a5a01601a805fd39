# SPDX-License-Identifier: MIT
"""How long it is from one moment to another, as people count: whole years, then months, then days, then the clock."""

from __future__ import annotations

from typing import Final, NamedTuple

from timeline_app.base.messages import Message
from timeline_app.chrono.instant import (
    DAY_S,
    HOUR_S,
    MEAN_YEAR_S,
    MINUTE_S,
    civil_from_days,
    days_from_civil,
    days_in_month,
)

MONTHS: Final = 12
FIRST_ABOUT_YEARS: Final = 10_000
"""From so many years on a length is told in round numbers: nobody counts days there."""
ABOUT_DIGITS: Final = 3
MOST_PARTS: Final = 3
MILLION: Final = 1_000_000
BILLION: Final = 1_000_000_000
DOUBT_IN_YEARS_S: Final = 20 * MEAN_YEAR_S
"""Lengths that may differ by so much are told in years alone."""
DOUBT_IN_MONTHS_S: Final = 28 * DAY_S
FIRST_MONTHS_S: Final = 180 * DAY_S
"""Doubtful lengths below this are told in days, however great the doubt."""


class Length(NamedTuple):
    """Whole months and days from one moment to a later one, and what is left of the clock.

    Months are counted from the earlier moment on; from the 31st they lead to the last day of a shorter month.
    """

    months: int
    days: int
    seconds: int


class Bounds(NamedTuple):
    """Between which moments something was, `latest_s` being the last that may be; None where nobody knows."""

    earliest_s: int | None
    latest_s: int | None

    @property
    def is_exact(self) -> bool:
        """Whether there is no doubt."""
        return self.earliest_s == self.latest_s and self.earliest_s is not None


def length_between(one_s: int, other_s: int) -> Length:
    """Return how long it is between two moments, in whichever order they come."""
    first_s, last_s = min(one_s, other_s), max(one_s, other_s)
    first, last = civil_from_days(first_s // DAY_S), civil_from_days(last_s // DAY_S)
    months = (last[0] - first[0]) * MONTHS + last[1] - first[1]
    if months and _months_later(first_s, months) > last_s:
        months -= 1
    days, seconds = divmod(last_s - _months_later(first_s, months), DAY_S)
    return Length(months, days, seconds)


def later_by(first_s: int, length: Length) -> int:
    """Return the moment that is so much later."""
    return _months_later(first_s, length.months) + length.days * DAY_S + length.seconds


def _months_later(instant_s: int, months: int) -> int:
    days, clock_s = divmod(instant_s, DAY_S)
    year, month, day = civil_from_days(days)
    years, month_0 = divmod(month - 1 + months, MONTHS)
    day = min(day, days_in_month(year + years, month_0 + 1))
    return days_from_civil(year + years, month_0 + 1, day) * DAY_S + clock_s


# -- in words -----------------------------------------------------------------------------------------


def length_message(length: Length) -> Message:
    """Return a length in words: its largest unit that counts, and the two below it."""
    years, months = divmod(length.months, MONTHS)
    if years >= FIRST_ABOUT_YEARS:
        return about_message(years)
    hours, rest = divmod(length.seconds, HOUR_S)
    minutes, seconds = divmod(rest, MINUTE_S)
    counts = (years, months, length.days, hours, minutes, seconds)
    begin = next((place for place, count in enumerate(counts) if count), None)
    if begin is None:
        return Message.of("length.none")
    names = ("years", "months", "days", "hours", "minutes", "seconds")
    parts = [
        Message.of(f"length.{names[place]}", count=counts[place])
        for place in range(begin, min(begin + MOST_PARTS, len(counts)))
        if counts[place]
    ]
    return _listed(parts)


def span_message(one: Bounds, other: Bounds) -> Message | None:
    """Return in words how long it is from one doubtful moment to another; None where nothing can be said.

    Where there is doubt it is a range that holds all that may be: from the last moment of the earlier one to the
    first of the later one, and the other way round.
    """
    first, last = _in_order(one, other)
    if first.latest_s is not None and last.earliest_s is not None and first.latest_s <= last.earliest_s:
        return _apart(first, first.latest_s, last.earliest_s, last)
    if first.earliest_s is None or first.latest_s is None or last.earliest_s is None or last.latest_s is None:
        return None
    # Either may have come first.
    spans = (first.earliest_s, last.latest_s), (last.earliest_s, first.latest_s)
    from_s, to_s = max(spans, key=lambda span: span[1] - span[0])
    return Message.of(
        "length.at-most", length=_rounded(from_s, to_s, _grain(to_s - from_s, to_s - from_s), is_up=True)
    )


def _in_order(one: Bounds, other: Bounds) -> tuple[Bounds, Bounds]:
    """Return first the one that certainly came first, if that is certain of any."""
    is_surely_later = (
        one.earliest_s is not None and other.latest_s is not None and other.latest_s <= one.earliest_s
    )
    return (other, one) if is_surely_later and one != other else (one, other)


def _apart(first: Bounds, first_s: int, last_s: int, last: Bounds) -> Message | None:
    """Return how long it is between two moments of which one certainly came first, at least from first_s to last_s."""
    if first.earliest_s is None or last.latest_s is None:
        least = _rounded(first_s, last_s, _grain(last_s - first_s, last_s - first_s), is_up=False)
        return None if _is_nothing(least) else Message.of("length.at-least", length=least)
    if first.is_exact and last.is_exact:
        return length_message(length_between(first_s, last_s))
    greatest_s = last.latest_s - first.earliest_s
    grain = _grain(greatest_s - (last_s - first_s), greatest_s)
    low = _rounded(first_s, last_s, grain, is_up=False)
    high = _rounded(first.earliest_s, last.latest_s, grain, is_up=True)
    if _is_nothing(low):
        return Message.of("length.at-most", length=high)
    return low if low == high else _between(low, high)


def _grain(spread_s: int, greatest_s: int) -> str:
    """Return the finest unit that a doubt leaves: nobody who knows the month counts days."""
    if spread_s < DOUBT_IN_MONTHS_S or greatest_s < FIRST_MONTHS_S:
        return "days"
    return "months" if spread_s < DOUBT_IN_YEARS_S else "years"


def _rounded(first_s: int, last_s: int, grain: str, *, is_up: bool) -> Message:
    """Return a length in whole units, rounded so that the range holds all that may be."""
    length = length_between(first_s, last_s)
    years, months = divmod(length.months, MONTHS)
    has_rest = bool(length.days or length.seconds)
    if years >= FIRST_ABOUT_YEARS:
        return about_message(years + (is_up and bool(months or has_rest)))
    if grain == "years":
        return Message.of("length.years", count=years + (is_up and bool(months or has_rest)))
    if grain == "months":
        return length_message(Length(length.months + (is_up and has_rest), 0, 0))
    days, seconds = divmod(last_s - first_s, DAY_S)
    if last_s - first_s < FIRST_MONTHS_S:
        return Message.of("length.days", count=days + (is_up and seconds > 0))
    return length_message(Length(length.months, length.days + (is_up and length.seconds > 0), 0))


def _is_nothing(length: Message) -> bool:
    return length.key == "length.none" or ("count", 0) in length.params


def _between(low: Message, high: Message) -> Message:
    """Return a range; both in one unit alone need its name only once."""
    names = [message.key for message in (low, high)]
    if names[0] == names[1] and names[0] in _TOLD_ONCE:
        counts = [dict(message.params)["count"] for message in (low, high)]
        return Message.of(f"{names[0]}-range", low=counts[0], count=counts[1])
    return Message.of("length.between", low=low, high=high)


_TOLD_ONCE: Final = frozenset({"length.years", "length.months", "length.days"})


def about_message(years: int, digits: int = ABOUT_DIGITS) -> Message:
    """Return a great many years to so many figures, in the unit of its size."""
    step = 10 ** max(len(str(years)) - digits, 0)
    amount = (years + step // 2) // step * step
    if amount >= BILLION:
        return Message.of("length.billion-years", amount=amount)
    return Message.of("length.million-years" if amount >= MILLION else "length.many-years", amount=amount)


def _listed(parts: list[Message]) -> Message:
    if len(parts) == 1:
        return parts[0]
    listed = Message.of("length.and", first=parts[0], rest=parts[1])
    return listed if len(parts) < MOST_PARTS else Message.of("length.and", first=listed, rest=parts[2])
