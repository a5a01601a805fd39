# SPDX-License-Identifier: MIT
"""The index is made a little at a time, and can be called off."""

from __future__ import annotations

from tests.sample_documents import harbour, small_document
from timeline_app.search.entries import entries_of
from timeline_app.search.query import Term
from timeline_app.search.work import IndexWork


def test_all_entries_are_taken_in_and_others_have_their_turn() -> None:
    turns: list[int] = []
    document = harbour()
    index = IndexWork(document).run(lambda: turns.append(1), lambda: False)
    assert index is not None
    assert len(index) == len(list(entries_of(document)))
    assert len(turns) >= len(index) // 16
    assert list(index.find((Term("ferry"),)))


def test_what_is_called_off_leaves_nothing() -> None:
    many = small_document(*({"id": f"e{number}"} for number in range(500)))
    assert IndexWork(many).run(lambda: None, lambda: True) is None


def test_work_knows_its_exhibit() -> None:
    document = harbour()
    assert IndexWork(document).is_of(document)
    assert not IndexWork(document).is_of(harbour())
