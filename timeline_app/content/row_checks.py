# SPDX-License-Identifier: MIT
"""The checks of packed events: ids for all, and for each unusual one what every entry of a list goes through."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

import numpy as np

from timeline_app.content.draft import Draft, section_shape
from timeline_app.content.event_ids import FreeIds, stem_of
from timeline_app.content.event_rows import EventRows
from timeline_app.content.form_checks import check_forms
from timeline_app.content.known_ids import Known
from timeline_app.content.prune import apply_to
from timeline_app.content.reference_checks import check_references
from timeline_app.content.row_reader import EVENTS
from timeline_app.content.text_checks import check_texts
from timeline_app.content.watch import Watched, watcher_of
from timeline_app.model import records
from timeline_app.model.record_store import PackedTexts, sorted_order

_CANCEL_EVERY: Final = 200


def assign_row_ids(draft: Draft, rows: EventRows) -> None:
    """Report ids that stand twice; give rows without an id a stable one that no other has."""
    order, is_same = sorted_order(rows.ids)
    lengths = np.diff(rows.ids.offsets)
    nameless = lengths == 0
    for ordinal in np.sort(order[is_same & ~nameless[order]]).tolist():
        own = rows.ids[ordinal]
        draft.add(rows.fresh(ordinal), ("id",), "duplicate-id", excerpt=own, id=own)
        nameless[ordinal] = True
    if not nameless.any():
        rows.name(rows.ids, order)
        return
    names = list(rows.ids)
    waiting = np.flatnonzero(nameless).tolist()
    for ordinal in waiting:
        names[ordinal] = ""
    free = FreeIds(set(names))
    for number, ordinal in enumerate(waiting):
        if number % _CANCEL_EVERY == 0:
            draft.check_cancelled()
        names[ordinal] = free.take(stem_of(rows.record(ordinal).title.first))
    ids = PackedTexts.of(names)
    rows.name(ids, sorted_order(ids)[0])


def check_rows(draft: Draft, rows: EventRows, known: Mapping[str, Known]) -> None:
    """Go through the rows that are not plain, and those that name events that are not there."""
    _note_strangers(draft, rows)
    total = int(rows.is_odd.sum())
    for number, ordinal in enumerate(rows.odd()):
        if number % _CANCEL_EVERY == 0:
            draft.check_cancelled()
            draft.progress.step(number, total)
        entry = rows.fresh(ordinal)
        watched = Watched()
        watcher_of(EVENTS)(entry.raw, (), watched)
        check_references(draft, entry, watched, known)
        check_forms(draft, entry, watched)
        check_texts(draft, entry, watched, known)
        if not entry.edits and not entry.additions:
            continue
        if _is_told_of(entry.record):
            # What stands between events is still to be checked, with the places that the file has.
            rows.hold(ordinal, entry)
        elif apply_to(entry, section_shape(EVENTS)):
            rows.release(ordinal, entry.record)


def apply_row_edits(rows: EventRows) -> None:
    """Carry out the edits of the entries that were held."""
    for ordinal, entry in list(rows.held().items()):
        if apply_to(entry, section_shape(EVENTS)):
            rows.release(ordinal, entry.record)


def _is_told_of(event: records.Event) -> bool:
    """Tell whether an event names others in a way that checks look at between events."""
    return bool(event.links or event.after or event.before or event.claims)


def _note_strangers(draft: Draft, rows: EventRows) -> None:
    """Have those plain rows looked at that name an event that is none, be it a date."""
    ids: Collection[str] = rows.ordinal_of
    for number, ordinal in enumerate(sorted({*rows.with_links(), *rows.with_order()})):
        if number % _CANCEL_EVERY == 0:
            draft.check_cancelled()
        if rows.is_odd[ordinal]:
            continue
        event = rows.record(ordinal)
        named = [link.to for link in event.links]
        for told in (event.after, event.before):
            named += (told,) if isinstance(told, str) else told
        if any(name not in ids for name in named):
            rows.is_odd[ordinal] = True
