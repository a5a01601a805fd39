# SPDX-License-Identifier: MIT
"""Certainly, possibly or not: against worked examples, against all possible worlds, and all rows at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import date_texts
from timeline_app.chrono.columns import columns_of, columns_of_texts
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import (
    OPEN_END,
    UNKNOWN_END,
    DateKind,
    EndState,
    HistoricalDate,
    Precision,
    known_atom,
)
from timeline_app.chrono.instant import LIMIT_S, seconds_from_civil, year_start_s
from timeline_app.chrono.span_queries import Answer, Relation, answer, answers

NO, POSSIBLE, YES = Answer.NO, Answer.POSSIBLE, Answer.YES
WITHIN, OVERLAPS, BEFORE, AFTER = Relation.WITHIN, Relation.OVERLAPS, Relation.BEFORE, Relation.AFTER


def of_years(text: str, relation: Relation, first: int, last: int) -> Answer:
    """Ask about the years from the first to the last, both included."""
    return answer(parse(text), relation, year_start_s(first), year_start_s(last + 1))


# -- worked examples ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "relation", "first", "last", "expected"),
    [
        # One date means some time within it.
        ("1958", WITHIN, 1958, 1958, YES),
        ("1958", WITHIN, 1950, 1960, YES),
        ("195X", WITHIN, 1958, 1958, POSSIBLE),
        ("195X", OVERLAPS, 1958, 1958, POSSIBLE),
        ("1958", WITHIN, 1959, 1960, NO),
        ("1958", BEFORE, 1959, 1960, YES),
        ("1958", BEFORE, 1958, 1960, NO),
        ("195X", BEFORE, 1955, 1960, POSSIBLE),
        ("1958", AFTER, 1950, 1957, YES),
        ("1958", AFTER, 1950, 1958, NO),
        ("195X", AFTER, 1950, 1955, POSSIBLE),
        # About 1958 is 1953 to 1963.
        ("1958~", WITHIN, 1958, 1958, POSSIBLE),
        ("1958~", WITHIN, 1953, 1963, YES),
        ("1958~", BEFORE, 1963, 1970, POSSIBLE),
        ("1958~", BEFORE, 1964, 1970, YES),
        # A doubtful source never makes anything certain, but it can rule out.
        ("1958?", WITHIN, 1950, 1960, POSSIBLE),
        ("1958?", WITHIN, 1960, 1961, NO),
        ("1958%", AFTER, 1900, 1910, POSSIBLE),
        ("1950/1955?", OVERLAPS, 1952, 1953, POSSIBLE),
        ("{1955?,1958}", OVERLAPS, 1958, 1958, POSSIBLE),
        # What lasts.
        ("1955/1958", WITHIN, 1955, 1958, YES),
        ("1955/1958", WITHIN, 1956, 1958, NO),
        ("1955/1958", OVERLAPS, 1956, 1957, YES),
        ("1955/1958", OVERLAPS, 1958, 1960, YES),
        ("1955/195X", OVERLAPS, 1958, 1960, POSSIBLE),
        ("1955/1958", OVERLAPS, 1959, 1960, NO),
        ("1955/1958", BEFORE, 1958, 1960, NO),
        ("1955/1958", BEFORE, 1959, 1960, YES),
        ("1955/1958", AFTER, 1950, 1954, YES),
        ("1955/1958", AFTER, 1950, 1955, NO),
        # Ends that are open or unknown.
        ("1955/..", OVERLAPS, 2500, 2501, YES),
        ("1955/..", WITHIN, 1900, 2500, NO),
        ("1955/..", BEFORE, 2500, 2501, NO),
        ("1955/", OVERLAPS, 2500, 2501, POSSIBLE),
        ("1955/", WITHIN, 1900, 2500, POSSIBLE),
        ("1955/", OVERLAPS, 1950, 1956, YES),
        ("1955/", AFTER, 1950, 1954, YES),
        ("../1955", OVERLAPS, -9000, -8999, YES),
        ("/1955", OVERLAPS, -9000, -8999, POSSIBLE),
        ("/1955", BEFORE, 1956, 1960, YES),
        # One of several: what lies between them is no part of it.
        ("[1955,1958]", WITHIN, 1955, 1958, YES),
        ("[1955,1958]", WITHIN, 1955, 1957, POSSIBLE),
        ("[1955,1958]", WITHIN, 1956, 1957, NO),
        ("[1955,1958]", BEFORE, 1956, 1960, POSSIBLE),
        ("[1955..1958]", WITHIN, 1956, 1957, POSSIBLE),
        ("[1955..]", AFTER, 1950, 1954, YES),
        ("[1955..]", WITHIN, 1960, 1970, POSSIBLE),
        ("[1955..]", BEFORE, 1955, 1970, NO),
        ("[..1955]", BEFORE, 1956, 1970, YES),
        ("[..1955]", BEFORE, 1955, 1970, POSSIBLE),
        # All of several: within, before and after are asked of each, overlaps of any.
        ("{1955,1958}", WITHIN, 1955, 1958, YES),
        ("{1955,1958}", WITHIN, 1955, 1957, NO),
        ("{1955,1958}", OVERLAPS, 1958, 1958, YES),
        ("{1955,1958}", OVERLAPS, 1956, 1957, NO),
        ("{1955,195X}", WITHIN, 1955, 1957, POSSIBLE),
        ("{1955,1958}", BEFORE, 1958, 1960, NO),
        ("{1955,1958}", AFTER, 1950, 1954, YES),
        ("{1955..1960}", OVERLAPS, 1957, 1957, YES),
        # What has no place can be neither affirmed nor denied.
        ("XXXX-12-25", WITHIN, 0, 9999, POSSIBLE),
        ("../..", BEFORE, 1900, 1901, POSSIBLE),
    ],
)
def test_worked_examples(text: str, relation: Relation, first: int, last: int, expected: Answer) -> None:
    assert of_years(text, relation, first, last) is expected


@pytest.mark.parametrize("relation", Relation)
def test_without_a_date_everything_is_possible(relation: Relation) -> None:
    assert answer(None, relation, 0, 1) is POSSIBLE
    assert answers(columns_of([None]), relation, 0, 1).tolist() == [POSSIBLE]


def test_a_second_is_neither_before_nor_within_nor_after_by_mistake() -> None:
    noon = seconds_from_civil(1959, 12, 14, 12)
    date = parse("1959-12-14T12:00:00")
    assert answer(date, BEFORE, noon, noon + 9) is NO
    assert answer(date, BEFORE, noon + 1, noon + 9) is YES
    assert answer(date, WITHIN, noon, noon + 1) is YES
    assert answer(date, AFTER, noon - 9, noon) is YES
    assert answer(date, AFTER, noon - 9, noon + 1) is NO


def test_bounds_drawn_closer_by_other_events_count() -> None:
    narrowed = parse("195X")._replace(fuzz_earliest_s=year_start_s(1956), fuzz_latest_s=year_start_s(1959))
    assert answer(narrowed, WITHIN, year_start_s(1956), year_start_s(1959)) is YES
    assert answer(narrowed, AFTER, year_start_s(1950), year_start_s(1956)) is YES


# -- every possible world, on an axis of a few seconds --------------------------------------------

FEW = range(-14, 15)
EVER = (-LIMIT_S, *FEW, LIMIT_S - 1)
World = tuple[tuple[int, int], ...]
"""First and last second of all that happened."""

spans = st.tuples(st.integers(-8, 8), st.integers(1, 5)).map(lambda span: (span[0], span[0] + span[1]))
marks = st.sampled_from([0, 0, 0, 1])


@st.composite
def atoms(draw: st.DrawFn) -> HistoricalDate:
    """Draw a date of a few seconds, approximate by a few more."""
    first_s, last_s = draw(spans)
    fuzz = (first_s - draw(st.integers(0, 2)), last_s + draw(st.integers(0, 2)))
    return known_atom("1958", (first_s, last_s), Precision.YEAR, fuzz=fuzz, uncertain=draw(marks))


def joined(
    kind: DateKind, parts: tuple[HistoricalDate, ...], earliest: HistoricalDate, latest: HistoricalDate
) -> HistoricalDate:
    """Return an interval or set between two of its parts."""
    uncertain = max(part.uncertain for part in parts)
    ends = earliest.earliest_state, latest.latest_state
    bounds = earliest.earliest_s, latest.latest_s
    fuzz = earliest.fuzz_earliest_s, latest.fuzz_latest_s
    return HistoricalDate("1955/1958", kind, parts, *bounds, *ends, None, *fuzz, Precision.YEAR, uncertain)


@st.composite
def intervals(draw: st.DrawFn, *, is_range: bool = False) -> HistoricalDate:
    """Draw an interval; a range within a set has no unknown end, and none that comes too late."""
    absent = (OPEN_END,) if is_range else (OPEN_END, UNKNOWN_END)
    start = draw(st.one_of(atoms(), atoms(), st.sampled_from(absent)))
    end = draw(st.one_of(atoms(), st.sampled_from(absent)) if start not in absent else atoms())
    if start.fuzz_earliest_s is not None and end.fuzz_latest_s is not None:
        late_s = max(start.fuzz_earliest_s - end.fuzz_latest_s + 1, 0)
        end = known_atom(
            "1958",
            ((end.earliest_s or 0) + late_s, (end.latest_s or 0) + late_s),
            Precision.YEAR,
            fuzz=((end.fuzz_earliest_s or 0) + late_s, end.fuzz_latest_s + late_s),
            uncertain=end.uncertain,
        )
    return joined(DateKind.INTERVAL, (start, end), start, end)


@st.composite
def sets(draw: st.DrawFn) -> HistoricalDate:
    """Draw a set of dates and ranges."""
    kind = draw(st.sampled_from([DateKind.ONE_OF, DateKind.ALL_OF]))
    members = st.one_of(atoms(), atoms(), intervals(is_range=True))
    parts = tuple(draw(st.lists(members, min_size=1, max_size=2)))
    first = min(parts, key=lambda part: -LIMIT_S if part.fuzz_earliest_s is None else part.fuzz_earliest_s)
    last = max(parts, key=lambda part: LIMIT_S if part.fuzz_latest_s is None else part.fuzz_latest_s)
    return joined(kind, parts, first, last)


small_dates = st.one_of(atoms(), intervals(), sets())
ranges = st.tuples(st.integers(-12, 12), st.integers(1, 9)).map(lambda span: (span[0], span[0] + span[1]))
relations = st.sampled_from(list(Relation))


def instants_of(date: HistoricalDate) -> list[int]:
    """Return every second at which an instant may be."""
    first_s = -LIMIT_S if date.fuzz_earliest_s is None else date.fuzz_earliest_s
    last_s = LIMIT_S if date.fuzz_latest_s is None else date.fuzz_latest_s
    return [at for at in EVER if first_s <= at < last_s]


def ends_of(end: HistoricalDate, axis_end_s: int) -> list[int]:
    """Return every second at which an interval may have its end."""
    if end.earliest_state is EndState.OPEN:
        return [axis_end_s]
    return list(EVER) if end.earliest_state is EndState.UNKNOWN else instants_of(end)


def lasting_of(date: HistoricalDate) -> list[tuple[int, int]]:
    """Return every way in which an interval may have lasted."""
    start, end = date.parts
    starts, ends = ends_of(start, -LIMIT_S), ends_of(end, LIMIT_S - 1)
    return [(first, last) for first, last in product(starts, ends) if first <= last]


def worlds_of(date: HistoricalDate) -> Iterator[World]:
    """Yield everything that may have happened."""
    moments = [[(at, at) for at in instants_of(part)] for part in date.parts or (date,)]
    match date.kind:
        case DateKind.ATOM | DateKind.ONE_OF:
            yield from ((moment,) for choices in moments for moment in choices)
        case DateKind.INTERVAL:
            yield from ((lasted,) for lasted in lasting_of(date))
        case DateKind.ALL_OF:
            lasting = DateKind.INTERVAL
            yield from product(
                *(
                    lasting_of(part) if part.kind is lasting else choices
                    for part, choices in zip(date.parts, moments, strict=True)
                )
            )


def holds(world: World, relation: Relation, first_s: int, last_s: int) -> bool:
    """Tell whether a relation holds in one world."""
    match relation:
        case Relation.WITHIN:
            return all(first_s <= begun and ended < last_s for begun, ended in world)
        case Relation.OVERLAPS:
            return any(begun < last_s and first_s <= ended for begun, ended in world)
        case Relation.BEFORE:
            return all(ended < first_s for _, ended in world)
        case Relation.AFTER:
            return all(last_s <= begun for begun, _ in world)


@given(small_dates, relations, ranges)
def test_yes_in_every_world_no_in_none(
    date: HistoricalDate, relation: Relation, bounds: tuple[int, int]
) -> None:
    told = [holds(world, relation, *bounds) for world in worlds_of(date)]
    expected = YES if all(told) else POSSIBLE if any(told) else NO
    if date.is_uncertain:
        expected = min(expected, POSSIBLE)
    assert answer(date, relation, *bounds) is expected


# -- all rows at once -----------------------------------------------------------------------------


@given(st.lists(st.one_of(small_dates, st.none()), max_size=12), relations, ranges)
def test_all_at_once_answers_as_one_by_one(
    dates: list[HistoricalDate | None], relation: Relation, bounds: tuple[int, int]
) -> None:
    found = answers(columns_of(dates), relation, *bounds)
    assert found.tolist() == [answer(date, relation, *bounds) for date in dates]
    assert found.dtype.name == "int8"


def test_all_at_once_answers_as_one_by_one_at_every_bound() -> None:
    chance = Random(20261123)

    def atom() -> HistoricalDate:
        first_s, size = chance.randint(-5, 5), chance.randint(1, 3)
        return known_atom("1958", (first_s, first_s + size), Precision.YEAR)

    dates: list[HistoricalDate] = []
    for _ in range(60):
        start, end = sorted((atom(), atom()), key=lambda part: part.earliest_s or 0)
        dates += [joined(kind, (start, end), start, end) for kind in DateKind if kind is not DateKind.ATOM]
        dates.append(start)
    columns = columns_of(dates)
    for relation, first_s, size in product(Relation, range(-7, 9), range(1, 5)):
        found = answers(columns, relation, first_s, first_s + size).tolist()
        assert found == [answer(date, relation, first_s, first_s + size) for date in dates]


@given(
    st.lists(st.one_of(date_texts, st.sampled_from(["XXXX-12-25", "/1958", "[1955..]", "{1955..1958}"]))),
    relations,
    st.tuples(st.integers(1890, 2009), st.integers(1, 40)),
)
def test_real_dates_answer_alike_however_they_are_read(
    texts: list[str], relation: Relation, years: tuple[int, int]
) -> None:
    bounds = year_start_s(years[0]), year_start_s(years[0] + years[1])
    columns, errors = columns_of_texts(texts)
    assert not errors
    assert answers(columns, relation, *bounds).tolist() == [
        answer(parse(text), relation, *bounds) for text in texts
    ]


# -- laws -----------------------------------------------------------------------------------------


@given(atoms(), relations, ranges, st.integers(0, 4), st.integers(0, 4))
def test_a_wider_date_is_never_surer(
    date: HistoricalDate, relation: Relation, bounds: tuple[int, int], sooner: int, later: int
) -> None:
    assert date.fuzz_earliest_s is not None
    assert date.fuzz_latest_s is not None
    wide = date._replace(
        fuzz_earliest_s=date.fuzz_earliest_s - sooner, fuzz_latest_s=date.fuzz_latest_s + later
    )
    told = answer(wide, relation, *bounds)
    assert told in (answer(date, relation, *bounds), POSSIBLE)


@given(
    st.sampled_from(["1958-03-02", "1958-03", "1958", "1955/1958", "[1955,1958]", "{1955,1958-03}"]),
    relations,
    st.tuples(st.integers(1945, 1969), st.integers(1, 15)),
)
def test_an_approximate_date_never_says_the_opposite(
    text: str, relation: Relation, years: tuple[int, int]
) -> None:
    bounds = year_start_s(years[0]), year_start_s(years[0] + years[1])
    about = text.replace(",", "~,").replace("/", "~/")
    about = about[:-1] + "~" + about[-1] if about[-1] in "]}" else about + "~"
    told = answer(parse(about), relation, *bounds), answer(parse(text), relation, *bounds)
    assert told[0] in (told[1], POSSIBLE)


@given(small_dates, st.sampled_from([WITHIN, OVERLAPS]), ranges, st.integers(0, 6), st.integers(0, 6))
def test_a_wider_stretch_is_answered_no_less(
    date: HistoricalDate, relation: Relation, bounds: tuple[int, int], sooner: int, later: int
) -> None:
    wider = answer(date, relation, bounds[0] - sooner, bounds[1] + later)
    assert wider >= answer(date, relation, *bounds)


@given(small_dates, ranges, st.integers(0, 6))
def test_what_is_over_before_something_is_over_before_what_is_later(
    date: HistoricalDate, bounds: tuple[int, int], later: int
) -> None:
    assert answer(date, BEFORE, bounds[0] + later, bounds[1] + later) >= answer(date, BEFORE, *bounds)
    assert answer(date, AFTER, bounds[0] - later, bounds[1] - later) >= answer(date, AFTER, *bounds)


@given(small_dates, ranges)
def test_relations_agree_with_each_other(date: HistoricalDate, bounds: tuple[int, int]) -> None:
    told = {relation: answer(date, relation, *bounds) for relation in Relation}
    assert told[WITHIN] <= told[OVERLAPS]
    for other in (BEFORE, AFTER):
        assert told[other] is not YES or told[OVERLAPS] is NO
