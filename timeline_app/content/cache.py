# SPDX-License-Identifier: MIT
"""Keeps the last good reading of a file, so that the next start need not parse it.

A kept reading counts only while nothing has changed: the files (time and size), the program's own modules,
the versions of Python and numpy. Only faultless exhibits without media are kept: what a check would find in
other files, it shall find at every start. The kept file is the user's own, and what it may name is limited to
the document's own classes, so that it cannot make the program do anything.
"""

from __future__ import annotations

import io
import os
import pickle
import sys
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, Protocol, TypeAlias

import numpy as np

from timeline_app.content.reading import Reading
from timeline_app.model.document import Document

Stamp: TypeAlias = tuple[int, int]

#: Modules whose classes a kept reading may name. Anything else is refused.
OWN: Final = ("timeline_app.model.", "timeline_app.chrono.", "timeline_app.base.", "timeline_app.content.")
OTHERS: Final = frozenset(
    {
        ("numpy", "dtype"),
        ("numpy", "ndarray"),
        ("numpy._core.multiarray", "_reconstruct"),
        ("numpy.core.multiarray", "_reconstruct"),
        ("numpy._core.numeric", "_frombuffer"),
        ("numpy.core.numeric", "_frombuffer"),
        ("pathlib", "PosixPath"),
        ("pathlib", "WindowsPath"),
        ("builtins", "frozenset"),
    }
)
PACKAGE: Final = Path(__file__).resolve().parents[1]
LAYERS: Final = ("base", "chrono", "model", "content")
MAX_BYTES: Final = 256 * 1024 * 1024


class Read(Protocol):
    """Reads a file; raises ReadingCancelled once `cancelled()` says so."""

    def __call__(self, path: Path, *, cancelled: Callable[[], bool]) -> Reading:
        """Read the file."""
        ...


class ReadingCache:
    """The kept readings in one folder, one file for each exhibit."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._fresh: tuple[Path, Reading, tuple[tuple[Path, Stamp | None], ...]] | None = None

    def load(self, path: Path) -> Reading | None:
        """Return the kept reading of a file, None where there is none that still counts."""
        try:
            kept = self._file_of(path)
            if not _is_own(kept) or kept.stat().st_size > MAX_BYTES:
                return None
            with kept.open("rb") as file:
                unpickler = _Unpickler(file)
                if unpickler.load() != _circumstances(path):
                    return None
                files: tuple[tuple[Path, Stamp | None], ...] = unpickler.load()
                if any(_stamp_or_none(of) != stamp for of, stamp in files):
                    return None
                reading = unpickler.load()
        except Exception:  # noqa: BLE001 — whatever is wrong with a kept file, the exhibit itself is there to be read
            return None
        return reading if isinstance(reading, Reading) else None

    def through(self, read: Read) -> Read:
        """Return a way to read that takes what is kept, and else reads as told; `keep` will keep that."""

        def read_or_take(path: Path, *, cancelled: Callable[[], bool]) -> Reading:
            kept = self.load(path)
            if kept is not None:
                return kept
            # Looked at before and after: what is saved meanwhile must not pass for what was read.
            before = _stamp_or_none(path)
            reading = read(path, cancelled=cancelled)
            stamps = tuple((of, _stamp_or_none(of)) for of in reading.files)
            is_steady = before is not None and (path, before) in stamps
            self._fresh = (path, reading, stamps) if is_steady else None
            return reading

        return read_or_take

    def keep(self) -> None:
        """Keep what was read last, if it is worth it; what cannot be written is let go."""
        fresh, self._fresh = self._fresh, None
        if fresh is None:
            return
        path, reading, stamps = fresh
        document = reading.document
        if document is None or reading.problems or _has_media(document):
            return
        content = io.BytesIO()
        pickler = pickle.Pickler(content, pickle.HIGHEST_PROTOCOL)
        for part in (_circumstances(path), stamps, reading):
            pickler.dump(part)
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            _write_whole(self._file_of(path), content.getvalue())

    def _file_of(self, path: Path) -> Path:
        name = os.fsencode(path.absolute())
        return self._folder / f"{path.stem[:40]}-{zlib.crc32(name):08x}.reading"


class _Unpickler(pickle.Unpickler):
    """Reads pickles that name nothing but the document's own classes."""

    def find_class(self, module_name: str, global_name: str, /) -> Any:
        """Return a class by name, or refuse."""
        if module_name.startswith(OWN) or (module_name, global_name) in OTHERS:
            found = super().find_class(module_name, global_name)
            if isinstance(found, type) or (module_name, global_name) in OTHERS:
                return found
        raise pickle.UnpicklingError(f"{module_name}.{global_name} has no place in a kept reading")


def _circumstances(path: Path) -> tuple[object, ...]:
    """Return what must be the same: the exhibit's place, the program, and what it runs on."""
    return str(path), str(path.absolute()), sys.version_info[:3], np.__version__, _program_stamp()


def _program_stamp() -> tuple[int, int]:
    """Return the newest time and the total size of the modules that make a document."""
    newest = total = 0
    for layer in LAYERS:
        with os.scandir(PACKAGE / layer) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    found = entry.stat()
                    newest = max(newest, found.st_mtime_ns)
                    total += found.st_size
    return newest, total


def _stamp_or_none(path: Path) -> Stamp | None:
    with suppress(OSError):
        found = path.stat()
        return found.st_mtime_ns, found.st_size
    return None


def _is_own(path: Path) -> bool:
    """Tell whether a kept file is the user's own; where the system knows no owners, the folder is."""
    return not hasattr(os, "getuid") or path.stat().st_uid == os.getuid()


def _has_media(document: Document) -> bool:
    return any(event.media for event in document.events.records) or any(
        excerpt.facsimile is not None for excerpt in document.excerpts.values()
    )


def _write_whole(path: Path, content: bytes) -> None:
    beside = path.with_suffix(f".{os.getpid()}.new")
    try:
        beside.write_bytes(content)
        beside.chmod(0o600)
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
