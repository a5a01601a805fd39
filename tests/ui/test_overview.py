# SPDX-License-Identifier: MIT
"""The overview: its window can be dragged, stretched, jumped, turned and walked."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.canvas_bench import OPENING, Bench, PlainPainter, yearly
from timeline_app.scene.surface import PlainMeasurer

LEFT = Qt.MouseButton.LeftButton
Y_PX = 30


@pytest.fixture
def bench(qt_app: QApplication) -> Iterator[Bench]:
    made = Bench(yearly())
    yield made
    made.window.close()


def drag(bench: Bench, from_px: float, to_px: float) -> None:
    """Drag over the overview, and let everything come to rest."""
    QTest.mousePress(bench.overview, LEFT, pos=QPoint(round(from_px), Y_PX))
    QTest.mouseMove(bench.overview, QPoint(round((from_px + to_px) / 2), Y_PX))
    QTest.mouseMove(bench.overview, QPoint(round(to_px), Y_PX))
    QTest.mouseRelease(bench.overview, LEFT, pos=QPoint(round(to_px), Y_PX))


def window_of(scene) -> tuple[float, float]:
    """Return left and right of the window as painted."""
    [item] = [item for item in scene.items if item.role == "overview-window"]
    return item.rect.x, item.rect.right


def test_the_window_is_painted_where_the_canvas_looks(bench: Bench):
    scene = bench.overview.scene
    scale = bench.overview.scale
    assert window_of(scene) == pytest.approx((scale.x_of(OPENING.start_s), scale.x_of(OPENING.end_s)))


def test_dragging_the_window_moves_the_canvas_with_every_move(bench: Bench):
    before = bench.overview.window_px
    QTest.mousePress(bench.overview, LEFT, pos=QPoint(round(before.centre.x), Y_PX))
    assert bench.overview.cursor().shape() is Qt.CursorShape.ClosedHandCursor
    QTest.mouseMove(bench.overview, QPoint(round(before.centre.x) + 30, Y_PX))
    assert bench.overview.window_px.x == pytest.approx(before.x + 30, abs=0.01)
    assert bench.view.span_s == OPENING.span_s
    bench.frame()
    assert window_of(bench.overview.scene)[0] == pytest.approx(before.x + 30, abs=0.01)
    QTest.mouseRelease(bench.overview, LEFT, pos=QPoint(round(before.centre.x) + 30, Y_PX))
    bench.rest()
    assert bench.canvas.is_settled
    assert [told["remember"] for told in bench.views_told()] == [True]


@pytest.mark.parametrize("step_px", [-40, 25])
def test_dragging_an_edge_stretches_the_view_and_leaves_the_other_edge(bench: Bench, step_px: int):
    before = bench.overview.window_px
    drag(bench, before.x, round(before.x) + step_px)
    bench.rest()
    after = bench.overview.window_px
    assert after.right == pytest.approx(before.right, abs=0.01)
    assert after.x - before.x == pytest.approx(step_px, abs=0.6)
    assert bench.view.end_s == pytest.approx(OPENING.end_s, abs=1)


def test_dragging_the_right_edge_moves_the_end(bench: Bench):
    before = bench.overview.window_px
    drag(bench, before.right, round(before.right) + 50)
    bench.rest()
    assert bench.overview.window_px.x == pytest.approx(before.x, abs=0.01)
    assert bench.view.start_s == OPENING.start_s
    assert bench.view.span_s > OPENING.span_s


def test_a_click_beside_the_window_brings_it_there(bench: Bench):
    instant_s = bench.overview.scale.instant_at(800)
    QTest.mouseClick(bench.overview, LEFT, pos=QPoint(800, Y_PX))
    bench.frame()
    assert not bench.canvas.is_settled
    bench.rest()
    assert bench.view.centre_s == pytest.approx(instant_s, abs=2)
    assert bench.view.span_s == OPENING.span_s
    assert [told["remember"] for told in bench.views_told()] == [True]


def test_dragged_beyond_the_exhibit_the_window_springs_back(bench: Bench):
    before = bench.overview.window_px
    drag(bench, before.centre.x, before.centre.x + 5_000)
    bench.rest()
    assert bench.view == bench.canvas.hand.limits.kept(bench.view)


def test_other_buttons_do_nothing(bench: Bench):
    QTest.mouseClick(bench.overview, Qt.MouseButton.RightButton, pos=QPoint(800, Y_PX))
    bench.rest()
    assert bench.view == OPENING


def test_the_pointer_says_what_a_press_would_do(bench: Bench):
    window = bench.overview.window_px
    shapes = []
    for x_px in (window.x, window.centre.x, window.right, window.right + 60):
        QTest.mouseMove(bench.overview, QPoint(round(x_px), Y_PX))
        shapes.append(bench.overview.cursor().shape())
    assert shapes == [
        Qt.CursorShape.SizeHorCursor,
        Qt.CursorShape.OpenHandCursor,
        Qt.CursorShape.SizeHorCursor,
        Qt.CursorShape.ArrowCursor,
    ]


def test_the_wheel_zooms_about_the_instant_under_the_pointer(bench: Bench):
    window = bench.overview.window_px
    x_px = window.x + window.w / 4
    bench.turn(x_px, Y_PX, widget=bench.overview)
    bench.rest()
    assert bench.view.span_s == pytest.approx(OPENING.span_s / 2**0.5)
    after = bench.overview.window_px
    assert (x_px - after.x) / after.w == pytest.approx(0.25, abs=0.001)


def test_outside_the_window_the_wheel_zooms_about_its_middle(bench: Bench):
    bench.turn(900, Y_PX, widget=bench.overview)
    bench.rest()
    assert bench.view.centre_s == pytest.approx(OPENING.centre_s, abs=2)


@pytest.mark.parametrize(
    ("key", "moved_share", "zoomed"),
    [
        (Qt.Key.Key_Right, 0.1, 1.0),
        (Qt.Key.Key_Left, -0.1, 1.0),
        (Qt.Key.Key_PageDown, 0.9, 1.0),
        (Qt.Key.Key_PageUp, -0.9, 1.0),
        (Qt.Key.Key_Plus, 0.0, 1.5),
        (Qt.Key.Key_Up, 0.0, 1.5),
        (Qt.Key.Key_Minus, 0.0, 1 / 1.5),
        (Qt.Key.Key_Down, 0.0, 1 / 1.5),
    ],
)
def test_keys_walk_the_window(bench: Bench, key: Qt.Key, moved_share: float, zoomed: float):
    QTest.keyClick(bench.overview, key)
    bench.rest()
    moved_s = bench.view.centre_s - OPENING.centre_s
    assert moved_s == pytest.approx(moved_share * OPENING.span_s, abs=2)
    assert bench.view.span_s == pytest.approx(OPENING.span_s / zoomed)


def test_home_and_end_go_to_the_ends(bench: Bench):
    limits = bench.canvas.hand.limits
    QTest.keyClick(bench.overview, Qt.Key.Key_End)
    bench.rest()
    assert bench.view.centre_s == pytest.approx(limits.last_s, abs=2)
    QTest.keyClick(bench.overview, Qt.Key.Key_Home)
    bench.rest()
    assert bench.view.centre_s == pytest.approx(limits.first_s, abs=2)


def test_other_keys_are_left_to_the_window(bench: Bench):
    QTest.keyClick(bench.overview, Qt.Key.Key_Q)
    bench.rest()
    assert bench.view == OPENING


def test_from_right_to_left_the_arrows_follow_the_eye(bench: Bench):
    bench.canvas.set_layout(0.0, mirrored=True)
    bench.overview.set_layout(mirrored=True)
    QTest.keyClick(bench.overview, Qt.Key.Key_Left)
    bench.rest()
    assert bench.view.centre_s - OPENING.centre_s == pytest.approx(0.1 * OPENING.span_s, abs=2)
    left, right = window_of(bench.overview.scene)
    scale = bench.overview.scale
    assert (left, right) == pytest.approx(
        (scale.x_of(bench.view.end_s), scale.x_of(bench.view.start_s)), abs=0.1
    )


def test_the_focus_ring_is_there_for_keys_only(bench: Bench):
    bench.canvas.setFocus()
    bench.overview.setFocus(Qt.FocusReason.TabFocusReason)
    bench.frame()
    assert [item for item in bench.overview.scene.items if item.role == "focus-ring"]  # type: ignore[union-attr]
    QTest.mouseClick(bench.overview, LEFT, pos=QPoint(round(bench.overview.window_px.centre.x), Y_PX))
    bench.rest()
    assert not [item for item in bench.overview.scene.items if item.role == "focus-ring"]  # type: ignore[union-attr]
    bench.canvas.setFocus()
    bench.frame()
    assert not [item for item in bench.overview.scene.items if item.role == "focus-ring"]  # type: ignore[union-attr]


def test_an_overview_paints_once_a_frame_and_only_what_is_new(bench: Bench):
    painter = PlainPainter()
    bench.overview.set_style(painter, PlainMeasurer())
    bench.overview.grab()
    painted = len(painter.scenes)
    bench.overview.repaint()
    assert len(painter.scenes) == painted
    for _ in range(10):
        bench.canvas.hand.push(-2.0, 0.0)
    bench.frame()
    assert len(painter.scenes) == painted + 1
    bench.canvas.hand.let_go()


def test_an_overview_of_nothing_is_empty(bench: Bench):
    bench.canvas.hand.animator._view = None
    bench.overview.set_layout(mirrored=False)
    assert bench.overview.scene is None
    bench.overview.grab()
    drag(bench, 100, 200)
    bench.turn(100, Y_PX, widget=bench.overview)
    QTest.keyClick(bench.overview, Qt.Key.Key_Right)
    assert bench.sent == []


def test_hiding_the_overview_lets_go_of_its_window(bench: Bench):
    QTest.mousePress(bench.overview, LEFT, pos=QPoint(round(bench.overview.window_px.centre.x), Y_PX))
    assert not bench.canvas.is_settled
    bench.overview.hide()
    bench.rest()
    assert bench.canvas.is_settled
