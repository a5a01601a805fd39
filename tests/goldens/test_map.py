# SPDX-License-Identifier: MIT
"""The map as it looks: coasts, all kinds of marks, a lit route and a dashed one, in every theme and in large text."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.goldens.test_pictures import check, fonts
from tests.map_exhibit import coasts
from tests.ui.panel_setup import dress, look
from timeline_app.base.clock import FakeClock
from timeline_app.model.showing import Showing
from timeline_app.ui.map.map_content import MapContent
from timeline_app.ui.map.map_view import MapView
from timeline_app.ui.theme import THEME_NAMES

__all__ = ["fonts"]


def drawn(theme_name: str, text_scale: float = 1.0, size: tuple[int, int] = (620, 460)) -> QImage:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app, text_scale, theme_name)
    showing = Showing(coasts())
    counts = showing.geography.counts_in(showing.visible & (showing.dates.fuzz_latest_s < 0))
    view = MapView(FakeClock())
    view.resize(*size)
    view.fill(
        MapContent.of(showing.geography, {**counts, "isle": 0}, showing.reader), look(text_scale, theme_name)
    )
    view.set_light({"west", "east"}, [0])
    view.ensurePolished()
    # What is not seen has its size with the first picture only.
    view.grab()
    view.canvas.settle()
    image = view.grab().toImage()
    view.deleteLater()
    QCoreApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete)
    app.setStyleSheet("")
    return image


@pytest.mark.parametrize("theme_name", THEME_NAMES)
def test_the_map_looks_as_it_did(theme_name: str, tmp_path: Path) -> None:
    check(drawn(theme_name), f"map-{theme_name}", tmp_path)


def test_the_map_in_large_text(tmp_path: Path) -> None:
    check(drawn("light", 2.0), "map-200", tmp_path)
