# SPDX-License-Identifier: MIT
"""The pages of people and places: what is theirs, and nothing that privacy or a cursor holds back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.sample_documents import document_of, harbour, small_document
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.span_queries import Relation
from timeline_app.model import told_events
from timeline_app.model.filters import UNFILTERED
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import IDENTITY, DateFilter, Lens
from timeline_app.model.person_views import NameGroup
from timeline_app.model.showing import Showing
from timeline_app.model.told_events import TheirEvents

RAW = {
    "title": "The pier",
    "languages": ["en"],
    "lanes": {"town": {"title": "The town"}, "office": {"title": "The office"}},
    "people": {
        "zeller": {
            "title": "Zeller",
            "names": [{"text": "ツェラー", "lang": "ja"}],
            "role": "engineer",
            "note": "He died in 1999.",
        },
        "abe": {"title": "Abe", "note": "Mayor."},
        "office": {"title": "The office", "kind": "organisation"},
        "quay": {"title": "Quay", "kind": "term", "note": "A landing place."},
        "later": {"title": "[A name learnt later]{since=2004}"},
        "grandchild": {"title": "Grandchild"},
        "nobody": {"title": "Jane Hidden", "privacy": "withhold", "role": "a passenger"},
        "role": {"title": "Tanaka", "privacy": "role-only", "role": "the harbour master"},
    },
    "places": {
        "pier": {"title": "The pier", "at": [37.5, 139.0], "certainty": "exact", "note": "Rebuilt in 2001.",
                 "names": [{"text": "桟橋", "lang": "ja"}]},
        "bay": {"title": "The bay", "at": [37.0, 139.0], "certainty": "region"},
        "cape": {"title": "The cape"},
        "museum": {"title": "The museum", "at": [37.5, 139.1]},
        "renamed": {"title": "[The new quay]{since=2004}", "at": [37.5, 139.1]},
    },
    "sources": {
        "file": {"title": "File", "kind": "document", "public_since": "2004"},
        "daily": {"title": "Daily", "kind": "press", "issued": "1959-08-15"},
        "weekly": {"title": "Weekly", "kind": "press", "issued": "1959-08-16"},
    },
    "excerpts": {
        "speech": {"source": "daily", "text": "We shall build.", "spoken_by": ["zeller", "abe"]},
        "secret": {"source": "file", "text": "We shall not.", "spoken_by": ["zeller"]},
        "witness": {"source": "daily", "text": "I saw it.", "spoken_by": ["abe"],
                    "consent": {"name_as": "a passer-by"}},
        "about": {"source": "daily", "text": "Zeller spoke.", "speaker": "Zeller"},
    },
    "events": [
        {"id": "opens", "title": "It opens", "date": "1959-08-14", "lane": "town", "known": "public",
         "people": ["zeller", "abe", "later", "nobody", "role"], "place": "pier", "sources": ["daily", "weekly"],
         "excerpts": ["speech", "witness"]},
        {"id": "planned", "title": "It is planned", "date": "1958", "lane": "office", "people": ["zeller"],
         "place": ["bay", "renamed"], "known": [{"to": "public", "since": "2004", "source": "file"}],
         "sources": ["file"], "excerpts": ["secret"]},
        {"id": "built", "title": "It is built", "date": "1956/1958", "lane": "town", "people": ["zeller", "office"],
         "route": ["bay", "pier"], "known": "public", "sources": ["weekly"]},
        {"id": "unsure", "title": "Nobody knows when it was known", "date": "1957", "lane": "office",
         "people": ["abe"], "place": "cape", "sources": ["daily"]},
        {"id": "song", "title": "A song of it", "lane": "town", "people": ["abe"], "sources": ["weekly"]},
        {"id": "museum", "title": "The museum", "date": "2010", "lane": "town", "people": ["grandchild"],
         "place": "museum", "known": "public", "sources": ["daily"]},
    ],
}  # fmt: skip
PIER = document_of(RAW)


def at_1960() -> Showing:
    cursor = known_at_date("1960")
    assert cursor is not None
    return Showing(PIER, Lens(known_at=cursor))


def events(showing: Showing, their: TheirEvents) -> list[str]:
    return [showing.event_id(ordinal) for ordinal in their.shown]


def ids(groups: tuple[NameGroup, ...]) -> dict[str, list[tuple[str, int]]]:
    return {group.kind: [(one.id, one.count) for one in group.names] for group in groups}


def test_a_page_tells_names_role_note_and_events_in_the_order_of_time() -> None:
    showing = Showing(PIER)
    page = showing.people.page("zeller")
    assert page is not None
    assert [(name.text, name.language) for name in page.person.names] == [("ツェラー", "ja")]
    assert (str(page.person.role), str(page.person.note)) == ("engineer", "He died in 1999.")
    assert events(showing, page.events) == ["built", "planned", "opens"]
    assert page.events.filtered_out == 0


def test_what_has_no_place_in_time_comes_last() -> None:
    page = Showing(PIER).people.page("abe")
    assert page is not None
    assert events(Showing(PIER), page.events) == ["unsure", "opens", "song"]


def test_sources_are_those_of_the_events_the_most_used_first() -> None:
    page = Showing(PIER).people.page("zeller")
    assert page is not None
    assert page.sources == ("weekly", "file", "daily")


def test_excerpts_are_those_that_the_exhibit_says_they_speak_and_none_of_a_renamed_witness() -> None:
    people = Showing(PIER).people
    zeller, abe = people.page("zeller"), people.page("abe")
    assert zeller is not None
    assert abe is not None
    assert (zeller.excerpts, abe.excerpts) == (("speech", "secret"), ("speech",))


@pytest.mark.parametrize("name", ["nobody", "role", "", "no-such-person"])
def test_who_is_withheld_or_known_by_role_alone_has_no_page(name: str) -> None:
    assert Showing(PIER).people.page(name) is None


def test_the_list_names_kinds_in_order_and_counts_events_and_nobody_who_is_withheld() -> None:
    assert ids(Showing(PIER).people.groups()) == {
        "person": [("later", 1), ("abe", 3), ("grandchild", 1), ("zeller", 3)],
        "organisation": [("office", 1)],
        "term": [("quay", 0)],
    }


def test_a_listed_name_has_all_scripts_and_what_it_is() -> None:
    (zeller,) = [one for group in Showing(PIER).people.groups() for one in group.names if one.id == "zeller"]
    assert [name.text for name in zeller.names] == ["Zeller", "ツェラー"]
    assert str(zeller.about) == "engineer"


# -- at a cursor ----------------------------------------------------------------------------------


def test_at_a_cursor_nothing_later_is_listed_or_counted_or_sourced() -> None:
    showing = at_1960()
    page = showing.people.page("zeller")
    assert page is not None
    assert events(showing, page.events) == ["built", "opens"]
    assert page.events.filtered_out == 0
    assert (page.sources, page.excerpts) == (("weekly", "daily"), ("speech",))
    assert page.person.note is None


def test_at_a_cursor_a_veiled_event_names_nobody() -> None:
    showing = at_1960()
    page = showing.people.page("abe")
    assert page is not None
    assert events(showing, page.events) == ["opens"]
    assert showing.places.page("cape") is None


@pytest.mark.parametrize("name", ["later", "grandchild", "quay"])
def test_at_a_cursor_nobody_is_told_of_who_was_met_later(name: str) -> None:
    showing = at_1960()
    assert showing.people.page(name) is None
    assert name not in str(ids(showing.people.groups()))


def test_at_a_cursor_the_lists_hold_those_who_were_met_by_then() -> None:
    showing = at_1960()
    assert ids(showing.people.groups()) == {
        "person": [("abe", 1), ("zeller", 2)],
        "organisation": [("office", 1)],
    }
    assert ids(showing.places.groups()) == {"exact": [("pier", 2)], "region": [("bay", 1)]}


# -- filters --------------------------------------------------------------------------------------


def test_filters_leave_the_page_and_say_how_many_events_they_leave_out() -> None:
    showing = Showing(PIER, replace(IDENTITY, filters=UNFILTERED.toggled("lane", "office")))
    page = showing.people.page("zeller")
    assert page is not None
    assert (events(showing, page.events), page.events.filtered_out) == (["planned"], 2)
    assert page.sources == ("file",)
    assert page.events.count == 3


def test_dates_are_a_filter_too() -> None:
    date = parse("1959")
    assert date.earliest_s is not None
    assert date.latest_s is not None
    asked = DateFilter(Relation.OVERLAPS, date.earliest_s, date.latest_s, True, "1959")
    showing = Showing(PIER, Lens(dates=asked))
    page = showing.people.page("zeller")
    assert page is not None
    assert (events(showing, page.events), page.events.filtered_out) == (["opens"], 2)


def test_at_a_cursor_filters_do_not_count_what_came_later() -> None:
    cursor = known_at_date("1960")
    showing = Showing(PIER, Lens(known_at=cursor, filters=UNFILTERED.toggled("lane", "office")))
    page = showing.people.page("zeller")
    assert page is not None
    assert (page.events.shown, page.events.filtered_out) == ((), 2)


# -- places ---------------------------------------------------------------------------------------


def test_the_page_of_a_place_tells_position_note_and_events_of_routes_too() -> None:
    showing = Showing(PIER)
    page = showing.places.page("pier")
    assert page is not None
    assert (page.place.at, page.place.certainty) == ((37.5, 139.0), "exact")
    assert str(page.place.note) == "Rebuilt in 2001."
    assert events(showing, page.events) == ["built", "opens"]


def test_at_a_cursor_a_place_has_no_note_of_today() -> None:
    page = at_1960().places.page("pier")
    assert page is not None
    assert page.place.note is None


def test_a_place_whose_name_was_learnt_later_has_no_page_at_a_cursor() -> None:
    assert Showing(PIER).places.page("renamed") is not None
    assert at_1960().places.page("renamed") is None
    assert at_1960().places.page("no-such-place") is None


def test_places_are_listed_by_how_surely_they_are_placed() -> None:
    assert ids(Showing(PIER).places.groups()) == {
        "exact": [("pier", 2)],
        "town": [("museum", 1), ("renamed", 1)],
        "region": [("bay", 2)],
        "unplaced": [("cape", 1)],
    }


def test_a_small_exhibit_needs_no_cataloguing_beforehand() -> None:
    assert Showing(harbour()).is_catalogued


def test_there_is_a_page_of_whom_there_is_something_to_tell() -> None:
    today, then = Showing(PIER), at_1960()
    names = ("zeller", "grandchild", "later", "nobody", "role", "no-such-person")
    assert [name for name in names if today.people.has_page(name)] == ["zeller", "grandchild", "later"]
    assert [name for name in names if then.people.has_page(name)] == ["zeller"]
    places = ("pier", "museum", "renamed", "no-such-place")
    assert [name for name in places if today.places.has_page(name)] == ["pier", "museum", "renamed"]
    assert [name for name in places if then.places.has_page(name)] == ["pier"]


def test_today_nobodys_events_are_gone_through_for_a_link_to_their_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def counted(*_: object) -> TheirEvents:
        raise AssertionError("their events were counted")

    monkeypatch.setattr(told_events.ToldEvents, "events_of", counted)
    assert Showing(PIER).people.has_page("zeller")
    assert Showing(PIER).places.has_page("pier")
    with pytest.raises(AssertionError, match="their events were counted"):
        at_1960().people.has_page("zeller")


def test_of_a_large_exhibit_only_names_are_asked_until_its_events_are_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(told_events, "FEW_EVENTS", 0)
    document = document_of(RAW)
    showing = Showing(document, at_1960().lens)
    assert not showing.is_catalogued
    assert showing.people.has_page("grandchild")
    assert not showing.people.has_page("nobody")
    assert not showing.places.has_page("renamed")
    assert document.catalogue is not None
    assert showing.is_catalogued
    assert not showing.people.has_page("grandchild")


def test_an_exhibit_may_name_nobody() -> None:
    bare = Showing(small_document({"id": "a", "date": "1959"}))
    assert (bare.people.are_named, bare.places.are_named) == (False, False)
    assert (bare.people.groups(), bare.places.groups()) == ((), ())
    assert Showing(PIER).people.are_named
    assert Showing(PIER).places.are_named
