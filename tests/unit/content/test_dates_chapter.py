# SPDX-License-Identifier: MIT
"""What the chapter on dates tells an author is what the program does."""

import re
from pathlib import Path

import pytest

from timeline_app.content.reader import read_text
from timeline_app.content.shape import ChoiceShape, ListShape, UnionShape, exhibit_shape

HERE = Path(__file__).parent
CHAPTER = (HERE.parents[2] / "docs" / "exhibit-dates.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| ([^|`]+) \| `([^`]+)` \|$", CHAPTER, re.MULTILINE)


def test_there_are_examples() -> None:
    assert len(ROWS) >= 14


@pytest.mark.parametrize(("words", "edtf"), ROWS)
def test_each_example_is_read_as_told(words: str, edtf: str) -> None:
    reading = read_text(f"title: T\nevents:\n  - {{title: E, date: {words}}}\n", HERE / "x.yaml")
    assert [(problem.code, problem.fixes) for problem in reading.problems] == [("loose-date", (edtf,))]


def test_the_choices_are_all_there() -> None:
    for name in ("hemisphere", "old_style", "calendars"):
        shape = exhibit_shape().fields[name]
        shape = shape.items[0] if isinstance(shape, ListShape) else shape
        assert not isinstance(shape, UnionShape)
        assert isinstance(shape, ChoiceShape)
        (row,) = re.findall(rf"^\| `{name}` \| ([^|]*) \| [^|]* \|$", CHAPTER, re.MULTILINE)
        assert sorted(re.findall(r"`([a-z-]+)`", row)) == sorted(shape.choices)
