# SPDX-License-Identifier: MIT
"""Dates at the cursor: no end, and no day of a set, is told that had not come."""

import pytest
from hypothesis import given

from tests.sample_documents import small_document
from tests.strategies import date_texts, instants
from timeline_app.chrono.date_settings import DEFAULT_SETTINGS
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import EndState
from timeline_app.chrono.instant import LIMIT_S, seconds_from_civil
from timeline_app.model.dates_then import date_then
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing

END_OF_1960 = seconds_from_civil(1961)

FERRY = small_document(
    {
        "id": "ferry",
        "date": "1959-12/1967",
        "known": "public",
        "date_as_written": "1959 to 1967",
        "sources": ["daily"],
        "before": ["1984"],
        "after": ["1950", "later"],
    },
    {"id": "walks", "date": "{1958,1960,1962}", "known": "public"},
    {"id": "boat", "date": "1960", "known": "public", "date_as_written": "1960", "sources": ["daily"]},
    {"id": "later", "date": "1961/1965", "known": "public"},
    {"id": "planned", "date": "1962/1963", "known": [{"since": "1960"}]},
    eras=[{"title": "First sailings", "date": "1959-12/1967"}],
    sources={"daily": {"title": "Daily", "kind": "press", "issued": "1959-12"}},
)
THEN = Lens(known_at=known_at_date("1960"))


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("1959-12/1967", "1959-12/.."),
        ("1959-12/1960", "1959-12/1960"),
        ("1959-12/1961~", "1959-12/1961~"),  # It may have ended by then.
        ("1959-12~/1967?", "1959-12~/.."),
        ("1961/1967", "1961/1967"),  # It was announced.
        ("../1967", "../1967"),
        ("1959/..", "1959/.."),
        ("1959/", "1959/"),
        ("julian:1959-12/julian:1967-03", "julian:1959-12/.."),
        ("{1958,1960,1962}", "{1958,1960}"),
        ("{1958,1962}", "1958"),
        ("{1958..1959,1962}", "1958/1959"),
        ("{1955..1956,1958,1962}", "{1955..1956,1958}"),
        ("{..1955,1958,1962}", "{..1955,1958}"),
        ("{1955,1958..1962}", "{1955,1958..}"),
        ("{julian:1955,julian:1958,julian:1962}", "{julian:1955,julian:1958}"),
        ("{1961,1962}", "{1961,1962}"),
        ("{1958,1959}", "{1958,1959}"),
        ("[1958,1962]", "[1958,1962]"),
        ("1960", "1960"),
    ],
)
def test_a_date_as_it_could_be_told(date: str, expected: str) -> None:
    then = date_then(parse(date), END_OF_1960, DEFAULT_SETTINGS)
    assert then.edtf == expected
    assert then == parse(expected)


def test_a_beginning_that_is_known_more_closely_stays_so() -> None:
    date = parse("1959/1967")
    start = date.parts[0]._replace(
        earliest_s=seconds_from_civil(1959, 6), fuzz_earliest_s=seconds_from_civil(1959, 6)
    )
    narrowed = date._replace(
        parts=(start, date.parts[1]), earliest_s=start.earliest_s, fuzz_earliest_s=start.fuzz_earliest_s
    )
    then = date_then(narrowed, END_OF_1960, DEFAULT_SETTINGS)
    assert then.edtf == "1959/.."
    assert then.fuzz_earliest_s == then.earliest_s == seconds_from_civil(1959, 6)
    assert then.core == (seconds_from_civil(1960), LIMIT_S)


def test_no_surface_tells_an_end_that_had_not_come() -> None:
    showing, today = Showing(FERRY, THEN), Showing(FERRY)
    assert [str(showing.date(ordinal)) for ordinal in (0, 1, 2, 4)] == [
        "1959-12/..",
        "{1958,1960}",
        "1960",
        "1962/1963",
    ]
    assert str(showing.head(0).date) == "1959-12/.."
    assert showing.dates.latest_state[0] == EndState.OPEN
    assert showing.table.dates is showing.dates
    assert showing.span_s == (seconds_from_civil(1958), seconds_from_civil(1964))
    assert [str(era.date) for era in showing.eras] == ["1959-12/.."]
    assert today.table is FERRY.events
    assert str(today.date(0)) == "1959-12/1967"
    assert str(today.eras[0].date) == "1959-12/1967"


def test_where_no_date_goes_on_the_columns_stay_as_they_are() -> None:
    document = small_document({"id": "boat", "date": "1960", "known": "public"})
    assert Showing(document, THEN).table is document.events
    document = small_document({"id": "boat", "date": "1958/1959", "known": "public"})
    assert Showing(document, THEN).table is document.events


def test_a_source_is_not_quoted_for_an_end_that_had_not_come() -> None:
    showing = Showing(FERRY, THEN)
    assert showing.event(0).date_as_written is None
    assert str(showing.event(2).date_as_written) == "1960"


def test_why_this_date_tells_nothing_of_later() -> None:
    reason = Showing(FERRY, THEN).event(0).date_reason
    assert reason is not None
    assert (str(reason.own), str(reason.placed)) == ("1959-12/..", "1959-12/..")
    assert reason.latest is None
    assert [(step.relation, str(step.date)) for step in reason.told] == [("after", "1950")]
    today = Showing(FERRY).event(0).date_reason
    assert today is not None
    assert [step.relation for step in today.told] == ["after", "after", "before"]
    assert today.latest is not None


@given(date_texts, instants)
def test_a_date_of_then_tells_of_nothing_that_begins_or_ends_later(text: str, at_s: int) -> None:
    date = parse(text)
    then = date_then(date, at_s, DEFAULT_SETTINGS)
    assert date_then(then, at_s, DEFAULT_SETTINGS) == then
    assert then.earliest_s == date.earliest_s
    assert then == date or then.latest_s is None or then.latest_s <= (date.latest_s or LIMIT_S)
