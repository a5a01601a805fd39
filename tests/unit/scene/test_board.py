# SPDX-License-Identifier: MIT
"""Texts of the board: where they may be cut, and what is left of their marks and what stands around them."""

import pytest

from timeline_app.base.text_value import ShownText
from timeline_app.model.prose import Block, BlockKind, Emphasis, Mark, Passage, Span
from timeline_app.scene.board import Board, BoardColumn, BoardRole, BoardText, plain_text, text_of


def quoted(words: str, closing: str = "”", cuts: tuple[int, ...] = ()) -> BoardText:
    return BoardText(BoardRole.WORDS, (Span(words),), "en", "“", closing, cuts)


def test_a_cut_keeps_the_quotation_marks_and_says_that_more_follows():
    assert quoted("Sail by night. Tell nobody.").cut(14).text == "“Sail by night.” …"
    assert quoted("Sail by night.", closing="” …").cut(4).text == "“Sail” …"
    assert quoted("Sail, all of you.").cut(5).text == "“Sail” …"


def test_a_cut_goes_through_spans_and_what_is_lit():
    text = BoardText(
        BoardRole.SAYS,
        (Span("one "), Span("two", Emphasis.STRONG), Span(" three")),
        lit=((0, 3), (4, 13), (9, 13)),
    )
    cut = text.cut(7)
    assert cut.spans == (Span("one "), Span("two", Emphasis.STRONG))
    assert (cut.text, cut.lit) == ("one two …", ((0, 3), (4, 7)))


def test_a_part_keeps_its_marks_and_no_words_are_closed_before_their_end():
    text = BoardText(
        BoardRole.WORDS,
        (Span("Sail by "), Span("night.", Emphasis.STRONG), Span(" Tell nobody.")),
        "en", "… “", "” …", (14, 27), lit=((8, 13), (15, 19)),
    )  # fmt: skip
    assert text.sentences() == ((0, 14), (15, 27))
    first, second = (text.part(*each) for each in text.sentences())
    assert (first.text, second.text) == ("… “Sail by night.", "“Tell nobody.” …")
    assert first.spans == (Span("Sail by "), Span("night.", Emphasis.STRONG))
    assert (first.lit, second.lit) == (((8, 13),), ((0, 4),))
    assert (first.cuts, second.cuts) == ((14,), (12,))
    assert text.part(0, 27) == text


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("As No. 81 says, by J. Smith.", 1),
        ("Dr. Lee spoke. All left.", 2),
        ("船が出た。人は残った。", 2),
        ("", 1),
    ],
)
def test_a_sentence_does_not_end_behind_every_point(words, count):
    sentences = quoted(words).sentences()
    assert len(sentences) == count
    assert "".join(words[start:end] for start, end in sentences).replace(" ", "") == words.replace(" ", "")


def test_places_to_cut_are_passages_then_sentences_then_words():
    text = quoted("He said “no.” Then he left. All did.", cuts=(27, 36))
    assert text.places_to_cut() == ((27,), (13, 27), (2, 7, 13, 18, 21, 27, 31))


@pytest.mark.parametrize(("words", "ends"), [("船が出た。人は残った。", (5,)), ("One word", ())])
def test_sentences_end_as_their_language_ends_them(words, ends):
    assert quoted(words).places_to_cut()[1] == ends


def test_prose_stands_without_marks_and_may_be_cut_where_a_passage_ends():
    mark = Mark("daily", is_excerpt=False, number=1)
    block = Block(
        (Passage((Span("Ships sail. ", since="1990"),), (mark,)), Passage((Span("People wave."),))),
        BlockKind.LIST_ITEM,
        language="en",
    )
    text = text_of(block)
    assert text.spans == (Span("Ships sail. "), Span("People wave."))
    assert (text.cuts, text.bullet, text.language) == ((12, 24), "•", "en")


def test_headings_in_prose_are_strong():
    text = text_of(Block((Passage((Span("Then"),)),), BlockKind.HEADING))
    assert text.spans == (Span("Then", Emphasis.STRONG),)


def test_what_is_not_revealed_is_not_among_the_texts():
    title = plain_text(BoardRole.TITLE, ShownText("The ferry", "en"))
    says = plain_text(BoardRole.SAYS, "Nobody.", "en")
    board = Board((title,), (), (BoardColumn((says,)), BoardColumn((says,), is_seen=False)))
    assert board.texts == (title, says)
    assert Board().is_empty
    assert not board.is_empty
