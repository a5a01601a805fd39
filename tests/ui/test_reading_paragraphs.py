# SPDX-License-Identifier: MIT
"""Prose made flat: where numbers stand, what they cover, what is copied and what is spoken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.base.text_value import ShownText
from timeline_app.model.prose import Block, BlockKind, Emphasis, Mark, Passage, Span
from timeline_app.ui.reading.paragraphs import (
    MARK_GAP,
    WORD_JOINER,
    Chip,
    ParagraphWriter,
    paragraph_of,
    paragraphs_of,
    upright_cjk,
    words,
)
from timeline_app.ui.reading.selection import TextPlace, TextSelection, everything


def mark(number: int, target: str = "a") -> Mark:
    return Mark(target, is_excerpt=False, number=number)


def passage(text: str, *numbers: int) -> Passage:
    return Passage((Span(text),), tuple(mark(number) for number in numbers))


def test_a_number_follows_its_words_without_a_break() -> None:
    paragraph = paragraph_of(Block((passage("Signed.", 1), passage(" Sailed.", 2, 13))))
    assert paragraph.text == f"Signed.{WORD_JOINER}1 Sailed.{WORD_JOINER}2{WORD_JOINER}{MARK_GAP}13"
    covered = [paragraph.text[spot.passage_start : spot.passage_end] for spot in paragraph.spots]
    numbers = [paragraph.text[spot.start : spot.end] for spot in paragraph.spots]
    assert covered == ["Signed.", " Sailed.", " Sailed."]
    assert numbers == ["1", "2", "13"]


def test_a_blank_before_a_mark_goes_after_the_number() -> None:
    paragraph = paragraph_of(Block((passage("Signed. ", 1), passage("Sailed."))))
    assert paragraph.text == f"Signed.{WORD_JOINER}1 Sailed."


def test_a_mark_without_words_covers_nothing_and_is_still_there() -> None:
    paragraph = paragraph_of(Block((Passage((), (mark(1),)), passage(" ", 2))))
    assert [spot.mark.number for spot in paragraph.spots] == [1, 2]


def test_copied_text_has_numbers_in_brackets() -> None:
    paragraph = paragraph_of(Block((passage("Signed.", 1, 2), passage(" Sailed."))))
    assert paragraph.copied() == "Signed.[1][2] Sailed."
    assert paragraph.copied(0, 3) == "Sig"
    spot = paragraph.spots[0]
    assert paragraph.copied(spot.start, spot.end) == "[1]"
    assert paragraph.copied(spot.end) == "[2] Sailed."
    assert paragraph.copied(0, spot.start) == "Signed."


def test_spoken_text_has_no_numbers_and_names_the_chip() -> None:
    writer = ParagraphWriter()
    writer.add("A letter.")
    writer.add_marks([mark(3)])
    assert writer.paragraph("body", chip=Chip("Document", "chip-document")).spoken == "Document. A letter."


def test_kinds_of_block_become_roles_and_bullets() -> None:
    blocks = [
        Block((passage("One"),), BlockKind.HEADING, 2),
        Block((passage("Two"),), BlockKind.HEADING, 3),
        Block((passage("Three"),), BlockKind.LIST_ITEM),
        Block((passage("四"),), BlockKind.QUOTE, language="ja"),
    ]
    shown = [(p.role, p.kind, p.bullet, p.language) for p in paragraphs_of(blocks)]
    assert shown == [
        ("subheading", BlockKind.HEADING, "", ""),
        ("body-strong", BlockKind.HEADING, "", ""),
        ("reading", BlockKind.LIST_ITEM, "•", ""),
        ("reading", BlockKind.QUOTE, "", "ja"),
    ]


def test_runs_keep_emphasis_language_and_later_knowledge() -> None:
    span = Span("知らせ", Emphasis.STRESSED, "ja", "2004")
    (run,) = paragraph_of(Block((Passage((span,)),))).runs
    assert (run.text, run.emphasis, run.language, run.since) == ("知らせ", Emphasis.STRESSED, "ja", "2004")


def test_plain_words_keep_the_language_of_a_shown_text() -> None:
    assert words(ShownText("귀국", "ko"), "body").language == "ko"
    assert words("text", "body").language == ""


def test_the_ink_of_a_chip_follows_its_ground() -> None:
    assert Chip("Press", "chip-press").ink == "chip-press-text"
    assert Chip("Error", "error-ground").ink == "error"


@pytest.mark.parametrize(
    ("text", "upright"),
    [("plain", []), ("Inoue 井上 said", ["井上"]), ("「はい」", ["「はい」"]), ("가 나", ["가", "나"])],
)
def test_east_asian_characters_are_never_slanted(text: str, upright: list[str]) -> None:
    assert [text[start:end] for start, end in upright_cjk(text)] == upright


@given(
    st.lists(
        st.tuples(st.text(alphabet="ab. 日", max_size=6), st.lists(st.integers(1, 120), max_size=3)),
        max_size=5,
    )
)
def test_what_is_copied_is_the_words_and_the_numbers(parts: list[tuple[str, list[int]]]) -> None:
    block = Block(tuple(passage(text, *numbers) for text, numbers in parts))
    paragraph = paragraph_of(block)
    without_numbers = "".join(paragraph.spoken.split())
    assert without_numbers == "".join(block.text.split())
    assert [spot.mark.number for spot in paragraph.spots] == [n for _, numbers in parts for n in numbers]
    copied = "".join(paragraph.copied().split())
    assert all(f"[{number}]" in copied for _, numbers in parts for number in numbers)
    assert WORD_JOINER not in copied
    # Copied in two halves it is the same as copied at once, wherever no mark is cut through.
    for cut in {0, *(spot.end for spot in paragraph.spots)}:
        assert paragraph.copied(0, cut) + paragraph.copied(cut) == paragraph.copied()


def test_a_selection_runs_over_paragraphs_in_either_direction() -> None:
    paragraphs = [words("first", "body"), words("second", "body"), words("third", "body")]
    forward = TextSelection(TextPlace(0, 2), TextPlace(2, 3))
    backward = TextSelection(TextPlace(2, 3), TextPlace(0, 2))
    assert forward.text(paragraphs) == backward.text(paragraphs) == "rst\n\nsecond\n\nthi"
    assert forward.within(1, paragraphs) == (0, 6)
    assert TextSelection(TextPlace(1, 0), TextPlace(1, 4)).within(0, paragraphs) is None
    assert TextSelection(TextPlace(0, 5), TextPlace(1, 2)).within(0, paragraphs) is None
    assert TextSelection(TextPlace(0, 5), TextPlace(0, 5)).is_empty


def test_everything_is_all_paragraphs() -> None:
    paragraphs = [words("first", "body"), words("second", "body")]
    selection = everything(paragraphs)
    assert selection is not None
    assert selection.text(paragraphs) == "first\n\nsecond"
    assert everything([]) is None
