# SPDX-License-Identifier: MIT
"""The published examples and the test suites of other libraries: what they agree on holds here too."""

import csv
from pathlib import Path

import pytest

from timeline_app.base.errors import DateError
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import EndState
from timeline_app.chrono.instant import civil_from_seconds

VECTORS = Path(__file__).resolve().parents[4] / "shared" / "corpus" / "edtf" / "edtf_results.tsv"

pytestmark = pytest.mark.skipif(
    not VECTORS.is_file(), reason="the corpus of test vectors lies outside the project"
)

POSSIBLY_TRUE = {"0000-02/0000", "0000-01-03/0000-01", "2004-06-11%/2004-%06", "2004-06-11%/2004-06~"}
"""Intervals whose ends overlap: others refuse them, but they can be true."""
LENGTH_OF_COUNTED = (342, 131)


def agreed_rows() -> list[dict[str, str]]:
    """Return the rows on which the suites agree, and the examples of the standard itself."""
    with VECTORS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row for row in rows if row["class"] in {"spec", "agreed"}]


def text_of(row: dict[str, str]) -> str:
    """Undo the escapes of the file."""
    return row["input"].replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\")


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
        if found != (row["expected_lo"], row["expected_hi"]):
            wrong.append((text_of(row), found))
    assert wrong == []
