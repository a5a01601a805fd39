# SPDX-License-Identifier: MIT
"""The canvas at the real store: gestures become commands, the store's view comes back, Back finds the way."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.canvas_bench import OPENING, Bench, yearly
from timeline_app.scene.view import View
from timeline_app.state.command_table import COMMANDS
from timeline_app.state.commands import Commands, Value
from timeline_app.state.handlers import bind_handlers
from timeline_app.state.store import Store

LEFT = Qt.MouseButton.LeftButton


class StoredBench(Bench):
    """A bench whose commands go to a store, and whose canvas follows the store."""

    def __init__(self) -> None:
        document = yearly()
        self.store = Store()
        self.commands_at_work = Commands(COMMANDS, lambda: self.store.state)
        self.store.swap_document(document, (), OPENING)
        super().__init__(document)
        bind_handlers(self.commands_at_work, self.store, lambda: self.stage)
        self.store.watch(self._follow)

    def send(self, command_id: str, /, **arguments: Value) -> bool:
        """Send the command to the store."""
        self.sent.append((command_id, arguments))
        return self.commands_at_work.send(command_id, **arguments)

    @property
    def target(self) -> View | None:
        """The store's target view."""
        return self.store.state.view

    def _follow(self, old: object, new: object) -> None:
        del old, new
        if self.target is not None:
            self.canvas.set_view(self.target)
        self.canvas.set_selection(self.store.state.selection.ids)


@pytest.fixture
def bench(qt_app: QApplication) -> Iterator[StoredBench]:
    made = StoredBench()
    yield made
    made.window.close()


def swing(bench: StoredBench) -> None:
    """Drag and let go in full swing."""
    bench.drag(*(QPoint(700 - 20 * step, 200) for step in range(8)), step_ms=16.0)


def test_the_store_has_the_displayed_view_at_every_frame_of_a_drag(bench: StoredBench):
    QTest.mousePress(bench.canvas, LEFT, pos=QPoint(500, 200))
    for step in range(1, 10):
        QTest.mouseMove(bench.canvas, QPoint(500 - 7 * step, 200))
        bench.frame()
        assert bench.target == bench.view
    bench.clock.advance(300)
    QTest.mouseRelease(bench.canvas, LEFT, pos=QPoint(437, 200))
    bench.rest()
    assert bench.target == bench.view != OPENING


def test_the_store_knows_where_a_gliding_view_will_rest(bench: StoredBench):
    swing(bench)
    resting = bench.target
    assert resting != bench.view
    bench.rest()
    assert bench.view == bench.target == resting


def test_back_returns_to_where_the_gesture_began_and_forward_to_where_it_ended(bench: StoredBench):
    swing(bench)
    bench.rest()
    ended = bench.view
    assert bench.send("go.back")
    bench.rest()
    assert bench.view == OPENING
    assert not bench.send("go.back")
    assert bench.send("go.forward")
    bench.rest()
    assert bench.view == ended


def test_a_stopped_glide_leaves_the_store_where_the_view_stopped(bench: StoredBench):
    swing(bench)
    bench.frame()
    QTest.mouseClick(bench.canvas, LEFT, pos=bench.empty_point())
    bench.rest()
    assert bench.target == bench.view


def test_keys_take_over_from_a_turning_wheel(bench: StoredBench):
    bench.turn(500, 200)
    bench.frame()
    bench.send("view.fit-all")
    bench.rest()
    assert bench.view == bench.target == bench.stage.bounded(bench.stage.whole_view())


def test_a_click_selects_and_a_second_event_is_added_with_control(bench: StoredBench):
    QTest.mouseClick(bench.canvas, LEFT, pos=bench.at("in-1958"))
    bench.rest()
    QTest.mouseClick(bench.canvas, LEFT, Qt.KeyboardModifier.ControlModifier, bench.at("in-1960"))
    bench.rest()
    assert bench.canvas.selected_ids == bench.store.state.selection.ids == ("in-1958", "in-1960")
    QTest.mouseClick(bench.canvas, LEFT, pos=bench.empty_point())
    assert bench.store.state.selection.ids == ()


def test_a_double_click_on_an_event_brings_it_close(bench: StoredBench):
    QTest.mouseDClick(bench.canvas, LEFT, pos=bench.at("in-1958"))
    bench.rest()
    assert bench.view.span_s < OPENING.span_s / 5
    assert bench.stage.holds(bench.view, bench.showing.ordinal("in-1958") or 0)
