# SPDX-License-Identifier: MIT
"""A page of a PDF that is open: drawn part by part by a process of its own (`pdf_process`)."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from PySide6.QtGui import QImage

from timeline_app.base.errors import TimelineError
from timeline_app.ui.facsimile.faults import Abandonment, Unshowable
from timeline_app.ui.facsimile.limits import (
    MOST_PDF_SIDE_PX,
    PDF_DATA_BYTES,
    PDF_DOTS_PER_INCH,
    PDF_TILE_PX,
)
from timeline_app.ui.facsimile.proved_file import ProvedFile
from timeline_app.ui.facsimile.pyramid import Pyramid, TileId

_PROCESS: Final = Path(__file__).with_name("pdf_process.py")
_POINTS_PER_INCH: Final = 72.0
_BYTES_PER_PX: Final = 4


class PdfSheet:
    """A page of a PDF. Whoever abandons it ends its process, and with it any waiting."""

    def __init__(self, file: ProvedFile, page: int, abandonment: Abandonment) -> None:
        self._file = file
        self._abandonment = abandonment
        self._overview: QImage | None = None
        # -P: the folder of that script must not stand before the packages that it imports.
        command = [sys.executable, "-P", str(_PROCESS), str(file.path), str(page - 1), str(PDF_DATA_BYTES)]
        self._process = subprocess.Popen(  # noqa: S603 — see the import
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        abandonment.ends(self._process.kill)
        try:
            told = self._answer()
            self.page_count = int(told["pages"])
            if not 1 <= page <= self.page_count:
                raise Unshowable("no-such-page", file=file.name, page=page, count=self.page_count)
        except TimelineError:
            self.close()
            raise
        self.pyramid = _pyramid(told["width"], told["height"])

    def _answer(self) -> dict[str, Any]:
        """Return what the process says; one that says nothing has come to grief over the file."""
        assert self._process.stdout is not None  # noqa: S101 — it was asked for above
        line = self._process.stdout.readline()
        self._abandonment.check()
        told: dict[str, Any] = json.loads(line) if line else {"fault": "too-heavy"}
        if "fault" in told:
            raise Unshowable(told["fault"], file=self._file.name)
        return told

    def _drawn(self, level: int, x: int, y: int, width: int, height: int) -> QImage:
        assert self._process.stdin is not None  # noqa: S101 — both were asked for above
        assert self._process.stdout is not None  # noqa: S101
        wish = [*self.pyramid.level_size(level), x, y, width, height]
        try:
            self._process.stdin.write(json.dumps(wish).encode() + b"\n")
            self._process.stdin.flush()
        except OSError:
            self._abandonment.check()
        size_bytes = self._answer()["bytes"]
        pixels = self._process.stdout.read(size_bytes)
        self._abandonment.check()
        if len(pixels) != width * height * _BYTES_PER_PX:
            raise Unshowable("too-heavy", file=self._file.name)
        # A copy: the picture would only borrow the bytes.
        return QImage(pixels, width, height, QImage.Format.Format_RGB32).copy()

    def prepare(self) -> Iterator[None]:
        """Draw the overview."""
        level = self.pyramid.overview_level
        self._overview = self._drawn(level, 0, 0, *self.pyramid.level_size(level))
        yield

    def overview(self) -> QImage:
        """Return the smallest level."""
        return self._overview if self._overview is not None else QImage()

    def tile(self, tile: TileId) -> QImage:
        """Draw a tile."""
        part = self.pyramid.tile_rect(tile)
        return self._drawn(tile.level, int(part.x), int(part.y), int(part.w), int(part.h))

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue
        self._process.wait()


def _pyramid(width_pt: float, height_pt: float) -> Pyramid:
    """Return the levels of a page of a size in points."""
    scale = PDF_DOTS_PER_INCH / _POINTS_PER_INCH
    scale = min(scale, MOST_PDF_SIDE_PX / max(width_pt, height_pt, 1.0))
    return Pyramid(max(round(width_pt * scale), 1), max(round(height_pt * scale), 1), PDF_TILE_PX)
