# SPDX-License-Identifier: MIT
"""A small invented exhibit in which every kind of evidence, loss and knowledge is found once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.sample_documents import small_document
from timeline_app.model.document import Document

LONG_AGO, KNOWN, VEILED, RUMOUR, PART, DENIED, POSSIBLE, DISPUTED, BARE, ALONE = range(10)

SOURCES = {
    "gazette": {"title": "The gazette", "kind": "press", "issued": "1958", "consulted": {"extent": "whole"}},
    "ledger": {
        "title": "The ledger",
        "kind": "document",
        "public_since": "1959",
        "consulted": {"extent": "whole"},
    },
    "history": {
        "title": "A history",
        "kind": "scholarship",
        "issued": "1957",
        "consulted": {"extent": "whole"},
    },
    "copy": {"title": "A copy", "kind": "press", "issued": "1958", "derives_from": ["gazette"]},
}
CLAIM = {
    "about": "when the boat sailed",
    "accounts": [
        {"says": "In May.", "by": "the gazette", "sources": ["gazette"], "event_date": "1956-05-02"},
        {"says": "In June.", "by": "the history", "sources": ["history"], "event_date": "1956-06-20"},
        {"says": "Some time in 1954.", "sources": ["ledger"], "event_date": "1954"},
        {"says": "Nobody knows.", "sources": ["ledger"]},
    ],
    "status": "disputed",
    "conclusion": "It is not settled.",
}


def known(extent: str = "whole", since: str = "1957") -> list[dict[str, str]]:
    """Return who knew of an event: the public, since a date."""
    return [{"to": "public", "since": since, "extent": extent}]


def evidence_exhibit(silences: Sequence[Mapping[str, object]] = ()) -> Document:
    """Return the exhibit; the ordinals of its events are the names above."""
    every = {"importance": 3, "known": known()}
    three = ["gazette", "ledger", "history"]
    return small_document(
        {**every, "id": "long-ago", "date": "1950/1953", "sources": three},
        {**every, "id": "known", "date": "1954-03-02", "sources": ["gazette", "copy"]},
        {"id": "veiled", "date": "1955-01-02", "importance": 3, "sources": ["ledger"], "lane": "crew"},
        {**every, "id": "rumour", "date": "1955-06-02", "known": known("rumour"), "sources": ["gazette"]},
        {**every, "id": "part", "date": "1956-01-02", "known": known("part"), "sources": ["ledger", "history"]},
        {**every, "id": "denied", "date": "1956-08-02", "known": known("denied"), "lane": "crew"},
        {**every, "id": "possible", "date": "1957-02-02", "known": known(since="[1958,1962]"), "lane": "crew"},
        {**every, "id": "disputed", "date": "1956-05-02", "sources": three, "claims": {"when": CLAIM}, "lane": "office"},
        {**every, "id": "bare", "date": "1958-01-02", "lane": "office"},
        {**every, "id": "alone", "date": "1958-06-02/1959", "sources": ["gazette"], "lane": "office"},
        lanes=("town", "crew", "office"),
        sources=SOURCES,
        silences=list(silences),
    )  # fmt: skip
