# SPDX-License-Identifier: MIT
"""Fonts by role, language and text size, and the measurer that lays out with them."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication

from timeline_app.scene.roles import FONT_ROLES
from timeline_app.ui.canvas.metrics import MAX_WIDTHS, QtMeasurer
from timeline_app.ui.fonts import font_for, load_fonts
from timeline_app.ui.type_scale import TYPE_SCALE, families_for, shown_text

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"


@pytest.fixture(scope="module", autouse=True)
def fonts(qt_app: QApplication) -> None:
    assert load_fonts(FONTS) == ()


def test_a_file_that_is_no_font_is_named_and_the_rest_is_loaded(tmp_path: Path, silent_qt: list[str]):
    (tmp_path / "broken.ttf").write_bytes(b"no font at all")
    (tmp_path / "Inter.ttf").write_bytes((FONTS / "inter" / "Inter-Regular.ttf").read_bytes())
    assert load_fonts(tmp_path) == ("broken.ttf",)
    silent_qt.clear()


def test_every_role_of_the_canvas_has_a_font():
    assert set(FONT_ROLES) <= set(TYPE_SCALE)


@pytest.mark.parametrize("role", TYPE_SCALE)
@pytest.mark.parametrize("scale", [1.0, 1.25, 3.0])
def test_a_role_has_its_family_and_size(role: str, scale: float):
    font = font_for(role, "en", scale)
    assert QFontInfo(font).family() == TYPE_SCALE[role].family
    assert font.pixelSize() == round(TYPE_SCALE[role].size_px * scale)
    assert font.weight() == TYPE_SCALE[role].weight


@pytest.mark.parametrize(
    ("language", "families"),
    [
        ("en", ("Inter", "Noto Sans JP", "Noto Sans KR")),
        ("", ("Inter", "Noto Sans JP", "Noto Sans KR")),
        ("ja", ("Inter", "Noto Sans JP", "Noto Sans KR")),
        ("ko", ("Inter", "Noto Sans KR", "Noto Sans JP")),
        ("ko-KP", ("Inter", "Noto Sans KR", "Noto Sans JP")),
    ],
)
def test_latin_comes_first_and_shared_characters_take_the_form_of_the_language(
    language: str, families: tuple[str, ...]
):
    assert families_for("Inter", language) == families
    assert tuple(font_for("label", language).families()) == families


def test_japanese_and_korean_quotations_are_upright():
    assert font_for("quote", "en").italic()
    assert not font_for("quote", "ja").italic()
    assert not font_for("quote", "ko").italic()


def test_capitals_are_spaced_and_left_alone_in_languages_without_them():
    assert font_for("era", "en").letterSpacing() == 106.0
    assert font_for("era", "ja").letterSpacing() == 0.0
    assert shown_text("era", "en", "First wave") == "FIRST WAVE"
    assert shown_text("era", "ko", "First 시기") == "First 시기"
    assert shown_text("label", "en", "First wave") == "First wave"


def test_text_is_sharpened_upwards_only():
    assert font_for("label").hintingPreference() is QFont.HintingPreference.PreferVerticalHinting


def test_widths_are_those_of_the_toolkit_and_kept():
    measurer = QtMeasurer()
    expected = QFontMetricsF(font_for("label", "en")).horizontalAdvance("Calcutta agreement signed")
    assert measurer.width_px("Calcutta agreement signed", "label", "en") == expected
    assert measurer.width_px("Calcutta agreement signed", "label", "en") == expected
    assert measurer.width_px("", "label", "en") == 0.0


def test_widths_grow_with_the_text_size():
    one, three = (QtMeasurer(scale).width_px("Niigata", "label", "en") for scale in (1.0, 3.0))
    assert three == pytest.approx(3 * one, rel=0.01)


def test_lines_are_whole_pixels_and_hold_the_font():
    for scale in (1.0, 1.5, 3.0):
        measurer = QtMeasurer(scale)
        for role in FONT_ROLES:
            height = measurer.line_px(role)
            assert height == int(height)
            assert height >= QFontMetricsF(font_for(role, "", scale)).height()
    assert QtMeasurer().line_px("label") == 18.0


def test_a_forgotten_width_is_measured_again():
    measurer = QtMeasurer()
    before = (
        measurer.width_px("Niigata", "label", "en"),
        measurer.line_px("label"),
        measurer.baseline_px("label", 30),
    )
    measurer.clear()
    after = (
        measurer.width_px("Niigata", "label", "en"),
        measurer.line_px("label"),
        measurer.baseline_px("label", 30),
    )
    assert after == before


def test_the_store_of_widths_does_not_grow_for_ever(monkeypatch: pytest.MonkeyPatch):
    assert MAX_WIDTHS >= 10_000
    monkeypatch.setattr("timeline_app.ui.canvas.metrics.MAX_WIDTHS", 10)
    measurer = QtMeasurer()
    for number in range(35):
        measurer.width_px(str(number), "label", "en")
    assert len(measurer._widths) <= 10
