# SPDX-License-Identifier: MIT
"""Checks links between events: to itself, told twice, or from a cause that begins after its effect."""

from __future__ import annotations

from collections.abc import Mapping

from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import DateKind, HistoricalDate
from timeline_app.content.build import directed, link_key
from timeline_app.content.clean import DROPPED
from timeline_app.content.draft import Draft, Entry
from timeline_app.model import records


def check_links(draft: Draft) -> None:
    """Report faulty links and leave them out."""
    entries = draft["events"].entries
    ordinal_of = {entry.id: ordinal for ordinal, entry in enumerate(entries)}
    told: dict[tuple[int, int, str], int] = {}
    for ordinal, entry in enumerate(entries):
        event: records.Event = entry.record
        for index, link in enumerate(event.links):
            target = ordinal_of.get(link.to)
            if target is None or ("links", index, "to") in entry.edits:
                continue
            if target == ordinal:
                if "id" not in getattr(entry.raw, "gaps", ()):  # Else another event's link fell to this one.
                    draft.add(entry, ("links", index, "to"), "self-link", excerpt=link.to, id=link.to)
                entry.edits["links", index] = DROPPED
                continue
            key = link_key(*directed(ordinal, target, link.kind), link.kind)
            if key in told:
                code = "double-link" if told[key] == ordinal else "inverse-link"
                draft.add(entry, ("links", index, "to"), code, excerpt=link.to, id=link.to)
                continue
            told[key] = ordinal
            if key[2] == "led-to":
                _check_order(draft, entry, index, entries[key[0]], entries[key[1]])


def _check_order(draft: Draft, entry: Entry, index: int, cause: Entry, effect: Entry) -> None:
    cause_span, effect_span = _beginning(draft, cause), _beginning(draft, effect)
    if cause_span is None or effect_span is None or cause_span[0] < effect_span[1]:
        return
    other = effect if cause is entry else cause
    draft.add(
        entry,
        ("links", index, "to"),
        "cause-after-effect",
        excerpt=other.id,
        cause=cause.id,
        effect=effect.id,
        cause_date=cause.edited("date"),
        effect_date=effect.edited("date"),
    )
    entry.edits["links", index] = DROPPED


def _beginning(draft: Draft, entry: Entry) -> tuple[int, int] | None:
    """Return the bounds within which an event begins, doubt included; None where they are not known."""
    text = entry.edited("date")
    if not text:
        return None
    date = parse(text, draft.date_settings)
    first = _first_part(date)
    earliest_s = first.fuzz_earliest_s
    latest_s = date.fuzz_latest_s if date.kind is DateKind.ONE_OF else first.fuzz_latest_s
    return (earliest_s, latest_s) if earliest_s is not None and latest_s is not None else None


def _first_part(date: HistoricalDate) -> HistoricalDate:
    while date.parts:
        date = date.parts[0]
    return date


def circle_closers(parents: Mapping[str, tuple[str, ...]]) -> set[tuple[str, str]]:
    """Return the (child, parent) pairs that close a circle; without them there is none."""
    closers: set[tuple[str, str]] = set()
    done: set[str] = set()
    for start in parents:
        if start in done:
            continue
        on_way = {start}
        way = [(start, iter(parents[start]))]
        while way:
            child, rest = way[-1]
            parent = next(rest, None)
            if parent is None:
                way.pop()
                on_way.discard(child)
                done.add(child)
            elif parent in on_way:
                closers.add((child, parent))
            elif parent in parents and parent not in done:
                on_way.add(parent)
                way.append((parent, iter(parents[parent])))
    return closers


def check_circles(draft: Draft) -> None:
    """Report lanes that hold themselves and sources that derive from themselves, through whatever others."""
    lanes = {entry.id: entry for entry in draft["lanes"].entries}
    for child, parent in circle_closers(
        {lane: (entry.record.parent,) if entry.record.parent else () for lane, entry in lanes.items()}
    ):
        draft.add(lanes[child], ("parent",), "circular-lanes", excerpt=parent, id=parent)
        lanes[child].edits["parent",] = DROPPED
    sources = {entry.id: entry for entry in draft["sources"].entries}
    derivations = {source: entry.record.derives_from for source, entry in sources.items()}
    for child, parent in circle_closers(derivations):
        path = ("derives_from", derivations[child].index(parent))
        draft.add(sources[child], path, "circular-sources", excerpt=parent, id=parent)
        sources[child].edits[path] = DROPPED
