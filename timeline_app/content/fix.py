# SPDX-License-Identifier: MIT
"""Writes the EDTF of loose dates into an exhibit's files, and not one other letter.

Nothing is written before the result has been read: it must be the same exhibit without those hints.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

import msgspec
import yaml

from timeline_app.base.messages import Message
from timeline_app.content.date_fixes import Left, Plan, plan_fixes, with_edits
from timeline_app.content.file_replacement import Replacement, ReplacementRefused, replace_files
from timeline_app.content.json_files import is_json
from timeline_app.content.json_fixes import plan_json_fixes
from timeline_app.content.problems import Problem
from timeline_app.content.reader import read_with_report
from timeline_app.content.reading import Basis, Reading
from timeline_app.content.report import LooseDate, Report

OPEN_CODES: Final = frozenset({"ask-date", "bad-date", "bad-view"})
"""Faults of dates that only their author can mend."""


@dataclass(frozen=True, slots=True)
class FixResult:
    """What was done: the dates that were written, those that were left with the reason, those to be mended.

    Where `refusal` is set nothing at all was written.
    """

    fixed: tuple[LooseDate, ...] = ()
    left: tuple[Left, ...] = ()
    open: tuple[Problem, ...] = ()
    refusal: Message | None = None

    @property
    def is_done(self) -> bool:
        """Whether every date of the exhibit is EDTF now."""
        return not (self.left or self.open or self.refusal)


def fix_exhibit(path: Path) -> FixResult:
    """Write the EDTF of every loose date into the file and the files that it names; nothing is raised."""
    reading, report = read_with_report(path)
    still_open = tuple(problem for problem in reading.problems if problem.code in OPEN_CODES)
    if reading.document is None or reading.basis is None:
        refusal = Message.of("fix.refused.unreadable", file=path.name)
        return FixResult(open=tuple(reading.problems), refusal=refusal)
    try:
        plans = _plans(path, report)
        fixed = [date for plan in plans.values() for date in plan.fixed]
        if fixed:
            replacements = _replacements(plans, _known_digests(path, reading.basis))
            _check_result(path, reading, report, replacements, fixed)
            replace_files(replacements)
    except ReplacementRefused as error:
        return FixResult(open=still_open, refusal=error.message)
    left = tuple(left for plan in plans.values() for left in plan.left)
    return FixResult(_in_order(fixed), left, still_open)


def _plans(path: Path, report: Report) -> Mapping[Path, Plan]:
    """Return the plan of each file of an exhibit: what has faults of syntax hides dates, and is left alone."""
    by_file: dict[str, list[LooseDate]] = {sheet.name: [] for sheet in report.sheets}
    for date in report.loose_dates:
        by_file[date.sheet.name].append(date)
    texts = {sheet.name: sheet.text for sheet in report.sheets}
    folder = path.parent
    plans: dict[Path, Plan] = {}
    for name, dates in by_file.items():
        try:
            own = path if name == path.name else folder / name
            plans[own] = (
                plan_json_fixes(own.read_bytes(), dates) if is_json(name) else plan_fixes(texts[name], dates)
            )
        except (
            yaml.YAMLError,
            KeyError,
            ValueError,
            OSError,
        ):  # KeyError: what was mended in reading stands elsewhere in the file.
            raise ReplacementRefused(Message.of("fix.refused.syntax", file=name)) from None
    return plans


def _known_digests(path: Path, basis: Basis) -> Mapping[Path, bytes]:
    """Return the digests of the files as they were read."""
    own, *included = basis.looks
    return {
        path.resolve(): own.digest,
        **{(path.parent / look.name).resolve(): look.digest for look in included},
    }


def _replacements(plans: Mapping[Path, Plan], digests: Mapping[Path, bytes]) -> list[Replacement]:
    """Return the new bytes of each file that changes; the old ones must be those that were read."""
    found: list[Replacement] = []
    for path, plan in plans.items():
        if not plan.edits:
            continue
        try:
            old = path.read_bytes()
        except OSError:
            old = b""
        if sha256(old).digest() != digests[path.resolve()]:
            raise ReplacementRefused(Message.of("fix.refused.changed", file=path.name))
        found.append(Replacement(path, old, with_edits(old.decode(), plan.edits).encode()))
    return found


def _check_result(
    path: Path,
    before: Reading,
    report: Report,
    replacements: Sequence[Replacement],
    fixed: Sequence[LooseDate],
) -> None:
    """Refuse a result that does not read as the same exhibit, with these hints fewer and no problem more."""
    after, new_report = read_with_report(path, {item.path.resolve(): item.new for item in replacements})
    expected = _codes(report)
    expected.subtract((date.sheet.name, "loose-date") for date in fixed)
    is_same = (
        before.basis is not None
        and after.basis is not None
        and msgspec.structs.astuple(before.basis.parts) == msgspec.structs.astuple(after.basis.parts)
        and _events(before) == _events(after)
        and not _codes(new_report) - expected
    )
    if not is_same:
        raise ReplacementRefused(Message.of("fix.refused.not-same", file=path.name))


def _events(reading: Reading) -> Sequence[object]:
    """Return the events of a reading whose records are packed; those of any other are among its parts."""
    if reading.basis is None or reading.basis.packed is None:
        return ()
    return [*reading.basis.packed.ids, *reading.basis.packed.records]


def _codes(report: Report) -> Counter[tuple[str, str]]:
    """Count problems by file and code; one that an alias repeats stands in one place and counts once."""
    places = {(problem.file, problem.line, problem.column, problem.code) for problem in report.problems}
    return Counter((file, code) for file, _, _, code in places)


def _in_order(dates: Iterable[LooseDate]) -> tuple[LooseDate, ...]:
    return tuple(sorted(dates, key=lambda date: (date.sheet.name, date.mark.line, date.mark.column)))
