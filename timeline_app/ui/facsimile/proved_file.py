# SPDX-License-Identifier: MIT
"""A facsimile's file, proved before anything decodes it: inside the exhibit's folder, readable, of a known kind."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from timeline_app.content.folder import Finding, find_in_folder
from timeline_app.ui.facsimile.faults import Unshowable
from timeline_app.ui.facsimile.kinds import HEAD_BYTES, SUFFIXES, Kind, kind_named, kind_of
from timeline_app.ui.facsimile.limits import MEGABYTE, MOST_FILE_BYTES

_TAIL_BYTES: Final = 65_536
_END_OF_JPEG: Final = b"\xff\xd9"
_HOW: Final = (
    os.O_RDONLY
    # A pipe or a device in the place of a file must not keep us waiting, nor a link lead on from where it was proved.
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True, slots=True)
class ProvedFile:
    """A file that may be handed to its decoder; `name` is how the exhibit calls it."""

    path: Path
    name: str
    kind: Kind
    size_bytes: int


def prove(folder: Path | None, name: str) -> ProvedFile:
    """Return a file of an exhibit's folder, or raise `Unshowable`; what its links lead to is proved anew each time."""
    finding, path = find_in_folder(folder, name) if folder is not None else (Finding.MISSING, None)
    if finding is Finding.OUTSIDE:
        raise Unshowable("outside", file=name)
    if path is None:
        raise Unshowable("missing", file=name)
    try:
        handle = os.open(path, _HOW)
    except FileNotFoundError:
        raise Unshowable("missing", file=name) from None
    except OSError:
        raise Unshowable("unreadable", file=name) from None
    try:
        return _looked_at(handle, path, name)
    except OSError:
        raise Unshowable("unreadable", file=name) from None
    finally:
        os.close(handle)


def _looked_at(handle: int, path: Path, name: str) -> ProvedFile:
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode):
        raise Unshowable("missing", file=name)
    if not found.st_size:
        raise Unshowable("empty", file=name)
    if found.st_size > MOST_FILE_BYTES:
        size_mb, limit_mb = (round(number / MEGABYTE) for number in (found.st_size, MOST_FILE_BYTES))
        raise Unshowable("file-too-large", file=name, size=size_mb, limit=limit_mb)
    kind = kind_of(os.read(handle, HEAD_BYTES))
    if kind is None:
        raise Unshowable("not-a-picture", file=name)
    if kind_named(name) is not kind:
        raise Unshowable("wrong-suffix", file=name, kind=kind.value, suffix=SUFFIXES[kind][0])
    if kind is Kind.JPEG and not _has_end(handle, found.st_size):
        raise Unshowable("damaged", file=name)
    return ProvedFile(path, name, kind, found.st_size)


def _has_end(handle: int, size_bytes: int) -> bool:
    """Tell whether a JPEG comes to its end: its decoder would fill with grey what is missing, and say nothing."""
    os.lseek(handle, max(size_bytes - _TAIL_BYTES, 0), os.SEEK_SET)
    return _END_OF_JPEG in os.read(handle, _TAIL_BYTES)
