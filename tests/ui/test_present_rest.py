# SPDX-License-Identifier: MIT
"""A presentation at rest does nothing but tell the time, and one that has ended leaves nothing behind."""

from __future__ import annotations

import weakref
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.ui.fake_screens import DESK, WALL
from tests.ui.test_present import Class
from timeline_app.base.clock import Callback, Cancel

pytestmark = pytest.mark.usefixtures("fonts")


@pytest.fixture
def shown(qt_app: QApplication, tmp_path: Path) -> Iterator[Class]:
    made = Class(tmp_path, DESK, WALL)
    yield made
    made.shell.commands.send("present.leave")
    made.bench.close()


class PaintCount(QObject):
    """Counts what is painted, by kind of widget."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: Counter[str] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 — Qt's own name
        if event.type() == QEvent.Type.Paint:
            self.painted[type(watched).__name__] += 1
        return False


def listened(shown: Class, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list to which each wish of the presentation to be woken is added from now on."""
    wishes: list[str] = []
    clock, after = shown.bench.clock, shown.bench.clock.after

    def heard(delay_ms: float, callback: Callback) -> Cancel:
        if callback.__module__.startswith("timeline_app.ui.present"):
            wishes.append(callback.__qualname__)
        return after(delay_ms, callback)

    monkeypatch.setattr(clock, "after", heard)
    return wishes


def test_at_rest_a_second_brings_the_time_and_nothing_else(shown, monkeypatch):
    shown.send("tour.next")
    shown.bench.settle(5_000.0)
    canvas, mirror = shown.presentation.hall.canvas, shown.presentation.presenter.mirror
    before = canvas.build_count, canvas.paint_count, mirror.grab().toImage()
    shown.bench.settle()
    watch, wishes = PaintCount(), listened(shown, monkeypatch)
    for widget in (*QApplication.allWidgets(),):
        widget.installEventFilter(watch)
    for _ in range(30):
        shown.bench.settle(1_000.0)
    assert wishes == ["PresenterWindow._go_on"] * 30
    # The digits of the timer, on their card, on the window's ground.
    assert set(watch.painted) <= {"PresenterWindow", "TimerCard", "ClockCard", "QLabel"}
    assert watch.painted["QLabel"] <= 31
    assert (canvas.build_count, canvas.paint_count) == before[:2]
    assert mirror.grab().toImage() == before[2]


def test_the_small_picture_follows_the_large_one_without_being_told(shown):
    mirror, hall = shown.presentation.presenter.mirror, shown.presentation.hall
    seen: list[QImage] = []
    for command in ("tour.next", "tour.next", "view.wider", "tour.explore", "curtain.toggle"):
        shown.shell.commands.send(command)
        shown.bench.settle()
        seen.append(mirror.grab().toImage())
        drawn_before = mirror.grab().toImage()
        hall.changed.emit()
        shown.bench.settle()
        # Drawn once more it is the same: nothing had come since that nobody told of.
        assert mirror.grab().toImage() == drawn_before, command
    assert seen[0] != seen[1]


def test_while_things_move_the_small_picture_is_drawn_fifteen_times_a_second_at_most(shown):
    mirror, hall = shown.presentation.presenter.mirror, shown.presentation.hall
    shown.bench.settle()
    watch = PaintCount()
    mirror.installEventFilter(watch)
    for _ in range(60):
        hall.changed.emit()
        shown.bench.settle(16.0)
    assert 10 <= watch.painted["Mirror"] <= 16


def counted(shown: Class) -> tuple[int, int, int]:
    """Return how many widgets there are, parts of the shell, and wishes to be woken."""
    return len(QApplication.allWidgets()), len(shown.shell.findChildren(QObject)), shown.bench.clock.pending


def test_an_end_leaves_nothing_behind(shown):
    after_first: tuple[int, int, int] | None = None
    for _ in range(3):
        presentation = shown.presentation
        gone = [
            weakref.ref(part)
            for part in (presentation, presentation.hall, presentation.audience, presentation.presenter)
        ]
        shown.send("tour.next")
        shown.bench.settle()
        shown.send("present.freeze")
        shown.send("present.leave")
        del presentation
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        shown.bench.settle(10_000.0)
        counts = counted(shown)
        assert not shown.screens.is_watched
        assert all(part() is None for part in gone)
        after_first = after_first or counts
        # Threads that make the search's index may still be listened to after the first one, and later not.
        assert counts[:2] == after_first[:2]
        assert counts[2] <= after_first[2]
        shown.send("present.start")
        shown.bench.settle()


def test_what_still_waits_when_a_presentation_ends_in_the_middle_of_a_move_comes_to_nothing(shown):
    for command in ("tour.next", "present.spotlight", "present.notes"):
        shown.send(command)
        shown.send("present.leave")
        windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        assert windows == [shown.shell.window]
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        shown.bench.settle(10_000.0)
        assert QApplication.overrideCursor() is None
        shown.send("present.start")
        # Not yet at rest when the next thing is done.
        shown.bench.clock.advance(20.0)
