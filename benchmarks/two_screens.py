# SPDX-License-Identifier: MIT
"""Two screens that nobody sees, one to present from and one for the class: `PLATFORM` is what Qt needs to know of them."""

import json
import tempfile
from pathlib import Path
from typing import Final

SCREENS: Final = {"desk": (0, 0, 1280, 800), "wall": (1280, 0, 1920, 1080)}
"""The screens by name: left, top, width and height in pixels."""


def platform(folder: Path) -> str:
    """Write the screens into a folder, and return the name of the platform that has them."""
    path = folder / "screens.json"
    sides = ("x", "y", "width", "height")
    of_all = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    listed = [
        {"name": name, **dict(zip(sides, area, strict=True)), **of_all} for name, area in SCREENS.items()
    ]
    path.write_text(json.dumps({"screens": listed}), encoding="utf-8")
    return f"offscreen:configfile={path}"


_FOLDER: Final = tempfile.TemporaryDirectory(prefix="two-screens-")
PLATFORM: Final = platform(Path(_FOLDER.name))
