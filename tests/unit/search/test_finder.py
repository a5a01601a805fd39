# SPDX-License-Identifier: MIT
"""What is found is told only as far as the lens lets it be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_documents import document_of, harbour
from timeline_app.chrono.span_queries import Answer
from timeline_app.model.document import Document
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.search.entries import entries_of
from timeline_app.search.finder import Finder, Hit
from timeline_app.search.index import SearchIndex
from timeline_app.search.kinds import EntryKind
from timeline_app.search.query import parse_query


def finder_of(document: Document) -> Finder:
    index = SearchIndex()
    index.add(entries_of(document))
    return Finder(document, index)


def hits(typed: str, document: Document | None = None, lens: Lens | None = None) -> list[Hit]:
    document = document or harbour()
    return list(finder_of(document).find(parse_query(typed), Showing(document, lens or Lens())))


def names(typed: str) -> list[str]:
    return [f"{hit.kind}:{hit.id}" for hit in hits(typed)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", []),
        ("ferry agreed", ["event:agreement"]),
        ("tag:ferry", ["event:agreement"]),
        ("lane:crew", ["event:first-boat", "event:storm"]),
        ("lane:crew first", ["event:first-boat"]),
        ("place:cape", ["event:agreement"]),
        ("kind:press lane:crew", ["event:first-boat"]),
        ("lane:nowhere", []),
        ("Hidden", []),
    ],
)
def test_what_is_found(typed: str, expected: list[str]) -> None:
    assert names(typed) == expected


def test_words_are_told_in_context() -> None:
    found = next(hit for hit in hits("asked for it") if hit.kind is EntryKind.EVENT)
    assert found.snippet is not None
    assert [found.snippet.text[start:end] for start, end in found.snippet.lit] == ["asked", "for", "it"]


def test_what_must_stay_in_context_is_found_without_its_words() -> None:
    found = next(hit for hit in hits("who needs the people") if hit.kind is EntryKind.EXCERPT)
    assert (found.id, found.is_covered, found.snippet) == ("remark", True, None)
    assert "needs" not in found.title.text


def test_what_lies_behind_a_note_is_found_without_its_words() -> None:
    found = next(hit for hit in hits("boats were lost") if hit.kind is EntryKind.EVENT)
    assert (found.id, found.is_covered, found.snippet) == ("storm", True, None)
    opened = hits("boats were lost", lens=Lens(acknowledged_notes=frozenset({"storm"})))
    assert next(hit for hit in opened if hit.kind is EntryKind.EVENT).snippet is not None


def test_dates_answer_certainly_or_possibly() -> None:
    found = {hit.id: hit.answer for hit in hits("date:1960")}
    assert found["first-boat"] is Answer.YES
    assert found["storm"] is Answer.POSSIBLE
    assert [hit.answer for hit in hits("date:1960")] == sorted(
        (hit.answer for hit in hits("date:1960")), reverse=True
    )


def test_a_question_that_names_nothing_is_told() -> None:
    finder = finder_of(harbour())
    query = parse_query("lane:nowhere date:never tag:ferry")
    assert [field.field for field in finder.unanswered(query)] == ["lane", "date"]


RAW: dict[str, object] = {
    "title": "A bridge",
    "sources": {
        "paper": {"title": "The morning paper", "kind": "press", "issued": "1901"},
        "study": {"title": "A late study", "kind": "scholarship", "issued": "1990"},
    },
    "excerpts": {"late": {"text": "A secret bargain.", "source": "study"}},
    "events": [
        {"id": "built", "date": "1901", "title": "The bridge is built", "known": "public", "sources": ["paper"],
         "summary": "There was a secret bargain. [#late]", "as_then": "It is built. [@paper]"},
        {"id": "deal", "date": "1900", "title": "The secret deal", "known": [{"to": "public", "since": "1990"}]},
        {"id": "odd", "date": "1899", "title": "A secret meeting"},
    ],
}  # fmt: skip


def test_nothing_is_found_that_was_not_in_print() -> None:
    document = document_of(RAW)
    assert {hit.id for hit in hits("secret", document)} == {"built", "deal", "odd", "late"}
    past = Lens(known_at=known_at_date("1902"))
    assert hits("secret", document, past) == []
    assert hits("study", document, past) == []
    assert [hit.id for hit in hits("built", document, past)] == ["built"]
    assert [hit.id for hit in hits("paper", document, past)] == ["paper"]
    assert "odd" not in {hit.id for hit in hits("date:1899", document, past)}


LEAKS: dict[str, object] = {
    "title": "A bridge",
    "people": {
        "builder": {"title": "Ada Wright", "note": "She drew the bridge."},
        "hidden": {"title": "Bertha Quill", "note": "A private person of the bridge.", "privacy": "withhold"},
        "historian": {"title": "Cleo Young", "note": "She wrote on the bridge."},
    },
    "sources": {
        "paper": {"title": "The bridge paper", "kind": "press", "issued": "1901"},
        "forum": {"title": "A bridge forum", "kind": "reference", "issued": "1901", "url_policy": "withhold",
                  "URL": "https://secret-forum.example/bridge"},
        "study": {"title": "A late study of the bridge", "kind": "scholarship", "issued": "1990"},
    },
    "excerpts": {
        "kept": {"text": "The bridge is a shameful thing.", "source": "paper", "show_only": "in-context"},
        "late": {"text": "The bridge was bought.", "source": "study"},
    },
    "events": [
        {"id": "built", "date": "1901", "title": "The bridge is built", "known": "public", "sources": ["paper"],
         "people": ["builder", "hidden"], "summary": "All saw it. [#kept]"},
        {"id": "sad", "date": "1901", "title": "A fall from the bridge", "known": "public", "sources": ["paper"],
         "content_note": {"text": "A death."}, "summary": "A mason drowned under it."},
        {"id": "deal", "date": "1900", "title": "The bridge deal", "sources": ["study"],
         "known": [{"to": "public", "since": "1990"}]},
        {"id": "told", "date": "1990", "title": "The bridge study appears", "sources": ["study"],
         "known": "public", "people": ["historian"], "summary": "It tells of it. [#late]"},
    ],
}  # fmt: skip
TYPED = (
    "bridge",
    "a",
    "s",
    "b",
    "shameful thing",
    "drowned",
    "quill",
    "bertha",
    "secret",
    "example",
    "bought",
    "young",
)


def told(found: list[Hit]) -> str:
    """Return all that the hits say, and their ids."""
    said = [
        f"{hit.id} {hit.title.text} {hit.snippet.text if hit.snippet else ''} {hit.within.text if hit.within else ''}"
        for hit in found
    ]
    return " / ".join(said).casefold()


@pytest.mark.parametrize("typed", TYPED)
def test_no_search_tells_what_is_withheld_or_covered(typed: str) -> None:
    said = told(hits(typed, document_of(LEAKS)))
    for forbidden in ("hidden", "bertha", "quill", "shameful", "drowned", "secret-forum", "private person"):
        assert forbidden not in said, forbidden


@pytest.mark.parametrize("typed", [*TYPED, "person:historian", "date:1990", "date:1900", "source:study"])
def test_no_search_of_1902_tells_what_came_later(typed: str) -> None:
    found = hits(typed, document_of(LEAKS), Lens(known_at=known_at_date("1902")))
    assert not {hit.id for hit in found} & {"hidden", "historian", "study", "late", "deal", "told"}
    said = told(found)
    for forbidden in ("young", "bought", "late study", "bridge deal", "shameful", "drowned"):
        assert forbidden not in said, forbidden


def test_what_may_be_told_is_found_beside_it() -> None:
    found = {hit.id for hit in hits("bridge", document_of(LEAKS))}
    assert found == {
        "builder",
        "historian",
        "paper",
        "forum",
        "study",
        "kept",
        "late",
        "built",
        "sad",
        "deal",
        "told",
    }
    lens = Lens(known_at=known_at_date("1902"))
    assert {"paper", "built"} <= {hit.id for hit in hits("bridge", document_of(LEAKS), lens)}
    assert [hit.id for hit in hits("ada wright", document_of(LEAKS), lens)] == ["builder"]


def test_at_a_cursor_no_question_tells_that_somebody_comes_later() -> None:
    document = document_of(LEAKS)
    showing = Showing(document, Lens(known_at=known_at_date("1902")))
    for typed in ("person:historian", "person:nobody", "source:study", "source:nothing"):
        search = finder_of(document).search(parse_query(typed), showing)
        assert (search.unanswered, list(search.candidates())) == ((), []), typed
    search = finder_of(document).search(parse_query("lane:nowhere person:nobody"), showing)
    assert [term.field for term in search.unanswered] == ["lane"]


@given(
    st.lists(st.sampled_from(["bridge", "the", "is", "date:1901", "kind:press", "tag:x"]), unique=True),
    st.data(),
)
def test_the_order_of_words_and_questions_does_not_count(words: list[str], data: st.DataObject) -> None:
    other = data.draw(st.permutations(words))
    document = document_of(LEAKS)
    assert hits(" ".join(words), document) == hits(" ".join(other), document)
    # Each further word leaves what was found, or less of it.
    fewer = {(hit.kind, hit.id) for hit in hits(" ".join(words), document)}
    assert len(words) < 2 or fewer <= {(hit.kind, hit.id) for hit in hits(" ".join(words[1:]), document)}
