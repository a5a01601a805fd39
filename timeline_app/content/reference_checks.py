# SPDX-License-Identifier: MIT
"""Checks every id that a part names; references to what was cut already go without a further word."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from timeline_app.chrono.edtf import can_be_read
from timeline_app.content.clean import DROPPED
from timeline_app.content.date_checks import refuse, take_loose
from timeline_app.content.draft import Draft, Entry
from timeline_app.content.known_ids import CODES_BY_KIND, Known
from timeline_app.content.watch import Reference, Watched
from timeline_app.model import records
from timeline_app.model.tour_shows import name_of, split_part

_EVENT_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def check_references(draft: Draft, entry: Entry, watched: Watched, known: Mapping[str, Known]) -> None:
    """Report unknown ids in an entry, and leave out what names them."""
    for reference in watched.references:
        if reference.kind in _WITHIN_TOURS:
            _WITHIN_TOURS[reference.kind](draft, entry, reference)
        elif reference.kind == "shown":
            _check_shown(draft, entry, reference, known)
        elif reference.id not in known[reference.kind].living:
            if reference.kind == "events-or-date" and _is_date(draft, entry, reference, known):
                continue
            if known[reference.kind].is_faulty(reference.id):
                _report(draft, entry, reference, known[reference.kind])
            entry.edits[reference.path] = DROPPED


def _report(draft: Draft, entry: Entry, reference: Reference, known: Known) -> None:
    code = CODES_BY_KIND[reference.kind]
    hint = draft.report.hint(reference.id, known.all)
    draft.add(entry, reference.path, code, excerpt=reference.id, hint=hint, id=reference.id)


def _is_date(draft: Draft, entry: Entry, reference: Reference, known: Mapping[str, Known]) -> bool:
    """Tell whether `after` or `before` names a date; something that begins like one must be one.

    What can only be the id of an event is no loose date, be it that one could be read from it.
    """
    text = reference.id
    begins_like_one = text[:1].isdigit()
    if can_be_read(text, draft.date_settings):
        return True
    if text in known[reference.kind].declared or (_EVENT_ID.fullmatch(text) and not begins_like_one):
        return False
    if take_loose(draft, entry, reference.path, text):
        return True
    if begins_like_one:
        refuse(draft, entry, reference.path, text)
    return begins_like_one


def _check_stop(draft: Draft, entry: Entry, reference: Reference) -> None:
    """Check the stop that a branch leads to: one of the same tour, by its id or its event's."""
    tour: records.Tour = entry.record
    stops = dict.fromkeys(name for stop in tour.stops for name in (stop.id, stop.event) if name)
    if reference.id in stops:
        return
    if not entry.is_damaged(()):
        _report(draft, entry, reference, Known(stops))
    entry.edits[reference.path] = DROPPED


def _check_shown(draft: Draft, entry: Entry, reference: Reference, known: Mapping[str, Known]) -> None:
    """Check what a stop shows: something of the exhibit, or the chain, map or figure of an event."""
    events, others = known["events"], known["shown"]
    part = split_part(reference.id)
    if part is None:
        is_there = reference.id in others.living or reference.id in events.living
        is_faulty = others.is_faulty(reference.id) and events.is_faulty(reference.id)
    else:
        tour: records.Tour = entry.record
        event_id = part[1] or tour.stops[int(reference.path[1])].event or ""
        is_there, is_faulty = event_id in events.living, not event_id or events.is_faulty(event_id)
    if is_there:
        return
    if is_faulty:
        _report(draft, entry, reference, others)
    entry.edits[reference.path] = DROPPED


def _check_step(draft: Draft, entry: Entry, reference: Reference) -> None:
    """Check what a step reveals: something that its stop shows."""
    tour: records.Tour = entry.record
    names = dict.fromkeys(name_of(shown) for shown in tour.stops[int(reference.path[1])].show)
    if reference.id in names:
        return
    if not entry.is_damaged(reference.path[:2]):
        _report(draft, entry, reference, Known(names))
    entry.edits[reference.path] = DROPPED


_WITHIN_TOURS: Final[Mapping[str, Callable[[Draft, Entry, Reference], None]]] = {
    "stops": _check_stop,
    "steps": _check_step,
}
"""What is named within one tour, and not by an id of the whole exhibit."""
