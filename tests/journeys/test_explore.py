# SPDX-License-Identifier: MIT
"""A newcomer's first minutes: open, wheel, drag, click a mark, follow a connected event, go back.

Where to click is asked of a twin: the same exhibit in the same size, in the test's own process, whose parts
can be asked where they are. What is then on the screen is compared with what the twin shows.
"""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.journeys.journey import Journey
from tests.journeys.pictures import Pixels, differing_share, moved_by, pixels
from tests.stages import ENGLISH
from timeline_app.content.reader import read_exhibit
from timeline_app.scene.items import Kind, TargetKind
from timeline_app.state.app_state import Settings
from timeline_app.state.session_files import Session
from timeline_app.ui.panels.event_page import EventPage
from timeline_app.ui.picture import draw_opening, unseen_shell
from timeline_app.ui.shell import Shell
from timeline_app.ui.start import Request

pytestmark = pytest.mark.slow

SIZE = (1600, 900)
#: Text on a screen and text drawn elsewhere may be smoothed a little differently.
ALIKE = 0.01
#: Another text in the panel changes more than this.
CHANGED = 0.012
EXHIBIT = """\
format: 1
title: Two ferries
languages: [en]
opening: {view: 1950/1960}
lanes:
  town: {title: The town, colour: plum}
  office: {title: The harbour office, colour: indigo}
sources:
  ledger: {type: book, title: The ledger, kind: document}
events:
  - id: first
    title: The first ferry crosses the bay
    date: 1953-06-01
    lane: town
    importance: 5
    summary: It takes three hours.[@ledger]
    sources: [ledger]
    links: [{to: second, kind: led-to}]
  - id: second
    title: The office buys a second ferry
    date: 1957-06-01
    lane: office
    importance: 5
    summary: It takes two.[@ledger]
    sources: [ledger]
"""


class Twin:
    """The same window in this process: it knows where everything is."""

    def __init__(self, path: Path, size: tuple[int, int]) -> None:
        request = Request(path, read_exhibit(path), Settings(), Session(), size_px=size)
        self.shell: Shell = unseen_shell(ENGLISH, request)
        self._picture = path.with_suffix(".twin.png")
        draw_opening(self.shell, self._picture)

    def show(self, *ids: str) -> None:
        """Select events, and let everything come to rest."""
        self.shell.commands.send("select.many", ids=ids)
        self._rest()

    def _rest(self) -> None:
        for _ in range(20):
            QCoreApplication.processEvents()

    def area(self, part: QWidget) -> QRect:
        """Return where a part stands in the window."""
        return QRect(part.mapTo(self.shell.window, QPoint(0, 0)), part.size())

    def mark(self, event_id: str) -> QPoint:
        """Return the middle of an event's mark in the window."""
        scene, showing = self.shell.canvas.scene, self.shell.store.showing
        assert scene is not None
        assert showing is not None
        ordinal = showing.ordinal(event_id)
        for item in scene.items:
            target = item.target
            if item.kind is not Kind.DOT or target is None or target.kind is not TargetKind.EVENT:
                continue
            if target.index == ordinal:
                return self.area(self.shell.canvas).topLeft() + QPoint(*map(round, item.rect.centre))
        raise AssertionError(f"{event_id} has no mark in this view")

    def link(self, words: str) -> QPoint:
        """Return where the panel's row that names an event can be clicked, scrolled into view."""
        panel = self.shell.panel
        assert panel is not None
        assert isinstance(panel.page, EventPage)
        (row,) = [row for row in panel.page.links if words in row.accessibleName()]
        panel.ensureWidgetVisible(row)
        self._rest()
        area = self.area(row)
        assert self.area(panel).contains(area)
        return area.center()

    def pixels(self, area: QRect) -> Pixels:
        """Return what an area of the window shows."""
        draw_opening(self.shell, self._picture)
        return pixels(QImage(str(self._picture)), area)


@pytest.fixture
def exhibit(tmp_path: Path) -> Path:
    path = tmp_path / "ferries.yaml"
    path.write_text(EXHIBIT, encoding="utf-8")
    return path


@pytest.fixture
def twin(exhibit: Path, drawing: QApplication):
    made = Twin(exhibit, SIZE)
    yield made
    made.shell.window.close()


def at(point: QPoint) -> tuple[str, str]:
    return str(point.x()), str(point.y())


def has_come(journey: Journey, area: QRect, wanted: Pixels, what: str) -> QImage:
    """Look until an area shows what is wanted."""
    return journey.look_until(lambda seen: differing_share(pixels(seen, area), wanted) < ALIKE, what)


