# SPDX-License-Identifier: MIT
"""Keeps checked exhibits, so that opening one again needs neither YAML nor the checks.

An entry counts only if everything that its reading followed from is the same: the bytes of each file, where
pictures lie, the program itself. Any other entry is as good as none, and nobody is told. The folder may be
deleted at any time. This module loads the reader only when it is needed: that is half of what it saves.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final, Protocol

import msgspec
import numpy as np

from timeline_app import __version__
from timeline_app.base import collector
from timeline_app.base.errors import ReadingCancelled
from timeline_app.content import cache_codec
from timeline_app.content.build import assemble
from timeline_app.content.cache_codec import Header, Kept, MediaStamp
from timeline_app.content.folder import Finding, find_in_folder
from timeline_app.content.progress import Tell, tell_nobody
from timeline_app.content.reading import Basis, Look, Reading, Stamp, never, stamp_of
from timeline_app.model.record_store import Bytes

if TYPE_CHECKING:
    from timeline_app.content.packed_events import PackedEvents

ENTRY_LIMIT: Final = 20
ENTRY_LIMIT_BYTES: Final = 1024 * 1024 * 1024
FOLDER_LIMIT_BYTES: Final = 2 * ENTRY_LIMIT_BYTES
_PIECE_BYTES: Final = 4 * 1024 * 1024
SUFFIX: Final = ".exhibit"
_BESIDE: Final = ".new"
_ABANDONED_S: Final = 3600.0

_PACKAGE: Final = Path(__file__).resolve().parents[1]
_FOLDERS: Final = ("base", "chrono", "chrono/calendars", "content", "model")
"""Where all lies that has a say in what a reading gives."""


DATE_CODES: Final = frozenset({"ask-date", "bad-date", "bad-view", "loose-date"})
"""Problems that tell of dates which more than the program itself had a say in."""


class Read(Protocol):
    """Reads a file; raises ReadingCancelled once `cancelled()` says so."""

    def __call__(self, path: Path, *, cancelled: Callable[[], bool], progress: Tell = tell_nobody) -> Reading:
        """Read the file, telling how far that has come."""
        ...


class ReadingCache:
    """The kept exhibits of one folder, as a window uses them: taken at once, written when there is time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._fresh: tuple[Path, Reading] | None = None

    def load(self, path: Path) -> Reading | None:
        """Return the kept reading of a file, None where there is none that counts."""
        return _kept(path, self._folder)

    def through(self, read: Read) -> Read:
        """Return a way to read that takes what is kept, and else reads as told; `keep` will keep that."""

        def read_or_take(
            path: Path, *, cancelled: Callable[[], bool], progress: Tell = tell_nobody
        ) -> Reading:
            kept = self.load(path)
            if cancelled():
                raise ReadingCancelled
            if kept is not None:
                return kept
            reading = read(path, cancelled=cancelled, progress=progress)
            self._fresh = (path, reading)
            return reading

        return read_or_take

    def keep(self) -> None:
        """Write the entry of what was read last, once; what cannot be written is let go.

        That of a large exhibit takes longer than a picture may: it is written in a thread of its own.
        """
        fresh, self._fresh = self._fresh, None
        if fresh is None:
            return
        if fresh[1].basis is None or fresh[1].basis.packed is None:
            keep_reading(*fresh, self._folder)
            return
        Thread(target=_keep_aside, args=(*fresh, self._folder), name="keeping", daemon=True).start()


def read_cached(path: Path, folder: Path | None, *, cancelled: Callable[[], bool] = never) -> Reading:
    """Return what `read_exhibit` returns, from the entry in `folder` if it counts; only `basis` is missing then."""
    if folder is None:
        return _read_anew(path, cancelled=cancelled)
    return ReadingCache(folder).through(_read_anew)(path, cancelled=cancelled)


def _read_anew(path: Path, *, cancelled: Callable[[], bool], progress: Tell = tell_nobody) -> Reading:
    from timeline_app.content.reader import read_exhibit

    return read_exhibit(path, cancelled=cancelled, progress=progress)


