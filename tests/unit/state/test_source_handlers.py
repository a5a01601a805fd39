# SPDX-License-Identifier: MIT
"""Sources are switched off one by one or by their kind, never all testimony at once, and come back in one step."""

import pytest

from tests.archive_exhibit import archive
from tests.desks import MIDDLE, Desk
from tests.stages import ENGLISH
from timeline_app.model.citation_styles import CitationStyle
from timeline_app.state.app_state import CITATION_STYLES
from timeline_app.state.evidence_words import off_message


@pytest.fixture
def desk():
    return Desk(archive(), MIDDLE)


def off(desk):
    return desk.store.showing.sources_off


def test_sources_go_and_come_back(desk):
    start = desk.store.state
    desk.send("sources.take-away", id="daily")
    desk.send("sources.take-away", id="file")
    desk.send("sources.take-away", id="of-another-exhibit")
    assert off(desk) == {"daily", "file"}
    desk.send("sources.give-back", id="daily")
    assert off(desk) == {"file"}
    assert desk.send("sources.restore")
    assert desk.store.state == start
    assert not desk.send("sources.restore")


def told_off(desk):
    message = off_message(desk.store.showing)
    assert message is not None
    return ENGLISH.text(message)


def test_what_derives_from_a_source_goes_with_it_if_wished(desk):
    desk.send("sources.take-away", id="file")
    desk.send("sources.with-derived", on=True)
    assert off(desk) == {"file", "study"}
    assert told_off(desk) == ("2 sources switched off by you, 1 of them since they derive from others")
    desk.send("sources.with-derived", on=False)
    assert off(desk) == {"file"}
    assert told_off(desk) == "One source switched off by you"


def test_with_the_last_source_back_everything_is_as_at_the_start(desk):
    start = desk.store.state
    desk.send("sources.with-derived", on=True)
    desk.send("sources.take-away", id="file")
    assert off(desk) == {"file", "study"}
    desk.send("sources.give-back", id="file")
    assert desk.store.state == start


def test_all_sources_of_a_kind_go_together(desk):
    desk.send("sources.take-kind", kind="press")
    desk.send("sources.take-kind", kind="document")
    assert off(desk) == {"daily", "file"}


def test_testimony_is_never_switched_off_as_a_whole(desk):
    desk.send("sources.take-kind", kind="testimony")
    assert off(desk) == frozenset()
    notice = desk.store.state.notice
    assert notice is not None
    assert ENGLISH.text(notice.message).startswith("Testimony cannot be switched off as a whole")
    desk.send("sources.take-away", id="voice")
    assert off(desk) == {"voice"}


def test_the_style_of_citations_is_one_of_those_that_there_are(desk):
    assert tuple(CitationStyle) == CITATION_STYLES
    desk.send("sources.style", name="apa")
    desk.send("sources.style", name="harvard")
    assert desk.store.state.settings.citation_style == "apa"
