# SPDX-License-Identifier: MIT
"""What a painted scene looks like, read from its pixels."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.ui import sample_scenes
from tests.ui.sample_scenes import bar, dot, event, label, plain_scene
from timeline_app.base.geometry import Point, Rect, Size
from timeline_app.scene.items import (
    ArcShape,
    BarShape,
    Detail,
    DotShape,
    Emphasis,
    EndStyle,
    Item,
    Kind,
    Layer,
    Scene,
    Target,
    TargetKind,
    TextStyle,
)
from timeline_app.scene.link_styles import LINK_STYLES
from timeline_app.scene.roles import ITEM_ROLES
from timeline_app.ui.canvas.glyph_images import GlyphImages
from timeline_app.ui.canvas.metrics import QtMeasurer
from timeline_app.ui.canvas.painter import Painter
from timeline_app.ui.export import draw_scene_image
from timeline_app.ui.fonts import font_for, load_fonts
from timeline_app.ui.theme import THEME_NAMES, load_theme

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
SIZE = Size(240.0, 60.0)
PLUM = "#8A3F73"


@pytest.fixture(scope="module", autouse=True)
def fonts(qt_app: QApplication) -> None:
    assert load_fonts(RESOURCES / "fonts") == ()


@pytest.fixture
def brush() -> Painter:
    return Painter(load_theme(RESOURCES / "themes", "light"), QtMeasurer())


def draw(brush: Painter, *items: Item, size: Size = SIZE) -> QImage:
    return draw_scene_image(plain_scene(size, list(items)), brush)


def colour_at(image: QImage, x: float, y: float) -> str:
    return image.pixelColor(int(x), int(y)).name().upper()


def distance(first: str, second: str) -> int:
    a, b = QColor(first), QColor(second)
    return abs(a.red() - b.red()) + abs(a.green() - b.green()) + abs(a.blue() - b.blue())


def inked(image: QImage, ground: str = "#FAF7F0") -> Rect:
    """Return the rectangle about all pixels that differ visibly from the ground."""
    spots = [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if distance(colour_at(image, x, y), ground) > 40
    ]
    assert spots, "nothing was painted"
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    return Rect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


# -- bars -----------------------------------------------------------------------------------------


def solid_bar(
    left: EndStyle, right: EndStyle, *, hollow: bool = False, core: tuple[float, float] = (80.0, 160.0)
):
    return bar(20.0, 10.0, 200.0, "plum", BarShape(*core, left, right, hollow))


def test_a_known_day_is_a_rule_in_the_full_colour_of_the_lane(brush: Painter):
    image = draw(brush, solid_bar(EndStyle.SOLID, EndStyle.SOLID))
    assert [colour_at(image, x, 20) == PLUM for x in (19, 20, 22, 23)] == [False, True, True, False]
    assert [colour_at(image, x, 20) == PLUM for x in (216, 217, 219, 220)] == [False, True, True, False]
    assert colour_at(image, 120, 20) == brush.theme.colour("lane.bar", "plum")


def test_the_rule_of_a_known_day_leaves_words_free_that_pass_over_it(brush: Painter):
    rule_x, body = 218, brush.theme.colour("lane.bar", "plum")
    image = draw(brush, solid_bar(EndStyle.SOLID, EndStyle.CROSSED))
    assert [colour_at(image, rule_x, y) for y in (11, 20)] == [PLUM, body]


def test_a_doubtful_end_fades_steadily_from_nothing_to_the_body(brush: Painter):
    image = draw(brush, solid_bar(EndStyle.FADE, EndStyle.SOLID))
    body = brush.theme.colour("lane.bar", "plum")
    steps = [distance(colour_at(image, x, 20), body) for x in range(20, 84, 4)]
    assert steps == sorted(steps, reverse=True)
    assert distance(colour_at(image, 21, 20), "#FAF7F0") < 6
    assert colour_at(image, 90, 20) == body


def test_the_rule_below_a_bar_fades_with_it(brush: Painter):
    image = draw(brush, solid_bar(EndStyle.FADE, EndStyle.FADE))
    assert colour_at(image, 120, 35) == PLUM
    assert distance(colour_at(image, 50, 35), PLUM) > 60
    assert distance(colour_at(image, 190, 35), PLUM) > 60


def test_an_end_that_fades_over_less_than_a_pixel_is_still_no_edge(brush: Painter):
    image = draw(brush, solid_bar(EndStyle.FADE, EndStyle.SOLID, core=(20.0, 220.0)))
    assert distance(colour_at(image, 20, 20), "#FAF7F0") < 12
    assert colour_at(image, 31, 20) == brush.theme.colour("lane.bar", "plum")


def test_a_bar_without_a_certain_day_is_fullest_where_its_core_stands(brush: Painter):
    image = draw(brush, solid_bar(EndStyle.FADE, EndStyle.FADE, core=(60.0, 60.0)))
    body = brush.theme.colour("lane.bar", "plum")
    assert distance(colour_at(image, 60, 20), body) < 8
    assert distance(colour_at(image, 120, 20), body) > 15


def test_an_open_end_points_on(brush: Painter):
    image = draw(brush, solid_bar(EndStyle.SOLID, EndStyle.OPEN))
    assert distance(colour_at(image, 217, 22), PLUM) < 60, "the tip is at half height"
    assert colour_at(image, 217, 11) == "#FAF7F0", "and nothing above it"
    assert colour_at(image, 217, 34) == "#FAF7F0", "nor below"


def test_an_unknown_end_has_a_question_mark(brush: Painter):
    marked = draw(brush, solid_bar(EndStyle.SOLID, EndStyle.UNKNOWN))
    faded = draw(brush, solid_bar(EndStyle.SOLID, EndStyle.FADE))
    ink = brush.theme.colour("ink")
    assert any(distance(colour_at(marked, x, y), ink) < 60 for x in range(200, 220) for y in range(12, 32))
    assert not any(distance(colour_at(faded, x, y), ink) < 60 for x in range(200, 220) for y in range(12, 32))


def test_an_uncertain_span_is_a_dashed_outline_without_a_body(brush: Painter):
    image = draw(brush, solid_bar(EndStyle.SOLID, EndStyle.SOLID, hollow=True))
    assert colour_at(image, 120, 22) == "#FAF7F0"
    top = [colour_at(image, x, 10) == PLUM for x in range(24, 214)]
    changes = sum(first != second for first, second in pairwise(top))
    assert changes > 20


def test_the_dashes_keep_their_places_on_the_bar_while_it_moves(brush: Painter):
    shape = BarShape(-9000.0, 9000.0, EndStyle.SOLID, EndStyle.SOLID, hollow=True)
    before = draw(brush, bar(-7000.0, 10.0, 16000.0, "plum", shape))
    after = draw(brush, bar(-6997.0, 10.0, 16000.0, "plum", shape))
    row = [colour_at(before, x, 10) for x in range(100)]
    assert [colour_at(after, x + 3, 10) for x in range(100)] == row
    assert len(set(row)) == 2


def test_a_thin_bar_is_one_line_in_the_full_colour(brush: Painter):
    shape = BarShape(60.0, 200.0, EndStyle.FADE, EndStyle.SOLID, thin=True)
    item = Item(
        Kind.BAR, "event-bar", Layer.STRIP, Rect(20.0, 20.0, 180.0, 5.0), event(1), "", "plum", detail=shape
    )
    image = draw(brush, item)
    assert [colour_at(image, 150, y) == PLUM for y in (19, 20, 24, 25)] == [False, True, True, False]
    assert distance(colour_at(image, 22, 22), "#FAF7F0") < 20


@pytest.mark.parametrize("hollow", [False, True])
def test_a_bar_of_all_history_is_painted_where_it_is_seen(brush: Painter, hollow: bool):
    shape = BarShape(-1.0e7, 1.0e7, EndStyle.OPEN, EndStyle.OPEN, hollow)
    image = draw(brush, bar(-1.0e7, 10.0, 2.0e7, "plum", shape))
    assert any(colour_at(image, x, 35) == PLUM for x in range(10, 30))


def test_what_is_pointed_at_is_fuller_and_what_is_not_connected_fainter(brush: Painter):
    shape = BarShape(20.0, 220.0)
    plain = draw(brush, bar(20.0, 10.0, 200.0, "plum", shape))
    hovered = draw(brush, bar(20.0, 10.0, 200.0, "plum", shape, Emphasis.HOVERED))
    dimmed = draw(brush, bar(20.0, 10.0, 200.0, "plum", shape, Emphasis.DIMMED))
    away = [distance(colour_at(image, 120, 20), "#FAF7F0") for image in (dimmed, plain, hovered)]
    assert away[0] < away[1] < away[2]
    assert colour_at(hovered, 120, 20) == brush.theme.colour("lane.bar-strong", "plum")


# -- dots, arcs, frames ---------------------------------------------------------------------------


def test_a_hollow_dot_is_a_ring(brush: Painter):
    image = draw(
        brush, dot(60.0, 30.0, "plum", DotShape(8.0)), dot(120.0, 30.0, "plum", DotShape(8.0, hollow=True))
    )
    assert colour_at(image, 60, 30) == PLUM
    assert distance(colour_at(image, 120, 30), PLUM) > 100
    assert distance(colour_at(image, 126, 30), PLUM) < 40


def test_the_halo_of_a_dot_reaches_as_far_as_the_doubt_on_each_side(brush: Painter):
    image = draw(brush, dot(100.0, 30.0, "plum", DotShape(5.0, halo_left_px=20.0, halo_right_px=60.0)))
    assert distance(colour_at(image, 76, 30), "#FAF7F0") < 4
    assert distance(colour_at(image, 86, 30), "#FAF7F0") > 30
    assert distance(colour_at(image, 140, 30), "#FAF7F0") > 30
    assert distance(colour_at(image, 162, 30), "#FAF7F0") < 4


def test_a_dot_painted_from_its_image_is_the_same_each_time(brush: Painter):
    scene = plain_scene(SIZE, [dot(61.4, 30.2, "teal", DotShape(6.0), Emphasis.CONNECTED)])
    assert draw_scene_image(scene, brush) == draw_scene_image(scene, brush)


def level(shape: ArcShape, role: str = "link") -> Item:
    """Return a link along y = 30, from 20 to 220, in the style of a shape."""
    corners = Point(20.0, 30.0), Point(220.0, 30.0)
    return Item(
        Kind.ARC, role, Layer.ARC, Rect(20.0, 30.0, 200.0, 1.0), detail=shape._replace(corners=corners)
    )


def test_a_link_has_a_line_and_a_head_that_ends_where_it_ends(brush: Painter):
    known = draw(brush, level(ArcShape(())))
    line = brush.theme.colour("link-line")
    assert all(distance(colour_at(known, x, 30), line) < 220 for x in range(22, 205))
    assert colour_at(known, 214, 31) == line, "the head"
    assert colour_at(known, 223, 30) == "#FAF7F0", "nothing beyond it"


def test_a_head_of_our_own_judgement_is_hollow(brush: Painter):
    judged = draw(brush, level(ArcShape((), is_hollow=True), "link-judgement"))
    told = draw(brush, level(ArcShape(())))
    assert distance(colour_at(judged, 215, 30), brush.theme.colour("card")) < 60
    assert colour_at(told, 215, 30) == brush.theme.colour("link-line")


def test_every_kind_of_link_is_drawn_otherwise_than_every_other_without_colour(brush: Painter):
    drawn = [
        draw(brush, level(ArcShape((), *style, is_hollow), "link-judgement" if is_hollow else "link"))
        for style in LINK_STYLES.values()
        for is_hollow in (False, True)
    ]
    grey = [image.convertToFormat(QImage.Format.Format_Grayscale8) for image in drawn]
    assert all(one != other for number, one in enumerate(grey) for other in grey[:number])


def test_a_link_of_no_length_does_no_harm(brush: Painter):
    for corners in ((Point(30.0, 30.0),) * 2, (Point(30.0, 30.0),) * 4):
        arc = Item(Kind.ARC, "link", Layer.ARC, Rect(30.0, 30.0, 0.0, 0.0), detail=ArcShape(corners))
        image = draw(brush, arc, dot(160.0, 30.0, "plum", DotShape(5.0)))
        assert colour_at(image, 60, 30) == "#FAF7F0", "nothing runs away from its place"
        assert colour_at(image, 160, 30) == brush.theme.colour("lane.mark", "plum"), "what follows is drawn"


def test_only_the_selected_card_has_a_shadow(brush: Painter):
    def card(role: str) -> Item:
        return Item(Kind.CARD, role, Layer.CARD, Rect(60.0, 10.0, 100.0, 26.0), event(0), "", "plum")

    raised, plain = draw(brush, card("event-card")), draw(brush, card("hover-ring"))
    assert distance(colour_at(raised, 110, 42), "#FAF7F0") > 20
    assert colour_at(plain, 110, 42) == "#FAF7F0"
    assert colour_at(raised, 110, 22) == colour_at(plain, 110, 22) == "#FFFFFF"


def test_a_focus_ring_is_at_least_three_pixels_wide_and_leaves_what_it_surrounds_alone(brush: Painter):
    ring = Item(Kind.RING, "focus-ring", Layer.OVERLAY, Rect(40.0, 10.0, 120.0, 40.0))
    image = draw(brush, label(60.0, 12.0, "Niigata"), ring)
    focus = brush.theme.colour("focus")
    assert sum(colour_at(image, x, 30) == focus for x in range(36, 46)) >= 3
    without = draw(brush, label(60.0, 12.0, "Niigata"))
    inside = [(x, y) for x in range(48, 152) for y in range(18, 42)]
    assert [colour_at(image, *at) for at in inside] == [colour_at(without, *at) for at in inside]


def test_what_scrolls_is_cut_to_the_lanes_and_names_of_lanes_to_their_rows(brush: Painter):
    lane = Target(TargetKind.LANE, 0, 0)
    items = (
        Item(Kind.BAND, "canvas-ground", Layer.GROUND, Rect(0.0, 0.0, 240.0, 60.0)),
        Item(Kind.BAND, "lane-ground", Layer.BAND, Rect(80.0, 0.0, 160.0, 60.0), lane, "", "plum"),
        Item(Kind.TICK, "strip-mark", Layer.STRIP, Rect(60.0, 10.0, 60.0, 40.0), event(0), "", "plum"),
        Item(Kind.BAND, "lane-rule", Layer.HEAD, Rect(70.0, 0.0, 4.0, 60.0), lane, "", "plum"),
        Item(Kind.TICK, "axis-tick-major", Layer.AXIS, Rect(60.0, 2.0, 60.0, 3.0)),
    )
    scene = Scene(
        SIZE, items, Rect(80.0, 20.0, 160.0, 40.0), Rect(80.0, 0.0, 160.0, 20.0), Rect(0.0, 20.0, 80.0, 40.0)
    )
    image = draw_scene_image(scene, brush)
    assert colour_at(image, 100, 30) == PLUM
    assert colour_at(image, 100, 12) == "#FAF7F0", "above the lanes"
    assert colour_at(image, 62, 30) == "#FAF7F0", "left of the lanes"
    assert colour_at(image, 72, 30) == PLUM
    assert colour_at(image, 72, 10) == "#FAF7F0"
    assert colour_at(image, 100, 3) == brush.theme.colour("hairline-strong")
    assert colour_at(image, 70, 3) == "#FAF7F0", "the axis begins where the lanes begin"


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_hairlines_are_equally_strong_wherever_they_fall(brush: Painter, scale: float):
    xs = [10.0, 20.3, 30.5, 40.7, 50.9]
    ticks = [Item(Kind.TICK, "event-dot", Layer.MARK, Rect(x, 10.0, 1.0, 40.0), None, "", "plum") for x in xs]
    image = draw_scene_image(plain_scene(SIZE, ticks), brush, scale)
    row = [image.pixelColor(x, round(30 * scale)).name().upper() == PLUM for x in range(image.width())]
    widths = "".join("x" if painted else " " for painted in row).split()
    assert [len(width) for width in widths] == [round(scale)] * len(xs)


# -- text -----------------------------------------------------------------------------------------

TEXTS = [
    ("label", "en", "Cabinet approves departures"),
    ("label-strong", "en", "First two ships leave Niigata, P’yŏngyang"),
    ("label-date", "en", "13 Feb 1959"),
    ("axis-major", "en", "1959"),
    ("axis-second", "ja", "昭和34"),
    ("era", "en", "Secret contacts"),
    ("lane-head", "ja", "在日朝鮮人の帰国事業"),
    ("label", "ko", "재일조선인 귀국사업"),
]


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
@pytest.mark.parametrize(("font", "language", "text"), TEXTS)
def test_text_is_as_wide_as_it_was_measured(font: str, language: str, text: str, scale: float):
    measurer = QtMeasurer(scale)
    width = measurer.width_px(text, font, language)
    height = measurer.line_px(font)
    item = label(20.0, 4.0, text, font=font, language=language, role="event-label")
    item = item._replace(rect=Rect(20.0, 4.0, width, height))
    brush = Painter(load_theme(RESOURCES / "themes", "light"), measurer)
    ink = inked(draw(brush, item, size=Size(width + 60.0, height + 8.0)))
    assert ink.x == pytest.approx(20.0, abs=2.0 * scale)
    assert ink.right == pytest.approx(20.0 + width, abs=2.0 * scale)
    assert ink.y >= 3.0
    assert ink.bottom <= height + 5.0


def test_text_stands_left_centred_or_right_in_its_rectangle(brush: Painter):
    spots = [inked(draw(brush, label(20.0, 10.0, "1959", width=200.0, align=align))) for align in (-1, 0, 1)]
    assert spots[0].x == pytest.approx(20.0, abs=2)
    assert spots[1].centre.x == pytest.approx(120.0, abs=2)
    assert spots[2].right == pytest.approx(220.0, abs=2)


def test_title_and_date_stand_on_one_baseline(brush: Painter):
    title = inked(draw(brush, label(20.0, 10.0, "HHHH")))
    date = inked(draw(brush, label(20.0, 10.0, "1919", font="label-date")))
    assert title.bottom == date.bottom


def test_capitals_are_level_with_the_mark_beside_them(brush: Painter):
    words = inked(draw(brush, label(20.0, 10.0, "HHHH")))
    mark = inked(draw(brush, dot(40.0, 10.0 + 34.0 / 2, "plum", DotShape(5.0))))
    assert words.centre.y == pytest.approx(mark.centre.y, abs=1.0)


def test_a_label_that_comes_in_is_half_there(brush: Painter):
    style = TextStyle("label-strong", "en", -1, 0.5)
    whole = draw(brush, label(20.0, 10.0, "IIII", font="label-strong"))
    half = draw(brush, label(20.0, 10.0, "IIII", font="label-strong")._replace(detail=style))
    darkest = [
        min(QColor(colour_at(image, x, 27)).lightness() for x in range(20, 60)) for image in (whole, half)
    ]
    assert darkest[0] < 60
    assert darkest[1] > 120


def test_eras_are_set_in_capitals_but_not_in_japanese():
    measurer = QtMeasurer()
    assert measurer.width_px("Secret", "era", "en") == measurer.width_px("SECRET", "era", "en")
    assert measurer.width_px("Secret", "era", "ja") < measurer.width_px("SECRET", "era", "ja")


def test_the_cache_of_text_makes_room(qt_app: QApplication):
    images = GlyphImages(max_bytes=40_000)
    for number in range(60):
        images.draw(
            (f"event {number}", "label", "en", 1, 1.0), f"event {number}", font_for("label"), QColor("black")
        )
    assert 5 < len(images) < 40
    assert images.get(("event 59", "label", "en", 1, 1.0)) is not None
    assert images.get(("event 0", "label", "en", 1, 1.0)) is None
    images.clear()
    assert len(images) == 0


# -- the whole ------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme_name", THEME_NAMES)
def test_every_role_is_painted_as_every_kind_without_complaint(theme_name: str, silent_qt: list[str]):
    brush = Painter(load_theme(RESOURCES / "themes", theme_name), QtMeasurer(1.5))
    details: dict[Kind, Detail] = {
        Kind.BAR: BarShape(40.0, 90.0, EndStyle.UNKNOWN, EndStyle.OPEN),
        Kind.DOT: DotShape(5.0, halo_left_px=9.0),
        Kind.ARC: ArcShape((Point(0.0, 0.0), Point(10.0, 0.0), Point(10.0, 9.0))),
        Kind.LABEL: TextStyle("label", "en"),
    }
    items = [
        Item(
            kind,
            role,
            Layer.MARK,
            Rect(20.0, 10.0, 100.0, 24.0),
            None,
            "text",
            "teal",
            emphasis,
            details.get(kind),
        )
        for role in ITEM_ROLES
        for kind in Kind
        for emphasis in (Emphasis.NONE, Emphasis.DIMMED, Emphasis.HOVERED | Emphasis.SELECTED)
    ]
    assert not draw(brush, *items).isNull()
    assert silent_qt == []


def test_a_kind_without_its_detail_is_left_out(brush: Painter):
    empty = draw(brush)
    for kind in (Kind.BAR, Kind.ARC, Kind.LABEL):
        assert (
            draw(brush, Item(kind, "event-label", Layer.MARK, Rect(20.0, 10.0, 100.0, 24.0), text="x"))
            == empty
        )


def test_the_painter_leaves_the_toolkits_painter_as_it_was(brush: Painter):
    image = QImage(960, 300, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.translate(3.0, 4.0)
    before = (painter.transform(), painter.opacity(), painter.hasClipping(), painter.renderHints())
    brush.paint(painter, sample_scenes.bars_scene())
    assert (painter.transform(), painter.opacity(), painter.hasClipping(), painter.renderHints()) == before
    painter.end()


def test_a_second_painting_is_the_same_picture(brush: Painter):
    scene = sample_scenes.story_scene()
    assert draw_scene_image(scene, brush, 1.5) == draw_scene_image(scene, brush, 1.5)


def test_a_preview_paints_the_same_scene_through_a_transform(brush: Painter):
    scene = sample_scenes.story_scene()
    image = QImage(450, 210, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(0.5, 0.5)
    brush.paint(painter, scene, device_pixel_ratio=0.5)
    painter.end()
    assert image == draw_scene_image(scene, brush, 0.5)


def test_larger_text_has_heavier_rules():
    small, large = (
        Painter(load_theme(RESOURCES / "themes", "light"), QtMeasurer(scale)) for scale in (1.0, 3.0)
    )
    item = solid_bar(EndStyle.SOLID, EndStyle.SOLID)
    widths = [
        sum(colour_at(draw(brush, item), x, 20) == PLUM for x in range(15, 40)) for brush in (small, large)
    ]
    assert widths == [3, 6]


def test_a_scene_that_has_only_its_size_is_paper(brush: Painter):
    scene = replace(plain_scene(SIZE, []), items=())
    assert colour_at(draw_scene_image(scene, brush), 10, 10) == "#FAF7F0"
