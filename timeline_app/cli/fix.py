# SPDX-License-Identifier: MIT
"""`--fix`: writes the EDTF of loose dates into an exhibit file, and tells of each what became of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TextIO

from timeline_app.base.messages import Message, Translator
from timeline_app.cli.check import as_json_report, count, problem_lines, run_check
from timeline_app.content.fix import FixResult, fix_exhibit
from timeline_app.content.reader import read_exhibit
from timeline_app.content.report import LooseDate


def run_fix(
    path: Path, translator: Translator, out: TextIO, *, as_json: bool = False, also_check: bool = False
) -> int:
    """Fix a file and print what was done; return 0 if every date is EDTF now, else 1.

    With `also_check` the file is checked as it is then, and errors of any kind give 1 too.
    """
    result = fix_exhibit(path)
    if as_json:
        told = _as_json(result, translator)
        has_errors = False
        if also_check:
            reading = read_exhibit(path)
            counts = count(reading.problems, reading.document)
            told |= as_json_report(reading, counts, translator)
            has_errors = counts["errors"] > 0
        print(json.dumps(told, ensure_ascii=False, indent=1), file=out)
    else:
        for line in fix_lines(path, result, translator, lists_open=not also_check):
            print(line, file=out)
        has_errors = also_check and run_check(path, translator, out) != 0
    return 1 if has_errors or not result.is_done else 0


def fix_lines(path: Path, result: FixResult, translator: Translator, *, lists_open: bool = True) -> list[str]:
    """Return the report for people: one line a date, then the count."""
    lines = [
        translator.say("fix.line", **_place(date), words=date.words, edtf=date.edtf) for date in result.fixed
    ]
    lines += [
        translator.say("fix.left", **_place(left.date), words=left.date.words, reason=left.reason)
        for left in result.left
    ]
    if lists_open:
        lines += [line for problem in result.open for line in problem_lines(problem, translator)]
    if result.refusal is not None:
        lines.append(translator.text(result.refusal))
    elif not result.fixed and result.is_done:
        lines.append(translator.say("fix.nothing", file=path.name))
    else:
        fixed = Message.of("fix.count.fixed", count=len(result.fixed))
        still_open = Message.of("fix.count.open", count=len(result.left) + len(result.open))
        lines.append(translator.say("fix.result", file=path.name, fixed=fixed, open=still_open))
    return lines


def _as_json(result: FixResult, translator: Translator) -> dict[str, object]:
    return {
        "fixed": [{**_place(date), "text": date.words, "edtf": date.edtf} for date in result.fixed],
        "left": [
            {**_place(left.date), "text": left.date.words, "reason": translator.text(left.reason)}
            for left in result.left
        ],
        "open": [problem.to_json(translator) for problem in result.open],
        "refused": translator.text(result.refusal) if result.refusal else None,
    }


def _place(date: LooseDate) -> dict[str, str | int]:
    return {"file": date.sheet.name, "line": date.mark.line + 1, "column": date.mark.column + 1}
