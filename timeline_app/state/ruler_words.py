# SPDX-License-Identifier: MIT
"""What a ruler measures, in words: where its points are, how long it is between them, and as long as what."""

from __future__ import annotations

from typing import NamedTuple

from timeline_app.base.messages import Message, Translator
from timeline_app.chrono.date_settings import DateSettings
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import DateKind, HistoricalDate
from timeline_app.chrono.instant import DAY_S
from timeline_app.chrono.length import Bounds, span_message
from timeline_app.chrono.phrases import date_message
from timeline_app.chrono.ticks import UNITS, tells_ages, tick_message
from timeline_app.model.as_long_as import as_long_as
from timeline_app.model.drawn_showing import DrawnShowing
from timeline_app.scene.ruler_marks import RulerEnd, RulerMarks
from timeline_app.scene.time_fold import TimeFold
from timeline_app.state.ruler import PointKind, Ruler, RulerPoint


class Placed(NamedTuple):
    """A point as it is shown: where its line stands, between which moments it lies, and what it is called."""

    at_s: int
    bounds: Bounds
    said: Message


def placed(point: RulerPoint, showing: DrawnShowing, settings: DateSettings) -> Placed | None:
    """Return where a point is, None if nothing may be told of it any more, or it has no place in time."""
    if point.kind is PointKind.MOMENT:
        unit = UNITS[min(max(point.unit, 0), len(UNITS) - 1)]
        in_ages = tells_ages(unit, point.at_s)
        said = tick_message(unit, point.at_s, in_full=True, in_ages=in_ages)
        return Placed(point.at_s, Bounds(point.at_s, point.at_s), said)
    if point.kind is PointKind.DATE:
        return _of_date(parse(point.of, settings), is_end=False)
    ordinal = showing.ordinal(point.of)
    date = showing.date(ordinal) if ordinal is not None and not showing.is_veiled(ordinal) else None
    return _of_date(date, is_end=point.kind is PointKind.END) if date is not None else None


def _of_date(date: HistoricalDate, *, is_end: bool) -> Placed | None:
    if date.kind is DateKind.INTERVAL:
        date = date.parts[1 if is_end else 0]
    if date.is_year_unknown:
        return None
    earliest_s, latest_s = date.fuzz_earliest_s, date.fuzz_latest_s
    known_s = earliest_s if earliest_s is not None else latest_s
    if known_s is None:
        return None
    # A day counts as its beginning; what is longer may be any of its days.
    last_s = None if latest_s is None else max(latest_s - DAY_S, known_s)
    if earliest_s is not None and latest_s is not None and latest_s - earliest_s <= DAY_S:
        last_s = earliest_s
    at_s = last_s if is_end and last_s is not None else known_s
    return Placed(at_s, Bounds(earliest_s, last_s), date_message(date))


def ruler_marks(
    ruler: Ruler,
    showing: DrawnShowing,
    settings: DateSettings,
    translator: Translator,
    fold: TimeFold | None = None,
) -> RulerMarks | None:
    """Return what the ruler shows; None where one of its points is not to be told of any more."""
    first, last = placed(ruler.first, showing, settings), placed(ruler.last, showing, settings)
    if first is None or last is None:
        return None
    in_hand = 0 if ruler.is_first_in_hand else 1
    if last.at_s < first.at_s:
        first, last, in_hand = last, first, 1 - in_hand
    length = span_message(first.bounds, last.bounds) or Message.of("length.unknown")
    of_events = frozenset(point.of for point in (ruler.first, ruler.last))
    notes = (_as_long(first, last, showing, of_events), _folded(first, last, fold))
    return RulerMarks(
        _end(first, translator),
        _end(last, translator),
        in_hand,
        translator.text(length),
        tuple(translator.text(note) for note in notes if note is not None),
    )


def _end(point: Placed, translator: Translator) -> RulerEnd:
    earliest_s, latest_s = point.bounds
    is_doubtful = earliest_s is not None and latest_s is not None and latest_s > earliest_s
    doubt_s = (earliest_s, latest_s + DAY_S) if is_doubtful and latest_s is not None else None
    return RulerEnd(point.at_s, translator.text(point.said), doubt_s)  # type: ignore[arg-type]


def _as_long(first: Placed, last: Placed, showing: DrawnShowing, of_events: frozenset[str]) -> Message | None:
    """Say which event lasted about as long; nothing where the length itself is in doubt."""
    if not (first.bounds.is_exact and last.bounds.is_exact):
        return None
    ordinal = as_long_as(showing, last.at_s - first.at_s, of_events)
    return None if ordinal is None else Message.of("ruler.as-long-as", event=showing.label(ordinal).text)


def _folded(first: Placed, last: Placed, fold: TimeFold | None) -> Message | None:
    """Say so where time between the points is drawn shorter than it was."""
    gaps = fold.gaps if fold is not None else ()
    is_between = any(gap.first_s < last.at_s and first.at_s < gap.last_s for gap in gaps)
    return Message.of("ruler.folded") if is_between else None
