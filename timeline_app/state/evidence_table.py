# SPDX-License-Identifier: MIT
"""The commands that answer "how do we know?": from a statement to its evidence."""

from __future__ import annotations

from typing import Final

from timeline_app.model.showing import Showing
from timeline_app.state.app_state import AppState, PanelPage
from timeline_app.state.commands import CommandSpec, Param, explore_keys, with_document

_ID: Final = (Param("id", str),)


def _offers_cursor(state: AppState) -> bool:
    return state.document is not None and Showing(state.document).offers_known_at


def _has_cursor(state: AppState) -> bool:
    return state.document is not None and state.lens.known_at is not None


def _has_sources_off(state: AppState) -> bool:
    return state.document is not None and (bool(state.lens.sources_off) or state.lens.takes_derived)


def _has_source_in_hand(state: AppState) -> bool:
    return state.document is not None and state.page in {PanelPage.SOURCE, PanelPage.EXCERPT}


def _has_event_in_hand(state: AppState) -> bool:
    return state.document is not None and state.selection.primary is not None


_CURSOR: Final = (
    CommandSpec(
        "known.open", enabled=_offers_cursor, keys=explore_keys("K"), menu="evidence", on_canvas=True
    ),
    CommandSpec(
        "known.earlier", enabled=_offers_cursor, keys=explore_keys("["), menu="evidence", on_canvas=True
    ),
    CommandSpec("known.later", enabled=_has_cursor, keys=explore_keys("]"), menu="evidence", on_canvas=True),
    CommandSpec(
        "known.clear", enabled=_has_cursor, keys=explore_keys("Shift+K"), menu="evidence", on_canvas=True
    ),
    # In EDTF, or as people write dates; its end counts.
    CommandSpec("known.set", params=(Param("date", str),), enabled=_offers_cursor),
    CommandSpec("known.set-at", params=(Param("at_s", int),), enabled=_offers_cursor),
    # So many moments later at which something became public, for a negative number earlier.
    CommandSpec("known.step", params=(Param("by", int),), enabled=_offers_cursor),
    CommandSpec("known.country", params=(Param("where", str),), enabled=_has_cursor),
    CommandSpec("known.audience", params=(Param("audience", str),), enabled=_has_cursor),
)

_TAKEN_AWAY: Final = (
    CommandSpec("sources.restore", enabled=_has_sources_off, menu="evidence"),
    CommandSpec("sources.take-away", params=_ID, enabled=with_document),
    CommandSpec("sources.give-back", params=_ID, enabled=_has_sources_off),
    CommandSpec("sources.take-kind", params=(Param("kind", str),), enabled=with_document),
    # Of the source in hand, that of an excerpt too; in the style of the settings, as plain and as rich text.
    CommandSpec(
        "sources.copy-citation",
        enabled=_has_source_in_hand,
        keys=explore_keys("Ctrl+Shift+C"),
        menu="evidence",
    ),
    CommandSpec("sources.style", params=(Param("name", str),)),
    # Of the sources with these ids, one a line; of all where none are named.
    CommandSpec("sources.export", params=(Param("ids", str, ""),), enabled=with_document, menu="evidence"),
    CommandSpec("sources.export-event", enabled=_has_event_in_hand, menu="evidence"),
    CommandSpec("sources.with-derived", params=(Param("on", bool),), enabled=with_document),
)

_PLACES: Final = (
    CommandSpec("excerpt.open", params=(Param("id", str), Param("words", str, "")), enabled=with_document),
    CommandSpec("source.open", params=_ID, enabled=with_document),
    CommandSpec("claim.open", params=_ID, enabled=with_document),
    # Sent before whatever a mark on the event's page leads to: Back returns to this mark.
    CommandSpec("evidence.follow", params=(Param("number", int),), enabled=with_document),
    # Sent after an event was opened from its evidence: the reader stands at this mark of its page.
    CommandSpec("evidence.arrive", params=(Param("number", int),), enabled=with_document),
    CommandSpec("sources.open", enabled=with_document, keys=explore_keys("F8"), menu="evidence"),
    CommandSpec("questions.open", enabled=with_document, keys=explore_keys("Shift+F8"), menu="evidence"),
    CommandSpec(
        "evidence.toggle", enabled=with_document, keys=explore_keys("E"), menu="evidence", on_canvas=True
    ),
    CommandSpec("silences.toggle", enabled=with_document, menu="evidence"),
)

EVIDENCE_COMMANDS: Final = (*_CURSOR, *_PLACES, *_TAKEN_AWAY)
