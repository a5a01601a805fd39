# SPDX-License-Identifier: MIT
"""Sources, words and accounts on the board: what must be said with them is said."""

from tests.sample_documents import small_document
from tests.stages import ENGLISH
from timeline_app.model.showing import Showing
from timeline_app.scene.board import BoardColumn
from timeline_app.scene.board_evidence import (
    account_columns,
    claim_head,
    excerpt_column,
    source_column,
)

DOCUMENT = small_document(
    {"id": "storm", "date": "1951", "excerpts": ["said", "bare", "hard"]},
    sources={
        "paper": {
            "type": "article-newspaper",
            "title": "The Daily",
            "kind": "press",
            "consulted": {"extent": "part"},
            "issued": "1951",
            "provenance": "Found in a box.",
        },
    },
    excerpts={
        "said": {
            "source": "paper",
            "text": "Boats are lost.",
            "speaker": "a harbour master",
            "date": "1951-02-03",
            "locator": "p. 2",
            "elided": "both",
            "show_only": "in-context",
            "comment": "He spoke before he knew.",
        },
        "bare": {"text": {"text": "船が出た。", "lang": "ja", "translations": {"en": {"text": "It left."}}}},
        "hard": {"text": "We saw.", "content_note": {"category": "death"}},
    },
    claims={
        "lost": {
            "about": "how many were lost",
            "status": "refuted",
            "accounts": [
                {"says": "Three.", "by": "the office", "date": "1951", "refuted_since": "1960"},
                {"says": "Nine."},
            ],
        }
    },
)
SHOWING = Showing(DOCUMENT)


def words(column: BoardColumn) -> list[str]:
    return [text.text for text in column.texts]


def excerpt(name: str, *, is_alone: bool = True) -> list[str]:
    found = SHOWING.excerpt(name)
    assert found is not None
    return words(excerpt_column(found, "", ENGLISH, is_alone=is_alone))


def test_words_that_may_not_stand_alone_have_speaker_comment_and_source():
    assert excerpt("said") == [
        "… “Boats are lost.” …",
        "A harbour master · 3 February 1951",
        "He spoke before he knew.",
        "Quoted in The Daily 1951, p. 2",
    ]


def test_a_translation_says_that_nobody_is_named_for_it():
    assert excerpt("bare")[:2] == ["“It left.”", "「船が出た。」"]
    assert excerpt("bare")[-1].endswith("Translation: translator not named, a draft")


def test_covered_words_are_a_note_alone():
    assert excerpt("hard") == ["Before you read on", "What follows concerns: death."]


def test_a_source_says_what_it_is_and_how_far_it_was_read():
    source = SHOWING.source("paper")
    assert source is not None
    assert words(source_column(source, ENGLISH)) == [
        "The Daily",
        "The Daily 1951 · Press · Read in part",
        "Found in a box.",
    ]


def test_accounts_say_who_when_and_what_has_become_of_them():
    claim = SHOWING.claim("lost")
    assert claim is not None
    first, second = account_columns(claim, ENGLISH, is_headed=True)
    assert words(first) == ["How many were lost", "The office", "Told 1951", "Three.", "Refuted since 1960."]
    assert words(second) == ["Nobody is named", "Nine."]
    assert [text.text for text in claim_head(claim, (), ENGLISH)] == [
        "How many were lost",
        "Refuted · 2 accounts",
    ]
