# SPDX-License-Identifier: MIT
"""Which file a link is about: one that comes with the program, or one that has been looked at on this machine."""

from __future__ import annotations

from pathlib import Path

from timeline_app.state.exhibit_names import slug, with_the_program
from timeline_app.state.kept_place_files import exhibit_named


def exhibit_of(name: str, places_folder: Path | None, recent: tuple[Path, ...] = ()) -> Path | None:
    """Return the file of the exhibit that a link names, None where none is known by that name."""
    found = with_the_program(name)
    if found is None and places_folder is not None:
        found = exhibit_named(places_folder, name)
    return found or next((path for path in recent if slug(path.stem) == name and path.is_file()), None)
