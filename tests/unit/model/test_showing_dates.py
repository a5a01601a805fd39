# SPDX-License-Identifier: MIT
"""A lens that asks about dates: what it hides is nowhere told, counted or led to."""

from __future__ import annotations

import copy

import numpy as np
import pytest

from tests.sample_documents import HARBOUR, document_of, harbour
from timeline_app.chrono.instant import year_start_s
from timeline_app.chrono.span_queries import Answer, Relation
from timeline_app.model.lens import IDENTITY, DateFilter, Lens
from timeline_app.model.showing import Showing

SURVEY, AGREEMENT, FIRST_BOAT, STORM, SONG = range(5)
NO, POSSIBLE, YES = Answer.NO, Answer.POSSIBLE, Answer.YES


def asking(relation: Relation, first: int, last: int, *, certain_only: bool = False) -> Lens:
    """Return a lens that asks about the years from the first to the last."""
    stretch = year_start_s(first), year_start_s(last + 1)
    return Lens(dates=DateFilter(relation, *stretch, certain_only))


def through(lens: Lens) -> Showing:
    """Return the harbour seen through a lens."""
    return Showing(harbour(), lens)


def shown_ids(showing: Showing) -> list[str]:
    """Return the events with a place in time."""
    return [showing.event_id(ordinal) for ordinal in np.flatnonzero(showing.visible).tolist()]


def test_a_stretch_must_not_be_empty() -> None:
    with pytest.raises(ValueError, match="ends after it begins"):
        DateFilter(Relation.WITHIN, 5, 5)


def test_without_a_question_every_event_is_a_certain_hit() -> None:
    showing = Showing(harbour(), IDENTITY)
    assert showing.answers.tolist() == [YES] * 5
    assert (showing.event_count, len(showing.links), showing.visible.sum()) == (5, 3, 4)


def test_certain_and_possible_hits_are_told_apart() -> None:
    # About March 1958 begins in January at the earliest; the boat sailed into 1960; the storm is uncertain.
    showing = through(asking(Relation.WITHIN, 1958, 1959))
    assert showing.answers.tolist() == [YES, YES, NO, NO, POSSIBLE]
    showing = through(asking(Relation.OVERLAPS, 1960, 1960))
    assert showing.answers.tolist() == [NO, NO, YES, POSSIBLE, POSSIBLE]


def test_possible_hits_are_shown_unless_only_certain_ones_are_wanted() -> None:
    showing = through(asking(Relation.OVERLAPS, 1960, 1960))
    assert shown_ids(showing) == ["first-boat", "storm"]
    assert [head.id for head in showing.undated] == ["song"]
    assert showing.event_count == 3
    certain = through(asking(Relation.OVERLAPS, 1960, 1960, certain_only=True))
    assert shown_ids(certain) == ["first-boat"]
    assert certain.undated == ()
    assert certain.event_count == 1


def test_a_hidden_event_cannot_be_asked_for() -> None:
    showing = through(asking(Relation.OVERLAPS, 1960, 1960))
    assert showing.ordinal("agreement") is None
    assert showing.ordinal("storm") == STORM
    assert showing.ordinal("no-such") is None


def test_links_to_hidden_events_are_gone_from_both_ends() -> None:
    showing = through(asking(Relation.BEFORE, 1960, 1960))
    assert shown_ids(showing) == ["survey", "agreement"]
    assert [(edge.source, edge.target) for edge in showing.links] == [(SURVEY, AGREEMENT)]
    assert {ordinal: len(edges) for ordinal, edges in showing.links_of.items()} == {SURVEY: 1, AGREEMENT: 1}
    connections = showing.event(AGREEMENT).connections
    assert [connection.event_id for connection in connections] == ["survey"]


def test_nothing_leads_to_a_hidden_event() -> None:
    raw = copy.deepcopy(HARBOUR)
    raw["claims"]["boats-lost"]["events"] = ["storm", "survey"]  # type: ignore[index]
    showing = Showing(document_of(raw), asking(Relation.OVERLAPS, 1960, 1960))
    assert showing.skip_target(STORM) is None
    note = showing.event(STORM).content_note
    assert note is not None
    assert note.skip_to is None
    claim = showing.claim("boats-lost")
    assert claim is not None
    assert claim.events == ("storm",)


def test_a_note_leads_on_to_what_is_shown() -> None:
    note = Showing(harbour()).event(STORM).content_note
    assert note is not None
    assert note.skip_to == "survey"


