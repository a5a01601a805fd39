# SPDX-License-Identifier: MIT
"""How an exhibit is opened when somebody has asked for a view or an event."""

from __future__ import annotations

from typing import NamedTuple

from timeline_app.model.document import Document
from timeline_app.model.known_at import KnownAt, known_at_date
from timeline_app.scene.view import View, zoomed_about
from timeline_app.state.opening import opening_event, opening_view


class OpeningWish(NamedTuple):
    """A stretch of time in seconds and the id of an event; each may be left to the exhibit.

    `is_quiet_folded` folds quiet time, however the exhibit was left. `as_known_at` is a date in EDTF: what was not
    known by its end is not shown.
    """

    bounds_s: tuple[int, int] | None = None
    event_id: str = ""
    is_quiet_folded: bool = False
    as_known_at: str = ""


class Opening(NamedTuple):
    """What an exhibit is opened with: the view, the selected events, and as of which moment it is told."""

    view: View
    selected: tuple[str, ...] = ()
    known_at: KnownAt | None = None


AS_USUAL = OpeningWish()


def opening_for(document: Document, wish: OpeningWish = AS_USUAL) -> Opening:
    """Return what the exhibit opens with: as wished, the rest as its file says.

    Whoever asks for a view alone sees it with nothing selected; whoever asks for an event alone gets it in
    the middle where the exhibit's own opening view does not reach it.
    """
    opening = _seen_first(document, wish)
    return (
        opening if not wish.as_known_at else opening._replace(known_at=cursor_at(document, wish.as_known_at))
    )


def cursor_at(document: Document, text: str) -> KnownAt | None:
    """Return the cursor at the end of a date in EDTF.

    None for no text, and where the exhibit does not tell who knew of its events.
    """
    if not text or document.publicity.known.is_empty:
        return None
    return known_at_date(text, document.date_settings)


def _seen_first(document: Document, wish: OpeningWish) -> Opening:
    if wish.bounds_s is not None:
        view = View.between(*wish.bounds_s)
        return Opening(view, _known(document, wish.event_id))
    view = opening_view(document)
    if not wish.event_id:
        event_id = opening_event(document)
        return Opening(view, () if event_id is None else (event_id,))
    selected = _known(document, wish.event_id)
    middle_s = _middle_s(document, wish.event_id) if selected else None
    if middle_s is not None and not view.contains(middle_s):
        view = zoomed_about(view, middle_s, 0.5, view.span_s).clamped()
    return Opening(view, selected)


def _known(document: Document, event_id: str) -> tuple[str, ...]:
    return (event_id,) if event_id in document.events.ordinal_of else ()


def _middle_s(document: Document, event_id: str) -> int | None:
    """Return the middle of an event's dates; None for an undated one."""
    dates, ordinal = document.events.dates, document.events.ordinal_of[event_id]
    if not dates.is_dated[ordinal]:
        return None
    return (int(dates.fuzz_earliest_s[ordinal]) + int(dates.fuzz_latest_s[ordinal])) // 2
