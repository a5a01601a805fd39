# SPDX-License-Identifier: MIT
"""A JSON file in the user's own folder: what is damaged or foreign is nothing, and writing is whole or not at all."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def read_json(path: Path) -> Mapping[str, object]:
    """Return what a file holds, nothing where it cannot be read as an object."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return raw if isinstance(raw, dict) else {}


def write_json(path: Path, raw: Mapping[str, object]) -> bool:
    """Write a file beside the old one and put it in its place; tell whether that went well."""
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(_encoded(raw))
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        return False
    return True


def _encoded(raw: Mapping[str, object]) -> bytes:
    """Return JSON in UTF-8; what is no text in a path, as old disks have it, as the escape that JSON has for it."""
    return (json.dumps(raw, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")
