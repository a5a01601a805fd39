# SPDX-License-Identifier: MIT
"""The exhibit as a whole: introduction, tours, undated events, and how far the evidence carries."""

import copy

import pytest

from tests.sample_documents import HARBOUR, document_of, harbour
from timeline_app.model.showing import Showing


@pytest.fixture
def showing() -> Showing:
    return Showing(harbour())


def test_the_introduction_has_title_text_makers_and_counts(showing: Showing) -> None:
    exhibit = showing.exhibit()
    assert (exhibit.title.text, str(exhibit.subtitle)) == (
        "The harbour of Minase",
        "How a small port came by its ferry",
    )
    assert [block.text for block in exhibit.about] == [
        "An invented exhibit. Nothing in it happened.",
        "What to read first",
        "The agreement.",
    ]
    assert [(str(name), str(role) if role else None) for name, role in exhibit.made_by] == [
        ("The makers", "Writing"),
        ("水瀬資料館", None),
    ]
    assert (exhibit.event_count, exhibit.excerpt_count, exhibit.claim_count) == (5, 4, 2)


def test_the_introduction_has_no_marks_since_it_has_no_list(showing: Showing) -> None:
    passages = [passage for block in showing.exhibit().about for passage in block.passages]
    assert all(passage.marks == () for passage in passages)


def test_shares_count_what_was_read_and_the_largest_group(showing: Showing) -> None:
    shares = showing.exhibit().shares
    assert (shares.source_count, shares.read_whole, shares.read_in_part) == (5, 2, 1)
    # The letter rests on the ledger, the article on the letter.
    assert shares.group_root is not None
    assert (shares.group_root.id, shares.group_count) == ("ledger", 3)
    # survey, agreement and storm draw on the group; survey and storm on nothing else.
    assert (shares.events_with_group, shares.events_on_group_alone) == (3, 2)


def test_works_that_rest_on_each_other_do_not_hang_the_count() -> None:
    raw = copy.deepcopy(HARBOUR)
    raw["sources"]["ledger"]["derives_from"] = ["kikuchi"]  # type: ignore[index]
    shares = Showing(document_of(raw)).exhibit().shares
    assert shares.group_count == 3


def test_without_derivation_there_is_no_group() -> None:
    raw = {
        "title": "Bare",
        "sources": {"a": {"title": "A"}},
        "events": [{"id": "e", "title": "E", "sources": ["a"]}],
    }
    exhibit = Showing(document_of(raw)).exhibit()
    shares = exhibit.shares
    assert shares.group_root is None
    assert (shares.group_count, shares.events_with_group, shares.events_on_group_alone) == (0, 0, 0)
    assert (exhibit.about, exhibit.subtitle, exhibit.made_by, exhibit.tours) == ((), None, (), ())


def test_an_event_without_sources_rests_on_no_group() -> None:
    raw = copy.deepcopy(HARBOUR)
    storm = raw["events"][3]  # type: ignore[index]
    storm["sources"] = []
    # Its summary's mark still names the ledger: what a text cites counts like what is listed.
    assert Showing(document_of(raw)).exhibit().shares.events_on_group_alone == 2
    storm["summary"] = "Boats were lost."
    assert Showing(document_of(raw)).exhibit().shares.events_on_group_alone == 1


def test_tours_are_told_by_title_minutes_and_shown_stops(showing: Showing) -> None:
    assert [(tour.id, tour.title.text, tour.minutes, tour.stop_count) for tour in showing.tours] == [
        ("short", "The short way round", 5.0, 2)
    ]
    assert showing.exhibit().tours == showing.tours


def test_undated_events_are_listed(showing: Showing) -> None:
    assert [head.id for head in showing.undated] == ["song"]
    assert showing.exhibit().undated == showing.undated
    assert showing.undated[0].date is None


def test_lanes_eras_and_calendars_are_those_of_the_file(showing: Showing) -> None:
    assert [(lane.id, lane.colour, lane.depth) for lane in showing.lanes] == [
        ("town", "vermilion", 0),
        ("office", "indigo", 0),
        ("crew", "moss", 1),
    ]
    assert [(era.id, era.title.text, str(era.date)) for era in showing.eras] == [
        ("plans", "Plans", "1957/1959-07")
    ]
    assert showing.calendars == ("japanese-era",)
    assert showing.title.text == "The harbour of Minase"


def test_numbers_for_the_scene_are_the_documents(showing: Showing) -> None:
    assert showing.event_count == 5
    assert showing.importance.tolist() == [3, 5, 4, 3, 3]
    assert showing.visible.tolist() == [True, True, True, True, False]
    offsets, lanes = showing.lane_membership
    assert (offsets.tolist(), lanes.tolist()) == ([0, 1, 3, 5, 6, 7], [1, 0, 1, 2, 0, 2, 0])
    assert showing.dates.is_dated.tolist() == [True, True, True, True, False]
    assert showing.span_s is not None
    assert showing.span_s[0] < showing.span_s[1]


def test_events_are_found_by_id_and_named_short_on_the_canvas(showing: Showing) -> None:
    assert showing.ordinal("agreement") == 1
    assert showing.ordinal("no-such") is None
    assert showing.event_id(2) == "first-boat"
    assert showing.label(1).text == "Ferry agreed"
    assert showing.label(2).text == "The first boat sails"
    assert showing.head(1).lanes == (0, 1)


def test_links_stand_at_both_of_their_events(showing: Showing) -> None:
    assert len(showing.links) == 3
    assert {ordinal: len(edges) for ordinal, edges in showing.links_of.items()} == {0: 1, 1: 3, 2: 1, 3: 1}
