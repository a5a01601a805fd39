# SPDX-License-Identifier: MIT
"""The window's side of an open facsimile: starts the work, asks for tiles, and keeps those that are likely to be seen."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication, QLoggingCategory, QObject, Signal
from PySide6.QtGui import QImage

from timeline_app.base import collector
from timeline_app.base.clock import Cancel, Clock
from timeline_app.ui.facsimile.faults import Unshowable
from timeline_app.ui.facsimile.limits import KEPT_TILE_BYTES, LONGEST_WAIT_MS
from timeline_app.ui.facsimile.pyramid import TileId
from timeline_app.ui.facsimile.sheet import SheetRequest
from timeline_app.ui.facsimile.sheet_work import Failed, Opened, Report, SheetWork, TileMade

LOOK_MS: Final = 12.0
LONGEST_END_S: Final = 3.0
_SILENT: Final = "qt.gui.imageio*=false\nqt.imageformats*=false"


class SheetReader(QObject):
    """Reads one page at a time; a new one ends what was done for the one before.

    The thread never touches the window: the clock looks from the interface's own thread at what it has reported.
    """

    opened = Signal()
    """`sheet` is there to be shown."""

    arrived = Signal()
    """Tiles have come that were wished for."""

    failed = Signal(object)
    """The `Unshowable` that says why the page cannot be shown."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._work: SheetWork | None = None
        self._tiles: OrderedDict[TileId, QImage] = OrderedDict()
        self._kept_bytes = 0
        self._wished: tuple[TileId, ...] = ()
        self._in_view: frozenset[TileId] = frozenset()
        self._is_waiting = False
        self._cancel_look: Cancel | None = None
        self._threads: list[threading.Thread] = []
        self._since_ms = 0.0
        self.sheet: Opened | None = None
        # What decoders grumble is said in the picture's place, and of what was abandoned there is nothing to say.
        QLoggingCategory.setFilterRules(_SILENT)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self._finish)

    @property
    def is_busy(self) -> bool:
        """Whether something is still to come."""
        return self._is_waiting

    def open(self, request: SheetRequest) -> None:
        """Begin to open a page."""
        self.close()
        work = SheetWork(request)
        self._work = work
        self._wait()
        # A daemon: a decoder that never ends must not keep the program from ending.
        thread = threading.Thread(target=work.run, name="facsimile", daemon=True)
        self._threads = [*(before for before in self._threads if before.is_alive()), thread]
        thread.start()

    def close(self) -> None:
        """Leave the page, and let go of all that was kept of it."""
        if self._work is not None:
            self._work.abandon()
        self._work = None
        self.sheet = None
        self._wished, self._in_view = (), frozenset()
        self._tiles.clear()
        self._kept_bytes = 0
        self._rest()

    def _finish(self) -> None:
        """Have the threads end before Qt does: it takes from them what they read with."""
        self.close()
        for thread in self._threads:
            thread.join(LONGEST_END_S / len(self._threads))

    def tile(self, tile: TileId) -> QImage | None:
        """Return a tile if it is there."""
        found = self._tiles.get(tile)
        if found is not None:
            self._tiles.move_to_end(tile)
        return found

    def wish(self, tiles: Iterable[TileId]) -> None:
        """Wish for the tiles that are in view; those that are there already cost nothing."""
        in_view = tuple(tiles)
        wished = tuple(tile for tile in in_view if tile not in self._tiles)
        self._in_view = frozenset(in_view)
        if self._work is None or self.sheet is None or wished == self._wished:
            return
        self._wished = wished
        self._work.wish(wished)
        if wished:
            self._wait()
        else:
            self._rest()

    # -- looking ------------------------------------------------------------------------------------

    def _wait(self) -> None:
        self._since_ms = self._clock.now_ms()
        if not self._is_waiting:
            self._is_waiting = True
            # What the collector takes apart in the thread may hold Qt's objects.
            collector.pause()
            self._cancel_look = self._clock.after(LOOK_MS, self._look)

    def _rest(self) -> None:
        if self._is_waiting:
            self._is_waiting = False
            collector.resume()
        if self._cancel_look is not None:
            self._cancel_look()
            self._cancel_look = None

    def _look(self) -> None:
        work = self._work
        if work is None:
            return
        self._cancel_look = None
        has_tiles = False
        while work is self._work and not work.reports.empty():
            report = work.reports.get_nowait()
            self._since_ms = self._clock.now_ms()
            has_tiles = has_tiles or isinstance(report, TileMade)
            self._take(report)
        if has_tiles and work is self._work:
            self.arrived.emit()
        if work is not self._work or not self._is_waiting:
            return
        if self._clock.now_ms() - self._since_ms > LONGEST_WAIT_MS:
            self._fail(Unshowable("too-slow", file=work.request.file))
            return
        self._cancel_look = self._clock.after(LOOK_MS, self._look)

    def _take(self, report: Report) -> None:
        if isinstance(report, TileMade):
            self._keep(report.tile, report.image)
        elif isinstance(report, Opened):
            self.sheet = report
            self.opened.emit()
        elif isinstance(report, Failed):
            self._fail(report.reason)
        elif all(tile in self._tiles for tile in self._wished):
            self._wished = ()
            self._rest()

    def _fail(self, reason: Unshowable) -> None:
        self.close()
        self.failed.emit(reason)

    def _keep(self, tile: TileId, image: QImage) -> None:
        """Keep a tile; what has not been seen for longest goes, but nothing that is in view."""
        self._tiles[tile] = image
        self._kept_bytes += image.sizeInBytes()
        while self._kept_bytes > KEPT_TILE_BYTES and next(iter(self._tiles)) not in self._in_view:
            _, dropped = self._tiles.popitem(last=False)
            self._kept_bytes -= dropped.sizeInBytes()
