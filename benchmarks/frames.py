# SPDX-License-Identifier: MIT
"""Whole frames of large exhibits: building the scene and painting it, while a script pans and zooms for 3 s each.

    python -m benchmarks.frames --events 1000,100000,1000000
    python -m benchmarks.frames --exhibit my.jsonl --size 3840x2160 --dpr 1

One JSON line for each exhibit. The script looks for the densest part of the exhibit (an eighth of its time), pans
across it by two widths of the window, then zooms from the whole exhibit into its middle, fiftyfold, and out
again: 180 frames each. All frames are drawn once before any is measured, as a person's first seconds do it.

The reference draws, with Qt alone and in the same run, what the script's frames hold: the same texts, bars, dots
and ticks at the same places, each with one plain call. `processor_ms` counts what this thread computed; on a
machine that is shared the times on the clock are longer.
"""

import argparse
import hashlib
import math
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QGuiApplication, QPainter

from benchmarks.measure import report
from timeline_app.base import collector
from timeline_app.base.geometry import Size
from timeline_app.base.messages import Translator
from timeline_app.base.places import resource_root
from timeline_app.cli import demo_exhibit
from timeline_app.cli.demo_verb import lines
from timeline_app.content.reader import read_exhibit
from timeline_app.model.showing import Showing
from timeline_app.scene.index_making import build_index
from timeline_app.scene.items import Item, Kind, Scene, TextStyle
from timeline_app.scene.stage import Stage
from timeline_app.scene.strip_marks import unfolded
from timeline_app.scene.surface import Surface
from timeline_app.scene.view import View, zoomed_about
from timeline_app.ui.canvas.backing import blank_image
from timeline_app.ui.canvas.inks import Inks
from timeline_app.ui.canvas.metrics import QtMeasurer
from timeline_app.ui.canvas.painter import Painter
from timeline_app.ui.fonts import font_for, load_fonts
from timeline_app.ui.theme import load_theme
from timeline_app.ui.type_scale import shown_text

FRAMES = 180
"""Three seconds at sixty frames a second."""
REFERENCE_EVERY = 4
SEED = 1
HEADS_PX = 208.0
DENSE_SHARE = 8
DEEPEST = 50.0
MEDIAN_LIMIT_MS, P95_LIMIT_MS, BIG_P95_LIMIT_MS = 8.0, 16.0, 33.0
BIG_PIXELS = 3840 * 2160
GROWTH_LIMIT, REFERENCE_LIMIT = 1.3, 2.0


class Times(NamedTuple):
    """Of one frame, how long its parts took on the clock, and how long this thread computed."""

    build_ms: float
    paint_ms: float
    processor_ms: float

    @property
    def frame_ms(self) -> float:
        """The whole frame."""
        return self.build_ms + self.paint_ms


class Counts(NamedTuple):
    """What one frame held, strips taken apart into their marks."""

    items: int
    labels: int
    events: int


