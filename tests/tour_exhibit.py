# SPDX-License-Identifier: MIT
"""An exhibit with tours: steps, a spare stop, ways out, a cursor before its own event, filters. All of it is invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from tests.sample_documents import small_document
from timeline_app.model.document import Document

EVENTS: Final = (
    {
        "id": "pier",
        "date": "1950",
        "lane": "town",
        "place": "minase",
        "known": "public",
        "sources": ["daily"],
        "links": [{"to": "ferry", "kind": "led-to", "sources": ["daily"]}],
    },
    {
        "id": "deal",
        "date": "1955-03-01",
        "lane": "office",
        "known": [{"since": "1990", "to": "public"}],
        "sources": ["study"],
        "excerpts": ["order"],
    },
    {
        "id": "ferry",
        "date": "1960-05-01",
        "lane": "town",
        "known": "public",
        "sources": ["daily"],
        "figure": {"title": "Ferries", "data": [["1960", 3]], "source": "daily"},
    },
    {"id": "song", "lane": "town", "known": "public", "sources": ["daily"]},
)

STOPS: Final = (
    {
        "event": "pier",
        "view": "1945/1955",
        "notes": "Begin here.[ Tell of the order.]{since=1990}",
        "minutes": 2,
    },
    {
        "event": "deal",
        "view": "1953/1957",
        "show": ["order", "who", "study", "map"],
        "steps": ["order", ["who", "study"], "map"],
        "branches": [
            {"ask": "If they ask about the ferry", "to": "ferry"},
            {"ask": "If they ask who sings", "to": "aside"},
        ],
    },
    {"event": "song", "id": "aside", "hidden": True},
    {
        "event": "ferry",
        "show": ["chain", "figure", "map:pier", "pier", {"excerpt": "order", "words": "by night"}],
        "as_known_at": "1970",
        "filters": {"lane": ["town"], "colour": "red"},
    },
    {"show": ["daily"], "view": "1940/1980"},
)


def toured(
    *stops: Mapping[str, object],
    also: Sequence[Mapping[str, object]] = (),
    path: Path | None = None,
    **more: object,
) -> Document:
    """Return the exhibit, its long tour with the usual stops unless others are given; `also` are further events."""
    tours = {
        "long": {
            "title": "The long way",
            "minutes": 20,
            "note": "For *pupils*.",
            "stops": list(stops or STOPS),
        },
        "at-night": {
            "title": "By night[: an order]{since=1990}",
            "stops": [{"event": "deal", "as_known_at": "1956", "view": "1950/1960"}],
        },
        "nowhere": {"title": "Nowhere", "stops": [{"event": "song", "hidden": True}]},
    }
    return small_document(
        *EVENTS,
        *also,
        lanes=("town", "office"),
        places={"minase": {"title": "Minase", "at": [38.0, 139.0]}},
        sources={
            "daily": {
                "type": "article-newspaper",
                "title": "The Daily",
                "issued": "1950",
                "public_since": "1950",
            },
            "study": {"type": "book", "title": "A study", "issued": "1991"},
        },
        excerpts={"order": {"source": "study", "text": "Sail by night.", "speaker": "The office"}},
        claims={
            "who": {
                "about": "Who gave the order",
                "status": "open",
                "accounts": [{"says": "Nobody.", "sources": ["study"]}],
            }
        },
        tours={**tours, **more},
        path=path,
    )
