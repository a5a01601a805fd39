# SPDX-License-Identifier: MIT
"""A good tour is left in peace; what a class would not see or have no time for is told with its line."""

from pathlib import Path

import pytest

from timeline_app.content.reader import read_text
from timeline_app.content.reading import Reading

EVENTS = """
events:
  - {id: open, title: Open, date: 1955, lane: council, known: public}
  - {id: kept, title: Kept, date: 1956, lane: council, known: [{to: public, since: 2004}]}
lanes: {council: {title: Council}, others: {title: Others}}
"""


def told(tour: str) -> list[tuple[int, str]]:
    """Return line and code of each problem of a tour that begins on line 1."""
    reading: Reading = read_text(f"tours: {{t: {{title: T, {tour}}}}}\ntitle: T\n{EVENTS}", Path("tour.yaml"))
    return [(problem.line, problem.code) for problem in reading.problems]


@pytest.mark.parametrize(
    "tour",
    [
        "stops: [{event: open, as_known_at: 1955, view: 1950/1960}]",
        "stops: [{event: kept, as_known_at: 2004}]",
        "stops: [{event: kept}]",
        "stops: [{event: open, filters: {lane: [council, others]}}]",
        "stops: [{view: 1950/1960, filters: {lane: others}}]",
        "minutes: 5, stops: [{event: open}]",
        "stops: [{minutes: 3}]",
        "minutes: 5, stops: [{minutes: 2}, {minutes: 3}, {minutes: 9, hidden: true}]",
        "minutes: 5, stops: [{minutes: 2}, {event: open}]",
        "minutes: 0.3, stops: [{minutes: 0.1}, {minutes: 0.2}]",
    ],
)
def test_nothing_is_said_of_a_good_tour(tour: str) -> None:
    assert told(tour) == []


@pytest.mark.parametrize(
    ("tour", "code"),
    [
        ("stops: [{event: kept, as_known_at: 1956}]", "stop-not-seen"),
        ("stops: [{event: kept, filters: {lane: [others]}}]", "stop-not-seen"),
        ("minutes: 5, stops: [{minutes: 6}, {event: open}]", "tour-minutes"),
        ("minutes: 5, stops: [{minutes: 2}, {minutes: 2}]", "tour-minutes"),
        ("stops: [{event: open, filters: {land: council}}]", "unknown-filter"),
    ],
)
def test_what_is_doubtful_is_told(tour: str, code: str) -> None:
    assert told(tour) == [(1, code)]


def test_a_crowd_is_counted_as_the_class_would_see_it() -> None:
    crowd = "".join(f"  - {{id: e{n}, title: E, date: 1955, lane: {'ab'[n % 2]}}}\n" for n in range(40))
    lanes = "lanes: {a: {title: A}, b: {title: B}}\n"
    stops = (
        "stops:\n  - {view: 1950/1960}\n  - {view: 1950/1960, filters: {lane: a}}\n  - {view: 1956/1960}\n"
    )
    text = f"title: T\n{lanes}events:\n{crowd}tours:\n  t:\n    title: T\n" + "".join(
        f"    {line}\n" for line in stops.splitlines()
    )
    problems = read_text(text, Path("tour.yaml")).problems
    assert [(problem.code, problem.excerpt) for problem in problems] == [("crowded-stop", "40")]


def test_a_view_that_cannot_be_read_counts_nothing() -> None:
    assert told("stops: [{view: nonsense}]") == [(1, "bad-view")]


def test_a_cursor_in_an_exhibit_in_which_nobody_knows_anything_hides_nothing() -> None:
    text = "title: T\nevents:\n  - {id: a, title: A, date: 1960}\ntours: {t: {title: T, stops: [{event: a, as_known_at: 1950}]}}\n"
    assert read_text(text, Path("tour.yaml")).problems == ()
