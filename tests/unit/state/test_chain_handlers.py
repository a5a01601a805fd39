# SPDX-License-Identifier: MIT
"""Following a chain: its steps, its ends, another way, and the way out of it."""

import pytest

from tests.sample_documents import small_document
from timeline_app.scene.view import View
from timeline_app.state.app_state import PanelPage
from timeline_app.state.chain_handlers import ChainHandlers, followed_chain, page_beside
from timeline_app.state.store import Store


def led_to(*ids: str) -> list[dict[str, str]]:
    return [{"to": name, "kind": "led-to"} for name in ids]


@pytest.fixture
def store() -> Store:
    document = small_document(
        {"id": "talks", "date": "1955", "links": led_to("offer", "protest")},
        {"id": "offer", "date": "1956", "links": led_to("ship")},
        {"id": "protest", "date": "1957", "links": led_to("ship")},
        {"id": "ship", "date": "1959"},
        {"id": "song", "date": "1959"},
    )
    made = Store()
    made.swap_document(document, (), View.between(0, 1_000))
    made.select(("offer",))
    return made


@pytest.fixture
def handlers(store: Store) -> ChainHandlers:
    return ChainHandlers(store, lambda event_id, page: store.select((event_id,), page=page))


def steps_of(store: Store) -> list[str]:
    chain, showing = followed_chain(store.showing, store.state), store.showing
    assert showing is not None
    return [] if chain is None else [showing.event_id(ordinal) for ordinal in chain.ordinals]


def notice_of(store: Store) -> str:
    assert store.state.notice is not None
    return store.state.notice.message.key


def test_the_chain_of_the_event_in_hand_is_followed_on_its_page(store, handlers):
    handlers.follow("")
    assert (store.state.page, store.state.subject) == (PanelPage.CHAIN, "offer")
    assert steps_of(store) == ["talks", "offer", "ship"]
    assert store.state.selection.ids == ("offer",)


def test_another_event_is_selected_before_its_chain_is_followed(store, handlers):
    handlers.follow("protest")
    assert store.state.selection.ids == ("protest",)
    assert steps_of(store) == ["talks", "protest", "ship"]


def test_an_event_without_causes_and_effects_is_told_politely(store, handlers):
    handlers.follow("song")
    assert notice_of(store) == "notice.no-chain"
    assert (store.state.page, store.state.selection.ids) == (PanelPage.EVENT, ("offer",))


def test_steps_are_walked_to_the_end_and_no_further(store, handlers):
    handlers.follow("")
    handlers.step(1)
    assert store.state.selection.ids == ("ship",)
    handlers.step(1)
    assert (store.state.selection.ids, notice_of(store)) == (("ship",), "notice.chain-end")
    handlers.step(-1)
    handlers.step(-1)
    assert store.state.selection.ids == ("talks",)
    handlers.step(-1)
    assert notice_of(store) == "notice.chain-start"
    assert store.state.page is PanelPage.CHAIN


def test_back_goes_from_step_to_step_and_out_of_the_chain(store, handlers):
    handlers.follow("")
    handlers.step(1)
    store.go_back()
    assert (store.state.page, store.state.selection.ids) == (PanelPage.CHAIN, ("offer",))
    store.go_back()
    assert store.state.page is PanelPage.EVENT
    store.go_forward()
    assert steps_of(store) == ["talks", "offer", "ship"]


def test_a_step_is_gone_to_by_its_event_and_nothing_else_is(store, handlers):
    handlers.follow("")
    handlers.go("talks")
    handlers.go("song")
    assert store.state.selection.ids == ("talks",)


def test_the_chain_is_taken_another_way(store, handlers):
    handlers.follow("")
    handlers.through("ship", "protest")
    assert steps_of(store) == ["talks", "protest", "ship"]
    assert store.state.selection.ids == ("protest",)


def test_only_ways_that_there_are_are_taken(store, handlers):
    handlers.follow("")
    handlers.through("ship", "song")
    handlers.through("song", "protest")
    assert store.state.subject == "offer"


def test_leaving_shows_the_event_in_hand(store, handlers):
    handlers.follow("")
    handlers.leave()
    assert (store.state.page, store.state.selection.ids) == (PanelPage.EVENT, ("offer",))
    assert followed_chain(store.showing, store.state) is None


def test_the_page_stays_beside_steps_alone(store, handlers):
    assert page_beside(store, "ship") is None
    handlers.follow("")
    assert page_beside(store, "ship") is PanelPage.CHAIN
    assert page_beside(store, "song") is None


def test_without_a_chain_nothing_is_walked(store, handlers):
    handlers.step(1)
    handlers.through("ship", "protest")
    assert store.state.selection.ids == ("offer",)
