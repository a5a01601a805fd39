# SPDX-License-Identifier: MIT
"""The second cursor: which events were known by then, to whom, and the moments through which one steps."""

from pathlib import Path

import pytest
from hypothesis import given

from tests.sample_documents import small_document
from tests.strategies import instants
from timeline_app.base.errors import DateError
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.span_queries import Answer
from timeline_app.content.reader import read_text
from timeline_app.model import publicity
from timeline_app.model.document import Document
from timeline_app.model.known_at import (
    ALL_KNOWN,
    Knowers,
    Knowledge,
    KnownAt,
    KnownMoment,
    known_at_date,
    known_at_second,
)
from timeline_app.model.lens import Lens
from timeline_app.model.records import Audience
from timeline_app.model.showing import Showing


def end_of(date: str) -> int:
    end_s = parse(date).latest_s
    assert end_s is not None
    return end_s


def at(date: str, audience: Audience = "public", where: str = "") -> Lens:
    return Lens(known_at=known_at_date(date, audience=audience, where=where))


def shown(document: Document, lens: Lens) -> list[str]:
    """Return the ids of the events that pass, those of which nothing may be said in brackets."""
    showing = Showing(document, lens)
    found = []
    for ordinal, event_id in enumerate(document.events.ids):
        if showing.ordinal(event_id) is not None:
            found.append(f"({event_id})" if showing.is_veiled(ordinal) else event_id)
    return found


PIER = small_document(
    {"id": "opened", "date": "1959-08", "known": "public"},
    {"id": "planned", "date": "1957", "known": [{"to": "governments", "where": "JP", "since": "1957-05"}]},
    {
        "id": "agreed",
        "date": "1958-02-01",
        "known": [
            {"to": "participants", "since": "1958-02-01", "extent": "whole"},
            {"to": "public", "where": "KR", "since": "1958-03", "extent": "rumour"},
            {"to": "public", "where": "JP", "since": "2004", "extent": "part"},
        ],
    },
    {"id": "counted", "date": "1961/1965", "known": "public"},
    {"id": "unsaid", "date": "1956"},
    {"id": "some-day", "date": "1956", "known": [{"to": "public"}]},
    {"id": "undated"},
    {"id": "undated-public", "known": "public"},
    {"id": "undated-known", "known": [{"since": "1958?"}]},
)


# -- the cursor -------------------------------------------------------------------------------------


def test_a_typed_date_counts_to_its_end() -> None:
    assert known_at_date("1960") == KnownAt(end_of("1960"), "1960")
    assert known_at_date("1959/1960-06", audience="families", where="KR") == KnownAt(
        end_of("1960-06"), "1959/1960-06", "families", "KR"
    )


def test_a_date_without_an_end_gives_no_cursor() -> None:
    assert known_at_date("1959/..") is None
    assert known_at_date("XXXX-12-25") is None
    with pytest.raises(DateError):
        known_at_date("long ago")


def test_a_second_counts_to_the_end_of_the_day_before_it() -> None:
    assert known_at_second(end_of("1960")) == KnownAt(end_of("1960"), "1960-12-31")
    noon = known_at_second(end_of("1960-12-31") - 40_000, "governments", "JP")
    assert noon == KnownAt(end_of("1960"), "1960-12-31", "governments", "JP")


@given(instants)
def test_a_second_at_any_age_is_a_date_that_can_be_typed(at_s: int) -> None:
    cursor = known_at_second(at_s)
    assert cursor.at_s >= at_s
    assert known_at_date(cursor.text) == cursor


# -- which events pass ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lens", "expected"),
    [
        (Lens(), list(PIER.events.ids)),
        (at("1955"), []),
        (at("1956"), ["(unsaid)", "(some-day)"]),
        (at("1957"), ["(unsaid)", "(some-day)"]),
        (at("1957", "governments"), ["planned", "(unsaid)", "(some-day)"]),
        (at("1957", "governments", "KR"), ["(unsaid)", "(some-day)"]),
        (at("1958"), ["agreed", "(unsaid)", "(some-day)", "undated-known"]),
        (at("1958", where="JP"), ["(unsaid)", "(some-day)", "undated-known"]),
        (at("1958", "participants", "JP"), ["agreed", "(unsaid)", "(some-day)", "undated-known"]),
        (at("1958", where="FR"), ["(unsaid)", "(some-day)", "undated-known"]),
        (at("1960"), ["opened", "agreed", "(unsaid)", "(some-day)", "undated-known"]),
        (at("1962", where="JP"), ["opened", "counted", "(unsaid)", "(some-day)", "undated-known"]),
        (at("2004", where="JP"), ["opened", "agreed", "counted", "(unsaid)", "(some-day)", "undated-known"]),
    ],
)
def test_what_was_known(lens: Lens, expected: list[str]) -> None:
    assert shown(PIER, lens) == expected
    assert Showing(PIER, lens).event_count == len(expected)


def test_doubtful_dates_answer_possibly() -> None:
    showing = Showing(PIER, at("1959-08-15"))
    answers = dict(zip(PIER.events.ids, showing.answers.tolist(), strict=True))
    assert answers["opened"] == Answer.POSSIBLE  # It opened on some day of that month.
    assert answers["agreed"] == Answer.YES
    assert answers["undated-known"] == Answer.POSSIBLE
    assert answers["unsaid"] == Answer.POSSIBLE  # Nobody knows.
    assert answers["planned"] == Answer.NO


