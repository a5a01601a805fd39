# SPDX-License-Identifier: MIT
"""How do we know? From a sentence to the words of a document, to its source, and back to the very sentence."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from tests.journeys.pictures import differing_share, pixels
from tests.journeys.test_explore import CHANGED, SIZE, Twin, at, has_come, opened
from timeline_app.ui.panels.claim_page import ClaimPage
from timeline_app.ui.panels.event_page import EventPage
from timeline_app.ui.panels.source_page import SourcePage

pytestmark = pytest.mark.slow

FILLING = "The harbour was busy in those years, and little of it was written down by anybody who was there. "
EXHIBIT = f"""\
format: 1
title: Two ferries
languages: [en]
opening: {{view: 1950/1960}}
lanes:
  town: {{title: The town, colour: plum}}
sources:
  ledger: {{type: book, title: The ledger, kind: document, issued: 1954}}
  gazette: {{type: article-newspaper, title: A ferry at last, kind: press, issued: 1953-06-02}}
excerpts:
  plan: {{source: ledger, text: "We meant to carry goods and people alike, in all weather but the worst."}}
events:
  - id: first
    title: The first ferry crosses the bay
    date: 1953-06-01
    lane: town
    importance: 5
    summary: It took three hours.[@gazette]
    body: |
      {FILLING * 6}

      It was [meant for goods]{{cite="#plan" words="to carry goods"}} first of all.

      {FILLING * 9}
    sources: [gazette]
    excerpts: [plan]
  - {{id: second, title: The office buys a second ferry, date: 1957-06-01, lane: town, sources: [ledger]}}
claims:
  length:
    about: how long it took
    events: [first]
    accounts:
      - {{says: Three hours., by: The gazette, sources: [gazette]}}
      - {{says: Four hours., by: The ledger, sources: [ledger]}}
    status: disputed
"""
WORDS = "meant for goods"


class ReadingTwin(Twin):
    """A twin that knows where the sentence, its words and its source are, and does what the hand does."""

    @property
    def page(self) -> EventPage:
        """The event's page, which must be shown."""
        assert self.shell.panel is not None
        assert isinstance(self.shell.panel.page, EventPage)
        return self.shell.panel.page

    @property
    def mark(self) -> int:  # type: ignore[override]
        """The place in reading order of the sentence's mark."""
        story = self.page.story
        for index, place in enumerate(story.marks):
            text = story.paragraphs[place.paragraph].copied(place.spot.passage_start, place.spot.passage_end)
            if text.strip() == WORDS:
                return index
        raise AssertionError(WORDS)

    def rest(self) -> None:
        """Let everything come to rest."""
        for _ in range(20):
            QCoreApplication.processEvents()

    def do(self, command_id: str, **arguments: str | int) -> None:
        """Send a command, and let everything come to rest."""
        assert self.shell.commands.send(command_id, **arguments)
        self.rest()

    def sentence(self) -> QRect:
        """Return where the sentence stands in the window."""
        story = self.page.story
        rect = story.body.passage_rect(story.marks[self.mark])
        return rect.translated(self.area(story).topLeft())

    def seen(self, part: QWidget) -> QRect:
        """Return where a part stands in the window; it must be in view."""
        assert self.shell.panel is not None
        area = self.area(part)
        assert self.area(self.shell.panel).contains(area.center())
        return area

    def follow(self) -> None:
        """Follow the sentence, as a click on it does."""
        story = self.page.story
        story.activate([story.marks[self.mark]])
        self.rest()


@pytest.fixture
def exhibit(tmp_path: Path) -> Path:
    path = tmp_path / "ferries.yaml"
    path.write_text(EXHIBIT, encoding="utf-8")
    return path


@pytest.fixture
def twin(exhibit: Path, drawing: QApplication):
    made = ReadingTwin(exhibit, SIZE)
    yield made
    made.shell.window.close()


def click(journey, point: QPoint) -> None:
    """Click, and take the pointer out of the panel."""
    journey.hand("mousemove", *at(point), "click", "1")
    journey.hand("mousemove", "300", "20")


