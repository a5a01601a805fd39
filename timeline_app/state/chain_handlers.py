# SPDX-License-Identifier: MIT
"""What the commands on chains do: follow a chain, walk its steps, take it another way, and leave it.

A chain is followed as long as the panel shows its page; the page's subject are the ids of the events through which it
was asked for, so Back and Forward lead through it like through all other pages.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline_app.base.messages import Message
from timeline_app.model.chains import Chain, chain_of, has_chain
from timeline_app.model.showing import Showing
from timeline_app.state.app_state import AppState, PanelPage
from timeline_app.state.store import Store


def followed_chain(showing: Showing | None, state: AppState) -> Chain | None:
    """Return the chain that is followed, as far as it is shown; None where there is none."""
    if showing is None or state.page is not PanelPage.CHAIN:
        return None
    pins = [ordinal for name in state.subject.split() if (ordinal := showing.ordinal(name)) is not None]
    chain = chain_of(showing, pins)
    return chain if len(chain.steps) > 1 else None


def page_beside(store: Store, event_id: str) -> PanelPage | None:
    """Return the page that stays beside an event that is selected: that of the chain of which it is a step."""
    showing = store.showing
    chain = followed_chain(showing, store.state)
    ordinal = showing.ordinal(event_id) if showing is not None else None
    if chain is None or ordinal is None or chain.place_of(ordinal) is None:
        return None
    return PanelPage.CHAIN


class ChainHandlers:
    """Follows chains; `reveal` selects an event and brings it into view, with a page of the panel beside it."""

    def __init__(self, store: Store, reveal: Callable[[str, PanelPage], None]) -> None:
        self._store = store
        self._reveal = reveal

    def follow(self, id: str) -> None:  # noqa: A002 — argument name of the command
        """Follow the chain of an event; say so where it has none."""
        store, showing = self._store, self._store.showing
        event_id = id or store.state.selection.primary or ""
        ordinal = showing.ordinal(event_id) if showing is not None else None
        if showing is None or ordinal is None:
            return
        if not has_chain(showing, ordinal):
            store.tell(Message.of("notice.no-chain"))
            return
        if store.state.selection.ids != (event_id,):
            self._reveal(event_id, PanelPage.EVENT)
        store.show_page(PanelPage.CHAIN, event_id)

    def step(self, by: int) -> None:
        """Go to the next step or the one before; at the ends, and from beside the chain, to the nearest."""
        store, showing, chain = self._store, self._store.showing, self._chain
        if showing is None or chain is None:
            return
        primary = store.state.selection.primary
        here = showing.ordinal(primary) if primary is not None else None
        at = chain.place_of(here) if here is not None else None
        # From beside the chain to its beginning.
        at = 0 if at is None else at + by
        if not 0 <= at < len(chain.steps):
            store.tell(Message.of("notice.chain-end" if by > 0 else "notice.chain-start"))
            return
        self._reveal(showing.event_id(chain.steps[at].ordinal), PanelPage.CHAIN)

    def go(self, id: str) -> None:  # noqa: A002
        """Go to the step of an event."""
        if page_beside(self._store, id) is not None:
            self._reveal(id, PanelPage.CHAIN)

    def through(self, at: str, id: str) -> None:  # noqa: A002
        """Take the chain from a step through another of its causes or effects, and go there."""
        showing, chain = self._store.showing, self._chain
        if showing is None or chain is None:
            return
        step, other = showing.ordinal(at), showing.ordinal(id)
        place = chain.place_of(step) if step is not None else None
        if place is None or other is None:
            return
        if other not in (*chain.steps[place].causes, *chain.steps[place].effects):
            return
        names = (showing.event_id(ordinal) for ordinal in chain.through(place, other))
        self._store.show_page(PanelPage.CHAIN, " ".join(names))
        self._reveal(id, PanelPage.CHAIN)

    def leave(self) -> None:
        """Show the event in hand alone again."""
        state = self._store.state
        self._store.show_page(PanelPage.EVENT if state.selection.ids else PanelPage.INTRODUCTION)

    @property
    def _chain(self) -> Chain | None:
        return followed_chain(self._store.showing, self._store.state)
