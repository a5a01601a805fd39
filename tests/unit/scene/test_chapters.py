# SPDX-License-Identifier: MIT
"""Eras and decades as chapters: which one a date begins in, and the way from one to another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_documents import document_of, small_document
from tests.stages import ENGLISH, stage_of
from tests.strategies import documents
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.model.showing import Showing
from timeline_app.scene.chapters import decade_in_words, era_at
from timeline_app.scene.walk import CHAPTER_STEPS

VOYAGES = document_of(
    {
        "title": "Voyages",
        "lanes": {"sea": {"title": "At sea"}},
        "eras": [
            {"id": "plans", "title": "Plans", "date": "1957/1959-07"},
            {"id": "ships", "title": "Ships", "date": "1960/1967"},
            {"id": "late", "title": "Late years", "date": "1971/.."},
        ],
        "events": [
            {"id": event_id, "title": event_id, "date": date, "lane": "sea"}
            for event_id, date in (
                ("before", "1948-05-01"),
                ("talks", "1957-03-01"),
                ("letter", "1958-03-01"),
                ("between", "1959-11-01"),
                ("first-ship", "1960-02-01"),
                ("second-ship", "1961-02-01"),
                ("pause", "1969-02-01"),
                ("again", "1971-06-01"),
                ("last", "1984-07-01"),
            )
        ]
        + [{"id": "undated", "title": "Some time", "lane": "sea"}],
    }
)


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("1958-03-01", "the 1950s"),
        ("1959-12-31", "the 1950s"),
        ("1960", "the 1960s"),
        ("1900-01", "the 1900s"),
        ("195X", "the 1950s"),
        # Of an interval the beginning counts.
        ("1958/1963", "the 1950s"),
        ("1958/..", "the 1950s"),
        ("../1963", ""),
        # Somewhere in a century, or in one of two decades: nobody knows in which.
        ("19XX", ""),
        ("[1958,1961]", ""),
        # There is no such word.
        ("0045-03-15", ""),
        ("-0044-03-15", ""),
        ("Y-13800000000", ""),
    ],
)
def test_a_date_begins_in_a_decade_where_that_is_known_and_has_a_name(date: str, words: str):
    assert decade_in_words(parse(date), ENGLISH) == words


def test_an_instant_lies_in_an_era_or_in_none():
    showing = Showing(VOYAGES)
    told = [era_at(showing, seconds_from_civil(year, 3)) for year in (1948, 1958, 1965, 1969, 2020)]
    assert told == ["", "Plans", "Ships", "", "Late years"]


@pytest.mark.parametrize(
    ("here", "step", "there"),
    [
        ("before", "next-decade", "talks"),
        ("letter", "next-decade", "first-ship"),
        ("second-ship", "next-decade", "again"),
        ("again", "next-decade", "last"),
        ("last", "next-decade", None),
        # Back to the first event of the decade before, not to its last.
        ("last", "previous-decade", "again"),
        ("pause", "previous-decade", "talks"),
        ("before", "previous-decade", None),
        ("before", "next-era", "talks"),
        ("letter", "next-era", "first-ship"),
        # From outside any era on to the next that begins.
        ("between", "next-era", "first-ship"),
        ("pause", "next-era", "again"),
        ("last", "next-era", None),
        ("last", "previous-era", "first-ship"),
        ("between", "previous-era", "talks"),
        ("talks", "previous-era", None),
    ],
)
def test_a_step_leads_to_the_first_event_of_the_next_chapter(here: str, step, there: str | None):
    stage = stage_of(VOYAGES)
    showing = stage.fitted.showing
    ordinal = showing.ordinal(here)
    assert ordinal is not None
    found = stage.neighbour(ordinal, step)
    assert (showing.event_id(found) if found is not None else None) == there


def test_beside_an_event_without_a_place_there_is_no_chapter():
    stage = stage_of(VOYAGES)
    ordinal = stage.fitted.showing.ordinal("undated")
    assert ordinal is not None
    assert [stage.neighbour(ordinal, step) for step in CHAPTER_STEPS] == [None] * 4


def test_an_era_without_a_beginning_comes_before_all_others():
    stage = stage_of(
        document_of(
            {
                "title": "Two eras",
                "lanes": {"town": {"title": "Town"}},
                "eras": [
                    {"id": "old", "title": "Old times", "date": "../1949"},
                    {"id": "new", "title": "New times", "date": "1950/.."},
                ],
                "events": [
                    {"id": "a", "title": "A", "date": "1900", "lane": "town"},
                    {"id": "b", "title": "B", "date": "1955", "lane": "town"},
                ],
            }
        )
    )
    assert stage.neighbour(0, "next-era") == 1
    assert stage.neighbour(1, "previous-era") == 0
    assert stage.neighbour(0, "previous-era") is None


def test_years_before_our_era_have_decades_to_walk_too():
    stage = stage_of(
        small_document(
            {"id": "a", "date": "-0058"}, {"id": "b", "date": "-0055"}, {"id": "c", "date": "-0044-03-15"}
        )
    )
    assert stage.neighbour(0, "next-decade") == 2
    assert stage.neighbour(2, "previous-decade") == 0


@given(documents, st.sampled_from(CHAPTER_STEPS))
def test_the_way_through_the_chapters_comes_to_an_end_and_meets_none_twice(document, step):
    stage = stage_of(document)
    placed = [ordinal for ordinal in range(len(document.events)) if stage.is_placed(ordinal)]
    for first in placed[:3]:
        path = [first]
        while (following := stage.neighbour(path[-1], step)) is not None:
            path.append(following)
            assert len(path) <= len(placed)
        assert len(set(path)) == len(path)