def keep_reading(path: Path, reading: Reading, folder: Path) -> bool:
    """Write the entry of a fresh reading that has a document; tell whether that was done."""
    basis = reading.basis
    if basis is None or reading.document is None or not _is_whole(basis):
        return False
    try:
        media = {name: _media_stamp(path, name) for name in basis.media}
        if any(media[name].finding is not finding for name, finding in basis.media.items()):
            return False
        is_loose = any(problem.code in DATE_CODES for problem in reading.problems)
        header = Header(program_mark(), basis.looks, media, date_reader_mark() if is_loose else b"")
        pieces = cache_codec.pack(header, basis.parts, reading.problems, basis.packed)
        if sum(map(len, pieces)) > ENTRY_LIMIT_BYTES:
            return False
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        entry = entry_file(path, folder)
        _write_whole(entry, pieces)
        _tidy(entry, folder)
    except (OSError, ValueError, TypeError, OverflowError, RuntimeError, msgspec.MsgspecError):
        return False  # What cannot be kept is read anew the next time.
    return True


def _keep_aside(path: Path, reading: Reading, folder: Path) -> None:
    """Write an entry in a thread, in which nothing of the interface's may be collected."""
    collector.pause()
    try:
        keep_reading(path, reading, folder)
    finally:
        collector.resume()


def entry_file(path: Path, folder: Path) -> Path:
    """Return the entry's file. A link is an exhibit of its own: its name and folder have a say in reading."""
    place = path.parent.resolve() / path.name
    return folder / (sha256(os.fsencode(place)).hexdigest()[:40] + SUFFIX)


def program_mark() -> bytes:
    """Return a digest of the program: version, shapes of the records, and the modules that read and build.

    The modules count by size and time, so that an entry never hides what somebody changes in the checks.
    """
    modules = sorted(
        (folder, entry.name, found.st_size, found.st_mtime_ns)
        for folder in _FOLDERS
        for entry in os.scandir(_PACKAGE / folder)
        if entry.name.endswith(".py")
        for found in (entry.stat(),)
    )
    told = (__version__, sys.version_info[:3], cache_codec.FORMAT, cache_codec.shapes_mark(), modules)
    return sha256(repr(told).encode()).digest()


def date_reader_mark() -> bytes:
    """Return a digest of the library that has a say in loose dates; it is found, but not loaded."""
    from importlib.util import find_spec

    spec = find_spec("dateutil")
    if spec is None or spec.origin is None:
        return b"none"
    version = Path(spec.origin).with_name("_version.py")
    return sha256(version.read_bytes()).digest() if version.is_file() else b"unknown"


# -- reading an entry -------------------------------------------------------------------------------


def _kept(path: Path, folder: Path) -> Reading | None:
    """Return what the entry holds, or None if there is none that counts."""
    collector.pause()  # As for a fresh reading: many small objects and no circles.
    try:
        stamp = stamp_of(path)
        entry = entry_file(path, folder)
        if not entry.is_file() or entry.stat().st_size > ENTRY_LIMIT_BYTES:
            return None
        header, content, columns = cache_codec.unpack_header(_bytes_of(entry).data)
        if header.program != program_mark():
            return None
        kept = cache_codec.unpack_content(content)
        file = -1 if kept.columns is None else kept.columns.file
        data = _held(header, path, file)
        if data is None:
            return None
        if header.date_reader and header.date_reader != date_reader_mark():
            return None
        packed = None
        if kept.columns is not None:
            from timeline_app.content.cache_columns import packed_from  # Only large exhibits have any.

            name = header.looks[file].name if file >= 0 else ""
            packed = packed_from(kept.columns, columns, data if file >= 0 else None, name)
        reading = _rebuilt(path, header.looks, kept, packed, stamp)
        with suppress(OSError):
            os.utime(entry)  # The entries that are used are the last to go.
    except Exception:  # noqa: BLE001 - whatever is wrong with an entry, the exhibit itself can be read.
        return None
    finally:
        collector.resume()
    return reading


