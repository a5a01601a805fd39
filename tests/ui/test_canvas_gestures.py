# SPDX-License-Identifier: MIT
"""Wheel, mouse and trackpad on the canvas."""

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.canvas_bench import OPENING, Bench, track_pad, yearly
from timeline_app.chrono.instant import DAY_S
from timeline_app.scene.surface import PlainMeasurer
from timeline_app.scene.view import View

SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bench(qt_app: QApplication) -> Iterator[Bench]:
    made = Bench(yearly())
    yield made
    made.window.close()


@pytest.fixture
def tall(qt_app: QApplication) -> Iterator[Bench]:
    """A window so low that the lanes scroll."""
    made = Bench(yearly(lane_count=9), height_px=260)
    yield made
    made.window.close()


# -- the wheel ------------------------------------------------------------------------------------


@pytest.mark.parametrize("x_px", [151, 400, 733, 999])
@pytest.mark.parametrize("angle", [120, -120, 360])
def test_the_wheel_keeps_the_instant_under_the_pointer_at_every_frame(bench: Bench, x_px: int, angle: int):
    instant_s = bench.scale.instant_at(x_px)
    bench.turn(x_px, 200, (0, angle))
    for _ in range(25):
        bench.frame()
        assert bench.scale.x_of(instant_s) == pytest.approx(x_px, abs=1.0)
    assert bench.canvas.is_settled
    assert bench.view.span_s == pytest.approx(OPENING.span_s * 2.0 ** (-angle / 240))


def test_turns_that_follow_each_other_add_up_and_out_and_back_returns(bench: Bench):
    for angle in (120, 120, 120, -120, -120, -120):
        bench.turn(500, 200, (0, angle))
        bench.frame()
    bench.rest()
    assert bench.view.span_s == pytest.approx(OPENING.span_s)
    assert bench.view.start_s == pytest.approx(OPENING.start_s, abs=2)


def test_a_wheel_that_counts_finely_moves_the_view_at_once(bench: Bench):
    instant_s = bench.scale.instant_at(640)
    bench.turn(640, 200, (0, 24))
    assert bench.view.span_s == pytest.approx(OPENING.span_s * 2.0**-0.1)
    assert bench.scale.x_of(instant_s) == pytest.approx(640, abs=1.0)


def test_control_and_wheel_zooms_over_the_lane_heads_too(bench: Bench):
    bench.turn(40, 200, keys=CONTROL)
    bench.rest()
    assert bench.view.span_s == pytest.approx(OPENING.span_s / 2**0.5)


def test_zooming_out_stops_at_one_and_a_half_exhibits(bench: Bench):
    for _ in range(30):
        bench.turn(500, 200, (0, -120))
        bench.frame()
    bench.rest()
    assert bench.view.span_s == pytest.approx(bench.canvas.hand.limits.widest_span_s)


def test_zooming_in_stops_at_ten_seconds(bench: Bench):
    for _ in range(60):
        bench.turn(500, 200, (0, 120))
        bench.frame()
    bench.rest()
    assert bench.view.span_s == 10.0


def test_a_burst_of_turns_is_one_place_to_go_back_to(bench: Bench):
    for _ in range(5):
        bench.turn(500, 200)
        bench.frame()
    bench.rest()
    assert [told["remember"] for told in bench.views_told()] == [True, False, False, False, False]
    bench.sent.clear()
    bench.turn(500, 200)
    bench.rest()
    assert [told["remember"] for told in bench.views_told()] == [True]


def test_notches_with_short_rests_are_one_place_to_go_back_to(bench: Bench):
    for _ in range(3):
        bench.turn(500, 200)
        bench.rest(1_000.0)
    assert [told["remember"] for told in bench.views_told()] == [True, False, False]


def test_what_moves_the_view_between_two_notches_is_a_place_to_go_back_to(bench: Bench):
    bench.turn(500, 200)
    bench.rest(1_000.0)
    bench.canvas.hand.accept(OPENING)
    bench.turn(500, 200)
    bench.rest(1_000.0)
    assert [told["remember"] for told in bench.views_told()] == [True, True]


def test_the_target_is_told_once_a_frame_however_often_the_wheel_turns(bench: Bench):
    for _ in range(10):
        bench.turn(500, 200)
    assert bench.views_told() == []
    bench.frame()
    assert len(bench.views_told()) == 1
    assert bench.views_told()[0]["span_s"] == pytest.approx(OPENING.span_s / 32)


