# SPDX-License-Identifier: MIT
"""How do we know? From a sentence to the words of a document, to its source, and back to the very sentence."""

import pytest
from PySide6.QtCore import QPoint, QRect

from tests.journeys.pictures import differing_share, pixels
from tests.journeys.reading_twin import ReadingTwin
from tests.journeys.twin import CHANGED, at, click, has_come, look_alike, opened
from timeline_app.ui.panels.claim_page import ClaimPage
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
TWIN = ReadingTwin


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
    look_alike(journey, twin, panel, "the source")

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
    look_alike(journey, twin, below, "the place of the sentence in the text")


def words_unlit(twin, card):
    """Return how the words of a card look while nobody follows a sentence to them, and scroll back to the top."""
    assert twin.shell.panel is not None
    twin.shell.panel.ensureWidgetVisible(card.text)
    twin.rest()
    seen = twin.pixels(twin.area(card.text).adjusted(8, 8, -8, -8))
    twin.shell.panel.verticalScrollBar().setValue(0)
    twin.rest()
    return seen


def test_by_keyboard_from_the_sentence_to_its_words_and_back(journey, exhibit, twin):
    twin.show("first")
    opened(journey, twin, exhibit, "--select", "first")
    panel = twin.area(twin.shell.panel)
    head = twin.area(twin.page.head)
    card = next(iter(twin.page.cards))
    unlit = words_unlit(twin, card)
    twin.follow()

    # From the head of the page: "Why this date?", the first mark, the mark of the sentence.
    click(journey, head.topLeft() + QPoint(60, 60))
    journey.press("Tab", "Tab", "Tab", "Return")
    words = twin.area(card.text).adjusted(8, 8, -8, -8)
    lit = pixels(look_alike(journey, twin, words, "the words that bear the sentence"), words)
    assert differing_share(lit, unlit) > CHANGED

    journey.press("alt+Left")
    twin.do("go.back")
    sentence = twin.sentence()
    below = QRect(panel.left() + 20, sentence.bottom() + 60, panel.width() - 60, 120)
    look_alike(journey, twin, below, "the sentence again")


def test_a_question_leads_to_its_accounts_side_by_side(journey, exhibit, twin):
    opened(journey, twin, exhibit)
    journey.press("shift+F8")
    twin.do("questions.open")
    assert twin.shell.panel is not None
    panel = twin.area(twin.shell.panel)
    look_alike(journey, twin, panel, "the open questions")

    page = twin.shell.panel.page
    (row,) = list(next(iter(page.groups)).rows)
    click(journey, twin.seen(row).center())
    twin.do("claim.open", id="length")
    journey.press("shift+F9")
    twin.do("reading.wide")
    wide = twin.area(twin.shell.panel)
    assert isinstance(twin.shell.panel.page, ClaimPage)
    assert not twin.shell.panel.page.board.arrangement.is_stacked
    look_alike(journey, twin, wide, "the accounts side by side")
