# SPDX-License-Identifier: MIT
"""One exhibit in YAML, in JSON and with one event a line: the same document, the same problems, the same places."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kept_exhibits import PLACED, plain
from timeline_app.base.messages import Message
from timeline_app.content.reader import read_text
from timeline_app.content.reading import Reading
from timeline_app.model.document import Document
from timeline_app.model.event_uses import HAS_KNOWN, IS_PUBLIC
from timeline_app.model.showing import Showing

Json = dict[str, Any]


def as_lines(exhibit: Json) -> str:
    """Return an exhibit with its header first and each event on a line of its own."""
    header = {name: value for name, value in exhibit.items() if name != "events"}
    return "\n".join(json.dumps(each, ensure_ascii=False) for each in [header, *exhibit.get("events", [])])


def as_json(exhibit: Json) -> str:
    return json.dumps(exhibit, ensure_ascii=False, indent=1)


def told(reading: Reading) -> list[tuple[str, Message, Message | None]]:
    return sorted(((p.code, p.message, p.hint) for p in reading.problems), key=repr)


def placed(reading: Reading) -> list[tuple[int, int, str, Message, Message | None, str]]:
    return sorted(
        ((p.line, p.column, p.code, p.message, p.hint, p.excerpt) for p in reading.problems), key=repr
    )


def content(document: Document | None) -> object:
    """Return all that a document says, whatever it is kept in."""
    if document is None:
        return None
    events = document.events
    uses = events.uses
    assert uses is not None
    columns = (
        uses.flags,
        uses.sources.offsets,
        uses.sources.values,
        uses.excerpts.offsets,
        uses.excerpts.values,
    )
    return [
        plain(document.about),
        plain(document.lanes),
        plain(list(events.records)),
        list(events.ids),
        [events.ordinal_of[event_id] for event_id in events.ids],
        plain(events.dates),
        events.importance.tolist(),
        events.lane_offsets.tolist(),
        events.lane_values.tolist(),
        [column.tolist() for column in columns],
        plain(dict(events.derivations)),
        plain(list(document.links)),
        plain(document.eras),
        [
            plain(dict(part))
            for part in (document.places, document.people, document.sources, document.excerpts)
        ],
        plain(dict(document.claims)),
        plain(dict(document.tours)),
        plain(document.silences),
    ]


def assert_alike(exhibit: Json) -> tuple[Reading, Reading, Reading]:
    text = as_json(exhibit)
    readings = (
        read_text(text, Path("exhibit.yaml")),
        read_text(text, Path("exhibit.json")),
        read_text(as_lines(exhibit), Path("exhibit.jsonl")),
    )
    by_yaml, by_json, by_lines = readings
    assert placed(by_json) == placed(by_yaml)
    assert told(by_lines) == told(by_yaml)
    assert content(by_json.document) == content(by_yaml.document)
    assert content(by_lines.document) == content(by_yaml.document)
    return readings


def loaded(text: str) -> Json:
    """Return a YAML text as plain data in which every scalar is a text."""
    found: Json = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - it makes nothing but texts.
    return found


def test_the_built_in_exhibit_is_the_same_in_every_form(project_root: Path) -> None:
    exhibit = loaded((project_root / "events.yaml").read_text("utf-8"))
    by_yaml, by_json, by_lines = assert_alike(exhibit)
    assert not by_json.problems
    assert by_lines.document is not None
    assert len(by_lines.document.events) > 50
    assert by_yaml.document is not None


@pytest.mark.parametrize("name", ["big-bang", "caesar"])
def test_the_examples_are_the_same_in_every_form(project_root: Path, name: str) -> None:
    found = sorted((project_root / "resources" / "examples").rglob(f"*{name}*.yaml"))
    assert found
    assert_alike(loaded(found[0].read_text("utf-8")))


def test_who_knew_of_an_event_is_flagged_in_every_form() -> None:
    exhibit = {
        "title": "Minase",
        "events": [
            {"title": "Printed", "date": "1959-08-14", "known": "public"},
            {"title": "Whispered", "date": "1959", "known": [{"to": "families", "since": "1960"}]},
            {"title": "Signed [in secret]{since=2004}", "date": "1959"},
        ],
    }
    for reading in assert_alike(exhibit):
        assert reading.document is not None
        events = reading.document.events
        assert events.uses is not None
        assert events.uses.flags.tolist() == [IS_PUBLIC, HAS_KNOWN, 0]
        assert Showing(reading.document).label(2).text == "Signed in secret"


def test_a_source_that_is_listed_twice_is_used_once_in_every_form() -> None:
    exhibit = {
        "title": "Minase",
        "sources": {"ledger": {"title": "Ledger"}, "letter": {"title": "Letter"}},
        "events": [{"title": "Printed", "sources": ["letter", "ledger", "letter"]}],
    }
    for reading in assert_alike(exhibit):
        assert reading.document is not None
        assert reading.document.events.uses is not None
        assert reading.document.events.uses.sources.values.tolist() == [1, 0]


def test_faults_of_every_kind_are_the_same_in_every_form() -> None:
    _, _, by_lines = assert_alike(loaded(PLACED))
    codes = {problem.code for problem in by_lines.problems}
    assert {"unknown-source", "file-not-found", "out-of-range", "missing-translation"} <= codes


IDS = st.sampled_from(["a", "b", "c", "storm", "bad id", "x-1"])
DATES = st.sampled_from(
    [
        "1955",
        "1955-02",
        "1955-02-30",
        "1955/1960",
        "1960/1955",
        "early 1958",
        "1950~",
        "3/4/1955",
        "",
        "soon",
        1959,
    ]
)
TEXTS = st.one_of(
    st.sampled_from(
        ["The storm", "Calm", "Hafen", "港", "It blew. [@s]", "It blew [@nobody].", "a\tb", ' "x": y ', ""]
    ),
    st.dictionaries(
        st.sampled_from(["en", "ja", "zz-bad-"]), st.sampled_from(["Storm", "嵐", ""]), max_size=2
    ),
)
LINKS = st.fixed_dictionaries(
    {"to": IDS, "kind": st.sampled_from(["led-to", "response-to", "same-as", "ledto"])},
    optional={"why": TEXTS, "sources": st.lists(st.sampled_from(["s", "t", "nobody"]), max_size=2)},
)
EVENTS = st.fixed_dictionaries(
    {"title": TEXTS},
    optional={
        "id": IDS,
        "date": DATES,
        "lane": st.one_of(
            st.sampled_from(["crew", "town", "none"]),
            st.lists(st.sampled_from(["crew", "town", "none"]), max_size=3),
        ),
        "importance": st.sampled_from([1, 5, 9, "2", "much", None]),
        "summary": TEXTS,
        "tags": st.lists(st.sampled_from(["a", "b", ""]), max_size=2),
        "sources": st.lists(
            st.one_of(st.sampled_from(["s", "t", "nobody"]), st.just({"source": "s", "locator": "p. 4"})),
            max_size=2,
        ),
        "excerpts": st.lists(st.sampled_from(["x", "y"]), max_size=2),
        "after": st.one_of(IDS, DATES, st.lists(IDS, max_size=2)),
        "before": st.one_of(IDS, st.lists(IDS, max_size=2)),
        "links": st.lists(LINKS, max_size=3),
        "place": st.sampled_from(["niigata", "nigata"]),
        "people": st.lists(st.sampled_from(["ada", "eve"]), max_size=2),
        "predict": st.sampled_from([True, False, "yes"]),
        "claims": st.fixed_dictionaries(
            {"wind": st.just({"about": "Wind", "accounts": [{"says": "Strong"}]})}
        ),
        "colour": st.just("red"),
        "figure": st.just({"title": "Boats", "data": [["May", 3]], "source": "t"}),
    },
)


@settings(max_examples=150, deadline=None)
@given(st.lists(EVENTS, max_size=7), st.booleans())
def test_whatever_events_hold_every_form_says_the_same(events: list[Json], has_languages: bool) -> None:
    exhibit: Json = {
        "title": "T",
        "languages": ["en", "ja"] if has_languages else ["en"],
        "lanes": {"town": {"title": "Town"}, "crew": {"title": "Crew", "parent": "town"}},
        "places": {"niigata": {"title": "Niigata"}},
        "people": {"ada": {"title": "Ada"}},
        "sources": {"s": {"title": "S"}, "t": {"title": "T"}},
        "excerpts": {"x": {"text": "words", "source": "s"}},
        "events": events,
    }
    assert_alike(exhibit)


def test_packed_columns_have_the_types_that_listed_ones_have() -> None:
    exhibit: Json = {
        "title": "T",
        "events": [{"title": "A", "date": "1955"}, {"title": "B", "date": "early 1956"}],
    }
    by_yaml, _, by_lines = assert_alike(exhibit)
    assert by_yaml.document is not None
    assert by_lines.document is not None
    for name in ("importance", "lane_offsets", "lane_values"):
        ours, theirs = (getattr(each.document.events, name) for each in (by_lines, by_yaml) if each.document)
        assert ours.dtype == theirs.dtype, name
    assert isinstance(by_lines.document.events.dates.earliest_s, np.ndarray)


def test_many_links_are_found_as_few_are(monkeypatch: pytest.MonkeyPatch) -> None:
    from timeline_app.content import build_packed, event_rows

    monkeypatch.setattr(build_packed, "MANY", 2)
    monkeypatch.setattr(event_rows, "MANY", 2)
    events: list[Json] = [{"title": "T", "id": "e0", "date": "1900"}]
    for n in range(1, 8):
        link = {"to": f"e{n - 1}", "kind": "response-to"}
        events.append(
            {"title": "T", "id": f"e{n}", "date": f"{1900 + n}", "links": [link], "after": f"e{n - 1}"}
        )
    _, _, by_lines = assert_alike({"title": "T", "events": events})
    assert not by_lines.problems
    assert by_lines.document is not None
    assert len(by_lines.document.links) == 7
