# SPDX-License-Identifier: MIT
"""Folding: case, accents and widths go, and every folded character knows where it came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.search.folding import (
    folded,
    folded_with_places,
    is_word_end,
    pairs_of,
    runs_of,
    word_starts,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Red Cross", "red cross"),
        ("Genève, Zürich, Ōmura", "geneve, zurich, omura"),
        ("Geneve\u0301", "genevé".replace("é", "e")),
        ("Straße", "strasse"),
        ("ＡＢＣ１２", "abc12"),
        ("ﾆｲｶﾞﾀ", "ニイガタ"),
        ("が", "が"),
        ("か\u3099", "が"),
        ("한국", "한국"),
        ("\u1112\u1161\u11ab", "한"),
        ("co\u00adop\u200bera", "coopera"),
        ("㍻", "平成"),
    ],
)
def test_texts_fold(text: str, expected: str) -> None:
    assert folded(text) == expected


@given(st.text())
def test_folded_characters_know_their_places(text: str) -> None:
    told = folded_with_places(text)
    assert told.text == folded(text)
    assert len(told.starts) == len(told.ends) == len(told.text)
    assert all(0 <= start < end <= len(text) for start, end in zip(told.starts, told.ends, strict=True))
    assert list(told.starts) == sorted(told.starts)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    once = folded(text)
    assert [run.text for run in runs_of(folded(once))] == [run.text for run in runs_of(once)]


def test_a_stretch_leads_back_to_the_original() -> None:
    told = folded_with_places("In Gene\u0301ve (㍻)")
    at = told.text.index("eve")
    assert told.stretch(at, at + 3) == (6, 10)
    assert told.stretch(told.text.index("平"), told.text.index("平") + 1) == (12, 13)


def test_runs_are_words_or_east_asian() -> None:
    assert [(run.text, run.is_east_asian) for run in runs_of("1959年の北朝鮮, 귀국선 dprk_x")] == [
        ("1959", False), ("年の北朝鮮", True), ("귀국선", True), ("dprk", False), ("x", False),
    ]  # fmt: skip
    assert list(pairs_of("北朝鮮")) == ["北朝", "朝鮮"]
    assert list(pairs_of("北")) == []


def test_words_begin_and_end() -> None:
    assert word_starts("go to 北朝 now") == (0, 3, 6, 7, 9)
    assert is_word_end("go to", 2)
    assert is_word_end("go to", 5)
    assert not is_word_end("going", 2)
    assert is_word_end("北朝", 1)
