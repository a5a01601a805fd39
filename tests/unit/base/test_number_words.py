# SPDX-License-Identifier: MIT
"""Whole numbers as templates ask for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.base.number_words import Number

ROWS = [
    # number, grouped, millions, myriads, spaced myriads
    (0, "0", "0", "0", "0"),
    (1_959, "1959", "0.001959", "1959", "1959"),
    (10_000, "10,000", "0.01", "1万", "1만 "),
    (12_500, "12,500", "0.0125", "1万2500", "1만 2500"),
    (66_000_000, "66,000,000", "66", "6600万", "6600만 "),
    (100_010_003, "100,010,003", "100.010003", "1億1万3", "1억 1만 3"),
    (13_800_000_000, "13,800,000,000", "13,800", "138億", "138억 "),
    (146_000_000_000_000, "146,000,000,000,000", "146,000,000", "1460000億", "1460000억 "),
]


@pytest.mark.parametrize(("number", "grouped", "millions", "myriads", "spaced"), ROWS)
def test_numbers_by_rules(number: int, grouped: str, millions: str, myriads: str, spaced: str) -> None:
    assert f"{Number(number):grouped}" == grouped
    assert f"{Number(number):millions}" == millions
    assert f"{Number(number):myriads 万億}" == myriads
    assert f"{Number(number):spaced-myriads 만억}" == spaced


def test_thousand_millions_are_counted_exactly() -> None:
    assert f"{Number(13_800_000_000):billions}" == "13.8"
    assert f"{Number(4_567_300_000):billions}" == "4.5673"


def test_without_a_rule_a_number_is_written_as_python_writes_it() -> None:
    assert f"{Number(7)} {Number(7):02d} {Number(-7):>4}" == "7 07   -7"


@given(st.integers(0, 10**20))
def test_nothing_of_a_number_is_lost(number: int) -> None:
    assert f"{Number(number):grouped}".replace(",", "") == str(number)
    values = {"億": 10**8, "万": 10**4}
    total, digits = 0, ""
    for sign in f"{Number(number):myriads 万億}":
        if sign in values:
            total, digits = total + int(digits) * values[sign], ""
        else:
            digits += sign
    assert total + int(digits or "0") == number
