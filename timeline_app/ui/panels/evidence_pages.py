# SPDX-License-Identifier: MIT
"""Chooses and fills the pages on evidence: excerpts, sources, claims and questions; and those of filters and names.

Their modules are loaded when they are first asked for: most readers begin with an event.
"""

from __future__ import annotations

from typing import Final, Protocol, TypeVar

from timeline_app.model.showing import Showing
from timeline_app.state.app_state import AppState, PanelPage
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.not_known_page import NotKnownPage
from timeline_app.ui.panels.page import Page

P = TypeVar("P", bound=Page)
_SUBJECTS: Final = frozenset(
    {PanelPage.EXCERPT, PanelPage.SOURCE, PanelPage.CLAIM, PanelPage.PERSON, PanelPage.PLACE}
)
"""The pages on something that the exhibit names. Without a cursor it hides none of it: what is missing is gone."""


class PageOf(Protocol):
    """Gives the page of a kind, always the same one."""

    def __call__(self, kind: type[P], /) -> P:
        """Return the page."""
        ...


def fill_evidence(state: AppState, showing: Showing, look: Look, page_of: PageOf) -> Page | None:
    """Fill the page on evidence that is asked for; None where it is none, or where there is no such thing."""
    match state.page:
        case PanelPage.EXCERPT:
            return _fill_excerpt(state, showing, look, page_of)
        case PanelPage.SOURCES:
            return _fill_sources(showing, look, page_of)
        case PanelPage.SOURCE:
            return _fill_source(state, showing, look, page_of)
        case PanelPage.CLAIM:
            return _fill_claim(state, showing, look, page_of)
        case PanelPage.QUESTIONS:
            return _fill_questions(showing, look, page_of)
        case _:
            return _fill_others(state, showing, look, page_of)


def _fill_others(state: AppState, showing: Showing, look: Look, page_of: PageOf) -> Page | None:
    """Fill the page that is asked for where it is none on evidence."""
    match state.page:
        case PanelPage.FILTERS:
            return _fill_filters(state, showing, look, page_of)
        case PanelPage.PEOPLE | PanelPage.PERSON | PanelPage.PLACES | PanelPage.PLACE:
            from timeline_app.ui.panels.name_pages import fill_names

            return fill_names(state, showing, look, page_of)
        case PanelPage.MAP:
            return _fill_map(state, showing, look, page_of)
        case PanelPage.CHAIN:
            return _fill_chain(state, showing, look, page_of)
        case PanelPage.PREDICTION:
            return _fill_prediction(state, showing, look, page_of)
        case PanelPage.TOUR:
            return _fill_tour(state, showing, look, page_of)
        case PanelPage.TOUR_MAKING:
            return _fill_making(state, showing, look, page_of)
        case _:
            return None


def fill_missing(state: AppState, showing: Showing, look: Look, page_of: PageOf) -> Page | None:
    """Say why what is in hand is not shown: not known at the cursor, or gone; None where nothing is in hand."""
    cursor = showing.lens.known_at
    if showing.lens.keeps_back:
        return None  # Nothing is said of what is kept back, not even that it is there.
    is_subject = state.page in _SUBJECTS
    if cursor is None:
        return _fill_gone(look, page_of) if is_subject else None
    if not is_subject and not (state.page is PanelPage.EVENT and state.selection.ids):
        return None
    page = page_of(NotKnownPage)
    with page.held_still():
        page.fill(cursor, look)
    return page


def _fill_gone(look: Look, page_of: PageOf) -> Page:
    from timeline_app.ui.panels.gone_page import GonePage

    page = page_of(GonePage)
    with page.held_still():
        page.fill(look)
    return page


def _fill_excerpt(state: AppState, showing: Showing, look: Look, page_of: PageOf) -> Page | None:
    from timeline_app.ui.panels.excerpt_page import ExcerptPage

    excerpt = showing.excerpt(state.subject)
    if excerpt is None:
        return None
    page = page_of(ExcerptPage)
    with page.held_still():
        page.fill(excerpt, state.words, showing, look)
    return page


def _fill_sources(showing: Showing, look: Look, page_of: PageOf) -> Page:
    from timeline_app.ui.panels.sources_page import SourcesPage

    page = page_of(SourcesPage)
    with page.held_still():
        page.fill(showing, look)
    return page


def _fill_source(state: AppState, showing: Showing, look: Look, page_of: PageOf) -> Page | None:
    from timeline_app.ui.panels.source_page import SourcePage

    if showing.source(state.subject) is None:
        return None
    page = page_of(SourcePage)
    with page.held_still():
        page.fill(state.subject, showing, look)
    return page


def _fill_claim(state: AppState, showing: Showing, look: Look, page_of: PageOf) -> Page | None:
    from timeline_app.ui.panels.claim_page import ClaimPage

    if showing.lens.known_at is None and showing.claim(state.subject) is None:
        return None
    page = page_of(ClaimPage)
    with page.held_still():
        page.fill(state.subject, showing, look)
    return page


def _fill_prediction(state: AppState, showing: Showing, look: Look, page_of: PageOf) -> Page | None:
    from timeline_app.state.prediction_words import told_of
    from timeline_app.ui.panels.prediction_page import PredictionPage

    told = told_of(state, showing)
    if told is None:
        return None
    page = page_of(PredictionPage)
    with page.held_still():
        page.fill(told, showing, look)
    return page


def _fill_making(state: AppState, showing: Showing, look: Look, page_of: PageOf) -> Page | None:
    from timeline_app.state.tour_making_words import making_view

    view = making_view(state, showing)
    if view is None or state.making is None:
        return None
    from timeline_app.ui.panels.tour_making_page import TourMakingPage

    page = page_of(TourMakingPage)
    with page.held_still():
        page.fill(state.making, view, look)
    return page


def _fill_chain(state: AppState, showing: Showing, look: Look, page_of: PageOf) -> Page:
    from timeline_app.state.chain_handlers import followed_chain
    from timeline_app.ui.panels.chain_page import ChainPage

    page, chain = page_of(ChainPage), followed_chain(showing, state)
    primary = state.selection.primary
    here = showing.ordinal(primary) if primary is not None else None
    with page.held_still():
        if chain is None:
            page.fill_none(look)
        else:
            page.fill(chain, -1 if here is None else here, showing, look)
    return page


def _fill_tour(state: AppState, showing: Showing, look: Look, page_of: PageOf) -> Page | None:
    from timeline_app.ui.panels.tour_page import TourPage

    page = page_of(TourPage)
    if not page.can_fill(state, showing):
        return None
    with page.held_still():
        page.fill(state, showing, look)
    return page


def _fill_filters(state: AppState, showing: Showing, look: Look, page_of: PageOf) -> Page:
    from timeline_app.ui.panels.filter_page import FilterPage

    page = page_of(FilterPage)
    with page.held_still():
        page.fill(showing, state.saved_filters or (), look)
    return page


def _fill_map(state: AppState, showing: Showing, look: Look, page_of: PageOf) -> Page:
    from timeline_app.ui.panels.map_page import MapPage

    page = page_of(MapPage)
    with page.held_still():
        page.fill(showing, state, look)
    return page


def _fill_questions(showing: Showing, look: Look, page_of: PageOf) -> Page:
    from timeline_app.ui.panels.questions_page import QuestionsPage

    page = page_of(QuestionsPage)
    with page.held_still():
        page.fill(showing, look)
    return page
