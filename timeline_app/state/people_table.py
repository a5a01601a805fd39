# SPDX-License-Identifier: MIT
"""The commands on people and places: their lists, their pages, and the event that is chosen beside a page."""

from __future__ import annotations

from typing import Final

from timeline_app.state.app_state import AppState
from timeline_app.state.commands import CommandSpec, Param, explore_keys, with_document

_ID: Final = (Param("id", str),)


def _names_people(state: AppState) -> bool:
    return state.document is not None and bool(state.document.people)


def _names_places(state: AppState) -> bool:
    return state.document is not None and bool(state.document.places)


PEOPLE_COMMANDS: Final = (
    CommandSpec("people.open", enabled=_names_people, keys=explore_keys("Shift+F2"), menu="go"),
    CommandSpec("places.open", enabled=_names_places, keys=explore_keys("Shift+F3"), menu="go"),
    CommandSpec("person.open", params=_ID, enabled=with_document),
    CommandSpec("place.open", params=_ID, enabled=with_document),
    # Selects an event on the timeline; the panel stays at the page from which it was chosen.
    CommandSpec("select.beside", params=_ID, enabled=with_document),
)
