# SPDX-License-Identifier: MIT
"""Checks links between events: to itself, told twice, or from a cause that begins after its effect."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, Self

from timeline_app.chrono.edtf import parse
from timeline_app.chrono.narrowing import derived_edtf, range_of
from timeline_app.chrono.net_parts import Range
from timeline_app.content.build import directed, link_key
from timeline_app.content.clean import DROPPED
from timeline_app.content.draft import Draft, Entry
from timeline_app.model import records


def check_links(draft: Draft, known: Mapping[int, Range]) -> None:
    """Report faulty links and leave them out; `known` is what events tell of each other's dates."""
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
                cause, effect = (_Dated.of(draft, entries[end], known.get(end)) for end in key[:2])
                _check_order(draft, entry, index, cause, effect)


class _Dated(NamedTuple):
    """An event's entry, between which moments it begins, doubt included, and its date in EDTF."""

    entry: Entry
    earliest_s: int | None
    latest_s: int | None
    date: str

    @classmethod
    def of(cls, draft: Draft, entry: Entry, known: Range | None) -> Self:
        """Return an event as its own date has it, or more narrowly where others tell more."""
        text: str = entry.edited("date") or ""
        if known is not None:
            return cls(entry, known.start_earliest_s, known.start_latest_s, text or derived_edtf(known))
        own = range_of(parse(text, draft.date_settings) if text else None)
        return cls(entry, own.start_earliest_s, own.start_latest_s, text)


def _check_order(draft: Draft, entry: Entry, index: int, cause: _Dated, effect: _Dated) -> None:
    if cause.earliest_s is None or effect.latest_s is None or cause.earliest_s < effect.latest_s:
        return
    other = effect.entry if cause.entry is entry else cause.entry
    draft.add(
        entry,
        ("links", index, "to"),
        "cause-after-effect",
        excerpt=other.id,
        cause=cause.entry.id,
        effect=effect.entry.id,
        cause_date=cause.date,
        effect_date=effect.date,
    )
    entry.edits["links", index] = DROPPED


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
