# SPDX-License-Identifier: MIT
"""By keyboard alone: to a date, mark it, elsewhere by the name of a command, back to the mark, and where one was."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect

from tests.journeys.exhibits import VOYAGES
from tests.journeys.journey import Journey
from tests.journeys.pictures import Pixels, differing_share, pixels

pytestmark = pytest.mark.slow

#: The years and the first lane, without the edge where the focus shows and the foot where notices pass.
ABOVE = QRect(160, 80, 600, 200)
CHANGED = 0.01
SAME = 0.001
EXHIBIT = VOYAGES


def seen(journey: Journey) -> Pixels:
    """Return what is seen of time and events, once nothing moves."""
    return pixels(journey.settled(), ABOVE)


def until_like(journey: Journey, wanted: Pixels, what: str) -> None:
    """Look until time and events are seen as they were."""
    journey.look_until(lambda picture: differing_share(pixels(picture, ABOVE), wanted) < SAME, what)


def write(journey: Journey, key: str, words: str) -> None:
    """Open a dialog by its key, write, and press Enter; the keyboard finds its way by itself."""
    before = pixels(journey.look(), ABOVE)
    journey.hand("key", key)
    journey.look_until(lambda picture: differing_share(pixels(picture, ABOVE), before) > CHANGED, "a dialog")
    journey.settled()
    journey.hand("type", words)
    journey.settled()
    journey.hand("key", "Return")


def test_to_a_date_and_back_by_keys_alone(journey: Journey, exhibit: Path) -> None:
    journey.start(str(exhibit), "--size", "1280x720", "--view", "1950/1970")
    journey.hand("mousemove", "640", "30")
    journey.press("0")
    everything = seen(journey)

    write(journey, "ctrl+g", "august 1961")
    journey.look_until(lambda picture: differing_share(pixels(picture, ABOVE), everything) > CHANGED, "1961")
    august = seen(journey)
    assert differing_share(august, everything) > CHANGED
    journey.hand("key", "ctrl+d")

    write(journey, "ctrl+shift+p", "everything show")
    until_like(journey, everything, "the whole exhibit")

    journey.hand("key", "ctrl+shift+d")
    until_like(journey, august, "the marked place")
    journey.hand("key", "alt+Left")
    until_like(journey, everything, "where one was before")

    journey.hand("key", "question")
    journey.look_until(
        lambda picture: differing_share(pixels(picture, ABOVE), everything) > CHANGED, "the keys"
    )
    journey.hand("key", "Escape")
    until_like(journey, everything, "the timeline again")
    assert journey.output() == ""
