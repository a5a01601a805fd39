# SPDX-License-Identifier: MIT
"""Small pictures of hand-made scenes in every theme: what a painter's change does to them must be looked at."""

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.ui import sample_scenes
from timeline_app.scene.items import Scene
from timeline_app.ui.canvas.metrics import QtMeasurer
from timeline_app.ui.canvas.painter import Painter
from timeline_app.ui.export import draw_scene_image
from timeline_app.ui.fonts import load_fonts
from timeline_app.ui.theme import THEME_NAMES, load_theme

PICTURES = Path(__file__).parent / "pictures"
RESOURCES = Path(__file__).resolve().parents[2] / "resources"
WRITE = "TIMELINE_WRITE_GOLDENS"

#: A pixel counts as changed from this difference in one channel on; so many may change: edges, on another processor.
CHANNEL_TOLERANCE = 20
CHANGED_SHARE = 0.001

SCENES: dict[str, Callable[[], Scene]] = {
    "bars": sample_scenes.bars_scene,
    "marks": sample_scenes.marks_scene,
    "story": sample_scenes.story_scene,
    "overview": sample_scenes.overview_scene,
    "evidence": sample_scenes.evidence_scene,
}


@pytest.fixture(scope="module", autouse=True)
def fonts() -> QCoreApplication:
    app = QApplication.instance() or QApplication(["tests"])
    assert load_fonts(RESOURCES / "fonts") == ()
    return app


def draw(scene_name: str, theme_name: str, scale: float) -> QImage:
    brush = Painter(load_theme(RESOURCES / "themes", theme_name), QtMeasurer())
    return draw_scene_image(SCENES[scene_name](), brush, scale)


def pixels(image: QImage) -> npt.NDArray[np.int16]:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(image.constBits(), np.uint8)
    return flat.reshape(image.height(), image.bytesPerLine() // 4, 4)[:, : image.width(), :3].astype(np.int16)


def check(image: QImage, name: str, tmp_path: Path) -> None:
    path = PICTURES / f"{name}.png"
    if os.environ.get(WRITE) == "1":
        path.parent.mkdir(exist_ok=True)
        assert image.save(str(path))
        return
    if not path.exists():
        pytest.fail(f"There is no picture {name} yet: make goldens, look at it, commit it")
    before, now = pixels(QImage(str(path))), pixels(image)
    if before.shape != now.shape:
        pytest.fail(
            f"{name} was {before.shape[1]}×{before.shape[0]} and is {now.shape[1]}×{now.shape[0]} pixels"
        )
    changed = np.abs(before - now).max(axis=2) > CHANNEL_TOLERANCE
    if changed.mean() > CHANGED_SHARE:
        image.save(str(tmp_path / path.name))
        rows, columns = np.nonzero(changed)
        where = f"x {columns.min()}–{columns.max()}, y {rows.min()}–{rows.max()}"
        pytest.fail(
            f"{name}: {changed.mean():.2%} of it changed ({where}); now {tmp_path / path.name}; make goldens"
        )


@pytest.mark.parametrize("theme_name", THEME_NAMES)
@pytest.mark.parametrize("scene_name", SCENES)
def test_scenes_look_as_they_did(scene_name: str, theme_name: str, tmp_path: Path) -> None:
    check(draw(scene_name, theme_name, 1.0), f"{scene_name}-{theme_name}", tmp_path)


def test_evidence_is_told_apart_in_grey(tmp_path: Path) -> None:
    grey = draw("evidence", "light", 1.0).convertToFormat(QImage.Format.Format_Grayscale8)
    check(grey, "evidence-grey", tmp_path)


def test_a_sharp_screen_shows_the_same_scene_in_more_detail(tmp_path: Path) -> None:
    check(draw("story", "light", 1.5), "story-light-150", tmp_path)
