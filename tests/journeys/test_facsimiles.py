# SPDX-License-Identifier: MIT
"""To the document itself: from a sentence to the marked part of a scan, full width, and back to the sentence."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.journeys.journey import Journey
from tests.journeys.pictures import differing_share, pixels
from tests.journeys.reading_twin import ReadingTwin
from tests.journeys.twin import SIZE, click, has_come

pytestmark = pytest.mark.slow
TWIN = ReadingTwin

#: Nothing else in the window is of this colour: the marked part of the scan.
INK = QColor(250, 0, 200)
SEEN = 0.03
#: Words that are lit change at least this share of the panel.
LIT = 0.002
EXHIBIT = """\
format: 1
title: Two ferries
languages: [en]
opening: {view: 1950/1960}
lanes:
  town: {title: The town, colour: plum}
sources:
  ledger: {type: book, title: The ledger, kind: document, issued: 1954}
excerpts:
  plan:
    source: ledger
    text: "We meant to carry goods and people alike, in all weather but the worst."
    facsimile: {file: scan.png, region: [0.5, 0.5, 0.1, 0.1], credit: The town’s archive, alt: A page of the ledger}
events:
  - id: first
    title: The first ferry crosses the bay
    date: 1953-06-01
    lane: town
    importance: 5
    summary: It was [meant for goods]{cite="#plan" words="to carry goods"} first of all.
    excerpts: [plan]
"""


@pytest.fixture
def exhibit(tmp_path: Path, drawing: QApplication) -> Path:
    scan = QImage(2400, 3200, QImage.Format.Format_RGB32)
    scan.fill(QColor("#efe6d2"))
    painter = QPainter(scan)
    painter.fillRect(1200, 1600, 240, 320, INK)
    painter.end()
    assert scan.save(str(tmp_path / "scan.png"))
    path = tmp_path / "ferries.yaml"
    path.write_text(EXHIBIT, encoding="utf-8")
    return path


def inked_share(seen: QImage, area: QRect) -> float:
    """Return how much of an area shows the marked part of the scan."""
    points = [
        (x, y) for x in range(area.left(), area.right(), 8) for y in range(area.top(), area.bottom(), 8)
    ]
    found = sum(1 for x, y in points if QColor(seen.pixel(x, y)) == INK)
    return found / len(points)


def to_the_words(journey: Journey, twin: ReadingTwin, exhibit: Path) -> QImage:
    """Follow the sentence to the words that bear it, by one click; return what is then seen."""
    before = journey.start(str(exhibit), "--size", "1600x900", "--select", "first")
    twin.show("first")
    panel = panel_of(twin)
    click(journey, twin.sentence().center())
    twin.follow()
    was = pixels(before, panel)
    journey.look_until(lambda seen: differing_share(pixels(seen, panel), was) > LIT, "words that are lit")
    return journey.settled()


def panel_of(twin: ReadingTwin) -> QRect:
    """Return where the panel is."""
    assert twin.shell.panel is not None
    return twin.area(twin.shell.panel)


def test_two_clicks_from_a_sentence_to_the_marked_part_and_back_to_the_same_place(journey, exhibit, twin):
    words, panel = to_the_words(journey, twin, exhibit), panel_of(twin)
    card = next(iter(twin.page.cards))
    click(journey, twin.seen(card.open_button).center())
    journey.look_until(lambda seen: inked_share(seen, panel) > SEEN, "the marked part of the scan")
    journey.press("alt+Left")
    has_come(journey, panel, pixels(words, panel), "the words again")
    assert journey.output() == ""


def test_by_keyboard_the_marked_part_is_opened_and_shown_at_full_width(journey, exhibit, twin):
    to_the_words(journey, twin, exhibit)
    # The keyboard is at the words; the stops after them are their source and the way to the document.
    panel = panel_of(twin)
    journey.press(*["Tab"] * len(next(iter(twin.page.cards)).text.marks), "Tab", "Return")
    journey.look_until(lambda seen: inked_share(seen, panel) > SEEN, "the marked part of the scan")
    journey.press("shift+F9")
    right = QRect(SIZE[0] // 2, 100, SIZE[0] // 2, SIZE[1] - 100)
    beyond = QRect(right.left(), right.top(), panel.left() - right.left(), right.height())
    journey.look_until(lambda seen: inked_share(seen, beyond) > 0.0, "the scan at full width")
    journey.press("ctrl+q")
    assert journey.wait_for_end() == 0
    assert journey.output() == ""


def test_a_scan_that_is_gone_leaves_the_words(journey, exhibit, twin):
    words, panel = to_the_words(journey, twin, exhibit), panel_of(twin)
    (exhibit.parent / "scan.png").unlink()
    card = next(iter(twin.page.cards))
    click(journey, twin.seen(card.open_button).center())
    was = pixels(words, panel)
    journey.look_until(lambda seen: differing_share(pixels(seen, panel), was) > SEEN, "the page of the words")
    assert inked_share(journey.settled(), panel) == 0.0
    journey.press("alt+Left")
    has_come(journey, panel, was, "the words again")
