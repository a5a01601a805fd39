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
from timeline_app.content.told_events import ToldEvents


def check_links(draft: Draft, known: Mapping[int, Range]) -> None:
    """Report faulty links and leave them out; `known` is what events tell of each other's dates."""
    events = draft["events"].told
    ordinal_of = events.ordinal_of
    told: dict[tuple[int, int, str], int] = {}
    for ordinal in events.with_links():
        edits = events.edits(ordinal)
        for index, link in enumerate(events.record(ordinal).links):
            target = ordinal_of.get(link.to)
            if target is None or ("links", index, "to") in edits:
                continue
            if target == ordinal:
                entry = events.entry(ordinal)
                if "id" not in getattr(entry.raw, "gaps", ()):  # Else another event's link fell to this one.
                    draft.add(entry, ("links", index, "to"), "self-link", excerpt=link.to, id=link.to)
                entry.edits["links", index] = DROPPED
                continue
            key = link_key(*directed(ordinal, target, link.kind), link.kind)
            if key in told:
                code = "double-link" if told[key] == ordinal else "inverse-link"
                entry = events.entry(ordinal)
                draft.add(entry, ("links", index, "to"), code, excerpt=link.to, id=link.to)
                continue
            told[key] = ordinal
            if key[2] == "led-to":
                cause, effect = (_Dated.of(draft, events, end, known.get(end)) for end in key[:2])
                if _is_reversed(cause, effect):
                    _report_order(draft, events.entry(ordinal), index, cause, effect)


class _Dated(NamedTuple):
    """An event, between which moments it begins, doubt included, and its date in EDTF."""

    id: str
    earliest_s: int | None
    latest_s: int | None
    date: str

    @classmethod
    def of(cls, draft: Draft, events: ToldEvents, ordinal: int, known: Range | None) -> Self:
        """Return an event as its own date has it, or more narrowly where others tell more."""
        own_id, text = events.ids[ordinal], events.date(ordinal) or ""
        if known is not None:
            return cls(own_id, known.start_earliest_s, known.start_latest_s, text or derived_edtf(known))
        own = range_of(parse(text, draft.date_settings) if text else None)
        return cls(own_id, own.start_earliest_s, own.start_latest_s, text)


def _is_reversed(cause: _Dated, effect: _Dated) -> bool:
    """Tell whether a cause begins only after its effect."""
    return (
        cause.earliest_s is not None and effect.latest_s is not None and cause.earliest_s >= effect.latest_s
    )


def _report_order(draft: Draft, entry: Entry, index: int, cause: _Dated, effect: _Dated) -> None:
    other = effect if cause.id == entry.id else cause
    draft.add(
        entry,
        ("links", index, "to"),
        "cause-after-effect",
        excerpt=other.id,
        cause=cause.id,
        effect=effect.id,
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
