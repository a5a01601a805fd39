# SPDX-License-Identifier: MIT
"""A facsimile that is open: what a picture and a page of a PDF have in common. Lives in a thread of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtGui import QImage

from timeline_app.ui.facsimile.faults import Abandonment
from timeline_app.ui.facsimile.kinds import Kind
from timeline_app.ui.facsimile.proved_file import ProvedFile, prove
from timeline_app.ui.facsimile.pyramid import Pyramid, TileId


@dataclass(frozen=True, slots=True)
class SheetRequest:
    """A page of a file in an exhibit's folder; pages count from 1."""

    folder: Path | None
    file: str
    page: int = 1


class Sheet(Protocol):
    """What is asked of a page that is open."""

    @property
    def pyramid(self) -> Pyramid:
        """Its size and levels."""
        ...

    @property
    def page_count(self) -> int:
        """How many pages its file has."""
        ...

    def prepare(self) -> Iterator[None]:
        """Do what can be done before tiles are asked for, in small steps; after the first the overview is there."""
        ...

    def overview(self) -> QImage:
        """Return the smallest level."""
        ...

    def tile(self, tile: TileId) -> QImage:
        """Return a tile."""
        ...

    def close(self) -> None:
        """Let go of everything."""
        ...


def open_sheet(request: SheetRequest, abandonment: Abandonment) -> Sheet:
    """Open a page; raise `Unshowable` with the reason where that cannot be."""
    return _opened(prove(request.folder, request.file), request.page, abandonment)


def _opened(file: ProvedFile, page: int, abandonment: Abandonment) -> Sheet:
    if file.kind is Kind.PDF:
        from timeline_app.ui.facsimile.pdf_sheet import PdfSheet

        return PdfSheet(file, page, abandonment)
    from timeline_app.ui.facsimile.picture_sheet import PictureSheet

    return PictureSheet(file, page, abandonment)
