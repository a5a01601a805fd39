# SPDX-License-Identifier: MIT
"""Whether something had begun by a moment."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import date_texts, instants
from timeline_app.chrono.columns import columns_of
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.known_by import KnownBy, all_begun_by, begun_by
from timeline_app.chrono.span_queries import Answer

END_OF_1960 = parse("1960").latest_s or 0
MIDDLE_OF_1960 = parse("1960-06").latest_s or 0


@pytest.mark.parametrize(
    ("date", "at_s", "expected"),
    [
        ("1960", END_OF_1960, Answer.YES),
        ("1961", END_OF_1960, Answer.NO),
        ("1960", MIDDLE_OF_1960, Answer.POSSIBLE),
        ("1960-06-30", MIDDLE_OF_1960, Answer.YES),
        ("1960-07-01", MIDDLE_OF_1960, Answer.NO),
        ("1960?", END_OF_1960, Answer.POSSIBLE),
        ("1961~", END_OF_1960, Answer.POSSIBLE),
        ("1958/1984", END_OF_1960, Answer.YES),
        ("1960/1984", MIDDLE_OF_1960, Answer.POSSIBLE),
        ("../1984", END_OF_1960, Answer.YES),
        ("/1984", END_OF_1960, Answer.POSSIBLE),
        ("[1955,1984]", END_OF_1960, Answer.POSSIBLE),
        ("{1955,1984}", END_OF_1960, Answer.YES),
        ("XXXX-12-25", END_OF_1960, Answer.NO),
    ],
)
def test_a_thing_had_begun(date, at_s, expected):
    assert begun_by(parse(date), at_s) is expected
    assert all_begun_by(columns_of([parse(date)]), at_s).tolist() == [expected]


def test_what_has_no_date_had_not_begun():
    assert begun_by(None, END_OF_1960) is Answer.NO
    assert all_begun_by(columns_of([None]), END_OF_1960).tolist() == [Answer.NO]


def test_what_was_learnt_later_is_held_back():
    then = KnownBy(END_OF_1960)
    assert [
        since for since in ("1959", "1960", "1961~", "1961", "2004", "long ago") if then.holds_back(since)
    ] == [
        "1961",
        "2004",
        "long ago",
    ]


@given(st.lists(date_texts, max_size=6), instants, st.integers(0, 10**10))
def test_all_at_once_is_as_one_by_one_and_a_later_moment_never_unsays(dates, at_s, later_s):
    read = [parse(date) for date in dates]
    found = all_begun_by(columns_of(read), at_s)
    assert found.tolist() == [begun_by(date, at_s) for date in read]
    assert np.all(all_begun_by(columns_of(read), at_s + later_s) >= found)
