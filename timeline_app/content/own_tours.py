# SPDX-License-Identifier: MIT
"""Tours of one's own: where their files lie, and what they add to an exhibit that has been read.

They stand beside the exhibit, in `<exhibit>.tours.yaml`. Where nothing can be written there, and for exhibits that
come with the program, they stand in a folder of the user's.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from timeline_app.base.places import comes_with_the_program
from timeline_app.content.json_files import is_json
from timeline_app.content.reading import Reading, Stamp, stamp_of
from timeline_app.model import records
from timeline_app.model.document import Document

ENDING: Final = ".tours.yaml"
FOLDER_NAME: Final = "tours"
"""The folder for them within that of the user's settings."""
_SECTION: Final = re.compile(
    r"^tours:[ \t]+[\"']?([^\s\"'{\[#|>&*]+\.ya?ml)[\"']?[ \t]*(?:#.*)?$", re.MULTILINE
)


def tours_beside(exhibit: Path) -> Path:
    """Return the file of tours that belongs to an exhibit's own file."""
    return exhibit.with_name(exhibit.stem + ENDING)


def tours_aside(exhibit: Path, folder: Path) -> Path:
    """Return the file of tours in the user's folder for an exhibit beside which nothing is to be written."""
    if comes_with_the_program(exhibit):
        return folder / (exhibit.stem + ENDING)
    digest = sha256(os.fsencode(exhibit.resolve())).hexdigest()[:16]
    return folder / f"{exhibit.stem}-{digest}{ENDING}"


def tours_to_write(exhibit: Path, folder: Path) -> Path:
    """Return the file for tours that are made now."""
    beside = tours_beside(exhibit)
    is_open = os.access(beside if beside.exists() else beside.parent, os.W_OK)
    return beside if is_open and not comes_with_the_program(exhibit) else tours_aside(exhibit, folder)


def tours_of_exhibit(exhibit: Path) -> Path | None:
    """Return the file of tours that the exhibit itself names, None where they stand in its own."""
    if is_json(exhibit.name):
        return None
    try:
        text = exhibit.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    found = _SECTION.search(text)
    named = exhibit.parent / found[1] if found is not None else None
    return named if named is not None and named.is_file() else None


def with_own_tours(reading: Reading, exhibit: Path, folder: Path | None = None) -> Reading:
    """Return a reading with the reader's own tours, what is wrong with their files, and these among those to watch."""
    files = [tours_beside(exhibit)] + ([tours_aside(exhibit, folder)] if folder is not None else [])
    there = [file for file in files if file.is_file()]
    if reading.document is None or not there:
        return reading
    from timeline_app.content.tour_reading import (
        read_tours,
    )  # And with it YAML, which a kept exhibit does without.

    document, problems = reading.document, reading.problems
    stamps: dict[Path, Stamp | None] = dict(reading.stamps)
    for file in there:
        stamps[file] = stamp_of(file)
        tours, faults = read_tours(file, document)
        document, problems = with_tours(document, file, tours), (*problems, *faults)
    return replace(
        reading, document=document, problems=problems, files=(*reading.files, *there), stamps=stamps
    )


def with_tours(document: Document, file: Path, tours: Mapping[str, records.Tour]) -> Document:
    """Return a document in which these, and no others, are the tours of a file of the reader's own."""
    others = {name: tour for name, tour in document.tours.items() if document.own_tours.get(name) != file}
    places = {name: place for name, place in document.own_tours.items() if place != file}
    return document.with_tours({**others, **tours}, {**places, **dict.fromkeys(tours, file)})