def test_over_the_lane_heads_and_with_shift_the_wheel_scrolls_the_lanes(tall: Bench):
    tall.turn(40, 200, (0, -120))
    tall.rest()
    assert tall.view.lane_scroll_px == 60.0
    tall.turn(500, 200, (0, -120), keys=SHIFT)
    tall.rest()
    assert tall.view.lane_scroll_px == 120.0
    # Some systems turn Shift and wheel into a sideways wheel.
    tall.turn(500, 200, (120, 0), keys=SHIFT)
    tall.rest()
    assert tall.view.lane_scroll_px == 60.0
    assert tall.view.span_s == OPENING.span_s


def test_lanes_scroll_no_farther_than_their_end(tall: Bench):
    for _ in range(40):
        tall.turn(40, 200, (0, -120))
        tall.frame()
    tall.rest()
    assert 0.0 < tall.view.lane_scroll_px == tall.stage.max_lane_scroll_px


def test_a_tilted_wheel_pans(bench: Bench):
    bench.turn(500, 200, (-120, 0))
    bench.rest()
    assert bench.view.start_s - OPENING.start_s == pytest.approx(90 * bench.scale.seconds_per_px, abs=1)


# -- the trackpad ---------------------------------------------------------------------------------


def test_two_fingers_on_a_pad_pan_both_ways(tall: Bench):
    update = Qt.ScrollPhase.ScrollUpdate
    tall.turn(500, 150, (0, 0), phase=Qt.ScrollPhase.ScrollBegin)
    tall.turn(500, 150, (-80, -40), pixels=(-30, -20), phase=update)
    tall.turn(500, 150, (-80, -40), pixels=(-10, -5), phase=update)
    assert tall.view.start_s - OPENING.start_s == pytest.approx(40 * tall.scale.seconds_per_px, abs=1)
    assert tall.view.lane_scroll_px == 25.0
    assert not tall.canvas.is_settled
    tall.turn(500, 150, (0, 0), phase=Qt.ScrollPhase.ScrollEnd)
    tall.rest()
    assert tall.canvas.is_settled
    assert [told["remember"] for told in tall.views_told()] == [True]


def test_a_pad_without_phases_ends_its_stroke_by_a_pause(bench: Bench):
    pad = track_pad()
    bench.turn(500, 200, (-120, 0), device=pad)
    assert bench.view.start_s - OPENING.start_s == pytest.approx(90 * bench.scale.seconds_per_px, abs=1)
    bench.clock.advance(200)
    assert not bench.canvas.is_settled
    bench.clock.advance(200)
    assert bench.canvas.is_settled


def test_control_and_a_pad_zooms_at_once(bench: Bench):
    instant_s = bench.scale.instant_at(400)
    bench.turn(400, 200, (0, 40), pixels=(0, 100), keys=CONTROL, phase=Qt.ScrollPhase.ScrollUpdate)
    assert bench.view.span_s == pytest.approx(OPENING.span_s / 2**0.5)
    assert bench.scale.x_of(instant_s) == pytest.approx(400, abs=1.0)


def test_a_pinch_that_the_system_reads_off_the_pad_zooms_at_the_pointer(bench: Bench):
    instant_s = bench.scale.instant_at(400)
    for kind, value in (
        (Qt.NativeGestureType.BeginNativeGesture, 0.0),
        (Qt.NativeGestureType.ZoomNativeGesture, 0.25),
        (Qt.NativeGestureType.ZoomNativeGesture, 0.6),
    ):
        assert bench.pinch_pad(kind, 400, 200, value)
    assert bench.view.span_s == pytest.approx(OPENING.span_s / 2)
    assert bench.scale.x_of(instant_s) == pytest.approx(400, abs=1.0)
    assert not bench.canvas.is_settled
    assert bench.pinch_pad(Qt.NativeGestureType.EndNativeGesture, 400, 200, 0.0)
    bench.frame()
    assert bench.canvas.is_settled
    assert not bench.pinch_pad(Qt.NativeGestureType.RotateNativeGesture, 400, 200, 0.5)


def test_a_fine_wheel_scrolls_lanes_at_once(tall: Bench):
    tall.turn(40, 150, (0, -40))
    assert tall.view.lane_scroll_px == 20.0


def test_another_way_of_turning_begins_another_gesture(bench: Bench):
    bench.turn(500, 200, (0, 24))
    bench.frame()
    bench.turn(500, 200, (0, 120))
    bench.rest()
    assert [told["remember"] for told in bench.views_told()] == [True, True]


