# SPDX-License-Identifier: MIT
"""A picture that is open: decoded once, halved level by level, and kept as pressed tiles where it is large."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from timeline_app.base.errors import TimelineError
from timeline_app.base.geometry import Rect
from timeline_app.ui.facsimile.faults import Abandonment, Unshowable
from timeline_app.ui.facsimile.halving import halved, piece, pressed, unpressed
from timeline_app.ui.facsimile.limits import KEPT_WHOLE_BYTES, MEGABYTE, MOST_DECODED_BYTES, TILE_PX
from timeline_app.ui.facsimile.proved_file import ProvedFile
from timeline_app.ui.facsimile.pyramid import Pyramid, TileId
from timeline_app.ui.facsimile.watched_device import WatchedDevice

_UNKNOWN_BYTES_PER_PX = 4
_TURNS_ASIDE = QImageIOHandler.Transformation.TransformationRotate90


class PictureSheet:
    """A page of a picture file; the header is read at once, the picture with the first step of `prepare`."""

    def __init__(self, file: ProvedFile, page: int, abandonment: Abandonment) -> None:
        self._file = file
        self._abandonment = abandonment
        self._levels: dict[int, QImage] = {}
        self._tiles: dict[TileId, bytes] = {}
        self._device = WatchedDevice(file.path, abandonment)
        self._reader = QImageReader(self._device)
        self._reader.setDecideFormatFromContent(True)
        # Qt's own limit is below what we have room for; ours is checked before anything is decoded.
        QImageReader.setAllocationLimit(0)
        self.page_count = max(self._reader.imageCount(), 1)
        try:
            self._go_to(page)
            self.pyramid = self._measured()
        except TimelineError:
            self.close()
            raise

    def _go_to(self, page: int) -> None:
        is_there = 1 <= page <= self.page_count
        if not is_there or (page > 1 and not self._reader.jumpToImage(page - 1)):
            raise Unshowable("no-such-page", file=self._file.name, page=page, count=self.page_count)

    def _measured(self) -> Pyramid:
        """Return the levels by what the header says, or raise where the picture would take too much memory."""
        size, turns = self._reader.size(), self._reader.transformation()
        if size.isEmpty():
            raise Unshowable("damaged", file=self._file.name)
        is_turned = turns != QImageIOHandler.Transformation.TransformationNone
        bytes_per_px = _bytes_per_px(self._reader)
        # What is turned while it is read stands in memory twice.
        most_px = MOST_DECODED_BYTES / bytes_per_px / (2 if is_turned else 1)
        if size.width() * size.height() > most_px:
            raise Unshowable(
                "too-many-pixels",
                file=self._file.name,
                width=size.width(),
                height=size.height(),
                limit=int(most_px / MEGABYTE),
            )
        self._reader.setAutoTransform(is_turned)
        if turns & _TURNS_ASIDE:
            size = QSize(size.height(), size.width())
        return Pyramid(size.width(), size.height(), TILE_PX)

    def prepare(self) -> Iterator[None]:
        """Decode and halve; then press into tiles what would take too much memory, the smallest level first."""
        whole = self._read()
        self._levels[0] = whole
        last = self.pyramid.overview_level
        for level in range(1, last + 1):
            self._levels[level] = halved(self._levels[level - 1], self.pyramid.level_size(level))
            self._abandonment.check()
        yield
        if sum(image.sizeInBytes() for image in self._levels.values()) <= KEPT_WHOLE_BYTES:
            return
        del whole
        for level in reversed(range(last)):
            for tile in self.pyramid.tiles_of(level):
                self._tiles[tile] = pressed(self._cut(tile))
                if tile.column == 0:
                    self._abandonment.check()
                    yield
            del self._levels[level]

    def _read(self) -> QImage:
        image = self._reader.read()
        self._abandonment.check()
        wanted = (self.pyramid.width_px, self.pyramid.height_px)
        self._device.close()
        if image.isNull() or (image.width(), image.height()) != wanted:
            raise Unshowable("damaged", file=self._file.name)
        return image

    def overview(self) -> QImage:
        """Return the smallest level."""
        image = self._levels[self.pyramid.overview_level]
        return piece(image, Rect(0, 0, image.width(), image.height()))

    def tile(self, tile: TileId) -> QImage:
        """Return a tile, from what was decoded or from what it was pressed into."""
        kept = self._tiles.get(tile)
        return unpressed(kept) if kept is not None else self._cut(tile)

    def _cut(self, tile: TileId) -> QImage:
        return piece(self._levels[tile.level], self.pyramid.tile_rect(tile))

    def close(self) -> None:
        """Let go of file and picture."""
        self._device.close()
        self._levels.clear()
        self._tiles.clear()


def _bytes_per_px(reader: QImageReader) -> float:
    kind = reader.imageFormat()
    if kind == QImage.Format.Format_Invalid:
        return _UNKNOWN_BYTES_PER_PX
    return QImage.toPixelFormat(kind).bitsPerPixel() / 8
