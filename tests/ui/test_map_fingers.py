# SPDX-License-Identifier: MIT
"""Fingers on the map: a tap chooses though no finger is quite still, two fingers never do; keys of commands stay theirs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.canvas_bench import touch_screen
from tests.ui.test_map import MapBench

MIDDLE = QPoint(300, 200)
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def bench(qt_app: QApplication) -> Iterator[MapBench]:
    made = MapBench(qt_app)
    yield made
    made.view.close()


def eastport(bench: MapBench) -> QPoint:
    """Return where Eastport stands on the map."""
    (number,) = [n for n, name in enumerate(bench.content.names) if name.text == "Eastport"]
    at = bench.view.canvas.point_of(number)
    assert at is not None
    return QPoint(round(at.x), round(at.y))


def touch(bench: MapBench, *paths: tuple[QPoint, QPoint]) -> None:
    """Put fingers down, move each along its path, and lift them."""
    canvas, device = bench.view.canvas, touch_screen()
    down, up = QTest.touchEvent(canvas, device), QTest.touchEvent(canvas, device)
    for finger, (start, _) in enumerate(paths):
        down.press(finger, start, canvas)
    down.commit()
    for share in (0.5, 1.0):
        move = QTest.touchEvent(canvas, device)
        for finger, (start, end) in enumerate(paths):
            move.move(finger, start + (end - start) * share, canvas)
        move.commit()
    for finger, (_, end) in enumerate(paths):
        up.release(finger, end, canvas)
    up.commit()
    bench.settle()


def opposite(point: QPoint) -> QPoint:
    """Return the point that lies as far on the other side of the middle."""
    return MIDDLE * 2 - point


def test_a_tap_that_trembles_chooses_and_does_not_move_the_map(bench: MapBench):
    here = eastport(bench)
    before = bench.view.canvas.motion.view
    touch(bench, (here, here + QPoint(8, -6)))
    assert bench.chosen == ["east"]
    assert bench.view.canvas.motion.view == before


def test_a_finger_that_moves_on_pans_and_chooses_nothing(bench: MapBench):
    here = eastport(bench)
    touch(bench, (here, here + QPoint(-60, 30)))
    assert bench.chosen == []
    moved = eastport(bench) - here
    assert abs(moved.x() + 60) <= 1
    assert abs(moved.y() - 30) <= 1


def test_two_fingers_that_rest_on_a_place_choose_nothing(bench: MapBench):
    here = eastport(bench)
    touch(bench, (here, here), (opposite(here), opposite(here)))
    assert bench.chosen == []


def test_to_zoom_about_the_middle_chooses_no_place_under_a_finger(bench: MapBench):
    here = eastport(bench)
    before = bench.view.canvas.motion.view
    there = MIDDLE + (here - MIDDLE) * 1.5
    touch(bench, (here, there), (opposite(here), opposite(there)))
    after = bench.view.canvas.motion.view
    assert before is not None
    assert after is not None
    assert after.scale / before.scale == pytest.approx(1.5, rel=0.02)
    assert bench.chosen == []
    assert bench.routes == []


def test_keys_of_commands_neither_move_the_map_nor_zoom_it(bench: MapBench):
    canvas = bench.view.canvas
    before = canvas.motion.target
    for key, held in ((Qt.Key.Key_Left, ALT), (Qt.Key.Key_Plus, CTRL), (Qt.Key.Key_0, CTRL)):
        QTest.keyClick(canvas, key, held)
        bench.settle()
        assert canvas.motion.target == before
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.motion.target != before
