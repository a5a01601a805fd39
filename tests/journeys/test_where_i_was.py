# SPDX-License-Identifier: MIT
"""Where I was: an exhibit is left by its own window and opened again; a copied link shows the same to another run."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from tests.journeys.exhibits import FERRY
from tests.journeys.journey import ROOT, Journey
from tests.journeys.pictures import differing_share, pixels
from timeline_app.base.places import kept_places_folder
from timeline_app.state.kept_place_files import load_place

pytestmark = pytest.mark.slow

EXHIBIT = FERRY
WIDTH, HEIGHT, HEADER = 1280, 720, 64
#: Below the header: its Back leads to what was seen in this run alone.
BELOW = QRect(0, HEADER, WIDTH, HEIGHT - HEADER)
LINK = "timeline://the-ferry/1953/1955?select=b&lane=town&v=1"
SAME = 0.002


def rested(journey: Journey) -> QImage:
    journey.hand("mousemove", "300", "20")
    return journey.settled()


def alike(seen: QImage, wanted: QImage) -> bool:
    return differing_share(pixels(seen, BELOW), pixels(wanted, BELOW)) < SAME


def test_an_exhibit_is_opened_as_it_was_left_and_afresh_as_it_was_made(
    journey: Journey, exhibit: Path
) -> None:
    size = ("--size", f"{WIDTH}x{HEIGHT}")
    journey.start(str(exhibit), *size)
    made = rested(journey)
    # Pan, zoom, and select.
    journey.press("d", "w", "Right", "Right")
    journey.settled()
    left = rested(journey)
    assert not alike(left, made)
    journey.press("ctrl+q")
    assert journey.wait_for_end() == 0
    kept = load_place(kept_places_folder(), exhibit)
    assert kept is not None
    assert len(kept.selected) == 1

    journey.start(str(exhibit), *size)
    # To the timeline: nothing manages windows here, and the ring about the event in hand comes with the keyboard.
    journey.press("F6")
    journey.hand("mousemove", "300", "20")
    journey.look_until(lambda seen: alike(seen, left), "the view that was left")
    journey.press("ctrl+q")
    assert journey.wait_for_end() == 0

    journey.start(str(exhibit), *size, "--fresh")
    journey.hand("mousemove", "300", "20")
    journey.look_until(lambda seen: alike(seen, made), "the exhibit as it was made")


def test_a_link_shows_the_same_in_two_runs(journey: Journey, exhibit: Path) -> None:
    size = ("--size", f"{WIDTH}x{HEIGHT}")
    journey.start(str(exhibit), LINK, *size)
    first = rested(journey)
    journey.press("0")
    journey.look_until(lambda seen: not alike(seen, first), "the whole exhibit")
    journey.press("ctrl+q")
    assert journey.wait_for_end() == 0
    # The exhibit has been looked at: its name alone leads to it, from anywhere.
    assert ROOT not in exhibit.parents
    journey.start(LINK, *size)
    journey.hand("mousemove", "300", "20")
    journey.look_until(lambda seen: alike(seen, first), "what the link shows")
