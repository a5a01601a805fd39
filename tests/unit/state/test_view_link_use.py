# SPDX-License-Identifier: MIT
"""Links from what is seen: what may not be told, or is no more, is not named; and chains come back whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.evidence_exhibits import known
from tests.sample_documents import small_document
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import IDENTITY, Lens
from timeline_app.scene.view import View
from timeline_app.state.app_state import PanelPage
from timeline_app.state.kept_place import KeptPanel, KeptPlace
from timeline_app.state.store import Store
from timeline_app.state.view_link import ViewLink
from timeline_app.state.view_link_use import link_of, linked

PEOPLE = {
    "clerk": {"title": "A clerk", "kind": "person", "privacy": "public"},
    "minister": {"title": "A minister", "kind": "person", "privacy": "public"},
    "child": {"title": "A child", "kind": "person", "privacy": "withhold"},
    "guard": {"title": "A guard", "kind": "person", "privacy": "role-only"},
}


@pytest.fixture
def store() -> Store:
    to_fair = [{"to": "fair", "kind": "led-to"}]
    document = small_document(
        {"id": "talks", "date": "1955", "people": ["clerk", "child", "guard"], "known": known(since="1956"), "links": to_fair},
        {"id": "fair", "date": "1957", "people": ["minister"], "known": known(since="1958"),
         "links": [{"to": "fire", "kind": "led-to"}]},
        {"id": "fire", "date": "1958", "known": known(since="1990")},
        people=PEOPLE,
    )  # fmt: skip
    made = Store()
    made.swap_document(document, (), View.between(0, 1_000))
    return made


def named(store: Store, page: PanelPage, subject: str, lens: Lens = IDENTITY) -> tuple[str, str]:
    store.show_page(page, subject)
    store.set_lens(lens)
    assert store.showing is not None
    link = link_of(replace(store.state, page=page, subject=subject), store.showing)
    assert link is not None
    return link.page, link.subject


def led_to(store: Store, page: str, subject: str) -> tuple[str, str, int]:
    assert store.state.document is not None
    found = linked(store.state.document, ViewLink("x", page=page, subject=subject))
    assert found.place.panel is not None
    return found.place.panel.page, found.place.panel.subject, found.missing


def at(date: str, store: Store) -> Lens:
    assert store.state.document is not None
    return Lens(known_at=known_at_date(date, store.state.document.date_settings))


def test_a_page_is_named_with_what_it_is_about(store):
    assert named(store, PanelPage.PERSON, "minister") == ("person", "minister")
    assert named(store, PanelPage.CHAIN, "talks fair") == ("chain", "talks fair")
    assert named(store, PanelPage.MAP, "") == ("map", "")


def test_nobody_is_named_who_may_not_be_told_of(store):
    assert named(store, PanelPage.PERSON, "child") == ("", "")
    assert named(store, PanelPage.PERSON, "guard") == ("", "")
    assert named(store, PanelPage.PERSON, "minister", at("1957", store)) == ("", "")
    assert named(store, PanelPage.PERSON, "clerk", at("1957", store)) == ("person", "clerk")


def test_a_link_to_what_may_not_be_told_counts_it_like_what_does_not_exist(store):
    for subject in ("child", "guard", "nobody"):
        assert led_to(store, "person", subject) == ("", "", 1)
    assert led_to(store, "chain", "talks gone") == ("", "", 1)
    assert led_to(store, "chain", "talks fair") == ("chain", "talks fair", 0)


@pytest.mark.parametrize(
    ("subject", "page"),
    [("talks fair fire", PanelPage.CHAIN), ("talks", PanelPage.CHAIN), ("talks gone", PanelPage.EVENT)],
)
def test_a_chain_that_was_led_another_way_is_followed_again_another_day(store, subject, page):
    left = KeptPlace(View.between(0, 10), ("talks",), KeptPanel("chain", subject))
    store.arrive_at(left, View.between(0, 10), IDENTITY)
    assert store.state.page is page
    assert store.state.subject == (subject if page is PanelPage.CHAIN else "")
