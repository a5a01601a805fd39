# SPDX-License-Identifier: MIT
"""What reading an exhibit gave, and what it rests on; apart from the reader, which need not be loaded for it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from timeline_app.content.build import Parts
from timeline_app.content.folder import Finding
from timeline_app.content.problems import Problem

if TYPE_CHECKING:
    from timeline_app.content.packed_events import PackedEvents
from timeline_app.model.document import Document

Stamp: TypeAlias = tuple[int, int, int]
"""Time, size and number of a file."""


class Look(NamedTuple):
    """One look for a file: what was found, and the digest of what was read; empty if nothing could be."""

    name: str
    finding: Finding
    size: int = 0
    digest: bytes = b""


def stamp_of(path: Path) -> Stamp | None:
    """Return what changes when a file is saved; None while it is not there."""
    with suppress(OSError):
        found = path.stat()
        return found.st_mtime_ns, found.st_size, found.st_ino
    return None


@dataclass(frozen=True, slots=True, eq=False)
class Basis:
    """All that a reading follows from: the exhibit's own file first, then those that its sections name.

    Of `media` only the finding counts: reading never opens them.
    """

    looks: tuple[Look, ...]
    media: Mapping[str, Finding]
    parts: Parts
    packed: PackedEvents | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading gave. `document` is None where nothing can be shown; `files` are those to watch.

    `basis` is there only after a fresh reading of a file: it is what a later start can be spared.
    """

    document: Document | None
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]
    basis: Basis | None = field(default=None, repr=False, compare=False)
    stamps: Mapping[Path, Stamp | None] = field(default_factory=dict, repr=False, compare=False)
    """How the files looked when they began to be read: what looks different later is to be read again."""


def never() -> bool:
    """Tell that reading is not cancelled."""
    return False
