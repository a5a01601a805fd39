# SPDX-License-Identifier: MIT
"""A canvas and an overview on a bench: a small exhibit, a clock moved by hand, and a list of what was wished."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QInputDevice,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.sample_documents import document_of
from tests.stages import ENGLISH, HEADS_PX
from timeline_app.base.clock import FakeClock
from timeline_app.chrono.instant import DAY_S, seconds_from_civil
from timeline_app.model.document import Document
from timeline_app.model.showing import Showing
from timeline_app.scene.items import Item, Kind, Scene, TargetKind
from timeline_app.scene.stage import Stage
from timeline_app.scene.surface import PlainMeasurer
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.view import View
from timeline_app.state.commands import Value
from timeline_app.ui.canvas.overview_widget import OverviewWidget
from timeline_app.ui.canvas.widget import CanvasWidget

WIDTH_PX, HEIGHT_PX = 1_000, 400
START_S = seconds_from_civil(1955)
OPENING = View(START_S, 3_650.0 * DAY_S)
"""Ten years, of the thirty that the exhibit takes."""

_KEPT: list[QPointingDevice] = []


def touch_screen() -> QPointingDevice:
    """Return the one touch screen of the tests."""
    if not _KEPT:
        _KEPT.append(QTest.createTouchDevice())
    return _KEPT[0]


def yearly(lane_count: int = 3) -> Document:
    """Return an exhibit with an event in each summer from 1950 to 1980, the lanes taking turns."""
    lanes = {f"lane-{number}": {"title": f"Lane {number}"} for number in range(lane_count)}
    events = [
        {
            "id": f"in-{year}",
            "date": f"{year}-07-01",
            "title": f"What happened in {year}",
            "short": f"E{year}",
            "lane": f"lane-{year % lane_count}",
            "importance": 4,
        }
        for year in range(1950, 1981)
    ]
    return document_of({"title": "Yearly", "lanes": lanes, "events": events})


@dataclass
class PlainPainter:
    """Paints nothing and remembers the scenes it was handed."""

    scenes: list[Scene] = field(default_factory=list)

    def paint(self, painter: QPainter, scene: Scene, *, device_pixel_ratio: float = 1.0) -> None:
        """Remember the scene."""
        del device_pixel_ratio
        painter.fillRect(0, 0, 10_000, 10_000, Qt.GlobalColor.white)
        self.scenes.append(scene)


class Bench:
    """A window with a canvas and an overview in it; the store is played by `send`, which hands views back."""

    def __init__(self, document: Document, *, height_px: int = HEIGHT_PX, view: View = OPENING) -> None:
        self.clock = FakeClock()
        self.sent: list[tuple[str, dict[str, Value]]] = []
        self.painter = PlainPainter()
        self.window = QWidget()
        self.window.resize(WIDTH_PX, height_px + 80)
        self.stage = Stage(ENGLISH)
        self.canvas = CanvasWidget(self.stage, self.clock, ENGLISH, self.send, self.window)
        self.canvas.setGeometry(0, 0, WIDTH_PX, height_px)
        self.overview = OverviewWidget(self.stage, self.canvas.hand, ENGLISH, self.window)
        self.overview.setGeometry(0, height_px, WIDTH_PX, 80)
        self.showing = Showing(document)
        self.canvas.set_style(self.painter, PlainMeasurer())
        self.overview.set_style(PlainPainter(), PlainMeasurer())
        self.canvas.set_layout(HEADS_PX)
        self.canvas.set_showing(self.showing)
        self.canvas.set_view(view)
        self.window.show()
        self.window.activateWindow()
        self.overview.setFocus()
        QApplication.processEvents()
        self.rest()
        self.sent.clear()

    def send(self, command_id: str, /, **arguments: Value) -> bool:
        """Note a command; a view that a gesture tells comes back as the store would hand it back."""
        self.sent.append((command_id, arguments))
        if command_id == "view.set":
            told = {name: value for name, value in arguments.items() if name != "remember"}
            self.canvas.set_view(View(**told))  # type: ignore[arg-type]
        return True

    def rest(self, by_ms: float = 3_000.0) -> None:
        """Let time pass until everything has come to rest, and let Qt paint."""
        self.clock.advance(by_ms)
        QApplication.processEvents()

    def frame(self) -> None:
        """Let one frame pass."""
        self.clock.advance(FakeClock.FRAME_MS)
        QApplication.processEvents()

    @property
    def view(self) -> View:
        """The displayed view."""
        return self.canvas.hand.view

    @property
    def scene(self) -> Scene:
        """What the canvas shows; it must show something."""
        scene = self.canvas.scene
        assert scene is not None
        return scene

    @property
    def scale(self) -> TimeScale:
        """The canvas's time scale for the displayed view."""
        return self.canvas.hand.scale

    def commands(self, *, but: str = "view.set") -> list[tuple[str, dict[str, Value]]]:
        """Return what was sent, without the views that gestures tell."""
        return [entry for entry in self.sent if entry[0] != but]

    def views_told(self) -> list[dict[str, Value]]:
        """Return the views that gestures told, in order."""
        return [arguments for command_id, arguments in self.sent if command_id == "view.set"]

    def mark(self, event_id: str) -> Item:
        """Return the dot or bar of an event."""
        ordinal = self.showing.ordinal(event_id)
        return next(
            item
            for item in self.scene.items
            if item.kind in (Kind.DOT, Kind.BAR, Kind.TICK)
            and item.target is not None
            and item.target.kind is TargetKind.EVENT
            and item.target.index == ordinal
        )

    def at(self, event_id: str) -> QPoint:
        """Return the middle of an event's mark."""
        centre = self.mark(event_id).rect.centre
        return QPoint(round(centre.x), round(centre.y))

    def empty_point(self) -> QPoint:
        """Return a point of the lanes at which nothing lies."""
        return QPoint(600, round(self.scene.lanes_rect.bottom) - 2)

    def drag(
        self,
        *points: QPoint,
        keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        step_ms: float = 40.0,
    ) -> None:
        """Press at the first point, move over the others, and release at the last."""
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(self.canvas, left, keys, points[0])
        for point in points[1:]:
            self.clock.advance(step_ms)
            _move(self.canvas, point, keys, left)
        QTest.mouseRelease(self.canvas, left, keys, points[-1])

    def point(self, point: QPoint) -> None:
        """Move the mouse with no button and no key down."""
        _move(self.canvas, point, Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton)

    def turn(
        self,
        x_px: float,
        y_px: float,
        angle: tuple[int, int] = (0, 120),
        *,
        keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        pixels: tuple[int, int] = (0, 0),
        phase: Qt.ScrollPhase = Qt.ScrollPhase.NoScrollPhase,
        widget: QWidget | None = None,
        device: QPointingDevice | None = None,
    ) -> None:
        """Turn the wheel, or stroke the pad, over a point."""
        at = QPointF(x_px, y_px)
        target = widget or self.canvas
        event = QWheelEvent(
            at,
            QPointF(target.mapToGlobal(at)),
            QPoint(*pixels),
            QPoint(*angle),
            Qt.MouseButton.NoButton,
            keys,
            phase,
            False,
            Qt.MouseEventSource.MouseEventNotSynthesized,
            device or QPointingDevice.primaryPointingDevice(),
        )
        QApplication.sendEvent(target, event)

    def pinch_pad(self, kind: Qt.NativeGestureType, x_px: float, y_px: float, value: float) -> bool:
        """Send what the system makes of a pinch on a trackpad; tell whether the canvas took it."""
        at = QPointF(x_px, y_px)
        on_screen = QPointF(self.canvas.mapToGlobal(at))
        event = QNativeGestureEvent(kind, track_pad(), 2, at, at, on_screen, value, QPointF(), 0)
        return bool(self.canvas.event(event))


def track_pad() -> QPointingDevice:
    """Return a device that calls itself a touch pad."""
    return QPointingDevice(
        "pad", 77, QInputDevice.DeviceType.TouchPad, QPointingDevice.PointerType.Finger,
        QInputDevice.Capability.Position | QInputDevice.Capability.PixelScroll, 2, 3,
    )  # fmt: skip


def _move(widget: QWidget, point: QPoint, keys: Qt.KeyboardModifier, buttons: Qt.MouseButton) -> None:
    """Send a move with just these keys: QTest's own remembers the keys of the test before."""
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(point),
        QPointF(widget.mapToGlobal(point)),
        Qt.MouseButton.NoButton,
        buttons,
        keys,
    )
    QApplication.sendEvent(widget, event)
