# SPDX-License-Identifier: MIT
"""Filters: ticked by lane and keyword, a chip let go, an empty result loosened, saved by name and used again.

Where to press is asked of a twin that is shown the same; what is then on the screen is compared with it.
"""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from tests.journeys.exhibits import FERRY
from tests.journeys.journey import Journey
from tests.journeys.pictures import differing_share
from tests.journeys.twin import ALIKE, SIZE, Twin, at, look_alike, opened
from timeline_app.base.places import config_folder
from timeline_app.model.filters import FacetName
from timeline_app.state.commands import Value
from timeline_app.state.saved_filters import FILE_NAME
from timeline_app.ui.panels.filter_page import FilterPage

pytestmark = pytest.mark.slow

EXHIBIT = (
    FERRY
    + """\
  - {id: e, title: The town dances all night on the new pier, date: 1957-06, lane: town, importance: 5, tags: [pier]}
"""
)


class FilterTwin(Twin):
    """A twin that knows where the values, chips and fields are, and does what the hand does."""

    @property
    def page(self) -> FilterPage:
        """The page of filters, which must be shown."""
        return self.shown(FilterPage)

    def do(self, command_id: str, **arguments: Value) -> None:
        """Send a command, and let everything come to rest."""
        assert self.shell.commands.send(command_id, **arguments)
        self.shell.notice.hide()
        self.rest()

    def spot(self, part: QWidget, left_px: int = 0) -> tuple[str, str]:
        """Return where a part can be clicked; it must be in view."""
        area = self.area(part)
        assert QRect(0, 0, *SIZE).contains(area.center()), area
        return at(area.topLeft() + QPoint(left_px or area.width() // 2, area.height() // 2))

    def tick(self, facet: FacetName, value: str) -> tuple[str, str]:
        """Return where a value can be ticked."""
        row = self.page.boxes[facet].row_of(value)
        assert row is not None
        return self.spot(row, 12)


TWIN = FilterTwin


def chips_and_timeline(twin: FilterTwin) -> QRect:
    """Return the window without the panel, whose caret blinks, and without the ring that tells where the keyboard is."""
    return QRect(8, 74, twin.area(twin.shell.canvas).width() - 16, SIZE[1] - 180)


def seen_by(journey: Journey, twin: FilterTwin, what: str) -> None:
    """Wait until chips and timeline are those that the twin shows."""
    area = chips_and_timeline(twin)
    look_alike(journey, twin, area, what)


def test_filters_are_ticked_let_go_loosened_saved_and_used_again(
    journey: Journey, exhibit: Path, twin: FilterTwin
) -> None:
    opened(journey, twin, exhibit)
    everything = chips_and_timeline(twin)
    unfiltered = twin.pixels(everything)
    journey.press("ctrl+shift+f")
    twin.do("filters.open")
    journey.settled()

    # A lane and a keyword.
    choices: tuple[tuple[FacetName, str], ...] = (("lane", "town"), ("tag", "ferry"))
    for facet, value in choices:
        journey.hand("mousemove", *twin.tick(facet, value), "click", "1")
        twin.do("filters.toggle", facet=facet, value=value)
        seen_by(journey, twin, f"what has {value}")
    assert differing_share(twin.pixels(everything), unfiltered) > ALIKE
    row = twin.shell.evidence_bar.filters
    assert [chip.words for chip in row.chips] == ["Lane: The town", "Keyword: ferry"]

    # The lane's chip goes.
    journey.hand("mousemove", *twin.spot(row.chips[0]), "click", "1")
    twin.do("filters.toggle", facet="lane", value="town")
    journey.hand("mousemove", "640", "30")
    seen_by(journey, twin, "the keyword alone")

    # Nothing is left, and the bar says what to loosen.
    journey.hand("mousemove", *twin.spot(twin.page.dates.field, 40), "click", "1")
    journey.hand("type", "1800")
    journey.hand("key", "Return")
    twin.do("filters.dates", text="1800", certain=False)
    seen_by(journey, twin, "that nothing is left")
    assert row.loosen.text() == "Without “Dates”: 3 events"
    journey.hand("mousemove", *twin.spot(row.loosen), "click", "1")
    twin.do("filters.loosen", facet="dates")
    journey.hand("mousemove", "640", "30")
    seen_by(journey, twin, "the keyword again")

    # Saved, cleared and used again.
    saved = config_folder() / FILE_NAME
    journey.settled()
    journey.hand("mousemove", *twin.spot(twin.page.saved.field, 40), "click", "1")
    journey.hand("type", "The ferry")
    journey.hand("key", "Return")
    journey.until(saved.exists, "the file of what is saved")
    (entry,) = json.loads(saved.read_text(encoding="utf-8"))[str(exhibit.resolve())]
    assert (entry["name"], entry["filters"]) == ("The ferry", {"tag": ["ferry"]})
    twin.do("filters.save", name="The ferry")
    journey.hand("mousemove", *twin.spot(row.clear), "click", "1")
    twin.do("filters.clear")
    journey.hand("mousemove", "640", "30")
    seen_by(journey, twin, "everything again")
    assert twin.shell.evidence_bar.isHidden()
    (one,) = twin.page.saved.rows
    journey.hand("mousemove", *twin.spot(one.use_button), "click", "1")
    twin.do("filters.use", name="The ferry")
    seen_by(journey, twin, "what was saved")