def test_the_span_is_that_of_the_events_shown() -> None:
    whole, late = Showing(harbour()).span_s, through(asking(Relation.AFTER, 1955, 1958)).span_s
    assert whole is not None
    assert late is not None
    assert late[0] > whole[0]
    assert late[1] == whole[1]
    assert through(asking(Relation.WITHIN, 1800, 1801, certain_only=True)).span_s is None


def test_the_introduction_counts_what_is_shown() -> None:
    exhibit = through(asking(Relation.AFTER, 1955, 1959, certain_only=True)).exhibit()
    # Nothing is certain to lie after 1959: the storm is uncertain, the song undated.
    assert (exhibit.event_count, exhibit.excerpt_count, exhibit.claim_count) == (0, 0, 0)
    assert (exhibit.shares.source_count, exhibit.shares.group_count) == (0, 0)
    assert [tour.stop_count for tour in exhibit.tours] == [0]


def test_what_belongs_to_hidden_events_alone_is_not_counted() -> None:
    # Survey and agreement: all excerpts but the storm's, all claims but the storm's.
    showing = through(asking(Relation.BEFORE, 1960, 1960, certain_only=True))
    exhibit = showing.exhibit()
    assert (exhibit.event_count, exhibit.excerpt_count, exhibit.claim_count) == (2, 3, 1)
    shares = exhibit.shares
    assert (shares.source_count, shares.read_whole, shares.read_in_part) == (5, 2, 1)
    assert (shares.events_with_group, shares.events_on_group_alone) == (2, 1)
    assert [tour.stop_count for tour in exhibit.tours] == [2]
    # Survey alone: the letter, and the ledger on which it rests.
    first = through(asking(Relation.BEFORE, 1959, 1959, certain_only=True)).exhibit()
    assert (first.event_count, first.shares.source_count, first.shares.read_in_part) == (1, 2, 1)
    assert first.shares.group_root is not None
    assert (first.shares.group_root.id, first.shares.group_count) == ("ledger", 2)
    assert (first.shares.events_with_group, first.shares.events_on_group_alone) == (1, 1)


def test_what_no_event_uses_is_counted_whatever_is_hidden() -> None:
    raw = copy.deepcopy(HARBOUR)
    raw["sources"]["almanac"] = {"title": "An almanac"}  # type: ignore[index]
    raw["excerpts"]["motto"] = {"text": "By sea.", "source": "almanac"}  # type: ignore[index]
    raw["claims"]["weather"] = {  # type: ignore[index]
        "events": [], "about": "the weather", "accounts": [{"says": "Fair."}], "status": "disputed",
    }  # fmt: skip
    showing = Showing(document_of(raw), asking(Relation.WITHIN, 1800, 1801, certain_only=True))
    exhibit = showing.exhibit()
    assert (exhibit.event_count, exhibit.excerpt_count, exhibit.claim_count) == (0, 1, 1)
    assert exhibit.shares.source_count == 1


def test_the_sources_of_claims_excerpts_and_charts_belong_to_their_event() -> None:
    raw = copy.deepcopy(HARBOUR)
    agreement = raw["events"][1]  # type: ignore[index]
    agreement["sources"] = []
    for text in ("summary", "plain", "body"):
        del agreement[text]
    showing = Showing(document_of(raw), asking(Relation.WITHIN, 1959, 1959, certain_only=True))
    # Excerpts: ledger, letter, gazette; accounts: ledger, gazette, untold. Kikuchi, whom no event uses now, stays.
    assert showing.exhibit().shares.source_count == 5
    agreement["excerpts"], agreement["claims"] = [], {}
    showing = Showing(document_of(raw), asking(Relation.WITHIN, 1959, 1959, certain_only=True))
    # The chart: ledger. Kikuchi rests on letter and ledger; untold and gazette are those of hidden events.
    assert showing.exhibit().shares.source_count == 3


def test_two_lenses_are_drawn_alike_only_if_the_same_events_pass() -> None:
    document = harbour()
    plain, wide = Showing(document), Showing(document, asking(Relation.WITHIN, 1900, 1999))
    narrow = Showing(document, asking(Relation.BEFORE, 1960, 1960))
    certain = Showing(document, asking(Relation.WITHIN, 1900, 1999, certain_only=True))
    assert plain.is_drawn_like(wide)
    assert not plain.is_drawn_like(narrow)
    assert not plain.is_drawn_like(certain)
