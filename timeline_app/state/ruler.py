# SPDX-License-Identifier: MIT
"""The ruler between two points: at events, at dates that were written, or where the reader has put them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final


class PointKind(StrEnum):
    """What a point is fixed to."""

    MOMENT = "at"
    """The beginning of a second, minute, day, month, year…; `unit` is the number of the unit that says it."""
    BEGIN = "begin"
    """The beginning of an event, or an event without length."""
    END = "end"
    DATE = "date"
    """A date in EDTF."""


@dataclass(frozen=True, slots=True)
class RulerPoint:
    """One end of the ruler; `of` is the event's id or the date."""

    kind: PointKind
    of: str = ""
    at_s: int = 0
    unit: int = 0

    @property
    def text(self) -> str:
        """The point as commands carry it: "at:0:12", "begin:launch", "date:1959-12"."""
        return (
            f"{self.kind}:{self.at_s}:{self.unit}"
            if self.kind is PointKind.MOMENT
            else f"{self.kind}:{self.of}"
        )

    @classmethod
    def read(cls, text: str) -> RulerPoint | None:
        """Read a point as commands carry it; None for anything else."""
        kind, _, rest = text.partition(":")
        if kind not in tuple(PointKind) or not rest:
            return None
        if kind != PointKind.MOMENT:
            return cls(PointKind(kind), rest)
        at_s, _, unit = rest.partition(":")
        try:
            return cls(PointKind.MOMENT, at_s=int(at_s), unit=int(unit))
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Ruler:
    """The two points in the order in which they were put; one of them is in hand, and moves by key."""

    first: RulerPoint
    last: RulerPoint
    is_first_in_hand: bool = False

    @property
    def in_hand(self) -> RulerPoint:
        """The point that moves."""
        return self.first if self.is_first_in_hand else self.last

    def with_in_hand(self, point: RulerPoint) -> Ruler:
        """Return the ruler with the point in hand elsewhere."""
        return replace(self, first=point) if self.is_first_in_hand else replace(self, last=point)

    def swapped(self) -> Ruler:
        """Return the ruler with the other point in hand."""
        return replace(self, is_first_in_hand=not self.is_first_in_hand)


def ruler_between(dates: tuple[str, str] | None) -> Ruler | None:
    """Return the ruler between two dates in EDTF, None for none."""
    if dates is None:
        return None
    first, last = (RulerPoint(PointKind.DATE, date) for date in dates)
    return Ruler(first, last)


LEAST_POINT_PX: Final = 1.0
"""A point says the finest unit that has so much room."""
STEP_PX: Final = 6.0
BIG_STEP_PX: Final = 60.0
