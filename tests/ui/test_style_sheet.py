# SPDX-License-Identifier: MIT
"""The application's style sheet and palette: read without complaint, growing with the text, with visible focus."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QPushButton

from timeline_app.ui.style_sheet import palette, style_sheet
from timeline_app.ui.theme import THEME_NAMES, Theme, load_theme

THEMES = Path(__file__).resolve().parents[2] / "resources" / "themes"


@pytest.fixture(params=THEME_NAMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(THEMES, request.param)


@pytest.mark.parametrize("scale", [1.0, 1.5, 3.0])
def test_the_toolkit_reads_the_sheet_without_complaint(
    theme: Theme, scale: float, qt_app: QApplication, silent_qt: list[str]
):
    button = QPushButton("Open")
    button.setStyleSheet(style_sheet(theme, scale))
    button.ensurePolished()
    assert silent_qt == []


def test_nothing_is_left_to_be_filled_in(theme: Theme):
    sheet = style_sheet(theme, 1.0)
    assert "{{" not in sheet
    assert re.findall(r"\{[a-z_]+\}", sheet) == []
    assert sheet.count("{") == sheet.count("}")


def test_text_grows_with_the_text_size(theme: Theme):
    def sizes(scale: float) -> set[int]:
        return {int(size) for size in re.findall(r"font-size: (\d+)px", style_sheet(theme, scale))}

    assert sizes(1.0) <= {12, 14, 16, 19, 24, 30, 44}
    assert sizes(3.0) == {3 * size for size in sizes(1.0)}


def test_every_focus_ring_is_at_least_three_pixels_in_the_focus_colour(theme: Theme):
    rules = re.findall(r"([^{}]*:focus[^{}]*)\{([^}]*)\}", style_sheet(theme, 1.0))
    selectors = ",".join(selector for selector, _ in rules)
    for widget in (
        "QPushButton",
        "QToolButton",
        "QLineEdit",
        "QPlainTextEdit",
        "QCheckBox",
        "QRadioButton",
        "QSlider",
    ):
        assert f"{widget}:focus" in selectors
    for selector, body in rules:
        assert theme.colour("focus") in body, selector
        widths = [int(width) for width in re.findall(r"border: (\d+)px", body)]
        assert all(width >= 3 for width in widths), selector


def test_a_focused_button_keeps_its_size(theme: Theme, qt_app: QApplication):
    button = QPushButton("Open")
    button.setStyleSheet(style_sheet(theme, 1.0))
    plain = button.sizeHint()
    button.setProperty("role", "button-primary")
    assert button.sizeHint() == plain


def test_the_tick_is_a_picture_that_can_be_drawn(theme: Theme, qt_app: QApplication):
    assert QSvgRenderer(str(theme.check_image)).isValid()


def test_the_palette_has_the_themes_colours(theme: Theme, qt_app: QApplication):
    made = palette(theme)
    assert made.color(QPalette.ColorRole.Window).name().upper() == theme.colour("paper")
    assert made.color(QPalette.ColorRole.WindowText).name().upper() == theme.colour("ink")
    assert made.color(QPalette.ColorRole.Highlight).name().upper() == theme.colour("focus")
    disabled = made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled.name().upper() == theme.colour("control-disabled-text")
