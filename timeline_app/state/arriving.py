# SPDX-License-Identifier: MIT
"""Puts a reader where somebody was: what of a kept or linked place still means something in an exhibit."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import replace

from timeline_app.base.text_value import Reader
from timeline_app.chrono.instant import LIMIT_S
from timeline_app.model.document import Document
from timeline_app.scene.folded_stretch import FoldedStretch
from timeline_app.scene.view import MAX_SPAN_S
from timeline_app.state.app_state import AppState, PanelPage, Selection
from timeline_app.state.kept_place import PASSING_PAGES, KeptPanel, KeptPlace


def arrived(state: AppState, document: Document, place: KeptPlace) -> AppState:
    """Return the state with a reader at a place in an exhibit; view and lens are the caller's.

    Ids that the exhibit does not know are left out; those of lanes do no harm.
    """
    ids = tuple(dict.fromkeys(one for one in place.selected if one in document.events.ordinal_of))
    moved = replace(
        state,
        selection=Selection(ids),
        page=PanelPage.EVENT if ids else PanelPage.INTRODUCTION,
        folded=None,
        subject="",
        words="",
        followed=0,
        chosen_calendars=place.calendars,
        lanes=place.lanes,
        quiet=place.quiet,
        evidence_shown=place.evidence_shown,
        silences_shown=place.silences_shown,
        is_tray_open=place.is_tray_open or is_undated(document, ids),
        reader=reader_of(document, place.language),
    )
    return moved if place.panel is None else _with_panel(moved, document, place.panel)


def reader_of(document: Document, language: str = "") -> Reader:
    """Return a reader of an exhibit who reads it in a language that it has, else in its first."""
    languages = document.about.languages or ("en",)
    chosen = language if language in languages else languages[0]
    return Reader(languages=(chosen,), exhibit_language=languages[0], drafts=frozenset(document.about.drafts))


def is_undated(document: Document | None, ids: tuple[str, ...]) -> bool:
    """Tell whether the event in hand, the last of those selected, has no place in time."""
    ordinal = document.events.ordinal_of.get(ids[-1]) if document is not None and ids else None
    return document is not None and ordinal is not None and not document.events.dates.is_dated[ordinal]


def _with_panel(state: AppState, document: Document, panel: KeptPanel) -> AppState:
    page = next((one for one in PanelPage if one.value == panel.page), None)
    is_open, is_wide = panel.is_open, panel.is_wide and panel.is_open
    shown = replace(
        state,
        panel_open=is_open,
        is_reading_wide=is_wide,
        panel_px=state.panel_px if panel.width_px is None else panel.width_px,
        is_date_explained=panel.is_date_explained,
    )
    if page is None or page in PASSING_PAGES or not _is_there(document, page, panel):
        # What was read in full width is gone: the timeline has its place again.
        return replace(shown, is_reading_wide=False) if panel.page else shown
    if page is PanelPage.EVENT and not state.selection.ids:
        return shown
    folded = panel.folded if page is PanelPage.FOLDED else None
    return replace(shown, page=page, subject=panel.subject, folded=folded)


def _is_there(document: Document, page: PanelPage, panel: KeptPanel) -> bool:
    """Tell whether an exhibit has what a page is about."""
    if page is PanelPage.FOLDED:
        return panel.folded is not None and _is_stretch(document, panel.folded)
    known = _subjects(document).get(page.value)
    # A chain is asked for through several events.
    names = panel.subject.split() if page is PanelPage.CHAIN else [panel.subject]
    return known is None or (bool(names) and all(name in known for name in names))


def _subjects(document: Document) -> Mapping[str, Container[str]]:
    """Return what each page can be about, of those that are about anything."""
    return {
        "excerpt": document.excerpts,
        "source": document.sources,
        "claim": document.claims,
        "person": document.people,
        "place": document.places,
        "chain": document.events.ordinal_of,
    }


def _is_stretch(document: Document, folded: FoldedStretch) -> bool:
    is_lane = any(lane.id == folded.lane_id for lane in document.lanes)
    return (
        is_lane
        and -LIMIT_S <= folded.first_s < folded.last_s <= LIMIT_S
        and 0.0 < folded.seconds_per_px <= MAX_SPAN_S
    )