def opened(journey: Journey, twin: Twin, exhibit: Path, *arguments: str) -> QImage:
    """Start the program and wait until it shows what the twin shows; the panel comes after the first frame."""
    journey.start(str(exhibit), "--size", "1600x900", *arguments)
    whole = QRect(0, 0, *SIZE)
    has_come(journey, whole, twin.pixels(whole), "the opening view")
    return journey.settled()


def has_changed(journey: Journey, area: QRect, before: QImage, what: str, share: float = CHANGED) -> QImage:
    """Look until an area shows something else, and has come to rest."""
    was = pixels(before, area)
    journey.look_until(lambda seen: differing_share(pixels(seen, area), was) > share, what)
    return journey.settled()


def test_the_wheel_zooms_at_the_pointer_and_a_drag_moves_by_the_hand_s_way(journey, exhibit, twin):
    before = opened(journey, twin, exhibit)
    canvas, panel = twin.area(twin.shell.canvas), twin.area(twin.shell.panel_frame)
    mark = twin.mark("second")

    journey.hand("mousemove", *at(mark), "click", "--repeat", "4", "--delay", "60", "4")
    has_changed(journey, canvas, before, "the wheel to zoom", share=0.001)
    # Off the mark, so that it is not raised.
    journey.hand("mousemove", "300", "20")
    zoomed = journey.settled()
    # What the pointer was at stays there, but for the part of a pixel by which it was missed, enlarged; the
    # panel is not concerned.
    spot = QRect(mark.x() - 30, mark.y() - 6, 61, 13)
    assert abs(moved_by(pixels(before, spot), pixels(zoomed, spot), 20)) <= 4
    assert differing_share(pixels(zoomed, panel), pixels(before, panel)) == 0.0

    middle = canvas.center()
    journey.hand("mousemove", *at(middle), "mousedown", "1")
    for step in range(1, 11):
        journey.hand("mousemove", str(middle.x() + 12 * step), str(middle.y()))
    # The hand holds still before it lets go, so that nothing glides on.
    journey.settled()
    journey.hand("mouseup", "1")
    dragged = journey.settled()
    row = QRect(mark.x() - 60, mark.y() - 10, 300, 21)
    assert moved_by(pixels(zoomed, row), pixels(dragged, row), 160) == 120


def test_a_mark_a_connected_event_and_back(journey, exhibit, twin):
    panel = twin.area(twin.shell.panel_frame)
    introduction = pixels(opened(journey, twin, exhibit), panel)

    journey.hand("mousemove", *at(twin.mark("first")), "click", "1")
    twin.show("first")
    first = twin.pixels(panel)
    assert differing_share(first, introduction) > CHANGED
    has_come(journey, panel, first, "the first ferry")

    journey.hand("mousemove", *at(twin.link("The office buys a second ferry")), "click", "1")
    twin.show("second")
    second = twin.pixels(panel)
    assert differing_share(second, first) > CHANGED
    has_come(journey, panel, second, "the second ferry")

    journey.hand("mousemove", *at(twin.area(twin.shell.header.buttons["back"]).center()), "click", "1")
    has_come(journey, panel, first, "the first ferry again")
    journey.press("alt+Left")
    has_come(journey, panel, introduction, "the introduction again")


def test_saving_the_file_reloads_it_and_a_bad_save_keeps_what_is_shown(journey, exhibit, twin):
    twin.show("first")
    before = opened(journey, twin, exhibit, "--select", "first")
    canvas, panel = twin.area(twin.shell.canvas), twin.area(twin.shell.panel_frame)
    assert journey.title() == "Two ferries – Timeline"

    exhibit.write_text(EXHIBIT.replace("Two ferries", "Three ferries"), encoding="utf-8")
    journey.until(lambda: journey.title() == "Three ferries – Timeline", "the new title")
    renamed = journey.settled()
    for area in (canvas, panel):
        assert differing_share(pixels(renamed, area), pixels(before, area)) == 0.0

    exhibit.write_text(EXHIBIT.replace("lane: town", "lane: twon"), encoding="utf-8")
    faulty = has_changed(journey, panel, renamed, "the problems")
    assert differing_share(pixels(faulty, canvas), pixels(renamed, canvas)) < ALIKE
    assert journey.title() == "Three ferries – Timeline"


def test_the_built_in_exhibit_opens_and_ctrl_q_ends_the_program(journey, isolated_home):
    journey.start("--size", "1920x1080")
    journey.press("ctrl+t")
    journey.look_until(lambda seen: QColor(seen.pixel(600, 20)).lightness() < 60, "dark colours")
    journey.press("ctrl+q")
    assert journey.wait_for_end() == 0
    assert journey.output() == ""
    settings = json.loads((isolated_home / "config" / "timeline-app" / "settings.json").read_text())
    assert settings["settings"]["theme"] == "dark"
