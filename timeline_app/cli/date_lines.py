# SPDX-License-Identifier: MIT
"""What a date was read as: as the fields of a JSON object, and as lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from timeline_app.base.messages import Message, Translator
from timeline_app.chrono.date_settings import DateSettings
from timeline_app.chrono.doubts import doubt_in_words
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import EndState, HistoricalDate
from timeline_app.chrono.instant import DAY_S, civil_from_seconds
from timeline_app.chrono.loose import LooseReading, Outcome
from timeline_app.chrono.phrases import date_in_words

_LONGEST_YEAR: Final = 9_999
_NOT_READ: Final[Mapping[str, object]] = {
    "earliest": None,
    "earliest_state": EndState.UNKNOWN.name.lower(),
    "latest": None,
    "latest_state": EndState.UNKNOWN.name.lower(),
    "fuzz_earliest": None,
    "fuzz_latest": None,
    "display": None,
}


def iso_text(instant_s: int) -> str:
    """Return a second in ISO 8601, expanded: years of five digits and more carry their sign."""
    at = civil_from_seconds(instant_s)
    year = f"{at.year:+d}" if abs(at.year) > _LONGEST_YEAR else _four_digits(at.year)
    return f"{year}-{at.month:02d}-{at.day:02d}T{at.hour:02d}:{at.minute:02d}:{at.second:02d}"


def _four_digits(year: int) -> str:
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def json_fields(
    reading: LooseReading, settings: DateSettings, languages: Mapping[str, Translator]
) -> dict[str, object]:
    """Return the fields that tell of a reading; `languages` are those of its display text."""
    is_read = reading.outcome is Outcome.READ
    bounds = _of_date(parse(reading.edtf, settings), languages) if is_read else _NOT_READ
    return {
        "input": reading.text,
        "outcome": reading.outcome.value,
        "edtf": reading.edtf or None,
        **bounds,
        "message": _said(reading, languages["en"]),
        "choices": list(reading.choices),
    }


def _of_date(date: HistoricalDate, languages: Mapping[str, Translator]) -> dict[str, object]:
    return {
        "earliest": _first(date.earliest_s),
        "earliest_state": date.earliest_state.name.lower(),
        "latest": _last(date.latest_s),
        "latest_state": date.latest_state.name.lower(),
        "fuzz_earliest": _first(date.fuzz_earliest_s),
        "fuzz_latest": _last(date.fuzz_latest_s),
        "display": {tag: date_in_words(date, translator) for tag, translator in languages.items()},
    }


def _first(instant_s: int | None) -> str | None:
    return None if instant_s is None else iso_text(instant_s)


def _last(end_s: int | None) -> str | None:
    """Return the last second inside: bounds are half-open."""
    return None if end_s is None else iso_text(end_s - 1)


def _said(reading: LooseReading, translator: Translator) -> str | None:
    """Return message and hint as one text."""
    told = [message for message in (reading.message, reading.hint) if message is not None]
    if not told:
        return None
    if len(told) == 1:
        return translator.text(told[0])
    return translator.say("cli.dates.message-and-hint", message=told[0], hint=told[1])


def plain_lines(reading: LooseReading, settings: DateSettings, translator: Translator) -> Iterator[str]:
    """Yield what a person is told of a reading."""
    yield reading.text
    match reading.outcome:
        case Outcome.READ:
            yield from _read_lines(reading, parse(reading.edtf, settings), translator)
        case Outcome.ASK:
            yield translator.say("cli.dates.ask", message=reading.message or "")
            for edtf in reading.choices:
                words = date_in_words(parse(edtf, settings), translator)
                yield translator.say("cli.dates.choice", edtf=edtf, words=words)
        case Outcome.REFUSE:
            yield translator.say("cli.dates.refuse", message=reading.message or "")
    if reading.hint is not None:
        yield translator.say("cli.dates.hint", hint=reading.hint)


def _read_lines(reading: LooseReading, date: HistoricalDate, translator: Translator) -> Iterator[str]:
    yield translator.say("cli.dates.edtf", edtf=date.edtf)
    yield translator.say("cli.dates.words", words=date_in_words(date, translator))
    yield translator.say("cli.dates.doubt", doubt=doubt_in_words(date, translator))
    yield _bounds(date.earliest_s, date.latest_s, date, translator, "cli.dates.bounds")
    if (date.fuzz_earliest_s, date.fuzz_latest_s) != (date.earliest_s, date.latest_s):
        yield _bounds(date.fuzz_earliest_s, date.fuzz_latest_s, date, translator, "cli.dates.fuzz")
    if reading.message is not None:
        yield translator.say("cli.dates.note", message=reading.message)


def _bounds(
    first_s: int | None, end_s: int | None, date: HistoricalDate, translator: Translator, key: str
) -> str:
    by_day = all(instant_s is None or instant_s % DAY_S == 0 for instant_s in (first_s, end_s))
    last_s = None if end_s is None else end_s - 1
    first = _end(first_s, date.earliest_state, translator, by_day=by_day)
    last = _end(last_s, date.latest_state, translator, by_day=by_day)
    return translator.say(key, first=first, last=last)


def _end(instant_s: int | None, state: EndState, translator: Translator, *, by_day: bool) -> str | Message:
    """Return a bound in words: its day, or its second where it does not fall between two days."""
    if instant_s is None:
        return Message.of(f"cli.dates.end-{state.name.lower()}")
    year = civil_from_seconds(instant_s).year
    if abs(year) > _LONGEST_YEAR:
        return date_in_words(parse(f"Y{year}"), translator)
    written = iso_text(instant_s)
    return date_in_words(parse(written.partition("T")[0] if by_day else written), translator)
