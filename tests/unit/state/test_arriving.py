# SPDX-License-Identifier: MIT
"""From a document back to the passage that rests on it."""

from tests.archive_exhibit import archive
from tests.desks import MIDDLE, Desk
from timeline_app.state.app_state import PanelPage


def test_an_event_that_is_opened_from_its_evidence_is_opened_at_the_passage_and_back_returns():
    desk = Desk(archive(), MIDDLE)
    desk.send("select.event", id="opened", reveal=False)
    desk.send("excerpt.open", id="report", words="at noon")
    desk.send("select.event", id="opened", reveal=False)
    desk.send("evidence.arrive", number=1)
    assert (desk.store.state.page, desk.store.state.followed) == (PanelPage.EVENT, 1)
    desk.send("go.back")
    assert (desk.store.state.page, desk.store.state.subject) == (PanelPage.EXCERPT, "report")
