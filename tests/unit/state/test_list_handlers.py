# SPDX-License-Identifier: MIT
"""Opening and leaving the list, sorting and narrowing it, choosing in it: what becomes of the state."""

from __future__ import annotations

import pytest

from tests.desks import MIDDLE, Desk, century, is_in_window, small_desk
from timeline_app.state.app_state import PanelPage
from timeline_app.state.list_handlers import ListHandlers
from timeline_app.state.list_state import ListColumn, ListState


@pytest.fixture
def desk() -> Desk:
    return Desk(century(), MIDDLE)


def opened(desk: Desk) -> ListHandlers:
    handlers = ListHandlers(desk.store, desk.stage)
    handlers.bind(desk.commands)
    handlers.open()
    return handlers


def test_leaving_returns_to_the_page_before(desk: Desk):
    desk.store.show_page(PanelPage.SOURCE, "ledger")
    handlers = opened(desk)
    assert desk.store.state.page is PanelPage.LIST
    handlers.leave()
    assert (desk.store.state.page, desk.store.state.subject) == (PanelPage.SOURCE, "ledger")


def test_leaving_shows_the_event_that_was_chosen_meanwhile(desk: Desk):
    handlers = opened(desk)
    handlers.choose(("war",))
    handlers.leave()
    assert (desk.store.state.page, desk.ids) == (PanelPage.EVENT, ("war",))
    handlers.open()
    handlers.choose(())
    handlers.leave()
    assert desk.store.state.page is PanelPage.INTRODUCTION


def test_choosing_keeps_the_list_and_fills_no_history(desk: Desk):
    handlers = opened(desk)
    behind = desk.store.state.history.behind
    for name in ("war", "peace", "moon"):
        handlers.choose((name,))
    assert (desk.store.state.page, desk.ids) == (PanelPage.LIST, ("moon",))
    assert desk.store.state.history.behind == behind
    handlers.choose(("war", "nothing-of-that-name", "peace"))
    assert desk.ids == ("war", "peace")


def test_choosing_scrolls_the_lane_into_sight():
    desk = small_desk()
    assert not is_in_window(desk, 3)
    handlers = opened(desk)
    start_s = desk.view.start_s
    handlers.choose(("moon",))
    assert is_in_window(desk, 3)
    assert desk.view.start_s == start_s
    handlers.choose(("saying",))
    assert desk.ids == ("saying",)


def test_selecting_on_the_timeline_keeps_the_list(desk: Desk):
    opened(desk)
    desk.send("select.event", id="war", reveal=False)
    assert (desk.store.state.page, desk.ids) == (PanelPage.LIST, ("war",))
    desk.send("select.clear")
    assert (desk.store.state.page, desk.ids) == (PanelPage.LIST, ())


def test_beside_a_folded_panel_selecting_opens_the_event(desk: Desk):
    opened(desk)
    desk.store.open_panel(is_open=False)
    desk.send("select.event", id="war", reveal=False)
    assert (desk.store.state.page, desk.store.state.panel_open) == (PanelPage.EVENT, True)


def test_opening_an_event_can_be_undone(desk: Desk):
    opened(desk)
    desk.send("list.open", id="peace")
    assert (desk.store.state.page, desk.ids) == (PanelPage.EVENT, ("peace",))
    desk.send("go.back")
    assert desk.store.state.page is PanelPage.LIST


def test_sorting_and_narrowing(desk: Desk):
    opened(desk)
    desk.send("list.sort", column="lane")
    assert desk.store.state.listed == ListState(ListColumn.LANE)
    desk.send("list.sort", column="lane")
    desk.send("list.sort", column="nothing")
    desk.send("list.filter", words="war")
    assert desk.store.state.listed == ListState(ListColumn.LANE, is_descending=True, words="war")
