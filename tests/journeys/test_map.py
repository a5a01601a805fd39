# SPDX-License-Identifier: MIT
"""The map: opened by its key, moved by hand, a place clicked, one of its events opened, and back to the map."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect

from tests.journeys.exhibits import TOWN
from tests.journeys.journey import Journey
from tests.journeys.pictures import differing_share
from tests.journeys.twin import CHANGED, Twin, at, look_alike, opened
from timeline_app.ui.map.map_surface import Framing
from timeline_app.ui.panels.map_page import MapPage
from timeline_app.ui.panels.place_page import PlacePage

pytestmark = pytest.mark.slow

EXHIBIT = (
    TOWN
    + """\
places:
  east: {title: Eastport, at: [37.9, 139.0]}
  west: {title: Westport, at: [41.8, 129.8]}
events:
  - {id: a, title: The first ferry crosses the bay, date: 1952-06, lane: town, importance: 5, route: [east, west]}
  - {id: b, title: The town buys a second ferry at last, date: 1954-06, lane: town, importance: 5, place: east}
  - {id: c, title: A letter comes from over the sea, date: 1956-06, lane: town, importance: 5, place: west}
"""
)


class MapTwin(Twin):
    """A twin that knows where places stand on its map."""

    @property
    def page(self) -> MapPage:
        """The page of the map, which must be shown."""
        return self.shown(MapPage)

    def rest(self) -> None:
        """Let everything come to rest, the map's coasts too."""
        super().rest()
        panel = self.shell.panel
        if panel is not None and isinstance(panel.page, MapPage | PlacePage):
            canvas = panel.page.map.canvas
            for _ in range(100_000):
                QCoreApplication.processEvents()
                if canvas.is_at_rest:
                    return
            raise AssertionError("the map does not come to rest")

    def place(self, name: str) -> QPoint:
        """Return where a place stands in the window."""
        canvas = self.page.map.canvas
        numbers = (
            {mark.spot.id: number for number, mark in enumerate(canvas.drawn.marks)} if canvas.drawn else {}
        )
        point = canvas.point_of(numbers[name])
        assert point is not None
        return self.area(canvas).topLeft() + QPoint(round(point.x), round(point.y))


TWIN = MapTwin


def test_a_place_on_the_map_leads_to_its_events_and_back(
    journey: Journey, exhibit: Path, twin: MapTwin
) -> None:
    opened(journey, twin, exhibit)
    panel = twin.area(twin.shell.panel_frame).adjusted(8, 8, -24, -8)
    before = twin.pixels(panel)
    journey.press("ctrl+m")
    twin.do("map.open")
    assert differing_share(twin.pixels(panel), before) > CHANGED
    look_alike(journey, twin, map_area(twin), "the map with two places and a route")

    # By hand: the land goes with it.
    start = map_area(twin).center() + QPoint(40, 60)
    journey.hand("mousemove", *at(start), "mousedown", "1")
    for step in (10, 20, 30):
        journey.hand("mousemove", *at(start + QPoint(-step, step)))
    journey.hand("mouseup", "1")
    journey.hand("mousemove", "300", "20")
    canvas = twin.page.map.canvas
    assert canvas.motion.view is not None
    canvas.framing = Framing.FREE
    canvas.motion.show(canvas.motion.view.panned(-30.0, 30.0))
    twin.rest()
    look_alike(journey, twin, map_area(twin), "the map moved by thirty pixels")

    # A place, and from it one of its events.
    journey.hand("mousemove", *at(twin.place("west")), "click", "1")
    journey.hand("mousemove", "300", "20")
    twin.do("place.open", id="west")
    look_alike(journey, twin, panel, "the page of the place")

    # Back, to the map where it was.
    journey.press("alt+Left")
    twin.do("go.back")
    look_alike(journey, twin, map_area(twin), "the map again")


def map_area(twin: MapTwin) -> QRect:
    """Return the map without its frame, where the ring of the keyboard may be."""
    return twin.area(twin.page.map.canvas).adjusted(8, 8, -8, -8)
