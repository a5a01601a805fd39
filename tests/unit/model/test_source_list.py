# SPDX-License-Identifier: MIT
"""The list of sources: groups, search and order."""

import pytest

from tests.sample_documents import document_of, harbour
from timeline_app.chrono.edtf import parse
from timeline_app.model.known_at import KnownAt
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.model.source_list import KINDS, SourceList, SourceOrder


@pytest.fixture(scope="module")
def harbour_list() -> SourceList:
    return SourceList(Showing(harbour()))


def ids(sources: SourceList, words: str = "", order: SourceOrder = SourceOrder.AUTHOR) -> list[str]:
    return [name for group in sources.groups(words, order) for name in group.ids]


def test_groups_stand_in_one_order_and_untold_kinds_last(harbour_list: SourceList) -> None:
    groups = harbour_list.groups()
    assert [group.kind for group in groups] == ["document", "press", "scholarship", ""]
    assert groups[2].ids == ("ledger", "kikuchi")
    assert harbour_list.count == 5
    assert KINDS[-1] == ""


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("mori", ["ledger"]),
        ("HARU Mori", ["ledger"]),
        ("mori 1961", ["ledger"]),
        ("菊池", ["kikuchi"]),
        ("菊池嘉晃", ["kikuchi"]),
        ("海峡研究", ["kikuchi"]),
        ("ｇａｚｅｔｔｅ", ["gazette"]),
        ("wanted the ferry", ["gazette"]),
        ("strait press", ["ledger"]),
        ("nothing", []),
        ("  ", ["letter", "gazette", "ledger", "kikuchi", "untold"]),
    ],
)
def test_all_words_must_occur_somewhere_in_a_source(
    harbour_list: SourceList, typed: str, found: list[str]
) -> None:
    assert ids(harbour_list, typed) == found


def test_sources_stand_in_the_order_that_is_wished() -> None:
    sources = {
        "c": {"title": "Zebra", "author": [{"literal": "Abe"}], "issued": "1970"},
        "a": {"title": "The apple", "author": [{"literal": "Mori"}]},
        "b": {"title": "Lemon", "author": [{"literal": "Sato"}], "issued": "1960"},
    }
    events = [{"title": "One", "sources": ["b", "a"]}, {"title": "Two", "sources": ["b"]}]
    shown = SourceList(Showing(document_of({"title": "T", "sources": sources, "events": events})))
    assert ids(shown, order=SourceOrder.AUTHOR) == ["c", "a", "b"]
    assert ids(shown, order=SourceOrder.DATE) == ["b", "c", "a"]
    assert ids(shown, order=SourceOrder.TITLE) == ["a", "b", "c"]
    assert ids(shown, order=SourceOrder.USES) == ["b", "a", "c"]


def test_what_was_not_in_print_is_neither_listed_nor_found() -> None:
    moment = parse("1960").latest_s
    assert moment is not None
    then = SourceList(Showing(harbour(), Lens(known_at=KnownAt(moment, "1960"))))
    assert ids(then) == ["gazette"]
    assert ids(then, "ledger") == []
    # What the exhibit says of it today is not searched either.
    assert ids(then, "wanted the ferry") == []
