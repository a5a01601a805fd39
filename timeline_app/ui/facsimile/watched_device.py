# SPDX-License-Identifier: MIT
"""A file as decoders read it: piece by piece, so that they stop when nobody waits for them any more.

Being no file of Qt's it is not mapped into memory either: libtiff would map all of an uncompressed scan.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QIODevice

from timeline_app.ui.facsimile.faults import Abandonment


class WatchedDevice(QIODevice):
    """Reads a file in the thread that made it; to be closed there."""

    def __init__(self, path: Path, abandonment: Abandonment) -> None:
        super().__init__()
        self._abandonment = abandonment
        self._file = path.open("rb", buffering=0)
        self._size_bytes = path.stat().st_size
        self.open(QIODevice.OpenModeFlag.ReadOnly)

    def size(self) -> int:
        """Qt's: return the file's size."""
        return self._size_bytes

    def isSequential(self) -> bool:
        """Qt's: any part may be asked for."""
        return False

    def seek(self, pos: int) -> bool:
        """Qt's: go to a place."""
        is_there = super().seek(pos)
        self._file.seek(pos)
        return is_there

    def readData(self, maxlen: int) -> bytes:
        """Qt's: return the next bytes; none once the reader has moved on, which ends any decoder soon."""
        if self._abandonment.is_told:
            return b""
        try:
            return self._file.read(maxlen)
        except OSError:
            return b""

    def close(self) -> None:
        """Qt's: close the file."""
        super().close()
        self._file.close()
