# SPDX-License-Identifier: MIT
"""Lanes by hand and by key: collapsed, carried, pinned and hidden, and found again at the next start."""

import pytest
from PySide6.QtCore import QPoint

from tests.journeys.pictures import differing_share
from tests.journeys.twin import Twin, at, has_come, look_alike, opened
from timeline_app.base.places import kept_places_folder
from timeline_app.model.lane_state import LaneState
from timeline_app.state.kept_place_files import load_place

pytestmark = pytest.mark.slow

EXHIBIT = """\
format: 1
title: The port
languages: [en]
lanes:
  town: {title: The town, colour: plum}
  office: {title: The office, colour: teal}
  crew: {title: The crew, colour: moss, parent: office}
  sea: {title: The sea, colour: slate}
events:
  - {id: quay, title: The quay is built, date: 1951-03-02, lane: town}
  - {id: rules, title: The rules are written, date: 1952-05-01, lane: office}
  - {id: strike, title: The crew goes on strike, date: 1953-02-01, lane: crew}
  - {id: storm, title: The storm, date: 1954-09-20, lane: sea}
  - {id: feast, title: The feast of the town, date: 1955-06-10, lane: town}
"""
AWAY = ("300", "20")
ALIKE = 0.003
"""Lanes hold little but ground here: less than elsewhere counts as the same picture, or as another one."""
OTHER = 0.006


class LaneTwin(Twin):
    """A twin that knows where the names of the lanes are, and does by command what the hand does."""

    def name(self, lane: int) -> QPoint:
        """Return a point of a lane's name in the window, beside its control."""
        rect = self._rect(lane)
        return self.area(self.shell.canvas).topLeft() + QPoint(round(rect[0] - 30), round(rect[1]))

    def control(self, lane: int) -> QPoint:
        """Return the middle of the control of a lane in the window."""
        scene = self.shell.canvas.scene
        assert scene is not None
        centre = next(head for head in scene.lane_heads if head.lane == lane).control.centre
        return self.area(self.shell.canvas).topLeft() + QPoint(round(centre.x), round(centre.y))

    def _rect(self, lane: int) -> tuple[float, float]:
        scene = self.shell.canvas.scene
        assert scene is not None
        rect = next(head for head in scene.lane_heads if head.lane == lane).rect
        return rect.right, rect.centre.y


TWIN = LaneTwin


def test_lanes_collapse_move_and_hide_by_hand_and_key(journey, exhibit, twin):
    opened(journey, twin, exhibit)
    canvas = twin.area(twin.shell.canvas)
    usual = twin.pixels(canvas)

    journey.hand("mousemove", *at(twin.control(1)), "click", "1", "mousemove", *AWAY)
    twin.do("lanes.toggle", lane="office")
    collapsed = twin.pixels(canvas)
    assert differing_share(collapsed, usual) > OTHER
    has_come(journey, canvas, collapsed, "the office collapsed, with its crew in its strip", ALIKE)

    start, target = twin.name(3), twin.name(0)
    journey.hand("mousemove", *at(start), "mousedown", "1")
    for y in range(start.y(), target.y() - 20, -12):
        journey.hand("mousemove", str(start.x()), str(y))
    journey.hand("mouseup", "1", "mousemove", *AWAY)
    twin.do("lanes.move", lane="sea", before="town")
    look_alike(journey, twin, canvas, "the sea at the top")

    journey.press("F7")
    journey.press("Down")
    journey.press("h")
    journey.press("Escape")
    twin.do("lanes.hide", lane="town")
    journey.hand("mousemove", "600", "300", "click", "1", "mousemove", *AWAY)
    look_alike(journey, twin, canvas, "the town hidden, and a line that says so")
    journey.press("ctrl+q")
    assert journey.wait_for_end() == 0
    kept = load_place(kept_places_folder(), exhibit)
    assert kept is not None
    assert kept.lanes == LaneState(
        order=("sea", "town", "office", "crew"),
        hidden=frozenset({"town"}),
        collapsed=frozenset({"office"}),
    )


def test_the_lanes_are_found_as_they_were_left(journey, exhibit, twin):
    opened(journey, twin, exhibit)
    canvas = twin.area(twin.shell.canvas)
    journey.hand("mousemove", *at(twin.control(3)), "click", "1", "mousemove", *AWAY)
    twin.do("lanes.toggle", lane="sea")
    look_alike(journey, twin, canvas, "the sea collapsed")
    journey.press("ctrl+q")
    assert journey.wait_for_end() == 0
    opened(journey, twin, exhibit)
    look_alike(journey, twin, canvas, "the sea collapsed still")
