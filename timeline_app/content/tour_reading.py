# SPDX-License-Identifier: MIT
"""Reads a file of tours beside an exhibit that has been read: the same checks, the same problems with their places."""

from __future__ import annotations

from pathlib import Path

from timeline_app.content.clean import AT_END, DROPPED
from timeline_app.content.composer import Composer
from timeline_app.content.draft import SECTIONS, Draft, Entry, Section, section_shape
from timeline_app.content.form_checks import check_forms
from timeline_app.content.guards import FILE_LIMIT_BYTES, decode
from timeline_app.content.known_ids import Known, with_joined
from timeline_app.content.node_tree import Findings, Map
from timeline_app.content.problems import Place, Problem, problem_at
from timeline_app.content.prune import apply_to
from timeline_app.content.reading import never
from timeline_app.content.recovery import compose_with_recovery
from timeline_app.content.reference_checks import check_references
from timeline_app.content.report import START, Report, Sheet
from timeline_app.content.sections import declare_lost, read_section
from timeline_app.content.text_checks import check_texts
from timeline_app.content.tour_checks import check_tour
from timeline_app.content.tour_file import SECTION
from timeline_app.content.watch import Watched, watcher_of
from timeline_app.model import records
from timeline_app.model.document import Document


def read_tours(file: Path, document: Document) -> tuple[dict[str, records.Tour], tuple[Problem, ...]]:
    """Return the good tours of a file, and what is wrong with the others; nothing is raised."""
    report, tours, start = Report(), dict[str, records.Tour](), Place(file.name, 1, 1)
    try:
        with file.open("rb") as stream:
            decoded = decode(stream.read(FILE_LIMIT_BYTES + 1), file.name)
        report.problems += decoded.problems
        if decoded.text is not None:
            tours = _checked(Sheet(file.name, decoded.text), file.parent, document, report)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        report.problems.append(problem_at(start, "unreadable-file", reason=reason))
    except Exception as error:  # noqa: BLE001 - bad content must never end the program.
        told = f"{type(error).__name__}: {error}"
        report.problems.append(problem_at(start, "internal", step="reading", error=told))
    return tours, report.told()


def _checked(sheet: Sheet, folder: Path, document: Document, report: Report) -> dict[str, records.Tour]:
    """Return the tours that stand in a file, without what is faulty in them."""
    section = _section(sheet, report)
    draft = _draft(document, folder, section, report)
    known = _known(document, section)
    shape = section_shape(SECTION)
    tours: dict[str, records.Tour] = {}
    for entry in section.entries:
        _check(draft, entry, document, known)
        if apply_to(entry, shape) and entry.id not in document.tours:
            check_tour(draft, entry, document)
            tours[entry.id] = entry.record
    return tours


def _section(sheet: Sheet, report: Report) -> Section:
    report.sheets.append(sheet)
    findings = Findings()
    root = compose_with_recovery(Composer(), sheet.text, findings, (SECTION,))
    report.add_findings(sheet, findings)
    if isinstance(root, Map) and list(root) == [SECTION]:
        root = root[SECTION]
    section = read_section(SECTION, root, START, sheet, report)
    declare_lost(section, findings)
    return section


def _draft(document: Document, folder: Path, section: Section, report: Report) -> Draft:
    """Return a draft of the exhibit as far as the checks of a tour ask for it: the excerpts whose words it cites."""
    sheet = section.sheet
    sections = {name: section if name == SECTION else Section(name, sheet) for name in SECTIONS}
    sections["excerpts"].entries = [
        Entry("excerpts", name, _nothing(), excerpt, START, AT_END, sheet)
        for name, excerpt in document.excerpts.items()
    ]
    header = Entry("", "", _nothing(), document.about, START, AT_END, sheet)
    return Draft(report, folder, header, sections, never)


def _nothing() -> Map:
    empty = Map()
    empty.marks = []
    return empty


def _known(document: Document, section: Section) -> dict[str, Known]:
    known = {
        "lanes": Known([lane.id for lane in document.lanes]),
        "places": Known(document.places),
        "people": Known(document.people),
        "sources": Known(document.sources),
        "excerpts": Known(document.excerpts),
        "claims": Known(document.claims),
        "events": Known(document.events.ordinal_of),
        SECTION: Known([entry.id for entry in section.entries]),
    }
    return with_joined(known)


def _check(draft: Draft, entry: Entry, document: Document, known: dict[str, Known]) -> None:
    watched = Watched()
    watcher_of(SECTION)(entry.raw, (), watched)
    check_references(draft, entry, watched, known)
    check_forms(draft, entry, watched)
    check_texts(draft, entry, watched, known)
    if entry.id in document.tours:
        draft.add(entry, (), "duplicate-id", excerpt=entry.id, id=entry.id)
    stops: set[str] = set()
    for index, stop in enumerate(entry.record.stops):
        if stop.id and stop.id in stops:
            draft.add(entry, ("stops", index, "id"), "duplicate-id", excerpt=stop.id, id=stop.id)
            entry.edits["stops", index, "id"] = DROPPED
        stops.add(stop.id)
