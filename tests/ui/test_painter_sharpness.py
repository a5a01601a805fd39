# SPDX-License-Identifier: MIT
"""Sharp on every screen: hairlines on whole device pixels, images made for its pixels and copied one to one."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.sample_scenes import bar, dot, label, plain_scene
from timeline_app.base.geometry import Rect, Size
from timeline_app.base.places import resource_root
from timeline_app.scene.items import (
    BarShape,
    DotShape,
    EndStyle,
    FoldedShape,
    Item,
    Kind,
    Layer,
    Scene,
    Target,
    TargetKind,
)
from timeline_app.ui.canvas.backing import Backing
from timeline_app.ui.canvas.inks import Inks
from timeline_app.ui.canvas.metrics import QtMeasurer
from timeline_app.ui.canvas.painter import Painter
from timeline_app.ui.fonts import font_for, load_fonts
from timeline_app.ui.theme import load_theme

RATIOS = [1.0, 1.25, 1.5, 2.0]
SIZE = Size(240.0, 80.0)
Pixels = npt.NDArray[np.uint32]


@pytest.fixture(scope="module", autouse=True)
def fonts(qt_app: QApplication) -> None:
    assert load_fonts(resource_root() / "fonts") == ()


@pytest.fixture
def brush() -> Painter:
    return Painter(load_theme(resource_root() / "themes", "light"), QtMeasurer())


def pixels_of(image: QImage) -> Pixels:
    """Return an image's rows of pixels."""
    rgb = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(rgb.constBits(), np.uint32).reshape(rgb.height(), -1).copy()


def painted(brush: Painter, ratio: float, *items: Item) -> Pixels:
    """Paint items as a widget on such a screen does."""
    scene: Scene = plain_scene(SIZE, list(items))
    size = QSize(round(SIZE.w), round(SIZE.h))
    return pixels_of(Backing().picture(scene, brush, size, ratio))


def inked(pixels: Pixels) -> Pixels:
    """Return the part of a picture that is not its ground."""
    rows, columns = np.nonzero(pixels != pixels[0, 0])
    return pixels[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]


def upright(x: float, width: float) -> Item:
    return Item(Kind.LINE, "grid-major", Layer.GRID, Rect(x, 10.0, width, 60.0))


def level(y: float, height: float) -> Item:
    return Item(Kind.LINE, "axis-line", Layer.AXIS, Rect(10.0, y, 220.0, height))


def badge(x: float, y: float) -> Item:
    target = Target(TargetKind.FOLDED, 7, 0, "12")
    shape = FoldedShape(0, 1, 12)
    return Item(Kind.BADGE, "badge", Layer.LABEL, Rect(x, y, 30.0, 16.0), target, "+12", "plum", detail=shape)


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("place", [20.0, 20.1, 20.37, 20.5, 20.63, 20.9])
def test_hairlines_are_one_or_two_whole_device_pixels(brush: Painter, ratio: float, place: float) -> None:
    # After the point of an open end, which is painted with smooth edges.
    shape = BarShape(60.0, 200.0, EndStyle.SOLID, EndStyle.OPEN)
    arrow = bar(60.0, 30.0, 150.0, "plum", shape)
    before = painted(brush, ratio, arrow)
    for line in (upright(place, 1.0), level(place, 1.0)):
        after = painted(brush, ratio, arrow, line)
        changed = np.nonzero(after != before)
        assert len(changed[0])
        across = changed[1] if line.rect.w < line.rect.h else changed[0]
        assert len(np.unique(across)) == max(round(ratio), 1)
        assert np.unique(across)[0] == round(place * ratio)
        on_ground = before[changed] == before[0, 0]
        # One colour, and that of the line: nothing is spread over two pixels at half its strength.
        assert len(np.unique(after[changed][on_ground])) == 1


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("kind", ["words", "dot", "badge"])
def test_images_are_copied_pixel_by_pixel_wherever_they_stand(
    brush: Painter, ratio: float, kind: str
) -> None:
    def at(x: float, y: float) -> Item:
        if kind == "words":
            return label(x, y, "Meetings ask to go")
        return dot(x, y, "plum", DotShape(5.0)) if kind == "dot" else badge(x, y)

    first = inked(painted(brush, ratio, at(20.0, 20.0)))
    for x, y in ((20.37, 20.0), (33.5, 20.61), (41.9, 27.25), (47.77, 31.13)):
        assert np.array_equal(inked(painted(brush, ratio, at(x, y))), first)


@pytest.mark.parametrize("ratio", RATIOS)
def test_words_look_as_if_written_on_the_screen_itself(brush: Painter, ratio: float) -> None:
    words = "Meetings ask to go"
    image = QImage(round(SIZE.w * ratio), round(SIZE.h * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    item = label(20.0, 20.0, words)
    ground = painted(brush, ratio, item)
    image.fill(QColor(int(ground[0, 0])))
    ink = Inks(brush.theme).of("event-label").text.colour
    font = font_for("label", "en", 1.0)
    painter = QPainter(image)
    painter.setFont(font)
    painter.setPen(ink)
    baseline = 20.0 + QtMeasurer().baseline_px("label", item.rect.h)
    painter.drawText(QPointF(round(20.0 * ratio) / ratio, round(baseline * ratio) / ratio), words)
    painter.end()
    written, copied = inked(pixels_of(image)), inked(ground)
    assert written.shape == copied.shape
    apart = np.abs(written.view(np.uint8).astype(int) - copied.view(np.uint8).astype(int))
    # Blended once more on the way, a colour may be a step off; a letter may stand a quarter of a pixel beside.
    assert np.count_nonzero(apart > 3) <= 0.03 * apart.size


@pytest.mark.parametrize("ratio", [1.25, 1.5, 2.0])
def test_a_finer_screen_gets_more_detail_and_no_blown_up_image(brush: Painter, ratio: float) -> None:
    item = label(20.0, 20.0, "Meetings ask to go")
    coarse, fine = inked(painted(brush, 1.0, item)), inked(painted(brush, ratio, item))
    for axis in (0, 1):
        assert abs(fine.shape[axis] - coarse.shape[axis] * ratio) <= math.ceil(2 * ratio)
    rows = np.minimum((np.arange(fine.shape[0]) / ratio).astype(int), coarse.shape[0] - 1)
    columns = np.minimum((np.arange(fine.shape[1]) / ratio).astype(int), coarse.shape[1] - 1)
    assert np.count_nonzero(coarse[rows][:, columns] != fine) > 0.1 * fine.size


@pytest.mark.parametrize("ratio", RATIOS)
def test_a_widgets_picture_reaches_the_screen_as_it_is(
    qt_app: QApplication, brush: Painter, ratio: float
) -> None:
    scene = plain_scene(SIZE, [label(20.3, 20.6, "Meetings ask to go"), upright(100.3, 1.0)])
    size = QSize(round(SIZE.w), round(SIZE.h))
    picture = Backing().picture(scene, brush, size, ratio)
    assert picture.size() == size * ratio
    screen = QImage(size * ratio, QImage.Format.Format_RGB32)
    screen.setDevicePixelRatio(ratio)

    class Shown(QWidget):
        def paintEvent(self, event: object) -> None:  # noqa: N802 — Qt's name
            painter = QPainter(self)
            painter.drawImage(0, 0, picture)
            painter.end()

    widget = Shown()
    widget.resize(size)
    widget.render(screen)
    assert np.array_equal(pixels_of(screen), pixels_of(picture))
