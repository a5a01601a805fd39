# SPDX-License-Identifier: MIT
"""What lanes looked like, collapsed, hidden, pinned, carried and scrolled, when somebody last looked at them."""

from pathlib import Path

import pytest

from tests.goldens.scene_text import drawn, listed
from tests.goldens.test_pictures import RESOURCES, check, fonts
from tests.sample_documents import document_of
from tests.stages import ENGLISH, plain_surface
from timeline_app.base.geometry import Size
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.model.lane_state import LaneState
from timeline_app.model.showing import Showing
from timeline_app.scene.highlight import Highlight
from timeline_app.scene.lane_marks import Carried, LaneMarks
from timeline_app.scene.stage import Stage
from timeline_app.scene.surface import Surface
from timeline_app.scene.view import View
from timeline_app.ui.canvas.metrics import QtMeasurer
from timeline_app.ui.canvas.painter import Painter
from timeline_app.ui.export import draw_scene_image
from timeline_app.ui.theme import THEME_NAMES, load_theme

__all__ = ["fonts"]

TOWN, OFFICE, CREW, SEA, PRESS, QUARTER = range(6)
ARRANGED = LaneState(
    order=("town", "sea", "office", "crew", "press", "quarter"),
    hidden=frozenset({"press"}),
    collapsed=frozenset({"office", "quarter"}),
    pinned=("quarter", "sea"),
)
FIFTIES = View.between(seconds_from_civil(1949), seconds_from_civil(1961))
MARKS = LaneMarks(hovered=TOWN, focused=OFFICE, has_ring=True)
CARRYING = LaneMarks(hovered=SEA, carried=Carried(SEA, 150.0, TOWN, 200.0))


def port() -> Showing:
    lanes = {
        "town": {"title": "The town and its council", "colour": "plum"},
        "office": {"title": "The harbour office", "colour": "teal"},
        "crew": {"title": "The crew", "colour": "moss", "parent": "office"},
        "sea": {"title": "The sea", "colour": "indigo"},
        "press": {"title": "The press", "colour": "slate"},
        "quarter": {"title": "The old quarter", "colour": "ochre"},
    }
    events = [
        {
            "id": f"{lane}-{year}",
            "date": f"{year}-{3 + place:02}-10" if year % 3 else f"{year}~",
            "title": f"{spec['title'].split()[1].capitalize()} in {year}",
            "lane": lane,
            "importance": 1 + (year + place) % 5,
        }
        for year in range(1950, 1960)
        for place, (lane, spec) in enumerate(lanes.items())
    ]
    return Showing(document_of({"title": "Port", "lanes": lanes, "events": events}))


def stage_of_lanes(surface: Surface, heads_px: float, state: LaneState = ARRANGED) -> Stage:
    stage = Stage(ENGLISH)
    stage.fit(port(), surface, heads_px, lanes=state)
    stage.finish()
    return stage


@pytest.mark.parametrize(
    ("name", "size", "heads_px", "marks", "scroll_px", "mirrored"),
    [
        ("beside", (900.0, 420.0), 150.0, MARKS, 0.0, False),
        ("scrolled", (900.0, 250.0), 150.0, LaneMarks(), 30.0, False),
        ("carried", (900.0, 420.0), 150.0, CARRYING, 0.0, False),
        ("within", (420.0, 420.0), 0.0, MARKS, 0.0, False),
        ("right-to-left", (900.0, 420.0), 150.0, MARKS, 0.0, True),
    ],
)
def test_lanes_are_laid_out_as_they_were(golden, name, size, heads_px, marks, scroll_px, mirrored):
    stage = stage_of_lanes(plain_surface(*size, mirrored=mirrored), heads_px)
    scene = stage.scene(FIFTIES.scrolled_to(scroll_px), Highlight(lanes=marks))
    golden(f"scene-lanes-{name}.txt", f"{drawn(scene)}\n{listed(scene, stage.fitted.showing)}")


@pytest.mark.parametrize(
    ("name", "theme_name", "size", "heads_px", "marks", "scroll_px", "text_scale"),
    [
        *((f"beside-{theme}", theme, (900.0, 420.0), 168.0, MARKS, 0.0, 1.0) for theme in THEME_NAMES),
        ("scrolled-light", "light", (900.0, 260.0), 168.0, LaneMarks(), 30.0, 1.0),
        ("carried-light", "light", (900.0, 420.0), 168.0, CARRYING, 0.0, 1.0),
        ("within-light", "light", (420.0, 420.0), 0.0, MARKS, 0.0, 1.0),
        ("large-light", "light", (1_300.0, 620.0), 240.0, MARKS, 0.0, 2.0),
    ],
)
def test_lanes_look_as_they_did(
    name, theme_name, size, heads_px, marks, scroll_px, text_scale, tmp_path: Path
):
    measurer = QtMeasurer(text_scale)
    stage = stage_of_lanes(Surface(Size(*size), measurer, text_scale), heads_px)
    scene = stage.scene(FIFTIES.scrolled_to(scroll_px), Highlight(lanes=marks))
    brush = Painter(load_theme(RESOURCES / "themes", theme_name), measurer)
    check(draw_scene_image(scene, brush, 1.0), f"lanes-{name}", tmp_path)
