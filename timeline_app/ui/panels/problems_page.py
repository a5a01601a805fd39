# SPDX-License-Identifier: MIT
"""The page of problems: what is wrong in the file, where, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from timeline_app.content.problems import Problem, Severity
from timeline_app.model.prose import BlockKind, Emphasis
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import Page, show_text
from timeline_app.ui.reading.paragraphs import Chip, Paragraph, ParagraphWriter, words

MOST_SHOWN: Final = 200
_TONES: Final = {
    Severity.ERROR: "error-ground",
    Severity.WARNING: "warning-ground",
    Severity.HINT: "note-ground",
}


class ProblemsPage(Page):
    """Lists problems; all of them can be copied as text."""

    problem_copy_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.head = self.add_text()
        self.row = ButtonRow(self)
        self.copy_button = self.row.add("quiet", lambda: self.problem_copy_requested.emit(self._text))
        self.column.addWidget(self.row)
        self.list = self.add_text(tab_stop=True)

    def fill(self, problems: Sequence[Problem], look: Look, *, has_document: bool, has_failed: bool) -> None:
        """Show problems; `has_failed` says that the new text could not be opened at all."""
        self.set_spacing(look)
        self._text = problems_text(problems, look)
        lead = [words(look.say("panel.problems"), "title", kind=BlockKind.HEADING)]
        lead.append(words(counts_in_words(problems, look), "body-strong"))
        if has_failed:
            key = "panel.problems.last-good" if has_document else "panel.problems.nothing-open"
            lead.append(words(look.say(key), "body"))
        show_text(self.head, lead, look)
        self.row.setVisible(bool(problems))
        self.copy_button.fill(look, look.say("panel.problems.copy"))
        self.row.refresh()
        shown = [paragraph for problem in problems[:MOST_SHOWN] for paragraph in _paragraphs(problem, look)]
        if len(problems) > MOST_SHOWN:
            more = look.say("panel.problems.more", count=len(problems) - MOST_SHOWN)
            shown.append(words(more, "body-strong"))
        show_text(self.list, shown, look)


def counts_in_words(problems: Sequence[Problem], look: Look) -> str:
    """Return how many errors and warnings there are, and how many hints if there are any."""
    severities = [problem.severity for problem in problems]
    errors = look.say("panel.problems.errors", count=severities.count(Severity.ERROR))
    warnings = look.say("panel.problems.warnings", count=severities.count(Severity.WARNING))
    count = severities.count(Severity.HINT)
    if not count:
        return look.say("panel.problems.counts", errors=errors, warnings=warnings)
    hints = look.say("panel.problems.hints", count=count)
    return look.say("panel.problems.counts-with-hints", errors=errors, warnings=warnings, hints=hints)


def problems_text(problems: Sequence[Problem], look: Look) -> str:
    """Return all problems as plain text, one block each."""
    return "\n\n".join("\n".join(_lines(problem, look)) for problem in problems)


def _lines(problem: Problem, look: Look) -> list[str]:
    severity = look.say(f"panel.severity.{problem.severity}")
    found = [
        f"{problem.file}:{problem.line}:{problem.column}: {severity}: {look.translator.text(problem.message)}"
    ]
    if problem.excerpt:
        found.append(f"    {problem.excerpt}")
    if problem.hint:
        found.append(f"    {look.translator.text(problem.hint)}")
    return found


def _paragraphs(problem: Problem, look: Look) -> list[Paragraph]:
    writer = ParagraphWriter()
    writer.add(look.translator.text(problem.message), Emphasis.STRONG)
    chip = Chip(look.say(f"panel.severity.{problem.severity}"), _TONES[problem.severity])
    place = look.say("panel.problems.place", file=problem.file, line=problem.line, column=problem.column)
    found = [writer.paragraph("body-strong", chip=chip), words(place, "small")]
    if problem.excerpt:
        found.append(words(problem.excerpt, "body", kind=BlockKind.QUOTE))
    if problem.hint:
        found.append(words(look.translator.text(problem.hint), "body"))
    return found
