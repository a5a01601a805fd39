# SPDX-License-Identifier: MIT
"""What is seen now as a stop of a tour: view, event, what the page shows, the cursor and the filters."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from timeline_app.model import records
from timeline_app.model.showing import Showing
from timeline_app.state.app_state import AppState, PanelPage
from timeline_app.state.kept_place import plain_view
from timeline_app.state.range_words import range_words

_PARTS: Final = {PanelPage.CHAIN: "chain", PanelPage.MAP: "map"}

Shows = tuple[str | records.ShownWords, ...]


def stop_here(state: AppState, showing: Showing) -> records.Stop:
    """Return a stop of what is seen."""
    return replace(aimed(records.Stop(), state, showing), show=shown_here(state, showing))


def aimed(stop: records.Stop, state: AppState, showing: Showing) -> records.Stop:
    """Return a stop with the event, view, cursor and filters that are seen now; what it shows and its notes stay."""
    view, lens = plain_view(state), state.lens
    event = state.selection.primary
    return replace(
        stop,
        event=event if event is not None and showing.ordinal(event) is not None else None,
        view=range_words(view.start_s, view.end_s) if view is not None else None,
        as_known_at=lens.known_at.text if lens.known_at is not None else None,
        filters={facet: tuple(sorted(values)) for facet, values in lens.filters.chosen()},
    )


def shown_here(state: AppState, showing: Showing) -> Shows:
    """Return what the page shows that a stop can show, nothing where it is the event's own or a page for readers."""
    subject = state.subject
    if not state.panel_open:
        return ()
    if state.page in _PARTS and state.selection.ids:
        return (_PARTS[state.page],)
    if state.page is PanelPage.EXCERPT and showing.excerpt(subject) is not None:
        return (records.ShownWords(subject, state.words),) if state.words else (subject,)
    is_source = state.page is PanelPage.SOURCE and showing.source(subject) is not None
    is_claim = state.page is PanelPage.CLAIM and showing.claim(subject) is not None
    return (subject,) if is_source or is_claim else ()