def test_a_turn_by_nothing_does_nothing(bench: Bench):
    bench.turn(500, 200, (0, 0), keys=CONTROL)
    bench.rest()
    assert bench.sent == []


# -- dragging -------------------------------------------------------------------------------------


def test_dragging_moves_the_picture_by_exactly_the_pixels_of_the_hand(bench: Bench):
    instant_s = bench.scale.instant_at(500)
    QTest.mousePress(bench.canvas, LEFT, pos=QPoint(500, 200))
    bench.clock.advance(40)
    QTest.mouseMove(bench.canvas, QPoint(530, 205))
    assert bench.scale.x_of(instant_s) == pytest.approx(530, abs=0.01)
    bench.clock.advance(40)
    QTest.mouseMove(bench.canvas, QPoint(437, 190))
    assert bench.scale.x_of(instant_s) == pytest.approx(437, abs=0.01)
    bench.clock.advance(500)
    QTest.mouseRelease(bench.canvas, LEFT, pos=QPoint(437, 190))
    bench.rest()
    assert bench.scale.x_of(instant_s) == pytest.approx(437, abs=0.01)
    assert bench.commands() == []


def test_a_hand_that_lets_go_in_full_swing_leaves_the_view_gliding_to_rest(bench: Bench):
    start_s = bench.view.start_s
    bench.drag(*(QPoint(700 - 20 * step, 200) for step in range(8)), step_ms=16.0)
    dragged_s = bench.view.start_s
    assert dragged_s - start_s == pytest.approx(140 * bench.scale.seconds_per_px, abs=2)
    target = bench.views_told()[-1]
    steps: list[float] = []
    while not bench.canvas.is_settled:
        before_s = bench.view.start_s
        bench.frame()
        steps.append((bench.view.start_s - before_s) / bench.scale.seconds_per_px)
        assert len(steps) < 200
    # As fast as the hand at first (20 px in 16 ms), then ever slower, until it rests where it was aimed.
    assert steps[0] == pytest.approx(20, abs=1.5)
    assert all(later <= earlier + 0.01 for earlier, later in itertools.pairwise(steps))
    assert bench.view.start_s == target["start_s"]
    assert bench.views_told()[-1] == target


def test_a_press_stops_a_gliding_view_under_the_finger(bench: Bench):
    bench.drag(*(QPoint(700 - 20 * step, 200) for step in range(8)), step_ms=16.0)
    bench.frame()
    bench.frame()
    stopped = bench.view
    QTest.mousePress(bench.canvas, LEFT, pos=QPoint(400, 200))
    bench.clock.advance(500)
    assert bench.view == stopped
    assert bench.views_told()[-1]["start_s"] == stopped.start_s
    QTest.mouseRelease(bench.canvas, LEFT, pos=QPoint(400, 200))
    bench.rest()
    assert bench.view == stopped


def test_a_drag_is_one_place_to_go_back_to_and_one_message_a_frame(bench: Bench):
    QTest.mousePress(bench.canvas, LEFT, pos=QPoint(500, 200))
    for step in range(1, 9):
        QTest.mouseMove(bench.canvas, QPoint(500 + 5 * step, 200))
        QTest.mouseMove(bench.canvas, QPoint(500 + 6 * step, 200))
        bench.frame()
    bench.clock.advance(300)
    QTest.mouseRelease(bench.canvas, LEFT, pos=QPoint(548, 200))
    bench.rest()
    told = bench.views_told()
    assert [entry["remember"] for entry in told] == [True, *[False] * 7]


def test_beyond_the_exhibit_the_view_gives_way_and_springs_back(bench: Bench):
    far = [QPoint(900, 200), *(QPoint(900 - 80 * step, 200) for step in range(1, 10))]
    for _ in range(12):
        bench.drag(*far, step_ms=200.0)
        bench.clock.advance(100)
    bench.rest()
    limits = bench.canvas.hand.limits
    assert bench.view == limits.kept(bench.view)
    assert bench.view.start_s == pytest.approx(limits.last_s - 0.1 * bench.view.span_s, rel=1e-6)
    QTest.mousePress(bench.canvas, LEFT, pos=QPoint(900, 200))
    QTest.mouseMove(bench.canvas, QPoint(500, 200))
    over_s = bench.view.start_s - (limits.last_s - 0.1 * bench.view.span_s)
    assert 0 < over_s < 400 * bench.scale.seconds_per_px / 2
    bench.clock.advance(300)
    QTest.mouseRelease(bench.canvas, LEFT, pos=QPoint(500, 200))
    bench.rest()
    assert bench.view == limits.kept(bench.view)


