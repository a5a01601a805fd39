# SPDX-License-Identifier: MIT
"""What the commands on the list do to the state: open it, leave it, sort, narrow, choose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from timeline_app.scene.stage import Stage
from timeline_app.state.app_state import AppState, PanelPage, Place
from timeline_app.state.commands import Commands
from timeline_app.state.list_state import ListColumn
from timeline_app.state.store import Store


class ListHandlers:
    """Handles what needs no toolkit."""

    def __init__(self, store: Store, stage: Callable[[], Stage]) -> None:
        self._store = store
        self._stage = stage

    def open(self) -> None:
        """Show the list."""
        self._store.show_page(PanelPage.LIST)

    def leave(self) -> None:
        """Show what was there before the list; if another event was chosen meanwhile, that one."""
        state = self._store.state
        before = page_before(state)
        if before is None:
            self._store.show_page(PanelPage.EVENT if state.selection.ids else PanelPage.INTRODUCTION)
        else:
            self._store.show_page(before.page, before.subject, before.words)

    def sort(self, column: str) -> None:
        """Sort by a column, or the other way round; an unknown name changes nothing."""
        if column not in tuple(ListColumn):
            return
        listed = self._store.state.listed
        by, is_descending = listed.sorted_by(ListColumn(column))
        self._store.set_list(replace(listed, column=by, is_descending=is_descending))

    def filter(self, words: str) -> None:
        """Leave only rows with these words."""
        self._store.set_list(replace(self._store.state.listed, words=words))

    def choose(self, ids: tuple[str, ...]) -> None:
        """Select events; the last one is brought in sight among the lanes, and the list stays."""
        showing, state, stage = self._store.showing, self._store.state, self._stage()
        found = () if showing is None else tuple(name for name in ids if showing.ordinal(name) is not None)
        if showing is None or found == state.selection.ids:
            return
        view, ordinal = state.view, showing.ordinal(found[-1]) if found else None
        if view is not None and ordinal is not None and stage.is_fitted and stage.is_placed(ordinal):
            view = stage.bounded(stage.scrolled_to_lane(view, ordinal))
        self._store.select(found, page=PanelPage.LIST, view=view, remembers=False)

    def open_event(self, id: str) -> None:  # noqa: A002 — argument name of the command
        """Open an event's own page; Back returns to the list."""
        self._store.select((id,), page=PanelPage.EVENT)

    def bind(self, commands: Commands) -> None:
        """Bind the commands that need no toolkit."""
        commands.bind("list.sort", self.sort)
        commands.bind("list.filter", self.filter)
        commands.bind("list.choose", self.choose)
        commands.bind("list.open", self.open_event)


def page_before(state: AppState) -> Place | None:
    """Return the last place before the list, None where there is none or something else is selected by now."""
    behind = (place for place in reversed(state.history.behind) if place.page is not PanelPage.LIST)
    place = next(behind, None)
    is_listed = place is not None and place.page is PanelPage.FOLDED and place.folded != state.folded
    if place is None or is_listed or place.selection.ids != state.selection.ids:
        return None
    return place
