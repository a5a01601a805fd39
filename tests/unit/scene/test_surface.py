# SPDX-License-Identifier: MIT
"""Measuring without fonts."""

from timeline_app.base.geometry import Size
from timeline_app.scene.surface import PlainMeasurer, Surface


def test_a_character_is_seven_pixels_wide_and_a_wide_one_fourteen():
    measurer = PlainMeasurer()
    assert measurer.width_px("", "label", "en") == 0.0
    assert measurer.width_px("Ferry", "label", "en") == 35.0
    assert measurer.width_px("水瀬", "label", "ja") == 28.0
    assert measurer.width_px("미나세 é", "label", "ko") == 56.0


def test_wide_characters_begin_with_the_hangul_jamo():
    measurer = PlainMeasurer()
    assert measurer.width_px("\u10ff", "label", "") == 7.0
    assert measurer.width_px("\u1100", "label", "") == 14.0


def test_a_line_is_eighteen_pixels_high():
    assert PlainMeasurer().line_px("label") == 18.0


def test_the_text_scale_scales_both():
    measurer = PlainMeasurer(text_scale=1.5)
    assert measurer.width_px("Ferry", "axis-major", "en") == 52.5
    assert measurer.line_px("axis-major") == 27.0


def test_equal_surfaces_are_equal():
    assert Surface(Size(300.0, 200.0), PlainMeasurer()) == Surface(Size(300.0, 200.0), PlainMeasurer())
    assert Surface(Size(300.0, 200.0), PlainMeasurer()) != Surface(Size(300.0, 200.0), PlainMeasurer(2.0))
