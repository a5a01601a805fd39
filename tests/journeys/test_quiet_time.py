# SPDX-License-Identifier: MIT
"""Folding quiet time with a key and by the menu, opening what is folded, and finding it folded the next time."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect

from tests.journeys.exhibits import VOYAGES
from tests.journeys.journey import Journey
from tests.journeys.pictures import differing_share, pixels

pytestmark = pytest.mark.slow

CANVAS = QRect(10, 76, 830, 540)
OVERVIEW = QRect(10, 640, 830, 60)
CHANGED = 0.002
SAME = 0.0005
#: Zoom in and out, show everything, the opening view and the calendars stand above it.
FOLD, OPEN = 5, 6
EXHIBIT = (
    VOYAGES
    + """\
  - {id: c, title: Land, date: 1902-08-09, lane: sea}
  - {id: d, title: Home again, date: 1903-01-12, lane: sea}
  - {id: g, title: Home at last, date: 1962-01-12, lane: sea}
"""
)


def through_the_menu(journey: Journey, downs: int) -> None:
    """Press an entry of the View menu by keys alone; entries that are greyed out are passed over."""
    journey.press("F10")
    journey.settled()
    journey.hand("key", "Down", "Right")
    journey.settled()
    journey.hand("key", *["Down"] * downs)
    journey.settled()
    journey.hand("key", "Return")


def test_fold_and_open_by_key_and_menu(journey: Journey, exhibit: Path) -> None:
    journey.start(str(exhibit), "--size", "1280x720", "--view", "1898/1964")
    journey.hand("mousemove", "640", "30")
    at_first = pixels(journey.settled(), CANVAS)
    journey.press("0")
    journey.look_until(lambda seen: differing_share(pixels(seen, CANVAS), at_first) > CHANGED, "all of it")
    plain = journey.settled()
    ages, small = pixels(plain, CANVAS), pixels(plain, OVERVIEW)

    journey.press("q")
    journey.look_until(lambda seen: differing_share(pixels(seen, CANVAS), ages) > CHANGED, "a break")
    folded = journey.settled()
    assert differing_share(pixels(folded, OVERVIEW), small) > CHANGED
    torn = pixels(folded, CANVAS)

    journey.press("q")
    journey.look_until(lambda seen: differing_share(pixels(seen, CANVAS), ages) < SAME, "all time again")

    through_the_menu(journey, FOLD)
    journey.hand("mousemove", "640", "30")
    journey.look_until(lambda seen: differing_share(pixels(seen, CANVAS), torn) < SAME, "the break again")

    through_the_menu(journey, OPEN)
    journey.hand("mousemove", "640", "30")
    journey.look_until(lambda seen: differing_share(pixels(seen, CANVAS), torn) > CHANGED, "the open stretch")


def test_an_exhibit_is_folded_again_the_next_time(journey: Journey, exhibit: Path) -> None:
    journey.start(str(exhibit), "--size", "1280x720", "--view", "1898/1964")
    journey.press("q")
    journey.settled()
    folded = journey.look()
    journey.press("ctrl+q")
    assert journey.wait_for_end() == 0
    again = journey.start(str(exhibit), "--size", "1280x720", "--view", "1898/1964")
    # The line that says what has been folded is not said again.
    above = QRect(150, 80, 600, 40)
    assert differing_share(pixels(again, above), pixels(folded, above)) < 0.2
