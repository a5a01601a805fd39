# SPDX-License-Identifier: MIT
"""What a class's guess shows on the timeline: what is asked for, where it was put, and where it was."""

from __future__ import annotations

from typing import NamedTuple

from timeline_app.scene.ruler_marks import RulerEnd


class GuessMarks(NamedTuple):
    """`title` is what is asked for, `note` what is said below it; `answer` is None while the question is open."""

    title: str
    language: str
    note: str
    guess: RulerEnd | None = None
    answer: RulerEnd | None = None

    @property
    def text(self) -> str:
        """All of it on one line."""
        said = [end.said for end in (self.guess, self.answer) if end is not None]
        return " · ".join((self.title, self.note, *said))
