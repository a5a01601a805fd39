# SPDX-License-Identifier: MIT
"""The legend as a whole: its words and dates as text, and the page as it looks, in every theme and in grey."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.goldens.test_pictures import check, fonts
from tests.ui.panel_setup import dress, look
from timeline_app.ui.panels.legend_evidence import EVIDENCE_GROUPS
from timeline_app.ui.panels.legend_page import LegendPage
from timeline_app.ui.panels.legend_samples import DATE_GROUPS
from timeline_app.ui.reading.reading_view import ReadingView
from timeline_app.ui.theme import THEME_NAMES

__all__ = ["fonts"]

WIDTH_PX = 480


def legend(theme_name: str, text_scale: float = 1.0, width_px: int = WIDTH_PX) -> LegendPage:
    """Return the page in the size that it asks for at a width."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app, text_scale, theme_name)
    page = LegendPage()
    shown = look(text_scale, theme_name)
    palette = page.palette()
    palette.setColor(page.backgroundRole(), shown.typesetter.colour("panel"))
    page.setPalette(palette)
    page.setAutoFillBackground(True)
    page.fill(shown)
    page.resize(width_px, 100)
    page.resize(width_px, page.column.heightForWidth(width_px))
    page.ensurePolished()
    return page


def discard(page: LegendPage) -> None:
    """Delete a page now: left to the garbage collector, it would go in the middle of another test."""
    page.deleteLater()
    QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setStyleSheet("")


def words_of(view: ReadingView, indent: str = "") -> str:
    return "".join(f"{indent}{paragraph.spoken}\n" for paragraph in view.paragraphs)


def test_the_words_of_the_legend(golden: Callable[[str, str], None]) -> None:
    page = legend("light")
    rows = iter(page.dates)
    text = words_of(page.head)
    for head, group in zip(page.date_heads, DATE_GROUPS, strict=True):
        text += f"\n{words_of(head)}"
        text += "".join(words_of(next(rows).text, "  ") for _ in group.samples)
    text += f"\n{words_of(page.links_head)}" + "".join(words_of(row.text, "  ") for row in page.links)
    text += f"\n{words_of(page.evidence)}"
    rows = iter(page.marks)
    for head, group in zip(page.mark_heads, EVIDENCE_GROUPS, strict=True):
        text += f"\n{words_of(head)}"
        text += "".join(words_of(next(rows).text, "  ") for _ in group.samples)
    text += f"\n{words_of(page.order_head)}"
    text += "".join(words_of(row.text, "  ") for row in page.order) + words_of(page.order_text)
    discard(page)
    golden("legend.txt", text)


@pytest.mark.parametrize("theme_name", [*THEME_NAMES, "grey"])
def test_the_legend_looks_as_it_did(theme_name: str, tmp_path: Path) -> None:
    page = legend("light" if theme_name == "grey" else theme_name)
    image = page.grab().toImage()
    discard(page)
    if theme_name == "grey":
        image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    check(image, f"legend-{theme_name}", tmp_path)


def test_the_legend_in_large_text(tmp_path: Path) -> None:
    page = legend("light", 2.0, 640)
    image = page.grab().toImage().copy(0, 0, 640, 2_400)
    discard(page)
    check(image, "legend-200", tmp_path)
