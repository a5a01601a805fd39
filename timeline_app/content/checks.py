# SPDX-License-Identifier: MIT
"""Checks the parts of a draft against each other, and leaves out the smallest faulty parts."""

from __future__ import annotations

from timeline_app.content.clean import DROPPED
from timeline_app.content.date_checks import plain_texts
from timeline_app.content.draft import Draft, Entry
from timeline_app.content.event_ids import assign_event_ids
from timeline_app.content.form_checks import check_forms
from timeline_app.content.known_ids import known_ids
from timeline_app.content.link_checks import check_circles, check_links
from timeline_app.content.prune import apply_edits
from timeline_app.content.reference_checks import check_references
from timeline_app.content.relation_checks import check_relations
from timeline_app.content.row_checks import apply_row_edits, assign_row_ids, check_rows
from timeline_app.content.text_checks import check_texts
from timeline_app.content.watch import Watched, watcher_of
from timeline_app.model import records


def check_draft(draft: Draft) -> None:
    """Find all faults that no part shows by itself."""
    rows = draft["events"].rows
    if rows is None:
        assign_event_ids(draft)
    else:
        assign_row_ids(draft, rows)
    known = known_ids(draft)
    plain = plain_texts(entry.record.date for entry in draft["events"].entries)
    for entry in draft.all_entries():
        watched = Watched()
        watcher_of(entry.section)(entry.raw, (), watched)
        check_references(draft, entry, watched, known)
        check_forms(draft, entry, watched, plain)
        check_texts(draft, entry, watched, known)
    if rows is not None:
        check_rows(draft, rows, known)
    draft.check_cancelled()
    check_links(draft, check_relations(draft))
    check_circles(draft)
    _check_double_ids(draft)
    apply_edits(draft)
    if rows is not None:
        apply_row_edits(rows)


def _check_double_ids(draft: Draft) -> None:
    """Report ids of eras, claims inside events and stops that stand twice."""
    eras: set[str] = set()
    for entry in draft["eras"].entries:
        if entry.id and entry.id in eras:
            _report_double(draft, entry, ("id",), entry.id)
        eras.add(entry.id)
    claims = {entry.id for entry in draft["claims"].entries}
    events = draft["events"].told
    for ordinal in events.with_claims():
        for claim_id in events.record(ordinal).claims:
            if claim_id in claims:
                _report_double(draft, events.entry(ordinal), ("claims", claim_id), claim_id)
            claims.add(claim_id)
    for entry in draft["tours"].entries:
        tour: records.Tour = entry.record
        stops: set[str] = set()
        for index, stop in enumerate(tour.stops):
            if stop.id and stop.id in stops:
                _report_double(draft, entry, ("stops", index, "id"), stop.id)
            stops.add(stop.id)


def _report_double(draft: Draft, entry: Entry, path: tuple[str | int, ...], own_id: str) -> None:
    draft.add(entry, path, "duplicate-id", is_key=path[-1] != "id", excerpt=own_id, id=own_id)
    entry.edits[path] = DROPPED
