# SPDX-License-Identifier: MIT
"""After a syntax fault reading goes on: slips of the hand cost one problem and as little of the file as can be."""

from collections.abc import Callable

import pytest

from timeline_app.content.composer import Composer
from timeline_app.content.node_tree import Findings
from timeline_app.content.reader import Reading
from timeline_app.content.recovery import compose_with_recovery

PEOPLE = """\
title: T
people:
  inoue:
    title: Inoue
    kind: person
    names: [{text: 井上, lang: ja}]
  kishi:
    title: Kishi
    kind: person
  mindan:
    title: Mindan
    kind: organisation
events:
  - id: first
    title: First
    date: 1959
    people: [inoue, kishi]
    sources:
      - book
      - source: paper
        note: seen in part
    summary: >-
      Words in
      several lines. [@book] [@paper]
  - id: second
    title: Second
    date: 1960
    people: [mindan]
    links:
      - to: first
        kind: response-to
      - to: third
        kind: led-to
  - id: third
    title: Third
    date: 1961
sources:
  book: {title: Book}
  paper: {title: Paper}
"""

SLIPS = [
    ("  kishi:", "   kishi:", ("bad-indentation", 7)),
    ("  kishi:", " kishi:", ("bad-indentation", 7)),
    ("  kishi:", "\tkishi:", ("tab-indentation", 7)),
    ("  kishi:", "kishi:", ("bad-indentation", 7)),
    ("  kishi:", "  kishi", ("missing-colon", 7)),
    ("  kishi:", "  kishi:~", ("missing-space", 7)),
    ("  kishi:", "  `kishi:", ("missing-colon", 7)),
    ("    title: Kishi", "  title: Kishi", ("bad-indentation", 8)),
    ("    title: Kishi", "     title: Kishi", ("bad-indentation", 8)),
    ("    title: Kishi", "   title: Kishi", ("bad-indentation", 8)),
    ("    title: Kishi", "\ttitle: Kishi", ("tab-indentation", 8)),
    ("people:\n", "people\n", ("missing-colon", 2)),
    ("events:\n", "events\n", ("missing-colon", 13)),
    ("events:\n", "  events:\n", ("wrong-type", 13)),
    ("  - id: second", "   - id: second", ("bad-indentation", 25)),
    ("  - id: second", " - id: second", ("bad-indentation", 25)),
    ("  - id: second", "\t- id: second", ("tab-indentation", 25)),
    ("  - id: second", "  -id: second", ("missing-space", 25)),
    ("  - id: second", "id: second", ("bad-indentation", 25)),
    ("  - id: second", "    id: second", ("duplicate-key", 25)),
    ("    people: [mindan]", "people: [mindan]", ("bad-indentation", 28)),
    ("    kind: organisation", "kind: organisation", ("unknown-field", 12)),
    ("        kind: led-to", "kind: led-to", ("bad-indentation", 33)),
    ("    date: 1960", "date: 1960", ("bad-indentation", 27)),
    ("events:\n", "---\nevents:\n", ("second-document", 13)),
    ("  - id: first", "  - id first", ("missing-colon", 14)),
    ("    date: 1960", "      date: 1960", ("bad-indentation", 27)),
    ("    date: 1960", "   date: 1960", ("bad-indentation", 27)),
    ("    date: 1960", " date: 1960", ("bad-indentation", 27)),
    ("    date: 1960", "    date 1960", ("missing-colon", 27)),
    ("    date: 1960", "    date: [1960", ("unclosed-bracket", 27)),
    ("    date: 1960", "    date: '1960", ("unclosed-quote", 27)),
    ("    links:", "     links:", ("bad-indentation", 29)),
    ("    links:", "\tlinks:", ("tab-indentation", 29)),
    ("      - to: third", "     - to: third", ("bad-indentation", 32)),
    ("      - to: third", "\t- to: third", ("tab-indentation", 32)),
    ("      - to: first", "     - to: first", ("bad-indentation", 30)),
    ("      - to: third", "      -to: third", ("missing-space", 32)),
    ("        kind: led-to", "       kind: led-to", ("bad-indentation", 33)),
    ("        kind: led-to", "         kind: led-to", ("bad-indentation", 33)),
    ("    sources:", "      sources:", ("bad-indentation", 18)),
    ("      several lines.", "\tseveral lines.", ("tab-indentation", 24)),
    ("      several lines.", "    several lines.", ("missing-colon", 24)),
    ("      - source: paper", "   - source: paper", ("bad-indentation", 20)),
    ("        note: seen in part", "        note: seen: in part", ("unexpected-colon", 21)),
]


