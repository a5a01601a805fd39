# SPDX-License-Identifier: MIT
"""More than has room: badges by mouse and by key, the list behind them, an event out of it, and the way back."""

import pytest
from PySide6.QtCore import QPoint, QRect

from tests.journeys.pictures import differing_share, pixels
from tests.journeys.twin import CHANGED, Twin, at, has_come, look_alike, opened
from tests.stages import shape_of, target_of
from timeline_app.scene.badges import Badge
from timeline_app.scene.items import Item, Kind
from timeline_app.ui.panels.folded_page import FoldedPage

pytestmark = pytest.mark.slow

HEAD = """\
format: 1
title: The busy spring
languages: [en]
opening: {view: 1950/1960}
lanes:
  town: {title: The town, colour: plum}
  port: {title: The port, colour: teal}
events:
  - {id: first, title: The first day, date: 1950-01-02, lane: town}
  - {id: last, title: The last day, date: 1959-12-30, lane: port}
"""


#: Eighty events in March 1955, four a day.
EXHIBIT = HEAD + "".join(
    f"  - {{id: e{number}, title: Ship {number:02d}, date: 1955-03-{number // 4 + 1:02d}, lane: port}}\n"
    for number in range(80)
)


class BusyTwin(Twin):
    """A twin that also knows where the badge is, and does by command what the hand does."""

    @property
    def badge(self) -> Item:
        """The one badge of the opening view."""
        scene = self.shell.canvas.scene
        assert scene is not None
        (badge,) = [item for item in scene.items if item.kind is Kind.BADGE]
        return badge

    def badge_point(self) -> QPoint:
        """Return the middle of the badge in the window."""
        centre = self.badge.rect.centre
        return self.area(self.shell.canvas).topLeft() + QPoint(round(centre.x), round(centre.y))

    def list_it(self) -> None:
        """List what the badge counts, as pressing it does."""
        badge = self.badge
        self.shell.canvas.list_folded(Badge(target_of(badge).lane, *shape_of(badge)))
        self.rest()

    @property
    def page(self) -> FoldedPage:
        """The list, which must be shown."""
        assert self.shell.panel is not None
        page = self.shell.panel.page
        assert isinstance(page, FoldedPage)
        return page

    def row(self, number: int) -> QRect:
        """Return where a row of the list stands in the window."""
        view = self.page.list
        rect = view.visualRect(view.model().index(number, 0))
        return rect.translated(view.viewport().mapTo(self.shell.window, QPoint(0, 0)))


TWIN = BusyTwin


def test_a_badge_lists_its_events_and_back_returns_to_the_list(journey, exhibit, twin):
    opened(journey, twin, exhibit)
    panel = twin.area(twin.shell.panel_frame)
    badge_at = twin.badge_point()
    twin.list_it()

    journey.hand("mousemove", *at(badge_at), "click", "1")
    journey.hand("mousemove", "300", "20")
    look_alike(journey, twin, panel, "the list of the badge")

    # Rows that keyboard and pointer are not at look alike in both windows.
    rows = twin.row(4).united(twin.row(8))
    seen_rows = twin.pixels(rows)
    chosen = twin.page.model.event_id(2)
    row_at = twin.row(2).center()
    twin.show(chosen)
    journey.hand("mousemove", *at(row_at), "click", "1")
    journey.hand("mousemove", "300", "20")
    look_alike(journey, twin, panel, "the page of the event")

    event = pixels(journey.look(), panel)

    journey.press("alt+Left")
    again = has_come(journey, rows, seen_rows, "the list again")
    assert differing_share(pixels(again, panel), event) > CHANGED, "no longer the event's page"


def test_a_key_opens_the_list_and_the_arrows_lead_to_an_event(journey, exhibit, twin):
    opened(journey, twin, exhibit)
    panel = twin.area(twin.shell.panel_frame)
    twin.list_it()
    rows = twin.row(4).united(twin.row(8))

    journey.press("F6")
    journey.press("m")
    look_alike(journey, twin, rows, "the list, by key")

    chosen = twin.page.model.event_id(2)
    listed = pixels(journey.look(), panel)
    journey.press("Down", "Down", "Return")
    twin.show(chosen)
    inner = panel.adjusted(8, 8, -8, -8)
    shown = look_alike(journey, twin, inner, "the page of the event, by key")
    assert differing_share(pixels(shown, panel), listed) > CHANGED, "no longer the list"
