# SPDX-License-Identifier: MIT
"""Of the shipped exhibit nothing gives away what is kept back from a class, wherever it is told."""

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.content.surfaces import Surface, shown_ordinals, surfaces, texts_of
from tests.stages import ENGLISH
from timeline_app.chrono.phrases import date_in_words
from timeline_app.content.reader import read_exhibit
from timeline_app.model.curtain import Part, Withheld, curtain_date, with_question
from timeline_app.model.document import Document
from timeline_app.model.evidence_views import EXCERPT_NOTE_PREFIX
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.search.entries import entries_of
from timeline_app.search.finder import Finder
from timeline_app.search.index import SearchIndex
from timeline_app.search.query import parse_query
from timeline_app.state.handout import HandoutKind, HandoutWish, Strip
from timeline_app.state.handout_plan import plan_handout

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
ASKED = ("fujiyama", "kim-speech", "calcutta", "basic-treaty")
"""Each has something else about it that could tell its date: words, an era, a work, a time that ends with it."""
FROM_IT = re.compile(
    r"\b(day|week|month|hour)s? (after|before|later|earlier)\b|\bsame (day|week|month)\b", re.IGNORECASE
)
"""How words say when something was from when something else was."""
TOLD_LATER = ("a newspaper account of 2004", "A book based on his statement")
"""What texts say of the works on which they rest: a class may know that these are later."""
DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


@pytest.fixture(scope="module")
def document(exhibit_file: Path) -> Document:
    """Return the built-in exhibit."""
    found = read_exhibit(exhibit_file).document
    assert found is not None
    return found


@pytest.fixture(scope="module")
def opened(document: Document) -> frozenset[str]:
    """Return all content notes: what stands behind them is told too."""
    return frozenset({*document.events.ids, *(EXCERPT_NOTE_PREFIX + name for name in document.excerpts)})


def told(showing: Showing, document: Document) -> list[Surface]:
    """Return all texts but those of tours: their stops and notes are for who leads them."""
    found = surfaces(showing, document)
    return [text for text in found if not text.place.startswith(("tour", "exhibit.tours"))]


def ways_to_write(showing: Showing, event_id: str) -> list[re.Pattern[str]]:
    """Return how the date of an event may stand in a text, by its days."""
    ordinal = showing.ordinal(event_id)
    date = showing.date(ordinal) if ordinal is not None else None
    assert date is not None
    ways = {re.escape(date_in_words(date, ENGLISH))}
    for year, month, day in DAY.findall(date.edtf):
        name = MONTHS[int(month) - 1]
        ways |= {f"{year}-{month}-{day}", rf"{int(day)} {name} {year}", rf"{name} {int(day)}, {year}"}
    return [re.compile(rf"(?<!\d){way}(?!\d)") for way in sorted(ways)]


def test_no_text_tells_the_date_of_what_a_class_is_asked_for(
    document: Document, opened: frozenset[str]
) -> None:
    today = Showing(document, Lens(opened))
    assert set(ASKED) <= set(today.to_be_asked)
    # All but the first without the canvas, which takes longest.
    for number, event_id in enumerate((*ASKED, *(set(today.to_be_asked) - set(ASKED)))):
        showing = Showing(document, Lens(opened, withheld=with_question((), event_id)))
        canvas = number == 0
        texts = [
            text for text in surfaces(showing, document, canvas=canvas) if not text.place.startswith("tour")
        ]
        for way in ways_to_write(today, event_id):
            assert [text for text in texts if way.search(text.text)] == [], event_id


def test_no_text_counts_the_days_from_what_a_class_is_asked_for(
    document: Document, opened: frozenset[str]
) -> None:
    today = Showing(document, Lens(opened))
    for event_id in today.to_be_asked:
        showing = Showing(document, Lens(opened, withheld=with_question((), event_id)))
        beside = {view.ordinal for view in today.connections(today.ordinal(event_id) or 0)}
        told = [text for ordinal in beside for text in texts_of(showing.event(ordinal).summary, event_id)]
        assert [text for text in told if FROM_IT.search(text.text)] == []


