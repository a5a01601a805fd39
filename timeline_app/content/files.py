# SPDX-License-Identifier: MIT
"""Opens an exhibit file and the files that its sections name, and makes a draft of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from timeline_app.base.errors import ReadingCancelled
from timeline_app.base.messages import Message
from timeline_app.content.draft import SECTIONS, Draft, Section
from timeline_app.content.folder import Finding, find_in_folder
from timeline_app.content.guards import FILE_LIMIT_BYTES, Decoded, check_text, decode
from timeline_app.content.node_tree import Composer, Findings, Map, Mark, Seq, TreePath
from timeline_app.content.problems import Place, problem_at
from timeline_app.content.reading import Look
from timeline_app.content.recovery import compose_with_recovery
from timeline_app.content.report import START, Report, Sheet
from timeline_app.content.sections import declare_lost, read_header, read_section
from timeline_app.content.shape import exhibit_shape


class FileReader:
    """Reads the files of one exhibit; `paths` are all that it tried to open.

    `instead` are the bytes that count for some files, by their resolved paths, whatever the disk holds.
    """

    def __init__(
        self,
        path: Path,
        report: Report,
        is_cancelled: Callable[[], bool],
        instead: Mapping[Path, bytes] | None = None,
    ) -> None:
        self._instead = instead or {}
        self._path = path
        self._report = report
        self._is_cancelled = is_cancelled
        self._paths = [path]

    @property
    def paths(self) -> tuple[Path, ...]:
        """The exhibit's file and those it names, whether they exist or not."""
        return tuple(self._paths)

    def read(self, text: str | None) -> Draft | None:
        """Return a draft of the file, or of a text in its place; None where there is nothing to show."""
        name = self._path.name
        decoded = check_text(text, name) if text is not None else self._open(self._path, name)
        self._report.problems += decoded.problems
        if decoded.text is None:
            return None
        sheet, findings = self._sheet(name, decoded.text), Findings()
        root = self._compose(sheet, findings, (), exhibit_shape().fields)
        if not isinstance(root, Map) or (findings.faults and not self._is_exhibit(root)):
            self._not_an_exhibit(root, sheet, findings)
            return None
        self._report.add_findings(sheet, findings)
        return self._draft(root, sheet, findings)

    def _sheet(self, name: str, text: str) -> Sheet:
        sheet = Sheet(name, text)
        self._report.sheets.append(sheet)
        return sheet

    def _check_cancelled(self) -> None:
        if self._is_cancelled():
            raise ReadingCancelled

    def _compose(
        self, sheet: Sheet, findings: Findings, prefix: TreePath, fields: Collection[str] = ()
    ) -> Any:
        self._check_cancelled()
        composer = Composer(self._check_cancelled)
        return compose_with_recovery(composer, sheet.text, findings, prefix, fields)

    def _open(self, path: Path, name: str) -> Decoded:
        """Read a file's bytes, one more than are allowed at most."""
        try:
            data = self._bytes_of(path)
        except OSError as error:
            self._report.looks.append(Look(name, Finding.FOUND))
            reason = error.strerror or type(error).__name__
            return Decoded(None, (problem_at(Place(name, 1, 1), "unreadable-file", reason=reason),))
        self._report.looks.append(Look(name, Finding.FOUND, len(data), sha256(data).digest()))
        return decode(data, name)

    def _bytes_of(self, path: Path) -> bytes:
        if self._instead and (data := self._instead.get(path.resolve())) is not None:
            return data
        with path.open("rb") as stream:
            return stream.read(FILE_LIMIT_BYTES + 1)

    def _is_exhibit(self, root: Map) -> bool:
        return any(key in SECTIONS or key == "title" for key in root)

    def _not_an_exhibit(self, root: Any, sheet: Sheet, findings: Findings) -> None:
        """Say the one thing that is wrong with a file that is no exhibit at all."""
        if isinstance(root, Seq):
            hint = Message.of("problem.hint.list-at-top")
            self._report.add(sheet, root.marks[0] if root.marks else START, "list-at-top", hint=hint)
        elif root is None and not findings.faults:
            self._report.add(sheet, START, "empty-file")
        else:
            self._report.add(sheet, START, "not-an-exhibit", excerpt=sheet.text.lstrip()[:60].split("\n")[0])

    def _draft(self, root: Map, sheet: Sheet, findings: Findings) -> Draft:
        lost = {str(path[0]) for path in findings.lost_paths if len(path) == 1}
        header, suspects = read_header(root, sheet, self._report, self._path.stem or sheet.name, lost)
        strangers = {key: value for key, value in root.items() if key not in exhibit_shape().fields}
        has_other_section = any(isinstance(value, Map | Seq) for value in strangers.values())
        is_cut_off = any(fault.code == "second-document" for fault in findings.faults)
        sections: dict[str, Section] = {}
        for name in SECTIONS:
            self._check_cancelled()
            node = root.get(name)
            mark = root.mark_of(name) if name in root else START
            section = self._section(name, node, mark, sheet)
            section.is_incomplete |= is_cut_off or name in suspects
            section.is_incomplete |= has_other_section and name not in root
            section.declared.update(strangers)
            declare_lost(section, findings)
            sections[name] = section
        return Draft(self._report, self._path.parent, header, sections, self._is_cancelled)

    def _section(self, name: str, node: Any, mark: Mark, sheet: Sheet) -> Section:
        if isinstance(node, str):
            return self._included(name, node, mark, sheet)
        return read_section(name, node, mark, sheet, self._report)

    def _included(self, name: str, file: str, mark: Mark, sheet: Sheet) -> Section:
        """Read a section from the file that stands in its place."""
        missing = Section(name, sheet, is_incomplete=True)
        finding, path = find_in_folder(self._path.parent, file)
        if path is None:
            self._report.looks.append(Look(file, finding))
        if finding is Finding.OUTSIDE:
            self._report.add(sheet, mark, "outside-folder", excerpt=file, file=file)
            return missing
        self._paths.append(self._path.parent / file)
        if path is None:
            self._report.add(sheet, mark, "file-not-found", excerpt=file, file=file)
            return missing
        decoded = self._open(path, file)
        self._report.problems += decoded.problems
        if decoded.text is None:
            return missing
        own_sheet, findings = self._sheet(file, decoded.text), Findings()
        root = self._compose(own_sheet, findings, (name,))
        self._report.add_findings(own_sheet, findings)
        if isinstance(root, Map) and list(root) == [name]:
            root = root[name]
        if isinstance(root, str):
            root = Seq() if name != "events" else Map()
            root.marks = []
        section = read_section(name, root, START, own_sheet, self._report)
        declare_lost(section, findings)
        return section
