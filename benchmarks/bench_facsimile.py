# SPDX-License-Identifier: MIT
"""A scan of 12,000 × 9,000 pixels in JPEG, PNG and TIFF, beside Qt's bare decoding of the same file.

Each is opened in a process of its own, which shows it in a viewer of 1280 × 900 as a reader would: the marked part
first, then the whole page, then closer, turned, and moved about. What counts: how late a heartbeat of 10 ms ever is
(at most 100 ms; on a machine that does other things, beside how late an idle process is meanwhile), and how much memory is added at the most (at most 700 MB, resident, over an empty window of ours).
The bare decoding holds one whole picture and can do nothing else meanwhile.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measure import ROOT, report

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from timeline_app.ui.facsimile.viewer import FacsimileViewer
    from timeline_app.ui.panels.look import Look

WIDTH_PX, HEIGHT_PX = 12_000, 9_000
KINDS = ("jpg", "png", "tif")
BEAT_MS = 10
LATE_LIMIT_MS = 100.0
MEMORY_LIMIT_MB = 700.0
LIMIT_S = 300
REST_MB = 200
LONGEST_REST_S = 60
COMMAND = (sys.executable, "-m", "benchmarks.bench_facsimile")
ENV = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def main() -> None:
    """Make the scans, measure each in a fresh process, and print one line."""
    match sys.argv[1:]:
        case ["make", folder]:
            make(folder)
            return
        case ["viewer", path]:
            show(path)
            return
        case ["bare", path]:
            decode(path)
            return
        case ["idle"]:
            idle()
            return
        case _:
            pass
    found: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as folder:
        _run("make", folder)
        for kind in KINDS:
            path = str(Path(folder) / f"scan.{kind}")
            found[kind] = {
                "file_mb": round(Path(path).stat().st_size / 1e6, 1),
                **_beside_an_idle_one("viewer", path),
                "bare": _run("bare", path),
            }
    report("facsimile", limits={"late_ms": LATE_LIMIT_MS, "added_mb": MEMORY_LIMIT_MB}, **found)


def _run(*arguments: str) -> object:
    done = subprocess.run(
        [*COMMAND, *arguments], cwd=ROOT, env=ENV, capture_output=True, text=True, check=True, timeout=LIMIT_S
    )
    return json.loads(done.stdout.strip().splitlines()[-1]) if done.stdout.strip() else None


def _beside_an_idle_one(*arguments: str) -> dict[str, object]:
    """Run something while another process only beats, and return what both tell."""
    pipe = subprocess.PIPE
    with subprocess.Popen([*COMMAND, "idle"], cwd=ROOT, env=ENV, stdin=pipe, stdout=pipe, text=True) as other:
        told = _run(*arguments)
        late_ms = json.loads(other.communicate(timeout=LIMIT_S)[0])
    return {arguments[0]: told, "idle_latest_beat_ms": late_ms}


def resident_mb() -> float:
    """Return how much memory this process has, as the system counts it."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def most_resident_mb() -> float:
    """Return the most that this process has ever had."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) * 1024 / 1e6


def make(folder: str) -> None:
    """Write the scan in each kind: typed lines on paper with grain."""
    import numpy as np
    from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QImageReader, QImageWriter, QPainter

    app = QGuiApplication([])
    QImageReader.setAllocationLimit(0)
    grain = np.random.default_rng(5).integers(216, 240, (750, 1000, 1), np.uint8).repeat(4, axis=2)
    paper = QImage(grain.tobytes(), 1000, 750, QImage.Format.Format_RGB32)
    image = QImage(WIDTH_PX, HEIGHT_PX, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for y in range(0, HEIGHT_PX, 750):
        for x in range(0, WIDTH_PX, 1000):
            painter.drawImage(x, y, paper)
    font = QFont()
    font.setPixelSize(110)
    painter.setFont(font)
    painter.setPen(QColor("#2b2a33"))
    for line in range(60):
        painter.drawText(
            500, 400 + line * 140, f"Line {line} of a typed page that somebody has scanned with care " * 3
        )
    painter.end()
    for kind in KINDS:
        writer = QImageWriter(str(Path(folder) / f"scan.{kind}"))
        writer.setQuality({"jpg": 90, "png": 90}.get(kind, -1))
        if not writer.write(image):
            sys.exit(f"{kind}: {writer.errorString()}")
    del app


def decode(path: str) -> None:
    """Decode a file with Qt alone, into one picture."""
    from PySide6.QtGui import QGuiApplication, QImageReader

    app = QGuiApplication([])
    QImageReader.setAllocationLimit(0)
    before_mb, began = resident_mb(), time.perf_counter()
    image = QImageReader(path).read()
    taken_ms = (time.perf_counter() - began) * 1000
    print(json.dumps({"decoded_ms": round(taken_ms), "added_mb": round(most_resident_mb() - before_mb)}))
    del app, image


class Heart:
    """Beats in Qt's event loop, and notes how late it ever was."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.late_ms = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.late_ms, self._last = max(self.late_ms, (now - self._last) * 1000 - BEAT_MS), now


