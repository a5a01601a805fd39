# SPDX-License-Identifier: MIT
"""A source leads to every place where it is used, as far as the lens shows that place."""

import pytest

from tests.sample_documents import document_of
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.span_queries import Relation
from timeline_app.model.document import Document
from timeline_app.model.known_at import KnownAt
from timeline_app.model.lens import DateFilter, Lens
from timeline_app.model.showing import Showing
from timeline_app.model.source_places import SourceUses


@pytest.fixture(scope="module")
def document() -> Document:
    return document_of(
        {
            "title": "T",
            "sources": {
                "book": {"title": "Book", "public_since": "1990"},
                "copy": {"title": "Copy", "derives_from": ["book"], "public_since": "2000"},
                "letter": {
                    "title": "Letter",
                    "derives_from": ["copy", "gone"],
                    "consulted": {"extent": "part", "via": "book"},
                },
                "unused": {"title": "Unused"},
            },
            "excerpts": {
                "words": {"source": "book", "text": "Words"},
                "more": {"source": "book", "text": "More"},
                "loose": {"text": "Loose"},
            },
            "events": [
                {"id": "late", "title": "Late", "date": "1960", "sources": ["book", "copy"]},
                {"id": "early", "title": "Early", "date": "1950", "excerpts": ["words"]},
                {"id": "undated", "title": "Undated", "summary": "Said. [@book]"},
                {"id": "marked", "title": "Marked", "date": "1955", "body": "Said. [#more]"},
                {
                    "id": "other",
                    "title": "Other",
                    "date": "1951",
                    "known": "public",
                    "sources": ["letter"],
                },
            ],
            "claims": {
                "number": {
                    "about": "how many",
                    "accounts": [{"says": "1", "sources": ["copy"]}, {"says": "2", "excerpts": ["words"]}],
                }
            },
        }
    )


def uses(showing: Showing, source_id: str) -> SourceUses:
    found = showing.source_uses(source_id)
    assert found is not None
    return found


def names(showing: Showing, source_id: str) -> list[str]:
    return [showing.event_id(ordinal) for ordinal in uses(showing, source_id).events]


def test_events_come_in_the_order_of_time_with_undated_ones_last(document: Document) -> None:
    showing = Showing(document)
    assert names(showing, "book") == ["early", "marked", "late", "undated"]
    assert names(showing, "copy") == ["late"]
    assert names(showing, "unused") == []


def test_excerpts_claims_and_kin_are_found(document: Document) -> None:
    showing = Showing(document)
    book = uses(showing, "book")
    assert (book.excerpts, book.claims) == (("words", "more"), ("number",))
    assert (book.derives_from, book.derived, book.read_through_it) == ((), ("copy",), ("letter",))
    letter = uses(showing, "letter")
    assert (letter.derives_from, letter.derived, letter.claims) == (("copy",), (), ())


def test_a_source_that_does_not_exist_has_no_places(document: Document) -> None:
    assert Showing(document).source_uses("gone") is None


def test_what_the_lens_hides_is_no_place(document: Document) -> None:
    span = parse("1954/1956")
    assert span.earliest_s is not None
    assert span.latest_s is not None
    showing = Showing(
        document,
        Lens(dates=DateFilter(Relation.OVERLAPS, span.earliest_s, span.latest_s, certain_only=True)),
    )
    assert names(showing, "book") == ["marked"]
    assert uses(showing, "book").excerpts == ("more",)


def test_only_works_in_print_at_the_cursor_are_in_the_bibliography(document: Document) -> None:
    moment = parse("1995").latest_s
    assert moment is not None
    then = Showing(document, Lens(known_at=KnownAt(moment, "1995")))
    assert set(then.bibliography.ids) == {"book"}
    assert then.source_uses("copy") is None
    assert uses(then, "book").derived == ()
    assert Showing(document).bibliography.ids == ("book", "copy", "letter", "unused")
