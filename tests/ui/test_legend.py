# SPDX-License-Identifier: MIT
"""The legend: live samples from real dates, named for those who listen, within reach of the keyboard."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.sample_documents import harbour
from tests.ui.panel_setup import (
    accessible,
    description_of,
    dress,
    english,
    look,
    name_of,
    show,
    spoken,
    theme,
)
from timeline_app.chrono.edtf import can_be_read, parse
from timeline_app.chrono.phrases import date_in_words
from timeline_app.model.showing import Showing
from timeline_app.state.app_state import AppState, PanelPage
from timeline_app.ui.panels.detail_panel import DetailPanel
from timeline_app.ui.panels.legend_page import LegendPage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qt_app: QApplication) -> Iterator[DetailPanel]:
    dress(qt_app)
    made = DetailPanel(english(), theme())
    show(made, 460, 700)
    yield made
    made.close()


def open_legend(panel: DetailPanel) -> LegendPage:
    document = harbour()
    panel.show_state(Showing(document), AppState(document=document, page=PanelPage.LEGEND))
    QApplication.processEvents()
    page = panel.page
    assert isinstance(page, LegendPage)
    return page


def test_the_legend_paints_every_sample_with_the_canvas_painter(panel: DetailPanel) -> None:
    page = open_legend(panel)
    rows = [*page.dates, *page.links, *page.order]
    pictures = [row.picture.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8) for row in rows]
    assert len(rows) == 24 + 7 + 3
    # No two samples look the same without their colours, and none is empty.
    assert all(len(set(bytes(picture.constBits()))) > 1 for picture in pictures)
    assert all(first != second for i, first in enumerate(pictures) for second in pictures[i + 1 :])
    heard: list[str] = []
    panel.introduction_requested.connect(lambda: heard.append("back"))
    QTest.mouseClick(page.back_button, LEFT)
    assert heard == ["back"]


def test_a_sample_is_named_by_the_date_that_is_drawn_and_described_by_its_meaning(panel: DetailPanel) -> None:
    page = open_legend(panel)
    for row in (*page.dates, *page.links, *page.order):
        assert accessible(row.picture).role() == QAccessible.Role.Graphic
    for row in page.dates:
        head, meaning = (paragraph.spoken for paragraph in row.text.paragraphs)
        date, edtf = head.rsplit("  ", 1)
        assert can_be_read(edtf)
        assert date == date_in_words(parse(edtf), english())
        assert name_of(accessible(row.picture)) == f"{date} ({edtf}), as drawn"
        assert description_of(accessible(row.picture)) == meaning
    for row in (*page.links, *page.marks, *page.order):
        assert name_of(accessible(row.picture)) == row.text.paragraphs[0].text


def test_the_keyboard_goes_from_heading_to_heading_of_the_legend(panel: DetailPanel) -> None:
    page = open_legend(panel)
    before = [*page.date_heads, page.links_head, page.evidence]
    heads: list[QWidget] = [*before, *page.mark_heads, page.order_head]
    assert len(heads) == 13
    heads[0].setFocus()
    for here, following in pairwise([*heads, page.back_button]):
        QTest.keyClick(here, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is following


def test_words_of_the_legend_can_be_copied(panel: DetailPanel) -> None:
    row = open_legend(panel).dates[4]
    heard: list[str] = []
    panel.copy_requested.connect(heard.append)
    row.text.setFocus()
    QTest.keyClick(row.text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(row.text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert heard[0].startswith("about 1958  1958~")


@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0, 3.0])
def test_samples_grow_with_the_text_and_stand_above_large_words(
    qt_app: QApplication, text_scale: float
) -> None:
    dress(qt_app, text_scale)
    page = LegendPage()
    page.fill(look(text_scale))
    page.resize(620, 100)
    show(page, 620, page.column.heightForWidth(620))
    row = page.dates[1]
    assert row.picture.size() == QSize(min(round(132 * text_scale), 300), round(40 * text_scale))
    words, picture = row.text.geometry(), row.picture.geometry()
    if text_scale >= 1.5:
        assert words.top() >= picture.bottom()
        assert words.width() > 500
    else:
        assert words.left() > picture.right()
    # What is drawn lies inside the sample.
    assert picture.right() <= row.width()
    page.close()


def test_the_legend_names_every_kind_of_source(panel: DetailPanel) -> None:
    document = harbour()
    panel.show_state(Showing(document), AppState(document=document, page=PanelPage.LEGEND))
    words = spoken(panel)
    for kind in ("Document", "Official paper", "Court", "Inquiry", "Press", "State publication", "Memoir"):
        assert f"{kind}. " in words
