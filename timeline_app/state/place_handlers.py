# SPDX-License-Identifier: MIT
"""Filters of a kept or linked place, and starting afresh: the exhibit as it was made, whatever its reader has done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import reduce

from timeline_app.base.errors import DateError
from timeline_app.base.messages import Message
from timeline_app.model.document import Document
from timeline_app.model.filters import UNFILTERED, Filters
from timeline_app.model.lens import IDENTITY, DateFilter, Lens
from timeline_app.model.showing import Showing
from timeline_app.scene.stage import Stage
from timeline_app.scene.view import View
from timeline_app.state.commands import Commands
from timeline_app.state.filter_handlers import stretch_of
from timeline_app.state.kept_place import NO_FILTERS, KeptFilters, KeptPanel, KeptPlace
from timeline_app.state.opening_wish import opening_for
from timeline_app.state.store import Store


def put_filters(store: Store, kept: KeptFilters) -> None:
    """Filter as was filtered before; values that the exhibit has no more are left out."""
    showing, document = store.showing, store.state.document
    if showing is not None and document is not None and kept != NO_FILTERS:
        filters, dates = known_filters(showing, kept.filters), dates_of(document, kept)
        store.set_lens(replace(store.state.lens, filters=filters, dates=dates))


def known_filters(showing: Showing, filters: Filters) -> Filters:
    """Return the filters with only those values that can be chosen."""
    filtering = showing.filtering
    chosen = (
        (facet, value)
        for facet, values in filters.chosen()
        for value in sorted(values)
        if filtering.offers(facet, value)
    )
    return reduce(lambda kept, one: kept.toggled(*one), chosen, UNFILTERED)


def dates_of(document: Document, kept: KeptFilters) -> DateFilter | None:
    """Return the stretch of time that was asked for, None where none was or it is no date."""
    if not kept.dates:
        return None
    try:
        return stretch_of(kept.dates, document.date_settings, certain=kept.certain)
    except DateError:
        return None


class PlaceHandlers:
    """Puts the reader elsewhere in the exhibit; `stage` gives the main surface's stage."""

    def __init__(self, store: Store, stage: Callable[[], Stage]) -> None:
        self._store = store
        self._stage = stage

    def afresh(self) -> None:
        """Show the exhibit as it was made; Back returns to where the reader was."""
        document = self._store.state.document
        if document is None:
            return
        opening = opening_for(document)
        panel = KeptPanel(width_px=self._store.state.panel_px)
        self.arrive(replace(opening.place, panel=panel), opening.view, IDENTITY)
        self._store.tell(Message("notice.afresh"))

    def arrive(self, place: KeptPlace, view: View, lens: Lens) -> None:
        """Go to a place, with the lanes scrolled to the event in hand; `view` is in plain instants."""
        store = self._store
        store.arrive_at(place, view, lens)
        showing, present = store.showing, store.state.view
        primary = store.state.selection.primary
        ordinal = showing.ordinal(primary) if showing is not None and primary is not None else None
        stage = self._stage()
        if ordinal is not None and present is not None and stage.is_fitted:
            store.set_view(stage.bounded(stage.scrolled_to_lane(present, ordinal)))

    def bind(self, commands: Commands) -> None:
        """Bind the commands."""
        commands.bind("view.afresh", self.afresh)
