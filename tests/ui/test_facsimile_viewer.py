# SPDX-License-Identifier: MIT
"""A facsimile under wheel, mouse, fingers, keys and buttons; what is painted, named and let go."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.facsimile_exhibit import write_pdf
from tests.ui.canvas_bench import touch_screen
from tests.ui.facsimile_bench import ViewerBench, picture_of, plain_picture
from tests.ui.panel_setup import accessible, description_of, look, name_of
from timeline_app.base.geometry import Point, Rect
from timeline_app.base.text_value import ShownText
from timeline_app.model.media_views import PictureView, RightsView
from timeline_app.ui.facsimile.sheet_view import SheetView

RED, GREEN, BLUE = "#aa0000", "#00aa00", "#0000aa"


@pytest.fixture
def bench(qt_app: QApplication) -> Iterator[ViewerBench]:
    made = ViewerBench(qt_app, 400, 400)
    yield made
    made.close()


@pytest.fixture
def picture(tmp_path: Path) -> PictureView:
    plain_picture(400, 400).save(str(tmp_path / "a.png"))
    return picture_of(tmp_path, "a.png")


def view_of(bench: ViewerBench) -> SheetView:
    view = bench.viewer.canvas.view
    assert view is not None
    return view


@pytest.mark.parametrize("suffix", ["png", "jpg", "tif", "webp"])
def test_each_kind_of_picture_is_shown(bench: ViewerBench, tmp_path: Path, suffix: str) -> None:
    assert plain_picture(400, 400).save(str(tmp_path / f"a.{suffix}"))
    bench.open(picture_of(tmp_path, f"a.{suffix}"))
    assert not bench.said
    assert view_of(bench).page == (400, 400)
    red = bench.viewer.canvas.grab().toImage().pixelColor(100, 100)
    assert (red.red() > 140, red.green() < 40) == (True, True)


def test_a_page_of_a_pdf_is_shown_and_the_others_are_turned_to(bench: ViewerBench, tmp_path: Path) -> None:
    write_pdf(tmp_path / "minutes.pdf", 3)
    bench.open(picture_of(tmp_path, "minutes.pdf", page=2))
    assert bench.viewer.page_label.text() == "Page 2 of 3"
    bench.viewer.page_on.click()
    bench.wait()
    assert bench.viewer.page_label.text() == "Page 3 of 3"
    assert not bench.viewer.page_on.isEnabled()
    bench.viewer.canvas.setFocus()
    bench.press(Qt.Key.Key_PageUp)
    bench.wait()
    assert bench.viewer.page_label.text() == "Page 2 of 3"


def test_a_pdf_is_drawn_anew_where_it_is_enlarged(bench: ViewerBench, tmp_path: Path) -> None:
    write_pdf(tmp_path / "minutes.pdf", 1)
    bench.open(picture_of(tmp_path, "minutes.pdf"))
    sheet = bench.viewer.reader.sheet
    assert sheet is not None
    assert sheet.pyramid.overview_level == 2
    bench.viewer.canvas.zoom(8.0)
    bench.settle()
    assert view_of(bench).scale > 0.8
    assert bench.viewer.reader.tile(sheet.pyramid.tiles_in(0, view_of(bench).part)[0]) is not None


def test_a_region_is_shown_first_outlined_and_the_rest_is_dimmed(bench: ViewerBench, tmp_path: Path) -> None:
    plain_picture(400, 400).save(str(tmp_path / "a.png"))
    bench.open(picture_of(tmp_path, "a.png", region=(0.0, 0.0, 0.25, 0.25)))
    assert bench.viewer.canvas.region == Rect(0, 0, 100, 100)
    bench.viewer.canvas.fit()
    bench.settle()
    assert bench.colour_at(50, 50) == RED
    assert bench.colour_at(160, 160) not in {RED, "#ffffff"}
    assert not bench.viewer.region.isHidden()
    bench.viewer.canvas.zoom(3.0)
    bench.viewer.canvas.turn(1)
    bench.viewer.region.click()
    bench.settle()
    assert view_of(bench).part.w < 400
    assert view_of(bench).part.x == pytest.approx(0)


def test_a_region_stays_in_sight_when_the_window_changes_until_the_reader_goes_elsewhere(
    bench: ViewerBench, tmp_path: Path
) -> None:
    plain_picture(800, 800).save(str(tmp_path / "a.png"))
    bench.open(picture_of(tmp_path, "a.png", region=(0.5, 0.5, 0.25, 0.25)))
    bench.viewer.set_height_px(300)
    bench.app.processEvents()
    region = bench.viewer.canvas.region
    assert region is not None
    assert view_of(bench).centre == region.centre
    bench.viewer.canvas.zoom(2.0)
    bench.settle()
    centre, scale = view_of(bench).centre, view_of(bench).scale
    bench.viewer.set_height_px(500)
    bench.app.processEvents()
    assert (view_of(bench).centre, view_of(bench).scale) == (pytest.approx(centre), scale)


def test_the_wheel_zooms_where_the_pointer_has_moved_and_else_scrolls_the_page(
    bench: ViewerBench, picture: PictureView
) -> None:
    bench.open(picture)
    assert not bench.wheel(100, 100, 120)
    bench.move(100, 100)
    held = view_of(bench).on_page(Point(100, 100))
    assert bench.wheel(100, 100, 120)
    assert view_of(bench).scale > 1.0
    assert view_of(bench).on_page(Point(100, 100)) == pytest.approx(held)
    assert bench.wheel(100, 100, -120)
    assert not bench.wheel(100, 100, -120)


def test_the_mouse_drags_and_a_double_click_comes_closer(bench: ViewerBench, picture: PictureView) -> None:
    bench.open(picture)
    canvas = bench.viewer.canvas
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    bench.settle()
    assert view_of(bench).scale == pytest.approx(1.5**2)
    held = view_of(bench).on_page(Point(200, 200))
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    QTest.mouseMove(canvas, QPoint(230, 190))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(230, 190))
    assert view_of(bench).in_window(held) == pytest.approx(Point(230, 190), abs=1)


def test_two_fingers_three_times_as_far_apart_enlarge_three_times(
    bench: ViewerBench, picture: PictureView
) -> None:
    bench.open(picture)
    canvas = bench.viewer.canvas
    touch = QTest.touchEvent(canvas, touch_screen(), False)
    touch.press(0, QPoint(150, 200), canvas).press(1, QPoint(250, 200), canvas).commit()
    touch = QTest.touchEvent(canvas, touch_screen(), False)
    touch.move(0, QPoint(50, 200), canvas).move(1, QPoint(350, 200), canvas).commit()
    assert view_of(bench).scale == pytest.approx(3.0)
    touch = QTest.touchEvent(canvas, touch_screen(), False)
    touch.release(0, QPoint(50, 200), canvas).release(1, QPoint(350, 200), canvas).commit()
    assert view_of(bench).scale == pytest.approx(3.0)


def test_keys_zoom_walk_turn_and_fit(bench: ViewerBench, picture: PictureView) -> None:
    bench.open(picture)
    bench.viewer.canvas.setFocus()
    bench.press(Qt.Key.Key_Plus)
    bench.settle()
    assert view_of(bench).scale == pytest.approx(1.5)
    before = view_of(bench).centre
    bench.press(Qt.Key.Key_Right)
    bench.settle()
    assert view_of(bench).centre.x > before.x
    bench.press(Qt.Key.Key_PageDown)
    bench.settle()
    assert view_of(bench).part.bottom == pytest.approx(400)
    bench.press(Qt.Key.Key_R)
    assert view_of(bench).turns == 1
    bench.press(Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    assert view_of(bench).turns == 0
    bench.press(Qt.Key.Key_0)
    bench.settle()
    assert view_of(bench).is_fitted
    bench.press(Qt.Key.Key_Minus)
    assert view_of(bench).is_fitted


def test_a_turned_page_is_painted_turned(bench: ViewerBench, picture: PictureView) -> None:
    bench.open(picture)
    assert (bench.colour_at(50, 50), bench.colour_at(350, 50), bench.colour_at(50, 350)) == (RED, GREEN, BLUE)
    bench.viewer.turn.click()
    assert (bench.colour_at(350, 50), bench.colour_at(350, 350), bench.colour_at(50, 50)) == (
        RED,
        GREEN,
        BLUE,
    )


def test_tiles_of_a_large_picture_come_and_meet(bench: ViewerBench, tmp_path: Path) -> None:
    plain_picture(500, 500).scaled(5000, 5000).save(str(tmp_path / "large.png"))
    bench.open(picture_of(tmp_path, "large.png"))
    sheet = bench.viewer.reader.sheet
    assert sheet is not None
    assert sheet.pyramid.overview_level == 2
    bench.viewer.canvas.zoom(8.0)
    bench.settle()
    tiles = sheet.pyramid.tiles_in(0, view_of(bench).part)
    assert all(bench.viewer.reader.tile(tile) is not None for tile in tiles)
    middle = bench.viewer.canvas.grab().toImage()
    colours = {middle.pixelColor(x, 40).name() for x in range(10, 190, 7)}
    assert colours == {RED}


def test_buttons_offer_only_what_can_be_done(bench: ViewerBench, picture: PictureView) -> None:
    bench.open(picture)
    viewer = bench.viewer
    assert viewer.closer.isEnabled()
    assert not viewer.farther.isEnabled()
    assert not viewer.whole.isEnabled()
    assert viewer.region.isHidden()
    assert viewer.page_on.isHidden()
    viewer.closer.click()
    bench.settle()
    assert viewer.farther.isEnabled()
    viewer.whole.click()
    bench.settle()
    assert view_of(bench).is_fitted
    names = [button.accessibleName() for button in viewer.buttons.buttons]
    assert len(set(names)) == len(names)


def test_credit_and_rights_stand_under_the_picture_whatever_is_shown(
    bench: ViewerBench, tmp_path: Path
) -> None:
    rights = RightsView(ShownText("The office", "en"), "CC BY 4.0", None)
    plain_picture(40, 40).save(str(tmp_path / "a.png"))
    bench.open(picture_of(tmp_path, "a.png", credit=ShownText("An archive, box 7", "en"), rights=rights))
    told = "\n".join(paragraph.text for paragraph in bench.viewer.caption.paragraphs)
    assert told == "Picture: An archive, box 7\nRights: The office. Licence: CC BY 4.0. "
    bench.open(picture_of(tmp_path, "gone.png"))
    assert "no credit" in bench.viewer.caption.paragraphs[0].text


def test_those_who_hear_it_have_the_description_and_the_words(bench: ViewerBench, tmp_path: Path) -> None:
    plain_picture(40, 40).save(str(tmp_path / "a.png"))
    bench.open(picture_of(tmp_path, "a.png", alt=ShownText("A letter", "en")), "The ships are ready.")
    node = accessible(bench.viewer.canvas)
    assert (name_of(node), description_of(node)) == ("A letter", "The ships are ready.")
    assert node.role() == QAccessible.Role.Graphic


def test_reduced_motion_goes_there_at_once(bench: ViewerBench, picture: PictureView) -> None:
    bench.viewer.fill(picture, "", replace(look(), reduced_motion=True))
    bench.wait()
    bench.viewer.canvas.zoom(1.0)
    assert view_of(bench).scale == pytest.approx(1.5)


def test_a_picture_that_is_left_before_it_is_open_is_never_shown(bench: ViewerBench, tmp_path: Path) -> None:
    plain_picture(400, 400).save(str(tmp_path / "a.png"))
    plain_picture(200, 100).save(str(tmp_path / "b.png"))
    bench.viewer.fill(picture_of(tmp_path, "a.png"), "", look())
    bench.open(picture_of(tmp_path, "b.png"))
    assert view_of(bench).page == (200, 100)


def test_what_is_cleared_ends_its_thread_and_its_process(bench: ViewerBench, tmp_path: Path) -> None:
    write_pdf(tmp_path / "minutes.pdf", 1)
    bench.open(picture_of(tmp_path, "minutes.pdf"))
    working = [thread for thread in threading.enumerate() if thread.name == "facsimile"]
    assert working
    bench.viewer.clear()
    for thread in working:
        thread.join(20)
    assert not any(thread.is_alive() for thread in working)
    assert bench.viewer.canvas.view is None
    assert not bench.viewer.reader.is_busy
