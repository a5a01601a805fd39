# SPDX-License-Identifier: MIT
"""The commands on the list of events in view: to open and leave it, sort and narrow it, choose in it, take it along."""

from __future__ import annotations

from typing import Final

from timeline_app.state.app_state import AppState, PanelPage
from timeline_app.state.commands import CommandSpec, Param, explore_keys, with_document


def is_listing(state: AppState) -> bool:
    """Tell whether the list is what the panel shows."""
    return state.document is not None and state.page is PanelPage.LIST and state.panel_open


_CHOSEN: Final = (Param("chosen", bool, False),)
"""Whether a single chosen row is wanted too: two and more always are, where none are it is all rows."""

LIST_COMMANDS: Final = (
    CommandSpec("list.toggle", enabled=with_document, keys=explore_keys("F12"), menu="view"),
    # The same by a single key, which means nothing but itself where something is written.
    CommandSpec("list.toggle-here", enabled=with_document, keys=explore_keys("T"), on_canvas=True),
    CommandSpec("list.leave", enabled=is_listing),
    # "date", "title", "lane" or "evidence"; by the same column again the other way round.
    CommandSpec("list.sort", params=(Param("column", str),), enabled=with_document),
    CommandSpec("list.filter", params=(Param("words", str),), enabled=with_document),
    CommandSpec("list.choose", params=(Param("ids", tuple),), enabled=is_listing),
    CommandSpec("list.open", params=(Param("id", str),), enabled=is_listing),
    CommandSpec("list.copy-text", params=_CHOSEN, enabled=with_document, menu="file"),
    CommandSpec("list.copy-csv", params=_CHOSEN, enabled=with_document, menu="file"),
    CommandSpec("list.copy-markdown", params=_CHOSEN, enabled=with_document, menu="file"),
    CommandSpec("list.print", params=_CHOSEN, enabled=with_document, menu="file"),
)
