# SPDX-License-Identifier: MIT
"""By keyboard alone: list the events in view, sort them by title, choose one, and go on from it on the timeline.

What must then be seen is shown by a twin in which the event is selected without any list.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect

from tests.journeys.exhibits import HARBOUR
from tests.journeys.journey import Journey
from tests.journeys.pictures import differing_share, pixels
from tests.journeys.twin import CHANGED, Twin, look_alike, opened

pytestmark = pytest.mark.slow

EXHIBIT = (
    HARBOUR
    + """\
events:
  - {id: a, title: Water rises in the old harbour, date: 1951-06, lane: town, importance: 5}
  - {id: b, title: Nets are mended on the pier, date: 1953-06, lane: office, importance: 5}
  - {id: c, title: Boats are bought for the bay, date: 1955-06, lane: town, importance: 5}
  - {id: d, title: Accounts are drawn up at last, date: 1957-06, lane: office, importance: 5}
"""
)


def panel_of(twin: Twin) -> QRect:
    """Return the panel without its edge."""
    return twin.area(twin.shell.panel_frame).adjusted(8, 8, -8, -8)


def test_an_event_is_chosen_in_the_list_and_followed_on_the_timeline(
    journey: Journey, exhibit: Path, twin: Twin
) -> None:
    opened(journey, twin, exhibit)
    panel = panel_of(twin)
    introduction = pixels(journey.settled(), panel)
    journey.hand("mousemove", "640", "30")
    journey.press("t")
    journey.look_until(lambda seen: differing_share(pixels(seen, panel), introduction) > CHANGED, "the list")

    # Back over the heads of evidence and lane to that of the title, and into the table again.
    by_date = pixels(journey.settled(), panel)
    journey.hand("key", "shift+Tab", "shift+Tab", "shift+Tab", "Return")
    journey.look_until(lambda seen: differing_share(pixels(seen, panel), by_date) > CHANGED, "another order")
    journey.hand("key", "Tab", "Tab", "Tab", "Home", "Down")
    by_title = pixels(journey.settled(), panel)
    journey.hand("key", "Escape")
    # By title the boats come second.
    twin.show("c")
    boats = pixels(look_alike(journey, twin, panel, "the event's page beside the timeline"), panel)
    assert differing_share(boats, by_title) > CHANGED

    journey.hand("key", "Right")
    twin.do("select.next-in-time")
    assert twin.shell.store.state.selection.ids == ("d",)
    accounts = pixels(look_alike(journey, twin, panel, "the next event in time"), panel)
    assert differing_share(accounts, boats) > CHANGED
