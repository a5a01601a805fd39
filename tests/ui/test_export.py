# SPDX-License-Identifier: MIT
"""Pictures as files: what is in them, that they hold shapes and text, and that a file is whole or untouched."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.ui import sample_scenes
from tests.ui.pdf_text import pdf_objects, pdf_text
from timeline_app.base.geometry import Point, Rect, Size
from timeline_app.base.messages import Message, Translator
from timeline_app.ui.canvas.metrics import QtMeasurer
from timeline_app.ui.canvas.painter import Painter
from timeline_app.ui.export import (
    PaintedPart,
    Picture,
    ScenePart,
    draw_image,
    draw_scene_image,
    write_picture,
    write_whole,
)
from timeline_app.ui.fonts import font_for, load_fonts
from timeline_app.ui.theme import load_theme

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
SVG = "{http://www.w3.org/2000/svg}"
KINDS = ("png", "svg", "pdf")


@pytest.fixture(scope="module", autouse=True)
def fonts(qt_app: QApplication) -> None:
    assert load_fonts(RESOURCES / "fonts") == ()


@pytest.fixture
def brush() -> Painter:
    return Painter(load_theme(RESOURCES / "themes", "light"), QtMeasurer())


def paint_title(painter: QPainter) -> None:
    painter.fillRect(QRectF(0.0, 0.0, 2000.0, 2000.0), QColor("#204060"))
    painter.setPen(QColor("#FFFFFF"))
    painter.setFont(font_for("heading", "en"))
    painter.drawText(20, 40, "Ships from Niigata, 1955–1984")


@pytest.fixture
def picture() -> Picture:
    return Picture(
        Size(900.0, 572.0),
        (
            PaintedPart(paint_title, Rect(0.0, 0.0, 900.0, 64.0)),
            ScenePart(sample_scenes.story_scene(), Point(0.0, 64.0)),
            ScenePart(sample_scenes.overview_scene(), Point(0.0, 484.0)),
        ),
        "Ships from Niigata",
    )


def text_of(elements: ET.Element) -> list[str]:
    return [element.text or "" for element in elements.iter(f"{SVG}text")]


def test_an_image_has_the_scenes_size_in_device_pixels(brush: Painter):
    scene = sample_scenes.overview_scene()
    assert draw_scene_image(scene, brush).size().toTuple() == (640, 88)
    large = draw_scene_image(scene, brush, 2.0)
    assert large.size().toTuple() == (1280, 176)
    assert large.devicePixelRatio() == 2.0


def test_parts_stand_where_they_belong_and_are_cut_to_their_rectangles(picture: Picture, brush: Painter):
    image = draw_image(picture, brush)
    assert image.pixelColor(800, 10).name() == "#204060"
    assert image.pixelColor(800, 63).name() == "#204060"
    assert image.pixelColor(20, 66).name().upper() == "#FAF7F0"
    assert image.pixelColor(5, 570).name().upper() == brush.theme.colour("sunken")
    assert image.pixelColor(800, 570).name().upper() == "#FAF7F0", "where no part stands is paper"


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_written_and_nothing_beside_it(kind: str, picture: Picture, brush: Painter, tmp_path: Path):
    path = tmp_path / f"picture.{kind}"
    path.write_bytes(b"old")
    assert write_picture(picture, brush, path) is None
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes()[:5] in {b"\x89PNG\r", b"<?xml", b"%PDF-"}
    assert path.stat().st_mode & 0o777 == 0o644


def test_the_ending_may_be_in_capitals(picture: Picture, brush: Painter, tmp_path: Path):
    assert write_picture(picture, brush, tmp_path / "PICTURE.PNG", 2.0) is None
    image = QImage(str(tmp_path / "PICTURE.PNG"))
    assert image.size().toTuple() == (1800, 1144)
    assert image.text("Title") == "Ships from Niigata"
    assert image.dotsPerMeterX() == 7559, "192 dots to the inch"


def test_svg_holds_text_as_text_and_no_image(picture: Picture, brush: Painter, tmp_path: Path):
    path = tmp_path / "picture.svg"
    assert write_picture(picture, brush, path) is None
    root = ET.parse(path).getroot()  # noqa: S314 — the program has just written it.
    words = text_of(root)
    assert "Ships from Niigata, 1955–1984" in words
    assert "Calcutta agreement signed" in words
    assert "SECRET CONTACTS" in words
    assert {"1958", "1959", "1960"} <= set(words)
    assert list(root.iter(f"{SVG}image")) == []
    assert root.get("viewBox") == "0 0 900 572"
    assert (root.get("width"), root.get("height")) == ("900", "572")
    assert root.findtext(f"{SVG}title") == "Ships from Niigata"


def test_svg_text_keeps_its_width_without_our_fonts(picture: Picture, brush: Painter, tmp_path: Path):
    path = tmp_path / "picture.svg"
    assert write_picture(picture, brush, path) is None
    root = ET.parse(path).getroot()  # noqa: S314 — the program has just written it.
    found = next(
        element for element in root.iter(f"{SVG}text") if element.text == "Calcutta agreement signed"
    )
    measured = QtMeasurer().width_px("Calcutta agreement signed", "label-strong", "en")
    assert float(found.get("textLength", "0")) == pytest.approx(measured, abs=0.01)
    assert found.get("font-family") == "'Inter', 'Noto Sans JP', 'Noto Sans KR', sans-serif"
    title = next(element for element in root.iter(f"{SVG}text") if (element.text or "").startswith("Ships"))
    assert (title.get("font-family") or "").startswith("'Source Serif 4'")
    assert (title.get("font-family") or "").endswith(", serif")


def test_svg_can_be_read_and_shows_the_same_ground(picture: Picture, brush: Painter, tmp_path: Path):
    path = tmp_path / "picture.svg"
    assert write_picture(picture, brush, path) is None
    image = QImage(900, 572, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    renderer = QSvgRenderer(str(path))
    assert renderer.isValid()
    renderer.render(painter)
    painter.end()
    expected = draw_image(picture, brush)
    for x, y in ((800, 30), (160, 110), (446, 397), (5, 560), (148, 200)):
        shown, meant = image.pixelColor(x, y), expected.pixelColor(x, y)
        # The shade over the overview is rounded differently.
        assert abs(shown.red() - meant.red()) + abs(shown.blue() - meant.blue()) <= 3, (x, y)


def test_pdf_holds_text_that_can_be_searched_and_no_image(picture: Picture, brush: Painter, tmp_path: Path):
    path = tmp_path / "picture.pdf"
    assert write_picture(picture, brush, path) is None
    pdf = path.read_bytes()
    words = pdf_text(pdf).splitlines()
    assert "Ships from Niigata, 1955–1984" in words
    assert "Calcutta agreement signed" in words
    assert "13 Aug 1959" in words
    assert "昭和" in words
    assert {"33", "34", "35"} <= set(words), "the digits beside an era keep their text"
    assert not any(re.search(rb"/Subtype\s*/Image", body) for body in pdf_objects(pdf).values())


def test_pdf_in_japanese_and_korean_keeps_its_digits(brush: Painter, tmp_path: Path):
    path = tmp_path / "marks.pdf"
    scene = sample_scenes.marks_scene()
    assert write_picture(Picture(scene.size, (ScenePart(scene),)), brush, path) is None
    words = pdf_text(path.read_bytes()).replace("\n", "")
    for expected in ("昭和34年12月14日", "1959년 12월 14일", "在日朝鮮人の帰国事業が始まる", "재일조선인"):
        assert expected.replace(" ", "") in words.replace(" ", ""), expected


@pytest.mark.parametrize("role", ["label", "label-strong", "label-date", "reading", "quote", "title"])
def test_pdf_text_is_what_was_written_to_the_character(role: str, brush: Painter, tmp_path: Path):
    text = "Official offers (1959–61): ‘kikan’, “return”: P’yŏngyang 12:30 – efficient, 1955–?"
    path = tmp_path / "text.pdf"

    def paint(painter: QPainter) -> None:
        painter.setFont(font_for(role, "en"))
        painter.drawText(20, 60, text)

    assert (
        write_picture(Picture(Size(1400.0, 100.0), (PaintedPart(paint, Rect(0, 0, 1400, 100)),)), brush, path)
        is None
    )
    assert pdf_text(path.read_bytes()).splitlines() == [text]


def test_svg_of_a_widget_is_cut_where_the_widget_ends(brush: Painter, qt_app: QApplication, tmp_path: Path):
    outer = QWidget()
    outer.resize(300, 100)
    inner = QLabel("Ships from Niigata", outer)
    inner.setGeometry(120, 40, 150, 30)
    path = tmp_path / "widget.svg"

    def paint(painter: QPainter) -> None:
        outer.render(painter, QPoint(0, 0), QRegion(), QWidget.RenderFlag.DrawChildren)

    part = PaintedPart(paint, Rect(200.0, 50.0, 300.0, 100.0))
    assert write_picture(Picture(Size(600.0, 200.0), (part,)), brush, path) is None
    image = QImage(600, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    QSvgRenderer(str(path)).render(painter)
    painter.end()
    inked = [x for x in range(300, 480) for y in range(90, 120) if image.pixelColor(x, y).lightness() < 100]
    assert min(inked) in range(318, 326)
    assert max(inked) > 400
    outer.deleteLater()


def test_pdf_is_one_page_of_the_pictures_size(picture: Picture, brush: Painter, tmp_path: Path):
    path = tmp_path / "picture.pdf"
    assert write_picture(picture, brush, path) is None
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\s*\]", path.read_bytes())
    assert [(float(width), float(height)) for width, height in boxes] == [(675.0, 429.0)]


def test_an_unknown_ending_is_explained(picture: Picture, brush: Painter, tmp_path: Path):
    problem = write_picture(picture, brush, tmp_path / "picture.gif")
    assert problem == Message.of("export.problem.ending", file="picture.gif")
    assert list(tmp_path.iterdir()) == []


def test_a_picture_beyond_all_measure_is_refused(brush: Painter, tmp_path: Path):
    huge = Picture(Size(40_000.0, 40_000.0), ())
    problem = write_picture(huge, brush, tmp_path / "huge.png", 2.0)
    assert problem == Message.of("export.problem.size", width=80_000, height=80_000)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_does_not_exist_is_told_politely(picture: Picture, brush: Painter, tmp_path: Path):
    problem = write_picture(picture, brush, tmp_path / "nowhere" / "picture.png")
    assert problem is not None
    translator = Translator.from_file(RESOURCES / "languages" / "en.json")
    words = translator.text(problem)
    assert str(tmp_path / "nowhere" / "picture.png") in words
    assert "No such file or directory" in words
    assert "⟦" not in words


@pytest.mark.parametrize("key", ["ending", "size", "write"])
def test_every_problem_has_words(key: str):
    assert Translator.from_file(RESOURCES / "languages" / "en.json").has(f"export.problem.{key}")


def test_a_failed_writing_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "picture.png"
    path.write_bytes(b"the picture of yesterday")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, b"the picture of today")
    assert path.read_bytes() == b"the picture of yesterday"
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]