def idle() -> None:
    """Beat and do nothing else, until nobody listens any more: what the machine itself is late."""
    import threading

    from PySide6.QtCore import QCoreApplication

    app = QCoreApplication([])
    heart = Heart()
    threading.Thread(target=lambda: (sys.stdin.read(), app.exit()), daemon=True).start()
    app.exec()
    print(json.dumps(round(heart.late_ms, 1)))


def show(path: str) -> None:
    """Open a file in a viewer, do with it what readers do, and note heartbeat and memory."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    from timeline_app.model.media_views import PictureView
    from timeline_app.ui.start import SWITCH_S

    # As the program has it.
    sys.setswitchinterval(SWITCH_S)
    app = QApplication([])
    viewer, look = _viewer(app)
    heart = Heart()

    def until(holds: Callable[[], bool]) -> None:
        while not holds():
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def for_ms(span_ms: float) -> None:
        end = time.perf_counter() + span_ms / 1000
        until(lambda: time.perf_counter() >= end)

    for_ms(200)
    before_mb, began, heart.late_ms = resident_mb(), time.perf_counter(), 0.0
    picture = PictureView(Path(path).parent, Path(path).name, 1, (0.3, 0.3, 0.2, 0.05), None, None, None)
    viewer.fill(picture, "", look)
    until(lambda: viewer.reader.sheet is not None)
    opened_ms = (time.perf_counter() - began) * 1000
    until(lambda: not viewer.reader.is_busy)
    sharp_ms = (time.perf_counter() - began) * 1000
    canvas = viewer.canvas
    for act in (
        canvas.fit,
        lambda: canvas.zoom(4.0),
        lambda: canvas.turn(1),
        lambda: canvas.zoom(2.0),
        canvas.show_region,
    ):
        act()
        for_ms(400)
        until(lambda: not viewer.reader.is_busy)
    # Large pictures go on being pressed into tiles for a while.
    until(lambda: resident_mb() - before_mb < REST_MB or time.perf_counter() - began > LONGEST_REST_S)
    told = {
        "opened_ms": round(opened_ms),
        "sharp_ms": round(sharp_ms),
        "latest_beat_ms": round(heart.late_ms, 1),
        "added_at_most_mb": round(most_resident_mb() - before_mb),
        "added_at_rest_mb": round(resident_mb() - before_mb),
    }
    print(json.dumps(told))
    app.aboutToQuit.emit()


def _viewer(app: QApplication) -> tuple[FacsimileViewer, Look]:
    """Return a viewer that is shown, and the look that it is filled with."""
    from timeline_app.base.messages import Translator
    from timeline_app.ui.facsimile.viewer import FacsimileViewer
    from timeline_app.ui.fonts import load_fonts
    from timeline_app.ui.panels.look import Look
    from timeline_app.ui.qt_clock import QtClock
    from timeline_app.ui.reading.typesetter import Typesetter
    from timeline_app.ui.theme import load_theme

    load_fonts(ROOT / "resources" / "fonts")
    translator = Translator.from_file(ROOT / "resources" / "languages" / "en.json")
    look = Look(translator, Typesetter(load_theme(ROOT / "resources" / "themes", "light")))
    viewer = FacsimileViewer(QtClock(app))
    viewer.set_height_px(900)
    viewer.resize(1280, 1000)
    viewer.show()
    app.processEvents()
    return viewer, look


if __name__ == "__main__":
    main()
