# SPDX-License-Identifier: MIT
"""The room that is kept for a label: counted by characters in any thread, and enough for what is drawn."""

from __future__ import annotations

import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from tests.ui.panel_setup import dress
from timeline_app.scene.labels import TRAIL_PX
from timeline_app.ui.canvas.metrics import RESERVING_FONTS, QtMeasurer

SAMPLES = (
    "The harbour of Minase",
    "WAVE To AVATAR, Tokyo & Yokohama",
    "naïve fiancée — “office” affidavits",
    "Ἀθῆναι και Κωνσταντινούπολη",
    "Великая Октябрьская революция",
    "水瀬の渡し船、朝六時に出る",
    "귀국선 제1차 출항",
    "13 Aug 1959–67, c. 44 BC",
    "الميناء القديم",
)
SETTINGS = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
letters = st.one_of(
    st.characters(min_codepoint=0x20, max_codepoint=0x17F, exclude_categories=["C"]),
    st.characters(min_codepoint=0x391, max_codepoint=0x44F, exclude_categories=["C"]),
    st.characters(min_codepoint=0x3041, max_codepoint=0x30FE, exclude_categories=["C"]),
    st.characters(min_codepoint=0x4E00, max_codepoint=0x8FFF, exclude_categories=["C"]),
    st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3, exclude_categories=["C"]),
)


@pytest.fixture
def measurers(qt_app: QApplication) -> dict[float, QtMeasurer]:
    dress(qt_app)
    return {scale: QtMeasurer(scale) for scale in (1.0, 1.5, 3.0)}


def assert_has_room(measurer: QtMeasurer, text: str, font: str, language: str) -> None:
    drawn = measurer.width_px(text, font, language)
    assert drawn <= measurer.reserved_px(text, font, language) + TRAIL_PX * measurer.text_scale


@pytest.mark.parametrize("font", RESERVING_FONTS)
@pytest.mark.parametrize("text", SAMPLES)
def test_what_is_drawn_has_room(measurers: dict[float, QtMeasurer], text: str, font: str) -> None:
    for measurer in measurers.values():
        for language in ("en", "ja", "ko"):
            assert_has_room(measurer, text, font, language)


@SETTINGS
@given(text=st.text(letters, max_size=40), scale=st.sampled_from([1.0, 1.5, 3.0]))
def test_any_text_has_room(measurers: dict[float, QtMeasurer], text: str, scale: float) -> None:
    for font in RESERVING_FONTS:
        assert_has_room(measurers[scale], text, font, "en")


@pytest.mark.parametrize("text", [*SAMPLES[:1], *SAMPLES[5:8]])
def test_no_more_room_is_kept_than_is_needed(measurers: dict[float, QtMeasurer], text: str) -> None:
    measurer = measurers[1.0]
    drawn = measurer.width_px(text, "label", "en")
    assert measurer.reserved_px(text, "label", "en") == pytest.approx(drawn, rel=0.1, abs=2.0)


def test_unknown_characters_take_an_em(measurers: dict[float, QtMeasurer]) -> None:
    assert measurers[1.0].reserved_px("\U0001f389漢", "label", "en") == 28.0
    assert measurers[3.0].reserved_px("漢", "label-date", "ja") == 36.0


def test_another_thread_is_told_the_same(measurers: dict[float, QtMeasurer]) -> None:
    measurer = measurers[1.0]
    expected = [measurer.reserved_px(text, font, "en") for text in SAMPLES for font in RESERVING_FONTS]
    told: list[float] = []
    thread = threading.Thread(
        target=lambda: told.extend(
            measurer.reserved_px(text, font, "en") for text in SAMPLES for font in RESERVING_FONTS
        )
    )
    thread.start()
    thread.join()
    assert told == expected
