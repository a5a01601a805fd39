# SPDX-License-Identifier: MIT
"""Each problem code has a file that shows it: exactly one problem, in the right line, in plain English."""

import re
from collections.abc import Callable
from typing import NamedTuple

import pytest

from timeline_app.base.messages import Translator
from timeline_app.content.problems import CODES
from timeline_app.content.reader import Reading

SOURCES = "sources:\n  s: {title: S}\n  t: {title: T}\n"
EXCERPTS = "excerpts:\n  x: {text: words, source: s}\n"
PLACES = "places:\n  niigata: {title: Niigata}\n"


class Case(NamedTuple):
    """A text, the line of its only problem, and the nearest right word, if any is told."""

    code: str
    text: str
    line: int
    near: str = ""


def event(*lines: str) -> str:
    """Return a file with one event, whose fields begin at line 4."""
    return "title: T\nevents:\n  - title: E\n" + "".join(f"    {line}\n" for line in lines)


def tour(*lines: str) -> str:
    """Return a file with an event `first` and a tour, the fields of whose only stop follow on line 9."""
    stop = "".join(f"        {line}\n" for line in lines)
    return f"title: T\nevents:\n  - {{id: first, title: F}}\ntours:\n  t:\n    title: T\n    stops:\n      - id: one\n{stop}"


