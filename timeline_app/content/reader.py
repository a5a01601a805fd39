# SPDX-License-Identifier: MIT
"""Reads an exhibit file: whatever stands in it, the answer is a document, problems, or both, never an error."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from timeline_app.base import collector
from timeline_app.base.errors import ReadingCancelled
from timeline_app.content.build import assemble, parts_of
from timeline_app.content.checks import check_draft
from timeline_app.content.files import FileReader
from timeline_app.content.problems import Place, Problem, problem_at
from timeline_app.content.reading import Basis, Reading, never
from timeline_app.content.report import Report
from timeline_app.model.document import Document

__all__ = ["Reading", "never", "read_exhibit", "read_text", "read_with_report"]


def read_exhibit(path: Path, *, cancelled: Callable[[], bool] = never) -> Reading:
    """Read an exhibit file and the files it names; raises only ReadingCancelled."""
    return _read(path, None, cancelled, Report())


def read_text(text: str, path: Path, *, cancelled: Callable[[], bool] = never) -> Reading:
    """Read an exhibit from a text, as if it stood in the file `path`; raises only ReadingCancelled."""
    return _read(path, text, cancelled, Report())


def read_with_report(path: Path, instead: Mapping[Path, bytes] | None = None) -> tuple[Reading, Report]:
    """Read an exhibit, and return with it what the reading noted; `instead` counts for what files hold."""
    report = Report()
    return _read(path, None, never, report, instead), report


def _read(
    path: Path,
    text: str | None,
    cancelled: Callable[[], bool],
    report: Report,
    instead: Mapping[Path, bytes] | None = None,
) -> Reading:
    files = FileReader(path, report, cancelled, instead)
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
            document = assemble(parts, path)
            if text is None:
                basis = Basis(tuple(report.looks), report.media, parts)
    except ReadingCancelled:
        raise
    except Exception as error:  # noqa: BLE001 - bad content must never end the program.
        report.problems.append(_internal(path, step, error))
    finally:
        collector.resume()
    return Reading(document, report.told(), files.paths, basis)


def _internal(path: Path, step: str, error: Exception) -> Problem:
    """Return the problem that tells of a fault of the program's own."""
    return problem_at(Place(path.name, 1, 1), "internal", step=step, error=f"{type(error).__name__}: {error}")
