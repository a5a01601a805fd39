# SPDX-License-Identifier: MIT
"""The examples of the specification mean here what they mean there."""

import pytest

from tests.unit.chrono.edtf_examples import LOC_EXAMPLES, Example, first_and_last_day
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import DAY_PART, MONTH_PART, YEAR_PART, DateKind, Precision

BITS = {"y": YEAR_PART, "m": MONTH_PART, "d": DAY_PART}


def mask(letters: str) -> int:
    """Return the bits of the components that letters name."""
    return sum(BITS[letter] for letter in letters)


@pytest.mark.parametrize("example", LOC_EXAMPLES, ids=lambda example: example.text)
def test_an_example_of_the_specification(example: Example) -> None:
    date = parse(example.text)
    assert str(date) == example.text
    assert first_and_last_day(date) == (example.first, example.last)
    assert date.kind is DateKind[example.kind]
    assert date.precision is Precision[example.precision]
    assert (date.uncertain, date.approximate) == (mask(example.uncertain), mask(example.approximate))
    assert date.calendar == ""


def test_no_example_stands_twice() -> None:
    assert len({example.text for example in LOC_EXAMPLES}) == len(LOC_EXAMPLES)