CASES = [
    # The file as a whole
    Case("control-character", "title: T\nsubtitle: a\x07b\n", 2),
    Case("not-text", "".join(f"\x01{n}\n" for n in range(40)), 1),
    Case("empty-file", "# nothing but a remark\n", 1),
    Case("empty-file", " \n\n", 1),
    Case("list-at-top", "# remark\n- title: A\n- title: B\n", 2, "events"),
    Case("not-an-exhibit", "just some words\n", 1),
    Case("not-an-exhibit", "#!/bin/sh\nif [ x = 'y ]; then\n  echo $@\nfi\n", 1),
    Case("not-an-exhibit", "%A\n" * 12, 1),
    Case("second-document", "title: T\n---\ntitle: U\n", 2),
    # Syntax
    Case("unclosed-quote", 'title: T\nsubtitle: "no end\nabout: x\n', 2),
    Case("unclosed-quote", "title: T\nsubtitle: 'no end\nabout: x\n", 2),
    Case("unclosed-bracket", "title: T\nlanguages: [en, ja\nabout: x\n", 2),
    Case("unclosed-bracket", "title: T\nlanes:\n  a: {title: A\n  b: {title: B}\n", 3),
    Case("missing-colon", "title: T\nsubtitle Something\nabout: x\n", 2),
    Case("missing-colon", "title: T\nlanes\n  a: {title: A}\nevents:\n  - {title: E, lane: a}\n", 2),
    Case("missing-space", event("importance:2", "tags: [x]"), 4),
    Case("missing-space", event("people:", "  - inoue", "  -nam-il: x", "tags: [x]") + "people:\n  inoue: {title: I}\n", 6),
    Case("awkward-id", "title: T\nlanes:\n  b: {title: B}\n  a:{title: A}\n", 4, "a"),
    Case("unexpected-colon", event("summary: First: second", "importance: 2"), 4),
    Case("bad-indentation", event("importance: 2", "  tags: [x]"), 5),
    Case("bad-indentation", "title: T\nlanes:\n    a: {title: A}\n  b: {title: B}\n    c: {title: C}\n", 4),
    Case("tab-indentation", event("importance: 2") + "\ttags: [x]\n    predict: true\n", 5),
    Case("tab-indentation", event("importance: 2") + "  \ttags: [x]\n", 5),
    Case("text-after-quote", event('summary: "It" was', "importance: 2"), 4),
    Case("reserved-character", event("summary: @source says", "importance: 2"), 4),
    Case("reserved-character", event("summary: `code`"), 4),
    Case("bad-escape", event(r'summary: "C:\path"'), 4),
    Case("bad-escape", event(r'summary: "\x4"'), 4),
    Case("misplaced-list", event("tags: - x"), 4),
    Case("bad-block-text", event("summary: |text", "  more"), 4),
    Case("syntax", event("summary: !<x y"), 4),
    Case("duplicate-key", event("importance: 2", "importance: 3"), 5),
    Case("duplicate-key", "title: T\ntitle: U\n", 2),
    Case("key-not-text", event("[a, b]: c"), 4),
    Case("key-not-text", event("? {a: b}", ": c"), 4),
    Case("tag", event("summary: !!python/name:os.system x"), 4),
    Case("tag", event("links: !mine [a]"), 4),
    Case("merge-key", event("<<: {importance: 2}"), 4),
    Case("unknown-alias", event("tags: &tags [x]", "people: *tag"), 5, "tags"),
    Case("alias-loop", event("tags: &tags [x, *tags]"), 4),
    Case("too-many-aliases", event("tags: [&x x" + ", *x" * 1200 + "]"), 4),
    Case("too-deep", event("tags: " + "[" * 80 + "]" * 80), 4),
    Case("too-deep", event(*(" " * n + "tags:" for n in range(80))), 66),
    Case("too-long", event("summary: " + "x" * 1_000_001), 4),
    # Shape
    Case("unknown-field", event("summery: S"), 4, "summary"),
    Case("unknown-field", "titel: T\nevents: []\n", 1, "title"),
    Case("unknown-field", event("Importance: 2"), 4, "importance"),
    Case("missing-field", "title: T\nevents:\n  - date: 1959\n  - title: good\n", 3),
    Case("missing-field", "title: T\nevents:\n  - id: a\n    title:\n", 4),
    Case("missing-field", event("links:", "  - {why: x}"), 5),
    Case("missing-field", "title: T\nsources:\n  s: {kind: press}\n", 3),
    Case("missing-field", "languages: [en]\nevents: []\n", 1),
    Case("empty-entry", "title: T\nsources:\n  s:\n  t: {title: T}\n", 3),
    Case("empty-entry", "title: T\nevents:\n  -\n  - title: E\n", 3),
    Case("wrong-type", event("people: someone"), 4, "[someone]"),
    Case("wrong-type", event("importance: high"), 4),
    Case("wrong-type", event("predict: yes"), 4, "true"),
    Case("wrong-type", event("summary: [S]"), 4, "S"),
    Case("wrong-type", event("summary: {en: [S]}"), 4),
    Case("wrong-type", event("links: {to: a, kind: led-to}"), 4, "- "),
    Case("wrong-type", "title: T\nevents:\n  a: {title: A}\n", 3, "- "),
    Case("unknown-choice", "title: T\nlanes:\n  a: {title: A, colour: plumb}\n", 3, "plum"),
    Case("out-of-range", event("importance: 9"), 4),
    Case("out-of-range", "title: T\nlanes:\n  a: {title: A, share: 0}\n", 3),
    Case("out-of-range", event("figure: {title: F, data: [[x, nan]]}"), 4),
    Case("wrong-length", "title: T\nplaces:\n  a: {title: A, at: [37.9]}\n", 3),
    Case("bad-id", event("id: First Ships"), 4, "first-ships"),
    Case("bad-id", event("id: 最初"), 4),
    Case("awkward-id", "title: T\nsources:\n  two words: {title: S}\n", 3, "two-words"),
    Case("awkward-id", "title: T\nsources:\n  “”: {title: S}\n", 3),
    Case("bad-language-tag", event("summary: {english: S}"), 4),
    Case("bad-language-tag", "title: T\nlanguages: [en, japanese]\n", 2),
    Case("unknown-zone", "title: T\ntimezone: Asia/Tokio\n", 2, "Asia/Tokyo"),
    Case("unknown-zone", "title: T\ntimezone: new york\n", 2, "America/New_York"),
    Case("unknown-zone", "title: T\ntimezone: The Capital\n", 2, "region and city"),
    # Parts taken together
    Case("duplicate-id", "title: T\nevents:\n  - {id: a, title: A}\n  - {id: a, title: B}\n", 4),
    Case("duplicate-id", "title: T\neras:\n  - {id: a, title: A, date: 1955}\n  - {id: a, title: B, date: 1956}\n", 4),
    Case(
        "duplicate-id",
        event("claims:", "  c: {about: x, accounts: []}") + "claims:\n  c: {about: y, accounts: []}\n",
        5,
    ),
    Case("duplicate-id", "title: T\ntours:\n  t:\n    title: T\n    stops:\n      - {id: a}\n      - {id: a}\n", 7),
    Case("unknown-event", "title: T\nopening: {event: first-shops}\nevents:\n  - {id: first-ships, title: F}\n", 2, "first-ships"),
    Case("unknown-event", event("after: [other]"), 4),
    Case("unknown-source", "title: T\n" + SOURCES + "excerpts:\n  x: {text: w, source: u}\n", 6),
    Case("unknown-source", "title: T\n" + SOURCES + "about: |\n  One. [@s]\n  Two. [@q]\n", 7),
    Case("unknown-excerpt", event("excerpts: [y]") + SOURCES + EXCERPTS, 4),
    Case("unknown-excerpt", event("excerpts: [x]", "summary: >-", '  One. [these]{cite="#xx"}') + SOURCES + EXCERPTS, 6, "x"),
    Case("unknown-lane", event("lane: japn") + "lanes:\n  japan: {title: Japan}\n", 4, "japan"),
    Case("unknown-place", event("place: [nigata]") + PLACES, 4, "niigata"),
    Case("unknown-person", event("people: [nobody]"), 4),
    Case("unknown-shown", "title: T\n" + EXCERPTS + SOURCES + "tours:\n  t: {title: T, stops: [{show: [xx]}]}\n", 8, "x"),
    Case("unknown-shown", tour("show: [map]"), 9),
    Case("unknown-shown", tour("show: [chain:fist, map:first, first]"), 9),
    Case("unknown-step", tour("show: [first, map:first]", "steps: [map:first, fist]"), 10, "first"),
    Case("unknown-step", tour("show: [first]", "steps: [[first, x]]"), 10),
    Case("tour-minutes", "title: T\ntours:\n  t: {title: T, minutes: 5, stops: [{minutes: 2}, {minutes: 2.5}]}\n", 3),
    Case("tour-minutes", "title: T\ntours:\n  t:\n    title: T\n    stops: [{minutes: 6}, {}]\n    minutes: 5\n", 6),
    Case("stop-not-seen", tour("event: first", "filters: {lane: none}"), 10),
    Case(
        "stop-not-seen",
        "title: T\nevents:\n  - {id: first, title: F, known: [{to: public, since: 2004}]}\ntours:\n"
        "  t: {title: T, stops: [{event: first, as_known_at: 1955}]}\n",
        5,
    ),
    Case("unknown-filter", tour("filters: {lanes: none}"), 9, "lane"),
    Case(
        "crowded-stop",
        "title: T\ntours:\n  t: {title: T, stops: [{view: 1950/1960}]}\nevents:\n"
        + "  - {title: E, date: 1955}\n" * 37,
        3,
    ),
    Case(
        "unknown-stop",
        "title: T\ntours:\n  t:\n    title: T\n    stops:\n      - {id: one, branches: [{ask: q, to: on}]}\n",
        6,
        "one",
    ),
    Case("bad-date", event("date: 2015-02-29"), 4, "2015-02-28"),
    Case("bad-date", event("date: spring"), 4),
    Case("bad-date", event("after: 1959-13"), 4),
    Case("bad-date", "title: T\neras:\n  - {title: A, date: 1958/1955}\n", 3, "1955/1958"),
    Case("bad-date", "title: T\nsilences:\n  - {date: never, why: lost}\n", 3),
    Case("ask-date", event("date: 03/04/1959"), 4, "1959-03-04 · 1959-04-03"),
    Case("ask-date", event("before: 03/04/1959"), 4, "1959-03-04"),
    Case("loose-date", event("date: early 1958"), 4, "--fix"),
    Case("loose-date", "title: T\neras:\n  - {title: A, date: 1955-58}\n", 3, "--fix"),
    Case("bad-view", "title: T\nopening: {view: 1955/..}\n", 2, "1954/1986"),
    Case("bad-view", "title: T\nopening: {view: all}\n", 2, "1954/1986"),
    Case("file-not-found", event("media: [{file: media/shop.png}]"), 4),
    Case("file-not-found", event("media: [{file: media}]"), 4),
    Case("file-not-found", "title: T\nevents: events.yaml\n", 2),
    Case("outside-folder", event("media: [{file: ../secret.png, alt: x}]"), 4),
    Case("outside-folder", "title: T\nsources: /etc/sources.yaml\n", 2),
    Case("self-link", event("id: a", "links: [{to: a, kind: led-to}]"), 5),
    Case(
        "cause-after-effect",
        event("id: a", "date: 1959", "links: [{to: b, kind: led-to}]") + "  - {id: b, title: B, date: 1958-12}\n",
        6,
    ),
    Case(
        "cause-after-effect",
        event("id: a", "date: 1955/1959", "links: [{to: b, kind: response-to}]")
        + "  - {id: b, title: B, date: 1956}\n",
        6,
    ),
    Case("date-contradiction", event("id: a", "date: 1959", "before: [1960, 1958]"), 6),
    Case("date-contradiction", event("id: a", "after: b") + "  - {id: b, title: B, after: a}\n", 5),
    Case("circular-lanes", "title: T\nlanes:\n  a: {title: A, parent: b}\n  b: {title: B, parent: a}\n", 4),
    Case("circular-sources", "title: T\nsources:\n  a: {title: A, derives_from: [a]}\n", 3),
    # Warnings and hints
    Case("bad-mark", event("summary: One. [@s; t]") + SOURCES, 4),
    Case("double-link", event("links:", "  - {to: b, kind: qualifies}", "  - {to: b, kind: qualifies}") + "  - {id: b, title: B}\n", 6),
    Case("inverse-link", event("id: a", "links: [{to: b, kind: led-to}]") + "  - {id: b, title: B, links: [{to: a, kind: response-to}]}\n", 6),
    Case("unlisted-source", event("sources: [s]", "summary: |", "  One. [@s]", "  Two. [@t]") + SOURCES, 7),
    Case("unlisted-excerpt", event("summary: One. [#x]") + SOURCES + EXCERPTS, 4),
    Case("words-not-in-excerpt", event("excerpts: [x]", "summary: |", '  [One.]{cite="#x" words="wrods"}') + SOURCES + EXCERPTS, 6, "words"),
    Case("words-without-excerpt", event("sources: [s]", 'summary: \'[One.]{cite="@s" words="words"}\'') + SOURCES, 5, "cite="),
    Case("bad-cite", event("excerpts: [x]", 'summary: \'[One.]{cite="x" words="words"}\'') + SOURCES + EXCERPTS, 5, "#"),
    Case("bad-since", event("summary: One [two]{since=2004-13}."), 4),
    Case("unknown-attribute", event("excerpts: [x]", 'summary: \'[One.]{cite="#x" word="words"}\'') + SOURCES + EXCERPTS, 5, "words"),
    Case("undated-known", event("known: [{to: families, extent: part}]"), 4, "since"),
    Case("missing-translation", "title: {en: T, ja: 題}\nlanguages: [en, ja]\nsubtitle: {en: S}\n", 3),
    Case("missing-translation", "title: T\nlanguages: [en, ja]\n", 1),
    Case("missing-alt", event("media: [{file: media/ship.png}]"), 4),
]  # fmt: skip

TESTED_ELSEWHERE = {"unreadable-file", "too-large", "wrong-encoding", "alias-bomb", "internal"} | {
    "bad-json", "header-ignored", "too-long-line", "too-many-events", "more-problems"
}  # fmt: skip
"""Codes that no small text in YAML can show: test_guards, test_node_tree, test_reader, test_json_faults."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_one_fault_gives_exactly_one_problem_in_its_line(
    case: Case, read: Callable[[str], Reading], english: Translator
) -> None:
    reading = read(case.text)
    assert [(problem.code, problem.line) for problem in reading.problems] == [(case.code, case.line)]
    (problem,) = reading.problems
    words = english.text(problem.message)
    assert re.search(r"[⟦⟧{}]", words.replace(problem.excerpt, "")) is None, words
    assert words.endswith("."), words
    hint = english.text(problem.hint) if problem.hint else ""
    assert case.near in hint, hint
    assert "⟦" not in hint


def test_every_code_is_tested_and_has_words(english: Translator) -> None:
    assert {case.code for case in CASES} | TESTED_ELSEWHERE == set(CODES)
    assert [code for code in CODES if not english.has(f"problem.{code}")] == []