def test_dragging_up_scrolls_lanes_that_do_not_fit(tall: Bench):
    tall.drag(QPoint(500, 200), QPoint(500, 150), QPoint(500, 150), step_ms=200.0)
    tall.rest()
    assert tall.view.lane_scroll_px == 50.0
    assert tall.view.start_s == OPENING.start_s


def test_under_reduced_motion_nothing_glides_or_travels(bench: Bench):
    bench.canvas.set_reduced_motion(reduced=True)
    bench.drag(*(QPoint(700 - 20 * step, 200) for step in range(8)), step_ms=16.0)
    after_drag = bench.view
    bench.rest()
    assert bench.view == after_drag
    bench.turn(500, 200)
    bench.frame()
    assert bench.view.span_s == pytest.approx(OPENING.span_s / 2**0.5)
    bench.canvas.set_view(View(OPENING.start_s, 400.0 * DAY_S))
    bench.frame()
    assert bench.view.span_s == 400.0 * DAY_S


def test_the_middle_button_pans_and_selects_nothing(bench: Bench):
    middle = Qt.MouseButton.MiddleButton
    QTest.mouseClick(bench.canvas, middle, pos=bench.at("in-1958"))
    assert bench.commands() == []
    QTest.mousePress(bench.canvas, middle, pos=QPoint(500, 200))
    QTest.mouseMove(bench.canvas, QPoint(520, 200))
    assert bench.view.start_s < OPENING.start_s
    # A second button does not disturb the first.
    QTest.mousePress(bench.canvas, LEFT, pos=QPoint(520, 200))
    bench.clock.advance(300)
    QTest.mouseRelease(bench.canvas, middle, pos=QPoint(520, 200))
    QTest.mouseClick(bench.canvas, Qt.MouseButton.RightButton, pos=bench.at("in-1958"))
    assert bench.commands() == []


# -- clicking and boxes ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "command"),
    [
        (Qt.KeyboardModifier.NoModifier, "select.event"),
        (CONTROL, "select.toggle"),
        (SHIFT, "select.range"),
    ],
)
def test_a_click_on_a_mark_selects(bench: Bench, keys: Qt.KeyboardModifier, command: str):
    QTest.mouseClick(bench.canvas, LEFT, keys, bench.at("in-1958"))
    pointed = {"unfold": False} if command == "select.event" else {}
    assert bench.commands() == [(command, {"id": "in-1958", **pointed})]
    assert bench.views_told() == []


def test_a_click_near_a_mark_selects_it_and_one_beside_it_selects_nothing(bench: Bench):
    mark = bench.mark("in-1958").rect
    QTest.mouseClick(bench.canvas, LEFT, pos=QPoint(round(mark.x - 5), round(mark.centre.y)))
    assert bench.commands() == [("select.event", {"id": "in-1958", "unfold": False})]
    bench.sent.clear()
    QTest.mouseClick(bench.canvas, LEFT, pos=QPoint(round(mark.x - 9), round(mark.centre.y)))
    assert bench.commands() == [("select.clear", {})]


def test_a_press_that_slides_off_its_mark_is_called_off(bench: Bench):
    at = bench.at("in-1958")
    bench.drag(at, at + QPoint(40, 0), step_ms=200.0)
    assert bench.commands() == []


def test_a_click_with_a_key_on_empty_ground_leaves_the_selection_alone(bench: Bench):
    QTest.mouseClick(bench.canvas, LEFT, CONTROL, bench.empty_point())
    assert bench.commands() == []


def test_a_double_click_on_ground_zooms_in_about_the_pointer(bench: Bench):
    instant_s = bench.scale.instant_at(600)
    QTest.mouseDClick(bench.canvas, LEFT, pos=bench.empty_point())
    bench.rest()
    assert bench.view.span_s == pytest.approx(OPENING.span_s / 2.5)
    assert bench.scale.x_of(instant_s) == pytest.approx(600, abs=1.0)


def test_a_double_click_on_an_event_zooms_to_it(bench: Bench):
    QTest.mouseDClick(bench.canvas, LEFT, pos=bench.at("in-1958"))
    assert bench.commands()[-2:] == [
        ("select.event", {"id": "in-1958", "reveal": False, "unfold": False}),
        ("view.fit-selection", {}),
    ]


