# SPDX-License-Identifier: MIT
"""Where the words that a mark names stand in an excerpt."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model.prose_words import places_of

LETTER = "They hoped “to rid itself of several tens of thousands”, and said so. They hoped in vain."


def found(words: str, text: str) -> list[str]:
    return [text[start:end] for start, end in places_of(words, text)]


@pytest.mark.parametrize(
    ("words", "text", "there"),
    [
        ("several tens of thousands", LETTER, ["several tens of thousands"]),
        ("They hoped", LETTER, ["They hoped", "They hoped"]),
        # Blanks and line breaks are one blank; at the ends they say nothing.
        (" tens  of\nthousands ", LETTER, ["tens of thousands"]),
        ("tens of thousands", "tens of\n   thousands", ["tens of\n   thousands"]),
        # Quotation marks, apostrophes and hyphens are read alike.
        ('"to rid', LETTER, ["“to rid"]),
        ("Pyongyang's own", "It was Pyongyang’s own.", ["Pyongyang’s own"]),
        # Compatible characters: wide letters, ligatures, an accent of its own.
        ("ABC 12", "the ＡＢＣ　１２ line", ["ＡＢＣ　１２"]),
        ("office", "the oﬃce", ["oﬃce"]),
        ("café", "a cafe\u0301 there", ["cafe\u0301"]),
        # Syllables may be written as jamo.
        (unicodedata.normalize("NFD", "귀국"), "귀국 사업", ["귀국"]),
        ("귀국", unicodedata.normalize("NFD", "귀국 사업"), [unicodedata.normalize("NFD", "귀국")]),
        # A line break between East Asian characters is nothing; in Korean it parts words.
        ("居住地撰択の自由", "基本的人権に基く居住地\n撰択の自由という", ["居住地\n撰択の自由"]),
        ("귀국 사업", "귀국\n사업", ["귀국\n사업"]),
        ("귀국사업", "귀국 사업", []),
        # Invisible joiners are not read.
        ("repatriation", "repat\u00adri\u200bation", ["repat\u00adri\u200bation"]),
        ("one two", "one \u200b two", ["one \u200b two"]),
        # Case and letters count; no words are nowhere.
        ("they hoped", LETTER, []),
        ("nothing of the kind", LETTER, []),
        ("", LETTER, []),
        ("  ", LETTER, []),
        ("words", "", []),
    ],
)
def test_words_are_found_by_what_is_read(words: str, text: str, there: list[str]) -> None:
    assert found(words, text) == there


WRITTEN = st.text(st.sampled_from("abé e\u0301ﬃ 한글\u1112\u1161漢字かな　\n\u00ad“’"), max_size=30)


@given(WRITTEN, WRITTEN, WRITTEN)
def test_what_stands_in_a_text_is_found_there(before: str, words: str, after: str) -> None:
    if not words.strip("\u00ad \n　"):
        return
    text = f"{before}. {words} .{after}"
    start = len(before) + 2
    held = [place for place in places_of(words, text) if place[0] < start + len(words) and place[1] > start]
    assert held


@given(WRITTEN, WRITTEN)
def test_places_lie_in_the_text_one_after_the_other(words: str, text: str) -> None:
    at = 0
    for start, end in places_of(words, text):
        assert at <= start < end <= len(text)
        at = end
