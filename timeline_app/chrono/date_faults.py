# SPDX-License-Identifier: MIT
"""The errors that reading a date can raise: one function for each fault, with its hint and fixes."""

from __future__ import annotations

from typing import Final

from timeline_app.base.errors import DateError
from timeline_app.base.messages import Message

UNREADABLE: Final = "date.problem.unreadable"
_SHOWN_LENGTH: Final = 60


def fault(
    code: str, hint: str = "", fixes: tuple[str, ...] = (), offset: int = 0, **shown: str | int
) -> DateError:
    """Build the error `date.problem.<code>` with the hint `date.hint.<hint>`."""
    params = {name: _shortened(value) if isinstance(value, str) else value for name, value in shown.items()}
    return DateError(
        Message.of(f"date.problem.{code}", **params),
        hint=Message.of(f"date.hint.{hint}") if hint else None,
        fixes=fixes,
        offset=offset,
    )


def _shortened(text: str) -> str:
    """Keep a runaway text from filling the list of problems."""
    return text if len(text) <= _SHOWN_LENGTH else text[: _SHOWN_LENGTH - 1] + "…"


def no_such_month(month: str, offset: int) -> DateError:
    """A number in the month's place that is neither a month nor a season."""
    return fault("no-such-month", "months", offset=offset, month=month)


def no_such_day(month: str, day: str, last_day: int, fixes: tuple[str, ...], offset: int) -> DateError:
    """A day that its month does not have: `2015-02-29`."""
    return fault("no-such-day", fixes=fixes, offset=offset, month=month, day=day, last_day=last_day)


def no_matching_day(text: str) -> DateError:
    """A pattern with X that no day fits: `156X-09-31`."""
    return fault("no-matching-day", "unknown-digits", date=text)


def year_zero(fixes: tuple[str, ...]) -> DateError:
    """`-0000`."""
    return fault("year-zero", "year-zero", fixes)


def beyond_axis(text: str) -> DateError:
    """A year outside the time axis."""
    return fault("beyond-axis", "beyond-axis", date=text)


def no_such_time(text: str, offset: int) -> DateError:
    """A clock time such as `25:00:00` or `24:00:01`."""
    return fault("no-such-time", "times", offset=offset, time=text)


def no_such_offset(text: str, offset: int) -> DateError:
    """A difference to UTC that no place has: below -12:00, above +14:00, or -00:00."""
    return fault("no-such-offset", "offsets", offset=offset, zone=text)


def ends_before_it_begins(text: str, fixes: tuple[str, ...]) -> DateError:
    """`1958/1955`."""
    return fault("ends-before-begins", fixes=fixes, date=text)


def range_of_unlike_dates(text: str, offset: int) -> DateError:
    """`[1955..1958-02]`: a range inside a set has two ends of one precision."""
    return fault("unlike-range", "unlike-range", offset=offset, range=text)


def unreadable(text: str, offset: int = 0) -> DateError:
    """A text that has no shape of a date: `explain` finds out more."""
    return fault("unreadable", "forms", offset=offset, date=text)
