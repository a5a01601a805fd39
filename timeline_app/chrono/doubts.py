# SPDX-License-Identifier: MIT
"""What is not known of a date, in words: "month known, day not", "one of two days", "end open"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from timeline_app.base.messages import Message, Translator
from timeline_app.chrono.atom_words import atom_text, part_of_decade
from timeline_app.chrono.historical_date import (
    DAY_PART,
    MONTH_PART,
    YEAR_PART,
    DateKind,
    EndState,
    HistoricalDate,
    Precision,
)
from timeline_app.chrono.instant import civil_from_seconds

_KNOWN_TO: Final = {
    Precision.SECOND: "time",
    Precision.MINUTE: "time",
    Precision.HOUR: "time",
    Precision.DAY: "day",
    Precision.MONTH: "month",
    Precision.SEASON: "season",
    Precision.QUARTER: "part-of-year",
    Precision.THIRD: "part-of-year",
    Precision.HALF: "part-of-year",
    Precision.YEAR: "year",
    Precision.DECADE: "decade",
    Precision.CENTURY: "century",
    Precision.MILLENNIUM: "millennium",
    Precision.SIGNIFICANT: "rounded",
    Precision.MIXED: "no-year",
}
_COUNTED: Final = {Precision.DAY: "days", Precision.MONTH: "months", Precision.YEAR: "years"}
_HIGHEST_NUMBER_WORD: Final = 10
_ROUND: Final = 1_000


def doubt_in_words(date: HistoricalDate, translator: Translator) -> str:
    """Return how well a date is known, as a short text without a full stop."""
    first, *rest = (translator.text(message) for message in doubts(date))
    for text in rest:
        first = translator.say("date.doubt-join", first=first, next=text)
    return first


def doubts(date: HistoricalDate) -> tuple[Message, ...]:
    """Return how well a date is known, one message for each thing to say; there is always one."""
    return (*_of_shape(date), *_of_ends(date), *_of_marks(date)) or (_exact(date),)


def _of_shape(date: HistoricalDate) -> Iterator[Message]:
    match date.kind:
        case DateKind.ATOM:
            yield from _of_atom(date)
        case DateKind.INTERVAL:
            yield from _of_interval(date)
        case DateKind.ONE_OF | DateKind.ALL_OF if (
            len(date.parts) == 1 and date.parts[0].kind is DateKind.ATOM
        ):
            yield from _of_atom(date.parts[0])
        case DateKind.ONE_OF:
            yield _of_choice(date)
        case DateKind.ALL_OF:
            yield Message.of("date.doubt.all-meant")


def _of_interval(date: HistoricalDate) -> Iterator[Message]:
    """Say how well the ends are known, once where both are known alike; nothing where they are approximate."""
    if date.is_approximate:
        return
    start, end = date.parts
    if start.earliest_state is EndState.KNOWN is end.latest_state and _known_to(start) == _known_to(end):
        yield _known_to(start)
        return
    if start.earliest_state is EndState.KNOWN:
        yield Message.of("date.doubt-start.known", known=_known_to(start))
    if end.latest_state is EndState.KNOWN:
        yield Message.of("date.doubt-end.known", known=_known_to(end))


def _known_to(end: HistoricalDate) -> Message:
    return Message.of(f"date.doubt-ends.{'rounded' if _is_round(end) else _KNOWN_TO[end.precision]}")


def _is_round(date: HistoricalDate) -> bool:
    """Tell whether a long year is a round number, which nobody means to the year."""
    is_long_year = date.precision is Precision.YEAR and date.edtf.lstrip("?~%").startswith("Y")
    return is_long_year and civil_from_seconds(date.earliest_s or 0).year % _ROUND == 0


def _of_atom(date: HistoricalDate) -> Iterator[Message]:
    """Say what is not known of one date; nothing where a mark says more, or all is known."""
    if date.precision <= Precision.DAY or date.is_approximate:
        return
    if _is_round(date):
        yield Message.of("date.doubt.rounded")
        return
    text = atom_text(date)
    if date.precision is Precision.YEAR and text is not None and text.day.isdigit():
        yield Message.of("date.doubt.month-alone")
        return
    yield Message.of(f"date.doubt.{_KNOWN_TO[date.precision]}")


def _exact(date: HistoricalDate) -> Message:
    if date.calendar == "islamic":
        # Its bounds are calculated, its months began when the moon was seen.
        return Message.of("date.doubt.calculated-day")
    return Message.of("date.doubt.exact-day" if date.precision is Precision.DAY else "date.doubt.exact-time")


def _of_choice(date: HistoricalDate) -> Message:
    if part_of_decade(date):
        return Message.of("date.doubt.part-of-decade")
    if any(part.kind is DateKind.INTERVAL for part in date.parts):
        return Message.of("date.doubt.within")
    precisions = {part.precision for part in date.parts}
    counted = _COUNTED.get(next(iter(precisions)), "dates") if len(precisions) == 1 else "dates"
    return Message.of(f"date.doubt-one-of.{counted}", number=_number(len(date.parts)))


def _number(count: int) -> Message | int:
    return Message.of(f"date.number.{count}") if count <= _HIGHEST_NUMBER_WORD else count


def _of_ends(date: HistoricalDate) -> Iterator[Message]:
    if date.earliest_state is EndState.OPEN:
        yield Message.of("date.doubt.start-open")
    elif date.earliest_state is EndState.UNKNOWN:
        yield Message.of("date.doubt.start-unknown")
    if date.latest_state is EndState.OPEN:
        yield Message.of("date.doubt.end-open")
    elif date.latest_state is EndState.UNKNOWN:
        yield Message.of("date.doubt.end-unknown")


def _of_marks(date: HistoricalDate) -> Iterator[Message]:
    if date.approximate and not part_of_decade(date):
        yield _marked_end(date, "approximate") or _marked(date, date.approximate, "approximate")
    if date.uncertain:
        yield _marked_end(date, "uncertain") or _marked(date, date.uncertain, "uncertain")


def _marked_end(date: HistoricalDate, mark: str) -> Message | None:
    """Return which end of an interval a mark belongs to, None where it is both, or there are no ends."""
    if date.kind is not DateKind.INTERVAL:
        return None
    of_ends = [end.approximate if mark == "approximate" else end.uncertain for end in date.parts]
    if all(of_ends):
        return None
    return Message.of(f"date.doubt-start.{mark}" if of_ends[0] else f"date.doubt-end.{mark}")


def _marked(date: HistoricalDate, mask: int, mark: str) -> Message:
    """Say which component a mark belongs to, where it is not the whole date."""
    is_whole = date.kind is not DateKind.ATOM or (mask & (mask + 1) == 0 and _covers_finest(date, mask))
    if is_whole:
        return Message.of(f"date.doubt.{mark}")
    names = {YEAR_PART: "year", MONTH_PART: "month", DAY_PART: "day"}
    parts = "-".join(name for bit, name in names.items() if mask & bit)
    return Message.of(f"date.part-doubt.{parts}-{mark}")


def _covers_finest(date: HistoricalDate, mask: int) -> bool:
    """Tell whether the finest component that the date has is among the marked ones."""
    text = date.edtf.partition(":")[2] if date.calendar else date.edtf
    hyphens = text.lstrip("Y?~%-").count("-")
    return bool(mask & (YEAR_PART, MONTH_PART, DAY_PART)[min(hyphens, 2)])
