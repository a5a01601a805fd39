# SPDX-License-Identifier: MIT
"""What is folded, however much it is: the overview, the outline for screen readers, and the list behind a badge.

    python -m benchmarks.bench_folding --events 1000,1000000
    python -m benchmarks.bench_folding --exhibit my.jsonl

One JSON line for each exhibit. None of these may keep the interface's thread for more than a tenth of a second.
The reference is an array of as many numbers, sorted with numpy.
"""

import argparse
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtWidgets import QApplication

from benchmarks.measure import milliseconds, report, spread
from timeline_app.base.geometry import Size
from timeline_app.base.messages import Translator
from timeline_app.base.places import resource_root
from timeline_app.cli.demo_verb import lines
from timeline_app.content.reader import read_exhibit
from timeline_app.model.showing import Showing
from timeline_app.scene.folded import FoldedList, folded_list
from timeline_app.scene.folded_stretch import FoldedStretch
from timeline_app.scene.outline import outline
from timeline_app.scene.overview import overview_ground
from timeline_app.scene.stage import Stage
from timeline_app.scene.surface import Surface
from timeline_app.scene.view import View
from timeline_app.ui.canvas.metrics import QtMeasurer
from timeline_app.ui.fonts import load_fonts
from timeline_app.ui.panels.folded_page import FoldedPage
from timeline_app.ui.panels.look import Look
from timeline_app.ui.reading.typesetter import Typesetter
from timeline_app.ui.theme import load_theme

SIZE = Size(1920, 1080)
HEADS_PX = 208.0
LIMIT_MS = 100.0
SHARES = (1.0, 0.1, 0.001)
"""Views of so much of the whole."""


def exhibits(events: str, path: Path | None) -> Iterator[Path]:
    """Yield the files to measure; made-up ones are removed after use."""
    if path is not None:
        yield path
        return
    with tempfile.TemporaryDirectory() as folder:
        for count in map(int, events.split(",")):
            made = Path(folder) / f"{count}.jsonl"
            with made.open("w", encoding="utf-8") as stream:
                stream.writelines(lines(".jsonl", count, 1))
            yield made


def measure(path: Path) -> None:
    """Measure one exhibit and print its line."""
    document = read_exhibit(path).document
    if document is None:
        raise SystemExit(f"{path} cannot be read")
    translator = Translator.from_file(resource_root() / "languages" / "en.json")
    stage, showing = Stage(translator), Showing(document)
    measurer = QtMeasurer()
    stage.fit(showing, Surface(SIZE, measurer), HEADS_PX)
    whole, band = stage.whole_view(), Surface(Size(SIZE.w, 88.0), measurer)
    views = [View(whole.centre_s, whole.span_s * share).clamped() for share in SHARES]
    scenes = [stage.scene(view) for view in views]
    lanes = [lane.id for lane in stage.fitted.lanes]
    zoom = whole.span_s / SIZE.w
    stretches = [FoldedStretch(lane, whole.start_s, whole.end_s, zoom) for lane in lanes]
    longest = max((folded_list(stage, one, translator) for one in stretches), key=_length)
    times = {
        "overview": spread(
            milliseconds(lambda: overview_ground(stage.index, showing, band, HEADS_PX, translator))
        ),
        "outline": spread(
            milliseconds(lambda: [outline(stage, *seen) for seen in zip(views, scenes, strict=True)])
        ),
        "list": spread(milliseconds(lambda: folded_list(stage, longest.stretch, translator))),
        "page": spread(_page_times(longest, showing, translator)),
    }
    numbers = np.random.default_rng(1).integers(0, 2**40, len(document.events))
    report(
        "folding",
        events=len(document.events),
        listed=_length(longest),
        views=len(views),
        **times,
        reference="numpy sorts as many numbers",
        reference_times=spread(milliseconds(lambda: np.sort(numbers))),
        limit_ms=LIMIT_MS,
        within=all(part["median_ms"] <= LIMIT_MS for part in times.values()),
    )


def _length(folded: FoldedList) -> int:
    return len(folded.ordinals)


def _page_times(longest: FoldedList, showing: Showing, translator: Translator) -> list[float]:
    """Return how long it takes until the list is filled and painted."""
    look = Look(translator, Typesetter(load_theme(resource_root() / "themes", "light")))
    page = FoldedPage()
    page.resize(420, 900)
    page.show()

    def fill() -> None:
        page.fill(FoldedList(longest.stretch, longest.ordinals, longest.heading), showing, look)
        QApplication.processEvents()
        page.grab()

    return milliseconds(fill)


def main() -> None:
    """Measure every exhibit that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", default="1000,100000")
    parser.add_argument("--exhibit", type=Path)
    asked = parser.parse_args()
    app = QApplication(["bench"])
    load_fonts(resource_root() / "fonts")
    for path in exhibits(asked.events, asked.exhibit):
        measure(path)
    del app


if __name__ == "__main__":
    main()
