# SPDX-License-Identifier: MIT
"""Every doubt looks different, without any colour too: measured in grey, for each pair, theme and lane colour."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtGui import QImage

from tests.goldens.doubt_samples import STEPS, doubts_scene, without_words
from tests.goldens.test_pictures import RESOURCES, check, fonts, pixels
from timeline_app.scene.items import Scene
from timeline_app.ui.canvas.metrics import QtMeasurer
from timeline_app.ui.canvas.painter import Painter
from timeline_app.ui.export import draw_scene_image
from timeline_app.ui.theme import THEME_NAMES, load_theme

__all__ = ["fonts"]

LEAST_STEP = 8.0
"""Lightness (L*, 0 to 100) by which a pixel must differ to count: more than three just noticeable steps of 2.3."""
LEAST_PIXELS = 16
"""So many pixels must differ: a spot of 4 by 4, a millimetre, six times what an eye resolves at arm's length."""

Grey = npt.NDArray[np.float64]


def draw(scene: Scene, theme_name: str) -> QImage:
    return draw_scene_image(scene, Painter(load_theme(RESOURCES / "themes", theme_name), QtMeasurer()), 1.0)


def lightness(image: QImage) -> Grey:
    """Return the lightness of each pixel: all that is left of it in grey."""
    blue, green, red = np.moveaxis(pixels(image) / 255.0, 2, 0)
    linear = [
        np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
        for part in (red, green, blue)
    ]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    found: Grey = np.where(luminance > 0.008856, 116.0 * np.cbrt(luminance) - 16.0, 903.3 * luminance)
    return found


def rows(scene: Scene, grey: Grey, count: int) -> list[Grey]:
    """Return what stands in each lane; all lanes are of one height."""
    grounds = [item.rect for item in scene.items if item.role == "lane-ground"][:count]
    height = min(int(rect.h) for rect in grounds)
    left = int(scene.lanes_rect.x)
    return [grey[round(rect.y) : round(rect.y) + height, left:] for rect in grounds]


@pytest.mark.parametrize("theme_name", THEME_NAMES)
@pytest.mark.parametrize("step", STEPS)
def test_every_pair_of_doubts_differs_in_grey(step: str, theme_name: str) -> None:
    names = list(STEPS[step][1])
    theme = load_theme(RESOURCES / "themes", theme_name)
    alike: list[str] = []
    for colour in theme.lanes:
        scene = without_words(doubts_scene(step, (colour,)))
        pictures = rows(scene, lightness(draw(scene, theme_name)), len(names))
        for (first, one), (second, other) in combinations(zip(names, pictures, strict=True), 2):
            differing = int((np.abs(one - other) >= LEAST_STEP).sum())
            if differing < LEAST_PIXELS:
                alike.append(f"{colour}: {first} / {second}: {differing}")
    assert alike == []


@pytest.mark.parametrize("theme_name", [*THEME_NAMES, "grey"])
@pytest.mark.parametrize("step", STEPS)
def test_doubts_look_as_they_did(step: str, theme_name: str, tmp_path: Path) -> None:
    image = draw(doubts_scene(step), "light" if theme_name == "grey" else theme_name)
    if theme_name == "grey":
        image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    check(image, f"doubts-{step}-{theme_name}", tmp_path)
