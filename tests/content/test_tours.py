# SPDX-License-Identifier: MIT
"""The tours are walked in the order that was planned, fit their time, leave the camps out for classes and tell nothing early."""

import re
from pathlib import Path

import pytest

from tests.content.later_facts import LATER
from timeline_app.content.reader import read_exhibit
from timeline_app.model import records
from timeline_app.model.document import Document
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.model.tour_shows import asked_for, step_groups
from timeline_app.model.tour_views import ShownKind

PLANNED = {
    "five-minutes": "nationality-lost cabinet-understanding first-ships first-impressions",
    "lesson": (
        "colonial-migration nationality-lost omura-1958 kim-speech cabinet-understanding rok-threat free-will"
        " working-lives chongryon-2002 press-2004"
    ),
    "classroom-introduction": (
        "nationality-lost chongryon-founded covert-strategy kim-speech cabinet-understanding calcutta first-ships"
        " arrival final-phase damages"
    ),
    "secrecy": (
        "jrc-offer-1954 shimazu-request mofa-plan pyongyang-talks secret-talks-june leak-and-objection"
        " inoue-in-diet pressure-and-ships kim-private-reasons macarthur-remarks seki-book press-2004"
        " essay-and-book"
    ),
    "migrants-view": (
        "colonial-migration jeju nationality-lost departures-1947 hong-kong-route welfare-cuts tokyo-congress"
        " red-cross-sit-in first-small-groups school-money nakadome-letter first-ships free-will arrival"
        " first-impressions train-terao seki-book working-lives suspicion visit-1997 suit-2001 damages"
    ),
}
"""The stops of each tour that are walked in turn, as the research for the exhibit lists them."""

MINUTES = {"five-minutes": 5, "lesson": 49, "classroom-introduction": 10, "secrecy": 12, "migrants-view": 15}
FOR_CLASSES = ("five-minutes", "lesson", "classroom-introduction")
YEARS = (1950, 1953, 1955, 1957, 1958, 1959, 1960, 1962, 1965, 1969, 1975, 1985, 1995, 2003, 2005, 2008, 2022)
SENTENCE = re.compile(r"Say in one plain sentence what followed: [^.]*labour camps\.")


@pytest.fixture(scope="module")
def document(exhibit_file: Path) -> Document:
    found = read_exhibit(exhibit_file).document
    assert found is not None
    return found


def walked(tour: records.Tour) -> list[records.Stop]:
    return [stop for stop in tour.stops if not stop.hidden]


def showing_at(document: Document, date: str = "") -> Showing:
    return Showing(document, Lens(known_at=known_at_date(date) if date else None))


def said_at(document: Document, date: str) -> list[str]:
    """Return what is told of all stops that are shown at a date: notes, and what may be asked; with it the tours' notes."""
    showing = showing_at(document, date)
    texts = [tour.note for tour in document.tours.values() if tour.note]
    for tour in document.tours.values():
        for stop in tour.stops:
            if stop.event is not None and showing.ordinal(stop.event) is not None:
                texts += [stop.notes] if stop.notes else []
                texts += [branch.ask for branch in stop.branches]
    return [text.for_reader(showing.reader).text for text in texts]


def test_tours_are_walked_in_the_order_that_was_planned(document: Document) -> None:
    stops = {name: [stop.event for stop in walked(tour)] for name, tour in document.tours.items()}
    assert stops == {name: events.split() for name, events in PLANNED.items()}


def test_each_walked_stop_has_minutes_and_they_add_up(document: Document) -> None:
    told = {
        name: (tour.minutes, sum(stop.minutes or 0 for stop in walked(tour)))
        for name, tour in document.tours.items()
    }
    assert told == {name: (minutes, minutes) for name, minutes in MINUTES.items()}
    assert all(stop.minutes and stop.view and stop.notes for t in document.tours.values() for stop in t.stops)


def test_all_that_stops_show_is_there_and_every_step_reveals_something(document: Document) -> None:
    for tour in document.tours.values():
        for stop in tour.stops:
            assert None not in asked_for(stop, document)
            groups = step_groups(stop)
            assert all(groups)
            assert len({index for group in groups for index in group}) == sum(map(len, groups))


def test_ways_out_lead_to_spare_stops_and_around_the_hardest(document: Document) -> None:
    ways = {
        name: {branch.to for stop in tour.stops for branch in stop.branches}
        for name, tour in document.tours.items()
    }
    for name, tour in document.tours.items():
        assert {stop.event for stop in tour.stops if stop.hidden} <= ways[name]
    assert {"icrc-decision", "chongryon-2002"} <= ways["lesson"]
    assert "visit-1997" in ways["migrants-view"]


@pytest.mark.parametrize("name", FOR_CLASSES)
def test_tours_for_classes_leave_the_camps_out_but_for_one_plain_sentence(
    document: Document, name: str
) -> None:
    tour = document.tours[name]
    assert "suspicion" not in {stop.event for stop in tour.stops}
    reader = showing_at(document).reader
    notes = " ".join(stop.notes.for_reader(reader).text for stop in tour.stops if stop.notes)
    assert len(SENTENCE.findall(" ".join(notes.split()))) == 1
    assert not re.search(r"\bcamps?\b", SENTENCE.sub("", " ".join(notes.split())))


def test_words_that_may_only_stand_in_context_are_shown_at_no_stop(document: Document) -> None:
    shown = {
        asked.id
        for tour in document.tours.values()
        for stop in tour.stops
        for asked in asked_for(stop, document)
        if asked is not None and asked.kind is ShownKind.EXCERPT
    }
    assert len(shown) >= 12
    assert [name for name in shown if document.excerpts[name].show_only] == []


@pytest.mark.parametrize("year", YEARS)
def test_nothing_said_at_the_stops_tells_of_a_year_to_come(document: Document, year: int) -> None:
    early = [
        (found, text)
        for text in said_at(document, str(year))
        for found in re.findall(r"\b(?:19|20)\d\d\b", text)
        if int(found) > year
    ]
    assert early == []


def test_what_was_learnt_after_1960_is_said_at_no_stop_of_1960(document: Document) -> None:
    told = said_at(document, "1960")
    assert len(told) >= 30
    assert [(pattern, text) for pattern in LATER for text in told if re.search(pattern, text)] == []


def test_a_cursor_of_a_stop_shows_its_event(document: Document) -> None:
    seen = {
        stop.event: showing_at(document, stop.as_known_at).ordinal(stop.event) is not None
        for stop in document.tours["secrecy"].stops
        if stop.as_known_at and stop.event
    }
    assert seen == {"pyongyang-talks": True, "inoue-in-diet": True}


def test_only_public_decisions_are_to_be_placed_by_a_class(document: Document) -> None:
    asked = {
        name
        for name, event in zip(document.events.ids, document.events.records, strict=True)
        if event.predict
    }
    assert asked == {
        "kim-speech", "fujiyama", "rok-threat", "cabinet-understanding", "icrc-decision", "calcutta",
        "extension-1960", "basic-treaty", "decision-to-end", "moscow-1971", "archives-open",
    }  # fmt: skip
    for name in asked:
        event = document.events.records[document.events.ordinal_of[name]]
        assert event.known
        assert event.content_note is None
        assert event.lane != "migrants"
