# SPDX-License-Identifier: MIT
"""A made-up exhibit with places of every sureness, two routes, and a place that became known by its name later."""

from __future__ import annotations

from tests.sample_documents import document_of
from timeline_app.model.document import Document

EVENTS: list[dict[str, object]] = [
    {
        "id": "a",
        "title": "A sails",
        "date": "1950",
        "lane": "ships",
        "place": "east",
        "route": ["east", "west"],
    },
    {"id": "b", "title": "B sails", "date": "1952", "lane": "ships", "route": ["east", "west"]},
    {"id": "c", "title": "C sails", "date": "1960", "lane": "ships", "route": ["rock", "east"]},
    {"id": "d", "title": "D stays", "date": "1961", "lane": "ships", "place": ["isle", "land"]},
    {"id": "e", "title": "E is lost", "date": "1962", "lane": "ships", "place": "lost"},
    {"id": "f", "title": "F sails", "date": "1963", "lane": "ships", "route": ["east", "lost"]},
    {
        "id": "g",
        "title": "G builds",
        "date": "1955",
        "lane": "ships",
        "place": "later",
        "known": "public",
    },
    {"id": "h", "title": "H writes", "date": "1956", "lane": "ships", "place": "far", "tags": ["letter"]},
    {"id": "i", "title": "I waits", "lane": "ships", "place": "east"},
]

COASTS: dict[str, object] = {
    "title": "The coasts",
    "languages": ["en", "ja"],
    "lanes": {"ships": {"title": "Ships", "colour": "indigo"}},
    "places": {
        "west": {"title": {"en": "Westport", "ja": "西港"}, "at": [41.8, 129.8], "certainty": "exact"},
        "east": {"title": "Eastport", "at": [37.9, 139.0], "names": [{"text": "東港", "lang": "ja"}]},
        "isle": {"title": "The isle", "at": [33.4, 126.5], "certainty": "region", "radius_km": 40},
        "land": {"title": "Inland", "at": [36.0, 138.0], "certainty": "region"},
        "rock": {"title": "The rock", "at": [35.0, 132.0], "certainty": "doubtful"},
        "lost": {"title": "The lost village"},
        "later": {"title": "[The new town]{since=1980}", "at": [34.7, 135.2]},
        "unused": {"title": "Nowhere at all", "at": [0, 0]},
        "far": {"title": "Farport", "at": [46.2, 6.1]},
    },
    "events": EVENTS,
}


def coasts() -> Document:
    """Return the exhibit."""
    return document_of(COASTS)
