# SPDX-License-Identifier: MIT
"""What dates tell a net of relations, and what they become by its answer."""

import pytest
from hypothesis import given

from tests.strategies import date_texts
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import EndState
from timeline_app.chrono.instant import LIMIT_S, seconds_from_civil
from timeline_app.chrono.narrowing import derived_edtf, narrowed, range_of
from timeline_app.chrono.net_parts import Range


def at(year: int, month: int = 1, day: int = 1) -> int:
    return seconds_from_civil(year, month, day)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1955", Range(at(1955), at(1956), at(1955), at(1956))),
        ("1955~", Range(at(1950), at(1961), at(1950), at(1961))),
        ("1955?", Range(at(1955), at(1956), at(1955), at(1956))),
        ("[1955,1958]", Range(at(1955), at(1959), at(1955), at(1959))),
        ("[1955..]", Range(at(1955), None, at(1955), None)),
        ("1955/1958", Range(at(1955), at(1956), at(1958), at(1959))),
        ("1955/", Range(at(1955), at(1956), None, None)),
        ("../1958", Range(None, None, at(1958), at(1959))),
        ("{1958,1955}", Range(at(1955), at(1956), at(1958), at(1959))),
        ("{1955..1956,1960}", Range(at(1955), at(1956), at(1960), at(1961))),
        ("{..1956,1960}", Range(None, at(1961), at(1960), at(1961))),
        ("XXXX-12-25", Range()),
    ],
)
def test_a_date_begins_and_ends_between(text: str, expected: Range) -> None:
    assert range_of(parse(text)) == expected


def test_no_date_tells_nothing() -> None:
    assert range_of(None) == Range()


def test_a_moment_is_narrowed_and_keeps_its_text() -> None:
    date = narrowed(parse("1955"), Range(at(1955, 3), at(1955, 6), at(1955, 3), at(1955, 6)))
    assert (date.edtf, date.earliest_s, date.latest_s) == ("1955", at(1955, 3), at(1955, 6))
    assert (date.fuzz_earliest_s, date.fuzz_latest_s) == (at(1955, 3), at(1955, 6))


def test_an_approximate_moment_that_is_pushed_to_its_margin_lies_there() -> None:
    date = narrowed(parse("1955~"), Range(at(1958), at(1961), at(1958), at(1961)))
    assert (date.earliest_s, date.latest_s) == (at(1958), at(1961))
    date = narrowed(parse("1955~"), Range(at(1952), at(1961), at(1952), at(1961)))
    assert (date.earliest_s, date.latest_s) == (at(1955), at(1956))
    assert date.fuzz_earliest_s == at(1952)


def test_the_open_side_of_a_choice_is_closed() -> None:
    date = narrowed(parse("[1955..]"), Range(at(1955), at(1960), at(1955), at(1960)))
    assert (date.latest_s, date.latest_state) == (at(1960), EndState.KNOWN)


def test_an_interval_is_narrowed_at_both_ends_and_surer_inside() -> None:
    date = narrowed(parse("1955/1958"), Range(at(1955, 3), at(1955, 6), at(1958, 5), at(1958, 9)))
    assert (date.earliest_s, date.latest_s, date.core) == (
        at(1955, 3),
        at(1958, 9),
        (at(1955, 6), at(1958, 5)),
    )
    assert date.parts[0].latest_s == at(1955, 6)
    assert date.parts[1].earliest_s == at(1958, 5)


def test_open_and_unknown_ends_stay_what_they_are() -> None:
    date = narrowed(parse("1955/.."), Range(at(1955, 3), at(1956), at(1955, 3), at(1960)))
    assert (date.latest_s, date.latest_state, date.earliest_s) == (None, EndState.OPEN, at(1955, 3))
    assert date.core == (at(1956), LIMIT_S)
    date = narrowed(parse("/1958"), Range(at(1950), at(1959), at(1958), at(1958, 6)))
    assert (date.earliest_s, date.latest_s, date.core) == (None, at(1958, 6), None)


def test_the_core_of_a_rounded_year_shrinks_with_it() -> None:
    date = parse("1950S2")
    known = range_of(date)._replace(start_earliest_s=at(1950, 4), end_earliest_s=at(1950, 4))
    assert narrowed(date, known).core == (at(1950, 4), at(1951))
    known = range_of(date)._replace(start_earliest_s=at(1960), end_earliest_s=at(1960))
    assert narrowed(date, known).core is None


@given(date_texts)
def test_a_date_that_others_tell_nothing_of_is_not_touched(text: str) -> None:
    date = parse(text)
    assert narrowed(date, range_of(date)) is date


@pytest.mark.parametrize(
    ("known", "edtf"),
    [
        (Range(at(1955, 3, 2), None, at(1955, 3, 2), None), "[1955-03-02..]"),
        (Range(None, at(1958, 8), None, at(1958, 8)), "[..1958-07-31]"),
        (Range(at(1955), at(1955, 1, 2)), "[1955-01-01..]"),
        (Range(at(1955), at(1955, 1, 2), at(1955), at(1955, 1, 2)), "1955-01-01"),
        (Range(at(1955) + 3600, at(1955, 1, 3) - 1, 0, at(1955, 1, 3) - 1), "[1955-01-01..1955-01-02]"),
        (Range(at(-43, 3, 15), at(1), 0, at(1)), "[-0043-03-15..0000-12-31]"),
        (Range(at(-12_000), at(1), 0, at(1)), "[Y-12000..0000]"),
        (Range(at(-12_000), at(-11_999), 0, at(-11_999)), "Y-12000"),
        (Range(at(-12_000, 3), at(-12_000, 9), 0, at(-12_000, 9)), "Y-12000"),
        (Range(), ""),
    ],
)
def test_bounds_alone_are_one_of_their_days(known: Range, edtf: str) -> None:
    assert derived_edtf(known) == edtf
    if edtf:
        assert parse(edtf).edtf == edtf


@pytest.mark.parametrize(
    ("known", "calendar", "edtf"),
    [
        (
            Range(at(-43, 3, 13), at(-43, 3, 22), 0, at(-43, 3, 22)),
            "julian",
            "[julian:-0043-03-15..julian:-0043-03-23]",
        ),
        (Range(at(-43, 3, 13), None, at(-43, 3, 13), None), "julian", "[julian:-0043-03-15..]"),
        (Range(None, at(1959, 10, 4), None, at(1959, 10, 4)), "hebrew", "[..hebrew:5720-07-01]"),
        (Range(at(1959, 10, 3), at(1959, 10, 4), 0, at(1959, 10, 4)), "hebrew", "hebrew:5720-07-01"),
        (Range(at(-5_000), at(1959), 0, at(1959)), "hebrew", "[-5000-01-01..1958-12-31]"),
        (Range(at(-12_000), at(1959), 0, at(1959)), "julian", "[Y-12000..1958]"),
        (Range(at(1959), at(1960), 0, at(1960)), "islamic", "[1959-01-01..1959-12-31]"),
        (Range(at(1959), at(1960), 0, at(1960)), "japanese-era", "[1959-01-01..1959-12-31]"),
        (Range(), "julian", ""),
    ],
)
def test_bounds_alone_count_as_the_source_does(known: Range, calendar: str, edtf: str) -> None:
    assert derived_edtf(known, calendar) == edtf
    if edtf:
        date = parse(edtf)
        assert date.edtf == edtf
        plain = parse(derived_edtf(known))
        assert (date.earliest_s, date.latest_s) == (plain.earliest_s, plain.latest_s)
