# SPDX-License-Identifier: MIT
"""The map at 1920 × 1080 over Japan and Korea, in its finest level: a frame at rest, one of a pan and one of a zoom.

Beside each stands the bare drawing of the same land, one painter path filled and no more. What counts: a frame takes
at most 8 ms while the map moves, and about a millisecond or two where the kept picture of the land is only moved. The
soft coast lines of a map that has come to rest are drawn once, and told apart.
"""

from __future__ import annotations

import os
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QApplication

from benchmarks.measure import ROOT, milliseconds, report, spread
from timeline_app.base.clock import FakeClock
from timeline_app.base.geometry import Size
from timeline_app.base.messages import Translator
from timeline_app.content.reader import read_exhibit
from timeline_app.model.showing import Showing
from timeline_app.scene.map_land import level_for
from timeline_app.scene.map_window import MapWindow, Position
from timeline_app.ui.fonts import load_fonts
from timeline_app.ui.map.land_file import bundled_land
from timeline_app.ui.map.land_picture import LandInks, LandPicture, shapes_of
from timeline_app.ui.map.map_content import MapContent
from timeline_app.ui.map.map_view import MapView
from timeline_app.ui.panels.look import Look
from timeline_app.ui.reading.typesetter import Typesetter
from timeline_app.ui.theme import load_theme

SIZE = (1920, 1080)
LIMIT_MS = 8.0
AROUND = (Position(44.0, 145.0), Position(31.0, 124.0))
INKS = LandInks(QColor("#E2E8E8"), QColor("#FBF7EC"), QColor("#8A806A"))


def main() -> None:
    """Measure, and print one line."""
    application = QApplication([])
    load_fonts(ROOT / "resources" / "fonts")
    window = MapWindow.fitted(AROUND, Size(*SIZE))
    land = bundled_land()
    found: dict[str, object] = {
        "read": spread(milliseconds(lambda: land.outlines(window.part, window.scale)))
    }
    found["bare_path"] = spread(milliseconds(lambda: _draw_bare(window)))
    for name, is_fine in (("moving", False), ("at_rest", True)):
        found[f"land_{name}"] = spread(milliseconds(partial(_draw_land, window, is_fine=is_fine)))
    found.update(_frames(window, application))
    report("map", level=level_for(window.scale), limits={"frame_ms": LIMIT_MS}, **found)


def _canvas_image() -> QImage:
    return QImage(*SIZE, QImage.Format.Format_RGB32)


def _draw_bare(window: MapWindow) -> None:
    """Draw the land as one path: what Qt needs for it, cut and thinned as we hand it over."""
    path = QPainterPath()
    for outlines in bundled_land().outlines(window.part, window.scale):
        for polygon, _ in shapes_of(outlines):
            path.addPolygon(polygon)
    image = _canvas_image()
    image.fill(INKS.sea)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, INKS.land)
    painter.end()


def _draw_land(window: MapWindow, *, is_fine: bool) -> None:
    image = _canvas_image()
    painter = QPainter(image)
    LandPicture(bundled_land()).paint(painter, window, INKS, 1.0, is_fine=is_fine)
    painter.end()


def _frames(window: MapWindow, application: QApplication) -> dict[str, object]:
    """Measure whole frames of the widget with the places of the exhibit that comes with the program."""
    resources = ROOT / "resources"
    look = Look(
        Translator.from_file(resources / "languages" / "en.json"),
        Typesetter(load_theme(resources / "themes", "light")),
    )
    document = read_exhibit(ROOT / "events.yaml").document
    if document is None:
        raise SystemExit("The exhibit that comes with the program cannot be read")
    showing = Showing(document)
    counts = showing.geography.counts_in(showing.visible)
    clock = FakeClock()
    view = MapView(clock)
    view.resize(*SIZE)
    view.fill(MapContent.of(showing.geography, counts, showing.reader), look)
    view.show()
    application.processEvents()
    canvas, image = view.canvas, _canvas_image()
    step = 0

    def pan() -> None:
        nonlocal step
        step += 1
        canvas.motion.show(window.panned(float(step % 40), 0.0))
        canvas.render(image)

    def zoom() -> None:
        nonlocal step
        step += 1
        canvas.motion.show(window.zoomed(1.0 + step % 20 / 100))
        canvas.render(image)

    found: dict[str, object] = {
        "pan": spread(milliseconds(pan, repeat=30)),
        "zoom": spread(milliseconds(zoom, repeat=30)),
    }
    canvas.motion.show(window)
    clock.advance(1_000)
    found["still"] = spread(milliseconds(lambda: canvas.render(image), repeat=30))
    view.close()
    return found


if __name__ == "__main__":
    main()
