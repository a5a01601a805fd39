# SPDX-License-Identifier: MIT
"""With the cursor in the past an event says why no source stands there, and what the dots below its words mean."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.panel_setup import dress, look, show
from timeline_app.content.reader import read_exhibit
from timeline_app.model.document import Document
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import IDENTITY, Lens
from timeline_app.model.showing import Showing
from timeline_app.ui.panels.event_page import EventPage
from timeline_app.ui.panels.sureness_texts import sureness

EXHIBIT = """\
title: T
sources:
  book: {title: A book, kind: scholarship, issued: 1994}
events:
  - id: ships
    title: Ships
    date: 1960
    known: public
    summary: Many sail[, and some are late]{since=1994}. [@book]
    as_then: Ships sail[, and a second company joins]{since=1960-06-10}. [@book]
    sources: [book]
  - {id: bare, title: Bare, date: 1958, known: public}
"""


@pytest.fixture
def document(tmp_path: Path) -> Document:
    path = tmp_path / "events.yaml"
    path.write_text(EXHIBIT, encoding="utf-8")
    found = read_exhibit(path).document
    assert found is not None
    return found


def story(document: Document, lens: Lens) -> list[str]:
    page, showing = EventPage(), Showing(document, lens)
    ordinal = showing.ordinal("ships")
    assert ordinal is not None
    page.fill(showing.event(ordinal), showing, look(), is_date_explained=False, hidden_lane=None, followed=0)
    show(page, 460, 700)
    told = [paragraph.text for paragraph in page.story.paragraphs]
    page.close()
    return told


def test_dots_below_words_are_explained_where_there_are_any(qt_app: QApplication, document: Document) -> None:
    dress(qt_app)
    assert story(document, Lens(known_at=known_at_date("1960"))) == [
        "Ships sail, and a second company joins.",
        "Underlined with dots: could be told from 10 June 1960 on.",
    ]
    assert story(document, Lens(known_at=known_at_date("1960-05"))) == ["Ships sail."]
    assert story(document, IDENTITY)[1:] == ["Underlined with dots: could be told from 1994 on."]


@pytest.mark.parametrize(
    ("date", "name", "told"),
    [
        ("1960", "ships", "No source that this exhibit names for it could be read by then."),
        ("1994", "ships", "It rests on one source."),
        ("", "ships", "It rests on one source."),
        ("", "bare", "This exhibit names no source for it."),
    ],
)
def test_at_a_cursor_it_is_not_said_that_the_exhibit_names_no_source(
    document: Document, date: str, name: str, told: str
) -> None:
    showing = Showing(document, Lens(known_at=known_at_date(date) if date else None))
    ordinal = showing.ordinal(name)
    assert ordinal is not None
    assert sureness(showing.event(ordinal), showing, look())[1].text == told
