# SPDX-License-Identifier: MIT
"""A finger on a sentence: to its words, to its source, and back to the very sentence."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.canvas_bench import touch_screen
from tests.ui.shell_bench import ShellBench, good_reading
from timeline_app.ui.panels.detail_panel import DetailPanel
from timeline_app.ui.panels.event_page import EventPage
from timeline_app.ui.panels.source_page import SourcePage


@pytest.fixture
def bench(qt_app: QApplication, tmp_path: Path):
    path = tmp_path / "harbour.yaml"
    # The screen of the offscreen platform is 800 pixels wide, and no finger reaches beyond it.
    made = ShellBench(tmp_path, good_reading(path), path=path, size=(780, 780))
    made.show()
    made.shell.commands.send("select.event", id="agreement")
    made.settle()
    yield made
    made.close()


class Finger:
    """One finger on the panel."""

    def __init__(self, panel: DetailPanel) -> None:
        self._viewport = panel.viewport()
        self._panel = panel
        self._device = touch_screen()

    def tap(self, part: QWidget, at: QPoint) -> None:
        """Tap on a point of a part, which is brought into view."""
        middle = self._panel.viewport().height() // 2
        bar = self._panel.verticalScrollBar()
        bar.setValue(bar.value() + part.mapTo(self._viewport, at).y() - middle)
        spot = part.mapTo(self._viewport, at)
        assert self._viewport.rect().contains(spot)
        QTest.touchEvent(self._viewport, self._device).press(0, spot, self._viewport).commit()
        QTest.touchEvent(self._viewport, self._device).release(0, spot, self._viewport).commit()


def test_a_tap_leads_from_a_sentence_to_its_words_its_source_and_back(bench: ShellBench) -> None:
    panel = bench.shell.panel
    assert panel is not None
    finger = Finger(panel)
    page = panel.page
    assert isinstance(page, EventPage)
    story = page.story
    index = next(number for number, place in enumerate(story.marks) if place.spot.mark.target == "plan")
    place = story.marks[index]
    spot = place.spot
    first_line = story.body.layouts[place.paragraph].rects(spot.passage_start, spot.passage_end)[0]

    finger.tap(story, (story.body.origin_of(place.paragraph) + first_line.center()).toPoint())
    bench.settle()
    card = next(iter(page.cards))
    assert card.is_lit
    assert bench.shell.store.state.followed == -(index + 1)

    entry = next(iter(page.entries))
    finger.tap(entry.about_button, entry.about_button.rect().center())
    bench.settle()
    assert isinstance(panel.page, SourcePage)

    bench.shell.commands.send("go.back")
    bench.settle()
    assert panel.page is page
    assert card.is_lit
    bench.shell.commands.send("go.back")
    bench.settle()
    assert story.focused_mark == story.marks[index]
    assert story.hasFocus()
    top = story.mapTo(panel.viewport(), story.body.passage_rect(story.marks[index]).topLeft()).y()
    assert 0 <= top <= panel.viewport().height()
