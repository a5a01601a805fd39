# SPDX-License-Identifier: MIT
"""With the cursor at 1960 the exhibit shows what a newspaper reader of 1960 could have read, and nothing else."""

import re
from pathlib import Path

import pytest

from tests.content.later_facts import KNOWN_TO_OTHERS, LATER, READ_BY_1960, VEILED
from tests.content.surfaces import Surface, shown_ordinals, surfaces, texts_of
from timeline_app.content.reader import read_exhibit
from timeline_app.model.document import Document
from timeline_app.model.evidence_views import EXCERPT_NOTE_PREFIX
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing

ANNOUNCED = (
    "to 12 November 1961",  # the term to which the agreement was extended
    "about 1959",  # a campaign of which the end is not told more closely
    "2029",  # the number of a book in its series
)
"""Years that stand in texts of before they came, or are none."""


@pytest.fixture(scope="session")
def document(exhibit_file: Path) -> Document:
    """Return the built-in exhibit."""
    found = read_exhibit(exhibit_file).document
    assert found is not None
    return found


@pytest.fixture(scope="session")
def then(document: Document) -> Showing:
    """Return the exhibit as it was known to the public at the end of 1960."""
    return at(document, "1960")


@pytest.fixture(scope="session")
def told_then(then: Showing, document: Document) -> list[Surface]:
    """Return all texts at the end of 1960."""
    return list(surfaces(then, document))


@pytest.fixture(scope="session")
def told_today(document: Document) -> str:
    """Return all texts without a cursor, one under the other."""
    return "\n".join(told.text for told in surfaces(at(document, ""), document))


def at(document: Document, date: str) -> Showing:
    """Return the exhibit as it was known at a date, today's without one, every content note opened."""
    opened = frozenset({*document.events.ids, *(EXCERPT_NOTE_PREFIX + name for name in document.excerpts)})
    return Showing(document, Lens(opened, known_at=known_at_date(date) if date else None))


def ids(showing: Showing) -> set[str]:
    return {showing.event_id(ordinal) for ordinal in shown_ordinals(showing)}


def later_in(told: list[Surface], pattern: str) -> list[str]:
    return [f"{each.place}: {each.text}" for each in told if re.search(pattern, each.text)]


@pytest.mark.parametrize("pattern", LATER)
def test_nothing_that_was_learnt_later_stands_anywhere_at_1960(
    told_then: list[Surface], pattern: str
) -> None:
    assert later_in(told_then, pattern) == [], LATER[pattern]


@pytest.mark.parametrize("pattern", LATER)
def test_what_was_learnt_later_is_told_today(told_today: str, pattern: str) -> None:
    assert re.search(pattern, told_today), pattern


def test_what_is_said_at_the_stops_of_tours_holds_back_what_came_later(
    then: Showing, document: Document
) -> None:
    said = [
        Surface(f"{name}: {stop.event}", stop.notes.for_reader(then.reader).text)
        for name, tour in document.tours.items()
        for stop in tour.stops
        if stop.notes and (stop.event is None or then.ordinal(stop.event) is not None)
    ]
    assert len(said) >= 25
    assert [found for pattern in LATER for found in later_in(said, pattern)] == []


@pytest.mark.parametrize("words", READ_BY_1960)
def test_what_could_be_read_is_told(told_then: list[Surface], words: str) -> None:
    assert any(words in told.text for told in told_then)


@pytest.mark.parametrize(
    "year", [1950, 1957, 1959, 1960, 1965, 1969, 1975, 1985, 1995, 2002, 2005, 2008, 2015, 2021, 2024]
)
def test_no_year_is_told_before_it_comes(document: Document, year: int) -> None:
    told = [
        each
        for each in surfaces(at(document, str(year)), document, canvas=False)
        if not each.place.endswith(".id")
    ]
    early = {
        f"{each.place}: {each.text}"
        for each in told
        for found in re.findall(r"\b(?:19|20)\d\d\b", re.sub("|".join(ANNOUNCED), "", each.text))
        if int(found) > year
    }
    assert early == set()


def test_events_of_which_nobody_knows_when_are_veiled(then: Showing) -> None:
    veiled = {then.event_id(ordinal) for ordinal in shown_ordinals(then) if then.is_veiled(ordinal)}
    assert veiled == VEILED
    for name in VEILED:
        ordinal = then.ordinal(name)
        assert ordinal is not None
        event = then.event(ordinal)
        assert (event.head.title.text, then.label(ordinal).text, event.summary, event.body) == (
            "?",
            "?",
            (),
            (),
        )


