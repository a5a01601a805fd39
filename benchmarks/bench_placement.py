# SPDX-License-Identifier: MIT
"""Placing the labels of made-up exhibits in a thread, as the program does, while the interface's heart beats every 10 ms.

Told for each number of events: how long the first part keeps the first picture waiting, how many seconds the rest
takes in the background, and how late the beats come at the most. Aim: 10 s at 100,000 events, 60 s at a million,
no beat later than 100 ms. The reference of the same run only sorts the events and asks for their widths.

    python -m benchmarks.bench_placement [--events 10000,100000,1000000] [--exhibit FILE]
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from benchmarks.measure import report
from timeline_app.base import collector
from timeline_app.base.geometry import Size
from timeline_app.base.messages import Translator
from timeline_app.base.places import resource_root
from timeline_app.cli.demo_exhibit import events, header
from timeline_app.content.reader import read_exhibit
from timeline_app.model.document import Document
from timeline_app.model.showing import Showing
from timeline_app.scene.placement_work import PlacementWork
from timeline_app.scene.stage import Stage
from timeline_app.scene.surface import Surface
from timeline_app.ui.canvas.metrics import QtMeasurer
from timeline_app.ui.fonts import load_fonts
from timeline_app.ui.start import SWITCH_S

SIZE = Size(1920, 1080)
HEADS_PX = 208.0
BEAT_MS = 10
LIMITS_S = {10_000: 1.0, 100_000: 10.0, 1_000_000: 60.0}
LATEST_MS = 100.0
USUAL = "10000,100000"


def made_up(count: int) -> Document:
    """Return a made-up exhibit of so many events."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made-up.jsonl"
        with path.open("w", encoding="utf-8") as out:
            for line in (header(count, 1), *events(count, 1)):
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
        return read(path)


def read(path: Path) -> Document:
    """Return the exhibit of a file."""
    document = read_exhibit(path).document
    if document is None:
        raise SystemExit(f"{path} cannot be read")
    return document


class Heart:
    """Beats in the interface's thread, and knows how late its beats have come."""

    def __init__(self) -> None:
        self.late_ms: list[float] = []
        self._due = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def beat_while(self, thread: threading.Thread) -> None:
        """Run the event loop until a thread has ended."""
        loop = QEventLoop()
        look = QTimer()
        look.timeout.connect(lambda: None if thread.is_alive() else loop.quit())
        look.start(50)
        self._due = time.perf_counter() + BEAT_MS / 1000
        self._timer.start(BEAT_MS)
        loop.exec()
        self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.late_ms.append(max(now - self._due, 0.0) * 1000)
        self._due = now + BEAT_MS / 1000


def in_peace(work: PlacementWork) -> None:
    """Place what is left as the program's own thread does, collecting nothing."""
    collector.pause()
    try:
        work.run()
    finally:
        collector.resume()


def bare_s(stage: Stage) -> float:
    """Return the seconds that it takes to sort all entries and to ask for the widths of their labels."""
    index, labels = stage.index, stage.fitted.labels
    began = time.perf_counter()
    for ordinal in index.ordinal[np.lexsort((index.start_s, -index.importance))].tolist():
        labels.reserved_px(ordinal)
    return time.perf_counter() - began


def measure(document: Document) -> None:
    """Place the labels of one exhibit and print the line."""
    stage = Stage(Translator.from_file(resource_root() / "languages" / "en.json"))
    began = time.perf_counter()
    stage.fit(Showing(document), Surface(SIZE, QtMeasurer()), HEADS_PX)
    fitted = time.perf_counter()
    work, placement = stage.pending, stage.fitted.placement
    heart = Heart()
    processor_s = 0.0
    if work is not None:
        worker = threading.Thread(target=in_peace, args=(work,), daemon=True)
        processor = time.process_time()
        worker.start()
        heart.beat_while(worker)
        processor_s = time.process_time() - processor
    done = time.perf_counter()
    late = sorted(heart.late_ms) or [0.0]
    limit_s = next((limit for count, limit in LIMITS_S.items() if len(document.events) <= count), None)
    report(
        "placement",
        events=len(document.events),
        entries=len(stage.index),
        named=int((placement.row >= 0).sum()),
        first_part_ms=round((fitted - began) * 1000, 1),
        first_labels=len(placement.first_entries),
        placed_s=round(done - fitted, 2),
        processor_s=round(processor_s, 2),
        heartbeat_late_ms={
            "median": round(late[len(late) // 2], 2),
            "p95": round(late[int(len(late) * 0.95)], 2),
            "max": round(late[-1], 2),
        },
        switch_interval_ms=sys.getswitchinterval() * 1000,
        reference="sorting the events and asking for the widths of their labels",
        reference_s=round(bare_s(stage), 2),
        limit={"placed_s": limit_s, "heartbeat_late_ms": LATEST_MS},
        within=limit_s is None or (done - fitted <= limit_s and late[-1] <= LATEST_MS),
    )


def exhibits(arguments: argparse.Namespace) -> Iterator[Document]:
    """Yield the exhibits asked for."""
    if arguments.exhibit is not None:
        yield read(arguments.exhibit)
        return
    for count in arguments.events.split(","):
        yield made_up(int(count))


def main() -> None:
    """Measure one exhibit after the other."""
    parser = argparse.ArgumentParser(description="Measure the placing of labels.")
    parser.add_argument(
        "--events", default=USUAL, help=f"how many events, separated by commas (usually {USUAL})"
    )
    parser.add_argument("--exhibit", type=Path, help="a file to measure instead")
    arguments = parser.parse_args()
    app = QGuiApplication(["bench"])
    sys.setswitchinterval(SWITCH_S)
    load_fonts(resource_root() / "fonts")
    for document in exhibits(arguments):
        measure(document)
    del app


if __name__ == "__main__":
    main()