@pytest.mark.parametrize(("good", "slip", "problem"), SLIPS, ids=lambda value: str(value).strip())
def test_a_slip_is_one_problem(
    good: str, slip: str, problem: tuple[str, int], read: Callable[[str], Reading]
) -> None:
    assert PEOPLE.count(good) == 1
    reading = read(PEOPLE.replace(good, slip))
    assert [(found.code, found.line) for found in reading.problems] == [problem]
    document = reading.document
    assert document is not None
    is_section = "events" in slip
    assert is_section or len(document.events) >= 2
    assert "third" in document.events.ids or is_section


def test_the_text_without_slips_is_faultless(read: Callable[[str], Reading]) -> None:
    assert read(PEOPLE).problems == ()


def recover(text: str, root_fields: tuple[str, ...] = ()) -> tuple[object, list[tuple[str, int]]]:
    findings = Findings()
    tree = compose_with_recovery(Composer(), text, findings, (), root_fields)
    return tree, [(fault.code, fault.line + 1) for fault in findings.faults]


def test_several_faults_are_told_each_and_the_rest_is_kept() -> None:
    text = "a: 1\nb: 'open\nc:\n  - d\n  - [e\n  - f\ng: x: y\nh: {i: j\nk: 2\n"
    assert recover(text) == (
        {"a": "1", "c": ["d", "f"], "k": "2"},
        [("unclosed-quote", 2), ("unclosed-bracket", 5), ("unexpected-colon", 7), ("unclosed-bracket", 8)],
    )


def test_marks_count_from_the_start_of_the_file_after_recovery() -> None:
    findings = Findings()
    tree = compose_with_recovery(Composer(), "a: 'x\nb:\n  c: 1\n  d: [2]\n", findings)
    assert (tree.mark_of("b", is_key=True).line, tree["b"].mark_of("d").line) == (1, 3)
    assert tree["b"]["d"].marks[0].line == 3


def test_anchors_of_one_piece_are_known_in_the_next() -> None:
    assert recover("a: &x [1]\nb: 'open\nc: *x\n") == ({"a": ["1"], "c": ["1"]}, [("unclosed-quote", 2)])


def test_double_keys_are_found_across_pieces() -> None:
    tree, faults = recover("a: 1\nb: 'open\na: 2\nc: 3\na: 4\n")
    assert tree == {"a": "1", "c": "3"}
    assert faults == [("unclosed-quote", 2), ("duplicate-key", 5)]


def test_documents_behind_the_first_are_cut_off() -> None:
    text = "%YAML 1.1\n--- # one\na: 'open\nb: 1\n...\n# only a remark\n"
    assert recover(text) == ({"b": "1"}, [("unclosed-quote", 3)])
    assert recover("a: 'open\n---\nb: 2\n") == (None, [("second-document", 2), ("unclosed-quote", 1)])


def test_lost_parts_declare_their_ids() -> None:
    findings = Findings()
    compose_with_recovery(Composer(), "a:\n  - {id: one, x: [}\n  - id: two\n   y: 'open\n", findings)
    assert findings.lost_ids >= {"one", "y"}
    assert ("a", 0) in findings.lost_paths


def test_a_stranger_at_the_margin_does_not_swallow_a_section() -> None:
    text = "people:\n  a:\n    t: A\nb:\n    t: B\n  c:\n    t: C\nevents: []\n"
    tree, faults = recover(text, ("people", "events"))
    assert tree == {"people": {"a": {"t": "A"}, "c": {"t": "C"}}, "events": []}
    assert faults == [("bad-indentation", 4)]
    assert recover(text)[0] == {"people": {"a": {"t": "A"}}, "b": {"t": "B"}, "events": []}


def test_deep_nesting_is_told_where_it_grows_too_deep() -> None:
    deep = "".join(f"{'  ' * n}a:\n" for n in range(70))
    tree, faults = recover(f"x: 'open\n{deep}y: 1\n")
    assert faults == [("unclosed-quote", 1), ("too-deep", 66)]
    assert isinstance(tree, dict)
    assert tree["y"] == "1"


def test_what_only_the_whole_shows_is_told_as_such() -> None:
    """A quoted text may not go on at the margin, but libyaml only minds it in some places."""
    _, faults = recover("a: 1\n- b\n")
    assert faults == [("bad-indentation", 2)]


def test_texts_that_are_nothing_at_all_are_told_once() -> None:
    assert recover("]") == (None, [("syntax", 1)])
    assert recover("\t\t[")[1] == [("tab-indentation", 1)]
    assert recover("- 'a\n")[1] == [("unclosed-quote", 1)]
