# SPDX-License-Identifier: MIT
"""How an exhibit is opened: as somebody has asked, else as it was left, else as its file says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from timeline_app.base.messages import Message
from timeline_app.model.document import Document
from timeline_app.model.known_at import KnownAt, known_at_date
from timeline_app.model.lens import Lens
from timeline_app.scene.time_fold import QuietTime
from timeline_app.scene.view import View, zoomed_about
from timeline_app.state.kept_place import AS_MADE, KeptPlace
from timeline_app.state.opening import opening_event, opening_view

if TYPE_CHECKING:
    from timeline_app.state.view_link import ViewLink


class OpeningWish(NamedTuple):
    """A stretch of time in seconds and the id of an event; each may be left to the exhibit.

    `is_quiet_folded` folds quiet time, however the exhibit was left. `as_known_at` is a date in EDTF: what was not
    known by its end is not shown. `is_afresh` forgets where its reader was; `link` names all of that anew.
    """

    bounds_s: tuple[int, int] | None = None
    event_id: str = ""
    is_quiet_folded: bool = False
    as_known_at: str = ""
    is_afresh: bool = False
    link: ViewLink | None = None


class Opening(NamedTuple):
    """What an exhibit is opened with: the view, all else about the place, and through which lens.

    `is_as_left` tells that view and selection are those of another day; `word` is what there is to say about it.
    """

    view: View
    place: KeptPlace
    lens: Lens | None = None
    is_as_left: bool = False
    word: Message | None = None

    @property
    def selected(self) -> tuple[str, ...]:
        """The selected events."""
        return self.place.selected


AS_USUAL = OpeningWish()


def opening_for(document: Document, wish: OpeningWish = AS_USUAL, left: KeptPlace = AS_MADE) -> Opening:
    """Return what the exhibit opens with: as wished, the rest as it was left or as its file says.

    Whoever asks for a view alone sees it with nothing selected; whoever asks for an event alone gets it in
    the middle where the view in which the exhibit would open does not reach it.
    """
    if wish.link is not None:
        from timeline_app.state.view_link_use import opening_by_link  # Most starts follow no link.

        return opening_by_link(document, wish.link)
    if wish.is_afresh:
        left = AS_MADE
    if wish.is_quiet_folded:
        left = replace(left, quiet=QuietTime(is_folded=True))
    view, selected, is_elsewhere = _seen_first(document, wish, left)
    panel = left.panel
    if is_elsewhere and panel is not None:
        panel = replace(panel, page="", subject="", folded=None, scroll_px=0)
    place = replace(left, selected=selected, panel=panel)
    cursor = cursor_at(document, wish.as_known_at)
    is_as_left = not is_elsewhere and left.view is not None
    return Opening(view, place, None if cursor is None else Lens(known_at=cursor), is_as_left)


def cursor_at(document: Document, text: str) -> KnownAt | None:
    """Return the cursor at the end of a date in EDTF.

    None for no text, and where the exhibit does not tell who knew of its events.
    """
    if not text or document.publicity.known.is_empty:
        return None
    return known_at_date(text, document.date_settings)


def _seen_first(document: Document, wish: OpeningWish, left: KeptPlace) -> tuple[View, tuple[str, ...], bool]:
    """Return the view, the selected events, and whether they are what somebody has asked for."""
    if wish.bounds_s is not None:
        return View.between(*wish.bounds_s), _known(document, wish.event_id), True
    kept = _still_seen(document, left.view)
    view = kept or opening_view(document)
    if not wish.event_id:
        if kept is not None:
            return view, left.selected, False
        event_id = opening_event(document)
        return view, () if event_id is None else (event_id,), False
    selected = _known(document, wish.event_id)
    middle_s = _middle_s(document, wish.event_id) if selected else None
    if middle_s is not None and not view.contains(middle_s):
        view = zoomed_about(view, middle_s, 0.5, view.span_s).clamped()
    return view, selected, True


def _still_seen(document: Document, view: View | None) -> View | None:
    """Return a view in which the exhibit, that may have been changed, still has anything; else None."""
    span_s = document.span_s
    if view is None or span_s is None or view.end_s < span_s[0] or span_s[1] < view.start_s:
        return None
    return view


def _known(document: Document, event_id: str) -> tuple[str, ...]:
    return (event_id,) if event_id in document.events.ordinal_of else ()


def _middle_s(document: Document, event_id: str) -> int | None:
    """Return the middle of an event's dates; None for an undated one."""
    dates, ordinal = document.events.dates, document.events.ordinal_of[event_id]
    if not dates.is_dated[ordinal]:
        return None
    return (int(dates.fuzz_earliest_s[ordinal]) + int(dates.fuzz_latest_s[ordinal])) // 2
