# SPDX-License-Identifier: MIT
"""From what is seen to a link, and from a link to what it shows of the exhibit that is open.

A link can name what the present reader may not be told: such ids are left out like those that do not exist, and how
many were left out is all that is said.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from timeline_app.base.errors import DateError
from timeline_app.base.messages import Message
from timeline_app.chrono.calendars import CALENDAR_NAMES
from timeline_app.model.document import Document
from timeline_app.model.known_at import KnownAt, known_at_date
from timeline_app.model.lane_state import LaneState
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.scene.time_fold import QuietTime
from timeline_app.scene.view import View
from timeline_app.state.app_state import MOST_CALENDARS, AppState, PanelPage
from timeline_app.state.exhibit_names import is_named, name_of
from timeline_app.state.kept_place import PASSING_PAGES, KeptFilters, KeptPanel, KeptPlace, plain_view
from timeline_app.state.opening import view_of_text
from timeline_app.state.opening_wish import Opening, OpeningWish, opening_for
from timeline_app.state.place_handlers import dates_of, known_filters
from timeline_app.state.range_words import range_words
from timeline_app.state.view_link import LinkedMoment, ViewLink

MOST_SELECTED: Final = 20
"""So many selected events a link names, the one in hand among them."""


@dataclass(frozen=True, slots=True)
class Linked:
    """What a link comes to in an exhibit; `missing` counts the ids that name nothing that can be shown."""

    place: KeptPlace
    view: View
    lens: Lens
    missing: int = 0


def link_of(state: AppState, showing: Showing) -> ViewLink | None:
    """Return the link to what is seen; None while no exhibit is open."""
    document, view, lens = state.document, plain_view(state), state.lens
    if document is None or view is None:
        return None
    page, subject = _told_page(showing, *_page_of(state))
    cursor, dates = lens.known_at, lens.dates
    lanes = [lane.id for lane in document.lanes]
    # An id may spell the title that is withheld.
    known = (one for one in state.selection.ids if not lens.parts_withheld(one))
    told = tuple(one for one in known if showing.ordinal(one) is not None)
    language = state.reader.languages[0] if state.reader.languages else ""
    return ViewLink(
        exhibit=name_of(document),
        range=range_words(view.start_s, view.end_s),
        selected=told[-MOST_SELECTED:],
        page=page,
        subject=subject,
        filters=lens.filters,
        dates=dates.text if dates is not None else "",
        certain=dates is not None and dates.certain_only,
        known_at=None if cursor is None else LinkedMoment(cursor.text, cursor.audience, cursor.where),
        without=tuple(sorted(lens.sources_off & set(document.sources))),
        takes_derived=bool(lens.sources_off) and lens.takes_derived,
        hidden=tuple(one for one in lanes if one in state.lanes.hidden),
        collapsed=tuple(one for one in lanes if one in state.lanes.collapsed),
        calendars=state.chosen_calendars,
        is_quiet_folded=state.quiet.is_folded,
        evidence_shown=state.evidence_shown,
        silences_shown=state.silences_shown,
        language="" if language == state.reader.exhibit_language else language,
    )


def _page_of(state: AppState) -> tuple[str, str]:
    """Return the page that is worth naming: the event's own comes with the selection."""
    usual = PanelPage.EVENT if state.selection.ids else PanelPage.INTRODUCTION
    if state.page in {usual, PanelPage.EVENT, PanelPage.FOLDED, *PASSING_PAGES}:
        return "", ""
    return state.page.value, state.subject


def linked(document: Document, link: ViewLink, panel_px: float | None = None) -> Linked:
    """Return what a link comes to in an exhibit, seen through its own lens."""
    cursor = _cursor(document, link.known_at)
    without = frozenset(link.without) & set(document.sources)
    lens = Lens(known_at=cursor, sources_off=without, takes_derived=bool(without) and link.takes_derived)
    showing = Showing(document, lens)
    filters = known_filters(showing, link.filters)
    kept = KeptFilters(filters, link.dates, link.certain)
    lens = Lens(
        dates=dates_of(document, kept),
        known_at=cursor,
        sources_off=lens.sources_off,
        takes_derived=lens.takes_derived,
        filters=filters,
    )
    selected = tuple(one for one in link.selected if showing.ordinal(one) is not None)
    page, subject = _told_page(showing, link.page, link.subject)
    place = KeptPlace(
        selected=selected,
        panel=KeptPanel(page=page, subject=subject, width_px=panel_px),
        lanes=_lanes(document, link),
        calendars=_calendars(link),
        quiet=QuietTime(is_folded=link.is_quiet_folded),
        evidence_shown=link.evidence_shown,
        silences_shown=link.silences_shown,
        language=link.language,
    )
    asked = len(link.selected) + len(link.without) + sum(len(values) for _, values in link.filters.chosen())
    found = len(selected) + len(without) + sum(len(values) for _, values in filters.chosen())
    missing = asked - found + (1 if link.page and not page else 0)
    return Linked(place, _view(document, link, selected), lens, missing)


def opening_by_link(document: Document, link: ViewLink) -> Opening:
    """Return with what an exhibit opens that a link leads to."""
    found = linked(document, link)
    word = missing_message(found.missing)
    if not is_named(document, link.exhibit):
        word = Message.of("notice.link-other", name=link.exhibit)
    return Opening(found.view, found.place, found.lens, is_as_left=True, word=word)


def _lanes(document: Document, link: ViewLink) -> LaneState:
    known = frozenset(lane.id for lane in document.lanes)
    return LaneState(hidden=known.intersection(link.hidden), collapsed=known.intersection(link.collapsed))


def _calendars(link: ViewLink) -> tuple[str, ...] | None:
    if link.calendars is None:
        return None
    return tuple(name for name in link.calendars if name in CALENDAR_NAMES)[:MOST_CALENDARS]


def _cursor(document: Document, moment: LinkedMoment | None) -> KnownAt | None:
    if moment is None or not moment.date or document.publicity.known.is_empty:
        return None
    try:
        return known_at_date(moment.date, document.date_settings, moment.audience, moment.where)
    except DateError:
        return None  # By this exhibit's settings the date is none.


def _view(document: Document, link: ViewLink, selected: tuple[str, ...]) -> View:
    """Return the stretch of time that a link names, else the opening view, which the event in hand is brought into."""
    if link.range:
        try:
            return view_of_text(link.range, document.date_settings)
        except DateError:
            pass  # An end that nobody knows: as if there were no range.
    return opening_for(document, OpeningWish(event_id=selected[-1] if selected else "")).view


def _told_page(showing: Showing, page: str, subject: str) -> tuple[str, str]:
    """Return page and subject where the reader may be told of it, else nothing."""
    asks: dict[str, Callable[[str], bool]] = {
        "excerpt": lambda name: showing.excerpt(name) is not None,
        "source": lambda name: showing.source(name) is not None,
        "claim": lambda name: showing.claim(name) is not None,
        "person": showing.people.has_page,
        "place": showing.places.has_page,
        "chain": lambda names: all(showing.ordinal(name) is not None for name in names.split()),
    }
    ask = asks.get(page)
    if page not in tuple(PanelPage) or (ask is not None and not ask(subject)):
        return "", ""
    return page, subject


def missing_message(missing: int) -> Message | None:
    """Return the words for how many things a link names that are not to be found; None where all are."""
    return Message.of("notice.link-missing", count=missing) if missing > 0 else None
