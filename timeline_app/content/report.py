# SPDX-License-Identifier: MIT
"""Where the problems of one reading gather, file by file."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from timeline_app.base.messages import Message, Param
from timeline_app.content.folder import Finding
from timeline_app.content.guards import SCALAR_LIMIT
from timeline_app.content.node_tree import Fault, Findings, Mark, Spot
from timeline_app.content.problems import Place, Problem, Suggestions, in_reading_order, problem_at
from timeline_app.content.reading import Look

START = Spot(0, 0)
MOST_OF_A_CODE = 1_000


@dataclass(slots=True)
class Sheet:
    """One file of an exhibit: its name as told, its text, and the lines of which parts were lost."""

    name: str
    text: str
    lost_lines: list[int] = field(default_factory=list)
    _line_starts: list[int] | None = None

    def is_damaged(self, start_line: int, end_line: int) -> bool:
        """Tell whether something was cut from these lines: what is missing there is no second fault."""
        at = bisect_left(self.lost_lines, start_line)
        return at < len(self.lost_lines) and self.lost_lines[at] < max(end_line, start_line + 1)

    def find(self, words: str, mark: Mark, *, is_behind: bool = False) -> Mark:
        """Return where words stand at or behind a mark: long texts have no positions inside them."""
        starts = self._starts()
        if mark.line >= len(starts):
            return mark
        at = starts[mark.line] + mark.column + (1 if is_behind else 0)
        whole = re.compile(re.escape(words) + r"(?![\w-])")
        match = whole.search(self.text, at, at + SCALAR_LIMIT)
        if match is None:
            return mark
        line = bisect_left(starts, match.start() + 1) - 1
        return Spot(line, match.start() - starts[line])

    @property
    def line_count(self) -> int:
        """The number of lines."""
        return len(self._starts()) - 1

    def sign_at(self, mark: Mark) -> str:
        """Return the character at a mark."""
        starts = self._starts()
        at = starts[mark.line] + mark.column if mark.line < len(starts) else len(self.text)
        return self.text[at : at + 1]

    def _starts(self) -> list[int]:
        if self._line_starts is None:
            starts = [0]
            for line in self.text.split("\n"):
                starts.append(starts[-1] + len(line) + 1)
            self._line_starts = starts
        return self._line_starts


@dataclass(slots=True)
class PartSheet(Sheet):
    """A part of a file that is too large to be held as one text: one line of it, or one entry, from `base` on."""

    base: Spot = START

    def find(self, words: str, mark: Mark, *, is_behind: bool = False) -> Mark:
        """Return where words stand at or behind a mark."""
        found = Sheet.find(self, words, self.inside(mark), is_behind=is_behind)
        column = found.column + (self.base.column if found.line == 0 else 0)
        return Spot(found.line + self.base.line, column)

    @property
    def line_count(self) -> int:
        """The number of lines of the file up to the end of this part."""
        return self.base.line + self.text.count("\n") + 1

    def sign_at(self, mark: Mark) -> str:
        """Return the character at a mark."""
        return Sheet.sign_at(self, self.inside(mark))

    def inside(self, mark: Mark) -> Spot:
        """Return a mark counted from the beginning of this part."""
        line = mark.line - self.base.line
        return Spot(line, mark.column - (self.base.column if line == 0 else 0))


@dataclass(frozen=True, slots=True)
class LooseDate:
    """A date that its author wrote loosely: where it stands, and what its reading says.

    `fields` are those of its event that are to keep the author's words and their calendar; where there
    is no room for the words in a field, `is_comment_needed`.
    """

    sheet: Sheet
    mark: Mark
    words: str
    edtf: str
    fields: tuple[tuple[str, str], ...] = ()
    is_comment_needed: bool = False


@dataclass(slots=True)
class Report:
    """All problems of one reading, the source of its suggestions, and what was looked for in the folder."""

    problems: list[Problem] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)
    loose_dates: list[LooseDate] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)
    media: dict[str, Finding] = field(default_factory=dict)
    suggestions: Suggestions = field(default_factory=Suggestions)
    has_changed: bool = False
    most_of_a_code: int = MOST_OF_A_CODE
    """How many problems of one code are listed; `told` counts the rest, which nobody would read."""
    _counts: Counter[str] = field(default_factory=Counter)
    _first_left_out: dict[str, Place] = field(default_factory=dict)
    _explained: set[tuple[str, int]] = field(default_factory=set)

    def add(
        self,
        sheet: Sheet,
        mark: Mark,
        code: str,
        *,
        excerpt: str = "",
        hint: Message | None = None,
        fixes: tuple[str, ...] = (),
        **params: Param,
    ) -> None:
        """Note a problem at a mark of a sheet."""
        place = Place(sheet.name, mark.line + 1, mark.column + 1)
        self._counts[code] += 1
        if self._counts[code] > self.most_of_a_code:
            self._first_left_out.setdefault(code, place)
            return
        self.problems.append(problem_at(place, code, excerpt, hint, fixes, **params))

    def add_findings(self, sheet: Sheet, findings: Findings) -> None:
        """Note the faults that the parser survived."""
        for fault in findings.faults:
            self.add(
                sheet,
                Spot(fault.line, fault.column),
                fault.code,
                excerpt=fault.excerpt,
                hint=self._hint_for(fault),
                fixes=(),
                **dict(fault.params),
            )
        sheet.lost_lines = sorted({*sheet.lost_lines, *findings.lost_lines})

    def absorb_doubles(self, sheet: Sheet, start_line: int, end_line: int) -> None:
        """Note that double keys told between two lines are explained by another problem."""
        lines = range(start_line + 2, min(end_line, sheet.line_count) + 1)
        self._explained.update((sheet.name, line) for line in lines)

    def told(self) -> tuple[Problem, ...]:
        """Return the problems in order, without those that others explain."""
        controls = {(p.file, p.line) for p in self.problems if p.code == "control-character"}
        left_out = (
            problem_at(place, "more-problems", count=self._counts[code] - self.most_of_a_code)
            for code, place in self._first_left_out.items()
        )
        return in_reading_order(
            problem
            for problem in (*self.problems, *left_out)
            if (problem.code == "control-character" or (problem.file, problem.line) not in controls)
            and (problem.code != "duplicate-key" or (problem.file, problem.line) not in self._explained)
        )

    def hint(self, word: str, candidates: Collection[str]) -> Message | None:
        """Return the hint that names the nearest right word, None if there is none."""
        return self.suggestions.hint(word, candidates)

    @staticmethod
    def hint_of(code: str) -> Message:
        """Return the hint that goes with a code whatever the case."""
        return Message.of(f"problem.hint.{code}")

    def _hint_for(self, fault: Fault) -> Message | None:
        if fault.suggest_from:
            return self.hint(fault.excerpt.removeprefix("*"), fault.suggest_from)
        return self.hint_of(fault.code) if fault.code in CODES_WITH_HINT else None


CODES_WITH_HINT = frozenset(
    {
        "bad-block-text",
        "bad-escape",
        "bad-indentation",
        "key-not-text",
        "missing-colon",
        "missing-space",
        "misplaced-list",
        "reserved-character",
        "second-document",
        "tab-indentation",
        "tag",
        "text-after-quote",
        "unclosed-bracket",
        "unclosed-quote",
        "unexpected-colon",
    }
)
"""Faults of syntax that have a hint of their own, `problem.hint.<code>`."""
