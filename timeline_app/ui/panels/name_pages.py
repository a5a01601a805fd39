# SPDX-License-Identifier: MIT
"""Chooses and fills the pages on people and places.

While the events of a large exhibit are being counted, the list that a page belongs to says so.
"""

from __future__ import annotations

from timeline_app.model.showing import Showing
from timeline_app.state.app_state import AppState, PanelPage
from timeline_app.ui.panels.evidence_pages import PageOf
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.names_page import NamesPage, PeoplePage, PlacesPage
from timeline_app.ui.panels.page import Page
from timeline_app.ui.panels.person_page import PersonPage
from timeline_app.ui.panels.place_page import PlacePage


def fill_names(state: AppState, showing: Showing, look: Look, page_of: PageOf) -> Page | None:
    """Fill the page on people or places that is asked for; None where nobody of that name may be told of."""
    is_of_people = state.page in {PanelPage.PEOPLE, PanelPage.PERSON}
    if not showing.is_catalogued or state.page in {PanelPage.PEOPLE, PanelPage.PLACES}:
        return _fill_list(state, showing, look, page_of, is_of_people=is_of_people)
    return (_fill_person if is_of_people else _fill_place)(state, showing, look, page_of)


def _fill_list(state: AppState, showing: Showing, look: Look, page_of: PageOf, *, is_of_people: bool) -> Page:
    page: NamesPage = page_of(PeoplePage) if is_of_people else page_of(PlacesPage)
    groups = (
        () if not showing.is_catalogued else (showing.people if is_of_people else showing.places).groups()
    )
    with page.held_still():
        page.fill(groups, state.document.path if state.document is not None else None, showing, look)
    return page


def _fill_person(state: AppState, showing: Showing, look: Look, page_of: PageOf) -> Page | None:
    found = showing.people.page(state.subject)
    if found is None:
        return None
    page = page_of(PersonPage)
    with page.held_still():
        page.fill(found, showing, state.selection.primary, look)
    return page


def _fill_place(state: AppState, showing: Showing, look: Look, page_of: PageOf) -> Page | None:
    found = showing.places.page(state.subject)
    if found is None:
        return None
    page = page_of(PlacePage)
    with page.held_still():
        page.fill(found, showing, state, look)
    return page