def test_by_mouse_from_the_sentence_to_its_words_the_source_and_back(journey, exhibit, twin):
    twin.show("first")
    opened(journey, twin, exhibit, "--select", "first")
    panel = twin.area(twin.shell.panel)
    story = twin.pixels(panel)

    # One action: the words are lit, and the entry of the source with them.
    click(journey, twin.sentence().topLeft() + QPoint(30, 10))
    twin.follow()
    lit = twin.pixels(panel)
    assert differing_share(lit, story) > CHANGED
    has_come(journey, panel, lit, "the words that bear the sentence")

    # One action more: the source.
    card = next(iter(twin.page.cards))
    assert card.is_lit
    entry = next(entry for entry in twin.page.entries if entry.is_lit)
    assert twin.shell.panel is not None
    twin.shell.panel.ensureWidgetVisible(entry.about_button)
    journey.hand("mousemove", *at(panel.center()), "click", "--repeat", "20", "--delay", "20", "5")
    twin.shell.panel.verticalScrollBar().setValue(twin.shell.panel.verticalScrollBar().maximum())
    twin.rest()
    about = twin.seen(entry.about_button).center()
    click(journey, about)
    twin.do("source.open", id="ledger")
    assert isinstance(twin.shell.panel.page, SourcePage)
    has_come(journey, panel, twin.pixels(panel), "the source")

    # And back: to the words, and to the very sentence.
    journey.press("alt+Left")
    journey.press("alt+Left")
    twin.do("go.back")
    twin.do("go.back")
    sentence = twin.sentence()
    assert panel.contains(sentence)
    # The ring around the number is drawn where the keyboard is, which the twin does not have.
    words = sentence.adjusted(2, 0, -12, 0)
    journey.look_until(
        lambda seen: differing_share(pixels(seen, words), twin.pixels(words)) > 0.05,
        "the ground under the sentence",
    )
    below = QRect(panel.left() + 20, sentence.bottom() + 60, panel.width() - 60, 120)
    has_come(journey, below, twin.pixels(below), "the place of the sentence in the text")


def test_by_keyboard_from_the_sentence_to_its_words_and_back(journey, exhibit, twin):
    twin.show("first")
    opened(journey, twin, exhibit, "--select", "first")
    panel = twin.area(twin.shell.panel)
    head = twin.area(twin.page.head)
    twin.follow()
    card = next(iter(twin.page.cards))

    # From the head of the page: "Why this date?", the first mark, the mark of the sentence.
    click(journey, head.topLeft() + QPoint(60, 60))
    journey.press("Tab", "Tab", "Tab", "Return")
    words = twin.area(card.text).adjusted(8, 8, -8, -8)
    has_come(journey, words, twin.pixels(words), "the words that bear the sentence")

    journey.press("alt+Left")
    twin.do("go.back")
    sentence = twin.sentence()
    below = QRect(panel.left() + 20, sentence.bottom() + 60, panel.width() - 60, 120)
    has_come(journey, below, twin.pixels(below), "the sentence again")


def test_a_question_leads_to_its_accounts_side_by_side(journey, exhibit, twin):
    opened(journey, twin, exhibit)
    journey.press("shift+F8")
    twin.do("questions.open")
    assert twin.shell.panel is not None
    panel = twin.area(twin.shell.panel)
    has_come(journey, panel, twin.pixels(panel), "the open questions")

    page = twin.shell.panel.page
    (row,) = list(next(iter(page.groups)).rows)
    click(journey, twin.seen(row).center())
    twin.do("claim.open", id="length")
    journey.press("shift+F9")
    twin.do("reading.wide")
    wide = twin.area(twin.shell.panel)
    assert isinstance(twin.shell.panel.page, ClaimPage)
    assert not twin.shell.panel.page.board.arrangement.is_stacked
    has_come(journey, wide, twin.pixels(wide), "the accounts side by side")
