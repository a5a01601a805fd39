# SPDX-License-Identifier: MIT
"""The audience's window: covers, a kept picture, tools at places of the content, notes, and nothing of a desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QCloseEvent, QColor, QContextMenuEvent, QHelpEvent, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.stages import ENGLISH
from tests.tour_exhibit import toured
from timeline_app.base.clock import FakeClock
from timeline_app.base.geometry import Point, Rect
from timeline_app.base.places import resource_root
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.model.showing import Showing
from timeline_app.scene.hall_plan import text_scale_for
from timeline_app.scene.view import View
from timeline_app.state.app_state import MAIN_SURFACE, AppState, PanelPage, Selection, Settings
from timeline_app.state.tour_state import Cover, PresentState, Tool, TourState
from timeline_app.ui.present.audience_window import AudienceWindow
from timeline_app.ui.present.hall import Hall
from timeline_app.ui.present.tool_painting import RING

SIZE = QRect(0, 0, 960, 540)
DOCUMENT = toured()
SHOWING = Showing(DOCUMENT)
STATE = AppState(
    document=DOCUMENT,
    settings=Settings(reduced_motion=True),
    selection=Selection(("deal",)),
    page=PanelPage.TOUR,
    tour=TourState("long", 2),
    views=MappingProxyType({MAIN_SURFACE: View.between(seconds_from_civil(1945), seconds_from_civil(1965))}),
    present=PresentState(),
)


class Audience:
    """A window that is shown, with a clock moved by hand."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        hall = Hall(self.clock, ENGLISH, lambda *_, **__: True, resource_root() / "themes")
        self.window = AudienceWindow(hall, self.clock, ENGLISH)
        self.window.set_alone(is_alone=False)
        self.window.setGeometry(SIZE)
        self.window.show()
        self.show(PresentState())

    def show(self, present: PresentState, state: AppState = STATE) -> QImage:
        self.window.show_state(SHOWING, replace(state, present=present))
        return self.picture()

    def picture(self) -> QImage:
        return self.window.grab().toImage()


@pytest.fixture
def audience(fonts: None) -> Iterator[Audience]:
    del fonts
    made = Audience()
    yield made
    made.window.hide()


def brightness(image: QImage, x_share: float, y_share: float) -> int:
    return image.pixelColor(round(x_share * image.width()), round(y_share * image.height())).lightness()


def test_as_long_as_nothing_is_done_to_it_the_class_sees_the_hall_itself(audience):
    assert audience.window.overlay.is_plain
    assert not audience.window.overlay.isVisible()
    assert audience.window.hall.size() == SIZE.size()


@pytest.mark.parametrize(("cover", "colour"), [(Cover.BLACK, "#000000"), (Cover.WHITE, "#FFFFFF")])
def test_a_cover_leaves_nothing_to_be_seen(audience, cover, colour):
    image = audience.show(PresentState(cover=cover))
    plain = QImage(image.size(), image.format())
    plain.fill(QColor(colour))
    assert image == plain


def test_a_frozen_picture_stays_while_the_presenter_goes_on(audience):
    before = audience.picture()
    kept = audience.show(PresentState(is_frozen=True))
    later = audience.show(
        PresentState(is_frozen=True),
        replace(STATE, tour=TourState("long", 4), selection=Selection(("ferry",))),
    )
    assert later == kept
    assert audience.show(PresentState()) == before


def test_a_kept_picture_keeps_its_shape_on_another_screen(audience):
    audience.show(PresentState(is_frozen=True))
    audience.window.resize(960, 960)
    image = audience.picture()
    assert image.pixelColor(480, 20) == image.pixelColor(480, 940)


def test_a_spotlight_dims_all_but_the_place_it_points_at(audience):
    plain = audience.picture()
    image = audience.show(PresentState(tool=Tool.SPOTLIGHT, at=Point(0.9, 0.9), tool_size=0.1))
    assert image.pixelColor(864, 486) == plain.pixelColor(864, 486)
    assert brightness(image, 0.98, 0.5) < brightness(plain, 0.98, 0.5) * 0.6


def has_ring(image: QImage, x_share: float, y_share: float, radius_px: float) -> bool:
    x, y = round(x_share * image.width() + radius_px), round(y_share * image.height())
    wanted = RING.hue()
    return any(abs(image.pixelColor(x + by, y).hue() - wanted) < 12 for by in range(-2, 3))


