# SPDX-License-Identifier: MIT
"""Each statement leads to words, each excerpt is reached, each source says who speaks, and evidence counts as by hand."""

from pathlib import Path

import pytest

from tests.content.dossier import Dossier
from tests.content.exhibit_text import Exhibit, event_texts
from timeline_app.content.reader import read_exhibit
from timeline_app.model.prose import Mark
from timeline_app.model.prose_reader import read_prose
from timeline_app.model.prose_words import places_of
from timeline_app.model.showing import Showing

TEXTS = ("summary", "body", "plain", "as_then")


@pytest.fixture(scope="module")
def showing(exhibit_file: Path) -> Showing:
    """Return the built-in exhibit without a lens."""
    document = read_exhibit(exhibit_file).document
    assert document is not None
    return Showing(document)


def marks(exhibit: Exhibit) -> list[tuple[str, Mark]]:
    """Return all marks of all events, each with the words that it covers."""
    return [
        ("".join(span.text for span in passage.spans), mark)
        for event in exhibit["events"]
        for text in event_texts(event, *TEXTS)
        for block in read_prose(text, "en")
        for passage in block.passages
        for mark in passage.marks
    ]


def test_every_mark_leads_to_a_source_or_an_excerpt(exhibit: Exhibit) -> None:
    found = marks(exhibit)
    assert len(found) > 400
    assert [
        m.target for _, m in found if m.target not in exhibit["excerpts" if m.is_excerpt else "sources"]
    ] == []


def test_every_mark_covers_words(exhibit: Exhibit) -> None:
    assert [mark.target for words, mark in marks(exhibit) if not words.strip()] == []


def test_every_excerpt_is_reached_by_the_words_that_bear_a_statement(exhibit: Exhibit) -> None:
    anchored = {mark.target for _, mark in marks(exhibit) if mark.is_excerpt and mark.words}
    assert anchored == set(exhibit["excerpts"])


def test_the_words_of_anchors_stand_in_their_excerpts(exhibit: Exhibit) -> None:
    for _, mark in marks(exhibit):
        if mark.words:
            told = exhibit["excerpts"][mark.target]["text"]
            texts = [told] if isinstance(told, str) else [told["text"], told["translations"]["en"]["text"]]
            assert any(places_of(mark.words, text) for text in texts), mark


def test_every_source_says_what_it_is_how_far_it_was_read_and_who_speaks(exhibit: Exhibit) -> None:
    needed = ("title", "kind", "consulted", "provenance", "type")
    assert [
        f"{name}: {field}"
        for name, source in exhibit["sources"].items()
        for field in needed
        if not source.get(field)
    ] == []


def test_every_account_says_who_and_in_what_way_it_bears(exhibit: Exhibit) -> None:
    assert [
        f"{name}: {field}"
        for name, claim in exhibit["claims"].items()
        for account in claim["accounts"]
        for field in ("says", "by", "sources", "bears")
        if not account.get(field)
    ] == []


def test_every_excerpt_says_how_its_words_came_to_us(exhibit: Exhibit) -> None:
    needed = ("source", "locator", "speaker", "text_is", "bears", "transmission")
    assert [
        f"{name}: {field}"
        for name, excerpt in exhibit["excerpts"].items()
        for field in needed
        if not excerpt.get(field)
    ] == []


@pytest.mark.parametrize(
    ("name", "lines", "state"),
    [
        # The chronology of the museum and the essay: one scholar.
        ("secret-talks-june", 1, "unquestioned"),
        # The museum on the letter, and the head of the archives on when files were opened.
        ("inoue-letter", 2, "unquestioned"),
        # One entry in one chronology.
        ("icrc-1957", 1, "open"),
        # Essay and Korean press; of the booklet only the contents page was seen.
        ("dprk-cool", 2, "open"),
        # Essay, telegram, and three South Korean records; of the study only the abstract was read.
        ("us-unaware", 5, "disputed"),
        # The ministry, the order, the anonymous page, and a review of the same scholar’s book.
        ("departures-1947", 4, "open"),
        # The newspaper follows the ministry, the encyclopedia the historian; JoongAng and Seoul stand alone.
        ("mofa-paper-1959", 4, "disputed"),
        # Two reports of one statement, and the petition.
        ("trc", 2, "no-verdict"),
        # Reports of one ruling, and one of the hearing.
        ("damages", 2, "no-verdict"),
        # Two reports that follow the same court.
        ("high-court", 1, "accepted"),
        # Three reports of one scholar’s find, and one of another’s.
        ("press-2004", 2, "accepted"),
        # Chronology, ministry, encyclopedia.
        ("first-small-groups", 3, "unquestioned"),
    ],
)
def test_lines_of_evidence_are_those_counted_by_hand(
    showing: Showing, name: str, lines: int, state: str
) -> None:
    ordinal = showing.ordinal(name)
    assert ordinal is not None
    evidence = showing.evidence_of(ordinal)
    assert (evidence.lines, evidence.state) == (lines, state)


def test_works_that_share_an_origin_by_the_notes_share_it_in_the_exhibit(
    exhibit: Exhibit, dossier: Dossier, numbers: dict[str, str]
) -> None:
    sources = exhibit["sources"]
    missing = [
        (number, origin)
        for number, origins in dossier.origins.items()
        if number in numbers
        for origin in origins
        for work in [numbers[number]]
        if (root := "morris-suzuki-2005" if origin.startswith("Morris-Suzuki") else numbers.get(origin))
        is not None
        and root != work
        and root not in closure(work, sources)
    ]
    assert missing == []


def closure(work: str, sources: dict[str, dict[str, list[str]]]) -> set[str]:
    found: set[str] = set()
    waiting = list(sources[work].get("derives_from", ()))
    while waiting:
        parent = waiting.pop()
        if parent not in found:
            found.add(parent)
            waiting += sources[parent].get("derives_from", ())
    return found
