# SPDX-License-Identifier: MIT
"""One frame of the built-in exhibit at 1920×1080 while panning and zooming: building the scene, and painting it.

The whole window is canvas here, which is more than the program ever draws. Aim, on an idle machine with two cores:
building at most 2 ms, painting at most 6 ms in the middle of all frames. The reference draws 200 plain texts with Qt
alone into the same picture.
"""

import math
import os
import time
from collections.abc import Iterator, Sequence

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QFont, QGuiApplication, QImage, QPainter

from benchmarks.measure import milliseconds, report, spread
from timeline_app.base.geometry import Size
from timeline_app.base.messages import Translator
from timeline_app.base.places import built_in_exhibit, resource_root
from timeline_app.content.reader import read_exhibit
from timeline_app.model.showing import Showing
from timeline_app.scene.highlight import Highlight
from timeline_app.scene.stage import Stage
from timeline_app.scene.surface import Surface
from timeline_app.scene.view import View, zoomed_about
from timeline_app.ui.canvas.metrics import QtMeasurer
from timeline_app.ui.canvas.painter import Painter
from timeline_app.ui.fonts import load_fonts
from timeline_app.ui.theme import load_theme

SIZE = Size(1920, 1080)
HEADS_PX = 208.0
FRAMES = 240
BUILD_LIMIT_MS = 2.0
LINKS_LIMIT_MS = 1.0
"""A frame with a selected event's links may take so much longer than one without."""
PAINT_LIMIT_MS = 6.0


def gestures(stage: Stage) -> Iterator[View]:
    """Yield the views of a hand that pans to and fro while it zooms in to a twentieth and out again."""
    whole = stage.whole_view()
    for number in range(FRAMES):
        turn = 2 * math.pi * number / FRAMES
        part = math.exp(-math.log(20) * (1 - math.cos(turn)) / 2)
        view = zoomed_about(whole, whole.centre_s, 0.5, whole.span_s * part)
        yield stage.bounded(view.shifted(view.span_s * 0.3 * math.sin(3 * turn)))


def selected_ms(stage: Stage, views: Sequence[View]) -> tuple[float, float]:
    """Return the processor's time for a frame in which the event of most links is selected, and one without links."""
    links_of = stage.fitted.showing.links_of
    counts = [len(links_of.get(ordinal, ())) for ordinal in range(stage.fitted.showing.event_count)]
    medians = []
    for ordinal in (counts.index(max(counts)), counts.index(0)):
        taken = []
        for view in views:
            began = time.thread_time()
            stage.scene(view, Highlight((ordinal,)))
            taken.append((time.thread_time() - began) * 1000)
        medians.append(round(sorted(taken)[len(taken) // 2], 3))
    return medians[0], medians[1]


def plain_qt(image: QImage) -> None:
    """Clear the picture and draw 200 short texts."""
    painter = QPainter(image)
    painter.fillRect(image.rect(), 0xFFFFFF)
    painter.setFont(QFont(["Inter"], 10))
    for number in range(200):
        painter.drawText(20 + number % 10 * 185, 40 + number // 10 * 50, "A text of usual length")
    painter.end()


def main() -> None:
    """Draw every frame once to warm the caches, as a person's first second does, then measure."""
    app = QGuiApplication(["bench"])
    load_fonts(resource_root() / "fonts")
    document = read_exhibit(built_in_exhibit()).document
    if document is None:
        raise SystemExit("the built-in exhibit cannot be read")
    measurer = QtMeasurer()
    stage = Stage(Translator.from_file(resource_root() / "languages" / "en.json"))
    stage.fit(Showing(document), Surface(SIZE, measurer), HEADS_PX)
    painter = Painter(load_theme(resource_root() / "themes", "light"), measurer)
    image = QImage(int(SIZE.w), int(SIZE.h), QImage.Format.Format_RGB32)
    building: list[float] = []
    painting: list[float] = []
    items: list[float] = []
    views = list(gestures(stage))
    for is_warm in (False, True):
        for view in views:
            began = time.perf_counter()
            scene = stage.scene(view)
            built = time.perf_counter()
            brush = QPainter(image)
            painter.paint(brush, scene)
            brush.end()
            painted = time.perf_counter()
            if is_warm:
                building.append((built - began) * 1000)
                painting.append((painted - built) * 1000)
                items.append(len(scene.items))
    build, paint = spread(building), spread(painting)
    linked, bare = selected_ms(stage, views)
    report(
        "frame",
        events=len(document.events),
        size=[SIZE.w, SIZE.h],
        frames=FRAMES,
        items_median=sorted(items)[len(items) // 2],
        build=build,
        paint=paint,
        selected_build={"with_links_ms": linked, "without_links_ms": bare, "limit_ms": LINKS_LIMIT_MS},
        reference="clearing and 200 drawText with Qt alone",
        reference_times=spread(milliseconds(lambda: plain_qt(image), repeat=30)),
        limit={"build_ms": BUILD_LIMIT_MS, "paint_ms": PAINT_LIMIT_MS},
        within=build["median_ms"] <= BUILD_LIMIT_MS and paint["median_ms"] <= PAINT_LIMIT_MS,
    )
    del app


if __name__ == "__main__":
    main()
