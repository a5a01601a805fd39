# SPDX-License-Identifier: MIT
"""A small exhibit made directly from records: for tests of whatever shows one. All of it is invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
import numpy as np

from timeline_app.base.text_value import TextValue
from timeline_app.chrono.columns import columns_of
from timeline_app.chrono.edtf import parse
from timeline_app.model import records
from timeline_app.model.document import Document, EraSpan, EventTable, LaneRow, LinkEdge

HARBOUR = {
    "title": "The harbour of Minase",
    "subtitle": "How a small port came by its ferry",
    "about": "An invented exhibit. **Nothing** in it happened. [@ledger]\n\n## What to read first\n\nThe agreement.",
    "made_by": [{"name": "The makers", "role": "Writing"}, {"name": "水瀬資料館"}],
    "languages": ["en"],
    "calendars": ["japanese-era"],
    "lanes": {
        "town": {"title": "The town", "colour": "vermilion"},
        "office": {"title": "The harbour office", "colour": "indigo"},
        "crew": {"title": "The crew", "colour": "moss", "parent": "office"},
    },
    "eras": [{"id": "plans", "title": "Plans", "date": "1957/1959-07"}],
    "places": {
        "minase": {
            "title": "Minase",
            "at": [38.0, 139.0],
            "names": [{"text": "水瀬", "lang": "ja"}, {"text": "미나세", "lang": "ko"}],
        },
        "cape": {"title": "The cape", "certainty": "doubtful"},
    },
    "people": {
        "mori": {
            "title": "Mori Haru",
            "names": [{"text": "森はる", "lang": "ja"}],
            "note": "Keeper of the ledger.",
        },
        "hidden-person": {"title": "Jane Hidden", "privacy": "withhold", "role": "a passenger"},
        "tanaka-ichiro": {
            "title": "Tanaka Ichiro",
            "names": [{"text": "田中一郎", "lang": "ja"}],
            "privacy": "role-only",
            "role": "the harbour master",
            "note": "Lived at the pier.",
        },
        "nobody": {"title": "No Body", "privacy": "role-only"},
        "office-org": {"title": "The harbour office", "kind": "organisation"},
    },
    "sources": {
        "ledger": {
            "type": "book",
            "author": [{"family": "Mori", "given": "Haru"}, {"family": "Sato", "given": "Ken"}],
            "title": "The ledger of Minase",
            "publisher": "Strait Press",
            "publisher-place": "Minase",
            "issued": "1961",
            "URL": "https://example.org/ledger",
            "kind": "scholarship",
            "consulted": {"extent": "whole"},
            "provenance": "The keeper of the ledger, who saw most of what she tells.",
        },
        "letter": {
            "type": "document",
            "author": [{"literal": "Harbour office of Minase"}],
            "title": "Letter to the town, No. 12",
            "issued": "1959-08-10",
            "URL": "https://example.org/secret",
            "DOI": "10.1000/secret",
            "url_policy": "withhold",
            "kind": "document",
            "consulted": {"extent": "part", "via": "ledger"},
            "derives_from": ["ledger"],
            "public_since": "2004",
            "provenance": "Known from the copy in the ledger.",
        },
        "gazette": {
            "type": "article-newspaper",
            "title": "A ferry at last?",
            "container-title": "The Strait Gazette",
            "issued": "1959-08-14",
            "page": "3",
            "URL": "https://example.org/gazette/1959/08/14",
            "kind": "press",
            "purpose": "advocacy",
            "consulted": {"extent": "whole"},
            "provenance": "A newspaper that wanted the ferry.",
        },
        "kikuchi": {
            "type": "article-journal",
            "author": [{"family": "菊池", "given": "嘉晃"}],
            "title": "水瀬の渡し船",
            "container-title": "海峡研究",
            "volume": "7",
            "issue": "2",
            "issued": "2020",
            "page": "11-19",
            "DOI": "10.1000/minase.7",
            "kind": "scholarship",
            "consulted": {"extent": "abstract"},
            "derives_from": ["letter"],
        },
        "untold": {"title": "An unsigned note"},
    },
    "excerpts": {
        "plan": {
            "source": "ledger",
            "locator": "p. 40",
            "speaker": "Mori Haru, in her ledger",
            "date": "1959-08-13",
            "text": "to carry goods and people alike, in all weather but the worst",
            "elided": "both",
            "bears": "witnesses",
            "transmission": [
                {"by": "Mori Haru", "role": "wrote", "date": "1959"},
                {"by": "Sato Ken", "role": "edited"},
            ],
            "comment": "She wrote this on the day itself.",
        },
        "order": {
            "source": "letter",
            "speaker": "the harbour office",
            "text": {
                "text": "渡し船は毎朝六時に出る。",
                "lang": "ja",
                "translations": {
                    "en": {
                        "text": "The ferry leaves at six every morning.",
                        "by": "the exhibit",
                        "status": "draft",
                    },
                    "fr": {"text": "Le bac part à six heures."},
                },
            },
            "text_is": "original",
        },
        "remark": {
            "source": "gazette",
            "speaker": "a reader, unnamed",
            "text": "Who needs the people of the cape?",
            "show_only": "in-context",
            "content_note": {
                "category": "prejudice",
                "text": "A contemptuous remark about people of the cape.",
            },
            "comment": "Printed without a reply.",
        },
        "memory": {
            "text": "The sea was calm.",
            "speaker": "Jane Hidden",
            "consent": {"name_as": "a passenger"},
        },
    },
    "events": [
        {
            "id": "survey",
            "date": "1958-03~",
            "title": "The office surveys the shore",
            "summary": "The office measured the shore. [@letter]",
            "lane": "office",
            "sources": ["letter"],
            "links": [
                {
                    "to": "agreement",
                    "kind": "led-to",
                    "why": "The survey was its ground.",
                    "sources": ["ledger"],
                }
            ],
        },
        {
            "id": "agreement",
            "date": "1959-08-13",
            "date_as_written": "the thirteenth day of the eighth month",
            "date_basis": "The letter is dated.",
            "title": "Town and office agree on a ferry",
            "short": "Ferry agreed",
            "summary": "After a year of talks the town and the office agreed. [@ledger] "
            "Accounts differ on who had asked for it. [@gazette] [@letter, p. 2]",
            "plain": "The town gets a ferry. [@gazette]",
            "body": '## The terms\n\nThe boat was [to carry goods]{cite="#plan"} and people. [@ledger, p. 41]\n\n'
            "The order was short. [#order] 毎朝六時に出る船であった。[@kikuchi]",
            "lane": ["town", "office"],
            "importance": 5,
            "place": "minase",
            "route": ["minase", "cape"],
            "people": ["mori", "hidden-person", "tanaka-ichiro", "nobody", "office-org"],
            "tags": ["ferry", "talks"],
            "sources": [
                {"source": "ledger", "locator": "p. 40", "note": "The fullest account."},
                "gazette",
                {"source": "letter", "locator": "p. 2"},
                {"source": "letter", "locator": "p. 7"},
                "untold",
                "kikuchi",
            ],
            "excerpts": ["plan", "order", "remark"],
            "known": "public",
            "figure": {
                "title": "Passengers",
                "data": [["1959", 120], ["1960", 2942], ["1961", 1801.5]],
                "source": "ledger",
                "describe": "Passengers rose in 1960 and fell in 1961.",
            },
            "claims": {
                "who-asked": {
                    "about": "who asked for the ferry",
                    "accounts": [
                        {
                            "says": "The town asked.",
                            "by": "the ledger",
                            "date": "1961",
                            "sources": [{"source": "ledger", "locator": "p. 44"}],
                            "excerpts": ["plan"],
                            "bears": "witnesses",
                        },
                        {
                            "says": "The office offered.",
                            "by": "the gazette",
                            "sources": ["gazette", "untold"],
                        },
                    ],
                    "status": "disputed",
                    "conclusion": "The exhibit does not decide.",
                    "concluded_by": "the makers",
                }
            },
            "links": [
                {
                    "to": "storm",
                    "kind": "in-tension-with",
                    "judgement": True,
                    "why": "The storm showed the limits.",
                }
            ],
        },
        {
            "id": "first-boat",
            "date": "1959-12-14/1960-03",
            "title": "The first boat sails",
            "summary": "It sailed in December. [@gazette]",
            "lane": ["crew", "town"],
            "importance": 4,
            "sources": ["gazette"],
            "links": [{"to": "agreement", "kind": "response-to"}],
        },
        {
            "id": "storm",
            "date": "1960-09-01?",
            "title": "The night of the storm",
            "summary": "Boats were lost. [@ledger]",
            "body": "Nobody was to blame. [#memory]",
            "lane": "crew",
            "sources": ["ledger"],
            "excerpts": ["memory"],
            "figure": {"title": "Boats lost", "data": [["1960", 3]]},
            "content_note": {
                "category": "deaths",
                "text": "This entry concerns deaths at sea.",
                "skip_to": "survey",
            },
        },
        {"id": "song", "title": "A song about the ferry", "lane": "town", "sources": ["untold"]},
    ],
    "claims": {
        "boats-lost": {
            "events": ["storm"],
            "about": "how many boats were lost",
            "accounts": [{"says": "Three.", "sources": ["ledger"]}],
            "status": "estimates",
        }
    },
    "tours": {
        "short": {
            "title": "The short way round",
            "minutes": 5,
            "stops": [{"event": "survey"}, {"event": "agreement"}, {"event": "storm", "hidden": True}],
        }
    },
}


def harbour() -> Document:
    """Return the invented exhibit: five events, one of them undated, one behind a content note."""
    return document_of(HARBOUR, path=Path("harbour.yaml"))


def document_of(raw: Mapping[str, object], path: Path | None = None) -> Document:
    """Build a document from the mapping that a file would hold; the mapping must be without faults."""
    about = msgspec.convert(raw, records.Exhibit, dec_hook=_text_value)
    ordinals = {event.id: ordinal for ordinal, event in enumerate(about.events)}
    return Document(
        about=about,
        lanes=_lane_rows(about),
        events=_event_table(about.events, list(about.lanes), ordinals),
        eras=tuple(EraSpan(era, parse(era.date)) for era in about.eras),
        links=_edges(about.events, ordinals),
        places=about.places,
        people=about.people,
        sources=about.sources,
        excerpts=about.excerpts,
        claims={
            **about.claims,
            **{name: claim for event in about.events for name, claim in event.claims.items()},
        },
        tours=about.tours,
        silences=about.silences,
        path=path,
    )


def _text_value(kind: type, value: object) -> object:
    if kind is TextValue and isinstance(value, (str, dict)):
        return TextValue.from_file(value)
    raise NotImplementedError(kind)


def _lane_rows(about: records.Exhibit) -> tuple[LaneRow, ...]:
    names = list(about.lanes)
    return tuple(
        LaneRow(name, lane, 1 if lane.parent else 0, names.index(lane.parent) if lane.parent else None)
        for name, lane in about.lanes.items()
    )


def _event_table(
    events: Sequence[records.Event], lane_names: Sequence[str], ordinals: Mapping[str, int]
) -> EventTable:
    lanes = [[event.lane] if isinstance(event.lane, str) else list(event.lane) for event in events]
    return EventTable(
        ids=tuple(event.id for event in events),
        records=tuple(events),
        dates=columns_of([parse(event.date) if event.date else None for event in events]),
        importance=np.array([event.importance for event in events], dtype=np.int8),
        lane_offsets=np.cumsum([0, *map(len, lanes)], dtype=np.int64),
        lane_values=np.array([lane_names.index(name) for names in lanes for name in names], dtype=np.int32),
        ordinal_of=ordinals,
    )


def _edges(events: Sequence[records.Event], ordinals: Mapping[str, int]) -> tuple[LinkEdge, ...]:
    edges = []
    for event in events:
        for link in event.links:
            here, there = ordinals[event.id], ordinals[link.to]
            ends = (there, here) if link.kind == "response-to" else (here, there)
            edges.append(LinkEdge(*ends, link))
    return tuple(edges)


def small_document(
    *events: Mapping[str, object],
    lanes: Sequence[str] = ("town",),
    path: Path | None = None,
    **more: object,
) -> Document:
    """Return a document of the given events; an event may leave out its title (the id) and lane (the first)."""
    raw = {
        "title": "A small exhibit",
        "lanes": {lane: {"title": lane.capitalize(), "colour": "teal"} for lane in lanes},
        "events": [{"title": event["id"], "lane": lanes[0], **event} for event in events],
        **more,
    }
    return document_of(raw, path)
