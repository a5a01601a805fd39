# SPDX-License-Identifier: MIT
"""Hits come little by little, and are made when they are looked at."""

from __future__ import annotations

from tests.sample_documents import harbour, small_document
from timeline_app.chrono.span_queries import Answer
from timeline_app.model.document import Document
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.search.entries import entries_of
from timeline_app.search.finder import Finder
from timeline_app.search.found import Found
from timeline_app.search.index import SearchIndex
from timeline_app.search.kinds import EntryKind
from timeline_app.search.query import parse_query


def found(typed: str, document: Document, lens: Lens | None = None) -> Found:
    index = SearchIndex()
    index.add(entries_of(document))
    return Found(Finder(document, index).search(parse_query(typed), Showing(document, lens or Lens())))


def test_of_very_many_a_few_come_at_once() -> None:
    document = small_document(*({"id": f"e{number}", "title": "Sail"} for number in range(100)))
    hits = found("sail", document)
    assert hits.draw(lambda: False)
    assert (0 < len(hits) < 100, hits.is_whole) == (True, False)
    assert hits.draw(lambda: True)
    assert (len(hits), hits.is_whole, len(hits.ordinals())) == (100, True, 100)
    assert not hits.draw(lambda: True) or hits.is_whole


def test_a_hit_is_made_when_it_is_looked_at() -> None:
    hits = found("ferry agreed", harbour())
    hits.draw(lambda: True)
    hit = hits.hit(0)
    assert hit is not None
    assert (hit.kind, hit.id) == (EntryKind.EVENT, "agreement")
    assert hits.hit(0) is hit
    assert hits.hit(5) is None
    assert hits.hit(-1) is None


def test_a_question_that_names_nothing_is_told() -> None:
    hits = found("lane:nowhere", harbour())
    hits.draw(lambda: True)
    assert [term.value for term in hits.unanswered] == ["nowhere"]
    assert (len(hits), hits.is_whole) == (0, True)


def test_certain_and_possible_hits_are_counted_apart() -> None:
    hits = found("date:1960", harbour())
    hits.draw(lambda: True)
    assert (hits.possible, len(hits)) == (
        sum(hit.answer is Answer.POSSIBLE for number in range(len(hits)) if (hit := hits.hit(number))),
        len(hits),
    )
    assert 0 < hits.possible < len(hits)
    words = found("ferry", harbour())
    words.draw(lambda: True)
    assert words.possible == 0


def test_of_what_finds_nothing_each_part_is_left_out_in_turn() -> None:
    def parts(typed: str) -> list[str]:
        return [str(part) for part in found(typed, harbour()).loosened]

    assert parts("lane:crew ferry") == ["“ferry”", "lane:crew"]
    assert parts('Ferry "zz top" tag:ferry') == ["“zz top”"]
    assert parts('lane:"the crew" zzz') == ["“zzz”"]
    assert parts("zzz") == []
    assert parts("yyy zzz") == []
    assert parts("a b c d e f g zzz") == []


def test_candidates_are_those_of_which_a_hit_is_made() -> None:
    for typed in ("tag:ferry", "the", "ferry", "cape", "first lane:crew", "date:1960"):
        hits = found(typed, harbour())
        hits.draw(lambda: True)
        made = [hits.hit(number) for number in range(len(hits))]
        assert all(hit is not None for hit in made), typed
