# SPDX-License-Identifier: MIT
"""What kinds of files can be shown as facsimiles: told from their content, and compared with their names."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath
from typing import Final


class Kind(StrEnum):
    """A kind of file; the value is how people call it."""

    JPEG = "JPEG"
    PNG = "PNG"
    TIFF = "TIFF"
    WEBP = "WebP"
    PDF = "PDF"


SUFFIXES: Final = {
    Kind.JPEG: (".jpg", ".jpeg", ".jpe", ".jfif"),
    Kind.PNG: (".png",),
    Kind.TIFF: (".tif", ".tiff"),
    Kind.WEBP: (".webp",),
    Kind.PDF: (".pdf",),
}
"""The endings of names; the first is the usual one."""

HEAD_BYTES: Final = 1024
"""A PDF may begin with something else for so long."""


def kind_of(head: bytes) -> Kind | None:
    """Return the kind of a file from its first bytes, None for none that can be shown."""
    if head.startswith(b"\xff\xd8\xff"):
        return Kind.JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return Kind.PNG
    if head.startswith((b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+")):
        return Kind.TIFF
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return Kind.WEBP
    return Kind.PDF if b"%PDF-" in head[:HEAD_BYTES] else None


def kind_named(name: str) -> Kind | None:
    """Return the kind that a file's name promises, None for none that can be shown."""
    suffix = PurePath(name).suffix.lower()
    return next((kind for kind, suffixes in SUFFIXES.items() if suffix in suffixes), None)
