# SPDX-License-Identifier: MIT
"""A date as history gives it: bounds, precision, doubt, open and unknown ends, sets."""

from __future__ import annotations

from enum import IntEnum
from typing import Final, NamedTuple

from timeline_app.chrono.instant import LIMIT_S

YEAR_PART: Final = 1
MONTH_PART: Final = 2
DAY_PART: Final = 4
"""Bits of `uncertain` and `approximate`: the component that is in doubt (a season counts as month)."""


class EndState(IntEnum):
    """What is known of one end."""

    KNOWN = 0
    OPEN = 1
    UNKNOWN = 2


class Precision(IntEnum):
    """How fine a date is, from fine to coarse; MIXED where no unit says it (year unknown, no known end)."""

    SECOND = 0
    MINUTE = 1
    HOUR = 2
    DAY = 3
    MONTH = 4
    SEASON = 5
    QUARTER = 6
    THIRD = 7
    HALF = 8
    YEAR = 9
    DECADE = 10
    CENTURY = 11
    MILLENNIUM = 12
    SIGNIFICANT = 13
    MIXED = 14


class DateKind(IntEnum):
    """The shape of a date: one date, a lasting interval, one of several dates, all of several dates."""

    ATOM = 0
    INTERVAL = 1
    ONE_OF = 2
    ALL_OF = 3


class HistoricalDate(NamedTuple):
    """One date in canonical EDTF with everything that drawing, sorting and wording need.

    `earliest_s`, `latest_s` are the strict half-open bounds that the notation denotes; None where that
    end is open or unknown. `fuzz_*` are the same bounds widened where the date is approximate (`~`); `?`
    moves nothing. `core` is the part of an interval that is certainly inside it (an open end reaches the
    end of the axis, an unknown one gives no core), or the estimate of a year with significant digits;
    None where nothing is certain.

    `parts` holds the members of a set, or always two ends of an interval (an absent end is `OPEN_END` or
    `UNKNOWN_END`). A range inside a set (`1670..1672`) is a member of kind INTERVAL: its bounds are what
    counts, the set's kind says whether one or all of its dates are meant.

    `calendar` names the calendar in which the text counts, if it is not the Gregorian one: "julian".
    """

    edtf: str
    kind: DateKind
    parts: tuple[HistoricalDate, ...]
    earliest_s: int | None
    latest_s: int | None
    earliest_state: EndState
    latest_state: EndState
    core: tuple[int, int] | None
    fuzz_earliest_s: int | None
    fuzz_latest_s: int | None
    precision: Precision
    uncertain: int = 0
    approximate: int = 0
    calendar: str = ""

    def __str__(self) -> str:
        return self.edtf

    @property
    def is_uncertain(self) -> bool:
        """Whether the source of any component is doubtful (`?` or `%`)."""
        return self.uncertain != 0

    @property
    def is_approximate(self) -> bool:
        """Whether any component is approximate (`~` or `%`)."""
        return self.approximate != 0

    @property
    def is_year_unknown(self) -> bool:
        """Whether no digit of a year is known (`XXXX-12-25`): such a date cannot be drawn to scale."""
        return "XXXX" in self.edtf

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """Order by beginning, then finer precision first, then end.

        An open beginning comes first; a date of which only the end is known stands at that end.
        """
        latest_s = LIMIT_S if self.latest_s is None else self.latest_s
        if self.earliest_s is not None:
            return self.earliest_s, self.precision, latest_s
        if self.earliest_state is EndState.UNKNOWN and self.parts:
            end_s = self.parts[-1].earliest_s
            return (latest_s if end_s is None else end_s), self.precision, latest_s
        return -LIMIT_S, self.precision, latest_s


def known_atom(  # the fields of an atom, in the order of the fields
    text: str,
    span: tuple[int, int],
    precision: Precision,
    core: tuple[int, int] | None = None,
    fuzz: tuple[int, int] | None = None,
    uncertain: int = 0,
    approximate: int = 0,
) -> HistoricalDate:
    """Build the value of one date with known ends."""
    earliest_s, latest_s = span
    fuzz_earliest_s, fuzz_latest_s = fuzz or span
    return HistoricalDate(
        text,
        DateKind.ATOM,
        (),
        earliest_s,
        latest_s,
        EndState.KNOWN,
        EndState.KNOWN,
        core,
        fuzz_earliest_s,
        fuzz_latest_s,
        precision,
        uncertain,
        approximate,
    )


def _absent_end(edtf: str, state: EndState) -> HistoricalDate:
    return HistoricalDate(
        edtf=edtf,
        kind=DateKind.ATOM,
        parts=(),
        earliest_s=None,
        latest_s=None,
        earliest_state=state,
        latest_state=state,
        core=None,
        fuzz_earliest_s=None,
        fuzz_latest_s=None,
        precision=Precision.MIXED,
    )


OPEN_END: Final = _absent_end("..", EndState.OPEN)
UNKNOWN_END: Final = _absent_end("", EndState.UNKNOWN)
