# SPDX-License-Identifier: MIT
"""Following a mark to its evidence, and going back to the very sentence."""

import pytest

from tests.sample_documents import harbour
from timeline_app.scene.view import View
from timeline_app.state.app_state import PanelPage
from timeline_app.state.store import Store


@pytest.fixture
def store():
    made = Store()
    made.swap_document(harbour(), (), View(0, 86_400.0))
    made.select(("agreement",))
    return made


def test_back_returns_to_the_mark_and_forward_to_what_it_leads_to(store):
    store.follow(3)
    assert store.state.followed == -3
    store.go_back()
    assert (store.state.page, store.state.followed) == (PanelPage.EVENT, 3)
    store.go_forward()
    assert (store.state.page, store.state.followed) == (PanelPage.EVENT, -3)


def test_from_the_document_back_leads_first_to_the_words_and_then_to_the_sentence(store):
    store.follow(5)
    store.show_page(PanelPage.EXCERPT, "plan", "to carry")
    store.go_back()
    assert (store.state.page, store.state.followed) == (PanelPage.EVENT, -5)
    store.go_back()
    assert (store.state.page, store.state.followed) == (PanelPage.EVENT, 5)
    store.go_back()
    assert store.state.followed == 0


def test_following_the_same_mark_again_is_remembered_once(store):
    store.follow(2)
    store.go_back()
    behind = len(store.state.history.behind)
    store.follow(2)
    store.follow(4)
    assert len(store.state.history.behind) == behind + 2
    store.go_back()
    assert store.state.followed == 4
    store.go_back()
    assert store.state.followed == 2


def test_another_event_begins_anew(store):
    store.follow(2)
    store.select(("survey",))
    assert store.state.followed == 0
    store.go_back()
    assert (store.state.selection.primary, store.state.followed) == ("agreement", -2)
