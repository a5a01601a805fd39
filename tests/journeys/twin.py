# SPDX-License-Identifier: MIT
"""The same exhibit in the same size, in the test's own process: it tells where to click, and what must be seen."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from tests.journeys.journey import Journey
from tests.journeys.pictures import Pixels, differing_share, pixels
from tests.stages import ENGLISH
from timeline_app.content.reader import read_exhibit
from timeline_app.scene.items import Kind, TargetKind
from timeline_app.state.app_state import Settings
from timeline_app.state.commands import Value
from timeline_app.state.session_files import Session
from timeline_app.ui.panels.event_page import EventPage
from timeline_app.ui.panels.page import Page
from timeline_app.ui.picture import draw_opening, unseen_shell
from timeline_app.ui.shell import Shell
from timeline_app.ui.start import Request

PageKind = TypeVar("PageKind", bound=Page)

SIZE = (1600, 900)
#: Text on a screen and text drawn elsewhere may be smoothed a little differently.
ALIKE = 0.01
#: Another text in the panel changes more than this.
CHANGED = 0.012


class Twin:
    """The same window in this process: it knows where everything is."""

    def __init__(self, path: Path, size: tuple[int, int], picture: Path | None = None) -> None:
        request = Request(path, read_exhibit(path), Settings(), Session(), size_px=size)
        self.shell: Shell = unseen_shell(ENGLISH, request)
        self._picture = picture or path.with_suffix(".twin.png")
        draw_opening(self.shell, self._picture)

    def show(self, *ids: str) -> None:
        """Select events, and let everything come to rest."""
        self.shell.commands.send("select.many", ids=ids)
        self.rest()

    def do(self, command_id: str, **arguments: Value) -> None:
        """Send a command, as the hand does by other means, and let everything come to rest."""
        assert self.shell.commands.send(command_id, **arguments)
        self.rest()

    def rest(self) -> None:
        """Let everything come to rest."""
        for _ in range(20):
            QCoreApplication.processEvents()

    def shown(self, kind: type[PageKind]) -> PageKind:
        """Return the page in the panel, which must be of a kind."""
        assert self.shell.panel is not None
        page = self.shell.panel.page
        assert isinstance(page, kind)
        return page

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
        (row,) = [row for row in self.shown(EventPage).links if words in row.accessibleName()]
        panel = self.shell.panel
        assert panel is not None
        panel.ensureWidgetVisible(row)
        self.rest()
        area = self.area(row)
        assert self.area(panel).contains(area)
        return area.center()

    def pixels(self, area: QRect) -> Pixels:
        """Return what an area of the window shows."""
        draw_opening(self.shell, self._picture)
        return pixels(QImage(str(self._picture)), area)


def at(point: QPoint) -> tuple[str, str]:
    return str(point.x()), str(point.y())


def has_come(journey: Journey, area: QRect, wanted: Pixels, what: str, share: float = ALIKE) -> QImage:
    """Look until an area shows what is wanted, but for a share of its pixels."""
    return journey.look_until(lambda seen: differing_share(pixels(seen, area), wanted) < share, what)


def opened(journey: Journey, twin: Twin, exhibit: Path, *arguments: str) -> QImage:
    """Start the program and wait until it shows what the twin shows; the panel comes after the first frame."""
    journey.start(str(exhibit), "--size", "1600x900", *arguments)
    whole = QRect(0, 0, *SIZE)
    has_come(journey, whole, twin.pixels(whole), "the opening view")
    return journey.settled()


def look_alike(journey: Journey, twin: Twin, area: QRect, what: str, share: float = ALIKE) -> QImage:
    """Look until an area shows what the twin shows there, but for a share of its pixels."""
    return has_come(journey, area, twin.pixels(area), what, share)


def click(journey: Journey, point: QPoint) -> None:
    """Click, and take the pointer to the header, where nothing is raised."""
    journey.hand("mousemove", *at(point), "click", "1")
    journey.hand("mousemove", "300", "20")
