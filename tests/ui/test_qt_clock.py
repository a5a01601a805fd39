# SPDX-License-Identifier: MIT
"""The clock that Qt drives; what it calls ends the loop that waits for it."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication

from timeline_app.ui.qt_clock import QtClock


@pytest.fixture
def clock(qt_app: QApplication) -> QtClock:
    return QtClock()


def test_what_is_due_runs_in_order_from_the_event_loop(clock: QtClock):
    loop, heard = QEventLoop(), []
    clock.after(20, loop.quit)
    clock.after(8, lambda: heard.append("later"))
    clock.after(0, lambda: heard.append("at once"))
    assert heard == []
    loop.exec()
    assert heard == ["at once", "later"]


def test_what_is_called_off_does_not_run_and_may_be_called_off_twice(clock: QtClock):
    loop, heard = QEventLoop(), []
    cancel = clock.after(0, lambda: heard.append("no"))
    cancel()
    cancel()
    clock.after(5, loop.quit)
    loop.exec()
    assert heard == []


def test_calling_off_what_has_run_does_nothing(clock: QtClock):
    loop, heard = QEventLoop(), []
    cancel = clock.after(0, lambda: heard.append("first"))
    clock.after(2, loop.quit)
    loop.exec()
    clock.after(0, lambda: heard.append("second"))
    clock.after(2, loop.quit)
    cancel()
    loop.exec()
    assert heard == ["first", "second"]


def test_a_frame_may_ask_for_the_next_one(clock: QtClock):
    loop, times = QEventLoop(), []

    def frame() -> None:
        times.append(clock.now_ms())
        if len(times) == 3:
            loop.quit()
        else:
            clock.next_frame(frame)

    clock.next_frame(frame)
    loop.exec()
    assert times == sorted(times)
    assert len(times) == 3


def test_a_frame_can_be_called_off(clock: QtClock):
    loop, heard = QEventLoop(), []
    cancel = clock.next_frame(lambda: heard.append("no"))
    cancel()
    clock.after(30, loop.quit)
    loop.exec()
    assert heard == []


def test_no_timer_is_kept_once_it_has_rung(clock: QtClock):
    loop = QEventLoop()
    for _ in range(20):
        clock.after(0, lambda: None)
    clock.after(2, loop.quit)
    loop.exec()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert clock.findChildren(QObject) == []


def test_today_is_a_date(clock: QtClock):
    year, month, day = clock.today()
    assert year >= 2024
    assert 1 <= month <= 12
    assert 1 <= day <= 31
