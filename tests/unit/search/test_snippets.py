# SPDX-License-Identifier: MIT
"""Words are found where they stand in the original, and told in a line around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.search.query import parse_query
from timeline_app.search.snippets import LENGTH, holds_all, places_of, snippet_of


def found(typed: str, text: str) -> list[str]:
    return [text[start:end] for start, end in places_of(parse_query(typed).terms, text)]


@pytest.mark.parametrize(
    ("typed", "text", "expected"),
    [
        ("geneve", "In Genève, at GENEVE.", ["Genève", "GENEVE"]),
        ("repat", "The Repatriation; not the irrepatriable.", ["Repat"]),
        ('"repat"', "The repatriation, a repat.", ["repat"]),
        ('"red cross"', "The Red  Cross and the red-cross; red crossing.", ["Red  Cross", "red-cross"]),
        ("朝鮮", "北朝鮮と朝鮮総聯", ["朝鮮", "朝鮮"]),
        ("귀국", "재일교포 귀국사업", ["귀국"]),
        ("ニイガタ", "ﾆｲｶﾞﾀ港", ["ﾆｲｶﾞﾀ"]),
        ("aa", "aaaa aa", ["aa", "aa"]),
        ("1959", "1959-08-13", ["1959"]),
        ("second red", "A red second.", ["red", "second"]),
        ("nothing", "There is none.", []),
    ],
)
def test_words_are_found(typed: str, text: str, expected: list[str]) -> None:
    assert found(typed, text) == expected


def test_all_terms_may_stand_in_different_texts() -> None:
    terms = parse_query("red ship").terms
    assert holds_all(terms, ("The Red Cross", "Two ships"))
    assert not holds_all(terms, ("The Red Cross", "Two boats"))


def test_a_short_text_is_told_whole() -> None:
    told = snippet_of(parse_query("ship").terms, "The first\n ships leave.")
    assert told is not None
    assert (told.text, told.lit) == ("The first ships leave.", ((10, 14),))


def test_a_long_text_is_cut_around_what_was_found() -> None:
    text = "One word after the other, " * 12 + "then the ship came in, " + "and many words more. " * 12
    told = snippet_of(parse_query("ship").terms, text)
    assert told is not None
    assert told.text.startswith("…")
    assert told.text.endswith("…")
    assert [told.text[start:end] for start, end in told.lit] == ["ship"]
    assert len(told.text) <= LENGTH + 2


def test_east_asian_text_is_cut_shorter() -> None:
    told = snippet_of(parse_query("帰国").terms, "あ" * 200 + "帰国船" + "い" * 200)
    assert told is not None
    assert len(told.text) <= LENGTH // 2 + 2
    assert [told.text[start:end] for start, end in told.lit] == ["帰国"]


def test_what_is_not_there_has_no_snippet() -> None:
    assert snippet_of(parse_query("ship").terms, "No boat.") is None
    assert snippet_of((), "No boat.") is None


@given(st.text(max_size=400), st.text(min_size=1, max_size=4))
def test_what_is_lit_in_a_snippet_reads_as_it_was_typed(text: str, typed: str) -> None:
    terms = parse_query(typed).terms
    told = snippet_of(terms, text)
    if told is None:
        return
    assert told.lit
    assert all(0 <= start < end <= len(told.text) for start, end in told.lit)
