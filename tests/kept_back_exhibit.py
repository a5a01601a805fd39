# SPDX-License-Identifier: MIT
"""An invented exhibit for curtain and question: five decisions in a row, their words, works and claims."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tests.sample_documents import document_of
from timeline_app.model.document import Document

VOTE, ORDER, PIER, FERRY, STORM = range(5)


_EVENTS: Final[tuple[Mapping[str, object], ...]] = (
    {
        "id": "vote",
        "title": "The council votes for a pier",
        "short": "The council votes",
        "date": "1957-03-04",
        "predict": True,
        "summary": "Eight of nine were for it. [@minutes]",
        "body": "The order of 1958 followed. [@study]",
        "people": ["mori"],
        "sources": ["minutes", "study"],
        "excerpts": ["eight"],
        "date_basis": "The minutes bear the day.",
        "links": [{"to": "order", "kind": "led-to"}],
    },
    {
        "id": "order",
        "title": "Piles are ordered",
        "date": "1958-06-10",
        "predict": True,
        "as_then": "The council orders piles. [@daily]",
        "summary": "Piles were ordered, as it turned out too few. [@study]",
        "sources": ["daily", "study"],
        "known": "public",
        "links": [{"to": "pier", "kind": "led-to", "why": "Without piles no pier."}],
    },
    {
        "id": "pier",
        "title": "The pier opens",
        "date": "1959-08-14",
        "place": "minase",
        "people": ["ito"],
        "tags": ["feast"],
        "excerpts": ["eight", "noon"],
        "sources": ["daily"],
        "known": "public",
    },
    {"id": "ferry", "title": "The ferry runs", "date": "1957-05/1960-10", "sources": ["study"]},
    {
        "id": "storm",
        "title": "The storm",
        "date": "1961",
        "predict": True,
        "content_note": {"category": "deaths"},
    },
)
_MORE: Final = {
    "people": {"mori": {"title": "Mori Haru"}, "ito": {"title": "Ito Ken"}},
    "places": {"minase": {"title": "Minase", "at": [38.0, 139.0]}},
    "eras": [
        {"id": "plans", "title": "Plans", "date": "1956/1958-06-09"},
        {"id": "works", "title": "Works", "date": "1958-06-10/1961"},
    ],
    "sources": {
        "minutes": {"title": "Minutes", "issued": "1957-03-05", "public_since": "1957-04"},
        "daily": {"title": "The Daily", "issued": "1959-08-15", "public_since": "1959-08-15"},
        "study": {
            "title": "A study",
            "issued": "2004",
            "public_since": "2004",
            "note": "It dates the vote.",
        },
    },
    "excerpts": {
        "eight": {"text": "Eight for, one against.", "source": "minutes", "date": "1957-03-04"},
        "noon": {"text": "At noon the rope was cut.", "source": "daily", "date": "1959-08-15"},
    },
    "claims": {
        "votes": {
            "about": "how many voted for it",
            "events": ["vote", "ferry"],
            "accounts": [
                {"says": "Eight", "sources": ["minutes"]},
                {"says": "Nine", "sources": ["study"]},
            ],
            "status": "disputed",
        }
    },
    "silences": [{"date": "1957/1960", "why": "closed", "note": "Its files were opened in 2004."}],
}


def harbour_votes() -> Document:
    """Return five events of 1957 to 1961; the vote and the order may be asked for, the storm bears a content note."""
    lanes = {"town": {"title": "Town", "colour": "teal"}}
    events = [{"lane": "town", **event} for event in _EVENTS]
    return document_of({"title": "A small harbour", "lanes": lanes, "events": events, **_MORE})
