# SPDX-License-Identifier: MIT
"""The published examples and the test suites of other libraries: what they agree on holds here too."""

import csv
from pathlib import Path

import pytest

from tests.unit.chrono.edtf_examples import LOC_EXAMPLES
from timeline_app.base.errors import DateError
from timeline_app.chrono.edtf import can_be_read, parse
from timeline_app.chrono.historical_date import EndState
from timeline_app.chrono.instant import civil_from_seconds

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus" / "edtf"
VECTORS = CORPUS / "edtf_results.tsv"

pytestmark = pytest.mark.skipif(
    not VECTORS.is_file(), reason="the corpus of test vectors lies outside the project"
)

POSSIBLY_TRUE = {"0000-02/0000", "0000-01-03/0000-01", "2004-06-11%/2004-%06", "2004-06-11%/2004-06~"}
"""Intervals whose ends overlap: others refuse them, but they can be true."""
LENGTH_OF_COUNTED = (342, 131)

IN_ANOTHER_ZONE = {"1985-04-12T23:20:30-04": ("1985-4-13", "1985-4-13")}
"""The file gives the day that is written; here a time with an offset stands on the exhibit's clock, in UTC
03:20 of the next day. (edtf.js has the same.)"""

REFUSED_ON_PURPOSE = {
    "1999-02-3X": "no February has a day 30 to 39",
    "2019-02-29": "2019 was no leap year",
}
"""Texts that one single suite calls valid."""

READ_ON_PURPOSE = {
    **dict.fromkeys(POSSIBLY_TRUE, "the ends overlap, so the interval can be true"),
    "2005-07-25/2006-01-01T10:10:10Z": "times as ends of intervals are an extension",
    "2005-07-25T10:10:10Z/2006-01": "times as ends of intervals are an extension",
    "2005-07-25T10:10:10Z/2006-01-01T10:10:10Z": "times as ends of intervals are an extension",
    "2018-01?/2018-23": "seasons as ends of intervals are an extension",
    "2018/2018-23": "seasons as ends of intervals are an extension",
    "2020-%06-25?": "a mark on the month and one on the whole date: level 2 allows both",
    "Y-61000/-2000": "long years as ends of intervals are an extension",
}
"""Texts that one single suite calls invalid."""

OTHER_BOUNDS = {
    "Y-17E7": (
        ("-170000000-01-01", "-170000000-12-31"),
        "that suite has no dates before 4713 BC; the axis has",
    ),
    "Y17E7": (
        ("170000000-01-01", "170000000-12-31"),
        "that suite ends in the year 5874897; the axis does not",
    ),
    "Y171010000S3": (("171000000-01-01", "171999999-12-31"), "that suite ends in the year 5874897"),
    "XXXX-12-XX": (
        ("0000-12-01", "9999-12-31"),
        "an unknown year is any of four digits; it is drawn nowhere",
    ),
}
"""Texts of which we know bounds where `bounds_annexA.tsv` knows none."""
NO_INTERVAL_OF_RANGES = "..2004-06-01/2004-06-20.."
"""Stands in `bounds_annexA.tsv`, but neither the specification nor any other program knows such ends."""


def agreed_rows() -> list[dict[str, str]]:
    """Return the rows on which the suites agree, and the examples of the standard itself."""
    with VECTORS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row for row in rows if row["class"] in {"spec", "agreed"}]


def rows_of(name: str) -> list[dict[str, str]]:
    """Return the rows of one of the corpus's files."""
    with (CORPUS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def text_of(row: dict[str, str], column: str = "input") -> str:
    """Undo the escapes of the file."""
    return row[column].replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\")


def day_of(instant_s: int | None, state: EndState, end: str) -> str:
    """Return a bound as the file writes it."""
    if instant_s is None:
        return "?" if state is EndState.UNKNOWN else end
    at = civil_from_seconds(instant_s)
    return f"{at.year}-{at.month}-{at.day}"


def test_valid_texts_are_read_and_written_back() -> None:
    rows = [row for row in agreed_rows() if row["expected"] == "valid"]
    assert len(rows) == LENGTH_OF_COUNTED[0]
    assert [text_of(row) for row in rows if str(parse(text_of(row))) != text_of(row)] == []


def test_invalid_texts_are_refused() -> None:
    rows = [row for row in agreed_rows() if row["expected"] == "invalid"]
    assert len(rows) == LENGTH_OF_COUNTED[1]
    accepted = set()
    for row in rows:
        try:
            parse(text_of(row))
        except DateError:
            continue
        accepted.add(text_of(row))
    assert accepted == POSSIBLY_TRUE


def test_bounds_are_those_expected() -> None:
    rows = [row for row in agreed_rows() if row["expected"] == "valid" and row["expected_lo"]]
    assert len(rows) > 100
    wrong = []
    for row in rows:
        date = parse(text_of(row))
        last_s = None if date.latest_s is None else date.latest_s - 1
        found = day_of(date.earliest_s, date.earliest_state, "-inf"), day_of(last_s, date.latest_state, "inf")
        expected = IN_ANOTHER_ZONE.get(text_of(row), (row["expected_lo"], row["expected_hi"]))
        if found != expected:
            wrong.append((text_of(row), found))
    assert wrong == []


def test_all_that_any_suite_calls_valid_is_read() -> None:
    texts = [text_of(row, "string") for row in rows_of("valid.tsv")]
    assert len(texts) == 570
    assert {text for text in texts if not can_be_read(text)} == set(REFUSED_ON_PURPOSE)


def test_all_that_any_suite_calls_invalid_is_refused() -> None:
    texts = [text_of(row, "string") for row in rows_of("invalid.tsv")]
    assert len(texts) == 190
    assert {text for text in texts if can_be_read(text)} == set(READ_ON_PURPOSE)


def test_the_notation_of_2012_is_refused() -> None:
    rows = rows_of("legacy_2012.tsv")
    assert len(rows) == 40
    assert [row["string"] for row in rows if can_be_read(row["string"])] == []


def test_every_example_with_a_meaning_is_among_ours() -> None:
    meant = {example.text for example in LOC_EXAMPLES}
    rows = rows_of("loc_meaning.tsv")
    assert len(rows) == 64
    assert [row["string"] for row in rows if row["string"] not in meant] == []


def expanded(instant_s: int | None, state: EndState, end: str) -> str:
    """Return a bound as `bounds_annexA.tsv` writes it."""
    if instant_s is None:
        return "null" if state is EndState.UNKNOWN else end
    at = civil_from_seconds(instant_s)
    year = f"-{-at.year:04d}" if at.year < 0 else f"{at.year:04d}"
    return f"{year}-{at.month:02d}-{at.day:02d}"


def test_bounds_are_those_of_annex_a() -> None:
    rows = rows_of("bounds_annexA.tsv")
    assert len(rows) == 53
    for row in rows:
        text = row["string"]
        if text == NO_INTERVAL_OF_RANGES:
            assert not can_be_read(text)
            continue
        date = parse(text)
        last_s = None if date.latest_s is None else date.latest_s - 1
        found = (
            expanded(date.earliest_s, date.earliest_state, "-infinity"),
            expanded(last_s, date.latest_state, "infinity"),
        )
        expected, _ = OTHER_BOUNDS.get(text, ((row["earliest"], row["latest"]), ""))
        assert found == expected, text
        assert (text in OTHER_BOUNDS) is (found != (row["earliest"], row["latest"]))