def _rebuilt(
    path: Path, looks: tuple[Look, ...], kept: Kept, packed: PackedEvents | None, stamp: Stamp | None
) -> Reading:
    included = (path.parent / look.name for look in looks[1:] if look.finding is not Finding.OUTSIDE)
    document = assemble(kept.parts, path, packed)
    return Reading(document, kept.problems, (path, *included), stamps={path: stamp})


def _held(header: Header, path: Path, wanted: int) -> Bytes | None:
    """Return what the wanted file holds, nothing for none; None if a reading would not find what the kept one found."""
    found = np.zeros(0, np.uint8)
    for number, look in enumerate(header.looks):
        finding, place = (Finding.FOUND, path) if number == 0 else find_in_folder(path.parent, look.name)
        if finding is not look.finding:
            return None
        data = _same_bytes(place, look) if place is not None else found
        if data is None:
            return None
        if number == wanted:
            found = data
    is_same = all(_media_stamp(path, name) == stamp for name, stamp in header.media.items())
    return found if is_same else None


def _same_bytes(path: Path, look: Look) -> Bytes | None:
    """Return what a file holds, None if it is not the same; of one that has grown no more than that is looked at."""
    if path.stat().st_size != look.size:
        return None
    data = _bytes_of(path)
    return data if len(data) == look.size and sha256(data.data).digest() == look.digest else None


def _bytes_of(path: Path) -> Bytes:
    """Read a file into memory of its own, piece by piece; what is in use must not change with the disk."""
    with path.open("rb") as stream:
        data = np.empty(os.fstat(stream.fileno()).st_size, np.uint8)
        view, size = data.data, 0
        while size < len(data):
            with view[size : size + _PIECE_BYTES] as room:
                count = stream.readinto(room)
            if not count:
                break
            size += count
    return data[:size]


def _media_stamp(path: Path, name: str) -> MediaStamp:
    finding, found = find_in_folder(path.parent, name)
    if found is None:
        return MediaStamp(finding)
    stat = found.stat()
    return MediaStamp(finding, stat.st_size, stat.st_mtime_ns)


# -- writing an entry -------------------------------------------------------------------------------


def _is_whole(basis: Basis) -> bool:
    """Tell whether every file that was found could also be read: why one could not is nowhere kept."""
    return all(look.digest or look.finding is not Finding.FOUND for look in basis.looks)


def _write_whole(entry: Path, pieces: Iterable[bytes | memoryview]) -> None:
    """Write a file beside the entry and put it in its place."""
    beside = entry.with_name(f"{entry.name}.{os.getpid()}{_BESIDE}")
    try:
        with beside.open("wb") as stream:
            for piece in pieces:
                stream.write(piece)
        beside.chmod(0o600)
        beside.replace(entry)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def _tidy(written: Path, folder: Path) -> None:
    """Remove the entries longest unused, and what writers that were ended left behind."""
    times = _times(folder, f"*{SUFFIX}")
    room_bytes = FOLDER_LIMIT_BYTES
    for number, entry in enumerate(sorted(times, key=times.__getitem__, reverse=True)):
        with suppress(OSError):
            room_bytes -= entry.stat().st_size
        if number >= ENTRY_LIMIT or (room_bytes < 0 and entry != written):
            entry.unlink(missing_ok=True)
    now_s = written.stat().st_mtime
    for beside, time_s in _times(folder, f"*{SUFFIX}.*{_BESIDE}").items():
        if now_s - time_s > _ABANDONED_S:
            beside.unlink(missing_ok=True)


def _times(folder: Path, pattern: str) -> Mapping[Path, float]:
    times: dict[Path, float] = {}
    for found in folder.glob(pattern):
        with suppress(OSError):
            times[found] = found.stat().st_mtime
    return times
