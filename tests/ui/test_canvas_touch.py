# SPDX-License-Identifier: MIT
"""Fingers on the canvas, from synthetic touches."""

from collections.abc import Iterable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.canvas_bench import OPENING, Bench, touch_screen, yearly


@pytest.fixture
def bench(qt_app: QApplication) -> Iterator[Bench]:
    made = Bench(yearly())
    yield made
    made.window.close()


class Fingers:
    """Fingers that come down, move and go; what is not told stays where it is."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._down: dict[int, QPoint] = {}

    def put(self, **points: tuple[int, int]) -> None:
        """Put fingers `f0`, `f1` … down, or move those that are down."""
        sequence = QTest.touchEvent(self._bench.canvas, touch_screen(), False)
        moved = {int(name[1:]): QPoint(*at) for name, at in points.items()}
        for finger, at in moved.items():
            if finger in self._down:
                sequence.move(finger, at, self._bench.canvas)
            else:
                sequence.press(finger, at, self._bench.canvas)
        self._stay(sequence, self._down.keys() - moved.keys())
        sequence.commit()
        self._down.update(moved)

    def lift(self, *fingers: int) -> None:
        """Take fingers away, all of them if none is named."""
        sequence = QTest.touchEvent(self._bench.canvas, touch_screen(), False)
        for finger in fingers or tuple(self._down):
            sequence.release(finger, self._down.pop(finger), self._bench.canvas)
        self._stay(sequence, self._down.keys())
        sequence.commit()

    def _stay(self, sequence: QTest.QTouchEventSequence, fingers: Iterable[int]) -> None:
        # QTest's `stationary` forgets where the finger is; a real screen never does.
        for finger in fingers:
            sequence.move(finger, self._down[finger], self._bench.canvas)


@pytest.fixture
def fingers(bench: Bench) -> Fingers:
    return Fingers(bench)


def test_one_finger_pans_by_exactly_its_pixels(bench: Bench, fingers: Fingers):
    instant_s = bench.scale.instant_at(500)
    fingers.put(f0=(500, 200))
    fingers.put(f0=(520, 200))
    assert bench.scale.x_of(instant_s) == pytest.approx(520, abs=0.01)
    fingers.put(f0=(431, 200))
    assert bench.scale.x_of(instant_s) == pytest.approx(431, abs=0.01)
    bench.clock.advance(300)
    fingers.lift()
    bench.rest()
    assert bench.scale.x_of(instant_s) == pytest.approx(431, abs=0.01)
    assert bench.commands() == []
    assert bench.views_told()[0]["remember"] is True


def test_a_flick_glides_on(bench: Bench, fingers: Fingers):
    fingers.put(f0=(700, 200))
    for step in range(1, 8):
        bench.clock.advance(16)
        fingers.put(f0=(700 - 20 * step, 200))
    let_go_s = bench.view.start_s
    fingers.lift()
    bench.rest()
    # 1,250 pixels a second against friction: some 400 pixels more.
    assert 300 < (bench.view.start_s - let_go_s) / bench.scale.seconds_per_px < 420


def test_a_pinch_zooms_exactly_about_the_middle_of_two_fingers(bench: Bench, fingers: Fingers):
    instant_s = bench.scale.instant_at(600)
    fingers.put(f0=(500, 200), f1=(700, 200))
    fingers.put(f0=(400, 200), f1=(800, 200))
    assert bench.view.span_s == pytest.approx(OPENING.span_s / 2)
    assert bench.scale.x_of(instant_s) == pytest.approx(600, abs=1.0)
    fingers.put(f0=(520, 200), f1=(720, 200))
    assert bench.view.span_s == pytest.approx(OPENING.span_s)
    assert bench.scale.x_of(instant_s) == pytest.approx(620, abs=1.0)


def test_a_slanted_pinch_counts_the_true_distance(bench: Bench, fingers: Fingers):
    fingers.put(f0=(500, 100), f1=(530, 140))
    fingers.put(f0=(485, 80), f1=(545, 160))
    assert bench.view.span_s == pytest.approx(OPENING.span_s / 2)


def test_going_over_from_two_fingers_to_one_does_not_jump(bench: Bench, fingers: Fingers):
    fingers.put(f0=(500, 200), f1=(700, 200))
    fingers.put(f0=(450, 200), f1=(750, 200))
    zoomed = bench.view
    fingers.lift(0)
    assert bench.view == zoomed
    fingers.put(f1=(760, 200))
    moved_px = (zoomed.start_s - bench.view.start_s) / bench.scale.seconds_per_px
    assert moved_px == pytest.approx(10, abs=0.01)
    bench.clock.advance(300)
    fingers.lift()
    bench.rest()
    assert [told["remember"] for told in bench.views_told()].count(True) == 1


def test_a_third_finger_is_ignored(bench: Bench, fingers: Fingers):
    fingers.put(f0=(500, 200), f1=(700, 200))
    fingers.put(f0=(500, 200), f1=(700, 200), f2=(100, 100))
    fingers.put(f0=(400, 200), f1=(800, 200), f2=(300, 300))
    assert bench.view.span_s == pytest.approx(OPENING.span_s / 2)


def test_a_palm_does_nothing_at_all(bench: Bench, fingers: Fingers):
    fingers.put(**{f"f{number}": (400 + 30 * number, 200) for number in range(5)})
    fingers.put(**{f"f{number}": (600 + 30 * number, 260) for number in range(5)})
    fingers.lift()
    bench.rest()
    assert bench.view == OPENING
    assert bench.commands() == []


def test_a_tap_selects_the_mark_and_a_nudge_is_still_a_tap(bench: Bench, fingers: Fingers):
    at = bench.at("in-1958")
    fingers.put(f0=(at.x(), at.y()))
    fingers.put(f0=(at.x() + 5, at.y() - 5))
    fingers.lift()
    assert bench.commands() == [("select.event", {"id": "in-1958", "unfold": False})]
    assert bench.view == OPENING


def test_a_fingertip_may_miss_by_twenty_two_pixels_and_the_nearest_mark_wins(bench: Bench, fingers: Fingers):
    mark = bench.mark("in-1958").rect
    fingers.put(f0=(round(mark.x - 20), round(mark.centre.y)))
    fingers.lift()
    assert bench.commands() == [("select.event", {"id": "in-1958", "unfold": False})]
    bench.sent.clear()
    fingers.put(f0=(round(mark.x - 26), round(mark.centre.y)))
    fingers.lift()
    assert bench.commands() == [("select.clear", {})]


def test_a_touch_is_not_taken_a_second_time_as_a_mouse(bench: Bench, fingers: Fingers):
    at = bench.at("in-1958")
    fingers.put(f0=(at.x(), at.y()))
    fingers.lift()
    bench.rest()
    assert len(bench.commands()) == 1
    assert not bench.canvas.hover_card.isVisible()


def test_a_touch_stops_a_gliding_view(bench: Bench, fingers: Fingers):
    bench.turn(500, 200)
    bench.frame()
    bench.frame()
    stopped = bench.view
    fingers.put(f0=(600, 200))
    bench.clock.advance(400)
    assert bench.view == stopped
    fingers.lift()
    bench.rest()
    assert bench.view == stopped
    assert bench.views_told()[-1]["span_s"] == stopped.span_s


def test_a_touch_that_the_system_takes_back_ends_without_a_tap(bench: Bench, fingers: Fingers):
    at = bench.at("in-1958")
    fingers.put(f0=(at.x(), at.y()))
    assert not bench.canvas.is_settled
    cancel = QTouchEvent(QEvent.Type.TouchCancel, touch_screen(), Qt.KeyboardModifier.NoModifier, [])
    QApplication.sendEvent(bench.canvas, cancel)
    bench.rest()
    assert bench.canvas.is_settled
    assert bench.sent == []
    fingers.lift()
    assert bench.sent == []
