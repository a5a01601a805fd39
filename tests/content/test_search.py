# SPDX-License-Identifier: MIT
"""Searching the shipped exhibit finds what a table says, and tells nothing that is held back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from tests.content.search_table import (
    COVERED,
    DATES,
    ENGLISH,
    JAPANESE,
    KOREAN,
    PHRASES_AND_ACCENTS,
    QUESTIONS,
    Case,
)
from tests.content.search_table_then import PAST, THEN
from timeline_app.chrono.span_queries import Answer
from timeline_app.content.reader import read_exhibit
from timeline_app.model.document import Document
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.search.entries import entries_of
from timeline_app.search.finder import Finder, Hit
from timeline_app.search.index import SearchIndex
from timeline_app.search.kinds import EntryKind
from timeline_app.search.query import parse_query
from timeline_app.search.snippets import LENGTH

FIRST = 10
TODAY = (*ENGLISH, *PHRASES_AND_ACCENTS, *JAPANESE, *KOREAN, *QUESTIONS, *COVERED)
AT_CURSORS = [(date, case) for date, cases in THEN.items() for case in cases]


@pytest.fixture(scope="module")
def document(exhibit_file: Path) -> Document:
    found = read_exhibit(exhibit_file).document
    assert found is not None
    return found


@pytest.fixture(scope="module")
def finder(document: Document) -> Iterator[Finder]:
    index = SearchIndex()
    index.add(entries_of(document))
    yield Finder(document, index)
    index.close()


@pytest.fixture(scope="module")
def today(document: Document) -> Showing:
    return Showing(document)


@pytest.fixture(scope="module")
def then(document: Document) -> dict[str, Showing]:
    settings = document.date_settings
    return {date: Showing(document, Lens(known_at=known_at_date(date, settings))) for date in THEN}


def names(text: str) -> set[str]:
    return {name if ":" in name else f"event:{name}" for name in text.split()}


def check(case: Case, finder: Finder, showing: Showing) -> list[Hit]:
    hits = list(finder.find(parse_query(case.typed), showing))
    found = [f"{hit.kind}:{hit.id}" for hit in hits]
    assert names(case.wanted) <= set(found[:FIRST]), found[:FIRST]
    assert not names(case.unwanted) & set(found)
    assert len(found) == len(set(found))
    if not case.wanted and not case.unwanted:
        assert not found
    return hits


def answering(hits: list[Hit], answer: Answer) -> set[str]:
    return {f"{hit.kind}:{hit.id}" for hit in hits if hit.answer is answer}


@pytest.mark.parametrize("case", TODAY, ids=lambda case: case.typed)
def test_the_table_of_today(case: Case, finder: Finder, today: Showing) -> None:
    check(case, finder, today)


@pytest.mark.parametrize("case", DATES, ids=lambda case: case.typed)
def test_certain_and_possible_answers_to_dates_stand_apart(
    case: Case, finder: Finder, today: Showing
) -> None:
    hits = list(finder.find(parse_query(case.typed), today))
    certain, possible = answering(hits, Answer.YES), answering(hits, Answer.POSSIBLE)
    assert names(case.certain) <= certain
    assert names(case.possible) <= possible
    assert not names(case.unwanted) & (certain | possible)
    assert [hit.answer for hit in hits] == [Answer.YES] * len(certain) + [Answer.POSSIBLE] * len(possible)


@pytest.mark.parametrize(
    ("date", "case"), AT_CURSORS, ids=lambda part: part if isinstance(part, str) else part.typed
)
def test_the_table_at_cursors(date: str, case: Case, finder: Finder, then: dict[str, Showing]) -> None:
    check(case, finder, then[date])


@pytest.mark.parametrize("case", COVERED, ids=lambda case: case.typed)
def test_covered_words_are_found_and_not_told(case: Case, finder: Finder, today: Showing) -> None:
    covered = names(case.wanted)
    for hit in check(case, finder, today):
        if f"{hit.kind}:{hit.id}" in covered:
            assert (hit.is_covered, hit.snippet) == (True, None)
            assert case.typed.strip('"') not in hit.title.text


@pytest.mark.parametrize("typed", ["the", "1959", "red cross", "日本", "한", "returned", "kim"])
def test_lines_of_context_are_short_and_hold_what_is_lit(typed: str, finder: Finder, today: Showing) -> None:
    for hit in islice(finder.find(parse_query(typed), today), 60):
        if hit.snippet is None:
            continue
        assert len(hit.snippet.text) <= LENGTH + 2
        assert all(0 <= start < end <= len(hit.snippet.text) for start, end in hit.snippet.lit)


def test_every_hit_of_1960_is_something_that_could_be_known(
    document: Document, finder: Finder, then: dict[str, Showing]
) -> None:
    in_1960 = then[PAST]
    for typed in ("the", "red cross", "kim", "returned", "japan", "1960", "朝鮮", "북송"):
        for hit in finder.find(parse_query(typed), in_1960):
            if hit.kind is EntryKind.EVENT:
                assert in_1960.passes[hit.ordinal]
                assert not in_1960.is_veiled(hit.ordinal)
            elif hit.kind is EntryKind.SOURCE:
                assert hit.id in in_1960.source_ids
            elif hit.kind is EntryKind.EXCERPT:
                assert hit.id in in_1960.excerpt_ids
