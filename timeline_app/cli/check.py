# SPDX-License-Identifier: MIT
"""`--check`: lists what is wrong in an exhibit file, for people or as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TextIO

from timeline_app.base.messages import Message, Translator
from timeline_app.content.own_tours import with_own_tours
from timeline_app.content.problems import Problem, Severity
from timeline_app.content.reader import Reading, read_exhibit
from timeline_app.model.document import Document


def run_check(path: Path, translator: Translator, out: TextIO, *, as_json: bool = False) -> int:
    """Print the problems and counts of a file; return 1 if there are errors."""
    reading = with_own_tours(read_exhibit(path), path)
    counts = count(reading.problems, reading.document)
    if as_json:
        print(json.dumps(as_json_report(reading, counts, translator), ensure_ascii=False, indent=1), file=out)
    else:
        for line in report_lines(path, reading.problems, counts, translator):
            print(line, file=out)
    return 1 if counts["errors"] else 0


def as_json_report(reading: Reading, counts: dict[str, int], translator: Translator) -> dict[str, Any]:
    """Return the report for programs."""
    return {"problems": [problem.to_json(translator) for problem in reading.problems], "counts": counts}


def count(problems: Sequence[Problem], document: Document | None) -> dict[str, int]:
    """Return the counts of faults and of what the exhibit holds."""
    parts = (
        {
            "events": len(document.events),
            "sources": len(document.sources),
            "excerpts": len(document.excerpts),
            "claims": len(document.claims),
            "links": len(document.links),
            "tours": len(document.tours),
        }
        if document is not None
        else dict.fromkeys(("events", "sources", "excerpts", "claims", "links", "tours"), 0)
    )
    return {
        "errors": sum(problem.severity is Severity.ERROR for problem in problems),
        "warnings": sum(problem.severity is Severity.WARNING for problem in problems),
        "hints": sum(problem.severity is Severity.HINT for problem in problems),
        **parts,
    }


def report_lines(
    path: Path, problems: Sequence[Problem], counts: dict[str, int], translator: Translator
) -> list[str]:
    """Return the report for people: `file:line:column: …` as editors understand it, then the sums."""
    lines = [line for problem in problems for line in problem_lines(problem, translator)]
    sums = {name: Message.of(f"check.{name}", count=number) for name, number in counts.items()}
    lines.append(translator.say("check.result", file=path.name, **sums))
    return lines


def problem_lines(problem: Problem, translator: Translator) -> list[str]:
    """Return a problem as editors understand it, and its hint below."""
    told = translator.say(
        "check.problem",
        file=problem.file,
        line=problem.line,
        column=problem.column,
        severity=Message.of(f"check.severity.{problem.severity.value}"),
        message=problem.message,
    )
    return [told, translator.say("check.hint", hint=problem.hint)] if problem.hint is not None else [told]