def test_an_exhibit_that_tells_nobody_knew_offers_no_cursor() -> None:
    document = small_document({"id": "a", "date": "1956"})
    silent = Showing(document)
    assert not silent.offers_known_at
    assert shown(document, at("1950")) == ["a"]
    assert Showing(document, at("1950")).lens == Lens()
    assert silent.known_moments == ()
    assert silent.known_countries == ()
    assert Showing(PIER).offers_known_at
    assert Showing(PIER).known_countries == ("JP", "KR")


# -- what was known of one event --------------------------------------------------------------------


def knowledge(event_id: str, lens: Lens) -> Knowledge:
    showing = Showing(PIER, lens)
    return showing.knowledge(PIER.events.ordinal_of[event_id])


def test_without_a_cursor_all_is_known() -> None:
    assert knowledge("planned", Lens()) is ALL_KNOWN


def test_how_far_it_was_known_grows() -> None:
    assert knowledge("agreed", at("1958")).extent == "rumour"
    assert knowledge("agreed", at("2004")).extent == "part"
    assert knowledge("agreed", at("1958", "participants")).extent == "whole"
    assert knowledge("opened", at("1960")) == Knowledge(Answer.YES, "whole", "public")
    assert knowledge("unsaid", at("1960")) == Knowledge(Answer.POSSIBLE, "", "public")


def test_who_knew_while_the_public_did_not() -> None:
    assert knowledge("planned", at("1958", "governments")).only_to == (Knowers("governments", "JP"),)
    assert knowledge("agreed", at("1958", "participants", "JP")).only_to == (Knowers("participants", ""),)
    assert knowledge("agreed", at("1958", "participants")).only_to == ()
    assert knowledge("planned", at("1958")).answer is Answer.NO


def test_public_then_but_we_cite_later_sources() -> None:
    document = small_document(
        {"id": "both", "date": "1959", "known": "public", "sources": ["daily", "study"]},
        {"id": "later", "date": "1959", "known": "public", "summary": "Opened. [@study]"},
        {"id": "quoted", "date": "1959", "known": "public", "excerpts": ["words", "loose"]},
        {"id": "none", "date": "1959", "known": "public"},
        sources={
            "daily": {"title": "Daily", "kind": "press", "issued": "1959-08-14"},
            "study": {"title": "Study", "kind": "scholarship", "issued": "2007"},
        },
        excerpts={"words": {"source": "study", "text": "It opened."}, "loose": {"text": "So."}},
    )
    then, today = Showing(document, at("1960")), Showing(document, at("2010"))
    assert [then.knowledge(ordinal).cites_later for ordinal in range(4)] == [False, True, True, False]
    assert not any(today.knowledge(ordinal).cites_later for ordinal in range(4))


# -- stepping ---------------------------------------------------------------------------------------


def test_moments_are_those_at_which_something_became_public() -> None:
    assert Showing(PIER).known_moments == (
        KnownMoment(end_of("1958-03"), "1958-03", 1),
        KnownMoment(end_of("1958"), "1958", 1),
        KnownMoment(end_of("1959-08"), "1959-08", 1),
        KnownMoment(end_of("1961"), "1961", 1),
        KnownMoment(end_of("2004"), "2004", 1),
    )


def test_moments_follow_the_audience_and_the_country_and_not_the_cursor() -> None:
    texts = [moment.text for moment in Showing(PIER, at("1950", "governments", "JP")).known_moments]
    assert texts == ["1957-05", "1958", "1959-08", "1961", "2004"]
    assert Showing(PIER, at("1950")).known_moments == Showing(PIER, at("2020")).known_moments


def test_sources_make_moments_and_equal_ones_are_one() -> None:
    document = small_document(
        {"id": "a", "date": "1959", "known": "public"},
        {"id": "b", "date": "[1958,1959]", "known": "public"},
        {"id": "c", "date": "../1961", "known": "public"},
        {"id": "d", "date": "1957~/1961", "known": "public"},
        sources={
            "press": {"title": "Daily", "kind": "press", "issued": "1959-12-31"},
            "letter": {"title": "Letter", "kind": "document", "issued": "1950"},
            "opened": {"title": "File", "kind": "document", "issued": "1950", "public_since": "2004-09~"},
        },
    )
    moments = Showing(document).known_moments
    # What began at some time about 1957, but not after 1961, is certain by a day that is no date of the exhibit's own.
    assert [(moment.text, moment.count) for moment in moments] == [
        ("1959", 3),
        ("1961-12-31", 1),
        ("2004-09", 1),
    ]


def test_a_derived_date_makes_a_moment_of_a_day() -> None:
    exhibit = """
title: Minase
events:
  - {id: first, title: First, date: 1959-08-13}
  - {id: second, title: Second, after: first, before: "1960", known: public}
"""
    document = read_text(exhibit, Path("minase.yaml")).document
    assert document is not None
    (moment,) = Showing(document).known_moments
    assert (moment.text, moment.at_s) == ("1960-12-31", end_of("1960"))
    assert shown(document, at("1959-07")) == []
    assert shown(document, at("1959")) == ["(first)", "second"]


def test_a_source_that_does_not_exist_was_never_in_print() -> None:
    assert PIER.publicity.prints.date_of("nothing") is None
    assert PIER.publicity.prints.in_print("nothing", end_of("2020")) is Answer.NO


def test_too_many_moments_are_taken_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publicity, "MOST_MOMENTS", 3)
    document = small_document(
        *({"id": f"year-{year}", "date": str(year), "known": "public"} for year in range(1950, 1957))
    )
    moments = Showing(document).known_moments
    assert [(moment.text, moment.count) for moment in moments] == [("1951", 2), ("1953", 2), ("1956", 3)]