@pytest.mark.parametrize("keys", [SHIFT, ALT])
def test_dragging_a_box_selects_what_it_touches(bench: Bench, keys: Qt.KeyboardModifier):
    first, last = bench.at("in-1957"), bench.at("in-1958")
    corner = QPoint(min(first.x(), last.x()) - 6, min(first.y(), last.y()) - 6)
    other = QPoint(max(first.x(), last.x()) + 6, max(first.y(), last.y()) + 6)
    QTest.mousePress(bench.canvas, LEFT, keys, corner)
    for point in (corner + QPoint(20, 20), other):
        QTest.mouseMove(bench.canvas, point)
    bench.frame()
    scene = bench.canvas.scene
    assert scene is not None
    boxes = [item.rect for item in scene.items if item.role == "box"]
    assert boxes == [(corner.x(), corner.y(), other.x() - corner.x(), other.y() - corner.y())]
    QTest.mouseRelease(bench.canvas, LEFT, keys, other)
    [(command, arguments)] = bench.commands()
    assert command == "select.many"
    assert {"in-1957", "in-1958"} <= set(arguments["ids"])  # type: ignore[arg-type]
    assert "in-1962" not in arguments["ids"]  # type: ignore[operator]
    bench.frame()
    assert not [item for item in bench.canvas.scene.items if item.role == "box"]  # type: ignore[union-attr]
    assert bench.view == OPENING


def test_a_box_with_control_adds_to_what_is_selected(bench: Bench):
    bench.canvas.set_selection(("in-1962",))
    at = bench.at("in-1957")
    bench.drag(at - QPoint(8, 8), at, at + QPoint(3, 3), keys=SHIFT | CONTROL)
    assert bench.commands() == [("select.many", {"ids": ("in-1962", "in-1957")})]


def test_an_empty_box_selects_nothing(bench: Bench):
    point = bench.empty_point()
    bench.drag(point, point - QPoint(6, 1), point - QPoint(8, 1), keys=SHIFT)
    assert bench.commands() == []


# -- hovering -------------------------------------------------------------------------------------


def test_the_pointer_over_a_mark_raises_it_and_shows_its_card_after_a_moment(bench: Bench):
    bench.point(bench.at("in-1958"))
    bench.frame()
    assert bench.canvas.cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert [item for item in bench.canvas.scene.items if item.role == "hover-ring"]  # type: ignore[union-attr]
    card = bench.canvas.hover_card
    assert not card.isVisible()
    bench.clock.advance(500)
    assert card.isVisible()
    assert card.words == ("What happened in 1958", "1 July 1958")
    assert not card.geometry().contains(bench.at("in-1958"))
    assert bench.canvas.rect().contains(card.geometry())
    bench.point(bench.empty_point())
    bench.frame()
    assert not card.isVisible()
    assert bench.canvas.cursor().shape() is Qt.CursorShape.OpenHandCursor
    assert not [item for item in bench.canvas.scene.items if item.role == "hover-ring"]  # type: ignore[union-attr]


def test_the_card_goes_when_the_view_moves(bench: Bench):
    bench.point(bench.at("in-1958"))
    bench.clock.advance(500)
    assert bench.canvas.hover_card.isVisible()
    bench.canvas.set_view(View(OPENING.start_s + 900 * DAY_S, OPENING.span_s))
    bench.frame()
    assert not bench.canvas.hover_card.isVisible()


def test_the_words_of_the_card_grow_with_the_text(bench: Bench):
    bench.canvas.set_style(bench.painter, PlainMeasurer(2.0), 2.0)
    bench.rest()
    bench.point(bench.at("in-1958"))
    bench.clock.advance(500)
    card = bench.canvas.hover_card
    assert card.isVisible()
    assert {label.font().pixelSize() for label in card.findChildren(QLabel)} == {28, 24}


def test_over_a_lane_s_name_the_pointer_can_take_hold_of_it_and_press_its_control(bench: Bench):
    bench.point(QPoint(100, 200))
    assert bench.canvas.cursor().shape() is Qt.CursorShape.OpenHandCursor
    head = bench.canvas.scene.lane_heads[0]  # type: ignore[union-attr]
    bench.point(QPoint(round(head.control.centre.x), round(head.control.centre.y)))
    assert bench.canvas.cursor().shape() is Qt.CursorShape.PointingHandCursor
