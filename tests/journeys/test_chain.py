# SPDX-License-Identifier: MIT
"""A chain by keys alone: followed from its second step, walked to its end, and left.

A twin that is shown the same tells what must then be on the screen.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect

from tests.journeys.journey import Journey
from tests.journeys.pictures import differing_share, pixels
from tests.journeys.twin import ALIKE, Twin, look_alike, opened
from timeline_app.state.app_state import PanelPage

pytestmark = pytest.mark.slow

EXHIBIT = """\
format: 1
title: The ferry
languages: [en]
opening: {view: 1950/1960, event: b}
lanes:
  town: {title: The town, colour: plum}
  office: {title: The harbour office, colour: indigo}
events:
  - {id: a, title: A storm takes the old pier, date: 1952-06, lane: town, importance: 5,
     links: [{to: b, kind: led-to}]}
  - {id: b, title: The office plans a new pier, date: 1953-06, lane: office, importance: 5,
     links: [{to: c, kind: led-to, judgement: true}]}
  - {id: c, title: The new pier is built, date: 1955-06, lane: town, importance: 5,
     links: [{to: d, kind: led-to}]}
  - {id: d, title: The first ferry lands at the new pier, date: 1957-06, lane: office, importance: 5}
  - {id: e, title: A band plays on the market, date: 1956-06, lane: town, importance: 5}
"""


def test_a_chain_is_followed_walked_and_left_by_keys(journey: Journey, exhibit: Path, twin: Twin) -> None:
    twin.show("b")
    opened(journey, twin, exhibit, "--select", "b")
    assert twin.shell.panel is not None
    panel = twin.area(twin.shell.panel).adjusted(4, 4, -24, -4)
    canvas = twin.area(twin.shell.canvas)
    # Right of the lanes' names, above the foot where notices pass, without the edge where the focus shows.
    timeline = QRect(canvas.x() + 200, canvas.y() + 120, canvas.width() - 220, canvas.height() - 220)
    alone = twin.pixels(timeline)

    journey.press("c")
    twin.do("chain.follow")
    assert twin.shell.store.state.page is PanelPage.CHAIN
    assert differing_share(twin.pixels(timeline), alone) > 0.0
    look_alike(journey, twin, panel, "the chain in words, at its second step")

    journey.press("j")
    twin.do("chain.next")
    look_alike(journey, twin, panel, "the third step")
    journey.press("j")
    twin.do("chain.next")
    assert twin.shell.store.state.selection.ids == ("d",)
    look_alike(journey, twin, panel, "the last step")

    journey.press("Escape")
    twin.do("chain.leave")
    look_alike(journey, twin, panel, "the page of the last event")
    seen = journey.settled()
    assert differing_share(pixels(seen, panel), twin.pixels(panel)) < ALIKE
    assert journey.output() == ""