class Bench:
    """Draws the frames of one exhibit on one surface."""

    def __init__(self, path: Path, size: Size, pixel_ratio: float) -> None:
        # As in the program: what is read and placed meanwhile is out of the collector's sight.
        collector.pause()
        document = read_exhibit(path).document
        if document is None:
            raise SystemExit(f"{path} cannot be read")
        self.event_count = len(document.events)
        self.showing = Showing(document)
        self.measurer = QtMeasurer()
        self.theme = load_theme(resource_root() / "themes", "light")
        self.painter = Painter(self.theme, self.measurer)
        self.size, self.pixel_ratio = size, pixel_ratio
        self.stage = Stage(Translator.from_file(resource_root() / "languages" / "en.json"))
        self.stage.fit(self.showing, Surface(size, self.measurer), HEADS_PX)
        self.stage.finish()
        collector.ease()
        collector.resume()
        self.image = blank_image(QSize(round(size.w * pixel_ratio), round(size.h * pixel_ratio)))
        self.image.setDevicePixelRatio(pixel_ratio)

    def frame(self, view: View) -> tuple[Scene, Times]:
        """Build and paint one view."""
        processor, began = time.thread_time(), time.perf_counter()
        scene = self.stage.scene(view)
        built = time.perf_counter()
        brush = QPainter(self.image)
        self.painter.paint(brush, scene, device_pixel_ratio=self.pixel_ratio)
        brush.end()
        painted, computed = time.perf_counter(), time.thread_time() - processor
        return scene, Times((built - began) * 1e3, (painted - built) * 1e3, computed * 1e3)

    # -- the script -------------------------------------------------------------------------------

    def densest_s(self, span_s: float) -> int:
        """Return the middle of the stretch of such a length in which most begins."""
        starts_s = np.sort(self.stage.index.start_s)
        firsts_s = np.linspace(int(starts_s[0]), int(starts_s[-1]), 512).astype(np.int64)
        counts = np.searchsorted(starts_s, firsts_s + int(span_s)) - np.searchsorted(starts_s, firsts_s)
        return int(firsts_s[int(np.argmax(counts))]) + int(span_s / 2)

    def pan(self) -> Iterator[View]:
        """Yield the views of a hand that goes across the densest part at one speed."""
        span_s = self.stage.whole_view().span_s / DENSE_SHARE
        first_s = self.densest_s(span_s) - int(1.5 * span_s)
        for number in range(FRAMES):
            yield self.stage.bounded(View(first_s + int(2 * span_s * number / FRAMES), span_s))

    def zoom(self) -> Iterator[View]:
        """Yield the views of a wheel that turns into the middle of the densest part and back."""
        whole = self.stage.whole_view()
        middle_s = self.densest_s(whole.span_s / DENSE_SHARE)
        for number in range(FRAMES):
            depth = 1.0 - abs(2.0 * number / FRAMES - 1.0)
            yield self.stage.bounded(zoomed_about(whole, middle_s, 0.5, whole.span_s * DEEPEST**-depth))

    # -- what is measured -------------------------------------------------------------------------

    def counted(self, view: View, scene: Scene) -> Counts:
        """Return how many items a scene holds, and how many entries touch its view."""
        ends_s, index = np.array([view.start_s, view.end_s]), self.stage.index
        return Counts(
            sum(1 for _ in unfolded(scene.items)),
            sum(item.role == "event-label" for item in scene.items),
            sum(int(index.touching_count(lane, ends_s)[0]) for lane in range(index.lane_count)),
        )

    def plain(self, scene: Scene) -> Callable[[], None]:
        """Return what draws the same texts, bars, dots and ticks with plain calls alone."""
        inks = Inks(self.theme)
        texts: list[tuple[QFont, QColor, QPointF, str]] = []
        boxes: list[tuple[QRectF, QColor]] = []
        dots: list[tuple[QRectF, QBrush]] = []
        for item in unfolded(scene.items):
            ink = inks.of(item.role, item.colour)
            if isinstance(item.detail, TextStyle):
                texts.append(self._text(item, item.detail, ink.text.colour))
            elif item.kind is Kind.DOT:
                dots.append((QRectF(*item.rect), QBrush(ink.fill.colour)))
            else:
                boxes.append((QRectF(*item.rect), ink.fill.colour))

        def draw() -> None:
            painter = QPainter(self.image)
            for rect, colour in boxes:
                painter.fillRect(rect, colour)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for rect, brush in dots:
                painter.setBrush(brush)
                painter.drawEllipse(rect)
            for font, colour, at, words in texts:
                painter.setFont(font)
                painter.setPen(colour)
                painter.drawText(at, words)
            painter.end()

        return draw

    def _text(self, item: Item, style: TextStyle, colour: QColor) -> tuple[QFont, QColor, QPointF, str]:
        at = QPointF(item.rect.x, item.rect.y + self.measurer.baseline_px(style.font, item.rect.h))
        words = shown_text(style.font, style.language, item.text)
        return font_for(style.font, style.language, 1.0), colour, at, words


def summary(times: Sequence[float]) -> dict[str, float]:
    """Return median, 95th percentile and maximum."""
    ordered = sorted(times)
    return {
        "median": round(statistics.median(ordered), 2),
        "p95": round(ordered[min(math.ceil(len(ordered) * 0.95), len(ordered)) - 1], 2),
        "max": round(ordered[-1], 2),
    }


