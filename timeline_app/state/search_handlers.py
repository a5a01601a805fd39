# SPDX-License-Identifier: MIT
"""What the commands on searching do: look for something, walk through what was found, open it, leave."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Protocol

from timeline_app.search.kinds import EntryKind
from timeline_app.state.app_state import PanelPage, SearchState
from timeline_app.state.commands import Commands
from timeline_app.state.store import Store

if TYPE_CHECKING:
    from timeline_app.search.finder import Hit

QUERIES: Final = {EntryKind.PERSON: "person", EntryKind.PLACE: "place", EntryKind.TAG: "tag"}
"""What has no page lists its events: as a question that the reader could type too."""


class Hits(Protocol):
    """What has been found so far."""

    def __len__(self) -> int:
        """Return how many hits there are."""
        ...

    def hit(self, number: int) -> Hit | None:
        """Return a hit by its number."""
        ...


class SearchHandlers:
    """Looks for things; `hits` gives what was found for the present state, None while nothing can be found yet.

    `reveal` selects an event on the timeline and brings it into view, with a page of the panel beside it.
    """

    def __init__(
        self, store: Store, hits: Callable[[], Hits | None], reveal: Callable[[str, PanelPage], None]
    ) -> None:
        self._store = store
        self._hits = hits
        self._reveal = reveal

    def set(self, text: str) -> None:
        """Look for something else, and list what is found."""
        if text != self._store.state.search.text:
            self._store.set_search(SearchState(text))
        if text.strip():
            self.show_list()

    def show_list(self) -> None:
        """Show the list of what was found."""
        self._store.show_page(PanelPage.SEARCH)

    def step(self, by: int) -> None:
        """Go to the next hit or the one before; after the last one comes the first."""
        found, walked = self._hits(), self._store.state.search.walked
        if found is None or not len(found):
            return
        at = (walked + by) % len(found) if walked >= 0 else (0 if by > 0 else len(found) - 1)
        self._walk_to(at)
        hit = found.hit(at)
        if hit is not None and hit.kind is EntryKind.EVENT:
            self._reveal(hit.id, PanelPage.SEARCH)
        else:
            self.show_list()

    def choose(self, number: int) -> None:
        """Open a hit: its page, or the list of all events of what has none."""
        found = self._hits()
        hit = found.hit(number) if found is not None else None
        if hit is None:
            return
        self._walk_to(number)
        if hit.kind is EntryKind.EVENT:
            self._reveal(hit.id, PanelPage.EVENT)
        elif (page := self._page_of(hit)) is not None:
            self._store.show_page(page, hit.id)
        else:
            self.set(query_of(hit))

    def _page_of(self, hit: Hit) -> PanelPage | None:
        """Return the page on which a hit is told of, None where there is none."""
        showing = self._store.showing
        if showing is None:
            return None
        if hit.kind is EntryKind.PERSON:
            return PanelPage.PERSON if showing.people.has_page(hit.id) else None
        if hit.kind is EntryKind.PLACE:
            return PanelPage.PLACE if showing.places.has_page(hit.id) else None
        return {EntryKind.SOURCE: PanelPage.SOURCE, EntryKind.EXCERPT: PanelPage.EXCERPT}.get(hit.kind)

    def leave(self) -> None:
        """Look for nothing any more; the panel returns to what is selected."""
        state = self._store.state
        self._store.set_search(SearchState())
        if state.page is PanelPage.SEARCH:
            self._store.show_page(PanelPage.EVENT if state.selection.ids else PanelPage.INTRODUCTION)

    def _walk_to(self, number: int) -> None:
        self._store.set_search(SearchState(self._store.state.search.text, number))

    def bind(self, commands: Commands) -> None:
        """Bind the commands that need no toolkit."""
        commands.bind("search.set", self.set)
        commands.bind("search.next", lambda: self.step(1))
        commands.bind("search.previous", lambda: self.step(-1))
        commands.bind("search.choose", self.choose)


def query_of(hit: Hit) -> str:
    """Return the question for all events of a person, a place or a keyword."""
    name = f'"{hit.id}"' if any(sign.isspace() for sign in hit.id) else hit.id
    return f"{QUERIES[hit.kind]}:{name}"
