# SPDX-License-Identifier: MIT
"""An exhibit that tells of order and not of days: the tray by mouse and by key, and why a date is what it is."""

import pytest
from PySide6.QtCore import QPoint

from tests.journeys.pictures import differing_share
from tests.journeys.twin import CHANGED, Twin, at, has_come, look_alike, opened
from timeline_app.scene.tray import Tray
from timeline_app.ui.panels.event_page import EventPage

pytestmark = pytest.mark.slow

EXHIBIT = """\
format: 1
title: The voyage
languages: [en]
lanes:
  ship: {title: The ship, colour: teal}
  town: {title: The town, colour: plum}
events:
  - {id: sails, title: The ship sails, date: 1955-03-02, lane: ship, importance: 5}
  - {id: storm, title: The storm, after: sails, before: lands, lane: ship, importance: 5}
  - {id: lands, title: The ship lands, date: 1958-07-31, lane: ship, importance: 5}
  - {id: rumour, title: A rumour goes round, after: letter, lane: town}
  - {id: letter, title: A letter without a date, lane: town}
  - {id: feast, title: The feast, date: XXXX-12-25, lane: town}
"""


class TrayTwin(Twin):
    """A twin that also knows where the tray is, and does by command what the hand does."""

    @property
    def tray(self) -> Tray:
        """The tray as it is laid out now."""
        tray = self.shell.stage.fitted.tray
        assert tray is not None
        return tray

    def handle(self) -> QPoint:
        """Return the middle of the tray's handle in the window."""
        return self._at(*self.tray.handle.centre)

    def cell(self, number: int) -> QPoint:
        """Return the middle of an undated event in the window."""
        return self._at(*self.tray.cells[number].rect.centre)

    def reason(self, words: str) -> QPoint:
        """Return where the row of an event that a date follows from can be clicked."""
        panel = self.shell.panel
        assert panel is not None
        assert isinstance(panel.page, EventPage)
        (row,) = [row for row in panel.page.date_reason.earliest_rows if words in row.accessibleName()]
        return self.area(row).center()

    def _at(self, x_px: float, y_px: float) -> QPoint:
        return self.area(self.shell.canvas).topLeft() + QPoint(round(x_px), round(y_px))


TWIN = TrayTwin


def test_the_tray_opens_by_mouse_and_by_key_and_leads_to_an_event(journey, exhibit, twin):
    opened(journey, twin, exhibit)
    canvas, panel = twin.area(twin.shell.canvas), twin.area(twin.shell.panel_frame)

    journey.hand("mousemove", *at(twin.handle()), "click", "1")
    twin.do("view.undated", select=False)
    assert len(twin.tray.cells) == 3
    journey.hand("mousemove", "300", "20")
    look_alike(journey, twin, canvas, "the open tray")

    journey.hand("mousemove", *at(twin.cell(2)), "click", "1")
    twin.show("feast")
    look_alike(journey, twin, panel, "the page of the feast")

    journey.hand("mousemove", *at(twin.handle()), "click", "1")
    twin.do("view.undated", select=False)
    journey.hand("mousemove", "300", "20")
    look_alike(journey, twin, canvas, "the folded tray")

    journey.press("u")
    twin.do("view.undated")
    look_alike(journey, twin, panel, "the page of the rumour, by key")


def test_why_this_date_opens_by_key_and_leads_to_the_event_before(journey, exhibit, twin):
    twin.show("storm")
    opened(journey, twin, exhibit, "--select", "storm")
    panel = twin.area(twin.shell.panel_frame)
    closed = twin.pixels(panel)

    journey.press("F4")
    twin.do("panel.why-date")
    reasons = twin.pixels(panel)
    assert differing_share(reasons, closed) > CHANGED
    has_come(journey, panel, reasons, "why the storm stands where it does")

    journey.hand("mousemove", *at(twin.reason("The ship sails")), "click", "1")
    twin.show("sails")
    journey.hand("mousemove", "300", "20")
    look_alike(journey, twin, panel, "the page of the sailing, with its own reasons")
