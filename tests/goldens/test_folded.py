# SPDX-License-Identifier: MIT
"""How many events look when somebody last looked: the important is named, the rest is density and badges."""

import json
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from tests.goldens.scene_text import drawn
from tests.goldens.test_pictures import check
from tests.sample_documents import document_of
from tests.stages import ENGLISH, items_of_dump, of_role, plain_surface, shape_of, target_of
from timeline_app.base.geometry import Size
from timeline_app.chrono.instant import seconds_from_civil, year_start_s
from timeline_app.cli.demo_exhibit import events, header
from timeline_app.model.document import Document
from timeline_app.model.showing import Showing
from timeline_app.scene.dump import dump_scene
from timeline_app.scene.folded import folded_list
from timeline_app.scene.folded_stretch import FoldedStretch
from timeline_app.scene.stage import Stage
from timeline_app.scene.surface import Surface
from timeline_app.scene.view import View
from timeline_app.ui.canvas.metrics import QtMeasurer
from timeline_app.ui.canvas.painter import Painter
from timeline_app.ui.export import draw_scene_image
from timeline_app.ui.fonts import load_fonts
from timeline_app.ui.theme import load_theme

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
DECADES = View.between(year_start_s(1880), year_start_s(1910))
VIEWS = {
    "whole": None,
    "decades": DECADES,
    "season": View.between(seconds_from_civil(1893, 3, 1), seconds_from_civil(1893, 9, 1)),
}
_KEPT: dict[int, Document] = {}


def made_up(count: int) -> Document:
    """Return the demonstration exhibit of so many events; its seed is 1."""
    if count not in _KEPT:
        _KEPT[count] = document_of({**header(count, 1), "events": list(events(count, 1))})
    return _KEPT[count]


def staged(count: int, surface: Surface, heads_px: float = 154.0) -> Stage:
    stage = Stage(ENGLISH)
    stage.fit(Showing(made_up(count)), surface, heads_px)
    stage.finish()
    return stage


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("count", [100, 10_000])
def test_few_and_many_events(golden, count, name):
    stage = staged(count, plain_surface(1_204.0, 612.0))
    scene = stage.scene(VIEWS[name] or stage.whole_view())
    golden(f"scene-folded-{count}-{name}.txt", drawn(scene))


def test_the_list_behind_a_badge(golden):
    stage = staged(10_000, plain_surface(1_204.0, 612.0))
    view = DECADES
    badges = [item for item in of_role(stage.scene(view), "badge") if target_of(item).lane == 5]
    zoom, showing = stage.time_scale(view).seconds_per_px, stage.fitted.showing
    lines = []
    for badge in badges:
        first_s, last_s, _ = shape_of(badge)
        found = folded_list(stage, FoldedStretch("weather", first_s, last_s, zoom), ENGLISH)
        lines.append(found.heading)
        lines.extend(f"  {showing.label(int(ordinal)).text}" for ordinal in found.ordinals)
    golden("list-folded.txt", "\n".join(lines) + "\n")


def test_the_dump_of_badges(golden):
    stage = staged(10_000, plain_surface(1_204.0, 612.0))
    view = DECADES
    dumped = dump_scene(stage.scene(view), view, "1880/1910", stage.fitted.showing, stage.fold)
    badges = [item for item in items_of_dump(dumped) if item["kind"] == "badge"]
    golden("dump-folded.txt", "".join(f"{json.dumps(badge)}\n" for badge in badges))


@pytest.fixture(scope="module")
def fonts() -> QCoreApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(["tests"])
    assert load_fonts(RESOURCES / "fonts") == ()
    return app


@pytest.mark.parametrize(
    ("name", "theme", "text_scale"),
    [
        ("light", "light", 1.0),
        ("dark", "dark", 1.0),
        ("high-contrast", "high-contrast", 1.0),
        ("200", "light", 2.0),
    ],
)
def test_ten_thousand_events_are_calm(fonts: QCoreApplication, tmp_path: Path, name, theme, text_scale):
    del fonts
    measurer = QtMeasurer(text_scale)
    surface = Surface(Size(900.0, 420.0), measurer, text_scale)
    stage = staged(10_000, surface, 150.0 * text_scale)
    scene = stage.scene(stage.whole_view())
    brush = Painter(load_theme(RESOURCES / "themes", theme), measurer)
    check(draw_scene_image(scene, brush, 1.0), f"folded-{name}", tmp_path)
