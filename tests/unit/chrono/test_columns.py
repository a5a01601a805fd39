# SPDX-License-Identifier: MIT
"""Columns say the same as the dates they were made of, and the fast path the same as the slow one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.base.errors import DateError
from timeline_app.chrono.columns import (
    APPROXIMATE,
    UNCERTAIN,
    UNDATED,
    YEAR_UNKNOWN,
    DateColumns,
    Stretches,
    columns_of,
    columns_of_texts,
    joined_columns,
)
from timeline_app.chrono.date_settings import DateSettings
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import DateKind, EndState, HistoricalDate, Precision
from timeline_app.chrono.instant import LIMIT_S, days_from_civil, year_start_s
from timeline_app.chrono.plain_dates import days_from_civil_array, plain_dates

TEXTS = (
    "1959", "1959-08", "1959-08-13", "0000-02-29", "9999-12-31", "1955/1958", "1955~/1985", "1959/..", "1985/",
    "../1985", "../..", "XXXX-12-25", "[1955,1958..]", "[..1960]", "1950S2", "-0043", "1958%", "1959-13",
)  # fmt: skip


def assert_same(columns: DateColumns, expected: DateColumns) -> None:
    """Compare all columns, and their types."""
    pairs: list[tuple[object, object, str]] = [
        (columns, expected, name) for name in DateColumns.__slots__ if name != "stretches"
    ]
    pairs += [(columns.stretches, expected.stretches, name) for name in Stretches.__slots__]
    for ours, theirs, name in pairs:
        assert getattr(ours, name).tolist() == getattr(theirs, name).tolist(), name
        assert getattr(ours, name).dtype == getattr(theirs, name).dtype, name


def read(text: str) -> HistoricalDate | None:
    """Read one date the slow way, None if it cannot be read."""
    try:
        return parse(text)
    except DateError:
        return None


def test_a_row_repeats_its_date() -> None:
    columns = columns_of([parse("1955~/1985?")])
    assert columns.earliest_s[0] == year_start_s(1955)
    assert columns.latest_s[0] == year_start_s(1986)
    assert columns.fuzz_earliest_s[0] == year_start_s(1950)
    assert columns.fuzz_latest_s[0] == year_start_s(1986)
    assert (columns.core_start_s[0], columns.core_end_s[0]) == (year_start_s(1961), year_start_s(1985))
    assert columns.precision[0] == Precision.YEAR
    assert columns.kind[0] == DateKind.INTERVAL
    assert columns.flags[0] == UNCERTAIN | APPROXIMATE
    assert columns.is_dated[0]
    assert len(columns) == 1


def test_absent_ends_repeat_what_is_known() -> None:
    columns = columns_of([parse(text) for text in ("1959/..", "1985/", "../1985", "[1955,1958..]")])
    assert columns.latest_s[:2].tolist() == [year_start_s(1960), year_start_s(1986)]
    assert columns.latest_state.tolist() == [EndState.OPEN, EndState.UNKNOWN, EndState.KNOWN, EndState.OPEN]
    assert columns.earliest_s[2] == year_start_s(1985)
    assert columns.latest_s[3] == year_start_s(1959)
    assert columns.core_end_s[0] == LIMIT_S
    assert columns.core_start_s[1] > columns.core_end_s[1]


def test_what_has_no_place_on_the_axis_is_undated() -> None:
    columns = columns_of([None, parse("../.."), parse("/.."), parse("XXXX-12-25"), parse("1959")])
    assert columns.is_dated.tolist() == [False, False, False, False, True]
    assert columns.flags[3] == UNDATED | YEAR_UNKNOWN
    assert not columns.earliest_s[:4].any()
    assert (columns.core_start_s > columns.core_end_s).all()


def test_intervals_and_sets_have_their_stretches_beside_the_rows() -> None:
    columns = columns_of([parse(text) for text in ("1950", "[1955,1958]", "XXXX-12-25", "1960/..")] + [None])
    found = columns.stretches
    assert (len(found), found.rows.tolist(), found.starts.tolist()) == (3, [1, 3], [0, 2])
    assert found.begins_s.tolist() == [year_start_s(year) for year in (1955, 1958, 1960)]
    assert found.begun_s.tolist() == [year_start_s(year) for year in (1956, 1959, 1961)]
    assert found.ending_s.tolist() == [year_start_s(1955), year_start_s(1958), LIMIT_S - 1]
    assert found.ends_s.tolist() == [year_start_s(1956), year_start_s(1959), LIMIT_S]


def test_reading_texts_at_once_gives_the_same_columns() -> None:
    columns, errors = columns_of_texts([*TEXTS, None])
    expected = columns_of([*(read(text) for text in TEXTS), None])
    assert_same(columns, expected)
    assert list(errors) == [TEXTS.index("1959-13")]
    assert errors[TEXTS.index("1959-13")].message.key == "date.problem.no-such-month"


def test_settings_place_columns_as_they_place_dates() -> None:
    settings = DateSettings("south", "Asia/Tokyo")
    texts = ["1959-22", "1959-12-14T00:30+09:00", "1959-12-14", "1959-12-14T00:30Z/1960", "2001-23/2001-21"]
    columns, errors = columns_of_texts(texts, settings)
    expected = columns_of([parse(text, settings) for text in texts])
    assert errors == {}
    assert columns.earliest_s.tolist() == expected.earliest_s.tolist()
    assert columns.latest_s.tolist() == expected.latest_s.tolist()
    assert columns.earliest_s[1] == columns.earliest_s[2] + 1_800
    assert list(columns_of_texts(texts)[1]) == [4]


def test_nothing_gives_empty_columns() -> None:
    assert len(columns_of([])) == 0
    assert len(columns_of_texts([])[0]) == 0
    assert plain_dates([]).is_plain.tolist() == []


@pytest.mark.parametrize(
    "text",
    ["", "195", "19590", "1959-8", "1959-00", "1959-13", "1959-21", "1959-02-29", "1900-02-29", "1959-04-31",
     "1959-04-00", "1959-08-133", "1959/08", "1959-08-1\0", "１９５９", "195X", "-0043", "1959?", " 1959", "0001-1-111"],
)  # fmt: skip
def test_the_fast_path_leaves_all_else_alone(text: str) -> None:
    plain = plain_dates([text, "1959"])
    assert plain.is_plain.tolist() == [False, True]
    assert plain.earliest_s[0] == plain.latest_s[0] == 0


@given(
    st.lists(
        st.tuples(st.integers(0, 9999), st.integers(0, 14), st.integers(0, 33), st.integers(1, 3)),
        max_size=20,
    )
)
def test_the_fast_path_agrees_with_the_slow_one(parts: list[tuple[int, int, int, int]]) -> None:
    texts = [
        f"{year:04d}-{month:02d}-{day:02d}"[: (4, 7, 10)[length - 1]] for year, month, day, length in parts
    ]
    plain = plain_dates(texts)
    for index, text in enumerate(texts):
        date = read(text)
        assert bool(plain.is_plain[index]) is (date is not None)
        if date is not None:
            assert (plain.earliest_s[index], plain.latest_s[index]) == (date.earliest_s, date.latest_s)
            assert plain.precision[index] == date.precision


@given(
    st.lists(st.tuples(st.integers(-(10**10), 10**10), st.integers(1, 12), st.integers(1, 28)), max_size=10)
)
def test_day_numbers_of_arrays_are_those_of_single_dates(dates: list[tuple[int, int, int]]) -> None:
    table = np.array(dates, dtype=np.int64).reshape(len(dates), 3)
    found = days_from_civil_array(table[:, 0], table[:, 1], table[:, 2])
    assert found.tolist() == [days_from_civil(*date) for date in dates]


@given(
    st.lists(
        st.tuples(
            st.integers(1, 9999), st.integers(0, 12), st.integers(0, 31),
            st.integers(1, 9999), st.integers(0, 12), st.integers(0, 31),
        ),
        max_size=8,
    ),
    st.lists(st.sampled_from(["1955", "1955/", "../1960", "1955~/1960", "[1955,1957]", "1960/1955", "x"]), max_size=4),
)  # fmt: skip
def test_intervals_between_plain_dates_are_read_at_once_as_one_by_one(
    ends: list[tuple[int, int, int, int, int, int]], others: list[str]
) -> None:
    def written(year: int, month: int, day: int) -> str:
        return "-".join(
            [f"{year:04d}", *(f"{part:02d}" for part in ((month, day) if day else (month,)) if part)]
        )

    texts = [f"{written(*each[:3])}/{written(*each[3:])}" for each in ends] + others
    texts = texts[::2] + texts[1::2]
    dates: list[HistoricalDate | None] = []
    bad: set[int] = set()
    for row, text in enumerate(texts):
        try:
            dates.append(parse(text))
        except DateError:
            dates.append(None)
            bad.add(row)
    read_at_once, errors = columns_of_texts(texts)
    assert set(errors) == bad
    assert_same(read_at_once, columns_of(dates))


@given(
    st.lists(
        st.lists(st.sampled_from(["1955", "1955/1960", "[1955,1957]", "1950~/", None]), max_size=4),
        max_size=4,
    )
)
def test_columns_put_together_are_those_of_all_dates(parts: list[list[str | None]]) -> None:
    dates = [[parse(text) if text else None for text in part] for part in parts]
    whole = columns_of([date for part in dates for date in part])
    assert_same(joined_columns([columns_of(part) for part in dates]), whole)
