# SPDX-License-Identifier: MIT
"""The canvas's frames: one build and one paint each, animation that can be stopped, focus and keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.sample_documents import harbour
from tests.stages import ENGLISH
from tests.ui.canvas_bench import OPENING, START_S, Bench, yearly
from timeline_app.base.clock import FakeClock
from timeline_app.chrono.instant import DAY_S
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.scene.items import Emphasis, TargetKind
from timeline_app.scene.stage import Stage
from timeline_app.scene.surface import PlainMeasurer
from timeline_app.scene.view import View
from timeline_app.ui.canvas.animator import Animator
from timeline_app.ui.canvas.widget import CanvasWidget

LATER = View(START_S + 2_000 * DAY_S, 1_000.0 * DAY_S)


@pytest.fixture
def bench(qt_app: QApplication) -> Iterator[Bench]:
    made = Bench(yearly())
    yield made
    made.window.close()


def ring(bench: Bench) -> list[int]:
    """Return the events that the focus ring is around, -1 for the whole canvas."""
    scene = bench.canvas.scene
    assert scene is not None
    return [
        item.target.index if item.target is not None else -1
        for item in scene.items
        if item.role == "focus-ring"
    ]


# -- frames and animation -------------------------------------------------------------------------


def test_a_new_target_is_reached_within_a_third_of_a_second_and_told_settled_once(bench: Bench):
    settled: list[View] = []
    bench.canvas.settled.connect(lambda: settled.append(bench.view))
    bench.canvas.set_view(LATER)
    assert not bench.canvas.is_settled
    bench.clock.advance(150)
    assert bench.view not in (OPENING, LATER)
    bench.clock.advance(216)
    assert bench.view == LATER
    assert settled == [LATER]
    bench.rest()
    assert settled == [LATER]


def test_a_new_target_starts_from_the_displayed_view(bench: Bench):
    bench.canvas.set_view(LATER)
    bench.clock.advance(100)
    half_way = bench.view
    bench.canvas.set_view(OPENING)
    assert bench.view == half_way
    bench.frame()
    assert OPENING.span_s > bench.view.span_s > half_way.span_s
    bench.rest()
    assert bench.view == OPENING


def test_a_frame_builds_once_and_paints_once_however_much_happens_in_it(bench: Bench):
    built, painted = bench.canvas.build_count, bench.canvas.paint_count
    for step in range(40):
        bench.canvas.hand.push(-1.0, 0.0)
        bench.canvas.set_selection((f"in-{1956 + step % 5}",))
    bench.frame()
    assert (bench.canvas.build_count, bench.canvas.paint_count) == (built + 1, painted + 1)
    bench.canvas.hand.let_go()


def test_an_animation_builds_and_paints_each_frame_once(bench: Bench):
    built = bench.canvas.build_count
    bench.canvas.set_view(LATER)
    frames = 0
    while not bench.canvas.is_settled:
        bench.frame()
        frames += 1
    assert bench.canvas.build_count == built + frames
    assert 12 <= frames <= 23


def test_nothing_is_built_or_painted_while_nothing_happens(bench: Bench):
    built, painted = bench.canvas.build_count, bench.canvas.paint_count
    bench.canvas.set_view(OPENING)
    bench.canvas.set_selection(())
    assert bench.clock.pending == 0
    bench.rest()
    assert (bench.canvas.build_count, bench.canvas.paint_count) == (built, painted)


def test_a_frame_that_changes_nothing_builds_nothing(bench: Bench):
    built, shown = bench.canvas.build_count, []
    bench.canvas.shown.connect(lambda: shown.append(True))
    bench.canvas.hand.animator.request_frame()
    bench.frame()
    assert shown == [True]
    assert bench.canvas.build_count == built


def test_the_first_view_costs_one_build_and_one_paint(bench: Bench):
    assert (bench.canvas.build_count, bench.canvas.paint_count) == (1, 1)


def test_an_exposed_part_is_taken_from_the_kept_picture(bench: Bench):
    painted = bench.canvas.paint_count
    bench.canvas.repaint(QPoint(10, 10).x(), 10, 50, 50)
    bench.canvas.repaint()
    assert bench.canvas.paint_count == painted


def test_the_scene_is_that_of_the_displayed_view(bench: Bench):
    bench.canvas.set_view(LATER)
    bench.rest()
    scene = bench.canvas.scene
    assert scene is not None
    named = {item.text for item in scene.items if item.role == "event-label"}
    assert named == {"E1960", "E1961", "E1962"}
    assert bench.painter.scenes[-1] is scene


def test_a_resized_canvas_is_laid_out_and_painted_for_its_new_size_at_once(bench: Bench):
    bench.canvas.resize(600, 300)
    bench.canvas.grab()
    assert bench.painter.scenes[-1].size == (600.0, 300.0)


def test_larger_text_leaves_fewer_names(bench: Bench):
    before = [item for item in bench.canvas.scene.items if item.role == "event-label"]  # type: ignore[union-attr]
    bench.canvas.set_style(bench.painter, PlainMeasurer(3.0), 3.0)
    bench.frame()
    after = [item for item in bench.canvas.scene.items if item.role == "event-label"]  # type: ignore[union-attr]
    assert len(after) < len(before)


def test_another_exhibit_is_shown_at_once_without_a_journey(bench: Bench):
    bench.canvas.set_showing(Showing(harbour()))
    bench.canvas.set_view(LATER)
    assert bench.view == LATER
    bench.frame()
    assert bench.canvas.is_settled
    bench.canvas.set_view(OPENING)
    assert bench.view == LATER


def test_without_an_exhibit_there_is_nothing_to_take_hold_of(bench: Bench):
    bench.canvas.set_showing(None)
    bench.frame()
    assert bench.canvas.scene is None
    bench.canvas.grab()


def test_before_the_first_view_gestures_do_nothing(qt_app: QApplication):
    bench = Bench(yearly(), view=OPENING)
    animator = bench.canvas.hand.animator
    animator._view = None
    QTest.mouseClick(bench.canvas, Qt.MouseButton.LeftButton, pos=QPoint(500, 200))
    bench.turn(500, 200)
    bench.rest()
    assert bench.sent == []
    bench.window.close()


def test_a_change_of_the_store_waits_while_a_hand_holds_the_view(bench: Bench):
    QTest.mousePress(bench.canvas, Qt.MouseButton.LeftButton, pos=QPoint(500, 200))
    bench.canvas.set_view(LATER)
    bench.rest()
    assert bench.view == OPENING
    QTest.mouseRelease(bench.canvas, Qt.MouseButton.LeftButton, pos=QPoint(500, 200))


def test_hiding_the_canvas_calls_off_a_drag(bench: Bench):
    QTest.mousePress(bench.canvas, Qt.MouseButton.LeftButton, pos=QPoint(500, 200))
    QTest.mouseMove(bench.canvas, QPoint(520, 200))
    bench.canvas.hide()
    bench.rest()
    assert bench.canvas.is_settled


# -- selection and focus --------------------------------------------------------------------------


def test_selected_events_are_raised_and_the_others_dimmed(bench: Bench):
    bench.canvas.set_selection(("in-1958", "in-1960"))
    bench.frame()
    scene = bench.canvas.scene
    assert scene is not None
    raised = [item.target.index for item in scene.items if item.role == "event-card" and item.target]
    assert raised == [bench.showing.ordinal("in-1958"), bench.showing.ordinal("in-1960")]
    dimmed = {
        item.target.index
        for item in scene.items
        if item.emphasis & Emphasis.DIMMED and item.target and item.target.kind is TargetKind.EVENT
    }
    assert bench.showing.ordinal("in-1957") in dimmed


def test_the_keyboard_goes_with_the_event_in_hand(bench: Bench):
    bench.canvas.set_selection(("in-1958", "in-1960"))
    assert bench.canvas.focused_id == "in-1960"
    bench.canvas.set_selection(())
    assert bench.canvas.focused_id == "in-1960"


def test_a_lens_keeps_the_selection(bench: Bench):
    bench.canvas.set_selection(("in-1958",))
    bench.canvas.set_showing(Showing(yearly(), Lens(frozenset({"in-1950"}))))
    bench.frame()
    assert [item for item in bench.canvas.scene.items if item.role == "event-card"]  # type: ignore[union-attr]
    assert bench.view == OPENING


def test_the_focus_ring_shows_where_the_keyboard_is_but_not_after_a_click(bench: Bench):
    bench.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    bench.frame()
    assert ring(bench) == [-1]
    bench.canvas.focus_event("in-1958")
    bench.frame()
    assert ring(bench) == [bench.showing.ordinal("in-1958")]
    QTest.mouseClick(bench.canvas, Qt.MouseButton.LeftButton, pos=bench.empty_point())
    bench.frame()
    assert ring(bench) == []
    QTest.keyClick(bench.canvas, Qt.Key.Key_Shift)
    bench.frame()
    assert ring(bench) == [bench.showing.ordinal("in-1958")]


def test_an_event_out_of_view_leaves_the_ring_around_the_canvas(bench: Bench):
    bench.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    bench.canvas.focus_event("in-1980")
    bench.frame()
    assert ring(bench) == [-1]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_select_the_focused_event(bench: Bench, key: Qt.Key):
    bench.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    bench.canvas.focus_event("in-1958")
    QTest.keyClick(bench.canvas, key)
    assert bench.commands() == [("select.event", {"id": "in-1958", "unfold": False})]
    QTest.keyClick(bench.canvas, key, Qt.KeyboardModifier.ControlModifier)
    assert bench.commands()[1:] == [("select.toggle", {"id": "in-1958"})]


def test_enter_without_a_focused_event_does_nothing(bench: Bench):
    bench.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(bench.canvas, Qt.Key.Key_Return)
    assert bench.sent == []


def test_tab_leaves_the_canvas_both_ways(bench: Bench):
    before, after = QLineEdit(bench.window), QLineEdit(bench.window)
    before.show()
    after.show()
    bench.window.setTabOrder(before, bench.canvas)
    bench.window.setTabOrder(bench.canvas, after)
    bench.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert not bench.canvas.is_at_heads
    QTest.keyClick(bench.canvas, Qt.Key.Key_Tab)
    assert bench.canvas.is_at_heads
    QTest.keyClick(bench.canvas, Qt.Key.Key_Tab)
    assert after.hasFocus()
    bench.canvas.setFocus(Qt.FocusReason.BacktabFocusReason)
    assert bench.canvas.is_at_heads
    QTest.keyClick(bench.canvas, Qt.Key.Key_Backtab)
    assert not bench.canvas.is_at_heads
    QTest.keyClick(bench.canvas, Qt.Key.Key_Backtab)
    assert before.hasFocus()
    bench.frame()
    assert ring(bench) == []


# -- the animator by itself -----------------------------------------------------------------------


def test_an_animator_shows_its_first_view_without_a_journey(bench: Bench):
    animator = Animator(bench.clock)
    animator.travel(OPENING)
    assert (animator.view, animator.target, animator.is_travelling) == (OPENING, OPENING, False)
    assert not animator.is_settled
    bench.frame()
    assert animator.is_settled


def test_a_held_view_settles_only_after_it_is_let_go(bench: Bench):
    animator = Animator(bench.clock)
    animator.show(OPENING)
    assert animator.hold() is False
    bench.rest()
    assert not animator.is_settled
    animator.let_go()
    bench.frame()
    assert animator.is_settled


def test_whoever_hears_of_a_frame_may_set_the_view_going_again(bench: Bench):
    animator, settled = Animator(bench.clock), []
    animator.show(OPENING)

    def go_on() -> None:
        if animator.target == OPENING:
            animator.travel(LATER)

    animator.frame.connect(go_on)
    animator.settled.connect(lambda: settled.append(animator.view))
    bench.rest()
    assert settled == [LATER]


def test_a_canvas_without_an_exhibit_can_be_hidden(qt_app: QApplication) -> None:
    canvas = CanvasWidget(Stage(ENGLISH), FakeClock(), ENGLISH, lambda *_, **__: True)
    canvas.hideEvent(QHideEvent())
    assert canvas.scene is None
