# SPDX-License-Identifier: MIT
"""A problem's parts, its JSON, and the nearest right word."""

from timeline_app.base.messages import Message, Translator
from timeline_app.content.problems import (
    CODES,
    Place,
    Severity,
    Suggestions,
    did_you_mean,
    in_reading_order,
    problem_at,
)

ENGLISH = Translator(
    "en",
    {"problem.unknown-lane": "There is no lane “{id}”.", "problem.hint.did-you-mean": "Did you mean {word}?"},
)


def test_the_severity_follows_from_the_code() -> None:
    place = Place("f.yaml", 3, 7)
    assert problem_at(place, "unknown-lane").severity is Severity.ERROR
    assert problem_at(place, "missing-alt").severity is Severity.WARNING
    assert problem_at(place, "inverse-link").severity is Severity.HINT
    assert problem_at(place, "loose-date").severity is Severity.HINT
    assert problem_at(place, "ask-date").severity is Severity.ERROR
    assert set(CODES.values()) == set(Severity)


def test_json_has_the_fields_that_scripts_rely_on() -> None:
    hint = Message.of("problem.hint.did-you-mean", word="japan")
    problem = problem_at(Place("f.yaml", 3, 7), "unknown-lane", "japn", hint, id="japn")
    assert problem.to_json(ENGLISH) == {
        "file": "f.yaml",
        "line": 3,
        "column": 7,
        "severity": "error",
        "code": "unknown-lane",
        "message": "There is no lane “japn”.",
        "hint": "Did you mean japan?",
        "fixes": [],
    }
    choices = problem_at(Place("f", 1, 1), "ask-date", "3/4/59", None, ("1959-03-04", "1959-04-03"))
    assert choices.to_json(ENGLISH)["fixes"] == ["1959-03-04", "1959-04-03"]
    assert problem_at(Place("f", 1, 1), "unknown-lane", id="x").to_json(ENGLISH)["hint"] is None


def test_long_excerpts_are_cut() -> None:
    problem = problem_at(Place("f", 1, 1), "unknown-lane", "  " + "x" * 200)
    assert problem.excerpt == "x" * 119 + "…"


def test_problems_are_ordered_by_place_and_told_once() -> None:
    late, early = problem_at(Place("f", 9, 1), "tag"), problem_at(Place("f", 2, 5), "tag")
    assert in_reading_order([late, early, late]) == (early, late)


def test_the_nearest_word_is_found() -> None:
    assert did_you_mean("summery", ["title", "summary"]) == "summary"
    assert did_you_mean("Date_as_written", ["date", "date-as-written"]) == "date-as-written"
    assert did_you_mean("di", ["data", "id"]) == "id"
    assert did_you_mean("zebra", ["title", "summary"]) is None


def test_suggestions_stop_when_their_budget_is_used_up() -> None:
    suggestions = Suggestions(comparisons_left=3)
    assert suggestions.nearest("titel", ["title", "date"]) == "title"
    assert suggestions.nearest("titel", ["title", "date"]) is None
    assert suggestions.hint("titel", ["title"]) is None
