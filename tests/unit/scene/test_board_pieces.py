# SPDX-License-Identifier: MIT
"""A thing too long for one sheet comes in pieces: every word once and in its order, none of them without its speaker."""

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.model.prose import Span
from timeline_app.scene.board import BoardColumn, BoardRole, BoardText
from timeline_app.scene.board_pieces import Fits, pieces_of

SPEAKER = BoardText(BoardRole.SPEAKER, (Span("A sailor"),), "en")
WORDS = st.text("abc", min_size=1, max_size=12)
SENTENCES = st.lists(WORDS, min_size=1, max_size=6).map(lambda words: f"{' '.join(words).capitalize()}.")
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=5).map(" ".join)


def said(text: str) -> BoardText:
    return BoardText(BoardRole.SAYS, (Span(text),), "en", "“", "”")


def column(*paragraphs: str) -> BoardColumn:
    return BoardColumn((SPEAKER, *(said(each) for each in paragraphs)), mapped="pier")


def room_for(characters: int) -> Fits:
    return lambda tried: (
        sum(len(text.words) for text in tried.texts if text.role is BoardRole.SAYS) <= characters
    )


def words_of(pieces: tuple[BoardColumn, ...]) -> list[str]:
    return [
        word
        for piece in pieces
        for text in piece.texts
        if text.role is BoardRole.SAYS
        for word in text.words.split()
    ]


def test_a_piece_ends_with_a_sentence_and_only_the_last_one_closes_the_quotation() -> None:
    first, second = pieces_of(column("One. Two. Three."), room_for(10))
    assert [text.text for text in first.texts] == ["A sailor", "“One. Two."]
    assert [text.text for text in second.texts] == ["A sailor", "“Three.”"]
    assert (first.mapped, second.mapped) == ("", "pier")


def test_a_sentence_without_room_is_broken_between_words_and_one_word_stands_as_it_is() -> None:
    pieces = pieces_of(column("One two three four."), room_for(10))
    assert [piece.texts[1].text for piece in pieces] == ["“One two ", "“three ", "“four.”"]
    assert pieces_of(column("Unbreakable. Short."), room_for(8))[0].texts[1].text == "“Unbreakable."


def test_what_has_room_is_one_piece_and_so_is_what_has_none_without_its_words() -> None:
    whole = column("One. Two.")
    assert pieces_of(whole, room_for(100)) == (whole,)
    assert pieces_of(whole, lambda _: False) == (whole,)


@settings(max_examples=60)
@given(st.lists(PARAGRAPHS, min_size=1, max_size=3), st.integers(1, 60))
def test_every_word_stands_once_in_its_order_and_each_piece_has_room_or_is_one_word(
    paragraphs: list[str], room: int
) -> None:
    whole, fits = column(*paragraphs), room_for(room)
    pieces = pieces_of(whole, fits)
    assert words_of(pieces) == words_of((whole,))
    assert all(fits(piece) or len(words_of((piece,))) == 1 for piece in pieces)
    assert all(piece.texts[0] == SPEAKER for piece in pieces)
    assert [piece.mapped for piece in pieces] == [*[""] * (len(pieces) - 1), "pier"]
