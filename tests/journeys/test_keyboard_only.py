# SPDX-License-Identifier: MIT
"""By keys alone: find what happened in 1956 that became public only decades later, open its source, cite it, return."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget

from tests.journeys.journey import Journey
from tests.journeys.pictures import differing_share
from tests.journeys.twin import CHANGED, Twin, look_alike
from timeline_app.base.places import built_in_exhibit
from timeline_app.ui.panels.event_page import EventPage
from timeline_app.ui.panels.pieces import in_reading_order
from timeline_app.ui.panels.search_page import SearchPage
from timeline_app.ui.panels.source_page import SourcePage
from timeline_app.ui.reading.reading_view import ReadingView

pytestmark = pytest.mark.slow

SIZE = (1600, 900)
#: The ring is drawn where the keyboard is, which the twin does not have.
RINGED = 0.02
LOOKED_FOR = "secret date:1956"
TALKS = "secret-talks-june"
CHRONOLOGY = "museum-chronology"
CITATION = (
    "Tessa Morris-Suzuki, “Chronology of the Repatriation 年表,” The Exodus to North Korea Museum, n.d., "
    "https://exodustonorthkorea.wordpress.com/a-timeline-of-the-repatriation-年表/."
)
#: What another program finds on the clipboard of the display.
READ_CLIPBOARD = (
    "from PySide6.QtGui import QGuiApplication\n"
    "application = QGuiApplication([])\n"
    "print(application.clipboard().text())\n"
)


class FindingTwin(Twin):
    """A twin of somebody who searches: it waits until what there is has been found."""

    def page(self) -> QWidget:
        """Return the page that is shown."""
        assert self.shell.panel is not None
        assert self.shell.panel.page is not None
        return self.shell.panel.page

    def panel_area(self) -> QRect:
        """Return where the panel stands, but for its ring: the bar under the header takes room from it."""
        assert self.shell.panel is not None
        return self.area(self.shell.panel).adjusted(8, 8, -8, -8)

    def find(self, text: str) -> int:
        """Look for something, and return how many hits there are."""
        self.do("search.set", text=text)
        for _ in range(4_000):
            results = self.shell.search.results
            if results.is_whole and results.text == text and results.found is not None:
                break
            self.rest()
        assert self.shell.search.results.is_whole
        self.rest()
        return self.shell.search.results.count

    def tabs_to(self, wanted: QWidget) -> int:
        """Return how many times Tab is pressed from the panel to a part of its page: marks are stops of their own."""
        page = self.page()
        assert isinstance(page, EventPage)
        count = 1
        for part in in_reading_order(page.column):
            if part is wanted:
                return count
            count += max(len(part.marks), 1) if isinstance(part, ReadingView) else int(part.isEnabled())
        raise AssertionError("Tab does not lead there")


@pytest.fixture
def twin(drawing: QApplication, tmp_path: Path) -> Iterator[FindingTwin]:
    made = FindingTwin(built_in_exhibit(), SIZE, tmp_path / "twin.png")
    yield made
    made.shell.window.close()


def write(journey: Journey, words: str) -> None:
    journey.settled()
    journey.hand("type", "--delay", "15", words)


def clipboard(display: str) -> str:
    env = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    done = subprocess.run(
        [sys.executable, "-c", READ_CLIPBOARD],
        env=env,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout.strip()


def test_what_became_known_decades_later_is_found_opened_and_cited_by_keys_alone(
    journey: Journey, twin: FindingTwin, xvfb_display: str
) -> None:
    journey.start("--size", "1600x900")
    journey.hand("windowfocus", "--sync", journey.window())
    panel = twin.panel_area()
    start = twin.pixels(panel)

    # Back to 1990: of anything secret in 1956 nothing had been in print.
    journey.hand("key", "F6", "k")
    write(journey, "1990")
    journey.hand("key", "Return")
    twin.do("known.set", date="1990")
    journey.hand("key", "ctrl+f")
    write(journey, LOOKED_FOR)
    assert twin.find(LOOKED_FOR) == 0
    panel = twin.panel_area()
    look_alike(journey, twin, panel, "that nothing was found by 1990", RINGED)
    nothing = twin.pixels(panel)

    # Today there are four hits: all of them became public later.
    journey.hand("key", "F6", "shift+k")
    twin.do("known.clear")
    assert twin.find(LOOKED_FOR) == 4
    panel = twin.panel_area()
    assert isinstance(twin.page(), SearchPage)
    assert differing_share(twin.pixels(panel), start) > CHANGED
    look_alike(journey, twin, panel, "what is found today", RINGED)

    # From the field into the list, to the second hit, and into its story.
    journey.hand("key", "ctrl+f", "Down", "Down", "Return")
    twin.do("search.choose", number=1)
    assert twin.shell.store.state.selection.ids == (TALKS,)
    look_alike(journey, twin, panel, "the talks in secret", RINGED)
    story = twin.pixels(panel)
    assert nothing.shape != story.shape or differing_share(story, nothing) > CHANGED

    # By Tab to the source of its first note.
    page = twin.page()
    assert isinstance(page, EventPage)
    entry = next(entry for entry in page.entries if entry.source_id == CHRONOLOGY)
    tabs = twin.tabs_to(entry.about_button)
    journey.hand("key", "shift+F6", *["Tab"] * tabs, "Return")
    twin.do("source.open", id=CHRONOLOGY)
    assert isinstance(twin.page(), SourcePage)
    look_alike(journey, twin, panel, "the source", RINGED)

    journey.hand("key", "ctrl+shift+c")
    assert clipboard(xvfb_display) == CITATION

    # Back, and out to the timeline, where the talks are still in hand.
    journey.hand("key", "alt+Left")
    twin.do("go.back")
    assert isinstance(twin.page(), EventPage)
    journey.hand("key", "shift+F6", *["Prior"] * 8)
    look_alike(journey, twin, panel, "the story again", RINGED)
    journey.hand("key", "F6")
    twin.rest()
    look_alike(journey, twin, twin.area(twin.shell.canvas), "the talks in hand on the timeline", RINGED)
    assert journey.output() == ""
