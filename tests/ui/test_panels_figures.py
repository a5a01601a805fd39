# SPDX-License-Identifier: MIT
"""Figures as bars and lines: what is painted, and what is told to those who do not see it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.panel_setup import accessible, description_of, dress, look, name_of, show, theme
from timeline_app.base.text_value import ShownText
from timeline_app.model.views import FigureView
from timeline_app.ui.canvas.inks import qcolor
from timeline_app.ui.panels.figure_box import FigureBox
from timeline_app.ui.panels.line_chart import is_clear

PHASES = (("1959–67", 88611.0), ("1971", 1081.0), ("1971–84", 3648.0))
YEARS = (("1959", 2942.0), ("1960", 49036.0), ("1961", 22801.0), ("1967", 1831.0))


def figure(kind: str, data: tuple[tuple[str, float], ...]) -> FigureView:
    title, words = ShownText("People who went", "en"), ShownText("Most went early.", "en")
    return FigureView(title=title, kind=kind, data=data, source=None, describe=words)


@pytest.fixture
def box(qt_app: QApplication) -> Iterator[FigureBox]:
    dress(qt_app)
    window = QWidget()
    made = FigureBox(window)
    show(window, 500, 500)
    made.resize(440, 400)
    made.show()
    yield made
    window.close()


def picture(widget: QWidget) -> QImage:
    QApplication.processEvents()
    return widget.grab().toImage()


def ink_columns(image: QImage, row: int, ink: QColor) -> list[int]:
    return [x for x in range(image.width()) if image.pixelColor(x, row) == ink]


def test_bars_are_as_long_as_their_values(box: FigureBox) -> None:
    box.fill(figure("bar", PHASES), look())
    box.bars.resize(420, box.bars.sizeHint().height())
    image, ink = picture(box.bars), qcolor(theme().colour("chart-bar"))
    row_px = image.height() / 3
    lengths = [len(ink_columns(image, round(row_px * (row + 0.5)), ink)) for row in range(3)]
    assert lengths[0] > 200
    assert lengths[2] == pytest.approx(lengths[0] * 3648 / 88611, abs=2)
    assert 1 <= lengths[1] < lengths[2]
    assert not box.line.isVisible()


def test_long_labels_stand_above_their_bars(box: FigureBox) -> None:
    short = figure("bar", PHASES)
    box.fill(short, look())
    box.bars.resize(420, 10)
    row_px = box.bars.sizeHint().height()
    long = tuple((f"{label}, as the Japanese government counted it", value) for label, value in PHASES)
    box.fill(figure("bar", long), look())
    box.bars.resize(420, 10)
    assert box.bars.sizeHint().height() > row_px
    image, ink = picture(box.bars), qcolor(theme().colour("chart-bar"))
    first_bar = round(image.height() / 3 * 0.75)
    # With the label out of the way the bar begins at the edge.
    assert ink_columns(image, first_bar, ink)[0] < 10


def test_a_line_joins_its_points(box: FigureBox) -> None:
    box.fill(figure("line", YEARS), look())
    box.line.resize(420, box.line.sizeHint().height())
    image, ink = picture(box.line), qcolor(theme().colour("chart-bar"))
    columns = [
        x for x in range(image.width()) if any(image.pixelColor(x, y) == ink for y in range(image.height()))
    ]
    assert len(columns) > 250
    # Years stand by their distance: the highest point is an eighth of the way along.
    top = min(y for x in columns for y in range(image.height()) if image.pixelColor(x, y) == ink)
    peak = [x for x in columns if image.pixelColor(x, top) == ink]
    share = (sum(peak) / len(peak) - columns[0]) / (columns[-1] - columns[0])
    assert share == pytest.approx(1 / 8, abs=0.03)
    assert not box.bars.isVisible()


@pytest.mark.parametrize("kind", ["bar", "line"])
def test_every_value_is_told_in_words(box: FigureBox, kind: str) -> None:
    box.fill(figure(kind, PHASES), look())
    chart = accessible(box.line if kind == "line" else box.bars)
    assert name_of(chart) == "People who went"
    assert description_of(chart) == "Most went early. 1959–67: 88,611; 1971: 1,081; 1971–84: 3,648"


@pytest.mark.parametrize("name", ["light", "dark", "high-contrast"])
@pytest.mark.parametrize("kind", ["bar", "line"])
def test_charts_grow_with_the_text_in_every_theme(box: FigureBox, kind: str, name: str) -> None:
    box.fill(figure(kind, YEARS), look())
    chart = box.line if kind == "line" else box.bars
    normal = chart.sizeHint().height()
    box.fill(figure(kind, YEARS), look(2.0, name))
    assert chart.sizeHint().height() >= 1.9 * normal
    chart.resize(420, chart.sizeHint().height())
    assert not picture(chart).isNull()


def test_one_value_and_none_above_nought_are_drawn_too(box: FigureBox) -> None:
    for kind in ("bar", "line"):
        for data in ((("1960", 3.0),), (("1960", 0.0), ("1961", 0.0)), (("a", -2.0), ("b", 4.0))):
            box.fill(figure(kind, data), look())
            assert not picture(box).isNull()


def test_without_a_figure_nothing_is_there(box: FigureBox) -> None:
    box.fill(None, look())
    assert not box.isVisible()


def test_numbers_are_written_only_where_the_line_leaves_room() -> None:
    line = [QPointF(0, 100), QPointF(50, 10), QPointF(100, 100)]
    assert is_clear(QRectF(30, -10, 40, 15), line)
    assert not is_clear(QRectF(10, 40, 40, 15), line)
    assert is_clear(QRectF(0, 20, 10, 15), line)
    assert is_clear(QRectF(110, 90, 20, 15), line)
    assert is_clear(QRectF(0, 0, 20, 15), [QPointF(5, 5), QPointF(5, 9)])
