# SPDX-License-Identifier: MIT
"""The file of a tour that is being made: read as a text, and written whole or not at all."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from timeline_app.base.text_value import Reader, TextValue
from timeline_app.content.file_replacement import write_whole
from timeline_app.content.guards import FILE_LIMIT_BYTES, decode
from timeline_app.content.own_tours import tours_of_exhibit, tours_to_write, with_tours
from timeline_app.content.tour_file import TourFileRefused, tours_in
from timeline_app.content.tour_reading import read_tours
from timeline_app.model import records
from timeline_app.model.document import Document
from timeline_app.state.app_state import AppState
from timeline_app.state.tour_making import MakingState, free_name, text_with

_BOM: Final = b"\xef\xbb\xbf"
Titled = Callable[[str], str]
"""The title of a new tour, and of one made from another of that title."""


def text_of(file: Path) -> str | None:
    """Return what a file holds, None where there is none; raise TourFileRefused where it cannot be read.

    Its lines end with a line feed each, whatever they end with in the file; no other sign is told otherwise.
    """
    data = _bytes_of(file)
    if data is None or not data.removeprefix(_BOM).strip():
        return None if data is None else ""
    decoded = decode(data, file.name)
    if decoded.text is None:
        raise TourFileRefused("no-text", file=file.name)
    told = data.removeprefix(_BOM).decode("utf-8").replace("\r\n", "\n")
    if told != decoded.text:
        place = next(
            place for place, (is_, was) in enumerate(zip(told, decoded.text, strict=False)) if is_ != was
        )
        raise TourFileRefused("signs", file=file.name, line=told.count("\n", 0, place) + 1)
    return told


def put_text(file: Path, text: str | None) -> None:
    """Let a file hold a text, with the line ends and the mark at its beginning that it has; None takes the file away.

    Raise TourFileRefused where that cannot be; the file is then as it was.
    """
    try:
        if text is None:
            file.unlink(missing_ok=True)
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        held = _bytes_of(file) or b""
        line_end = "\r\n" if held.partition(b"\n")[0].endswith(b"\r") else "\n"
        mark = _BOM if held.startswith(_BOM) else b""
        write_whole(file, mark + text.replace("\n", line_end).encode("utf-8"))
    except OSError as error:
        raise TourFileRefused("unwritten", file=file.name, reason=_reason(error)) from None


def _bytes_of(file: Path) -> bytes | None:
    """Return the bytes of a file, one more than it may have at the most; None where there is no file."""
    try:
        with file.open("rb") as stream:
            return stream.read(FILE_LIMIT_BYTES + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise TourFileRefused("unreadable", file=file.name, reason=_reason(error)) from None


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__


def begun(document: Document, tour_id: str, folder: Path, reader: Reader, titled: Titled) -> MakingState:
    """Return the making of a new tour, or of one that the exhibit has.

    What stands in the exhibit's own file is never changed there: what is made is another tour of one's own.
    """
    path = document.path
    if path is None:
        raise TourFileRefused("no-file")
    file = document.own_tours.get(tour_id) or _named_file(path, tour_id)
    if file is not None:
        text = text_of(file)
        tour = tours_in(text or "").get(tour_id)
        if tour is None:
            raise TourFileRefused("gone")
        return MakingState(tour_id, file, tour, min(1, len(tour.stops)), text)
    file = tours_to_write(path, folder)
    text = text_of(file)
    taken = {*document.tours, *tours_in(text or "")}
    given = document.tours.get(tour_id)
    if given is None:
        new = records.Tour(TextValue.plain(titled("")), ())
        return MakingState(free_name("tour", taken), file, new, 0, text)
    title = text_with(given.title, titled(given.title.for_reader(reader).text), reader)
    copy = given if title is None else replace(given, title=title)
    return MakingState(free_name(tour_id, taken), file, copy, min(1, len(copy.stops)), text)


def _named_file(exhibit: Path, tour_id: str) -> Path | None:
    """Return the file of tours that the exhibit names, if a tour stands there and may be changed there."""
    file = tours_of_exhibit(exhibit)
    if file is None or not os.access(file, os.W_OK) or tour_id not in tours_in(text_of(file) or ""):
        return None
    return file


def with_file(state: AppState, file: Path) -> AppState:
    """Return a state whose exhibit has the tours that one's own file holds now, and its problems."""
    if state.document is None:
        return state
    others = with_tours(state.document, file, {})
    tours, faults = read_tours(file, others) if file.is_file() else ({}, ())
    problems = tuple(problem for problem in state.problems if problem.file != file.name)
    return dataclasses.replace(state, document=with_tours(others, file, tours), problems=(*problems, *faults))


def is_own(document: Document, file: Path) -> bool:
    """Tell whether a file of tours is the reader's own: not one that the exhibit names, which is read with it."""
    return document.path is not None and file != tours_of_exhibit(document.path)
