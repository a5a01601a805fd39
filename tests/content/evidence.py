# SPDX-License-Identifier: MIT
"""Rules for how the exhibit rests on its sources, keeps what is private, and joins its events.

Each rule returns what it finds wrong.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from tests.content.exhibit_text import Exhibit, event_texts, listed, marks, own_voice
from timeline_app.model.prose_reader import read_prose

WITHHELD_SOURCES: Final = {
    "asahi-2004-09": "seen only in a forum",
    "asahi-yearbook-1960": "typed out in a forum",
    "chosun-ilbo-2014": "the page is hostile to Koreans",
    "karumegi-22-1998": "a private letter",
    "la-times-homecoming": "names private people",
    "letter-home-blog": "a private letter",
    "morris-suzuki-2004-view": "seen only in a forum",
    "postwar-return-blog": "mocks the people it writes about",
    "press-first-visit-1997": "names private people",
    "press-third-visit-2000": "names private people",
    "readers-letter-2003": "a letter in a forum",
    "scapin-1734": "typed out in a forum",
    "time-1958": "an unlicensed copy",
    "welfare-press-blog": "repeats prejudice",
}
"""Sources whose address is told nowhere, and why."""

HEADINGS: Final = ("title", "short", "summary", "plain", "as_then")
"""Texts of an event that stand alone: on the canvas, in lists, in search."""


def bare_events(exhibit: Exhibit) -> list[str]:
    """Find events without a source, a lane or a summary."""
    needed = ("sources", "lane", "summary", "date", "id")
    return [
        f"{event.get('id')}: {field}"
        for event in exhibit["events"]
        for field in needed
        if not event.get(field)
    ]


def uncovered_blocks(exhibit: Exhibit) -> list[str]:
    """Find paragraphs of an event whose end no mark covers."""
    return [
        f"{event['id']}: {block.passages[-1].text}"
        for event in exhibit["events"]
        for text in event_texts(event, "summary", "body", "as_then", "plain")
        for block in read_prose(text, "en")
        if not block.passages[-1].marks
    ]


def neighbouring_marks(exhibit: Exhibit) -> list[str]:
    """Find two marks in a row that should be one."""
    texts = (
        (event["id"], text) for event in exhibit["events"] for text in event_texts(event, *HEADINGS, "body")
    )
    return [
        f"{name}: {found}" for name, text in texts for found in re.findall(r"[@#][^\[\]]*\]\s*\[[@#]", text)
    ]


def unused_listings(exhibit: Exhibit) -> list[str]:
    """Find excerpts that an event lists but never speaks of, and excerpts and sources that nothing uses."""
    found = []
    used: set[str] = {use for source in exhibit["sources"].values() for use in source.get("derives_from", ())}
    for event in exhibit["events"]:
        told = {mark for text in event_texts(event, *HEADINGS, "body") for mark in marks(text)}
        found += [
            f"{event['id']}: {name}" for name in listed(event.get("excerpts")) if f"#{name}" not in told
        ]
        used |= set(listed(event["sources"])) | set(listed(event.get("excerpts")))
    for claim in exhibit["claims"].values():
        for account in claim["accounts"]:
            used |= set(listed(account.get("sources"))) | set(listed(account.get("excerpts")))
    return found + [name for kind in ("sources", "excerpts") for name in exhibit[kind] if name not in used]


def told_addresses(exhibit: Exhibit) -> list[str]:
    """Find sources that must not be linked and have an address, or may be linked though the list says no."""
    sources: dict[str, Any] = exhibit["sources"]
    withheld = {name for name, source in sources.items() if source.get("url_policy") == "withhold"}
    with_address = [name for name in withheld if "URL" in sources[name] or "DOI" in sources[name]]
    return sorted(with_address) + sorted(withheld ^ set(WITHHELD_SOURCES))


def named_private_people(exhibit: Exhibit) -> list[str]:
    """Find people who are to be hidden, or told by their role only, and are named in a text."""
    hidden = {
        name: (person["title"], *(spelling["text"] for spelling in person.get("names", ())))
        for name, person in exhibit["people"].items()
        if person.get("privacy", "public") != "public"
    }
    return [
        f"{'.'.join(map(str, said.path))}: {name}"
        for name, spellings in hidden.items()
        for said in own_voice(exhibit)
        if said.path[:2] != ("people", name) and any(spelling in said.text for spelling in spellings)
    ]


def misplaced_excerpts(exhibit: Exhibit) -> list[str]:
    """Find words that may only stand in context and stand elsewhere, or without what belongs to them."""
    hard = {name: excerpt for name, excerpt in exhibit["excerpts"].items() if excerpt.get("show_only")}
    found = [
        f"{name}: {field}"
        for name, excerpt in hard.items()
        for field in ("speaker", "date", "comment", "content_note", "transmission")
        # The delegate who speaks in the album wrote and kept it herself.
        if not excerpt.get(field) and (name, field) != ("threat-to-sink", "transmission")
    ]
    excerpts_of = {event["id"]: set(listed(event.get("excerpts"))) for event in exhibit["events"]}
    for event in exhibit["events"]:
        told = {mark[1:] for text in event_texts(event, *HEADINGS) for mark in marks(text)}
        found += [f"{event['id']}: {name}" for name in sorted(told & set(hard))]
    for tour, stop in _stops(exhibit):
        shown = set(listed(stop.get("show"))) & set(hard)
        found += [f"{tour}: {name}" for name in sorted(shown - excerpts_of[stop["event"]])]
    return found


def _stops(exhibit: Exhibit) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, tour in exhibit["tours"].items():
        for stop in tour["stops"]:
            yield name, stop


def links(exhibit: Exhibit) -> Iterator[tuple[str, str, str, bool]]:
    """Yield each link as it is told once: from, kind, to, judgement; a response is led to by its cause."""
    for event in exhibit["events"]:
        for link in event.get("links", ()):
            ends = event["id"], link["to"]
            kind = link["kind"]
            if kind == "response-to":
                kind, ends = "led-to", ends[::-1]
            elif kind in {"in-tension-with", "same-as"}:
                ends = min(ends), max(ends)
            yield ends[0], kind, ends[1], link.get("judgement") == "true"


def repeated_links(exhibit: Exhibit) -> list[str]:
    """Find links that are told twice, from either side."""
    told = Counter((source, kind, target) for source, kind, target, _ in links(exhibit))
    return [" ".join(link) for link, times in told.items() if times > 1]


def circles(exhibit: Exhibit) -> list[str]:
    """Find events that lead, through whatever others, to themselves."""
    after: dict[str, set[str]] = {}
    for source, kind, target, _ in links(exhibit):
        if kind == "led-to":
            after.setdefault(source, set()).add(target)
    found = []
    for start, next_events in after.items():
        reached: set[str] = set()
        ahead = set(next_events)
        while ahead:
            event = ahead.pop()
            reached.add(event)
            ahead |= after.get(event, set()) - reached
        if start in reached:
            found.append(start)
    return found


def unbalanced_importance(exhibit: Exhibit) -> list[str]:
    """Find ranks of importance that hold so many events, or so few, that they say nothing."""
    bounds = {"5": (5, 10), "4": (10, 25), "3": (25, 55), "2": (15, 45), "1": (3, 20)}
    held = Counter(event.get("importance", "3") for event in exhibit["events"])
    return [
        f"{rank}: {held[rank]}" for rank, (least, most) in bounds.items() if not least <= held[rank] <= most
    ]