def test_what_only_others_knew_is_not_shown(then: Showing) -> None:
    assert ids(then) & KNOWN_TO_OTHERS == set()


def test_all_other_events_of_before_1961_are_shown(then: Showing, document: Document) -> None:
    begun = {
        name
        for ordinal, name in enumerate(document.events.ids)
        if (date := document.events.date_of(ordinal)) is not None and (date.earliest_s or 0) < _end_of_1960()
    }
    assert begun - ids(then) == KNOWN_TO_OTHERS
    assert ids(then) <= begun


def _end_of_1960() -> int:
    cursor = known_at_date("1960")
    assert cursor is not None
    return cursor.at_s


def test_the_press_of_the_time_is_in_print(then: Showing, document: Document) -> None:
    assert {name for name in document.sources if then.source(name) is not None} == {
        "akahata-1958", "ap-1959", "asahi-1959", "calcutta-text-1959", "diet-minutes-1956", "diet-minutes-1958",
        "dprk-booklet-1959", "dprk-booklet-1960", "keesings-1960", "korean-embassy-london-1959",
        "korean-mission-1959", "mainichi-1959", "mainichi-daily-news-1960", "mofa-paper-1959",
        "nippon-times-1959", "revue-icrc-1959", "time-1958", "upi-kitamura-1959", "yomiuri-1959",
    }  # fmt: skip


def test_the_events_of_a_reader_are_told_in_words_of_then(then: Showing) -> None:
    told = {name for name in ids(then) if (n := then.ordinal(name)) is not None and then.event(n).summary}
    assert len(told) >= 25
    assert {"first-ships", "calcutta", "cabinet-understanding", "kim-speech", "mindan-protests"} <= told


@pytest.mark.parametrize(
    ("date", "new"),
    [
        ("1962", {"first-impressions", "working-lives", "seki-book"}),
        ("1984", {"train-terao"}),
        ("2004-09-16", {"covert-strategy", "shimazu-request", "inoue-letter", "icrc-mission", "press-2004"}),
        (
            "2007-03-15",
            {"dprk-cool", "us-unaware", "pressure-and-ships", "macarthur-remarks", "essay-and-book"},
        ),
        ("2026", {"damages", "robertson", "boissier-1956", "kishi-herter", "mofa-plan"}),
    ],
)
def test_events_become_known_when_the_notes_say(document: Document, date: str, new: set[str]) -> None:
    assert new <= ids(at(document, date))
    assert new & ids(at(document, str(int(date[:4]) - 1))) == set()


@pytest.mark.parametrize(
    ("name", "date", "title"),
    [
        ("niigata-plot", "1960", "Arrests at Shibata"),
        ("niigata-plot", "2007", "Arrests at Shibata: Seoul’s secret operation to stop the departures"),
        ("suspension", "1970", "Sailings stop"),
        ("suspension", "1972", "Sailings stop for more than three years"),
        ("final-phase", "1972", "A third arrangement"),
        ("suit-2001", "2001", "The first suit against Chongryon"),
        ("suit-2001", "2004", "The first suit against Chongryon fails"),
    ],
)
def test_titles_grow_with_what_is_known(document: Document, name: str, date: str, title: str) -> None:
    showing = at(document, date)
    ordinal = showing.ordinal(name)
    assert ordinal is not None
    assert showing.event(ordinal).head.title.text == title


def test_governments_knew_what_readers_did_not(document: Document) -> None:
    cursor = known_at_date("1960", audience="governments", where="JP")
    assert {"mofa-plan", "secret-contacts"} <= ids(Showing(document, Lens(known_at=cursor)))


def test_today_nothing_is_held_back(document: Document, told_today: str) -> None:
    assert ids(at(document, "")) == set(document.events.ids)
    assert "since=" not in told_today
    assert "]{" not in told_today


def test_the_walk_reaches_what_lies_deep(document: Document) -> None:
    showing = at(document, "")
    ordinal = showing.ordinal("cabinet-understanding")
    assert ordinal is not None
    found = "\n".join(told.text for told in texts_of(showing.event(ordinal), "event"))
    assert "14 February 1959." in found
    assert "居住地撰択の自由" in found
    assert "The full wording, restated to the Diet." in found
