# SPDX-License-Identifier: MIT
"""What the thread of a facsimile leaves to the window: no object of Qt's, and no collector at work beside it."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.ui.facsimile_bench import plain_picture
from timeline_app.ui.facsimile import picture_sheet
from timeline_app.ui.facsimile.picture_sheet import PictureSheet
from timeline_app.ui.facsimile.sheet import SheetRequest
from timeline_app.ui.facsimile.sheet_work import Failed, Opened, SheetWork


@pytest.fixture(autouse=True)
def app(qt_app: QApplication) -> QApplication:
    return qt_app


def test_why_a_file_cannot_be_shown_holds_nothing_that_was_opened(tmp_path: Path) -> None:
    whole = tmp_path / "whole.png"
    plain_picture(200, 200).save(str(whole))
    (tmp_path / "a.png").write_bytes(whole.read_bytes()[:-60])
    work = SheetWork(SheetRequest(tmp_path, "a.png", 1))
    gc.disable()
    try:
        work.run()
        report = work.reports.get_nowait()
        assert isinstance(report, Failed)
        assert report.reason.fault == "damaged"
        assert not any(isinstance(thing, PictureSheet) for thing in gc.get_objects())
    finally:
        gc.enable()


def test_nothing_is_collected_while_a_large_picture_is_pressed_though_nobody_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = QImage(3_000, 2_000, QImage.Format.Format_Grayscale8)
    large.fill(0)
    large.save(str(tmp_path / "a.png"))
    work = SheetWork(SheetRequest(tmp_path, "a.png", 1))
    was_collecting: list[bool] = []

    def pressed(image: QImage) -> bytes:
        was_collecting.append(gc.isenabled())
        work.abandon()
        return bytes(image.height())

    monkeypatch.setattr(picture_sheet, "KEPT_WHOLE_BYTES", 0)
    monkeypatch.setattr(picture_sheet, "pressed", pressed)
    assert gc.isenabled()
    work.run()
    assert isinstance(work.reports.get_nowait(), Opened)
    assert was_collecting == [False]
    assert gc.isenabled()