def measured(path: Path, size: Size, pixel_ratio: float, first_ms: float | None) -> float:
    """Measure one exhibit and print its line; return the median frame."""
    bench = Bench(path, size, pixel_ratio)
    scripts = {"pan": list(bench.pan()), "zoom": list(bench.zoom())}
    for view in chain(*scripts.values()):
        bench.frame(view)
    frames: dict[str, list[Times]] = {name: [] for name in scripts}
    plain: list[float] = []
    counts: list[Counts] = []
    for name, views in scripts.items():
        for number, view in enumerate(views):
            scene, taken = bench.frame(view)
            frames[name].append(taken)
            if number % REFERENCE_EVERY == 0:
                # The reference right after the frame that it is compared with: what slows one slows both.
                plain.append(_timed(bench.plain(scene)))
                counts.append(bench.counted(view, scene))
    times = [*frames["pan"], *frames["zoom"]]
    frame, reference = summary([one.frame_ms for one in times]), summary(plain)
    limits = [frame["p95"] <= BIG_P95_LIMIT_MS]
    if size.w * size.h * pixel_ratio**2 < BIG_PIXELS:
        limits = [frame["median"] <= MEDIAN_LIMIT_MS, frame["p95"] <= P95_LIMIT_MS]
    growth = frame["median"] / first_ms if first_ms else 1.0
    to_reference = frame["median"] / reference["median"]
    limits += [growth <= GROWTH_LIMIT, to_reference <= REFERENCE_LIMIT]
    report(
        "frames",
        events=bench.event_count,
        size=[size.w, size.h],
        dpr=pixel_ratio,
        frames=len(times),
        frame_ms=frame,
        build_ms=summary([one.build_ms for one in times]),
        paint_ms=summary([one.paint_ms for one in times]),
        processor_ms=summary([one.processor_ms for one in times]),
        pan_ms=summary([one.frame_ms for one in frames["pan"]]),
        zoom_ms=summary([one.frame_ms for one in frames["zoom"]]),
        items=_middle([one.items for one in counts]),
        labels=_middle([one.labels for one in counts]),
        events_in_view=_middle([one.events for one in counts]),
        reference="the same texts, bars, dots and ticks, each with one call of a bare QPainter",
        reference_ms=reference,
        index_ms=summary([_timed(lambda: build_index(bench.showing)) for _ in range(5)]),
        ratio={"to_first_exhibit": round(growth, 2), "to_reference": round(to_reference, 2)},
        limit={
            "median_ms": MEDIAN_LIMIT_MS,
            "p95_ms": P95_LIMIT_MS,
            "p95_ms_at_3840x2160": BIG_P95_LIMIT_MS,
            "to_first_exhibit": GROWTH_LIMIT,
            "to_reference": REFERENCE_LIMIT,
        },
        within=all(limits),
    )
    return frame["median"]


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1e3


def _middle(counts: Sequence[int]) -> int:
    return sorted(counts)[len(counts) // 2]


def demo_file(count: int) -> Path:
    """Return a made-up exhibit of so many events, written on first demand and kept for the next run."""
    folder = Path(tempfile.gettempdir()) / "timeline-app-benchmarks"
    folder.mkdir(exist_ok=True)
    digest = hashlib.sha256(Path(demo_exhibit.__file__).read_bytes()).hexdigest()[:8]
    path = folder / f"demo-{count}-{SEED}-{digest}.jsonl"
    if not path.exists():
        beside = path.with_suffix(f".{os.getpid()}")
        with beside.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(lines(".jsonl", count, SEED))
        beside.replace(path)
    return path


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure each exhibit in turn."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.frames", description="Measure whole frames.")
    parser.add_argument(
        "--events", default="1000,100000,1000000", help="numbers of made-up events, comma-separated"
    )
    parser.add_argument("--exhibit", type=Path, help="an exhibit of your own instead")
    parser.add_argument("--size", default="1920x1080", help="the canvas in pixels, WIDTHxHEIGHT")
    parser.add_argument("--dpr", type=float, default=1.0, help="device pixels per pixel")
    chosen = parser.parse_args(arguments)
    width, _, height = chosen.size.partition("x")
    app = QGuiApplication.instance() or QGuiApplication(["bench"])
    load_fonts(resource_root() / "fonts")
    paths = (
        [chosen.exhibit] if chosen.exhibit else [demo_file(int(count)) for count in chosen.events.split(",")]
    )
    first_ms = None
    for path in paths:
        median_ms = measured(path, Size(float(width), float(height)), chosen.dpr, first_ms)
        first_ms = median_ms if first_ms is None else first_ms
    del app


if __name__ == "__main__":
    main()
