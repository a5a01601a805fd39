# SPDX-License-Identifier: MIT
"""Questions about lanes, people, places, sources, tags and dates, today and at a cursor."""

from __future__ import annotations

import pytest

from tests.sample_documents import document_of
from timeline_app.chrono.span_queries import Answer
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.search.conditions import answered
from timeline_app.search.query import parse_query

RAW: dict[str, object] = {
    "title": "A bridge",
    "lanes": {"town": {"title": "Town"}, "guild": {"title": "The town’s guild"}},
    "people": {
        "ada": {"title": "Ada Wright"},
        "ada-w": {"title": "Ada Wrightson", "names": [{"text": "架橋", "lang": "ja"}]},
        "payer": {"title": "[Bo Quill]{since=1990}"},
        "hidden": {"title": "Cy Young", "privacy": "withhold"},
    },
    "places": {"bank": {"title": "The bank"}, "bankside": {"title": "Bankside"}},
    "sources": {
        "paper": {"title": "The morning paper", "kind": "press", "issued": "1901"},
        "study": {"title": "A late study", "kind": "inquiry", "public_since": "1990", "author": [{"family": "Dee"}]},
    },
    "excerpts": {"late": {"text": "It was bought.", "source": "study"}},
    "events": [
        {"id": "built", "date": "1900/1950", "title": "Built", "lane": "town", "known": "public",
         "people": ["ada", "payer", "hidden"], "place": "bank", "sources": ["paper", "study"],
         "tags": ["scandal"]},
        {"id": "opened", "date": "1901", "title": "Opened", "lane": "guild", "known": "public",
         "people": ["ada-w"], "place": "bankside", "sources": ["paper"], "summary": "All saw. [#late]",
         "excerpts": ["late"]},
    ],
}  # fmt: skip
DOCUMENT = document_of(RAW)


def events_of(typed: str, known_at: str = "") -> list[str]:
    cursor = Lens(known_at=known_at_date(known_at)) if known_at else Lens()
    found = answered(parse_query(typed).fields, DOCUMENT, Showing(DOCUMENT, cursor)).answers
    return [DOCUMENT.events.ids[ordinal] for ordinal in range(len(found)) if found[ordinal] > Answer.NO]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("lane:town", ["built"]),
        ("lane:TOWN", ["built"]),
        ("lane:tow", ["built", "opened"]),
        ("person:ada", ["built"]),
        ('person:"Ada Wright"', ["built"]),
        ("person:wri", ["built", "opened"]),
        ("person:架橋", ["opened"]),
        ("person:架", ["opened"]),
        ("person:young", []),
        ("place:bank", ["built"]),
        ("place:ban", ["built", "opened"]),
        ("tag:scan", ["built"]),
        ("kind:inquiry", ["built", "opened"]),
        ("source:dee", ["built", "opened"]),
        ("source:study kind:press", ["built", "opened"]),
        ("ｌａｎｅ：town", ["built"]),
    ],
)
def test_who_is_called_exactly_so_is_meant_alone(typed: str, expected: list[str]) -> None:
    assert events_of(typed) == expected


@pytest.mark.parametrize(
    ("typed", "in_1920", "in_1990"),
    [
        ("person:payer", [], ["built"]),
        ("person:quill", [], ["built"]),
        ("person:ada", ["built"], ["built"]),
        ("kind:inquiry", [], ["built", "opened"]),
        ("source:dee", [], ["built", "opened"]),
        ("source:study", [], ["built", "opened"]),
        ("source:paper", ["built", "opened"], ["built", "opened"]),
        ("tag:scandal", [], []),
        ("date:1949", ["built"], ["built"]),
        ("date:1951", ["built"], []),
    ],
)
def test_at_a_cursor_nothing_answers_by_what_was_learnt_later(
    typed: str, in_1920: list[str], in_1990: list[str]
) -> None:
    assert events_of(typed, "1920") == in_1920
    assert events_of(typed, "1990") == in_1990


def test_marks_of_what_was_learnt_later_are_no_part_of_a_name() -> None:
    assert events_of("person:since") == []
    assert events_of('person:"Bo Quill"') == ["built"]
