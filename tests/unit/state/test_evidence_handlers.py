# SPDX-License-Identifier: MIT
"""From a mark to an excerpt, a source, a claim, and back to the same mark."""

import pytest

from tests.archive_exhibit import archive
from tests.desks import MIDDLE, Desk
from timeline_app.state.app_state import PanelPage
from timeline_app.state.kept_place import KeptPlace


@pytest.fixture
def desk():
    made = Desk(archive(), MIDDLE)
    made.send("select.event", id="opened", reveal=False)
    return made


def shown(desk):
    state = desk.store.state
    return state.page, state.subject, state.words


def test_back_leads_from_an_excerpt_to_the_mark_from_which_it_was_opened(desk):
    desk.send("evidence.follow", number=1)
    desk.send("excerpt.open", id="report", words="at noon")
    assert shown(desk) == (PanelPage.EXCERPT, "report", "at noon")
    desk.send("source.open", id="daily")
    assert shown(desk) == (PanelPage.SOURCE, "daily", "")
    desk.send("go.back")
    assert shown(desk) == (PanelPage.EXCERPT, "report", "at noon")
    while desk.store.state.page is not PanelPage.EVENT or desk.store.state.followed != 1:
        assert desk.send("go.back")
    assert desk.ids == ("opened",)
    desk.send("go.forward")
    while desk.store.state.page is not PanelPage.SOURCE:
        assert desk.send("go.forward")
    assert shown(desk) == (PanelPage.SOURCE, "daily", "")


def test_what_does_not_exist_is_not_opened(desk):
    before = desk.store.state
    desk.send("excerpt.open", id="nothing")
    desk.send("source.open", id="nothing")
    desk.send("claim.open", id="nothing")
    assert desk.store.state == before


def test_lists_and_claims_are_places_in_the_history(desk):
    desk.store.show_page(PanelPage.SOURCES)
    desk.send("claim.open", id="who-paid")
    desk.store.show_page(PanelPage.QUESTIONS)
    assert shown(desk) == (PanelPage.QUESTIONS, "", "")
    desk.send("go.back")
    assert shown(desk) == (PanelPage.CLAIM, "who-paid", "")
    desk.send("go.back")
    assert shown(desk) == (PanelPage.SOURCES, "", "")


def test_what_is_shown_already_is_no_step_of_the_history(desk):
    desk.store.show_page(PanelPage.QUESTIONS)
    behind = desk.store.state.history.behind
    desk.store.show_page(PanelPage.QUESTIONS)
    assert desk.store.state.history.behind == behind


def test_another_event_forgets_the_mark(desk):
    desk.send("evidence.follow", number=1)
    desk.send("select.event", id="storm", reveal=False)
    assert desk.store.state.followed == 0


def test_evidence_and_silences_are_drawn_or_not(desk):
    assert (desk.store.state.evidence_shown, desk.store.state.silences_shown) == (False, True)
    desk.send("evidence.toggle")
    desk.send("silences.toggle")
    assert (desk.store.state.evidence_shown, desk.store.state.silences_shown) == (True, False)


def test_reading_in_full_width_opens_the_panel_and_ends_with_it(desk):
    desk.send("panel.toggle")
    desk.send("reading.wide")
    assert desk.store.state.is_reading_wide
    assert desk.store.state.panel_open
    desk.send("panel.toggle")
    assert not desk.store.state.is_reading_wide
    desk.send("reading.wide")
    desk.send("reading.wide")
    assert not desk.store.state.is_reading_wide
    assert desk.store.state.panel_open


def test_the_same_exhibit_read_again_keeps_what_is_open_and_another_one_begins_afresh(desk):
    desk.send("excerpt.open", id="report", words="at noon")
    desk.send("evidence.toggle")
    desk.send("known.set", date="1960")
    desk.store.swap_document(archive(), (), MIDDLE)
    assert shown(desk) == (PanelPage.EXCERPT, "report", "at noon")
    assert desk.store.state.evidence_shown
    assert desk.store.state.lens.known_at is not None
    from pathlib import Path

    from tests.sample_documents import harbour

    document = harbour()
    assert document.path == Path("harbour.yaml")
    desk.store.swap_document(document, (), MIDDLE, KeptPlace(silences_shown=False))
    state = desk.store.state
    assert (state.subject, state.words, state.followed) == ("", "", 0)
    assert (state.evidence_shown, state.silences_shown) == (False, False)
    assert state.lens.known_at is None
