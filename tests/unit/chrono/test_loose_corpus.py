# SPDX-License-Identifier: MIT
"""The phrases that others have collected: ours agree with them, or a table says why not."""

import csv
from pathlib import Path

import pytest

from tests.loose_table import HUNDRED
from timeline_app.chrono.loose import Outcome, read_loose

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus" / "edtf"

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of phrases lies outside the project")

NO_YEAR = "a date without a year is not placed on a timeline: it is refused, with a hint"
POINT = "“before” and “after” date a point, which is one of the dates on that side: an interval would last"
ONE_OF = "one of two dates is a set"
ORDER = "the same choices in another order"
EXACT = "-01XX is exactly 200 to 101 BC, and is accepted here"
STRICT = "text that is EDTF is taken as EDTF; a message says how two years are written"
COARSER = "an end that is a third of a century is written as the century"
OUR_READING = "a doubt in brackets behind the date is understood"

DEVIATIONS: dict[str, tuple[str, str]] = {
    "January 12": ("", NO_YEAR),
    "January": ("", NO_YEAR),
    "before 1928": ("[..1928]", POINT),
    "earlier than 1928": ("[..1928]", POINT),
    "after 1928": ("[1928..]", POINT),
    "later than 1928": ("[1928..]", POINT),
    "before January 1928": ("[..1928-01]", POINT),
    "before 18 January 1928": ("[..1928-01-18]", POINT),
    "before approx January 18 1928": ("[..1928-01-18~]", POINT),
    "before approx January 1928": ("[..1928-01~]", POINT),
    "after approx January 1928": ("[1928-01~..]", POINT),
    "after approx Summer 1928": ("[1928-22~..]", POINT),
    "after about the 1920s": ("[192X~..]", POINT),
    "before 19th century": ("[..18XX]", POINT),
    "before the 1900s": ("['[..190X]', '[..19XX]']", POINT),
    "before about the 1900s": ("['[..190X~]', '[..19XX~]']", POINT),
    "10/7/2008": ("['2008-10-07', '2008-07-10']", ORDER),
    "1863 or 1864": ("[1863,1864]", ONE_OF),
    "1864 or 1866": ("[1864,1866]", ONE_OF),
    "2nd century bc": ("-01XX", EXACT),
    "2nd century bce": ("-01XX", EXACT),
    "1910-30": ("1910-30", STRICT),
    "1862 (uncertain)": ("1862?", OUR_READING),
    "active late 17th-19th centuries": ("16XX/18XX", COARSER),
}
"""What ours makes of a phrase, and why that is not what the collection has. Of the phrases that the collection
itself does not adopt, which it leaves empty, ours reads two."""


def rows(name: str) -> list[dict[str, str]]:
    with (CORPUS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def answer(text: str) -> str:
    """Return a reading as the file writes it."""
    reading = read_loose(text)
    return str(list(reading.choices)) if reading.outcome is Outcome.ASK else reading.edtf


def test_phrases_in_natural_language_agree_but_for_the_listed() -> None:
    found = {row["input"]: row["edtf"] for row in rows("natural_language.tsv")}
    assert len(found) > 100
    different = {text: answer(text) for text, edtf in found.items() if answer(text) != edtf}
    assert different == {text: ours for text, (ours, _) in DEVIATIONS.items()}


def test_the_hundred_phrases_of_our_table_are_those_of_the_study() -> None:
    assert [row["input"] for row in rows("loose_results.tsv")] == [text for text, _ in HUNDRED]


def test_no_phrase_of_the_study_is_read_otherwise_than_wanted() -> None:
    """The study's own prototype read 74, asked 3 and refused 23, none of them wrongly."""
    wanted = {row["input"]: (row["wanted"], row["prototype"]) for row in rows("loose_results.tsv")}
    outcomes = [read_loose(text).outcome for text in wanted]
    counts = {outcome: outcomes.count(outcome) for outcome in Outcome}
    assert counts == {Outcome.READ: 74, Outcome.ASK: 4, Outcome.REFUSE: 22}
    for text, (want, prototype) in wanted.items():
        reading = read_loose(text)
        if reading.outcome is Outcome.READ:
            # Minutes were written, and no seconds: what was wanted and the prototype could not.
            assert reading.edtf in {want, prototype}, text


def test_every_form_of_the_draft_of_2012_gets_a_hint() -> None:
    texts = [row["string"] for row in rows("legacy_2012.tsv")]
    readings = {text: read_loose(text) for text in texts}
    assert [text for text, reading in readings.items() if reading.hint is None] == []
    refused = [text for text, reading in readings.items() if reading.outcome is not Outcome.READ]
    assert refused == ["2001-02-03^xyz", "2003-23^european"]
