# SPDX-License-Identifier: MIT
"""From a second of 1969 to the Big Bang and back, with the wheel, the keys and Back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect

from tests.journeys.journey import Journey
from tests.journeys.pictures import differing_share, pixels

pytestmark = pytest.mark.slow

#: Without its edges, along which a ring shows that the keyboard is there.
CANVAS = QRect(10, 76, 830, 540)
#: Another stretch of time has other labels: they change more than this of the canvas.
CHANGED = 0.002
SAME = 0.0005
EXHIBIT = """\
format: 1
title: From the beginning
languages: [en]
calendars: [hebrew]
lanes:
  sky: {title: The universe, colour: indigo}
  people: {title: People, colour: vermilion}
events:
  - {id: bang, title: The universe begins to expand, date: Y-138E8, lane: sky, importance: 5}
  - {id: step, title: First step on the Moon, date: "1969-07-21T02:56:15Z", lane: people, importance: 5}
"""


def test_out_to_the_big_bang_and_back_to_the_second(journey: Journey, exhibit: Path) -> None:
    view = "1969-07-21T02:56:10/1969-07-21T02:56:30"
    journey.start(str(exhibit), "--size", "1280x720", "--view", view)
    # Where the pointer rests nothing is raised.
    journey.hand("mousemove", "500", "300")
    start = journey.settled()
    seconds = pixels(start, CANVAS)

    journey.hand("click", "--repeat", "48", "--delay", "15", "5")
    journey.look_until(lambda seen: differing_share(pixels(seen, CANVAS), seconds) > CHANGED, "other times")
    ages = journey.settled()
    journey.press("alt+Left")
    journey.look_until(lambda seen: differing_share(pixels(seen, CANVAS), seconds) < SAME, "the second again")

    # Out and back without a pause is one gesture, which returns by itself.
    wheel = ("--repeat", "48", "--delay", "15")
    journey.hand("click", *wheel, "5", "click", *wheel, "4")
    journey.look_until(
        lambda seen: differing_share(pixels(seen, CANVAS), seconds) < SAME, "the second once more"
    )
    back = journey.settled()
    assert differing_share(pixels(back, CANVAS), pixels(ages, CANVAS)) > CHANGED


def test_at_the_closest_view_the_program_says_so(journey: Journey, exhibit: Path) -> None:
    view = "1969-07-21T02:56:10/1969-07-21T02:56:19"
    journey.start(str(exhibit), "--size", "1280x720", "--view", view)
    journey.hand("mousemove", "500", "300")
    before = journey.settled()
    foot = QRect(0, 560, 860, 66)
    journey.hand("click", "4")
    journey.look_until(
        lambda seen: differing_share(pixels(seen, foot), pixels(before, foot)) > 0.02,
        "a word at the canvas's foot",
    )
    journey.look_until(
        lambda seen: differing_share(pixels(seen, foot), pixels(before, foot)) < SAME, "it to go"
    )
    after = journey.settled()
    assert differing_share(pixels(after, CANVAS), pixels(before, CANVAS)) < SAME, "no closer than before"
