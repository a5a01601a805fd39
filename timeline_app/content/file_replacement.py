# SPDX-License-Identifier: MIT
"""Puts new contents in the place of files: each whole or not at all, and never over what somebody else has saved.

The new contents are written beside the file and then renamed, so that a power cut leaves the old file or
the new one. A backup would protect from nothing more.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from timeline_app.base.errors import TimelineError
from timeline_app.base.messages import Message

_MODE_BITS: Final = 0o7777
_WRITE_BITS: Final = 0o222


class Replacement(NamedTuple):
    """A file, what it must still hold, and what it is to hold."""

    path: Path
    old: bytes
    new: bytes


class ReplacementRefused(TimelineError):
    """A file could not or must not be replaced; it is as it was."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message


def replace_files(replacements: Sequence[Replacement]) -> None:
    """Replace files; raise ReplacementRefused, with all files as they were, unless a disk fails in between."""
    beside: dict[Path, Path] = {}
    try:
        for replacement in replacements:
            target = replacement.path.resolve()
            beside[target] = _written_beside(target, replacement.new)
        for replacement in replacements:
            if replacement.path.read_bytes() != replacement.old:
                raise ReplacementRefused(Message.of("fix.refused.changed", file=replacement.path.name))
        for target in list(beside):
            beside[target].replace(target)
            del beside[target]
            _settle(target.parent)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        name = replacements[0].path.name if len(replacements) == 1 else Path(error.filename or "").name
        raise ReplacementRefused(Message.of("fix.refused.unwritable", file=name, reason=reason)) from None
    finally:
        for written in beside.values():
            with suppress(OSError):
                written.unlink(missing_ok=True)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file, new or in the place of an old one, whole or not at all; raise OSError where it cannot be written.

    A write-protected file stays, although the folder around it would let another take its place.
    """
    target = path.resolve()
    if target.exists() and not _is_open(target):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    beside = _place_beside(target)
    try:
        with beside.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            beside.chmod(target.stat().st_mode & _MODE_BITS)
        beside.replace(target)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    _settle(target.parent)


def _place_beside(target: Path) -> Path:
    """Return where the new contents of a file are written first.

    What lies there is of a process of this number that was ended while it wrote: numbers come again.
    """
    path = target.with_name(f".{target.name}.{os.getpid()}.new")
    path.unlink(missing_ok=True)
    return path


def _is_open(target: Path) -> bool:
    """Tell whether a file may be written over; its superuser may, and yet is not to where it is write-protected."""
    return bool(target.stat().st_mode & _WRITE_BITS) and os.access(target, os.W_OK)


def _written_beside(target: Path, data: bytes) -> Path:
    """Write a file into the folder of another, with its rights; return its path once the disk holds it."""
    found = target.stat()
    if not stat.S_ISREG(found.st_mode):
        raise ReplacementRefused(Message.of("fix.refused.no-file", file=target.name))
    if not _is_open(target):
        raise ReplacementRefused(Message.of("fix.refused.read-only", file=target.name))
    path = _place_beside(target)
    try:
        with path.open("xb") as stream:
            path.chmod(0o600)
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        _take_over_owner(path, found)
        path.chmod(found.st_mode & _MODE_BITS)
    except BaseException:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise
    return path


def _take_over_owner(path: Path, found: os.stat_result) -> None:
    """Give a file the owner and group of another, as far as this user may."""
    own = path.stat()
    if hasattr(os, "chown") and (own.st_uid, own.st_gid) != (found.st_uid, found.st_gid):
        with suppress(OSError):
            os.chown(path, found.st_uid, found.st_gid)


def _settle(folder: Path) -> None:
    """Have the disk hold a folder's new entry too, where the system can be asked for that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
