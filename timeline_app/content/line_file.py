# SPDX-License-Identifier: MIT
"""The bytes of a large file, read piece by piece into one run of memory, and cut into lines as they come.

Nothing here holds the interpreter for long, so that a window stays alive beside it. What is too long, in an
encoding of its own, or still being written is told and never waited for.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from io import BytesIO
from itertools import accumulate
from typing import IO, Final

import numpy as np

from timeline_app.base.messages import Param
from timeline_app.content.guards import encoding_of
from timeline_app.content.progress import Progress
from timeline_app.content.row_intake import Batch
from timeline_app.model.record_store import Bytes

LINES_LIMIT_BYTES: Final = 1024 * 1024 * 1024
JSON_LIMIT_BYTES: Final = 256 * 1024 * 1024
LINE_LIMIT_BYTES: Final = 8 * 1024 * 1024
EVENT_LIMIT: Final = 5_000_000

BLOCK_BYTES: Final = 512 * 1024
_UTF8_BOM: Final = b"\xef\xbb\xbf"
_MOST_LINES: Final = 4_096


class Refusal(Exception):
    """The file is not read at all: a code, and what is to be said with it."""

    def __init__(self, code: str, **params: Param) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


class LargeFile:
    """One open file that is read once; `data` holds what has been read."""

    def __init__(
        self, stream: IO[bytes], limit_bytes: int, progress: Progress, check_cancelled: Callable[[], None]
    ) -> None:
        self._stream = stream
        self._progress = progress
        self._check_cancelled = check_cancelled
        self._digest = sha256()
        self._before = _stamp(stream)
        size = _size(stream)
        if size > limit_bytes:
            raise Refusal("too-large", limit=limit_bytes // (1024 * 1024))
        self.data: Bytes = np.empty(size, np.uint8)
        self.size = 0
        self.is_as_written = True

    @property
    def digest(self) -> bytes:
        """The digest of what the file holds."""
        return self._digest.digest()

    @property
    def has_changed(self) -> bool:
        """Whether the file has changed while it was read."""
        if _stamp(self._stream) != self._before:
            return True
        return bool(self._stream.read(1))

    def blocks(self) -> Iterator[tuple[int, int]]:
        """Read block by block, and yield where each lies."""
        view, total = self.data.data, len(self.data)
        while self.size < total:
            self._check_cancelled()
            start = self.size
            with view[start : min(start + BLOCK_BYTES, total)] as room:
                count = self._stream.readinto(room)  # type: ignore[attr-defined]
                if not count:
                    break
                self._digest.update(room[:count])
            self.size += count
            if start == 0:
                self._look_at_beginning()
            self._mend_breaks(start)
            self._progress.read(self.size, total)
            yield start, self.size

    def read_all(self) -> bytes:
        """Read all of the file, and return it."""
        for _ in self.blocks():
            pass
        return bytes(self.data.data[: self.size])

    @property
    def start(self) -> int:
        """Where the text begins: behind its byte order mark, if it has one."""
        return len(_UTF8_BOM) if bytes(self.data.data[:3]) == _UTF8_BOM else 0

    def _look_at_beginning(self) -> None:
        encoding = encoding_of(bytes(self.data.data[: min(self.size, BLOCK_BYTES)]))
        if encoding is not None:
            raise Refusal("wrong-encoding", encoding=encoding)

    def _mend_breaks(self, start: int) -> None:
        """Make a line feed of each carriage return that none follows: old systems ended lines so."""
        block = self.data[max(start - 1, 0) : self.size]
        if b"\r" not in block.tobytes():
            return
        is_alone = block[:-1] == ord("\r")
        is_alone &= block[1:] != ord("\n")
        if is_alone.any():
            self.is_as_written = False
            block[:-1][is_alone] = ord("\n")


def batches_of(file: LargeFile, tell_long: Callable[[int], None]) -> Iterator[Batch]:
    """Yield the lines of a file that hold anything, some at a time; lines that are too long are told and left out."""
    view = file.data.data
    line_start, number, is_too_long = 0, 0, False
    for _, end in file.blocks():
        line_start = max(line_start, file.start)
        block = bytes(view[line_start:end])
        last = block.rfind(b"\n")
        if last < 0:
            if len(block) > LINE_LIMIT_BYTES:
                if not is_too_long:
                    tell_long(number)
                is_too_long, line_start = True, end
            continue
        lines = block[:last].split(b"\n")
        if is_too_long:
            line_start, number = line_start + len(lines[0]) + 1, number + 1
            is_too_long = False
            del lines[0]
        for first in range(0, len(lines), _MOST_LINES):
            piece = lines[first : first + _MOST_LINES]
            batch, line_start, number = _batch(piece, line_start, number, tell_long)
            yield batch
    if not is_too_long:
        # The last line needs no line break; of a file that was cut short it is what there is.
        batch, _, _ = _batch(
            [bytes(view[max(line_start, file.start) : file.size])], line_start, number, tell_long
        )
        yield batch


def _batch(
    lines: Sequence[bytes], start: int, number: int, tell_long: Callable[[int], None]
) -> tuple[Batch, int, int]:
    batch = Batch([], [], [], [])
    ends = list(accumulate((len(line) + 1 for line in lines), initial=start))
    if (
        all(lines)
        and not any(map(bytes.isspace, lines))
        and max(map(len, lines), default=0) <= LINE_LIMIT_BYTES
    ):
        # As nearly all lines are.
        numbers = list(range(number, number + len(lines)))
        return Batch(list(lines), ends[:-1], numbers, [0] * len(lines)), ends[-1], number + len(lines)
    for line in lines:
        if len(line) > LINE_LIMIT_BYTES:
            tell_long(number)
        elif line and not line.isspace():
            batch.lines.append(line)
            batch.starts.append(start)
            batch.numbers.append(number)
        start += len(line) + 1
        number += 1
    batch.columns.extend([0] * len(batch.lines))
    return batch, start, number


def _size(stream: IO[bytes]) -> int:
    if isinstance(stream, BytesIO):
        return stream.getbuffer().nbytes
    return os.fstat(stream.fileno()).st_size


def _stamp(stream: IO[bytes]) -> tuple[int, int]:
    if isinstance(stream, BytesIO):
        return 0, 0
    found = os.fstat(stream.fileno())
    return found.st_size, found.st_mtime_ns
