# SPDX-License-Identifier: MIT
"""Opening people and places, and choosing an event beside their pages, without a window."""

from __future__ import annotations

from tests.sample_documents import harbour, small_document
from timeline_app.scene.view import View
from timeline_app.state.app_state import AppState, PanelPage
from timeline_app.state.command_table import COMMANDS
from timeline_app.state.commands import Commands
from timeline_app.state.people_handlers import PeopleHandlers
from timeline_app.state.people_table import PEOPLE_COMMANDS
from timeline_app.state.store import Store


def bench() -> tuple[Store, PeopleHandlers, list[tuple[str, PanelPage]]]:
    store = Store()
    store.swap_document(harbour(), (), View(0, 86_400.0))
    revealed: list[tuple[str, PanelPage]] = []
    return store, PeopleHandlers(store, lambda name, page: revealed.append((name, page))), revealed


def shown(store: Store) -> tuple[PanelPage, str]:
    return store.state.page, store.state.subject


def test_a_page_is_a_step_from_which_back_returns() -> None:
    store, handlers, _ = bench()
    handlers.open_person("mori")
    handlers.open_place("cape")
    assert shown(store) == (PanelPage.PLACE, "cape")
    store.go_back()
    assert shown(store) == (PanelPage.PERSON, "mori")
    store.go_back()
    assert shown(store) == (PanelPage.INTRODUCTION, "")
    store.go_forward()
    assert shown(store) == (PanelPage.PERSON, "mori")


def test_nothing_opens_who_is_withheld_or_not_there() -> None:
    store, handlers, _ = bench()
    for name in ("hidden-person", "tanaka-ichiro", "nobody", "no-such", ""):
        handlers.open_person(name)
        handlers.open_place(name)
    assert shown(store) == (PanelPage.INTRODUCTION, "")


def test_an_event_is_chosen_beside_the_page_that_is_open() -> None:
    _, handlers, revealed = bench()
    handlers.open_person("mori")
    handlers.select_beside("agreement")
    assert revealed == [("agreement", PanelPage.PERSON)]


def test_commands_lead_to_the_handlers() -> None:
    store, handlers, revealed = bench()
    commands = Commands(PEOPLE_COMMANDS, lambda: store.state)
    handlers.bind(commands)
    assert commands.unbound() == ("people.open", "places.open")
    commands.send("place.open", id="minase")
    assert shown(store) == (PanelPage.PLACE, "minase")
    commands.send("select.beside", id="agreement")
    assert revealed == [("agreement", PanelPage.PLACE)]


def test_the_lists_are_offered_where_somebody_or_some_place_is_named() -> None:
    specs = {spec.id: spec for spec in COMMANDS}
    bare = AppState(document=small_document({"id": "a", "date": "1959"}))
    named = AppState(document=harbour())
    for name in ("people.open", "places.open"):
        assert not specs[name].enabled(AppState())
        assert not specs[name].enabled(bare)
        assert specs[name].enabled(named)
        assert specs[name].menu == "go"
