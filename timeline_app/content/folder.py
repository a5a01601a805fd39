# SPDX-License-Identifier: MIT
"""Finds the files that an exhibit names, and only inside its own folder."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path, PurePosixPath, PureWindowsPath


class Finding(Enum):
    """What became of a search."""

    FOUND = auto()
    MISSING = auto()
    OUTSIDE = auto()


def find_in_folder(folder: Path, name: str) -> tuple[Finding, Path | None]:
    """Look for a file inside a folder; links that lead out of it, addresses and drives are outside."""
    if is_outside(name):
        return Finding.OUTSIDE, None
    try:
        home = folder.resolve()
        path = (folder / name).resolve()
        if not path.is_relative_to(home):
            return Finding.OUTSIDE, None
        return (Finding.FOUND, path) if path.is_file() else (Finding.MISSING, None)
    except (OSError, ValueError, RuntimeError):
        return Finding.MISSING, None


def is_outside(name: str) -> bool:
    """Tell whether a name leads out of any folder by its form alone, on any system."""
    if "://" in name or PurePosixPath(name).is_absolute():
        return True
    windows = PureWindowsPath(name)
    if windows.drive or windows.root:
        return True
    depth = 0
    for part in windows.parts:
        depth += -1 if part == ".." else 1
        if depth < 0:
            return True
    return False
