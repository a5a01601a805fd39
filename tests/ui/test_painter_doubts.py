# SPDX-License-Identifier: MIT
"""How single doubts are painted: glow, ring, twins, signs beside a dot, pale bodies."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.ui.sample_scenes import bar, dot, plain_scene
from tests.ui.test_painter import PLUM, SIZE, colour_at, distance, draw, inked
from timeline_app.base.geometry import Rect
from timeline_app.scene.items import BarShape, DotShape, Emphasis, EndStyle, Item, Kind, Layer
from timeline_app.ui.canvas.metrics import QtMeasurer
from timeline_app.ui.canvas.painter import Painter
from timeline_app.ui.export import draw_scene_image
from timeline_app.ui.fonts import load_fonts
from timeline_app.ui.theme import load_theme

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture(scope="module", autouse=True)
def fonts(qt_app: QApplication) -> None:
    assert load_fonts(RESOURCES / "fonts") == ()


@pytest.fixture
def brush() -> Painter:
    return Painter(load_theme(RESOURCES / "themes", "light"), QtMeasurer())


def dot_image(brush: Painter, shape: DotShape) -> QImage:
    return draw(brush, dot(120.0, 30.0, "plum", shape))


def test_an_approximate_dot_glows_out_to_twice_its_radius(brush: Painter):
    image = dot_image(brush, DotShape(6.0, soft=True))
    assert colour_at(image, 120, 30) == PLUM
    away = [distance(colour_at(image, 120 + px, 30), "#FAF7F0") for px in (5, 8, 11, 14)]
    assert away[0] > away[1] > away[2] > 10
    assert away[3] == 0


def test_a_dot_both_uncertain_and_approximate_is_a_ring_that_glows(brush: Painter):
    image = dot_image(brush, DotShape(6.0, hollow=True, soft=True))
    assert distance(colour_at(image, 120, 30), PLUM) > 100
    assert distance(colour_at(image, 124, 30), PLUM) < 60
    assert distance(colour_at(image, 129, 30), "#FAF7F0") > 20


def test_dates_that_fall_together_are_two_dots_with_a_rim_between(brush: Painter):
    single, twin = (inked(dot_image(brush, DotShape(6.0, twin=is_twin))) for is_twin in (False, True))
    assert twin.h == single.h
    assert twin.w == pytest.approx(single.w + 2 * 0.7 * 6.0, abs=2.0)
    hollow = dot_image(brush, DotShape(6.0, hollow=True, twin=True))
    assert distance(colour_at(hollow, 124, 30), PLUM) > 100


@pytest.mark.parametrize("end", [EndStyle.OPEN, EndStyle.UNKNOWN])
def test_a_dot_has_the_sign_of_its_end_on_that_side(brush: Painter, end: EndStyle):
    plain = inked(dot_image(brush, DotShape(5.0)))
    left = inked(dot_image(brush, DotShape(5.0, left=end)))
    right = inked(dot_image(brush, DotShape(5.0, right=end)))
    assert plain.x - 12.0 < left.x < plain.x - 3.0
    assert left.right == pytest.approx(plain.right, abs=1.0)
    assert plain.right + 3.0 < right.right < plain.right + 12.0
    assert right.x == pytest.approx(plain.x, abs=1.0)


def test_a_dots_other_ends_show_nothing(brush: Painter):
    assert dot_image(brush, DotShape(5.0, left=EndStyle.SOLID)) == dot_image(brush, DotShape(5.0))


def test_the_doubt_about_a_hollow_dot_has_no_line_through_it(brush: Painter):
    solid, hollow = (
        dot_image(brush, DotShape(5.0, hollow, halo_left_px=30.0, halo_right_px=30.0))
        for hollow in (False, True)
    )
    assert distance(colour_at(solid, 132, 30), "#FAF7F0") > 2 * distance(
        colour_at(hollow, 132, 30), "#FAF7F0"
    )
    assert distance(colour_at(hollow, 132, 28), "#FAF7F0") > 20


def test_a_stretch_within_which_something_lies_is_pale_and_has_no_rule(brush: Painter):
    body = [Item(Kind.BAR, "event-bar", Layer.BAR, Rect(20.0, 10.0, 200.0, 26.0), None, "", "plum",
                 Emphasis.NONE, BarShape(20.0, 220.0, EndStyle.FADE, EndStyle.FADE, pale=is_pale))
            for is_pale in (False, True)]  # fmt: skip
    plain, pale = draw(brush, body[0]), draw(brush, body[1])
    away = [distance(colour_at(image, 120, 20), "#FAF7F0") for image in (plain, pale)]
    assert away[1] == pytest.approx(away[0] / 2, abs=3)
    assert colour_at(plain, 120, 35) == PLUM
    assert colour_at(pale, 120, 35) == colour_at(pale, 120, 20)


def test_a_bar_both_uncertain_and_approximate_is_dashed_over_a_pale_body(brush: Painter):
    shape = BarShape(20.0, 220.0, EndStyle.SOLID, EndStyle.SOLID, hollow=True, pale=True)
    image = draw(brush, bar(20.0, 10.0, 200.0, "plum", shape))
    empty = draw(brush, bar(20.0, 10.0, 200.0, "plum", shape._replace(pale=False)))
    assert colour_at(empty, 120, 22) == "#FAF7F0"
    assert 10 < distance(colour_at(image, 120, 22), "#FAF7F0") < 100
    top = {colour_at(image, x, 10) for x in range(60, 90)}
    assert PLUM in top
    assert len(top) > 1


def test_two_fades_that_meet_leave_no_edge(brush: Painter):
    # Known best is the very beginning: the fade still takes a little room.
    shape = BarShape(20.0, 20.0, EndStyle.FADE, EndStyle.UNKNOWN)
    image = draw(brush, bar(20.0, 10.0, 200.0, "plum", shape))
    away = [distance(colour_at(image, x, 20), "#FAF7F0") for x in (20, 25, 30)]
    assert away[0] < away[1] < away[2]


def test_dashes_grow_with_the_text():
    shape = BarShape(20.0, 220.0, hollow=True)
    beats = []
    for text_scale in (1.0, 3.0):
        brush = Painter(load_theme(RESOURCES / "themes", "light"), QtMeasurer(text_scale))
        image = draw_scene_image(plain_scene(SIZE, [bar(20.0, 10.0, 200.0, "plum", shape)]), brush)
        line = [colour_at(image, x, 11) == PLUM for x in range(30, 210)]
        beats.append(sum(first != second for first, second in pairwise(line)))
    assert beats[0] == pytest.approx(2 * beats[1], abs=4)
