# SPDX-License-Identifier: MIT
"""What can be wrong with JSON: each fault is told once, in its place, with what to do, and costs the smallest part."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.base.messages import Translator
from timeline_app.content.cache import keep_reading
from timeline_app.content.json_tree import REASONS, compose_json
from timeline_app.content.node_tree import Findings, Spot
from timeline_app.content.problems import CODES
from timeline_app.content.reader import read_exhibit, read_text
from timeline_app.content.reading import Reading
from timeline_app.content.syntax_faults import SyntaxFault

HEADER = '{"title": "T", "lanes": {"crew": {"title": "Crew"}}}'
GOOD = '{"title": "Good", "id": "good", "date": "1955", "lane": "crew"}'


LANELESS = '{"title": "Good", "id": "good", "date": "1955"}'


class Case(NamedTuple):
    """A line, the code of its only problem, its column, and a word of the message or hint."""

    line: str
    code: str
    column: int
    word: str = ""


CASES = [
    Case('{"title": "A" "id": "a"}', "bad-json", 15, "comma is missing"),
    Case('{"title": "A",}', "bad-json", 14, "nothing follows"),
    Case('{"title": "A", "tags": ["x",]}', "bad-json", 28, "nothing follows"),
    Case('{"title": "A", "tags": ["x" "y"]}', "bad-json", 29, "comma is missing"),
    Case("{'title': 'A'}", "bad-json", 2, "double quotes"),
    Case('{title: "A"}', "bad-json", 2, "double quotes"),
    Case('{"title": A}', "bad-json", 11, "a value must stand"),
    Case('{"title": "A", "importance": 03}', "bad-json", 30, "a value must stand"),
    Case('{"title": "A", "importance": NaN}', "bad-json", 30, "a value must stand"),
    Case('{"title": "A", "predict": True}', "bad-json", 27, "a value must stand"),
    Case('{"title": }', "bad-json", 11, "a value must stand"),
    Case('{"title": "A\\q"}', "bad-json", 13, "backslash"),
    Case('{"title": "A\\u12g4"}', "bad-json", 14, "backslash"),
    Case('{"title": "A\\ud800"}', "bad-json", 11, "backslash"),
    Case('{"title": "A\tB"}', "bad-json", 13, "tab"),
    Case('{"title": "A"} {"title": "B"}', "bad-json", 16, "line of its own"),
    Case('{"title": "A"} // remark', "bad-json", 16, "behind its end"),
    Case('{"title": "A", // remark', "bad-json", 16, "remark"),
    Case("# remark", "bad-json", 1, "remark"),
    Case('{"title": "A', "unclosed-quote", 11, "closing"),
    Case('{"title": "A"', "unclosed-bracket", 1, "closed"),
    Case('{"title": "A", "tags": ["x"', "unclosed-bracket", 24, "closed"),
    Case('{"title": "A", "tags": ["x"}', "unclosed-bracket", 24, "closed"),
    Case('{"title": "A"]', "unclosed-bracket", 1, "closed"),
    Case('{"title" "A"}', "missing-colon", 2, "colon"),
    Case('{"title": "A", "tags": ' + "[" * 70 + "]" * 70 + "}", "too-deep", 87, "64"),
    Case('["A"]', "wrong-type", 1, "fields with values"),
    Case('"A"', "wrong-type", 1, "fields with values"),
    Case("null", "empty-entry", 1),
    Case('{"title": "A\x07"}', "control-character", 13, "U+0007"),
    Case('{"title": "A\\u0000B"}', "control-character", 11, "U+0000"),
    Case('{"title": "A", "title": "B"}', "duplicate-key", 16, "title"),
    Case('{"title" : "A", "title": "B"}', "duplicate-key", 17, "title"),
    Case('{"title": "A", "tilte": "B"}', "unknown-field", 16, "title"),
    Case('{"title": "A", "lane": "crow"}', "unknown-lane", 24, "crew"),
    Case('{"title": "A", "date": "1955-02-30"}', "bad-date", 24, "1955-02"),
    Case('{"title": "A", "date": "early 1958"}', "loose-date", 24, "early 1958"),
    Case('{"title": "A", "id": "good"}', "duplicate-id", 22, "good"),
    Case('{"title": "A", "links": [{"to": "god", "kind": "led-to"}]}', "unknown-event", 33, "good"),
    Case('{"title": "A", "importance": 9}', "out-of-range", 30, "from 1 to 5"),
    Case('{"title": "A", "summary": "It blew. [@ledger]"}', "unknown-source", 38, "ledger"),
]


def lines(*each: str) -> Reading:
    return read_text("\n".join(each), Path("exhibit.jsonl"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.line[:40])
def test_a_faulty_line_is_told_once_and_loses_only_itself(case: Case, english: Translator) -> None:
    reading = lines(HEADER, GOOD, case.line, '{"title": "Last", "id": "last"}')
    (problem,) = reading.problems
    assert (problem.code, problem.line, problem.column) == (case.code, 3, case.column)
    words = english.text(problem.message) + " " + (english.text(problem.hint) if problem.hint else "")
    assert case.word in words
    assert "problem." not in words
    document = reading.document
    assert document is not None
    ids = list(document.events.ids)
    assert ids[0] == "good"
    assert ids[-1] == "last"
    assert document.events.records[0].title.first == "Good"


def test_the_same_faults_in_one_mapping_lose_one_element(english: Translator) -> None:
    for case in CASES:
        if case.line in {"# remark", '{"title": "A", "tags": ["x"'} or "//" in case.line:
            continue  # In one mapping these mean something else.
        text = (
            f'{{"title": "T", "lanes": {{"crew": {{"title": "Crew"}}}}, "events": [\n{GOOD},\n{case.line},\n'
        )
        text += '{"title": "Last", "id": "last"}\n]}\n'
        reading = read_text(text, Path("exhibit.json"))
        document = reading.document
        assert document is not None, case.line
        assert case.code in {problem.code for problem in reading.problems}, case.line
        assert document.events.ids[0] == "good", case.line
        assert document.events.ids[len(document.events) - 1] == "last", case.line


def test_every_reason_has_words_and_a_case(english: Translator) -> None:
    told: set[str] = set()
    for case in CASES:
        for problem in lines(HEADER, GOOD, case.line).problems:
            told |= {str(value.key) for _, value in problem.message.params if hasattr(value, "key")}
    assert {f"problem.json.{reason}" for reason in REASONS} <= told
    for reason in REASONS:
        assert english.say(f"problem.hint.json-{reason}")


def test_a_first_line_is_a_header_if_no_event_could_be_it() -> None:
    only_title = lines('{"title": "Moon landings"}', '{"title": "Apollo 11 lands", "date": "1969-07-20"}')
    assert only_title.document is not None
    assert only_title.document.title.first == "Moon landings"
    assert len(only_title.document.events) == 1
    none = read_text('{"title": "Apollo 11 lands", "date": "1969-07-20"}\n{"title": "B"}', Path("moon.jsonl"))
    assert none.document is not None
    assert none.document.title.first == "moon"
    assert len(none.document.events) == 2
    assert not none.problems
    by_format = lines('{"format": 1, "title": "T", "old_style": "julian"}', LANELESS)
    assert by_format.document is not None
    assert by_format.document.about.old_style == "julian"


def test_a_broken_header_does_not_make_every_lane_unknown() -> None:
    reading = lines(
        '{"title": "T", "lanes": {"crew": {"title": "Crew"}}', GOOD, GOOD.replace("good", "other")
    )
    (problem,) = reading.problems
    assert (problem.code, problem.line) == ("unclosed-bracket", 1)
    assert reading.document is not None
    assert len(reading.document.events) == 2


def test_events_stand_below_the_header_and_not_in_it(english: Translator) -> None:
    reading = lines('{"title": "T", "events": [{"title": "A"}]}', '{"title": "B"}')
    (problem,) = reading.problems
    assert (problem.code, problem.line, problem.column) == ("unknown-field", 1, 16)
    assert problem.hint is not None
    assert "line of its own" in english.text(problem.hint)
    assert reading.document is not None
    assert [event.title.first for event in reading.document.events.records] == ["B"]


def test_an_id_that_was_lost_is_not_also_unknown() -> None:
    link = '{"title": "L", "links": [{"to": "lost", "kind": "led-to"}]}'
    reading = lines(HEADER, link, '{"id": "lost", "title": "A" "date": "1955"}')
    assert [problem.code for problem in reading.problems] == ["bad-json"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty-file"),
        ("\n \n", "empty-file"),
        ("[]", "list-at-top"),
        ("just words", "not-an-exhibit"),
        ("{}", "not-an-exhibit"),
    ],
)
def test_what_is_no_exhibit_is_said_in_one_word(text: str, code: str) -> None:
    reading = read_text(text, Path("exhibit.json"))
    assert reading.document is None
    assert [problem.code for problem in reading.problems][:1] == [code]


def test_an_empty_file_of_lines_is_empty() -> None:
    reading = read_text("\n\n", Path("exhibit.jsonl"))
    assert reading.document is None
    assert [problem.code for problem in reading.problems] == ["empty-file"]


def test_one_mapping_goes_on_behind_a_broken_field() -> None:
    text = '{\n "title": "T",\n "subtitle": "no end,\n "lanes": {"crew": {"title": "Crew"}},\n "events": [\n'
    text += f'  {GOOD}\n ],\n "eras": [{{"title": "E" "date": "1955"}}],\n "tours": {{}}\n}}\n'
    reading = read_text(text, Path("exhibit.json"))
    assert [(problem.code, problem.line) for problem in reading.problems] == [
        ("unclosed-quote", 3),
        ("bad-json", 8),
    ]
    assert reading.document is not None
    assert [lane.id for lane in reading.document.lanes] == ["crew"]
    assert list(reading.document.events.ids) == ["good"]


def test_a_mapping_that_is_not_closed_or_has_more_behind_it() -> None:
    for ending, code in (("", "unclosed-bracket"), ("} x", "bad-json")):
        reading = read_text(f'{{"title": "T", "events": [{LANELESS}]' + ending, Path("e.json"))
        assert [problem.code for problem in reading.problems] == [code]
        assert reading.document is not None
        assert list(reading.document.events.ids) == ["good"]


def test_of_a_thousand_faults_of_a_kind_the_rest_is_counted(english: Translator) -> None:
    reading = lines(HEADER, *['{"title": "A", "lane": "crow"}'] * 1_003, '{"title": "B", "lane": "crew"}')
    told = [problem for problem in reading.problems if problem.code == "unknown-lane"]
    assert len(told) == 1_000
    (more,) = [problem for problem in reading.problems if problem.code == "more-problems"]
    assert (more.line, english.text(more.message)) == (1_002, "3 more faults of this kind are not listed.")
    assert reading.document is not None
    assert len(reading.document.events) == 1_004


def test_an_exhibit_may_have_no_events_yet() -> None:
    for text, name in (
        ('{"title": "T"}', "t.json"),
        ('{"title": "T", "events": []}', "t.json"),
        ('{"title": "T"}', "t.jsonl"),
    ):
        reading = read_text(text, Path(name))
        assert not reading.problems
        assert reading.document is not None
        assert len(reading.document.events) == 0


def test_of_two_lists_of_events_the_first_one_counts() -> None:
    text = f'{{"title": "T", "events": [{LANELESS}],\n "events": [{{"title": "B"}}], "title": "U"}}'
    reading = read_text(text, Path("t.json"))
    assert [(problem.line, problem.column, problem.code) for problem in reading.problems] == [
        (2, 2, "duplicate-key"),
        (2, 30, "duplicate-key"),
    ]
    assert reading.document is not None
    assert list(reading.document.events.ids) == ["good"]
    assert reading.document.title.first == "T"


def test_a_named_file_that_is_refused_has_nothing_kept(tmp_path: Path) -> None:
    path = tmp_path / "exhibit.yaml"
    for field in ("events", "lanes"):
        (tmp_path / "part.json").write_bytes("[]".encode("utf-16"))
        path.write_text(f"title: T\n{field}: part.json\n", encoding="utf-8")
        reading = read_exhibit(path)
        assert [(problem.file, problem.code) for problem in reading.problems] == [
            ("part.json", "wrong-encoding")
        ]
        assert not keep_reading(path, reading, tmp_path / "cache")


def test_a_named_file_that_is_broken_is_told_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "exhibit.yaml"
    path.write_text("title: T\nlanes: part.json\nevents: [{title: A, lane: crew}]\n", encoding="utf-8")
    for data, code, line in (
        (b'{"crew": {"title": "Crew",}}', "bad-json", 1),
        (b'{\n"crew": "\xe9"}', "wrong-encoding", 2),
    ):
        (tmp_path / "part.json").write_bytes(data)
        assert [(problem.file, problem.line, problem.code) for problem in read_exhibit(path).problems] == [
            ("part.json", line, code)
        ]
    (tmp_path / "part.json").write_text('{"lanes": {"crew": {"title": "Crew"}}}', encoding="utf-8")
    assert not read_exhibit(path).problems


# -- other files ------------------------------------------------------------------------------------


def test_events_may_stand_in_a_file_of_lines(tmp_path: Path) -> None:
    (tmp_path / "more.jsonl").write_text(f"{GOOD}\n\n" + '{"title": "B", "lane": "crow"}\n', encoding="utf-8")
    path = tmp_path / "exhibit.yaml"
    path.write_text("title: T\nlanes: {crew: {title: Crew}}\nevents: more.jsonl\n", encoding="utf-8")
    reading = read_exhibit(path)
    (problem,) = reading.problems
    assert (problem.file, problem.line, problem.column, problem.code) == ("more.jsonl", 3, 24, "unknown-lane")
    assert reading.document is not None
    assert list(reading.document.events.ids) == ["good", "b"]
    assert reading.files == (path, tmp_path / "more.jsonl")


@pytest.mark.parametrize("form", ["list", "mapping", "yaml"])
def test_events_may_stand_in_one_list(tmp_path: Path, form: str) -> None:
    events = [json.loads(GOOD), {"title": "B", "date": "1956-13"}]
    texts = {
        "list": json.dumps(events),
        "mapping": json.dumps({"events": events}),
        "yaml": json.dumps(events),
    }
    name = "more.yaml" if form == "yaml" else "more.json"
    (tmp_path / name).write_text(texts[form], encoding="utf-8")
    path = tmp_path / "exhibit.yaml"
    path.write_text(f"title: T\nlanes: {{crew: {{title: Crew}}}}\nevents: {name}\n", encoding="utf-8")
    reading = read_exhibit(path)
    assert [(problem.file, problem.code) for problem in reading.problems] == [(name, "bad-date")]
    assert reading.document is not None
    assert list(reading.document.events.ids) == ["good", "b"]


def test_a_header_in_a_file_of_events_is_told_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "more.jsonl").write_text(f"{HEADER}\n{GOOD}\n", encoding="utf-8")
    path = tmp_path / "exhibit.yaml"
    path.write_text("title: Mine\nlanes: {crew: {title: Crew}}\nevents: more.jsonl\n", encoding="utf-8")
    reading = read_exhibit(path)
    assert [(problem.file, problem.line, problem.code) for problem in reading.problems] == [
        ("more.jsonl", 1, "header-ignored")
    ]
    assert reading.document is not None
    assert reading.document.title.first == "Mine"
    assert list(reading.document.events.ids) == ["good"]


def test_other_sections_may_stand_in_json(tmp_path: Path) -> None:
    (tmp_path / "lanes.json").write_text('{"crew": {"title": "Crew", "colour": "rad"}}', encoding="utf-8")
    path = tmp_path / "exhibit.jsonl"
    path.write_text(
        '{"title": "T", "lanes": "lanes.json", "sources": "gone.json"}\n' + GOOD, encoding="utf-8"
    )
    reading = read_exhibit(path)
    assert sorted((problem.file, problem.code) for problem in reading.problems) == [
        ("exhibit.jsonl", "file-not-found"),
        ("lanes.json", "unknown-choice"),
    ]
    assert reading.document is not None
    assert [lane.id for lane in reading.document.lanes] == ["crew"]


# -- whatever stands there --------------------------------------------------------------------------


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 120), st.sampled_from(["exhibit.jsonl", "exhibit.json"]))
def test_no_bytes_whatever_make_reading_fail(noise: bytes, at: int, name: str) -> None:
    text = f"{HEADER}\n{GOOD}\n" if name.endswith("l") else f'{{"title": "T", "events": [{GOOD}, {GOOD}]}}'
    data = text.encode()
    damaged = (data[:at] + noise + data[at + len(noise) // 2 :]).decode("utf-8", "replace")
    reading = read_text(damaged, Path(name))
    assert "internal" not in {problem.code for problem in reading.problems}
    assert {problem.code for problem in reading.problems} <= set(CODES)


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 3_000)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), max_size=5), inner, max_size=3
        )
    ),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(JSON, st.sampled_from([None, 1]))
def test_the_tree_says_what_json_says(value: object, indent: int | None) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=indent is None)
    try:
        tree = compose_json(text, Findings(), Spot(0, 0))
    except SyntaxFault as fault:
        assert fault.detail == "escape"  # noqa: PT017 - half of a pair of surrogates is no character.
        return

    def as_texts(part: object) -> object:
        if isinstance(part, dict):
            return {controlled(key): as_texts(inner) for key, inner in part.items()}
        if isinstance(part, list):
            return [as_texts(inner) for inner in part]
        if isinstance(part, str):
            return controlled(part)
        return None if part is None else json.dumps(part)

    def controlled(words: str) -> str:
        from timeline_app.content.json_tree import _BREAKS, _CONTROL

        return _CONTROL.sub(" ", _BREAKS.sub("\n", words))

    assert tree == as_texts(json.loads(text))
