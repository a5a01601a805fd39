# SPDX-License-Identifier: MIT
"""Pictures of all sorts as they come out of their files: grey, transparent, turned by their camera, pressed, paged."""

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageIOHandler, QImageWriter
from PySide6.QtWidgets import QApplication

from tests.ui.facsimile_bench import plain_picture
from timeline_app.ui.facsimile import picture_sheet
from timeline_app.ui.facsimile.faults import Abandoned, Abandonment, Unshowable
from timeline_app.ui.facsimile.picture_sheet import PictureSheet
from timeline_app.ui.facsimile.proved_file import prove
from timeline_app.ui.facsimile.pyramid import TileId
from timeline_app.ui.facsimile.sheet import SheetRequest, open_sheet
from timeline_app.ui.facsimile.watched_device import WatchedDevice

FIRST = TileId(0, 0, 0)


@pytest.fixture(autouse=True)
def app(qt_app: QApplication) -> QApplication:
    return qt_app


def opened(folder: Path, name: str, page: int = 1, abandonment: Abandonment | None = None) -> PictureSheet:
    return PictureSheet(prove(folder, name), page, abandonment or Abandonment())


def prepared(folder: Path, name: str) -> PictureSheet:
    sheet = opened(folder, name)
    for _ in sheet.prepare():
        pass
    return sheet


def test_what_is_transparent_stands_on_white(tmp_path: Path) -> None:
    image = QImage(40, 20, QImage.Format.Format_ARGB32)
    image.fill(QColor(255, 0, 0, 0))
    image.setPixelColor(3, 3, QColor(0, 0, 255, 128))
    image.save(str(tmp_path / "a.png"))
    sheet = prepared(tmp_path, "a.png")
    shown = sheet.overview()
    assert not shown.hasAlphaChannel()
    assert shown.pixelColor(0, 0).name() == "#ffffff"
    assert shown.pixelColor(3, 3).blue() == 255
    assert 100 < shown.pixelColor(3, 3).red() < 150
    sheet.close()


@pytest.mark.parametrize(
    "kind",
    [QImage.Format.Format_Mono, QImage.Format.Format_Grayscale8, QImage.Format.Format_Grayscale16],
)
def test_a_picture_without_colours_is_kept_without_them(tmp_path: Path, kind: QImage.Format) -> None:
    image = QImage(3000, 2000, QImage.Format.Format_Grayscale8)
    image.fill(0)
    image.convertToFormat(kind).save(str(tmp_path / "a.png"))
    sheet = prepared(tmp_path, "a.png")
    assert sheet.overview().format() is QImage.Format.Format_Grayscale8
    assert sheet.tile(FIRST).format() is QImage.Format.Format_Grayscale8
    assert sheet.tile(FIRST).pixelColor(5, 5).name() == "#000000"
    sheet.close()


def test_a_picture_that_its_camera_held_aside_stands_upright(tmp_path: Path) -> None:
    writer = QImageWriter(str(tmp_path / "a.jpg"))
    writer.setTransformation(QImageIOHandler.Transformation.TransformationRotate90)
    writer.setQuality(95)
    assert writer.write(plain_picture(200, 100))
    sheet = prepared(tmp_path, "a.jpg")
    assert (sheet.pyramid.width_px, sheet.pyramid.height_px) == (100, 200)
    # Red stood at the upper left; turned clockwise it stands at the upper right.
    assert sheet.overview().pixelColor(90, 10).red() > 150
    assert sheet.overview().pixelColor(90, 10).green() < 40
    sheet.close()


def test_a_large_picture_is_kept_as_pressed_tiles_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_sheet, "KEPT_WHOLE_BYTES", 1_000_000)
    plain_picture(210, 140).scaled(2100, 1400).save(str(tmp_path / "a.png"))
    sheet = opened(tmp_path, "a.png")
    steps = sheet.prepare()
    next(steps)
    before = sheet.tile(TileId(0, 4, 2))
    for _ in steps:
        pass
    after = sheet.tile(TileId(0, 4, 2))
    assert before.size() == after.size()
    assert (after.width(), after.height()) == (2100 - 4 * 512, 1400 - 2 * 512)
    assert sheet.tile(FIRST).pixelColor(100, 100).red() == pytest.approx(0xAA, abs=3)
    assert sheet.overview().width() == 1050
    sheet.close()


def test_strips_meet_without_a_seam_when_a_picture_is_halved(tmp_path: Path) -> None:
    image = QImage(1801, 1999, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    image.save(str(tmp_path / "a.png"))
    sheet = prepared(tmp_path, "a.png")
    shown = sheet.overview()
    assert (shown.width(), shown.height()) == (901, 1000)
    assert {shown.pixelColor(x, y).name() for x in (0, 450, 900) for y in range(1000)} == {"#336699"}
    sheet.close()


def test_abandoned_work_ends_at_its_next_step(tmp_path: Path) -> None:
    plain_picture(300, 300).save(str(tmp_path / "a.png"))
    abandonment = Abandonment()
    sheet = opened(tmp_path, "a.png", abandonment=abandonment)
    abandonment.tell()
    with pytest.raises(Abandoned):
        next(sheet.prepare())
    sheet.close()


def test_a_device_gives_nothing_once_it_is_abandoned(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"0123456789" * 10_000)
    abandonment = Abandonment()
    device = WatchedDevice(tmp_path / "a", abandonment)
    assert (device.size(), device.isSequential()) == (100_000, False)
    assert device.read(3).data() == b"012"
    assert device.seek(50_007)
    assert device.read(2).data() == b"78"
    abandonment.tell()
    assert device.seek(90_000)
    assert device.read(5).data() == b""
    device.close()


def test_pages_of_a_tiff_are_counted(tmp_path: Path) -> None:
    plain_picture(30, 20).save(str(tmp_path / "a.tif"))
    sheet = open_sheet(SheetRequest(tmp_path, "a.tif"), Abandonment())
    assert sheet.page_count == 1
    sheet.close()
    with pytest.raises(Unshowable, match="no-such-page"):
        open_sheet(SheetRequest(tmp_path, "a.tif", 2), Abandonment())


def test_a_picture_that_is_exactly_one_pixel_is_shown(tmp_path: Path) -> None:
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(b"png")).write(plain_picture(1, 1))
    (tmp_path / "dot.png").write_bytes(bytes(kept.data()))
    sheet = prepared(tmp_path, "dot.png")
    assert (sheet.overview().width(), sheet.overview().height()) == (1, 1)
    sheet.close()
