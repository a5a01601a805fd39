# SPDX-License-Identifier: MIT
"""Walking through hits and opening them, without a window."""

from __future__ import annotations

from collections.abc import Sequence

from tests.sample_documents import harbour
from timeline_app.base.text_value import ShownText
from timeline_app.scene.view import View
from timeline_app.search.finder import Hit
from timeline_app.search.kinds import EntryKind
from timeline_app.state.app_state import PanelPage, SearchState
from timeline_app.state.search_handlers import SearchHandlers, query_of
from timeline_app.state.store import Store


def hit(kind: EntryKind, name: str) -> Hit:
    return Hit(kind, name, ShownText(name, "en"))


class FewHits:
    def __init__(self, hits: Sequence[Hit]) -> None:
        self._hits = hits

    def __len__(self) -> int:
        return len(self._hits)

    def hit(self, number: int) -> Hit | None:
        return self._hits[number] if 0 <= number < len(self._hits) else None


def bench(*hits: Hit) -> tuple[Store, SearchHandlers, list[tuple[str, PanelPage]]]:
    store = Store()
    store.swap_document(harbour(), (), View(0, 86_400.0))
    revealed: list[tuple[str, PanelPage]] = []
    handlers = SearchHandlers(
        store, lambda: FewHits(hits) if hits else None, lambda name, page: revealed.append((name, page))
    )
    return store, handlers, revealed


def test_typing_opens_the_list_once() -> None:
    store, handlers, _ = bench()
    handlers.set("f")
    handlers.set("fe")
    assert (store.state.search, store.state.page) == (SearchState("fe"), PanelPage.SEARCH)
    assert len(store.state.history.behind) == 1


def test_blanks_alone_open_nothing() -> None:
    store, handlers, _ = bench()
    handlers.set("  ")
    assert store.state.page is PanelPage.INTRODUCTION


def test_steps_go_round_in_both_directions() -> None:
    store, handlers, revealed = bench(hit(EntryKind.EVENT, "a"), hit(EntryKind.EVENT, "b"))
    handlers.set("x")
    for by in (1, 1, 1, -1):
        handlers.step(by)
    assert revealed == [(name, PanelPage.SEARCH) for name in "abab"]
    assert store.state.search.walked == 1


def test_the_first_step_back_goes_to_the_last_hit() -> None:
    store, handlers, revealed = bench(hit(EntryKind.EVENT, "a"), hit(EntryKind.SOURCE, "b"))
    handlers.set("x")
    handlers.step(-1)
    assert (store.state.search.walked, revealed) == (1, [])
    assert store.state.page is PanelPage.SEARCH


def test_without_hits_no_step_leads_anywhere() -> None:
    store, handlers, revealed = bench()
    handlers.set("x")
    handlers.step(1)
    handlers.choose(0)
    assert (store.state.search.walked, revealed) == (-1, [])


def test_each_kind_opens_what_it_has() -> None:
    kinds = (EntryKind.EVENT, EntryKind.SOURCE, EntryKind.EXCERPT, EntryKind.PERSON)
    store, handlers, revealed = bench(*(hit(kind, str(kind)) for kind in kinds))
    handlers.set("x")
    handlers.choose(0)
    assert revealed == [("event", PanelPage.EVENT)]
    handlers.choose(1)
    assert (store.state.page, store.state.subject) == (PanelPage.SOURCE, "source")
    handlers.choose(2)
    assert (store.state.page, store.state.subject) == (PanelPage.EXCERPT, "excerpt")
    handlers.choose(3)
    assert (store.state.search, store.state.page) == (SearchState("person:person"), PanelPage.SEARCH)


def test_a_person_and_a_place_open_their_pages_and_who_is_told_of_by_role_alone_a_question() -> None:
    people = (hit(EntryKind.PERSON, "mori"), hit(EntryKind.PERSON, "tanaka-ichiro"))
    store, handlers, _ = bench(*people, hit(EntryKind.PLACE, "minase"))
    handlers.set("x")
    handlers.choose(0)
    assert (store.state.page, store.state.subject) == (PanelPage.PERSON, "mori")
    handlers.choose(2)
    assert (store.state.page, store.state.subject) == (PanelPage.PLACE, "minase")
    handlers.choose(1)
    assert (store.state.search.text, store.state.page) == ("person:tanaka-ichiro", PanelPage.SEARCH)


def test_leaving_returns_to_what_is_selected() -> None:
    store, handlers, _ = bench()
    handlers.set("x")
    handlers.leave()
    assert (store.state.search, store.state.page) == (SearchState(), PanelPage.INTRODUCTION)
    store.select(("agreement",))
    handlers.set("y")
    handlers.leave()
    assert store.state.page is PanelPage.EVENT
    store.show_page(PanelPage.SOURCES)
    handlers.leave()
    assert store.state.page is PanelPage.SOURCES


def test_a_keyword_of_two_words_is_quoted() -> None:
    assert query_of(hit(EntryKind.TAG, "red cross")) == 'tag:"red cross"'
    assert query_of(hit(EntryKind.PLACE, "cape")) == "place:cape"
