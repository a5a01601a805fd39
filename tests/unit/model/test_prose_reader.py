# SPDX-License-Identifier: MIT
"""Markdown becomes blocks, and marks cover the words before them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model.prose import Block, BlockKind, Emphasis, Mark, has_since, without_since
from timeline_app.model.prose_reader import marks_of, number_marks, read_prose


def only(text: str) -> Block:
    (block,) = read_prose(text, "en")
    return block


def parts(text: str) -> list[tuple[str, list[str]]]:
    """Return the passages of a one-block text as (words, targets)."""
    return [(passage.text, [mark.target for mark in passage.marks]) for passage in only(text).passages]


def test_blocks_have_kinds_levels_and_markers() -> None:
    text = "# Head\n\npara\n\n- one\n  - deep\n\n  more of one\n\n3. x\n4. y\n\n> quote\n> > inner\n"
    assert [(b.kind, b.level, b.marker, b.text) for b in read_prose(text, "en")] == [
        (BlockKind.HEADING, 1, "", "Head"),
        (BlockKind.PARAGRAPH, 0, "", "para"),
        (BlockKind.LIST_ITEM, 1, "", "one"),
        (BlockKind.LIST_ITEM, 2, "", "deep"),
        (BlockKind.PARAGRAPH, 1, "", "more of one"),
        (BlockKind.LIST_ITEM, 1, "3.", "x"),
        (BlockKind.LIST_ITEM, 1, "4.", "y"),
        (BlockKind.QUOTE, 1, "", "quote"),
        (BlockKind.QUOTE, 2, "", "inner"),
    ]


def test_stress_is_kept_span_by_span_and_can_nest() -> None:
    (passage,) = only("a *b **c*** **d **e** f**").passages
    assert [(span.text, span.emphasis) for span in passage.spans] == [
        ("a ", Emphasis.NONE),
        ("b ", Emphasis.STRESSED),
        ("c", Emphasis.STRESSED | Emphasis.STRONG),
        (" ", Emphasis.NONE),
        ("d e f", Emphasis.STRONG),
    ]


def test_every_span_and_block_knows_its_language() -> None:
    (block,) = read_prose("*日本*へ", "ja")
    assert block.language == "ja"
    assert [span.language for span in block.passages[0].spans] == ["ja", "ja"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one\ntwo", "one two"),
        ("日本から\n北朝鮮へ", "日本から北朝鮮へ"),
        ("한국\n사람", "한국 사람"),
        ("日本\nJapan", "日本 Japan"),
        ("one\\\ntwo  \nthree", "one\ntwo\nthree"),
        ("<b>raw</b> &lt;i&gt;", "<b>raw</b> <i>"),
        ("see https://www.example.org/a_b_c", "see https://www.example.org/a_b_c"),
        (
            "[link](x) ![picture](y) `code` user@example.org",
            "[link](x) ![picture](y) `code` user@example.org",
        ),
        (r"\*not stressed\* \[@a]", "*not stressed* [@a]"),
        (
            "[@ a] [@] [#] [@a; b] [words]{no attributes} [open",
            "[@ a] [@] [#] [@a; b] [words]{no attributes} [open",
        ),
    ],
)
def test_what_is_no_markup_stays_text(text: str, shown: str) -> None:
    block = only(text)
    assert block.text == shown
    assert marks_of([block]) == ()


def test_a_mark_covers_the_text_since_the_last_mark() -> None:
    assert parts("One. [@a, p. 3] Two *three*. [#x] Rest.") == [
        ("One.", ["a"]),
        (" Two three.", ["x"]),
        (" Rest.", []),
    ]


def test_a_mark_tells_target_place_and_kind() -> None:
    assert marks_of([only("Words. [@a; @b-2,\n  p. 4] [#jrc-aim]")]) == (
        Mark("a", is_excerpt=False),
        Mark("b-2", is_excerpt=False, locator="p. 4"),
        Mark("jrc-aim", is_excerpt=True),
    )


def test_marks_side_by_side_cover_the_same_words_once() -> None:
    assert parts("Words. [@a] [#x]\n[@a] more") == [("Words.", ["a", "x"]), (" more", [])]


def test_punctuation_after_a_mark_belongs_to_the_words_before() -> None:
    assert parts("So it was [@a]. Then 「これ」[@b]。次") == [
        ("So it was.", ["a"]),
        (" Then 「これ」。", ["b"]),
        ("次", []),
    ]


def test_a_mark_at_the_start_of_a_block_covers_nothing() -> None:
    assert parts("[@a], then words") == [(",", ["a"]), (" then words", [])]


def test_explicit_words_carry_their_mark() -> None:
    block = only('Before [these *words*]{cite="#jrc-aim" words="to rid itself"} after [@b].')
    assert [(p.text, [(m.target, m.words) for m in p.marks]) for p in block.passages] == [
        ("Before ", []),
        ("these words", [("jrc-aim", "to rid itself")]),
        (" after.", [("b", "")]),
    ]


def test_explicit_words_may_cite_sources_with_a_place_and_without_quotes() -> None:
    assert marks_of([only('[a]{cite="@s, p. 1; #x"} [b]{cite=#y}')]) == (
        Mark("s", is_excerpt=False, locator="p. 1"),
        Mark("x", is_excerpt=True),
        Mark("y", is_excerpt=True),
    )


def test_what_was_learnt_later_is_dated_and_ends_no_passage() -> None:
    block = only("Then [we learnt [more]{since=2011}]{since=2004} of it. [@a]")
    (passage,) = block.passages
    assert [(span.text, span.since) for span in passage.spans] == [
        ("Then ", ""),
        ("we learnt ", "2004"),
        ("more", "2011"),
        (" of it.", ""),
    ]


def test_marks_are_numbered_in_reading_order_across_texts() -> None:
    blocks = (*read_prose("A. [@a] B. [#x]", "en"), *read_prose("C. [@a] D. [@a, p. 2] E. [#a]", "en"))
    assert [(m.target, m.number) for m in marks_of(number_marks(blocks))] == [
        ("a", 1),
        ("x", 2),
        ("a", 1),
        ("a", 3),
        ("a", 4),
    ]


@given(st.text(alphabet=st.sampled_from('ab [](){}@#*_>-1.\n\\"=;,&日。<'), max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    for block in read_prose(text, "en"):
        assert all(passage.spans or passage.marks for passage in block.passages)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "[a]{" * 10_000,
        "*a **a " * 5_000,
        "[@a] " * 5_000,
        "> " * 5_000 + "x",
        "[" * 5_000 + "]{a=1}" * 5_000,
    ],
)
def test_texts_made_to_be_slow_are_read(text: str) -> None:
    assert len(read_prose(text, "en")) <= 1


def test_what_was_learnt_later_can_be_told_without_being_set_apart() -> None:
    dated = (only("Known. [Learnt.]{since=1990 cite=@a}"),)
    plain = without_since(dated)
    assert (has_since(dated), has_since(plain)) == (True, False)
    assert [block.text for block in plain] == ["Known. Learnt."]
    assert [mark.target for passage in plain[0].passages for mark in passage.marks] == ["a"]
