# SPDX-License-Identifier: MIT
"""How long it is between two moments: whole months and days as people count them, and honest words about doubt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages import ENGLISH
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.instant import DAY_S, LIMIT_S, MEAN_YEAR_S, civil_from_seconds, seconds_from_civil
from timeline_app.chrono.length import (
    Bounds,
    Length,
    later_by,
    length_between,
    length_message,
    span_message,
)

NEAR = 3_000 * MEAN_YEAR_S
INSTANTS = st.one_of(
    st.integers(-NEAR, NEAR),
    st.integers(-40_000, 40_000).map(lambda day: day * DAY_S),
    st.integers(-LIMIT_S, LIMIT_S),
)


def at(text: str) -> int:
    earliest_s = parse(text).earliest_s
    assert earliest_s is not None
    return earliest_s


def words(one: str, other: str) -> str:
    return ENGLISH.text(length_message(length_between(at(one), at(other))))


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("1956-02-29", "1959-08-10", "3 years, 5 months, 12 days"),
        ("1959-12-14", "1959-12-14", "the same moment"),
        ("1959-12-14", "1959-12-15", "1 day"),
        ("1959-01-31", "1959-02-28", "1 month"),
        ("1959-01-31", "1959-03-01", "1 month, 1 day"),
        ("1959-02-28", "1959-03-31", "1 month, 3 days"),
        ("1956-02-29", "1957-02-28", "1 year"),
        ("1950-06-25", "1953-07-27", "3 years, 1 month, 2 days"),
        ("1900-03-01", "2000-03-01", "100 years"),
        ("1959-12-14T10:00:00", "1959-12-14T16:30:00", "6 hours, 30 minutes"),
        ("1959-12-14T10:00:00", "1959-12-16T09:00:05", "1 day, 23 hours"),
        ("1959-12-14T10:00:00", "1959-12-14T10:00:07", "7 seconds"),
        ("-0043-03-15", "0014-08-19", "57 years, 5 months, 4 days"),
    ],
)
def test_lengths_are_told_as_people_count(one, other, said):
    assert words(one, other) == said
    assert words(other, one) == said


@pytest.mark.parametrize(
    ("years", "said"),
    [
        (12_345, "about 12,300 years"),
        (9_999, "9999 years"),
        (66_043_000, "about 66 million years"),
        (65_500_000, "about 65.5 million years"),
        (13_787_000_000, "about 13.8 billion years"),
    ],
)
def test_deep_time_is_told_in_round_numbers(years, said):
    assert ENGLISH.text(length_message(Length(years * 12, 3, 5))).partition(",")[0] == said.partition(",")[0]
    assert ENGLISH.text(length_message(Length(years * 12, 0, 0))) == said


@given(INSTANTS, INSTANTS)
def test_added_back_to_the_first_moment_it_gives_the_second(one_s, other_s):
    length = length_between(one_s, other_s)
    assert later_by(min(one_s, other_s), length) == max(one_s, other_s)
    assert length.months >= 0
    assert 0 <= length.days <= 31
    assert 0 <= length.seconds < DAY_S


@given(INSTANTS, INSTANTS)
def test_the_order_of_the_two_does_not_matter(one_s, other_s):
    assert length_between(one_s, other_s) == length_between(other_s, one_s)


@given(INSTANTS, st.integers(0, 12_000))
def test_whole_months_have_no_rest_unless_the_month_is_shorter(first_s, months):
    last_s = later_by(first_s, Length(months, 0, 0))
    assert length_between(first_s, last_s) == Length(months, 0, 0)
    assert civil_from_seconds(last_s).day <= civil_from_seconds(first_s).day


# -- doubt --------------------------------------------------------------------------------------------


def bounds(text: str) -> Bounds:
    """Return the first and last day of a date."""
    date = parse(text)
    latest_s = date.latest_s
    return Bounds(date.earliest_s, None if latest_s is None else latest_s - DAY_S)


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("1956", "1959", "between 2 and 4 years"),
        ("1956-03", "1959-08", "between 3 years, 4 months and 3 years, 6 months"),
        ("1956", "1959-12-14", "between 2 years, 11 months and 4 years"),
        ("1956-02-29", "1959-08-10", "3 years, 5 months, 12 days"),
        ("1956", "1956-08", "at most 8 months"),
        ("1956", "1956", "at most 1 year"),
        ("19XX", "2011", "between 11 and 112 years"),
        ("1956/..", "1959", "at least 2 years"),
        ("1956-12-14", "1957-01", "between 18 and 48 days"),
        ("[1930-01..1950-05]", "1969-12", "between 19 and 40 years"),
    ],
)
def test_doubt_is_told_as_a_range(one, other, said):
    first, last = bounds(one.partition("/")[0]), bounds(other)
    if one.endswith("/.."):
        first, last = last, Bounds(bounds("1962").earliest_s, None)
    message = span_message(first, last)
    assert message is not None
    assert ENGLISH.text(message) == said
    swapped = span_message(last, first)
    assert swapped == message


def test_where_nothing_is_known_nothing_is_said():
    assert span_message(Bounds(None, at("1956")), Bounds(at("1950"), None)) is None
    assert span_message(Bounds(None, None), Bounds(at("1950"), at("1950"))) is None


YEARS = st.integers(-4_000, 4_000)


@given(INSTANTS, st.integers(0, NEAR), INSTANTS, st.integers(0, NEAR))
def test_a_range_in_words_is_the_same_in_both_orders(one_s, one_doubt_s, other_s, other_doubt_s):
    one, other = Bounds(one_s, one_s + one_doubt_s), Bounds(other_s, other_s + other_doubt_s)
    assert span_message(one, other) == span_message(other, one)


def test_days_begin_at_midnight_everywhere():
    assert length_between(seconds_from_civil(1900, 1, 1), seconds_from_civil(1900, 1, 2)) == Length(0, 1, 0)
