# SPDX-License-Identifier: MIT
"""The hall: sizes by the height of the picture (P8), the board beside the timeline, pictures of parts of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from tests.stages import ENGLISH
from tests.tour_exhibit import toured
from timeline_app.base.clock import FakeClock
from timeline_app.base.geometry import Rect
from timeline_app.base.places import resource_root
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.model.prose import Span
from timeline_app.model.showing import Showing
from timeline_app.scene.board import BoardRole, BoardText
from timeline_app.scene.hall_plan import (
    LEAST_BODY_SHARE,
    LEAST_LABEL_SHARE,
    LEAST_STROKE_SHARE,
    LEAST_TEXT_SHARE,
    LEAST_TITLE_SHARE,
)
from timeline_app.scene.items import Item, Kind, TextStyle
from timeline_app.scene.roles import FONT_ROLES
from timeline_app.scene.view import View
from timeline_app.state.app_state import (
    MAIN_SURFACE,
    AppState,
    PanelPage,
    Selection,
    Settings,
    ThemeChoice,
)
from timeline_app.state.tour_state import TourState
from timeline_app.ui.canvas.inks import Inks
from timeline_app.ui.fonts import font_size_px
from timeline_app.ui.present.hall import Hall
from timeline_app.ui.present.hall_style import HallStyle

DOCUMENT = toured()
SHOWING = Showing(DOCUMENT)
SIZES = ((1_280, 720), (1_920, 1_080), (3_840, 2_160))
LEAST = {
    BoardRole.TITLE: LEAST_TITLE_SHARE,
    BoardRole.DATE: LEAST_LABEL_SHARE,
    BoardRole.KICKER: LEAST_LABEL_SHARE,
    BoardRole.SPEAKER: LEAST_LABEL_SHARE,
    BoardRole.SOURCE: LEAST_TEXT_SHARE,
    BoardRole.MARK: LEAST_LABEL_SHARE,
}
YEARS = View.between(seconds_from_civil(1945), seconds_from_civil(1965))
STATE = AppState(
    document=DOCUMENT,
    settings=Settings(reduced_motion=True),
    selection=Selection(("deal",)),
    page=PanelPage.TOUR,
    tour=TourState("long", 2, 1),
    views=MappingProxyType({MAIN_SURFACE: YEARS}),
)


@pytest.fixture
def hall(fonts: None) -> Iterator[Hall]:
    del fonts
    made = Hall(FakeClock(), ENGLISH, lambda *_, **__: True, resource_root() / "themes")
    made.resize(1_920, 1_080)
    made.show_state(SHOWING, STATE)
    yield made
    made.deleteLater()


def style_of(height_px: float, choice: ThemeChoice = ThemeChoice.LIGHT) -> HallStyle:
    return HallStyle(resource_root() / "themes", choice, height_px)


def labels(hall: Hall) -> list[Item]:
    scene = hall.canvas.scene
    assert scene is not None
    return [item for item in scene.items if item.kind is Kind.LABEL]


@pytest.mark.parametrize(("width_px", "height_px"), SIZES)
def test_every_font_is_as_large_as_the_last_row_needs_it(fonts: None, width_px: int, height_px: int):
    del fonts, width_px
    style = style_of(height_px)
    for font in FONT_ROLES:
        assert font_size_px(font, style.text_scale) >= height_px * LEAST_LABEL_SHARE, font
    for role in BoardRole:
        assert style.font_px(BoardText(role, (Span("Words"),))) >= height_px * LEAST.get(
            role, LEAST_BODY_SHARE
        ), role


@pytest.mark.parametrize(("width_px", "height_px"), SIZES)
@pytest.mark.parametrize("choice", list(ThemeChoice))
def test_no_stroke_is_thinner_than_three_pixels_of_1080(width_px: int, height_px: int, choice: ThemeChoice):
    del width_px
    style = style_of(height_px, choice)
    inks = Inks(style.theme, style.text_scale)
    for role, look in style.theme.roles.items():
        if look.edge_px:
            assert inks.of(role, "plum").edge_px >= height_px * LEAST_STROKE_SHARE - 1e-9, role
    assert style.painter.least_px == pytest.approx(height_px * LEAST_STROKE_SHARE)


@pytest.mark.parametrize(("width_px", "height_px"), SIZES)
def test_what_is_drawn_on_the_timeline_is_in_these_fonts(hall: Hall, width_px: int, height_px: int):
    hall.resize(width_px, height_px)
    hall.show_state(SHOWING, STATE)
    found = labels(hall)
    assert found
    for item in found:
        assert isinstance(item.detail, TextStyle)
        assert font_size_px(item.detail.font, hall.style_of_hall.text_scale) >= height_px / 36


@pytest.mark.parametrize(("width_px", "height_px"), SIZES)
def test_nothing_on_the_board_overflows(hall: Hall, width_px: int, height_px: int):
    hall.resize(width_px, height_px)
    for step in range(4):
        hall.show_state(SHOWING, replace(STATE, tour=TourState("long", 2, step)))
        room = hall.board.rect()
        for placed in hall.board.placed.texts:
            assert room.contains(round(placed.rect.x), round(placed.rect.y))
            assert placed.rect.bottom <= room.height()
            assert placed.rect.right <= room.width()


def test_the_board_stands_beside_the_timeline_and_says_its_words(hall: Hall):
    assert hall.board.isVisibleTo(hall)
    assert hall.canvas.geometry().right() < hall.board.geometry().left() or hall.board.width() == hall.width()
    words = hall.board.accessibleName()
    assert "1 March 1955" in words
    assert "“Sail by night.”" in words


def test_the_event_is_lit_and_the_view_is_that_of_the_stop(hall: Hall):
    assert hall.canvas.selected_ids == ("deal",)
    assert hall.canvas.displayed_view == YEARS


def test_without_anything_to_read_the_timeline_has_the_whole_picture(hall: Hall):
    hall.show_state(SHOWING, replace(STATE, tour=None, selection=Selection(), page=PanelPage.INTRODUCTION))
    assert not hall.board.isVisibleTo(hall)
    assert hall.canvas.size() == hall.size()


def test_a_chain_is_marked_on_the_timeline_too(hall: Hall):
    hall.show_state(SHOWING, replace(STATE, tour=None, page=PanelPage.CHAIN, subject="pier"))
    assert hall.canvas.chain is not None
    hall.show_state(SHOWING, STATE)
    assert hall.canvas.chain is None


def test_dark_themes_are_shown_in_high_contrast(hall: Hall):
    assert hall.style_of_hall.theme.name == "hall"
    hall.show_state(SHOWING, replace(STATE, settings=Settings(theme=ThemeChoice.DARK)))
    assert hall.style_of_hall.theme.name == "high-contrast"


def test_no_exhibit_is_an_empty_hall(hall: Hall):
    hall.show_state(None, AppState())
    assert hall.canvas.scene is None


def test_a_part_is_drawn_anew_and_not_enlarged(hall: Hall):
    whole = hall.picture(QSize(1_920, 1_080))
    part = hall.picture(QSize(1_920, 1_080), Rect(0.55, 0.0, 0.25, 0.25))
    assert part.size() == whole.size()
    assert _edges(part) < 1.5 * _edges(whole.copy(1_056, 0, 480, 270).scaled(1_920, 1_080)), (
        "an enlarged picture has soft edges"
    )
    assert part != whole


def _edges(image: QImage) -> float:
    """Return the share of pixels that are neither ink nor paper: few where edges are sharp."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    values = bytes(grey.constBits())[::7]
    return sum(60 < value < 200 for value in values) / len(values)


def test_figures_and_maps_stand_on_the_board(hall: Hall):
    hall.show_state(SHOWING, replace(STATE, tour=TourState("long", 4), selection=Selection(("ferry",))))
    assert {part.mapped for part in hall.board.placed.parts if part.mapped} <= {"pier"}
    assert hall.picture(QSize(640, 360)).width() == 640
