# SPDX-License-Identifier: MIT
"""The clock that Qt drives: the only place where a Qt timer may be made."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer

from timeline_app.base.clock import Callback, Cancel, local_time_of_day, local_today, monotonic_ms

FRAME_MS = 1000.0 / 60.0


class QtClock(QObject):
    """Runs callbacks from Qt's event loop; keeps no reference to those that are done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last_frame_ms = -FRAME_MS

    def now_ms(self) -> float:
        """Return the machine's monotonic milliseconds."""
        return monotonic_ms()

    def today(self) -> tuple[int, int, int]:
        """Return today's local date."""
        return local_today()

    def time_of_day(self) -> tuple[int, int]:
        """Return the machine's local time."""
        return local_time_of_day()

    def after(self, delay_ms: float, callback: Callback) -> Cancel:
        """Call `callback` once after `delay_ms`, from the event loop."""
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        is_open = True

        def close() -> None:
            nonlocal is_open
            if is_open:
                is_open = False
                timer.stop()
                timer.deleteLater()

        def ring() -> None:
            close()
            callback()

        timer.timeout.connect(ring)
        timer.start(max(round(delay_ms), 0))
        return close

    def next_frame(self, callback: Callback) -> Cancel:
        """Call `callback` when the next frame is due: at once after a pause, else one frame after the last."""

        def ring() -> None:
            self._last_frame_ms = monotonic_ms()
            callback()

        since_ms = monotonic_ms() - self._last_frame_ms
        return self.after(max(FRAME_MS - since_ms, 0.0), ring)
