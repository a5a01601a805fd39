# SPDX-License-Identifier: MIT
"""Opens one facsimile in a thread and hands over what is wished of it; knows nothing of the window."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Condition, Lock
from typing import Final

from PySide6.QtGui import QImage

from timeline_app.base import collector
from timeline_app.ui.facsimile.faults import Abandoned, Abandonment, Unshowable
from timeline_app.ui.facsimile.pyramid import Pyramid, TileId
from timeline_app.ui.facsimile.sheet import Sheet, SheetRequest, open_sheet

_DECODING: Final = Lock()
"""One picture at a time is decoded, so that turning pages quickly does not take the memory of several."""
_PATIENCE_S: Final = 0.05


@dataclass(frozen=True, slots=True)
class Opened:
    """A page is open; its overview can be shown."""

    pyramid: Pyramid
    page_count: int
    overview: QImage


@dataclass(frozen=True, slots=True)
class TileMade:
    """A tile that was wished for."""

    tile: TileId
    image: QImage


@dataclass(frozen=True, slots=True)
class Failed:
    """The page cannot be shown."""

    reason: Unshowable


@dataclass(frozen=True, slots=True)
class Idle:
    """Nothing that was wished for is still to be made."""


Report = Opened | TileMade | Failed | Idle


class SheetWork:
    """The work on one page. `run` is the thread's; all else may be called from the window's."""

    def __init__(self, request: SheetRequest) -> None:
        self.request = request
        self.reports: SimpleQueue[Report] = SimpleQueue()
        self._abandonment = Abandonment()
        self._wishes: tuple[TileId, ...] = ()
        self._changed = Condition()

    def wish(self, tiles: Sequence[TileId]) -> None:
        """Wish for these tiles, the first of them first, and for no others any more."""
        with self._changed:
            self._wishes = tuple(tiles)
            self._changed.notify()

    def abandon(self) -> None:
        """Have the thread end soon, whatever it is at."""
        self._abandonment.tell()
        with self._changed:
            self._changed.notify()

    def run(self) -> None:
        """Open the page, then make tiles until nobody waits any more."""
        sheet: Sheet | None = None
        try:
            self._wait_for_turn()
            # The window may have all it wishes for long before: what the collector takes apart here may be Qt's.
            collector.pause()
            try:
                sheet = open_sheet(self.request, self._abandonment)
                self._prepare(sheet)
            finally:
                collector.resume()
                _DECODING.release()
            while True:
                self._wait_for_wishes()
                self._serve(sheet)
        except Abandoned:
            pass
        except Unshowable as reason:
            # Without the way that it came: what was opened there is to go with this thread.
            self.reports.put(Failed(reason.with_traceback(None)))
        except MemoryError:
            self.reports.put(Failed(Unshowable("too-heavy", file=self.request.file)))
        except Exception:
            # Decoders meet files that nobody has thought of; the reader is told, and the log says what it was.
            logging.getLogger(__name__).exception("a facsimile could not be shown")
            self.reports.put(Failed(Unshowable("damaged", file=self.request.file)))
        finally:
            if sheet is not None:
                sheet.close()

    def _wait_for_turn(self) -> None:
        while not _DECODING.acquire(timeout=_PATIENCE_S):
            self._abandonment.check()

    def _prepare(self, sheet: Sheet) -> None:
        """Hand over the overview as soon as it is there, and go on preparing between wishes."""
        is_told = False
        for _ in sheet.prepare():
            if not is_told:
                is_told = True
                self.reports.put(Opened(sheet.pyramid, sheet.page_count, sheet.overview()))
                self.reports.put(Idle())
            self._serve(sheet)

    def _wait_for_wishes(self) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._wishes or self._abandonment.is_told)
        self._abandonment.check()

    def _serve(self, sheet: Sheet) -> None:
        while self._wishes:
            self._abandonment.check()
            with self._changed:
                if not self._wishes:
                    return
                tile, self._wishes = self._wishes[0], self._wishes[1:]
            self.reports.put(TileMade(tile, sheet.tile(tile)))
            if not self._wishes:
                self.reports.put(Idle())