def test_a_ring_stands_about_the_place_also_in_a_part_that_fills_the_screen(audience):
    present = PresentState(tool=Tool.RING, at=Point(0.8, 0.9), tool_size=0.2)
    assert has_ring(audience.show(present), 0.8, 0.9, 54.0)
    closer = replace(present, zoomed=Rect(0.6, 0.6, 0.4, 0.4))
    assert has_ring(audience.show(closer), 0.5, 0.75, 54.0)
    assert audience.window.overlay.part == pytest.approx(Rect(0.6, 0.6, 0.4, 0.4))


def test_a_magnifier_shows_its_place_twice_as_large(audience):
    image = audience.show(PresentState(tool=Tool.MAGNIFIER, at=Point(0.7, 0.2)))
    assert image != audience.show(PresentState())


def test_a_part_comes_closer_in_steps_unless_nothing_shall_move(audience):
    moving = replace(STATE, settings=Settings())
    audience.show(PresentState(zoomed=Rect(0.0, 0.0, 0.5, 0.5)), moving)
    audience.clock.advance(100.0)
    assert 0.5 < audience.window.overlay.part.w < 1.0
    audience.clock.advance(600.0)
    assert audience.window.overlay.part.w == 0.5
    audience.show(PresentState())
    assert audience.window.overlay.is_plain


def test_beside_a_presenter_it_never_takes_the_focus(audience):
    window = audience.window
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert window.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert window.hall.canvas.focusPolicy() is Qt.FocusPolicy.NoFocus
    window.set_alone(is_alone=True)
    window.hall.canvas.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not window.hall.canvas.hasFocus()
    assert window.isVisible()
    assert window.focusPolicy() is Qt.FocusPolicy.StrongFocus
    assert not window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus


def move(canvas: QWidget, x: float) -> None:
    at = QPointF(x, 30.0)
    nothing, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, at, canvas.mapToGlobal(at), nothing, nothing, none)
    QApplication.sendEvent(canvas, event)


def test_no_pointer_no_card_and_no_tip_is_ever_seen(audience):
    hall = audience.window.hall
    assert hall.canvas.cursor().shape() is Qt.CursorShape.BlankCursor
    for x in range(0, hall.canvas.width(), 40):
        move(hall.canvas, x)
        audience.clock.advance(600.0)
        assert not hall.canvas.hover_card.isVisible()
    assert hall.canvas.cursor().shape() is Qt.CursorShape.BlankCursor
    tip = QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5))
    assert audience.window.event(tip)
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(hall.canvas, menu)
    assert menu.isAccepted()
    visible = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert visible == [audience.window]


def test_on_the_only_screen_a_hand_that_moves_sees_its_pointer_for_a_while(audience):
    canvas = audience.window.hall.canvas
    audience.window.set_alone(is_alone=True)
    move(canvas, 100.0)
    move(canvas, 101.0)
    assert canvas.cursor().shape() is Qt.CursorShape.BlankCursor
    move(canvas, 140.0)
    assert canvas.cursor().shape() is Qt.CursorShape.ArrowCursor
    audience.clock.advance(2_000.0)
    assert canvas.cursor().shape() is Qt.CursorShape.BlankCursor
    move(canvas, 180.0)
    audience.window.set_alone(is_alone=False)
    assert canvas.cursor().shape() is Qt.CursorShape.BlankCursor


def test_notes_stand_below_on_the_only_screen_and_nowhere_else(audience):
    window, first = audience.window, replace(STATE, tour=TourState("long", 1))
    audience.show(PresentState(are_notes_shown=True), first)
    assert not window.notes.isVisible()
    window.set_alone(is_alone=True)
    audience.show(PresentState(are_notes_shown=True), first)
    assert window.notes.isVisible()
    assert window.notes.words == "Begin here. Tell of the order."
    assert window.notes.geometry().bottom() == window.height() - 1
    assert window.hall.board.geometry().bottom() < window.notes.geometry().top()
    assert window.hall.style_of_hall.text_scale == text_scale_for(SIZE.height())
    audience.show(PresentState(are_notes_shown=True))
    assert window.notes.words == "There are no notes for this stop."
    audience.show(PresentState())
    assert not window.notes.isVisible()


def test_closing_it_is_left_to_others(audience):
    asked: list[bool] = []
    audience.window.closing.connect(lambda: asked.append(True))
    event = QCloseEvent()
    QApplication.sendEvent(audience.window, event)
    assert asked == [True]
    assert not event.isAccepted()