def test_the_eras_that_a_class_sees_do_not_depend_on_what_it_is_asked_for(document: Document) -> None:
    today = Showing(document)
    seen = {
        tuple(era.id for era in Showing(document, Lens(withheld=with_question((), event_id))).eras)
        for event_id in today.to_be_asked
    }
    assert len(seen) == 1
    assert len(next(iter(seen))) < len(today.eras)


def test_a_title_that_is_withheld_stands_nowhere(document: Document, opened: frozenset[str]) -> None:
    today = Showing(document, Lens(opened))
    lens = Lens(opened, withheld=(Withheld("calcutta", frozenset({Part.TITLE})),))
    ordinal = today.ordinal("calcutta")
    assert ordinal is not None
    title, label = today.head(ordinal).title.text, today.label(ordinal).text
    texts = told(Showing(document, lens), document)
    assert [text for text in texts if title in text.text or label in text.text] == []


@pytest.mark.parametrize("date", ["1959-02-13", "1965"])
def test_before_the_curtain_nothing_names_what_comes_later(
    document: Document, opened: frozenset[str], date: str
) -> None:
    today, showing = (
        Showing(document, Lens(opened)),
        Showing(document, Lens(opened, curtain=curtain_date(date))),
    )
    seen = set(shown_ordinals(showing))
    hidden = [ordinal for ordinal in shown_ordinals(today) if ordinal not in seen]
    assert len(hidden) > 15
    names = {today.head(ordinal).title.text for ordinal in hidden} | {
        today.label(ordinal).text for ordinal in hidden
    }
    texts = told(showing, document)
    assert [text for text in texts for name in names if name in text.text] == []
    # Of later years there are only those of the works that tell of it.
    of_works = re.compile(r"source|account|claim|shares|excerpt|title|mark")
    later = [
        text
        for text in texts
        if not of_works.search(text.place)
        and not any(words in text.text for words in TOLD_LATER)
        and any(int(year) > int(date[:4]) for year in re.findall(r"(?<!\d)(19\d\d|20\d\d)(?!\d)", text.text))
    ]
    assert later == []


def test_search_finds_nothing_of_what_is_kept_back(document: Document, opened: frozenset[str]) -> None:
    index = SearchIndex()
    index.add(entries_of(document))
    finder = Finder(document, index)

    def found(text: str, lens: Lens) -> set[str]:
        hits = finder.find(parse_query(text), Showing(document, lens))
        return {hit.id for hit in hits}

    asked = Lens(opened, withheld=with_question((), "calcutta"))
    for text in ("Calcutta agreement", "date:1959-08-13", "lane:red-cross date:1959-08"):
        assert "calcutta" not in found(text, asked), text
    assert "calcutta" in found("Calcutta agreement", Lens(opened))
    behind = Lens(opened, curtain=curtain_date("1959-02-13"))
    assert found("first two ships", Lens(opened))
    assert "first-ships" not in found("first two ships", behind)
    assert "fujiyama" in found("Fujiyama", behind)
    index.close()


def test_a_student_s_handout_tells_nothing_that_is_kept_back(document: Document) -> None:
    today = Showing(document)
    ordinal = today.ordinal("cabinet-understanding")
    assert ordinal is not None
    title = today.head(ordinal).title.text

    def printed(lens: Lens, kind: HandoutKind) -> str:
        return "\n".join(_texts_in(plan_handout("lesson", HandoutWish(kind), document, ENGLISH, lens)))

    behind = Lens(curtain=curtain_date("1959-02-12"))
    asked = Lens(withheld=with_question((), "cabinet-understanding"))
    untitled = Lens(withheld=(Withheld("cabinet-understanding", frozenset({Part.TITLE})),))
    for kind in (HandoutKind.PAGES, HandoutKind.WORKSHEET):
        assert "13 February 1959" not in printed(asked, kind)
        assert title not in printed(behind, kind)
        assert title not in printed(untitled, kind)
    assert title in printed(Lens(), HandoutKind.PAGES)
    assert "13 February 1959" in printed(Lens(), HandoutKind.PAGES)


def _texts_in(part: object) -> Iterator[str]:
    """Yield all strings of a plan; its strips draw what their showings let through, which is held above."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple | list):
        for each in part:
            yield from _texts_in(each)
    elif dataclasses.is_dataclass(part) and not isinstance(part, Strip):
        for field in dataclasses.fields(part):
            yield from _texts_in(getattr(part, field.name))
