# SPDX-License-Identifier: MIT
"""Reads an exhibit file: whatever stands in it, the answer is a document, problems, or both, never an error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from timeline_app.base import collector
from timeline_app.base.errors import ReadingCancelled
from timeline_app.content.build import assemble, parts_of
from timeline_app.content.checks import check_draft
from timeline_app.content.draft import Draft
from timeline_app.content.files import FileReader
from timeline_app.content.packed_events import PackedEvents
from timeline_app.content.problems import Place, Problem, problem_at
from timeline_app.content.progress import Progress, Tell, tell_nobody
from timeline_app.content.reading import Basis, Reading, never
from timeline_app.content.report import Report
from timeline_app.content.row_settling import packed_of
from timeline_app.model.document import Document

MOST_READINGS: Final = 3
"""How often a file is read that changes while it is read; what came of the last time counts."""

__all__ = ["Reading", "never", "read_exhibit", "read_text", "read_with_report"]


def read_exhibit(
    path: Path, *, cancelled: Callable[[], bool] = never, progress: Tell = tell_nobody
) -> Reading:
    """Read an exhibit file and the files it names; raises only ReadingCancelled.

    `progress` is told how far the reading of a large file has come. A file that changes meanwhile is read again.
    """
    told = Progress(progress)
    for _ in range(MOST_READINGS - 1):
        report = Report()
        reading = _read(path, None, cancelled, report, progress=told)
        if not report.has_changed:
            return reading
    return _read(path, None, cancelled, Report(), progress=told)


def read_text(text: str, path: Path, *, cancelled: Callable[[], bool] = never) -> Reading:
    """Read an exhibit from a text, as if it stood in the file `path`; raises only ReadingCancelled."""
    return _read(path, text, cancelled, Report())


def read_with_report(path: Path, instead: Mapping[Path, bytes] | None = None) -> tuple[Reading, Report]:
    """Read an exhibit, and return with it what the reading noted; `instead` counts for what files hold."""
    report = Report(most_of_a_code=sys.maxsize)
    return _read(path, None, never, report, instead), report


def _read(
    path: Path,
    text: str | None,
    cancelled: Callable[[], bool],
    report: Report,
    instead: Mapping[Path, bytes] | None = None,
    progress: Progress | None = None,
) -> Reading:
    files = FileReader(path, report, cancelled, instead, progress)
    document: Document | None = None
    basis: Basis | None = None
    step = "reading"
    collector.pause()  # Reading makes many small objects and no circles: looking for some takes a third of its time.
    try:
        draft = files.read(text)
        if draft is not None:
            step = "checking"
            check_draft(draft)
            step = "building"
            parts = parts_of(draft)
            packed = packed_in(draft)
            document = assemble(parts, path, packed)
            if document.tours:
                from timeline_app.content.tour_checks import check_tours  # Few exhibits have tours.

                check_tours(draft, document)
            if text is None and not files.has_changed:
                basis = Basis(tuple(report.looks), report.media, parts, packed)
    except ReadingCancelled:
        raise
    except Exception as error:  # noqa: BLE001 - bad content must never end the program.
        report.problems.append(_internal(path, step, error))
    finally:
        report.has_changed = files.has_changed
        collector.resume()
    return Reading(document, report.told(), files.paths, basis, files.stamps)


def packed_in(draft: Draft) -> PackedEvents | None:
    """Return the packed events of a draft, None where its events are entries."""
    rows = draft["events"].rows
    if rows is None:
        return None
    lanes, sources, excerpts = (
        {entry.id: number for number, entry in enumerate(draft[name].entries)}
        for name in ("lanes", "sources", "excerpts")
    )
    return packed_of(rows, lanes, sources, excerpts, draft.date_settings)


def _internal(path: Path, step: str, error: Exception) -> Problem:
    """Return the problem that tells of a fault of the program's own."""
    return problem_at(Place(path.name, 1, 1), "internal", step=step, error=f"{type(error).__name__}: {error}")
