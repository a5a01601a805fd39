# SPDX-License-Identifier: MIT
"""What the commands on people and places do: open lists and pages, and choose an event beside a page."""

from __future__ import annotations

from collections.abc import Callable

from timeline_app.state.app_state import PanelPage
from timeline_app.state.commands import Commands
from timeline_app.state.store import Store


class PeopleHandlers:
    """Leads to people and places, and from their pages to the timeline.

    `reveal` selects an event on the timeline and brings it into view, with a page of the panel beside it.
    """

    def __init__(self, store: Store, reveal: Callable[[str, PanelPage], None]) -> None:
        self._store = store
        self._reveal = reveal

    def open_person(self, id: str) -> None:  # noqa: A002 — argument name of the command
        """Show a person, organisation or term that may be told of."""
        showing = self._store.showing
        if showing is not None and showing.people.has_page(id):
            self._store.show_page(PanelPage.PERSON, id)

    def open_place(self, id: str) -> None:  # noqa: A002
        """Show a place that may be told of."""
        showing = self._store.showing
        if showing is not None and showing.places.has_page(id):
            self._store.show_page(PanelPage.PLACE, id)

    def select_beside(self, id: str) -> None:  # noqa: A002
        """Select an event; the panel stays where it is."""
        self._reveal(id, self._store.state.page)

    def bind(self, commands: Commands) -> None:
        """Bind the commands that need no toolkit."""
        commands.bind("person.open", self.open_person)
        commands.bind("place.open", self.open_place)
        commands.bind("select.beside", self.select_beside)
