# SPDX-License-Identifier: MIT
"""The list of the events in view: order, words that narrow it, what its rows and its head say."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.evidence_exhibits import known
from tests.sample_documents import harbour, small_document
from tests.stages import ENGLISH, HEADS_PX, plain_surface, stage_of
from tests.strategies import LANES, document_with, exhibits
from timeline_app.chrono.instant import year_start_s
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lane_state import LaneState
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.scene.stage import Stage
from timeline_app.scene.view import View
from timeline_app.state import list_order
from timeline_app.state.list_order import ListBook, in_order_of, in_order_of_dates
from timeline_app.state.list_rows import EventList, RowTeller, event_list, narrowed
from timeline_app.state.list_state import ListColumn, ListState
from timeline_app.state.list_words import count_message, has_more_words, range_of, sort_message

CENTURY = View.between(year_start_s(1850), year_start_s(2050))

TOWN = small_document(
    {"id": "d", "date": "1955", "title": "Éclair sold", "lane": "town"},
    {"id": "c", "date": "1955~", "title": "apple fair", "lane": ["office", "town"]},
    {"id": "b", "date": "1955", "title": "Zinc roof", "lane": "office"},
    {"id": "a", "date": "1954/1960", "title": "Ｂｅａｃｈ opens", "lane": "town"},
    {"id": "e", "date": None, "title": "A saying", "lane": "office"},
    lanes=("town", "office"),
)


AS_OPENED = ListState()


def list_of(stage: Stage, listed: ListState = AS_OPENED, *, is_tray_open: bool = False) -> EventList:
    book = ListBook(stage.fitted.showing)
    first = event_list(stage, CENTURY, listed, book, is_tray_open=is_tray_open)
    for _ in book.gathering(first.ordinals, listed):
        pass
    whole = event_list(stage, CENTURY, listed, book, is_tray_open=is_tray_open)
    return narrowed(whole, listed, book)


def ids(stage: Stage, found: EventList) -> list[str]:
    return [stage.fitted.showing.event_id(ordinal) for ordinal in found.ordinals.tolist()]


def sorted_ids(column: ListColumn, *, is_descending: bool = False, is_tray_open: bool = True) -> list[str]:
    stage = stage_of(TOWN)
    return ids(stage, list_of(stage, ListState(column, is_descending), is_tray_open=is_tray_open))


def test_dates_sort_by_what_they_denote_and_the_undated_come_last():
    # "About 1955" reaches back as it is drawn, and denotes 1955 all the same.
    assert sorted_ids(ListColumn.DATE) == ["a", "c", "b", "d", "e"]
    assert sorted_ids(ListColumn.DATE, is_descending=True) == ["c", "b", "d", "a", "e"]


def test_titles_sort_without_case_accents_and_widths():
    assert sorted_ids(ListColumn.TITLE) == ["e", "c", "a", "d", "b"]
    assert sorted_ids(ListColumn.TITLE, is_descending=True) == ["b", "d", "a", "c", "e"]


def test_many_titles_are_sorted_in_runs_with_the_same_outcome(monkeypatch):
    monkeypatch.setattr(list_order, "SORTED_AT_ONCE", 2)
    monkeypatch.setattr(list_order, "AT_ONCE", 1)
    assert sorted_ids(ListColumn.TITLE) == ["e", "c", "a", "d", "b"]
    assert sorted_ids(ListColumn.TITLE, is_descending=True) == ["b", "d", "a", "c", "e"]
    stage = stage_of(TOWN)
    book, listed = ListBook(stage.fitted.showing), ListState(ListColumn.TITLE)
    few = stage.fitted.showing.ordinal("d"), stage.fitted.showing.ordinal("b")
    ordinals = np.array([*few, stage.fitted.showing.ordinal("e")], np.int32)
    # Three titles to read, two runs to sort, three titles to merge: others have their turn between any two.
    assert len(list(book.gathering(ordinals, listed))) == 3 + 2 + 3
    assert book.has_all(ordinals, listed)
    # Those that come into view later are ranked among those that are known.
    everything = np.arange(5, dtype=np.int32)
    assert not book.has_all(everything, listed)
    for _ in book.gathering(everything, listed):
        pass
    ranks = book.title_ranks(everything).tolist()
    assert [TOWN.events.ids[at] for at in np.argsort(ranks)] == ["e", "c", "a", "d", "b"]


def test_equal_titles_stay_in_the_order_of_time_in_runs_too(monkeypatch):
    monkeypatch.setattr(list_order, "SORTED_AT_ONCE", 1)
    events = [{"id": f"e{year}", "date": f"{year}", "title": "Fair"} for year in (1903, 1901, 1902)]
    stage = stage_of(small_document({"id": "a", "date": "1904", "title": "Auction"}, *events))
    assert ids(stage, list_of(stage, ListState(ListColumn.TITLE))) == ["a", "e1901", "e1902", "e1903"]


def test_lanes_sort_from_the_top_and_equals_stay_in_the_order_of_time():
    assert sorted_ids(ListColumn.LANE) == ["a", "c", "d", "b", "e"]
    assert sorted_ids(ListColumn.LANE, is_descending=True) == ["b", "e", "a", "c", "d"]


def test_evidence_sorts_by_lines_and_then_by_how_settled_it_is():
    stage = stage_of(harbour())
    listed = ListState(ListColumn.EVIDENCE, is_descending=True)
    found = list_of(stage, listed)
    evidence = [stage.fitted.showing.evidence_of(ordinal) for ordinal in found.ordinals.tolist()]
    lines = [each.lines for each in evidence]
    assert lines == sorted(lines, reverse=True)
    assert lines[0] > lines[-1]


def test_until_all_is_gathered_the_list_stands_in_the_order_of_time():
    stage = stage_of(TOWN)
    book = ListBook(stage.fitted.showing)
    listed = ListState(ListColumn.TITLE)
    found = event_list(stage, CENTURY, listed, book, is_tray_open=False)
    assert (found.is_whole, ids(stage, found)) == (False, ["a", "c", "b", "d"])
    work = book.gathering(found.ordinals, listed)
    next(work)
    assert not book.has_all(found.ordinals, listed)
    assert list(work) == []
    assert book.has_all(found.ordinals, listed)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("APPLE", ["c"]),
        ("eclair", ["d"]),
        ("beach", ["a"]),
        ("op be", ["a"]),
        ("1955", ["c", "b", "d"]),
        ("nowhere", []),
        ("   ", ["a", "c", "b", "d"]),
    ],
)
def test_words_narrow_the_list(typed: str, wanted: list[str]):
    stage = stage_of(TOWN)
    found = list_of(stage, ListState(words=typed))
    assert ids(stage, found) == wanted
    assert found.in_view == 4


def test_east_asian_words_are_found_within_others():
    stage = stage_of(small_document({"id": "a", "date": "1959", "title": "北朝鮮への帰国"}))
    assert ids(stage, list_of(stage, ListState(words="朝鮮"))) == ["a"]
    assert ids(stage, list_of(stage, ListState(words="ﾖ"))) == []


def test_only_what_goes_on_from_what_was_typed_narrows_what_is_narrow():
    assert has_more_words("café au", "CAFE")
    assert has_more_words("a", "")
    assert not has_more_words("か", "が")


def test_the_open_tray_is_listed_and_the_folded_one_counted():
    stage = stage_of(TOWN)
    folded, opened = list_of(stage), list_of(stage, is_tray_open=True)
    assert ids(stage, opened) == ["a", "c", "b", "d", "e"]
    assert ENGLISH.text(count_message(folded)) == "4 of 5 events in view; one without a date in the tray"
    assert ENGLISH.text(count_message(opened)) == "5 of 5 events in view"
    with_words = list_of(stage, ListState(words=" 1955 "))
    assert ENGLISH.text(count_message(with_words)).startswith("4 of 5 events in view, 3 of them with “1955”")
    assert range_of(folded, ENGLISH) == "1850 to 2049"


def test_the_order_is_told_in_words():
    assert ENGLISH.text(sort_message(ListState())) == "Sorted by date, the earliest first"
    by_lane = ListState(ListColumn.LANE, is_descending=True)
    assert ENGLISH.text(sort_message(by_lane)) == "Sorted by lane, the lowest first"


def test_a_press_sorts_and_another_one_turns_round():
    listed = ListState()
    assert listed.sorted_by(ListColumn.DATE) == (ListColumn.DATE, True)
    assert replace(listed, is_descending=True).sorted_by(ListColumn.DATE) == (ListColumn.DATE, False)
    assert listed.sorted_by(ListColumn.LANE) == (ListColumn.LANE, False)


def test_a_row_says_date_title_lanes_evidence_and_sources():
    stage = stage_of(harbour())
    ordinal = stage.fitted.showing.ordinal("agreement")
    assert ordinal is not None
    row = RowTeller(stage.fitted, ENGLISH).row(ordinal)
    assert row.id == "agreement"
    assert (row.date, row.edtf) == ("13 August 1959", "1959-08-13")
    assert row.title.text == "Town and office agree on a ferry"
    assert row.lanes == "The town, The harbour office"
    assert row.evidence == "3 independent lines of evidence; disputed"
    assert row.sources == tuple(sorted(row.sources))
    assert "ledger" in row.sources


def test_hidden_lanes_are_not_told():
    stage = Stage(ENGLISH)
    lanes = LaneState(hidden=frozenset({"office"}))
    stage.fit(Showing(TOWN), plain_surface(), HEADS_PX, lanes=lanes)
    teller = RowTeller(stage.fitted, ENGLISH)
    assert [teller.row(ordinal).lanes for ordinal in range(5)] == ["Town", "Town", "", "Town", ""]


def test_of_what_may_not_be_told_a_row_says_only_that():
    stage = Stage(ENGLISH)
    document = small_document(
        {"id": "told", "date": "1950", "title": "A treaty", "known": known()},
        {"id": "veiled", "date": "1951", "title": "A secret"},
    )
    stage.fit(Showing(document, Lens(known_at=known_at_date("1960"))), plain_surface(), HEADS_PX)
    told, veiled = (RowTeller(stage.fitted, ENGLISH).row(ordinal) for ordinal in (0, 1))
    assert (told.title.text, veiled.title.text) == ("A treaty", "?")
    assert (told.id, veiled.id) == ("told", "")
    assert veiled.evidence == "We do not know when this became public"
    assert veiled.sources == ()
    found = list_of(stage, ListState(words="secret"))
    assert ids(stage, found) == []


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(
    exhibits(most=12),
    st.sampled_from(tuple(ListColumn)),
    st.booleans(),
    st.frozensets(st.sampled_from(LANES)),
)
def test_sorting_is_stable_and_loses_nothing(events, column, is_descending, hidden):
    document = document_with(events)
    stage = Stage(ENGLISH)
    stage.fit(Showing(document), plain_surface(), HEADS_PX, lanes=LaneState(hidden=hidden))
    by_time = ids(stage, list_of(stage))
    found = ids(stage, list_of(stage, ListState(column, is_descending)))
    places = {lane: place for place, lane in enumerate(lane for lane in LANES if lane not in hidden)}

    def key(event_id: str):
        event = events[int(event_id.removeprefix("event-"))]
        if column is ListColumn.TITLE:
            return len(event["title"])
        if column is ListColumn.LANE:
            return min(places[lane] for lane in event["lane"] if lane in places)
        if column is ListColumn.EVIDENCE:
            return 0
        dates = document.events.dates
        row = int(event_id.removeprefix("event-"))
        return int(dates.earliest_s[row]), int(dates.latest_s[row])

    # Python's own sorting leaves equals as they stood, the other way round too.
    assert found == sorted(by_time, key=key, reverse=is_descending)


@given(st.lists(st.sampled_from((0, 1, 65_535, 65_536, 65_537, 2**31 - 1)), max_size=40), st.booleans())
def test_ranks_of_any_size_are_sorted_and_equals_stay(ranks, is_descending):
    ordinals = np.arange(len(ranks), dtype=np.int32)
    found = in_order_of(np.array(ranks, np.int32), ordinals, is_descending=is_descending)
    sign = -1 if is_descending else 1
    assert found.tolist() == sorted(ordinals.tolist(), key=lambda ordinal: sign * ranks[ordinal])


@settings(max_examples=30)
@given(st.lists(st.sampled_from(("1955", "1955-03", "1954/1955", "1956", None)), max_size=12), st.booleans())
def test_events_of_the_same_dates_stay_in_their_order_either_way(texts, is_descending):
    events = [{"id": f"e{number}", "date": text, "title": "A"} for number, text in enumerate(texts)]
    showing = Showing(small_document({"id": "first", "date": "1955", "title": "A"}, *events))
    ordinals = np.arange(len(texts) + 1, dtype=np.int32)
    dates, sign = showing.dates, -1 if is_descending else 1
    wanted = sorted(
        ordinals.tolist(),
        key=lambda at: (not dates.is_dated[at], sign * dates.earliest_s[at], sign * dates.latest_s[at]),
    )
    assert in_order_of_dates(showing, ordinals, is_descending=is_descending).tolist() == wanted
