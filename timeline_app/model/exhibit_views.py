# SPDX-License-Identifier: MIT
"""The exhibit as a whole: its introduction, its tours, and how far its evidence carries."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from timeline_app.base.text_value import Reader
from timeline_app.model import records
from timeline_app.model.document import Document
from timeline_app.model.evidence_views import Evidence, shown
from timeline_app.model.heads import EventHead, TourHead
from timeline_app.model.prose import without_marks
from timeline_app.model.prose_reader import read_prose
from timeline_app.model.sieve import Sieve
from timeline_app.model.views import EvidenceShares, ExhibitView


def exhibit_view(
    document: Document, sieve: Sieve, reader: Reader, evidence: Evidence, undated: tuple[EventHead, ...]
) -> ExhibitView:
    """Return what the panel says of the exhibit while no event is selected: of what the lens lets through.

    `undated` are the first of the events without a place in time.
    """
    undated_count = int((sieve.passes & ~sieve.dated).sum())
    is_brief = sieve.is_past or sieve.keeps_back
    about = None if is_brief or not document.about.about else document.about.about.for_prose(reader)
    return ExhibitView(
        title=document.title.for_reader(reader),
        subtitle=shown(document.about.subtitle, reader),
        about=without_marks(read_prose(about.text, about.language)) if about else (),
        made_by=tuple(
            (maker.name.for_reader(reader), shown(maker.role, reader)) for maker in document.about.made_by
        ),
        event_count=int(sieve.passes.sum()),
        excerpt_count=len(sieve.excerpts),
        claim_count=len(sieve.claims),
        shares=evidence_shares(document, sieve, evidence),
        tours=tour_heads(document, sieve, reader),
        undated=undated,
        undated_more=undated_count - len(undated),
    )


def tour_heads(document: Document, sieve: Sieve, reader: Reader) -> tuple[TourHead, ...]:
    """Return the tours in file order; a stop at a hidden event does not count.

    A tour whose whole title tells what was learnt after the cursor is not told of.
    """
    heads = (
        TourHead(
            name,
            tour.title.for_reader(reader),
            tour.minutes,
            sum(not (stop.hidden or (stop.event and sieve.hides(stop.event))) for stop in tour.stops),
        )
        for name, tour in document.tours.items()
    )
    return tuple(head for head in heads if head.title.text or not sieve.is_past)


def evidence_shares(document: Document, sieve: Sieve, evidence: Evidence) -> EvidenceShares:
    """Count how much was read, and how much rests on the work on which most others rest."""
    sources = {name: source for name, source in document.sources.items() if name in sieve.sources}
    extents = [source.consulted.extent for source in sources.values() if source.consulted]
    root, group = _largest_group(sources)
    with_group, on_group_alone = _resting_on(group, document, sieve) if group else (0, 0)
    return EvidenceShares(
        source_count=len(sources),
        read_whole=extents.count("whole"),
        read_in_part=extents.count("part"),
        group_root=evidence.source(root) if root else None,
        group_count=len(group),
        events_with_group=with_group,
        events_on_group_alone=on_group_alone,
    )


def _resting_on(group: set[str], document: Document, sieve: Sieve) -> tuple[int, int]:
    """Count the events that cite a work of a group, and those among them that cite no other."""
    in_group = np.fromiter((name in group for name in document.sources), np.bool_, len(document.sources))
    cited = sieve.uses.sources
    of_group = cited.counts_of(in_group)
    has_group = sieve.passes & (of_group > 0)
    return int(has_group.sum()), int((has_group & (of_group == np.diff(cited.offsets))).sum())


def _largest_group(sources: Mapping[str, records.Source]) -> tuple[str | None, set[str]]:
    """Return the work on which most others rest, directly or through others, and the whole group."""
    heirs: dict[str, set[str]] = {}
    for name, source in sources.items():
        for parent in source.derives_from:
            heirs.setdefault(parent, set()).add(name)
    best: tuple[str | None, set[str]] = (None, set())
    for root in heirs:
        group, waiting = {root}, [root]
        while waiting:
            new = heirs.get(waiting.pop(), set()) - group
            group |= new
            waiting.extend(new)
        if len(group) > len(best[1]):
            best = (root, group)
    return best
