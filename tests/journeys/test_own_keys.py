# SPDX-License-Identifier: MIT
"""A key of one's own: given by keyboard alone, used, and still there in the next run; the ruler by key and by mouse."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect

from tests.journeys.exhibits import VOYAGES
from tests.journeys.journey import Journey
from tests.journeys.pictures import Pixels, differing_share, pixels
from tests.journeys.twin import has_come

pytestmark = pytest.mark.slow

#: The axis and the lanes, without the edge where the focus shows and the foot where notices pass.
LANES = QRect(180, 70, 580, 330)
CHANGED = 0.004
SAME = 0.001
EXHIBIT = VOYAGES


def until_other(journey: Journey, before: Pixels, what: str) -> Pixels:
    """Look until the lanes show something else, and return what they show once they rest."""
    journey.look_until(lambda picture: differing_share(pixels(picture, LANES), before) > CHANGED, what)
    return pixels(journey.settled(), LANES)


def until_like(journey: Journey, wanted: Pixels, what: str) -> None:
    has_come(journey, LANES, wanted, what, SAME)
    journey.settled()


def test_a_key_of_ones_own_is_given_used_and_kept(journey: Journey, exhibit: Path) -> None:
    arguments = (str(exhibit), "--size", "1280x720", "--view", "1950/1970", "--fresh")
    journey.start(*arguments)
    journey.hand("mousemove", "640", "30")
    journey.press("Escape")
    opening = pixels(journey.settled(), LANES)

    journey.hand("key", "F1")
    until_other(journey, opening, "the list of keys")
    journey.hand("type", "show everything")
    journey.settled()
    journey.hand("key", "Return")
    journey.settled()
    journey.hand("key", "y")
    journey.settled()
    journey.hand("key", "Escape")
    until_like(journey, opening, "the timeline again")
    journey.hand("key", "y")
    everything = until_other(journey, opening, "the whole exhibit")

    journey.hand("key", "ctrl+q")
    assert journey.wait_for_end() == 0
    journey.start(*arguments)
    journey.hand("mousemove", "640", "30")
    journey.press("Escape")
    until_like(journey, opening, "the opening view in the next run")
    journey.hand("key", "y")
    until_like(journey, everything, "the whole exhibit by the same key")

    # The ruler, by key: laid, moved, put away.
    journey.hand("key", "r")
    laid = until_other(journey, everything, "the ruler")
    journey.hand("key", "shift+Right")
    until_other(journey, laid, "the ruler's other end elsewhere")
    journey.hand("key", "Escape")
    until_like(journey, everything, "the timeline without the ruler")
    # And by mouse.
    journey.hand("key", "r")
    until_like(journey, laid, "the ruler again")
    journey.hand(
        "mousemove", "300", "380", "mousedown", "1", "mousemove", "340", "381", "mousemove", "600", "381"
    )
    journey.hand("mouseup", "1", "mousemove", "640", "30")
    until_other(journey, laid, "the ruler where it was drawn")
    journey.hand("key", "Escape")
    until_like(journey, everything, "the timeline as it was: the hand has measured, not moved")
