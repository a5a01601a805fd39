# SPDX-License-Identifier: MIT
"""Certainly, possibly or not: how dates that are not known exactly stand to a stretch of time.

A date is taken as everything that it leaves possible. Of a question about the stretch [`first_s`,
`last_s`) the answer is YES if all of that fits, NO if none of it does, and POSSIBLE in between.

- A date such as `1958` is an instant at some time within it, and so is the right one among `[1955,1958]`.
  WITHIN and OVERLAPS ask the same of an instant: YES if its bounds lie in the stretch, POSSIBLE if they
  meet it. Of a choice, YES means that every member fits, NO that none does: what lies between the members
  is no part of it.
- An interval lasts: it begins within its first part and ends within its last. WITHIN asks whether all of
  it lies in the stretch, OVERLAPS whether any of it does.
- All dates of `{1955,1958}` happened. WITHIN, BEFORE and AFTER ask it of each, OVERLAPS of any. A range in
  such a set lasts.
- BEFORE means that it is over when the stretch begins (nothing at or after `first_s`), AFTER that it
  begins when the stretch is over (nothing before `last_s`).
- An open end (`1955/..`) goes on to the end of the axis. An unknown end (`1955/`) may be at any time from
  the known one on.
- An approximate date counts with its margin (the fuzz bounds). An uncertain one (`?`) is never YES: its
  source may be wrong. NO it may be: if its source is right, it is so.
- What has no place on the axis (no date, no digit of the year, neither end) can be neither affirmed nor
  denied: POSSIBLE. Whoever shows answers may well list it apart.
"""

from __future__ import annotations

from enum import IntEnum

import numpy as np
import numpy.typing as npt

from timeline_app.chrono.columns import I64, UNCERTAIN, UNDATED, DateColumns, Mask, Stretches
from timeline_app.chrono.historical_date import DateKind, HistoricalDate
from timeline_app.chrono.stretches import Stretch, stretches_of

Answers = npt.NDArray[np.int8]


class Answer(IntEnum):
    """What can be said; the greater, the surer."""

    NO = 0
    POSSIBLE = 1
    YES = 2


class Relation(IntEnum):
    """How something may stand to a stretch of time."""

    WITHIN = 0
    OVERLAPS = 1
    BEFORE = 2
    AFTER = 3


def answer(date: HistoricalDate | None, relation: Relation, first_s: int, last_s: int) -> Answer:
    """Tell how a date stands to the stretch [`first_s`, `last_s`), which must not be empty."""
    stretches = () if date is None else stretches_of(date)
    if date is None or not stretches:
        return Answer.POSSIBLE
    told = [_answer_of(stretch, relation, first_s, last_s) for stretch in stretches]
    least, most = min(told), max(told)
    if date.kind is DateKind.ALL_OF:
        found = most if relation is Relation.OVERLAPS else least
    else:
        found = least if least is most else Answer.POSSIBLE
    return min(found, Answer.POSSIBLE) if date.is_uncertain else found


def _answer_of(stretch: Stretch, relation: Relation, first_s: int, last_s: int) -> Answer:
    if _is_certain(stretch, relation, first_s, last_s):
        return Answer.YES
    return Answer.POSSIBLE if _is_possible(stretch, relation, first_s, last_s) else Answer.NO


def _is_certain(stretch: Stretch, relation: Relation, first_s: int, last_s: int) -> bool:
    match relation:
        case Relation.WITHIN:
            return first_s <= stretch.begins_s and stretch.ends_s <= last_s
        case Relation.OVERLAPS:
            return stretch.begun_s <= last_s and first_s <= stretch.ending_s
        case Relation.BEFORE:
            return stretch.ends_s <= first_s
        case Relation.AFTER:
            return last_s <= stretch.begins_s


def _is_possible(stretch: Stretch, relation: Relation, first_s: int, last_s: int) -> bool:
    match relation:
        case Relation.WITHIN:
            # Begin and end may then both be chosen, for neither lies beyond the other's last choice.
            return max(stretch.begins_s, first_s) < stretch.begun_s and stretch.ending_s < min(
                stretch.ends_s, last_s
            )
        case Relation.OVERLAPS:
            return stretch.begins_s < last_s and first_s < stretch.ends_s
        case Relation.BEFORE:
            return stretch.ending_s < first_s
        case Relation.AFTER:
            return last_s < stretch.begun_s


def answers(columns: DateColumns, relation: Relation, first_s: int, last_s: int) -> Answers:
    """Answer for all rows at once, as `answer` does for each: an array of `Answer` values."""
    bounds = columns.fuzz_earliest_s, columns.fuzz_latest_s
    found = _instants_answered(*bounds, relation, first_s, last_s)
    if len(columns.stretches):
        _answer_others(found, columns, relation, first_s, last_s)
    if columns.flags.any():
        np.minimum(found, Answer.POSSIBLE, out=found, where=(columns.flags & UNCERTAIN) != 0)
        found[(columns.flags & UNDATED) != 0] = Answer.POSSIBLE
    return found


def _instants_answered(begins_s: I64, ends_s: I64, relation: Relation, first_s: int, last_s: int) -> Answers:
    """Answer for instants, of which WITHIN and OVERLAPS ask the same."""
    match relation:
        case Relation.WITHIN | Relation.OVERLAPS:
            lies_within = (begins_s >= first_s) & (ends_s <= last_s)
            return _graded(lies_within, (begins_s < last_s) & (ends_s > first_s))
        case Relation.BEFORE:
            return _graded(ends_s <= first_s, begins_s < first_s)
        case Relation.AFTER:
            return _graded(begins_s >= last_s, ends_s > last_s)


def _graded(certain: Mask, possible: Mask) -> Answers:
    """Return the answers: what is certain is possible too, so that the two add up."""
    found: Answers = certain.view(np.int8) + possible.view(np.int8)
    return found


def _answer_others(
    found: Answers, columns: DateColumns, relation: Relation, first_s: int, last_s: int
) -> None:
    """Put in the answers for intervals and sets, from all of their stretches."""
    stretches = columns.stretches
    told = _stretches_answered(stretches, relation, first_s, last_s)
    starts, rows = stretches.starts, stretches.rows
    least, most = np.minimum.reduceat(told, starts), np.maximum.reduceat(told, starts)
    agreed = np.where(least == most, least, np.int8(Answer.POSSIBLE))
    of_all = most if relation is Relation.OVERLAPS else least
    found[rows] = np.where(columns.kind[rows] == DateKind.ALL_OF, of_all, agreed)


def _stretches_answered(stretches: Stretches, relation: Relation, first_s: int, last_s: int) -> Answers:
    begins_s, begun_s = stretches.begins_s, stretches.begun_s
    ending_s, ends_s = stretches.ending_s, stretches.ends_s
    match relation:
        case Relation.WITHIN:
            has_room = (np.maximum(begins_s, first_s) < begun_s) & (ending_s < np.minimum(ends_s, last_s))
            return _graded((begins_s >= first_s) & (ends_s <= last_s), has_room)
        case Relation.OVERLAPS:
            is_met = (begun_s <= last_s) & (ending_s >= first_s)
            return _graded(is_met, (begins_s < last_s) & (ends_s > first_s))
        case Relation.BEFORE:
            return _graded(ends_s <= first_s, ending_s < first_s)
        case Relation.AFTER:
            return _graded(begins_s >= last_s, begun_s > last_s)
