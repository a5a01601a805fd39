# SPDX-License-Identifier: MIT
"""With the cursor at 1960 no page of sources, and no bibliography, tells what could only be read later."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.content.later_facts import LATER
from tests.ui.panel_setup import dress, look, show, spoken
from timeline_app.content.reader import read_exhibit
from timeline_app.model.bibliography_files import BibliographyFormat, bibliography_text
from timeline_app.model.bibliography_pages import PageWords
from timeline_app.model.citation_styles import CitationStyle
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.ui.panels.excerpt_page_texts import head, origin
from timeline_app.ui.panels.excerpt_texts import excerpt_paragraphs
from timeline_app.ui.panels.source_page import SourcePage
from timeline_app.ui.panels.sources_page import SourcesPage


@pytest.fixture(scope="module")
def then(project_root: Path) -> Showing:
    document = read_exhibit(project_root / "events.yaml").document
    assert document is not None
    return Showing(document, Lens(known_at=known_at_date("1960")))


def later_in(text: str) -> list[str]:
    return [why for pattern, why in LATER.items() if re.search(pattern, text)]


def test_the_pages_of_sources_tell_nothing_that_was_learnt_later(qt_app: QApplication, then: Showing) -> None:
    dress(qt_app)
    every, one = SourcesPage(), SourcePage()
    every.fill(then, look())
    show(every, 480, 800)
    told = [str(every.model.row(number)) for number in range(every.model.rowCount())]
    assert len(then.bibliography.ids) > 10
    for source_id in then.bibliography.ids:
        one.fill(source_id, then, look())
        show(one, 480, 800)
        told.append(spoken(one))
    told.append(spoken(every))
    every.close()
    one.close()
    assert {why: text for text in told for why in later_in(text)} == {}


@pytest.mark.parametrize("form", list(BibliographyFormat))
def test_bibliographies_hold_nothing_that_was_learnt_later(then: Showing, form: BibliographyFormat) -> None:
    for style in CitationStyle:
        text = bibliography_text(then.bibliography.entries(), form, style, PageWords("Sources"))
        assert later_in(text) == []


def test_where_it_is_in_doubt_that_a_source_was_public_the_page_and_the_words_say_so(
    qt_app: QApplication, then: Showing
) -> None:
    """The agreement was public at some day between its signing and 1983: the first is told, the last was not known."""
    dress(qt_app)
    doubt = "Perhaps public by then: since when is in doubt."
    one = SourcePage()
    for source_id, is_doubtful in (("calcutta-text-1959", True), ("nippon-times-1959", False)):
        one.fill(source_id, then, look())
        show(one, 480, 800)
        assert (doubt in spoken(one)) is is_doubtful
        assert "does not tell when this became public" not in spoken(one)
    one.close()
    excerpt = then.excerpt("change-of-mind")
    assert excerpt is not None
    card = excerpt_paragraphs(excerpt, 1, look())
    assert doubt in " ".join(paragraph.text for paragraph in card)
    assert doubt in [paragraph.text for paragraph in origin(excerpt, look())]
    assert head(excerpt, look())[0].text == "The Red Cross societies of Japan and of North Korea"
