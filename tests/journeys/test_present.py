# SPDX-License-Identifier: MIT
"""In front of a class: a tour of ten stops on two screens, and by real keys on one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from benchmarks.two_screens import platform
from tests.goldens.test_pictures import check
from tests.journeys.journey import Journey
from tests.journeys.pictures import differing_share, pixels

ROOT = Path(__file__).resolve().parents[2]
LIMIT_S = 120
WHOLE = QRect(0, 0, 960, 540)
STEPS = [
    "01-start", "02-stop", "02-step-1", "02-step-2", "03-stop", "04-stop", "05-stop", "06-stop", "07-stop", "08-stop",
    "09-stop", "10-stop", "11-typed", "12-black", "13-spotlight", "14-frozen", "15-exploring", "16-returned",
    "17-unplugged", "18-notes", "19-replugged", "20-swapped", "21-end",
]  # fmt: skip
BESIDE = {"audience": "wall", "presenter": "desk"}


class Walked:
    """What was noted of a walk, and the pictures that the class saw."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        done = subprocess.run(
            [sys.executable, "-m", "tests.journeys.presented", str(folder)],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": platform(folder)},
            capture_output=True,
            text=True,
            check=False,
            timeout=LIMIT_S,
        )
        assert done.returncode == 0, done.stderr
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        self.noted: dict[str, dict[str, Any]] = {line["step"]: line for line in lines}

    def picture(self, step: str) -> QImage:
        """Return what the class saw at a step, in the size in which it is kept."""
        found = QImage(str(self.folder / f"{step}.png"))
        assert not found.isNull(), step
        return found

    def differ(self, first: str, second: str) -> float:
        """Return how much of the class's picture is another one."""
        one, other = (pixels(self.picture(step), WHOLE) for step in (first, second))
        return differing_share(one, other)


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Walked:
    return Walked(tmp_path_factory.mktemp("presented"))


@pytest.mark.parametrize("step", STEPS[:-1])
def test_the_class_sees_what_it_saw(walked: Walked, step: str, tmp_path: Path) -> None:
    check(walked.picture(step), f"present-{step}", tmp_path)


def test_nothing_but_its_window_is_ever_on_the_screen_of_the_class(walked: Walked) -> None:
    assert list(walked.noted) == STEPS
    alone = {"17-unplugged": {"audience": "desk"}, "18-notes": {"audience": "desk"}}
    swapped = {"20-swapped": {"audience": "desk", "presenter": "wall"}, "21-end": {"main-window": "desk"}}
    for step, noted in walked.noted.items():
        assert noted["windows"] == {**alone, **swapped}.get(step, BESIDE), step
        has_presenter = "presenter" in noted["windows"]
        assert noted["keyboard"] == ("presenter" if has_presenter else next(iter(noted["windows"]))), step
    assert walked.noted["01-start"]["sizes"] == {"audience": [1920, 1080], "presenter": [1280, 800]}
    assert walked.noted["20-swapped"]["sizes"] == {"audience": [1280, 800], "presenter": [1920, 1080]}


def test_each_key_leads_where_it_should(walked: Walked) -> None:
    at = {step: (noted["stop"], noted["shown"]) for step, noted in walked.noted.items()}
    assert at["02-step-2"] == (2, 2)
    assert at["10-stop"] == (10, 0)
    assert at["11-typed"] == (3, 0)
    assert at["13-spotlight"] == (3, 0)
    assert at["14-frozen"] == (4, 0)
    assert walked.noted["15-exploring"]["is_away"]
    assert not walked.noted["16-returned"]["is_away"]
    assert {at[step] for step in STEPS[15:]} == {(4, 0)}


def test_the_class_sees_a_picture_of_its_own_while_one_looks_ahead(walked: Walked) -> None:
    assert walked.differ("14-frozen", "11-typed") == 0.0
    assert walked.differ("14-frozen", "16-returned") > 0.01
    assert walked.differ("15-exploring", "16-returned") > 0.01
    assert walked.differ("19-replugged", "16-returned") == 0.0
    assert not pixels(walked.picture("12-black"), WHOLE).any()


# -- on one screen ------------------------------------------------------------------------------------

EXHIBIT = """\
title: Two ferries
lanes:
  town:
    title: Town
    colour: teal
events:
  - id: pier
    title: A pier is built
    date: "1950"
    lane: town
  - id: deal
    title: The owners agree
    date: "1955-03-01"
    lane: town
  - id: ferry
    title: The first ferry sails
    date: "1960-05-01"
    lane: town
tours:
  short:
    title: The short way
    minutes: 3
    stops:
      - event: pier
        notes: Begin at the water.
      - event: deal
      - event: ferry
"""
SCREEN = QRect(0, 0, 1920, 1080)
SAME = 0.0003
CHANGED = 0.001


def keys(journey: Journey, *names: str) -> None:
    """Press keys in the only window that can be seen; there is no window manager that would give it the keyboard."""
    journey.hand("windowfocus", "--sync", seen(journey)[0], "key", *names)


def seen(journey: Journey) -> list[str]:
    """Return all windows with a name that can be seen."""
    return journey.hand("search", "--onlyvisible", "--name", ".+").split()


def until_other(journey: Journey, before: QImage, what: str) -> QImage:
    known = pixels(before, SCREEN)
    journey.look_until(lambda now: differing_share(pixels(now, SCREEN), known) > CHANGED, what)
    return journey.settled()


def is_like(one: QImage, other: QImage) -> bool:
    return differing_share(pixels(one, SCREEN), pixels(other, SCREEN)) < SAME


@pytest.mark.slow
def test_one_screen_is_enough_by_the_keys_of_a_clicker(journey: Journey, exhibit: Path) -> None:
    desk = journey.start(str(exhibit), "--size", "1280x720", "--fresh")
    journey.hand("mousemove", "1900", "1070")
    keys(journey, "F5")
    first = until_other(journey, desk, "the first stop")
    (window,) = seen(journey)
    assert journey.hand("getwindowname", window) == "For the audience — Timeline"
    # It fills the screen, and no pointer lies on it.
    assert first.pixelColor(1919, 1079) == first.pixelColor(1500, 1079)
    keys(journey, "Next")
    second = until_other(journey, first, "the second stop")
    keys(journey, "period")
    black = until_other(journey, second, "black")
    assert not pixels(black, SCREEN).any()
    keys(journey, "Next")
    assert is_like(until_other(journey, black, "the second stop again"), second)
    keys(journey, "Prior")
    assert is_like(until_other(journey, second, "the first stop again"), first)
    keys(journey, "shift+n")
    noted = until_other(journey, first, "the notes")
    # The hall ends above them, and its type is as large as before.
    title = QRect(1100, 0, 800, 240)
    assert differing_share(pixels(noted, title), pixels(first, title)) < SAME
    keys(journey, "3", "Return")
    until_other(journey, noted, "the third stop")
    # Nothing is opened before the class.
    keys(journey, "question", "ctrl+shift+p", "F10")
    journey.settled()
    assert seen(journey) == [window]
    keys(journey, "Escape")
    journey.until(lambda: len(seen(journey)) == 1 and seen(journey) != [window], "the desk alone")
