# SPDX-License-Identifier: MIT
"""Keeps checked exhibits, so that opening one again needs neither YAML nor the checks.

An entry counts only if everything that its reading followed from is the same: the bytes of each file, where
pictures lie, the program itself. Any other entry is as good as none, and nobody is told. The folder may be
deleted at any time. This module loads the reader only when it is needed: that is half of what it saves.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final, Protocol

import msgspec

from timeline_app import __version__
from timeline_app.base import collector
from timeline_app.base.errors import ReadingCancelled
from timeline_app.content import cache_codec
from timeline_app.content.build import Parts, assemble
from timeline_app.content.cache_codec import Header, MediaStamp
from timeline_app.content.folder import Finding, find_in_folder
from timeline_app.content.problems import Problem
from timeline_app.content.reading import Basis, Look, Reading, never

ENTRY_LIMIT: Final = 20
ENTRY_LIMIT_BYTES: Final = 256 * 1024 * 1024
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

    def __call__(self, path: Path, *, cancelled: Callable[[], bool]) -> Reading:
        """Read the file."""
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

        def read_or_take(path: Path, *, cancelled: Callable[[], bool]) -> Reading:
            kept = self.load(path)
            if cancelled():
                raise ReadingCancelled
            if kept is not None:
                return kept
            reading = read(path, cancelled=cancelled)
            self._fresh = (path, reading)
            return reading

        return read_or_take

    def keep(self) -> None:
        """Write the entry of what was read last, once; what cannot be written is let go."""
        fresh, self._fresh = self._fresh, None
        if fresh is not None:
            keep_reading(*fresh, self._folder)


def read_cached(path: Path, folder: Path | None, *, cancelled: Callable[[], bool] = never) -> Reading:
    """Return what `read_exhibit` returns, from the entry in `folder` if it counts; only `basis` is missing then."""
    if folder is None:
        return _read_anew(path, cancelled=cancelled)
    return ReadingCache(folder).through(_read_anew)(path, cancelled=cancelled)


def _read_anew(path: Path, *, cancelled: Callable[[], bool]) -> Reading:
    from timeline_app.content.reader import read_exhibit

    return read_exhibit(path, cancelled=cancelled)


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
        data = cache_codec.pack(header, basis.parts, reading.problems)
        if len(data) > ENTRY_LIMIT_BYTES:
            return False
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        entry = entry_file(path, folder)
        _write_whole(entry, data)
        _tidy(entry, folder)
    except (OSError, ValueError, TypeError, OverflowError, RuntimeError, msgspec.MsgspecError):
        return False  # What cannot be kept is read anew the next time.
    return True


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
        entry = entry_file(path, folder)
        if not entry.is_file() or entry.stat().st_size > ENTRY_LIMIT_BYTES:
            return None
        header, content = cache_codec.unpack_header(entry.read_bytes())
        if header.program != program_mark() or not _holds(header, path):
            return None
        if header.date_reader and header.date_reader != date_reader_mark():
            return None
        reading = _rebuilt(path, header.looks, *cache_codec.unpack_content(content))
        with suppress(OSError):
            os.utime(entry)  # The entries that are used are the last to go.
    except Exception:  # noqa: BLE001 - whatever is wrong with an entry, the exhibit itself can be read.
        return None
    finally:
        collector.resume()
    return reading


def _rebuilt(path: Path, looks: tuple[Look, ...], parts: Parts, problems: tuple[Problem, ...]) -> Reading:
    included = (path.parent / look.name for look in looks[1:] if look.finding is not Finding.OUTSIDE)
    return Reading(assemble(parts, path), problems, (path, *included))


def _holds(header: Header, path: Path) -> bool:
    """Tell whether a reading would find in the folder what the kept one found."""
    own, *included = header.looks
    return (
        _is_same(path, own)
        and all(_is_found_again(path, look) for look in included)
        and all(_media_stamp(path, name) == stamp for name, stamp in header.media.items())
    )


def _is_found_again(path: Path, look: Look) -> bool:
    finding, found = find_in_folder(path.parent, look.name)
    return finding is look.finding and (found is None or _is_same(found, look))


def _is_same(path: Path, look: Look) -> bool:
    """Tell whether a file holds the same bytes; of one that has grown no more than that is looked at."""
    with path.open("rb") as stream:
        data = stream.read(look.size + 1)
    return len(data) == look.size and sha256(data).digest() == look.digest


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


def _write_whole(entry: Path, data: bytes) -> None:
    """Write a file beside the entry and put it in its place."""
    beside = entry.with_name(f"{entry.name}.{os.getpid()}{_BESIDE}")
    try:
        beside.write_bytes(data)
        beside.chmod(0o600)
        beside.replace(entry)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def _tidy(written: Path, folder: Path) -> None:
    """Remove the entries longest unused, and what writers that were ended left behind."""
    times = _times(folder, f"*{SUFFIX}")
    for entry in sorted(times, key=times.__getitem__, reverse=True)[ENTRY_LIMIT:]:
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
