# SPDX-License-Identifier: MIT
"""An invented exhibit that tells who knew of what since when, and what rests on what: for cursors and switches."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tests.sample_documents import small_document
from timeline_app.model.document import Document

EVENTS: Final = (
    {
        "id": "opened",
        "title": "The pier opens",
        "date": "1959-08-14",
        "known": "public",
        "summary": "It opened at noon.[#report]",
        "sources": ["daily"],
    },
    {
        "id": "agreed",
        "title": "A secret agreement",
        "date": "1958",
        "summary": "It was signed.[@file]",
        "known": [
            {"to": "public", "since": "2004", "source": "study"},
            {"to": "governments", "where": "JP", "since": "1958"},
        ],
        "sources": ["file", "study"],
    },
    {
        "id": "strike",
        "title": "The strike",
        "date": "1960-05",
        "sources": ["daily"],
        "known": [{"to": "public", "where": "JP", "since": "1960-05"}],
    },
    {"id": "storm", "title": "The storm", "date": "1961", "known": "public"},
    {"id": "rumour", "title": "The rumour", "date": "1957"},
)
SOURCES: Final = {
    "daily": {"title": "The Minase Daily", "kind": "press", "issued": "1959-08-15"},
    "file": {"title": "A file", "kind": "document", "public_since": "2004"},
    "study": {"title": "A study", "kind": "scholarship", "issued": "2007", "derives_from": ["file"]},
    "voice": {"title": "What Mori told", "kind": "testimony"},
}
EXCERPTS: Final = {
    "report": {"text": "The pier was opened at noon by the mayor.", "source": "daily"},
}
CLAIMS: Final = {
    "who-paid": {
        "about": "who paid for the pier",
        "events": ["opened"],
        "accounts": [
            {"says": "The town.", "sources": ["daily"]},
            {"says": "The ministry.", "sources": ["study"]},
        ],
        "status": "disputed",
    }
}


def archive(path: Path | None = None) -> Document:
    """Return the exhibit: five events, one of which nobody knows when it became public."""
    return small_document(*EVENTS, path=path, sources=SOURCES, excerpts=EXCERPTS, claims=CLAIMS)
