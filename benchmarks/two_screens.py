# SPDX-License-Identifier: MIT
"""Two screens that nobody sees, one to present from and one for the class; `platform` tells Qt of them.

`ALL_SCREENS` has one more for the class, with four times as many pixels; `PLATFORM` is what Qt needs to know of these.
"""

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

Area = tuple[int, int, int, int]
"""Left, top, width and height in pixels."""

SCREENS: Final[Mapping[str, Area]] = {"desk": (0, 0, 1280, 800), "wall": (1280, 0, 1920, 1080)}
ALL_SCREENS: Final[Mapping[str, Area]] = {**SCREENS, "large": (3200, 0, 3840, 2160)}


def platform(folder: Path, screens: Mapping[str, Area] = SCREENS) -> str:
    """Write the screens into a folder, and return the name of the platform that has them."""
    path = folder / "screens.json"
    sides = ("x", "y", "width", "height")
    of_all = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    listed = [
        {"name": name, **dict(zip(sides, area, strict=True)), **of_all} for name, area in screens.items()
    ]
    path.write_text(json.dumps({"screens": listed}), encoding="utf-8")
    return f"offscreen:configfile={path}"


_FOLDER: Final = tempfile.TemporaryDirectory(prefix="screens-")
PLATFORM: Final = platform(Path(_FOLDER.name), ALL_SCREENS)
