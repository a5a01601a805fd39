# SPDX-License-Identifier: MIT
"""A finger scrolls the panel, and a tap is a click."""

from functools import partial

import pytest
from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget

from timeline_app.ui.touch_scroll import TouchScroll

BUTTONS = 30
LIMIT_MS = 5_000
FINGER = QPoint(100, 150)


def _note(pressed, text):
    pressed.append(text)


@pytest.fixture
def device(qt_app: QApplication):
    return QTest.createTouchDevice()


class NotingArea(QScrollArea):
    """A scroll area that knows which of its buttons were pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []


@pytest.fixture
def area(qt_app: QApplication):
    made = NotingArea()
    page = QWidget()
    column = QVBoxLayout(page)
    for number in range(BUTTONS):
        button = QPushButton(str(number))
        button.setMinimumHeight(50)
        button.clicked.connect(partial(_note, made.pressed, button.text()))
        column.addWidget(button)
    made.setWidget(page)
    made.setWidgetResizable(True)
    made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    made.resize(300, 300)
    TouchScroll(made)
    made.show()
    QTest.qWaitForWindowExposed(made)
    yield made
    made.close()
    made.deleteLater()


def put(area, device, at, *, up=False):
    touch = QTest.touchEvent(area.viewport(), device)
    if up:
        touch.release(0, at)
    else:
        touch.press(0, at)
    touch.commit()


def swipe(area, device, by_px):
    put(area, device, FINGER)
    for step in range(1, 11):
        touch = QTest.touchEvent(area.viewport(), device)
        touch.move(0, FINGER + QPoint(0, by_px * step // 10))
        touch.commit()
        # Qt's scroller reckons with the time between two touches; at none it does not move.
        QTest.qWait(10)
    put(area, device, FINGER + QPoint(0, by_px), up=True)


def spin_until(is_so):
    """Let Qt's own timers run until something is so; tell whether it came to be."""
    loop, limit, look = QEventLoop(), QTimer(singleShot=True), QTimer()
    look.timeout.connect(lambda: loop.quit() if is_so() else None)
    limit.timeout.connect(loop.quit)
    look.start(5)
    limit.start(LIMIT_MS)
    loop.exec()
    return is_so()


def test_a_swipe_scrolls_and_presses_nothing(area, device):
    swipe(area, device, -120)
    assert spin_until(lambda: area.verticalScrollBar().value() > 60)
    assert area.pressed == []


def test_a_tap_presses_what_lies_there_once(area, device):
    # In the middle of a button: how far its edge reaches is up to the style that other tests have left.
    target = area.widget().findChildren(QPushButton)[2]
    middle = target.mapTo(area.viewport(), target.rect().center())
    put(area, device, middle)
    put(area, device, middle, up=True)
    assert area.pressed == [target.text()]
    assert area.verticalScrollBar().value() == 0
