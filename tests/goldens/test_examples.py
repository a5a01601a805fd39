# SPDX-License-Identifier: MIT
"""The example exhibits as scenes: deep time at eight zooms, and Caesar's March beside our own calendar."""

from functools import cache
from pathlib import Path

import pytest

from tests.goldens.scene_text import drawn, listed
from tests.goldens.test_doubts import draw
from tests.goldens.test_pictures import check, fonts
from tests.stages import plain_surface, stage_of
from timeline_app.base.geometry import Size
from timeline_app.base.places import example_exhibit
from timeline_app.content.reader import read_exhibit
from timeline_app.model.document import Document
from timeline_app.scene.items import Scene
from timeline_app.scene.stage import Stage
from timeline_app.scene.surface import Surface
from timeline_app.state.opening import view_of_text
from timeline_app.ui.canvas.metrics import QtMeasurer

__all__ = ["fonts"]

SIZE = (1_260.0, 630.0)
HEADS_PX = 154.0

ZOOMS = {
    "whole": "Y-14E9/Y1E9",
    "earth": "Y-46E8/2030",
    "animals": "Y-6E8/2030",
    "since-the-impact": "Y-7E7/2030",
    "people": "Y-4E6/2030",
    "farming": "Y-12000/2030",
    "century": "1900/2030",
    "seconds": "2017-08-17T12:40:00Z/2017-08-17T12:42:00Z",
}
MARCH = "julian:-0043-03-01/julian:-0043-03-31"


@cache
def document_of(name: str) -> Document:
    """Return an example as it is read."""
    document = read_exhibit(example_exhibit(name)).document
    assert document is not None
    return document


def shown(name: str, view: str, surface: Surface | None = None) -> tuple[Scene, Stage]:
    """Return an example's scene at a view, and the stage it was made on."""
    stage = stage_of(document_of(name), surface or plain_surface(*SIZE), HEADS_PX)
    return stage.scene(view_of_text(view, document_of(name).date_settings)), stage


@pytest.mark.parametrize("zoom", ZOOMS)
def test_deep_time_at_eight_zooms(golden, zoom):
    scene, _ = shown("big-bang", ZOOMS[zoom])
    golden(f"scene-big-bang-{zoom}.txt", drawn(scene))


def test_march_in_both_calendars(golden):
    scene, stage = shown("caesar", MARCH)
    golden("scene-caesar-march.txt", f"{drawn(scene)}\n{listed(scene, stage.fitted.showing)}")
    texts = [item.text for item in scene.items]
    assert "March 44 BC" in texts
    assert "Julian" in texts


def painted(name: str, view: str) -> Scene:
    """Return an example's scene as the window measures it."""
    return shown(name, view, Surface(Size(1_000.0, 560.0), QtMeasurer(), 1.0))[0]


@pytest.mark.parametrize("zoom", ["whole", "earth", "farming"])
def test_deep_time_looks_as_it_did(zoom, tmp_path: Path):
    check(draw(painted("big-bang", ZOOMS[zoom]), "light"), f"big-bang-{zoom}-light", tmp_path)


def test_march_in_both_calendars_looks_as_it_did(tmp_path: Path):
    check(draw(painted("caesar", MARCH), "light"), "caesar-march-light", tmp_path)
