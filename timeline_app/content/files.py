# SPDX-License-Identifier: MIT
"""Opens an exhibit file and the files that its sections name, and makes a draft of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import ExitStack
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from timeline_app.base.errors import ReadingCancelled
from timeline_app.base.messages import Message
from timeline_app.content.composer import Composer
from timeline_app.content.draft import SECTIONS, Draft, Section
from timeline_app.content.folder import Finding, find_in_folder
from timeline_app.content.guards import FILE_LIMIT_BYTES, Decoded, check_text, decode
from timeline_app.content.json_files import JsonFile, Told, is_json, is_lines, names_in
from timeline_app.content.line_file import JSON_LIMIT_BYTES, LINES_LIMIT_BYTES, LargeFile, Refusal
from timeline_app.content.node_tree import Findings, Map, Mark, Seq, TreePath
from timeline_app.content.problems import Place, problem_at
from timeline_app.content.progress import Progress
from timeline_app.content.reading import Look, Stamp, stamp_of
from timeline_app.content.recovery import compose_with_recovery
from timeline_app.content.report import START, Report, Sheet
from timeline_app.content.row_intake import Batch
from timeline_app.content.row_reader import composed, readable
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
        progress: Progress | None = None,
    ) -> None:
        self._instead = instead or {}
        self._progress = progress or Progress()
        self._streams = ExitStack()
        self._rows_of: tuple[JsonFile, Iterator[Batch]] | None = None
        self.has_changed = False
        self._path = path
        self._report = report
        self._is_cancelled = is_cancelled
        self._paths = [path]
        self.stamps: dict[Path, Stamp | None] = {path: stamp_of(path)}

    @property
    def paths(self) -> tuple[Path, ...]:
        """The exhibit's file and those it names, whether they exist or not."""
        return tuple(self._paths)

    def read(self, text: str | None) -> Draft | None:
        """Return a draft of the file, or of a text in its place; None where there is nothing to show."""
        with self._streams:
            return self._read(text)

    def _read(self, text: str | None) -> Draft | None:
        name = self._path.name
        if is_json(name):
            return self._read_json(name, text)
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

    def _read_json(self, name: str, text: str | None) -> Draft | None:
        """Return a draft of a JSON file; its events are packed rows."""
        file = self._open_json(self._path, name, None if text is None else text.encode())
        if file is None:
            return None
        told, findings = self._told(file), Findings()
        if told is None:
            return None
        self._report.sheets.append(told.sheet)
        findings.lost_paths += [(section,) for section in told.lost]
        root = told.root
        if told.has_events and isinstance(root, Map) and not told.has_header:
            root["title"] = self._path.stem or name
            root.marks += (START, START)
        if not isinstance(root, Map) or not (told.has_events or told.lost or self._is_exhibit(root)):
            is_empty = not root and not told.sheet.text.strip() and isinstance(root, Map)
            self._not_an_exhibit(None if is_empty else root, told.sheet, findings)
            return None
        place = len(self._report.looks)
        draft = self._draft(root, told.sheet, findings, (file, told.batches))
        self._report.looks.insert(place, self._look(file))
        return draft

    def _told(self, file: JsonFile) -> Told | None:
        try:
            return file.told()
        except Refusal as refusal:
            self._refuse(file.name, refusal)
        except OSError as error:
            self._unreadable(file.name, error)
        return None

    def _open_json(self, path: Path, name: str, data: bytes | None = None) -> JsonFile | None:
        """Open a JSON file of any size."""
        if data is None and self._instead:
            data = self._instead.get(path.resolve())
        limit_bytes = LINES_LIMIT_BYTES if is_lines(name) else JSON_LIMIT_BYTES
        try:
            stream: IO[bytes] = BytesIO(data) if data is not None else path.open("rb")
            self._streams.enter_context(stream)
            file = LargeFile(stream, limit_bytes, self._progress, self._check_cancelled)
        except OSError as error:
            self._unreadable(name, error)
            return None
        except Refusal as refusal:
            self._refuse(name, refusal)
            return None
        return JsonFile(name, file, self._report, self._check_cancelled)

    def _look(self, file: JsonFile) -> Look:
        self.has_changed |= file.bytes.has_changed
        return Look(file.name, Finding.FOUND, file.bytes.size, file.bytes.digest)

    def _refuse(self, name: str, refusal: Refusal) -> None:
        self._report.looks.append(Look(name, Finding.FOUND))
        hint = self._report.hint_of(refusal.code) if refusal.code == "wrong-encoding" else None
        self._report.problems.append(
            problem_at(Place(name, 1, 1), refusal.code, "", hint, (), **refusal.params)
        )

    def _unreadable(self, name: str, error: OSError) -> None:
        self._report.looks.append(Look(name, Finding.FOUND))
        reason = error.strerror or type(error).__name__
        self._report.problems.append(problem_at(Place(name, 1, 1), "unreadable-file", reason=reason))

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
            self._unreadable(name, error)
            return Decoded(None, ())
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

    def _draft(
        self,
        root: Map,
        sheet: Sheet,
        findings: Findings,
        packed: tuple[JsonFile, Iterator[Batch]] | None = None,
    ) -> Draft:
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
        draft = Draft(self._report, self._path.parent, header, sections, self._is_cancelled, self._progress)
        if packed is not None and "events" not in root:
            self._take_rows(draft, *packed)
        elif self._rows_of is not None:
            self._take_rows(draft, *self._rows_of)
        return draft

    def _take_rows(self, draft: Draft, file: JsonFile, batches: Iterator[Batch]) -> None:
        """Take in packed events: last, as they name what stands in all other sections."""
        section = draft["events"]
        try:
            section.rows = file.rows(batches, section, names_in(draft))
            if self._rows_of is not None:
                self._report.looks.append(self._look(file))
        except OSError as error:
            self._unreadable(file.name, error)
            section.is_incomplete = True

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
        own = self._path.parent / file
        self._paths.append(own)
        self.stamps[own] = stamp_of(own)
        if path is None:
            self._report.add(sheet, mark, "file-not-found", excerpt=file, file=file)
            return missing
        if is_json(file):
            return self._included_json(name, file, path) or missing
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

    def _included_json(self, name: str, file: str, path: Path) -> Section | None:
        """Read a section from a JSON file: events as packed rows, all else as a tree."""
        opened = self._open_json(path, file)
        if opened is None:
            return None
        if name != "events":
            return self._json_section(name, opened)
        told = self._told(opened)
        if told is None:
            return None
        self._report.sheets.append(told.sheet)
        if told.has_header and told.root:
            hint = self._report.hint_of("header-ignored")
            self._report.add(told.sheet, START, "header-ignored", hint=hint)
        self._rows_of = opened, told.batches
        return Section(name, told.sheet)

    def _json_section(self, name: str, opened: JsonFile) -> Section | None:
        """Read a section other than events, which is never large."""
        try:
            data = opened.bytes.read_all()
        except Refusal as refusal:
            self._refuse(opened.name, refusal)
            return None
        except OSError as error:
            self._unreadable(opened.name, error)
            return None
        self._report.looks.append(self._look(opened))
        text = readable(data[opened.bytes.start :], START, opened.name, self._report)
        if text is None:
            return None
        sheet = self._sheet(opened.name, text)
        root = composed(text, START, sheet, self._report)
        if isinstance(root, Map) and list(root) == [name]:
            root = root[name]
        section = read_section(name, root, START, sheet, self._report)
        section.is_incomplete |= bool(sheet.lost_lines)
        return section
