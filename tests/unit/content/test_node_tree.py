# SPDX-License-Identifier: MIT
"""Trees of texts with positions: nothing is typed, nothing is lost in silence, nothing explodes."""

import pytest
import yaml

from timeline_app.base.errors import ReadingCancelled
from timeline_app.content.composer import Composer
from timeline_app.content.guards import EXPANSION_LIMIT
from timeline_app.content.node_tree import Findings, Map, Seq, last_line
from timeline_app.content.syntax_faults import SyntaxFault, as_fault


def compose(text: str) -> tuple[object, list[tuple[str, int]]]:
    findings = Findings()
    tree = Composer().compose(text, findings)
    return tree, [(fault.code, fault.line + 1) for fault in findings.faults]


def test_scalars_stay_as_they_are_written() -> None:
    text = "a: 1959\nb: no\nc: -0044\nd: 1959-12-14\ne: 0x1F\nf: '~'\ng: 1_000\nh: on\n"
    tree, faults = compose(text)
    assert tree == {
        "a": "1959", "b": "no", "c": "-0044", "d": "1959-12-14", "e": "0x1F", "f": "~", "g": "1_000", "h": "on",
    }  # fmt: skip
    assert faults == []


def test_empty_values_are_none_and_empty_texts_are_texts() -> None:
    tree, _ = compose("a:\nb: ~\nc: null\nd: ''\ne: [x, ~]\nf: nullify\n")
    assert tree == {"a": None, "b": None, "c": None, "d": "", "e": ["x", None], "f": "nullify"}


def test_an_empty_document_is_none() -> None:
    assert compose("# remark\n") == (None, [])
    assert compose("---\n") == (None, [])
    assert compose("words") == ("words", [])


def test_marks_tell_where_keys_values_and_items_stand() -> None:
    tree, _ = compose("a: 1\nbb:\n  - x\n  - {c: d}\n")
    assert isinstance(tree, Map)
    assert [(m.line, m.column) for m in tree.marks] == [(0, 0), (0, 3), (1, 0), (2, 2)]
    assert tree.mark_of("bb", is_key=True).line == 1
    assert tree.mark_of("bb").line == 2
    items = tree["bb"]
    assert isinstance(items, Seq)
    assert [(m.line, m.column) for m in items.marks] == [(2, 4), (3, 4)]
    assert last_line(tree, 0) == 3


def test_the_first_of_double_keys_counts_and_each_other_is_told() -> None:
    tree, faults = compose("a: 1\nb: 2\na: {c: 3}\nb2: 4\nb: 5\n")
    assert tree == {"a": "1", "b": "2", "b2": "4"}
    assert faults == [("duplicate-key", 3), ("duplicate-key", 5)]


def test_a_whole_entry_that_fell_to_the_one_before_is_told_once() -> None:
    tree, faults = compose("a: 1\nb: 2\nc: 3\na: 4\nb: 5\nd: 6\nc: 7\n")
    assert tree == {"a": "1", "b": "2", "c": "3", "d": "6"}
    assert faults == [("duplicate-key", 4)]


def test_aliases_stand_for_their_anchors() -> None:
    tree, faults = compose("a: &x {k: v}\nb: *x\nc: &t text\nd: [*t, *x]\n")
    assert tree == {"a": {"k": "v"}, "b": {"k": "v"}, "c": "text", "d": ["text", {"k": "v"}]}
    assert faults == []


def test_left_out_parts_leave_no_trace_but_a_path() -> None:
    findings = Findings()
    tree = Composer().compose("a: [x, *no, y]\nb: {c: !t [z], d: 1}\n? [k]\n: v\n", findings)
    assert tree == {"a": ["x", "y"], "b": {"d": "1"}}
    assert isinstance(tree["a"], Seq)
    assert [mark.column for mark in tree["a"].marks] == [4, 12]
    assert findings.lost_paths == [("a", 1), ("b", "c"), ("",)]
    assert [fault.code for fault in findings.faults] == ["unknown-alias", "tag", "key-not-text"]


def test_tags_that_change_nothing_are_let_through() -> None:
    assert compose("a: !!str 1959\nb: !!map {c: d}\ne: ! x\nf: !!seq [g]\n") == (
        {"a": "1959", "b": {"c": "d"}, "e": "x", "f": ["g"]},
        [],
    )


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system", "!!binary", "!include", "!!set"])
def test_other_tags_are_refused_and_never_run(tag: str) -> None:
    assert compose(f"a: {tag} [x]\nb: y\n") == ({"b": "y"}, [("tag", 1)])


def test_a_refused_key_is_one_fault() -> None:
    assert compose("? !t key\n: value\nb: y\n") == ({"b": "y"}, [("tag", 1)])


def test_a_bomb_of_aliases_is_defused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    tree, faults = compose("\n".join(lines))
    assert faults == [("alias-bomb", 5)]
    assert isinstance(tree, Map)
    assert Composer().extent(tree)[0] <= 3 * EXPANSION_LIMIT


def test_depth_counts_through_aliases() -> None:
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 100)]
    _, faults = compose("\n".join(lines))
    assert faults[0] == ("too-deep", 64)
    assert {code for code, _ in faults} <= {"too-deep"}


def test_nesting_is_refused_before_it_costs_anything() -> None:
    for text in ("[" * 200_000, "{a: " * 200_000, "- " * 200_000, "[\n" * 200_000, "? " * 200_000):
        with pytest.raises(SyntaxFault) as raised:
            Composer().compose(text, Findings())
        assert raised.value.code == "too-deep"


def test_a_second_document_is_told_and_not_read() -> None:
    assert compose("a: 1\n---\nb: [unclosed\n") == ({"a": "1"}, [("second-document", 2)])


def test_a_failed_text_leaves_nothing_behind() -> None:
    findings = Findings()
    composer = Composer()
    with pytest.raises(SyntaxFault):
        composer.compose("a: &x [y]\nb: *x\nc: *none\nd: 'open\n", findings)
    assert findings == Findings()
    assert composer.alias_count == 0


def test_composing_can_be_cancelled() -> None:
    def stop() -> None:
        raise ReadingCancelled

    with pytest.raises(ReadingCancelled):
        Composer(stop).compose("a: [1]\n", Findings())


def test_faults_without_a_place_are_told_at_the_start() -> None:
    assert as_fault(yaml.YAMLError("odd")).detail == "odd"
    fault = as_fault(yaml.MarkedYAMLError(problem="odd"))
    assert (fault.line, fault.column, fault.code) == (0, 0, "syntax")


def test_the_slow_reader_gives_the_same_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: &x {k: [1, 'two', \"three\"]}\nb: *x\nc: |\n  text\nd:\n"
    fast = compose(text)
    monkeypatch.delattr(yaml, "CBaseLoader")
    assert compose(text) == fast
